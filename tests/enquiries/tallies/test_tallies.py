"""The tallies: whatever happens to enquiries, they add up to what the rows say, and reports show the same."""

import random
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from agency.management.commands import work
from articles.models import Article
from enquiries.handling import verbs
from enquiries.locking import NotAllowed
from enquiries.models import Channel, Enquiry, GroupTally, GuideTally, Outcome, Role, Source, State, Tally, WaitTally
from enquiries.privacy import erasure, restriction, rights
from enquiries.reports import tables
from enquiries.reports.statistics import Statistics
from enquiries.tallies import keeping
from tests import cast
from tests.enquiries import people

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def reports() -> dict[str, list[Any]]:
    return {slug: make(Statistics(26)).rows for slug, make in tables.REPORTS.items()}


def from_rows() -> dict[str, list[Any]]:
    """What the reports would show if nothing were tallied."""
    with transaction.atomic():
        Enquiry.objects.update(tallied_in=None)
        for kind in keeping.KINDS:
            kind._default_manager.all().delete()
        found = reports()
        transaction.set_rollback(True)
    return found


class History:
    """Does to random enquiries what people and time may do to them."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - nothing secret
        self.sam = people.consultant("sam", people.default_team(), may=("erase_enquiry",))
        self.desk = people.team()
        self.guides = [cast.full_draft(slug) for slug in ("one", "two")]

    def go_on(self) -> None:
        step = self.random.choice((self.receive, self.receive, self.act, self.act, self.act, self.act, self.tally))
        step()

    def receive(self) -> None:
        pick = self.random.choice
        received_at = timezone.now() - timedelta(hours=self.random.randrange(24 * 40))
        is_spam = self.random.random() < 0.2
        people.enquiry(
            role=pick(Role.values),
            source=pick(Source.values),
            guide=pick([*self.guides, None]),
            received_at=received_at,
            reply_due_at=received_at + 30 * HOUR,
            state=State.SPAM if is_spam else State.NEW,
            spam_reasons=["A reason."] if is_spam or self.random.random() < 0.1 else [],
            is_synthetic=self.random.random() < 0.1,
        )

    def tally(self) -> None:
        keeping.count_in()

    def act(self) -> None:
        if not (enquiries := list(Enquiry.objects.all())):
            return
        enquiry, by = self.random.choice(enquiries), self.sam
        acts: list[Callable[[], Any]] = [
            lambda: verbs.take(enquiry, by),
            lambda: verbs.assign(enquiry, self.desk, by),
            lambda: verbs.reply(enquiry, "Hello", "Some words.", by),
            lambda: verbs.answer_elsewhere(enquiry, Channel.PHONE, by, at=self.since(enquiry)),
            lambda: verbs.close(enquiry, self.random.choice(Outcome.values), by),
            lambda: verbs.reopen(enquiry, by),
            lambda: verbs.mark_spam(enquiry, by),
            lambda: verbs.release(enquiry, by),
            lambda: rights.withdraw(enquiry),
            lambda: erasure.erase(enquiry, by),
            lambda: erasure.erase(enquiry),
            lambda: restriction.lift(enquiry, "Because.", by),
            self.lose_a_guide,
            self.lose_a_person,
        ]
        with suppress(NotAllowed):
            self.random.choice(acts)()

    def since(self, enquiry: Enquiry) -> datetime:
        return enquiry.received_at + self.random.random() * (timezone.now() - enquiry.received_at)

    def lose_a_person(self) -> None:
        if self.random.random() < 0.1:
            self.sam.delete()
            self.sam = people.consultant(f"sam{self.sam.username}", people.default_team(), may=("erase_enquiry",))

    def lose_a_guide(self) -> None:
        if self.random.random() < 0.2 and self.guides:
            Article.objects.filter(pk=self.guides.pop().pk).delete()


@pytest.mark.parametrize("seed", range(6))
def test_whatever_happens_reports_show_what_the_rows_add_up_to(seed: int) -> None:
    history = History(seed)
    for _ in range(12):
        for _ in range(6):
            history.go_on()
        assert reports() == from_rows()

    keeping.count_in()
    assert reports() == from_rows()
    assert keeping.wrong_weeks() == []
    assert not Enquiry.objects.counted().filter(tallied_in=None).exists()


def test_lines_of_the_same_marks_become_one() -> None:
    enquiries = [people.enquiry(role="client") for _ in range(3)]
    for enquiry in enquiries:
        keeping.count_in()
        verbs.reply(enquiry, "Hello", "Some words.", people.consultant(f"sam{enquiry.pk}"))
    keeping.count_in()

    assert list(Tally.objects.values_list("role", "number")) == [("client", 3)]
    assert list(GuideTally.objects.values_list("guide", "number")) == [(None, 3)]
    by_role, waits = (kind.objects.filter(by="role") for kind in (GroupTally, WaitTally))
    assert list(by_role.values_list("value", "number", "unanswered", "in_time")) == [("client", 3, 0, 3)]
    assert list(waits.values_list("value", "quarters", "number")) == [("client", 0, 3)]


def test_a_week_begins_at_midnight_in_london() -> None:
    for minute in (datetime(2026, 7, 12, 22, 59, tzinfo=UTC), datetime(2026, 7, 12, 23, 1, tzinfo=UTC)):
        people.enquiry(received_at=minute)
    for minute in (datetime(2026, 10, 25, 23, 59, tzinfo=UTC), datetime(2026, 10, 26, 0, 1, tzinfo=UTC)):
        people.enquiry(received_at=minute)

    keeping.count_in()

    weeks = Enquiry.objects.order_by("received_at").values_list("tallied_in", flat=True)
    assert list(weeks) == [date(2026, 7, 6), date(2026, 7, 13), date(2026, 10, 19), date(2026, 10, 26)]


def test_whether_a_tallied_enquiry_is_overdue_is_for_the_clock_to_say() -> None:
    now = timezone.now()
    waits = people.enquiry(role="client", received_at=now - 9 * HOUR, reply_due_at=now + HOUR)
    keeping.count_in()
    assert Statistics(4).everybody().overdue == 0

    Enquiry.objects.filter(pk=waits.pk).update(reply_due_at=now - HOUR)
    assert Statistics(4).everybody().overdue == 1


def test_a_refused_change_leaves_the_tallies_as_they_were() -> None:
    closed = people.enquiry(state=State.CLOSED, closed_at=timezone.now(), outcome=Outcome.PLACED)
    keeping.count_in()

    with pytest.raises(NotAllowed):
        verbs.take(closed, people.consultant())

    assert Enquiry.objects.get().tallied_in is not None
    assert list(Tally.objects.values_list("outcome", "number")) == [("placed", 1)]


def test_the_filters_suspicion_gets_a_column_of_its_own() -> None:
    for reasons in (["A reason."], [], ["erased"]):
        people.enquiry(spam_reasons=reasons)
    Enquiry.objects.update(was_suspected=None)

    keeping.count_in()

    assert list(Enquiry.objects.order_by("pk").values_list("was_suspected", flat=True)) == [True, False, True]


def test_our_own_trials_are_not_tallied() -> None:
    people.enquiry(is_synthetic=True)

    assert keeping.count_in() == 0
    assert not Tally.objects.exists()


def test_the_worker_tallies() -> None:
    people.enquiry()

    [part] = [part for part in work.parts() if part.name == "tallies of enquiries"]

    assert (part.run(lambda: False), part.run(lambda: False)) == (1, 0)
    people.enquiry()
    assert part.run(lambda: True) == 0


def test_what_was_changed_by_hand_is_counted_anew() -> None:
    people.enquiry(role="client")
    people.enquiry(received_at=timezone.now() - timedelta(weeks=2))
    call_command("tally_enquiries", stdout=StringIO())
    Enquiry.objects.filter(role="client").update(role="other")
    people.enquiry(role="other")

    out = StringIO()
    call_command("tally_enquiries", stdout=out)

    assert out.getvalue().splitlines()[-1] == "2 enquiries tallied, 1 week counted anew"
    assert keeping.wrong_weeks() == []
    assert reports() == from_rows()


def test_erasing_leaves_whose_it_was_to_the_counts() -> None:
    sam = people.consultant("sam", people.team())
    enquiry = people.enquiry(owner=sam, team=people.team(), first_reply_channel="phone", source="fair")
    enquiry.first_replied_at = enquiry.received_at + HOUR
    enquiry.state, enquiry.outcome, enquiry.closed_at = State.CLOSED, Outcome.PLACED, timezone.now()
    enquiry.save()
    keeping.count_in()
    before = reports()

    erasure.erase(enquiry)

    assert (enquiry.owner, enquiry.team) == (None, None)
    assert reports() == before
    keeping.count_in()
    assert reports() == before


def test_weeks_of_an_earlier_release_are_counted_anew_the_latest_first() -> None:
    for weeks in (0, 1):
        enquiry = people.enquiry(received_at=timezone.now() - timedelta(weeks=weeks))
        Enquiry.objects.filter(pk=enquiry.pk).update(first_replied_at=enquiry.received_at + HOUR)
    keeping.count_in()
    complete = reports()
    Tally.objects.update(edition=0)
    Enquiry.objects.update(reply_minutes=None)
    for kind in (GroupTally, WaitTally):
        kind._default_manager.all().delete()
    assert Statistics(4).uncounted_weeks == 2

    later, earlier = keeping.outdated_weeks()
    assert later > earlier
    keeping.count_anew(later)
    keeping.count_anew(earlier)
    assert reports() == complete  # from the rows, before they are tallied again
    assert list(keeping.batches()) == [2]
    assert list(keeping.outdated_weeks()) == []
    assert reports() == complete
    assert Statistics(4).uncounted_weeks == 0


def test_the_worker_counts_them_anew_week_by_week() -> None:
    for weeks in (0, 1):
        people.enquiry(received_at=timezone.now() - timedelta(weeks=weeks))
    keeping.count_in()
    Tally.objects.update(edition=0)

    assert list(keeping.batches()) == [1, 1]


def test_an_enquiry_that_an_older_process_counts_out_is_found() -> None:
    """It knows nothing of the newer tallies, and writes no edition."""
    people.enquiry()
    keeping.count_in()
    Tally.objects.create(
        week=Tally.objects.earliest("pk").week,
        role="candidate",
        is_spam=False,
        is_suspected=False,
        edition=0,
        number=-1,
    )
    Enquiry.objects.update(tallied_in=None, state=State.WAITING)

    keeping.count_in()

    assert keeping.wrong_weeks() == []
    assert reports() == from_rows()
