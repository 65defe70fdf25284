"""The salary guide: what it shows, how it is filtered, and its figures as a file."""

import csv
import re
from collections.abc import Iterator
from datetime import date, timedelta
from html.parser import HTMLParser
from io import StringIO
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.document.salary_bands import BASES, basis_in_words
from articles.drafts import saving
from articles.drafts.rows import replace_blocks
from articles.models import JobRole, SalaryFigure
from articles.salaries import csv_rows
from articles.views import salaries
from tests import cast

pytestmark = pytest.mark.django_db

GUIDE = "/salaries/"
FILE = "/salaries.csv"
MAY = date(2026, 5, 1)


def figure(role: JobRole, level: str = "Junior", **fields: Any) -> SalaryFigure:
    fields = {
        "region": "UK",
        "currency": "GBP",
        "low": 30_000,
        "high": 40_000,
        "basis": "adverts",
        "source": "Adverts read in May.",
        "as_of": timezone.localdate(),
    } | fields
    return SalaryFigure.objects.create(job_role=role, level=level, **fields)


def role(name: str = "tester", **fields: Any) -> JobRole:
    """A role with one figure."""
    made = JobRole.objects.create(name=name, slug=name.replace(" ", "-"))
    figure(made, **fields)
    return made


def many(count: int) -> None:
    """So many roles with twelve figures each, of which the first shows its figures in four guides."""
    made = JobRole.objects.bulk_create(
        JobRole(name=f"role {number:03}", slug=f"role-{number:03}") for number in range(count)
    )
    SalaryFigure.objects.bulk_create(
        SalaryFigure(
            job_role=one, level=f"Level {step % 6}", region=region, currency=currency, basis="placements",
            low=20_000 + 5_000 * step, high=25_000 + 5_000 * step, as_of=date(2026, 5, 1),
        )
        for one in made
        for region, currency in (("UK", "GBP"), ("Ireland", "EUR"))
        for step in range(6)
    )  # fmt: skip
    for number in range(4):
        cast.live_guide(f"guide-{number}", blocks=[made[0].salary_table()])


def words(response: Any) -> str:
    """The page as one line of words, without the tags that stand between them."""
    parser = Words()
    parser.feed(response.content.decode())
    return " ".join(" ".join(parser.words).split())


class Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def shown(response: Any) -> list[tuple[str, str, str]]:
    """Role, region and level of each figure, in the order of the page."""
    return [
        (section.name, group.region, bar.level)
        for section in response.context["sections"]
        for group in section.groups
        for bar in group.bars
    ]


def rows(response: Any) -> list[list[str]]:
    return list(csv.reader(StringIO(response.content.decode("utf-8-sig"))))


def links(response: Any, start: str) -> Iterator[dict[str, list[str]]]:
    """The query of each link that starts like this."""
    for part in response.content.decode().replace("&amp;", "&").split(f'href="{start}')[1:]:
        yield parse_qs(urlsplit(start + part.split('"')[0]).query)


def test_every_figure_stands_with_its_basis_its_source_and_its_day(client: Client) -> None:
    cast.job_role()

    response = client.get(GUIDE)

    assert shown(response) == [
        ("data engineer", region, level) for region in ("UK", "US") for level in ("Junior", "Senior")
    ]
    text = words(response)
    for expected in (
        "What tech roles pay",
        "The newest figure is from 1 May 2026",
        "4 figures for 1 role.",
        "Data engineer: Yearly salary, UK , in GBP",
        "£40,000 to £60,000",
        "$60,000 to $90,000 or more",
        "Job adverts, as of 1 May 2026. Adverts read in May 2026.",
    ):
        assert expected in text


def notes(response: Any) -> list[str]:
    """What the page says once of the usual origin, and what stands under each table."""
    groups = [group for section in response.context["sections"] for group in section.groups]
    return [response.context["usual"], *(note for group in groups for note in group.notes)]


