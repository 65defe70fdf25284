"""When a guide should be looked at again, and what is recorded when somebody did."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from articles.document import Document, SalaryFigure, SalaryTable
from articles.models import Article, Revision
from articles.publishing import publication
from articles.publishing.publication import PublishOptions
from articles.review import handover, upkeep
from tests import cast
from tests.articles import staff

pytestmark = pytest.mark.django_db

TODAY = date(2026, 8, 31)


def paying(*as_of: date) -> Document:
    """A document with a salary figure of each of these days."""
    figures = tuple(
        SalaryFigure(level="Any", region="UK", currency="GBP", low=1, high=2, basis="adverts", as_of=day)
        for day in as_of
    )
    return Document(blocks=(SalaryTable(role="tester", figures=figures),))


@pytest.mark.parametrize(
    ("document", "day"),
    [
        (Document(), date(2027, 8, 31)),
        (paying(), date(2027, 8, 31)),
        (paying(date(2026, 8, 1)), date(2027, 2, 28)),
        (paying(date(2025, 11, 1)), date(2026, 11, 1)),
        (paying(date(2025, 11, 1), date(2025, 10, 1)), date(2026, 10, 1)),
        (paying(date(2025, 8, 31)), date(2027, 2, 28)),
        (paying(date(2020, 1, 1)), date(2027, 2, 28)),
    ],
    ids=[
        "a year", "a table without figures", "half a year with salaries", "when a figure turns a year old",
        "when the first of them does", "one turns today", "old already",
    ],
)  # fmt: skip
def test_the_content_suggests_the_next_review(document: Document, day: date) -> None:
    assert upkeep.suggested(document, TODAY) == day


@pytest.mark.parametrize(
    ("today", "day"), [(date(2028, 2, 29), date(2029, 2, 28)), (date(2026, 12, 1), date(2027, 12, 1))]
)
def test_a_day_that_the_month_has_not_is_its_last(today: date, day: date) -> None:
    assert upkeep.suggested(Document(), today) == day


def dates(guide: Article) -> tuple[Any, Any]:
    return Article.objects.values_list("reviewed_on", "review_by").get(pk=guide.pk)


MAY, JUNE = (datetime(2026, month, 1, 9, tzinfo=UTC) for month in (5, 6))


def test_publishing_sets_the_next_review() -> None:
    guide = cast.draft()
    publication.publish(guide, by=None, at=MAY)
    assert dates(guide) == (date(2026, 5, 1), date(2027, 5, 1))


def test_an_editor_may_set_another_day() -> None:
    guide = cast.draft()
    publication.publish(guide, PublishOptions(review_by=date(2026, 6, 6)), by=None, at=MAY)
    assert dates(guide) == (date(2026, 5, 1), date(2026, 6, 6))


def test_mending_a_comma_is_no_review() -> None:
    guide = cast.draft()
    publication.publish(guide, by=None, at=MAY)
    publication.publish(guide, PublishOptions(is_substantive=False), by=None, at=JUNE)
    assert dates(guide) == (date(2026, 5, 1), date(2027, 5, 1))
    publication.publish(guide, PublishOptions(is_substantive=False, review_by=date(2027, 1, 1)), by=None, at=JUNE)
    assert dates(guide) == (date(2026, 5, 1), date(2027, 1, 1))


def test_a_guide_that_is_still_right_is_recorded_and_its_text_left_alone(client: Client) -> None:
    guide, today, editor = cast.draft(), timezone.localdate(), staff.editor()
    revision = publication.publish(guide, by=None, at=MAY)
    before, page = Revision.objects.values().get(), client.get("/guides/a-guide/").content.decode()

    upkeep.mark_reviewed(guide, by=editor)

    assert Revision.objects.values().get() == before | {"is_kept_up": True}
    assert dates(guide) == (today, upkeep.suggested(revision.document(), today))
    event = guide.events.first()
    assert (event.kind, event.by, event.revision) == ("reviewed", editor, revision)
    reviewed = f'last reviewed <time datetime="{today}">{today:%-d %B %Y}</time>'
    assert reviewed not in page
    assert reviewed in client.get("/guides/a-guide/").content.decode()


def test_a_page_that_was_updated_the_same_day_says_no_more(client: Client) -> None:
    guide = cast.draft()
    publication.publish(guide, by=None)
    upkeep.mark_reviewed(guide, by=None)
    assert "last reviewed" not in client.get("/guides/a-guide/").content.decode()


@pytest.mark.parametrize("was_live", [False, True])
def test_what_nobody_can_read_cannot_be_found_right(was_live: bool) -> None:
    guide = cast.draft()
    if was_live:
        publication.publish(guide, by=None)
        publication.withdraw(guide, by=None)
    before = dates(guide), guide.events.count()
    with pytest.raises(upkeep.NotLive, match="is not live"):
        upkeep.mark_reviewed(guide, by=None)
    assert (dates(guide), guide.events.count()) == before


def test_overdue_guides_are_the_live_ones_past_their_day_the_longest_first() -> None:
    today = timezone.localdate()
    for slug, days in (("a-guide", 1), ("b-guide", 9), ("c-guide", 0), ("withdrawn-guide", 5)):
        guide = cast.draft(slug)
        publication.publish(guide, by=None)
        Article.objects.filter(pk=guide.pk).update(review_by=today - timedelta(days=days))
    publication.withdraw(Article.objects.get(slug="withdrawn-guide"), by=None)

    assert [guide.slug for guide in upkeep.overdue()] == ["b-guide", "a-guide"]


def test_a_draft_is_sent_for_review_and_back_with_notes() -> None:
    guide, author, editor = cast.draft(), staff.author(), staff.editor()

    handover.send_for_review(guide, by=author, note="Is the tone right?")
    assert Article.objects.get().sent_for_review_at
    handover.send_back(guide, by=editor, note="Say what it pays.")

    assert Article.objects.get().sent_for_review_at is None
    told = [(event.kind, event.by, event.note, event.version) for event in guide.events.order_by("pk")]
    assert told == [
        ("sent_for_review", author, "Is the tone right?", guide.versions.get()),
        ("sent_back", editor, "Say what it pays.", None),
    ]
