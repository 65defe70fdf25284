"""The verbs of handling: what they write, what they add to the history, and when they refuse."""

from datetime import timedelta
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from articles.outbox.sending import send_due
from enquiries.handling import verbs
from enquiries.locking import NotAllowed
from enquiries.models import Enquiry, Event, Notice, State
from enquiries.notices import writing
from enquiries.privacy import retention
from tests.enquiries import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam() -> Any:
    return people.consultant("sam", people.default_team())


@pytest.fixture
def ada() -> Any:
    return people.consultant("ada", people.default_team())


def lines(enquiry: Enquiry) -> list[tuple[str, Any, str]]:
    return [(event.kind, event.by, event.words) for event in enquiry.events.all()]


def kinds(enquiry: Enquiry) -> list[str]:
    return [notice.kind for notice in enquiry.notices.all()]


def test_taking_makes_the_taker_the_owner(sam: Any) -> None:
    enquiry = people.enquiry()

    verbs.take(enquiry, sam)

    enquiry.refresh_from_db()
    assert (enquiry.owner, enquiry.state) == (sam, State.OPEN)
    assert lines(enquiry) == [("taken", sam, "")]


def test_a_colleague_may_take_what_was_sent_to_somebody_who_has_not_taken_it(sam: Any, ada: Any) -> None:
    enquiry = people.enquiry(owner=ada)

    verbs.take(enquiry, sam)

    assert enquiry.owner == sam


def test_the_second_to_take_is_told_who_was_first(sam: Any, ada: Any) -> None:
    seen_by_sam = people.enquiry()
    seen_by_ada = Enquiry.objects.get(pk=seen_by_sam.pk)
    verbs.take(seen_by_sam, sam)

    with pytest.raises(NotAllowed, match=r"^Sam Example has already taken this enquiry\.$"):
        verbs.take(seen_by_ada, ada)
    verbs.take(seen_by_sam, sam)

    assert lines(seen_by_sam) == [("taken", sam, "")]


@pytest.mark.django_db(transaction=True)
def test_of_two_who_take_at_the_same_moment_one_gets_it() -> None:
    takers = [people.consultant("sam"), people.consultant("ada")]
    enquiry, barrier, outcomes = people.enquiry(), Barrier(2), []

    def take(by: Any) -> None:
        mine = Enquiry.objects.get(pk=enquiry.pk)
        barrier.wait(timeout=10)
        try:
            verbs.take(mine, by)
            outcomes.append("taken")
        except NotAllowed:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [Thread(target=take, args=[taker]) for taker in takers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)

    assert sorted(outcomes) == ["refused", "taken"]
    enquiry.refresh_from_db()
    assert lines(enquiry) == [("taken", enquiry.owner, "")]


def test_giving_to_a_person_tells_that_person(sam: Any, ada: Any) -> None:
    enquiry = people.enquiry(owner=sam, state=State.OPEN)

    verbs.assign(enquiry, ada, sam)

    enquiry.refresh_from_db()
    assert (enquiry.owner, enquiry.team, enquiry.state) == (ada, people.default_team(), State.OPEN)
    assert lines(enquiry) == [("assigned", sam, "To Ada Example.")]
    assert [(notice.kind, notice.recipient) for notice in enquiry.notices.all()] == [
        ("assignment", "ada@agency.example")
    ]


def test_giving_to_a_team_makes_it_new_there(sam: Any) -> None:
    enquiry, desk = people.enquiry(owner=sam, state=State.OPEN), people.team(email="desk@agency.example")

    verbs.assign(enquiry, desk, sam)

    enquiry.refresh_from_db()
    assert (enquiry.owner, enquiry.team, enquiry.state) == (None, desk, State.NEW)
    assert [(notice.kind, notice.recipient) for notice in enquiry.notices.all()] == [
        ("assignment", "desk@agency.example")
    ]