def test_an_origin_that_all_figures_share_is_said_once(client: Client) -> None:
    for name in ("analyst", "tester"):
        figure(role(name, as_of=MAY), region="Ireland", as_of=MAY)

    response = client.get(GUIDE)

    assert notes(response) == ["job adverts, as of 1 May 2026. Adverts read in May."]
    assert words(response).count("Adverts read in May.") == 1
    assert "Job adverts, as of 1 May 2026. Adverts read in May." in words(response)


def test_a_table_of_another_origin_than_most_says_its_own(client: Client) -> None:
    role("analyst", as_of=MAY)
    figure(role("tester", as_of=MAY), level="Senior", basis="placements", as_of=MAY, source="")
    role("writer", as_of=date(2026, 4, 1))
    role("yeoman", as_of=MAY)

    response = client.get(GUIDE)

    assert notes(response) == [
        "job adverts, as of 1 May 2026. Adverts read in May.",
        "Senior: our placements, as of 1 May 2026.",
        "Job adverts, as of 1 April 2026. Adverts read in May.",
    ]
    assert "Unless a table says otherwise: job adverts, as of 1 May 2026. Adverts read in May." in words(response)


def test_where_no_origin_is_usual_each_table_says_its_own(client: Client) -> None:
    role("analyst", as_of=MAY)
    role("tester", as_of=date(2026, 4, 1))

    assert notes(client.get(GUIDE)) == [
        "",
        "Job adverts, as of 1 May 2026. Adverts read in May.",
        "Job adverts, as of 1 April 2026. Adverts read in May.",
    ]


def test_figures_are_public_as_soon_as_they_are_stored(client: Client) -> None:
    tester = role()
    tester.figures.update(high=45_000)

    assert "£30,000 to £45,000" in words(client.get(GUIDE))


def test_a_role_without_figures_is_not_listed(client: Client) -> None:
    cast.job_role(cast.UNPAID)

    response = client.get(GUIDE)

    assert shown(response) == []
    assert "new role" not in response.content.decode().lower()
    assert "There are no salary figures here yet." in words(response)


def drawn(response: Any) -> dict[str, list[tuple[str, list[float], str, str, bool]]]:
    """By currency, of each line its name, where its stretches begin, its ends in words, and whether it fades."""
    return {
        chart.currency: [
            (line.name, [one.start for one in line.stretches], line.low, line.high, line.fades_from is not None)
            for line in chart.lines
        ]
        for chart in response.context["charts"]
    }


def test_roles_are_compared_on_one_axis_of_each_currency(client: Client) -> None:
    tester = role("tester", low=30_000, high=40_000)
    figure(tester, "Senior", low=40_000, high=52_500)
    role("chief", low=60_000, high=100_000, open_ended=True)
    role("clerk", low=5_000, high=80_000, region="US", currency="USD")

    response = client.get(GUIDE)

    at = 100 / (100_000 * 1.34)
    assert drawn(response) == {
        "GBP": [
            ("chief", [round(60_000 * at, 2)], "£60k", "£100k+", True),
            ("tester", [round(30_000 * at, 2), round(40_000 * at, 2)], "£30k", "£52.5k", False),
        ],
        "USD": [("clerk", [round(100 * 5 / 80 / 1.34, 2)], "", "$5k – $80k", False)],
    }
    assert [[tick.words for tick in chart.ticks] for chart in response.context["charts"]] == [
        ["0", "£50k", "£100k"], ["0", "$25k", "$50k", "$75k", "$100k"],
    ]  # fmt: skip
    assert response.content.decode().count("url(#open-end)") == 1


def test_how_a_chart_is_read_is_said_once(client: Client) -> None:
    role("tester")
    role("clerk", region="US", currency="USD")

    page = client.get(GUIDE).content.decode()

    assert re.findall(r"<figcaption>(.*)</figcaption>", page) == [
        "Yearly salary in GBP. Each stretch of a bar is a level, the most junior first. The tables below have every figure.",
        "Yearly salary in USD.",
    ]


