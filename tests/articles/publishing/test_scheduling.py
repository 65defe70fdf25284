"""Scheduling: what was asked to happen at a time happens then, once, also after downtime."""

from datetime import datetime, timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from articles import document as doc
from articles.drafts import saving
from articles.drafts.rows import document_of, replace_blocks
from articles.gate import inspection, overrides
from articles.models import Article, Revision
from articles.publishing import publication, scheduling
from articles.publishing.publication import CannotPublish, PublishOptions
from tests import cast
from tests.articles import staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def guide() -> Article:
    return cast.draft()


def ago(**span: int) -> datetime:
    return timezone.now() - timedelta(**span)


def soon(**span: int) -> datetime:
    return timezone.now() + timedelta(**(span or {"hours": 1}))


def waiting(guide: Article, *, since: datetime, options: PublishOptions | None = None) -> Revision:
    """A revision whose hour came at `since`."""
    revision = publication.schedule(guide, options, by=None, at=soon())
    Revision.objects.filter(pk=revision.pk).update(goes_live_at=since)
    return revision


def lines(guide: Article) -> list[str]:
    return list(guide.events.order_by("pk").values_list("kind", flat=True))


def is_live(guide: Article) -> bool:
    return guide.revisions.published().exists()


def test_what_is_due_goes_live_as_it_was_when_it_was_scheduled(guide: Article) -> None:
    since, editor = ago(seconds=30), staff.editor()
    scheduled = publication.schedule(guide, PublishOptions(note="For the fair."), by=editor, at=soon())
    Revision.objects.filter(pk=scheduled.pk).update(goes_live_at=since)
    Article.objects.filter(pk=guide.pk).update(title="Changed meanwhile")

    assert scheduling.run_due() == 1

    live = Revision.objects.published().get()
    assert (live.pk, live.title, live.goes_live_at) == (scheduled.pk, "A guide", None)
    assert (live.published_at, live.updated_at) == (since, since)
    assert Article.objects.get().has_unpublished_changes
    event = guide.events.first()
    assert (event.kind, event.by, event.note) == ("published", editor, "For the fair.")


def test_nothing_happens_before_its_hour(guide: Article) -> None:
    publication.schedule(guide, by=None, at=soon())
    scheduling.schedule_withdrawal(guide, by=None, at=soon(hours=2))

    assert scheduling.run_due() == 0
    assert not is_live(guide)
    assert lines(guide) == ["scheduled", "withdrawal_scheduled"]


def test_what_came_due_is_done_once(guide: Article) -> None:
    waiting(guide, since=ago(seconds=1))

    assert [scheduling.run_due(), scheduling.run_due()] == [1, 0]
    assert lines(guide) == ["scheduled", "published"]


def test_scheduling_ends_a_review(guide: Article) -> None:
    Article.objects.filter(pk=guide.pk).update(sent_for_review_at=timezone.now())

    publication.schedule(guide, by=None, at=soon())

    assert Article.objects.get().sent_for_review_at is None


def test_the_last_to_be_scheduled_takes_the_place_of_the_one_before(guide: Article) -> None:
    publication.schedule(guide, by=None, at=soon())
    second = publication.schedule(guide, by=None, at=soon(hours=2))

    assert Revision.objects.scheduled().get() == second


def test_a_guide_is_withdrawn_at_its_hour(guide: Article) -> None:
    publication.publish(guide, by=None)
    scheduling.schedule_withdrawal(guide, by=None, at=soon(), note="The fair is over.")
    Article.objects.filter(pk=guide.pk).update(withdraw_at=ago(seconds=1))

    assert [scheduling.run_due(), scheduling.run_due()] == [1, 0]

    assert not is_live(guide)
    assert Article.objects.get().withdraw_at is None
    assert lines(guide) == ["published", "withdrawal_scheduled", "withdrawn"]


def test_a_withdrawal_finds_nothing_to_do_where_nothing_is_live(guide: Article) -> None:
    Article.objects.filter(pk=guide.pk).update(withdraw_at=ago(seconds=1))

    assert scheduling.run_due() == 0
    assert Article.objects.get().withdraw_at is None
    assert lines(guide) == []


def test_publishing_leaves_a_scheduled_withdrawal(guide: Article) -> None:
    at = soon(days=2)
    scheduling.schedule_withdrawal(guide, by=None, at=at)
    publication.publish(guide, by=None)

    assert Article.objects.get().withdraw_at == at


