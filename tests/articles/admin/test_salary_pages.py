"""Salary figures in the admin: pasted, taken forward and shown anew by guides, each seen before it is done."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.document import SalaryTable, Text
from articles.drafts import saving
from articles.drafts.rows import replace_blocks
from articles.models import Article, JobRole, SalaryFigure
from articles.publishing import publication
from tests import cast
from tests.articles import staff

pytestmark = pytest.mark.django_db

PASTE = "/admin/articles/jobrole/paste/"
FORWARD = "/admin/articles/jobrole/forward/"
REPUBLISH = "/admin/articles/jobrole/republish/"
SAYS = {"region": "UK", "currency": "GBP", "basis": "adverts", "as_of": "2026-10-01", "source": "Ours."}
SEVERAL = "Role\tSalary\tLevel\nTesters\t£70k-£90k+\tLead\ndata engineer\tfrom 90k\tlead\nQA Analysts\t30-38k\tJunior\n"


def post(client: Client, path: str, data: dict[str, Any], **more: Any) -> Any:
    return client.post(path, SAYS | data | more, follow=True)


def confirmed(client: Client, path: str, data: dict[str, Any], **more: Any) -> Any:
    """Previews, then confirms what was shown, as a browser does."""
    preview = post(client, path, data)
    plan = preview.context.get("plan")
    seen = plan.digest if plan else preview.context["digest"]
    hidden = {"unknown": plan.unknown} if plan else {}
    return post(client, path, data, seen=seen, store="1", **hidden, **more)


def bands() -> list[str]:
    return [
        f"{figure.job_role}: {figure}" for figure in SalaryFigure.objects.order_by("job_role__name", "region", "low")
    ]


def said(response: Any) -> str:
    return " ".join(str(message) for message in response.context["messages"])


@pytest.fixture
def roles() -> None:
    cast.job_role(cast.TESTER)
    cast.job_role(cast.ENGINEER)


def test_several_roles_are_pasted_previewed_and_stored(admin_client: Client, roles: None) -> None:
    before = bands()

    preview = post(admin_client, PASTE, {"rows": SEVERAL})

    plan = preview.context["plan"]
    assert [(row.role, row.is_new_role, row.row.level, row.band, row.reasons) for row in plan.rows] == [
        ("tester", False, "Lead", "£70,000 to £90,000 or more", []),
        ("data engineer", False, "Lead", "£90,000 or more", []),
        ("QA analyst", True, "Junior", "£30,000 to £38,000", []),
    ]
    assert bands() == before

    stored = confirmed(admin_client, PASTE, {"rows": SEVERAL})

    assert "3 figures added, 0 updated." in said(stored)
    assert set(bands()) - set(before) == {
        "tester: Lead, UK: £70,000 to £90,000 or more",
        "data engineer: Lead, UK: £90,000 or more",
        "QA analyst: Junior, UK: £30,000 to £38,000",
    }


@pytest.mark.parametrize(
    ("decision", "expected"),
    [("tester", "tester: Lead, UK: £80,000 to £90,000"), ("none", None)],
)
def test_an_unknown_role_is_one_of_ours_or_left_out(
    admin_client: Client, roles: None, decision: str, expected: str | None
) -> None:
    before = bands()
    data = {"rows": "QA people\tLead\tUK\t£80k-£90k", "role-0": decision, "unknown": ["QA people"]}

    confirmed(admin_client, PASTE, data, leave_out="on")

    assert set(bands()) - set(before) == ({expected} if expected else set())


def test_rows_that_cannot_be_stored_say_why_and_are_left_out_only_when_that_is_ticked(
    admin_client: Client, roles: None
) -> None:
    before = bands()
    rows = (
        "Role\tLevel\tSalary\ntester\tLead\t£70k-£90k\ntester\tHead\tup to £45,000\ntester\tContract\t£450 a day\n"
        "tester\tMid\t£45k-£55k\n\t\t\nRegards, Jane"
    )
    data = {"rows": rows}

    preview = post(admin_client, PASTE, data)

    assert [row.reasons for row in preview.context["plan"].rows] == [
        [],
        ["“up to £45,000” gives only the upper end. Give the lower one too, such as £35,000 – £45,000."],
        ["“£450 a day” is pay for a day. Figures are salaries for a year, so give those."],
        [
            "overlaps with a stored figure (Junior, £30,000 to £50,000). Levels may touch but not overlap.",
            "overlaps with a stored figure (Senior, £50,000 to £70,000). Levels may touch but not overlap.",
        ],
    ]
    assert "Regards, Jane" in preview.content.decode()
    assert "Correct the rows" in confirmed(admin_client, PASTE, data).content.decode()
    assert bands() == before

    confirmed(admin_client, PASTE, data, leave_out="on")

    assert set(bands()) - set(before) == {"tester: Lead, UK: £70,000 to £90,000"}


@pytest.mark.parametrize(
    "changed",
    [
        {"rows": "tester\tLead\tUK\t£70k-£99k"},
        {"rows": "tester\tLead\tUK\t£70k-£90k", "region": "UK", "basis": "placements"},
    ],
    ids=["the rows", "what rows do not say"],
)
def test_what_was_not_shown_is_not_stored(admin_client: Client, roles: None, changed: dict[str, str]) -> None:
    before = bands()
    seen = post(admin_client, PASTE, {"rows": "tester\tLead\tUK\t£70k-£90k"}).context["plan"].digest

    response = post(admin_client, PASTE, changed, seen=seen, store="1")

    assert "has changed since you looked at it" in response.content.decode()
    assert bands() == before


def test_rows_of_a_role_s_own_page_need_not_name_it(admin_client: Client, roles: None) -> None:
    tester = JobRole.objects.get(slug="tester")
    cast.full_guide()
    path = f"/admin/articles/jobrole/{tester.pk}/paste/"
    data = {"rows": "mid level\tfrom 70k\njunior\t£31k-50k", "default_role": tester.pk}

    response = confirmed(admin_client, path, data)

    assert "1 figures added, 1 updated." in said(response)
    assert [str(figure) for figure in tester.figures.all()] == [
        "Junior, UK: £31,000 to £50,000",
        "Senior, UK: £50,000 to £70,000",
        "Mid level, UK: £70,000 or more",
    ]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ("", "Paste at least one row."),
        ("level,region,currency,low,high", "None of these lines gives a salary."),
        ("Lead\tUK\t£70k-£80k", "Names no role."),
        ("\x00\x01,,,,", "Null characters are not allowed."),
    ],
)
def test_nothing_to_store_says_so(admin_client: Client, roles: None, rows: str, sentence: str) -> None:
    assert sentence in post(admin_client, PASTE, {"rows": rows}).content.decode()


def test_every_figure_is_taken_forward_by_a_percentage(admin_client: Client, roles: None) -> None:
    today = timezone.localdate()
    data = {
        "roles": [JobRole.objects.get(slug="tester").pk], "as_of": str(today), "percent": "3", "step": "500", "basis": "",
        "source": "",
    }  # fmt: skip
    before = bands()

    preview = post(admin_client, FORWARD, data)

    assert [(moved.band_before, moved.band) for plan in preview.context["plans"] for moved in plan.figures] == [
        ("£30,000 to £50,000", "£31,000 to £51,500"),
        ("£50,000 to £70,000", "£51,500 to £72,000"),
    ]
    assert bands() == before

    stored = confirmed(admin_client, FORWARD, data)

    assert "2 figures taken forward." in said(stored)
    tester = JobRole.objects.get(slug="tester")
    assert [(f.low, f.high, f.as_of, f.basis) for f in tester.figures.all()] == [
        (31_000, 51_500, today, "judgement"),
        (51_500, 72_000, today, "judgement"),
    ]
    assert set(tester.figures.model.objects.exclude(job_role=tester).values_list("as_of", flat=True)) == {
        date(2026, 5, 1)
    }


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"as_of": "2099-01-01"}, "Choose today or a day before"),
        ({"roles": []}, "Choose at least one role."),
        ({"percent": "lots"}, "Enter a number."),
    ],
)
def test_a_day_to_come_or_no_role_takes_nothing_forward(
    admin_client: Client, roles: None, fields: dict[str, Any], sentence: str
) -> None:
    before = bands()
    data = {"roles": [JobRole.objects.get(slug="tester").pk], "as_of": "2026-10-01", "percent": "", "step": "1"}

    response = post(admin_client, FORWARD, data | fields, store="1")

    assert sentence in response.content.decode()
    assert bands() == before


def raise_pay() -> None:
    """Every figure of the tester goes up, as an editor's table would have it."""
    tester = JobRole.objects.get(slug="tester")
    tester.figures.filter(level="Senior").update(high=80_000, as_of=date(2026, 10, 1))
    saving.note_changes(Article.objects.all())


