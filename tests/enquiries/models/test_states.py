"""What is in hand, what is unanswered and what is overdue: the same asked of the table and of one enquiry."""

from datetime import datetime, timedelta
from itertools import product

import pytest
from django.db import connection
from django.utils import timezone

from enquiries.models import Enquiry, State
from tests.enquiries import stored

HOUR = timedelta(hours=1)


def one_of_each(now: datetime) -> list[Enquiry]:
    """In every state, replied to or not, from an enquirer or from ourselves, due an hour ago or in an hour."""
    return [
        stored.enquiry(state=state, first_replied_at=replied_at, is_synthetic=is_synthetic, reply_due_at=now + due_in)
        for state, replied_at, is_synthetic, due_in in product(State, (None, now), (False, True), (-HOUR, HOUR))
    ]


def states(enquiries: list[Enquiry]) -> set[State]:
    return {State(enquiry.state) for enquiry in enquiries}


@pytest.mark.django_db
def test_the_table_and_an_enquiry_at_hand_agree() -> None:
    now = timezone.now()
    every = one_of_each(now)

    by_number = Enquiry.objects.order_by("pk")
    assert list(by_number.in_hand()) == [enquiry for enquiry in every if enquiry.is_in_hand]
    assert list(by_number.unanswered()) == [enquiry for enquiry in every if enquiry.is_unanswered]
    assert list(by_number.overdue()) == [enquiry for enquiry in every if enquiry.is_overdue(now)]


@pytest.mark.django_db
def test_in_hand_is_what_is_neither_finished_nor_put_aside() -> None:
    one_of_each(timezone.now())

    assert states(list(Enquiry.objects.in_hand())) == {State.NEW, State.OPEN, State.WAITING}


@pytest.mark.django_db
def test_unanswered_is_what_an_enquirer_waits_for() -> None:
    now = timezone.now()
    one_of_each(now)

    unanswered = list(Enquiry.objects.unanswered())

    assert states(unanswered) == {State.NEW, State.OPEN}
    assert {(enquiry.first_replied_at, enquiry.is_synthetic) for enquiry in unanswered} == {(None, False)}
    assert {enquiry.reply_due_at for enquiry in unanswered} == {now - HOUR, now + HOUR}
    assert {enquiry.reply_due_at for enquiry in Enquiry.objects.overdue()} == {now - HOUR}


def test_a_promise_is_broken_after_its_moment_and_not_at_it() -> None:
    now = timezone.now()
    enquiry = Enquiry(reply_due_at=now)

    assert not enquiry.is_overdue(now)
    assert enquiry.is_overdue(now + timedelta.resolution)


@pytest.mark.parametrize("state", State)
def test_suspected_spam_is_open_to_its_enquirer(state: State) -> None:
    assert Enquiry(state=state).is_open == (state in {State.NEW, State.OPEN, State.WAITING, State.SPAM})


@pytest.mark.django_db
def test_the_overdue_are_found_by_index() -> None:
    if connection.vendor == "postgresql":  # which reads a small table whole if it may
        connection.cursor().execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off")

    plan = Enquiry.objects.overdue().order_by("reply_due_at").explain()
    assert "enquiry_counts" in plan or "enquiry_unanswered" in plan