@pytest.mark.parametrize(
    ("live_since", "withdrawn_since", "stays"),
    [({"hours": 5}, {"hours": 2}, False), ({"hours": 2}, {"hours": 5}, True)],
    ids=["published, then withdrawn", "withdrawn, then published again"],
)
def test_after_downtime_everything_is_made_up_for_in_the_order_of_its_hours(
    guide: Article, live_since: dict[str, int], withdrawn_since: dict[str, int], stays: bool
) -> None:
    publication.publish(guide, by=None)
    waiting(guide, since=ago(**live_since))
    Article.objects.filter(pk=guide.pk).update(withdraw_at=ago(**withdrawn_since))

    assert scheduling.run_due() == 2
    assert is_live(guide) == stays


def test_an_address_that_was_taken_meanwhile_is_refused_and_told(guide: Article) -> None:
    waiting(guide, since=ago(seconds=1))
    Article.objects.filter(pk=guide.pk).update(slug="elsewhere")
    publication.publish(cast.draft("a-guide", title="The guide that was faster"), by=None)

    assert [scheduling.run_due(), scheduling.run_due()] == [0, 0]

    assert not is_live(guide)
    assert not Revision.objects.scheduled().exists()
    event = guide.events.first()
    assert event.kind == "not_published"
    assert event.note == "The guide “The guide that was faster” is live at this address. Choose another one."


def test_one_guide_in_trouble_does_not_keep_the_others_waiting(
    guide: Article, caplog: pytest.LogCaptureFixture
) -> None:
    broken, other = waiting(guide, since=ago(hours=2)), cast.draft("other-guide")
    Revision.objects.filter(pk=broken.pk).update(stored={"version": "unknown"}, review_by=None)
    waiting(other, since=ago(hours=1))

    assert scheduling.run_due() == 1

    assert (is_live(guide), is_live(other)) == (False, True)
    assert "what was scheduled failed" in caplog.text


def test_what_is_cancelled_does_not_happen(guide: Article) -> None:
    publication.publish(guide, by=None)
    waiting(guide, since=ago(seconds=1))
    Article.objects.filter(pk=guide.pk).update(withdraw_at=ago(seconds=1))

    scheduling.cancel(guide, by=None)

    assert scheduling.run_due() == 0
    assert is_live(guide)
    assert lines(guide) == ["published", "scheduled", "unscheduled"]


def test_cancelling_nothing_tells_nothing(guide: Article) -> None:
    scheduling.cancel(guide, by=None)

    assert lines(guide) == []


@pytest.mark.parametrize("verb", [publication.schedule, scheduling.schedule_withdrawal])
@pytest.mark.parametrize("late", [0, 60])
def test_a_time_that_is_over_is_refused(guide: Article, verb: object, late: int) -> None:
    with pytest.raises(CannotPublish) as refusal:
        verb(guide, by=None, at=ago(seconds=late))

    assert refusal.value.reasons == ["Choose a time that is still to come."]
    assert lines(guide) == []


def test_what_the_gate_holds_back_cannot_be_scheduled(guide: Article) -> None:
    Article.objects.filter(pk=guide.pk).update(standfirst="")
    with pytest.raises(overrides.Blocked):
        publication.schedule(guide, by=None, at=soon())

    assert not Revision.objects.exists()


def test_the_reasons_for_overriding_wait_with_the_revision(guide: Article) -> None:
    Article.objects.filter(pk=guide.pk).update(standfirst="")
    guide.refresh_from_db()
    (key,) = [f.key for f in inspection.findings(guide, document_of(guide)) if f.blocks]

    waiting_one = publication.schedule(
        guide, PublishOptions(overrides={key: "On Monday."}), by=staff.manager(), at=soon()
    )

    assert [kept["reason"] for kept in waiting_one.overrides] == ["On Monday."]


def test_readers_meet_the_new_page_once_it_is_live(guide: Article, client: Client) -> None:
    publication.publish(guide, by=None)
    replace_blocks(guide, [doc.Text(html="<p>New words for readers.</p>")])
    saving.save(guide, by=None)
    waiting(guide, since=ago(seconds=1))

    before = client.get("/guides/a-guide/").content.decode()
    scheduling.run_due()
    after = client.get("/guides/a-guide/").content.decode()

    assert ["New words for readers." in page for page in (before, after)] == [False, True]


@pytest.mark.django_db(transaction=True)
def test_two_workers_do_each_thing_once() -> None:
    guides = [cast.draft(f"guide-number-{number}") for number in range(4)]
    for guide in guides:
        waiting(guide, since=ago(seconds=1))
    barrier, counts = Barrier(2), []

    def work() -> None:
        try:
            barrier.wait(timeout=10)
            counts.append(scheduling.run_due())
        finally:
            connection.close()

    workers = [Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(timeout=30)

    assert sum(counts) == 4
    assert [lines(guide) for guide in guides] == [["scheduled", "published"]] * 4