def test_the_reason_for_passing_it_on_stays_in_the_history(sam: Any, ada: Any) -> None:
    enquiry = people.enquiry(owner=sam)

    verbs.assign(enquiry, ada, sam, "I am away.\nThey want to talk today.")

    assert lines(enquiry) == [("assigned", sam, "To Ada Example.\nI am away.\nThey want to talk today.")]


def test_giving_it_to_oneself_sends_no_alert(sam: Any) -> None:
    enquiry = people.enquiry()

    verbs.assign(enquiry, sam, sam)

    assert (enquiry.owner, kinds(enquiry)) == (sam, [])


def test_giving_it_where_it_is_already_is_refused(sam: Any, ada: Any) -> None:
    enquiry = people.enquiry(owner=ada)

    with pytest.raises(NotAllowed, match=r"^This enquiry is already with Ada Example\.$"):
        verbs.assign(enquiry, ada, sam)


def test_a_note_is_a_line_of_the_history_and_tells_nobody(sam: Any) -> None:
    enquiry = people.enquiry()

    verbs.note(enquiry, "Rang; no answer.", sam)

    assert lines(enquiry) == [("noted", sam, "Rang; no answer.")]
    assert (enquiry.state, kinds(enquiry)) == (State.NEW, [])


def test_the_first_reply_is_dated_and_the_enquiry_waits(sam: Any) -> None:
    enquiry = people.enquiry()

    verbs.reply(enquiry, "Hello", "When may I ring?\nSam", sam)

    enquiry.refresh_from_db()
    assert (enquiry.owner, enquiry.state) == (sam, State.WAITING)
    assert abs(enquiry.first_replied_at - timezone.now()) < timedelta(minutes=1)
    assert lines(enquiry) == [("replied", sam, "Hello\n\nWhen may I ring?\nSam")]
    notice = enquiry.notices.get()
    assert (notice.kind, notice.recipient, notice.subject) == ("reply", enquiry.email, "Hello")
    assert "When may I ring?" in notice.text


def test_a_second_reply_keeps_the_date_of_the_first_and_the_owner(sam: Any, ada: Any) -> None:
    enquiry = people.enquiry()
    verbs.reply(enquiry, "One", "First", sam)
    first = Enquiry.objects.get().first_replied_at

    verbs.reply(enquiry, "Two", "Second", ada)

    enquiry.refresh_from_db()
    assert (enquiry.first_replied_at, enquiry.owner) == (first, sam)
    assert kinds(enquiry) == ["reply", "reply"]


def test_a_reply_that_was_written_without_knowing_of_another_is_refused(sam: Any, ada: Any) -> None:
    enquiry = people.enquiry()
    verbs.reply(enquiry, "One", "First", sam, replies_seen=0)

    with pytest.raises(NotAllowed, match=r"^Another reply has just been sent"):
        verbs.reply(enquiry, "One", "First", ada, replies_seen=0)

    assert kinds(enquiry) == ["reply"]


def test_closing_needs_an_outcome_and_sets_the_erase_date(sam: Any) -> None:
    enquiry = people.enquiry(owner=sam, state=State.WAITING)

    verbs.close(enquiry, "placed", sam, "Starts in May.")

    enquiry.refresh_from_db()
    assert (enquiry.state, enquiry.outcome) == (State.CLOSED, "placed")
    assert abs(enquiry.closed_at - timezone.now()) < timedelta(minutes=1)
    assert enquiry.erase_on == timezone.localdate() + timedelta(days=730)
    assert lines(enquiry) == [("closed", sam, "led to a placement\nStarts in May.")]


def test_an_outcome_that_does_not_exist_closes_nothing(sam: Any) -> None:
    enquiry = people.enquiry()

    with pytest.raises(ValueError, match="nonsense"):
        verbs.close(enquiry, "nonsense", sam)

    enquiry.refresh_from_db()
    assert enquiry.state == State.NEW