@pytest.mark.parametrize(("low", "high"), [(60_000, 100_000), (100_000, 100_000)])
def test_an_open_end_fades_from_inside_its_stretch(client: Client, low: int, high: int) -> None:
    role("chief", low=low, high=high, open_ended=True)

    ((line,),) = (chart.lines for chart in client.get(GUIDE).context["charts"])

    (stretch,) = line.stretches
    assert line.fades_from == round(stretch.start + stretch.length - 0.1, 2)


def test_a_role_alone_has_a_line_for_each_level(client: Client) -> None:
    tester = role("tester", low=30_000, high=40_000)
    figure(tester, "Senior", low=90_000, high=90_000, open_ended=True)
    role("clerk")

    lines = drawn(client.get(GUIDE, {"role": "tester"}))["GBP"]

    assert [(name, low, high) for name, _starts, low, high, _fades in lines] == [
        ("Junior", "£30k", "£40k"), ("Senior", "", "£90k+"),
    ]  # fmt: skip


def test_the_filters_are_folded_and_say_what_is_chosen(client: Client) -> None:
    role()

    assert "<summary>Filter the figures: “UK”</summary>" in client.get(GUIDE, {"region": "UK"}).content.decode()


@pytest.mark.parametrize(
    ("days", "is_said"), [(0, False), (366, False), (367, True), (4_000, True)], ids=lambda value: str(value)
)
def test_a_figure_past_a_year_says_so_in_words(client: Client, days: int, is_said: bool) -> None:
    day = timezone.localdate() - timedelta(days=days)
    role(as_of=day)

    assert (f"More than a year old: from {day.day} {day:%B %Y}" in words(client.get(GUIDE))) is is_said


def test_what_every_basis_means_is_explained(client: Client) -> None:
    text = words(client.get(GUIDE))

    assert salaries.MEANINGS.keys() == BASES.keys()
    for basis, meaning in salaries.MEANINGS.items():
        assert f"{basis_in_words(basis).capitalize()} {meaning}" in text


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"role": "tester"}, ["Junior UK", "Senior UK", "Senior US"]),
        ({"role": "TESTER"}, ["Junior UK", "Senior UK", "Senior US"]),
        ({"level": "Senior"}, ["Senior UK", "Senior US"]),
        ({"level": "senior "}, ["Senior UK", "Senior US"]),
        ({"region": "UK"}, ["Lead UK", "Junior UK", "Senior UK"]),
        ({"currency": "USD"}, ["Senior US"]),
        ({"role": "tester", "level": "Senior", "region": "UK", "currency": "GBP"}, ["Senior UK"]),
        ({"role": "", "level": "", "region": "", "currency": ""}, ["Lead UK", "Junior UK", "Senior UK", "Senior US"]),
        ({"colour": "red"}, ["Lead UK", "Junior UK", "Senior UK", "Senior US"]),
    ],
    ids=str,
)
def test_the_page_and_the_file_have_what_was_asked_for(
    client: Client, query: dict[str, str], expected: list[str]
) -> None:
    role("clerk", level="Lead")
    tester = role()
    figure(tester, "Senior", low=40_000, high=50_000)
    figure(tester, "Senior", region="US", currency="USD")

    assert [f"{level} {region}" for _role, region, level in shown(client.get(GUIDE, query))] == expected
    assert [f"{row[1]} {row[2]}" for row in rows(client.get(FILE, query))[1:]] == expected


def test_the_form_offers_what_the_figures_have_and_keeps_what_was_chosen(client: Client) -> None:
    role()
    figure(role("clerk"), "junior", region="US", currency="USD")

    offered = {
        one.name: (one.chosen, one.options) for one in client.get(GUIDE, {"region": "UK"}).context["selection"].filters
    }

    assert offered["role"] == ("", {"clerk": "Clerk", "tester": "Tester"})
    assert [level.casefold() for level in offered["level"][1]] == ["junior"]
    assert offered["region"] == ("UK", {"UK": "UK", "US": "US"})
    assert offered["currency"] == ("", {"GBP": "GBP (£)", "USD": "USD ($)"})