def ticked(page: Any) -> dict[str, Any]:
    """What the browser sends when every guide that can go stays ticked."""
    html = page.content.decode()
    seen = dict(re.findall(r'name="(seen-\d+)" value="(\w+)"', html))
    return {
        "guide": re.findall(r'name="guide" value="(\d+)"', html),
        "note": "New figures.",
        "is_substantive": "on",
    } | seen


def live_words(guide: Article) -> tuple[str, list[int], str]:
    """Title, highest salaries and words of what visitors read."""
    document = guide.revisions.published().get().document()
    tables = [block for block in document.blocks if isinstance(block, SalaryTable)]
    words = "".join(block.html for block in document.blocks if isinstance(block, Text))
    return document.title, [figure.high for table in tables for figure in table.figures], words


def test_guides_with_old_figures_are_published_in_one_go_and_nothing_else_of_them(admin_client: Client) -> None:
    table = cast.job_role(cast.TESTER).salary_table()
    plain, changed, other = (
        cast.live_guide(slug, blocks=blocks)
        for slug, blocks in (("plain", (table,)), ("changed", (cast.WORDS, table)), ("other", (cast.WORDS,)))
    )
    topic = cast.topic("elsewhere")
    Article.objects.filter(pk=changed.pk).update(title="A title that is not ready", slug="moved", topic=topic)
    replace_blocks(changed, [Text(html="<p>TODO: not ready.</p>"), table])
    saving.save(changed, by=None)
    Article.objects.filter(pk=changed.pk).update(sent_for_review_at=timezone.now())
    review_by = Article.objects.get(pk=changed.pk).review_by
    raise_pay()

    page = admin_client.get(REPUBLISH)

    assert [(line.waiting.live.title, line.can_go, line.waiting.has_other_draft) for line in page.context["lines"]] == [
        ("Changed", True, True),
        ("Plain", True, False),
    ]
    assert "£50,000 to £80,000, 1 October 2026" in page.content.decode()

    response = admin_client.post(REPUBLISH, ticked(page), follow=True)

    assert said(response) == "Published with the new figures: “Changed”, “Plain”."
    assert live_words(plain) == ("Plain", [50_000, 80_000], "")
    assert live_words(changed) == ("Changed", [50_000, 80_000], cast.WORDS.html)
    live = changed.revisions.published().get()
    assert (live.slug, live.topic.slug) == ("changed", "data")
    assert other.revisions.count() == 1
    draft = Article.objects.get(pk=changed.pk)
    assert (draft.title, draft.topic, draft.has_unpublished_changes) == ("A title that is not ready", topic, True)
    assert draft.sent_for_review_at is not None
    assert draft.review_by == review_by
    assert response.context["lines"] == []