@pytest.mark.parametrize(("has_owner", "state"), [(True, State.OPEN), (False, State.NEW)])
def test_reopening_clears_the_outcome_and_the_erase_date(sam: Any, has_owner: bool, state: State) -> None:
    enquiry = people.enquiry(owner=sam if has_owner else None)
    verbs.close(enquiry, "answered", sam)

    verbs.reopen(enquiry, sam)

    enquiry.refresh_from_db()
    assert (enquiry.state, enquiry.outcome, enquiry.closed_at, enquiry.erase_on) == (state, "", None, None)
    assert [kind for kind, _, _ in lines(enquiry)] == ["closed", "reopened"]


def test_spam_is_put_aside_with_an_erase_date_and_what_was_to_be_sent_is_held(sam: Any) -> None:
    enquiry = people.enquiry()
    writing.acknowledge(enquiry)
    Notice.objects.filter(kind="acknowledgement").update(sent_at=timezone.now())
    writing.alert(enquiry)

    verbs.mark_spam(enquiry, sam)

    enquiry.refresh_from_db()
    assert enquiry.state == State.SPAM
    assert enquiry.erase_on > timezone.localdate()
    assert {notice.kind: notice.is_held for notice in enquiry.notices.all()} == {
        "acknowledgement": False,
        "alert": True,
    }
    assert lines(enquiry) == [("marked_spam", sam, "")]


def test_released_spam_is_new_and_its_held_notices_are_due(sam: Any) -> None:
    enquiry = people.enquiry(state=State.SPAM, spam_reasons=["It has many links."])
    retention.set_erase_date(enquiry)
    writing.acknowledge(enquiry)

    verbs.release(enquiry, sam)

    enquiry.refresh_from_db()
    assert (enquiry.state, enquiry.erase_on) == (State.NEW, None)
    assert enquiry.spam_reasons == ["It has many links."]
    assert [notice.is_held for notice in enquiry.notices.all()] == [False]
    assert send_due("mail") == 1
    assert lines(enquiry)[0] == ("released", sam, "")


VERBS = {
    "take": lambda enquiry, by: verbs.take(enquiry, by),
    "assign": lambda enquiry, by: verbs.assign(enquiry, people.team(), by),
    "note": lambda enquiry, by: verbs.note(enquiry, "Words", by),
    "reply": lambda enquiry, by: verbs.reply(enquiry, "Subject", "Body", by),
    "close": lambda enquiry, by: verbs.close(enquiry, "answered", by),
    "mark_spam": lambda enquiry, by: verbs.mark_spam(enquiry, by),
    "release": lambda enquiry, by: verbs.release(enquiry, by),
    "reopen": lambda enquiry, by: verbs.reopen(enquiry, by),
}
IN_HAND = {"take", "assign", "note", "reply", "close", "mark_spam"}


@pytest.mark.parametrize(
    ("state", "admits"),
    [
        (State.NEW, IN_HAND),
        (State.OPEN, IN_HAND),
        (State.WAITING, IN_HAND),
        (State.CLOSED, {"note", "reopen"}),
        (State.SPAM, {"note", "release"}),
        (State.ERASED, set()),
    ],
)
def test_each_state_admits_its_verbs_and_no_others(sam: Any, state: State, admits: set[str]) -> None:
    for name in admits:
        VERBS[name](people.enquiry(state=state), sam)
    for name in VERBS.keys() - admits:
        enquiry = people.enquiry(state=state)
        with pytest.raises(NotAllowed, match=r"^This enquiry .*\.$"):
            VERBS[name](enquiry, sam)
        assert (lines(enquiry), kinds(enquiry)) == ([], [])


def test_a_verb_that_fails_leaves_nothing_half_done(sam: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    enquiry = people.enquiry()
    monkeypatch.setattr(writing, "reply", lambda *args, **words: (_ for _ in ()).throw(OSError("disk full")))

    with pytest.raises(OSError, match="disk full"):
        verbs.reply(enquiry, "Subject", "Body", sam)

    assert Enquiry.objects.get().state == State.NEW
    assert not Event.objects.exists()
