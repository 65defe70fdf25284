"""The sitemap names every page with the day of its last change, however many there are."""

from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agency.models import Page
from articles.models import Article, Revision, SalaryFigure
from articles.public.sitemaps import SiteSitemap
from articles.publishing import publication
from tests import cast

pytestmark = pytest.mark.django_db
NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
FRONT = [
    "/",
    "/guides/",
    "/salaries/",
    "/people/",
    "/accessibility/",
    "/contact/",
    "/privacy/",
    "/guides/topics/roles/",
    "/people/pat-example/",
]


def listed(client: Client, address: str) -> tuple[str, dict[str, str]]:
    """What a sitemap file is, and its addresses with their dates."""
    response = client.get(address.removeprefix("http://localhost"), headers={"host": "127.0.0.1"})
    assert (response.status_code, response.headers["Content-Type"]) == (200, "application/xml")
    root = ElementTree.fromstring(response.getvalue())  # noqa: S314 - our own
    found = {one.findtext(f"{NAMESPACE}loc", ""): one.findtext(f"{NAMESPACE}lastmod", "") for one in root}
    return root.tag.removeprefix(NAMESPACE), found


def everything(client: Client) -> dict[str, str]:
    """All addresses, by way of the index if there is one."""
    kind, found = listed(client, "/sitemap.xml")
    if kind == "urlset":
        return found
    return {address: day for file in found for address, day in listed(client, file)[1].items()}


def test_a_small_site_has_one_file(client: Client) -> None:
    cast.full_guide()

    kind, found = listed(client, "/sitemap.xml")

    assert kind == "urlset"
    assert sorted(found) == sorted(f"http://localhost{path}" for path in [*FRONT, "/guides/a-guide/"])


def test_a_large_site_has_an_index_of_every_page_of_every_section(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(1, 6):
        cast.full_guide(f"guide-{number}", id=number)
    before = everything(client)
    monkeypatch.setattr(SiteSitemap, "limit", 2)

    kind, files = listed(client, "/sitemap.xml")

    assert kind == "sitemapindex"
    assert list(files) == [
        "http://localhost/sitemap-front.xml",
        "http://localhost/sitemap-front.xml?p=2",
        "http://localhost/sitemap-pages.xml",
        "http://localhost/sitemap-pages.xml?p=2",
        "http://localhost/sitemap-guides.xml",
        "http://localhost/sitemap-guides.xml?p=2",
        "http://localhost/sitemap-guides.xml?p=3",
        "http://localhost/sitemap-topics.xml",
        "http://localhost/sitemap-people.xml",
    ]
    assert everything(client) == before
    assert all(len(listed(client, file)[1]) <= 2 for file in files)


def test_a_long_file_is_sent_in_pieces(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(1, 6):
        cast.live_guide(f"guide-{number}", id=number)
    whole = client.get("/sitemap-guides.xml")
    for module in ("agency.discovery.sitemaps", "articles.public.sitemaps"):
        monkeypatch.setattr(f"{module}.ROWS", 2)

    pieces = client.get("/sitemap-guides.xml")

    assert (whole.streaming, pieces.streaming) == (False, True)
    assert [piece.count(b"<loc>") for piece in pieces] == [0, 2, 2, 1, 0]
    assert client.get("/sitemap-guides.xml").getvalue() == whole.content
    assert whole.headers["X-Robots-Tag"] == pieces.headers["X-Robots-Tag"] == "noindex"


def test_a_guide_that_is_withdrawn_moves_no_other_to_another_file(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SiteSitemap, "limit", 2)
    for slug in ("first", "second", "third", "fourth"):
        cast.full_guide(slug)
    last = list(listed(client, "/sitemap.xml")[1])[-3]
    before = listed(client, last)[1]

    publication.withdraw(Article.objects.get(slug="first"), by=None)

    assert last.startswith("http://localhost/sitemap-guides.xml?p=")
    assert listed(client, last)[1] == before


@pytest.mark.parametrize(("limit", "kind"), [(len(FRONT) + 1, "urlset"), (len(FRONT), "sitemapindex")])
def test_the_index_comes_with_the_first_address_too_many(
    client: Client, monkeypatch: pytest.MonkeyPatch, limit: int, kind: str
) -> None:
    cast.full_guide()
    monkeypatch.setattr(SiteSitemap, "limit", limit)

    assert listed(client, "/sitemap.xml")[0] == kind


def test_dates_are_those_of_the_last_change(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    for day, slug in enumerate(["first", "second", "third"], start=1):
        cast.full_guide(slug, id=day)
        Revision.objects.filter(slug=slug).update(updated_at=timezone.make_aware(timezone.datetime(2026, 3, day)))
    Page.objects.update(updated_at=timezone.make_aware(timezone.datetime(2026, 1, 9)))

    days = everything(client)
    monkeypatch.setattr(SiteSitemap, "limit", 2)
    files = listed(client, "/sitemap.xml")[1]

    assert {path: days[f"http://localhost{path}"][:10] for path in ["/", "/privacy/", "/guides/topics/roles/"]} == {
        "/": "2026-03-03",
        "/privacy/": "2026-01-09",
        "/guides/topics/roles/": "2026-03-03",
    }
    assert [days[f"http://localhost/guides/{slug}/"][:10] for slug in ("first", "second", "third")] == [
        "2026-03-01",
        "2026-03-02",
        "2026-03-03",
    ]
    assert [files[f"http://localhost/sitemap-guides.xml{page}"][:10] for page in ("", "?p=2")] == [
        "2026-03-02",
        "2026-03-03",
    ]


def test_a_new_guide_does_not_move_the_others_to_another_page(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SiteSitemap, "limit", 2)
    for number, slug in enumerate(("first", "second"), start=1):
        cast.full_guide(slug, id=number)
    before = listed(client, "/sitemap-guides.xml")[1]

    cast.full_guide("third", id=3)

    assert listed(client, "/sitemap-guides.xml")[1] == before


@pytest.mark.parametrize(
    "path", ["/sitemap-nothing.xml", "/sitemap-guides.xml?p=2", "/sitemap-guides.xml?p=x", "/sitemap.xml?p=2"]
)
def test_a_file_that_is_not_there_is_a_404(client: Client, path: str) -> None:
    cast.full_guide()

    assert client.get(path).status_code == 404


@pytest.mark.parametrize("limit", [50_000, 15])
def test_the_sitemap_costs_as_much_for_many_guides_as_for_one(
    client: Client, monkeypatch: pytest.MonkeyPatch, limit: int
) -> None:
    monkeypatch.setattr(SiteSitemap, "limit", limit)
    counts = []
    for number in (1, 14):
        for index in range(number):
            cast.full_guide(f"guide-{number}-{index}", body=cast.one_of_each()[:1])
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get("/sitemap-guides.xml")
        counts.append(len(queries))

    assert counts[0] == counts[1]


@pytest.mark.django_db
def test_the_salaries_are_as_new_as_their_newest_figure(client: Client) -> None:
    cast.full_guide()
    day = SalaryFigure.objects.order_by("-as_of").values_list("as_of", flat=True)[0]
    page = client.get("/sitemap.xml").content.decode()
    assert f"<loc>http://localhost/salaries/</loc><lastmod>{day}" in page