def test_a_guide_that_is_blocked_or_scheduled_is_named_and_left_alone(admin_client: Client) -> None:
    table = cast.job_role(cast.TESTER).salary_table()
    blocked, scheduled, sound = (
        cast.live_guide(slug, blocks=(words, table))
        for slug, words in (
            ("blocked", Text(html="<p>TODO: [insert the employer] here.</p>")),
            ("scheduled", cast.WORDS),
            ("sound", cast.WORDS),
        )
    )
    publication.schedule(scheduled, by=None, at=timezone.now() + timedelta(days=2))
    raise_pay()
    admin_client.force_login(staff.editor())

    page = admin_client.get(REPUBLISH)
    html = page.content.decode()

    assert [(line.waiting.guide.pk, line.can_go) for line in page.context["lines"]] == [
        (blocked.pk, False), (scheduled.pk, False), (sound.pk, True),
    ]  # fmt: skip
    assert "A version of it is scheduled for" in html

    forced = ticked(page) | {"guide": [str(guide.pk) for guide in (blocked, scheduled, sound)]}
    lines = {line.waiting.guide.pk: line.waiting.digest for line in page.context["lines"]}
    forced |= {f"seen-{pk}": digest for pk, digest in lines.items()}
    response = admin_client.post(REPUBLISH, forced, follow=True)

    assert "“Blocked” was left alone" in said(response)
    assert "“Scheduled” was left alone" in said(response)
    assert "Published with the new figures: “Sound”." in said(response)
    assert [live_words(guide)[1] for guide in (blocked, scheduled, sound)] == [
        [50_000, 70_000], [50_000, 70_000], [50_000, 80_000],
    ]  # fmt: skip
    assert scheduled.revisions.scheduled().count() == 1


def test_figures_that_change_after_the_page_was_opened_are_not_published_unseen(admin_client: Client) -> None:
    guide = cast.live_guide(blocks=(cast.job_role(cast.TESTER).salary_table(),))
    raise_pay()
    data = ticked(admin_client.get(REPUBLISH))
    SalaryFigure.objects.filter(level="Junior").update(low=31_000)

    response = admin_client.post(REPUBLISH, data, follow=True)

    assert "It changed after you opened this page." in said(response)
    assert live_words(guide)[1] == [50_000, 70_000]


@pytest.mark.parametrize("number", [1, 4])
def test_the_pages_cost_the_same_however_many_roles_and_guides(
    admin_client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    table = cast.job_role(cast.TESTER).salary_table()
    for more in range(number):
        cast.live_guide(f"guide-{more}", blocks=(table,))
        cast.job_role(SalaryTable(role=f"role-{more}", role_name=f"role {more}", figures=cast.TESTER.figures))
    raise_pay()
    admin_client.get(PASTE)  # what all pages share is remembered

    for path, most in ((PASTE, 4), (FORWARD, 5), (REPUBLISH, 17)):
        with django_assert_max_num_queries(most):
            admin_client.get(path)


@pytest.mark.parametrize("path", [PASTE, FORWARD, REPUBLISH])
def test_who_may_not_change_figures_or_publish_is_refused(client: Client, path: str) -> None:
    client.force_login(staff.reader())
    assert client.get(path).status_code == 403