@pytest.mark.parametrize(
    "value", ["nothing", "x" * 5_000, "\x00", "a\x00b", "' OR 1=1 --", '"><script>alert(1)</script>', "²", "%00"]
)
@pytest.mark.parametrize("name", ["role", "level", "region", "currency"])
def test_a_choice_that_no_figure_fits_says_so_and_leads_back(client: Client, name: str, value: str) -> None:
    role()

    response = client.get(GUIDE, {name: value})

    assert response.status_code == 200
    page = response.content.decode()
    assert "<script>alert" not in page
    assert "\x00" not in page
    if value != "\x00":  # nothing is left of it
        assert shown(response) == []
        assert "We have no figure for" in page
        assert f'<a href="{GUIDE}">Show every figure</a>' in page
    assert f'<link rel="canonical" href="http://localhost{GUIDE}">' in page
    assert client.get(FILE, {name: value}).status_code == 200


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("", "/salaries/"),
        ("?role=tester", "/salaries/?role=tester"),
        ("?role=TESTER&level=&x=1", "/salaries/?role=tester"),
        ("?role=tester&level=Junior", "/salaries/"),
        ("?level=Junior", "/salaries/"),
        ("?page=2", "/salaries/?page=2"),
        ("?page=2&region=UK", "/salaries/"),
    ],
)
def test_only_a_role_and_a_page_of_all_roles_have_an_address_of_their_own(
    client: Client, query: str, address: str
) -> None:
    role()
    for number in range(salaries.ROLES_A_PAGE):
        role(f"other {number}")

    page = client.get(GUIDE + query).content.decode()

    assert f'<link rel="canonical" href="http://localhost{address}">' in page
    assert "noindex" not in page


def test_a_role_has_a_title_and_a_heading_of_its_own(client: Client) -> None:
    role("data engineer")

    page = client.get(GUIDE, {"role": "data-engineer"}).content.decode()

    assert "<title>Data engineer salaries – " in page
    assert "<h1>Data engineer salaries</h1>" in page


def test_a_role_leads_to_its_three_latest_live_guides(client: Client) -> None:
    engineer = cast.job_role()
    for number in range(4):
        cast.live_guide(f"guide-{number}", blocks=[cast.WORDS, cast.ENGINEER, cast.ENGINEER])
    cast.live_guide("about-something-else")
    cast.draft("a-draft", blocks=[cast.ENGINEER])

    (section,) = client.get(GUIDE).context["sections"]

    assert (section.slug, section.name) == (engineer.slug, engineer.name)
    assert [guide.slug for guide in section.guides] == ["guide-3", "guide-2", "guide-1"]


def test_a_guide_is_named_only_when_its_live_page_has_the_table(client: Client) -> None:
    cast.job_role()
    still = cast.live_guide("still", blocks=[cast.ENGINEER, cast.WORDS])
    saving.save(still, by=None)
    for slug, published, drafted in (
        ("shows", [cast.ENGINEER], [cast.WORDS, cast.ENGINEER]),
        ("shows-for-now", [cast.ENGINEER], [cast.WORDS]),
        ("will-show", [cast.WORDS], [cast.ENGINEER]),
    ):
        guide = cast.live_guide(slug, blocks=published)
        replace_blocks(guide, drafted)
        saving.save(guide, by=None)

    (section,) = client.get(GUIDE).context["sections"]

    assert sorted(guide.slug for guide in section.guides) == ["shows", "shows-for-now", "still"]


def test_a_role_leads_to_the_form_which_learns_of_it(client: Client) -> None:
    role("data engineer")

    asked = list(links(client.get(GUIDE), "/enquiries/new/?role"))

    assert asked == [{"role": [who], "from": ["/salaries/?role=data-engineer"]} for who in ("candidate", "client")]
    form = client.get("/enquiries/new/", {"role": "client", "from": "/salaries/?role=data-engineer"})
    assert 'value="/salaries/?role=data-engineer"' in form.content.decode()


def test_levels_regions_and_currencies_are_links_to_their_own_figures(client: Client) -> None:
    role(level="Lead & more", region="South “West”")

    response = client.get(GUIDE)

    found = list(links(response, GUIDE))
    for query in (
        {"level": ["Lead & more"]},
        {"region": ["South “West”"]},
        {"currency": ["GBP"]},
        {"role": ["tester"]},
    ):
        assert query in found


def test_the_file_has_one_row_for_each_figure(client: Client) -> None:
    tester = role(as_of=date(2026, 5, 1))
    figure(
        tester,
        "Senior",
        low=40_000,
        high=50_000,
        open_ended=True,
        basis="placements",
        source="",
        as_of=date(2026, 6, 2),
    )

    response = client.get(FILE)

    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert response.headers["Content-Disposition"] == 'attachment; filename="salaries.csv"'
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert rows(response) == [
        list(csv_rows.HEADER),
        ["Tester", "Junior", "UK", "GBP", "30000", "40000", "no", "job adverts", "2026-05-01", "Adverts read in May."],
        ["Tester", "Senior", "UK", "GBP", "40000", "50000", "yes", "our placements", "2026-06-02", ""],
    ]


def test_nothing_in_the_file_runs_as_a_formula(client: Client) -> None:
    role("=role", level="+level", region="-region", source="@source")

    row = rows(client.get(FILE))[1]

    assert [row[0], row[1], row[2], row[9]] == ["'=role", "'+level", "'-region", "'@source"]


def test_the_link_to_the_file_keeps_what_was_chosen(client: Client) -> None:
    role(level="R&D lead")

    page = client.get(GUIDE, {"level": "R&D lead", "region": "UK"}).content.decode()

    assert 'href="/salaries.csv?level=R%26D+lead&amp;region=UK"' in page


def test_roles_are_listed_by_name_twenty_a_page(client: Client) -> None:
    for number in range(salaries.ROLES_A_PAGE + 1):
        role(f"{'Role' if number % 2 else 'role'} {number:02}")

    first, second = client.get(GUIDE), client.get(GUIDE, {"page": "2", "region": "UK"})

    assert [name.lower() for name, _region, _level in shown(first)] == [f"role {number:02}" for number in range(20)]
    assert [name for name, _region, _level in shown(second)] == ["role 20"]
    page = second.content.decode()
    assert 'rel="prev" href="/salaries/?region=UK">Previous roles</a>' in page
    assert '<a href="/salaries/?region=UK&amp;page=2" aria-current="page">' in page


@pytest.mark.parametrize("number", ["-1", "0", "+1", " 1", "abc", "", "2", "1.0", "²", "٣", "9" * 5_000, "1\x00"])
def test_a_page_that_is_not_there_is_a_404(client: Client, number: str) -> None:
    role()

    assert client.get(GUIDE, {"page": number}).status_code == 404


@pytest.mark.parametrize("count", [1, 60])
@pytest.mark.parametrize(("path", "most"), [(GUIDE, 1), (FILE, 1)])
def test_the_queries_are_the_same_for_one_role_and_for_many(
    client: Client, path: str, most: int, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    many(count)
    client.get(path)  # the figures are remembered

    with django_assert_max_num_queries(most):
        assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", [GUIDE, FILE])
def test_the_figures_are_only_for_reading(client: Client, path: str) -> None:
    role()

    assert client.post(path).status_code == 405
    assert client.head(path).status_code == 200
    response = client.get(path)
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    assert client.get(path, headers={"if-none-match": response.headers["ETag"]}).status_code == 304


@pytest.mark.parametrize("path", ["/", "/guides/", GUIDE])
def test_every_page_leads_to_the_salaries(client: Client, path: str) -> None:
    assert client.get(path).content.decode().count(f'href="{GUIDE}"') == 2
