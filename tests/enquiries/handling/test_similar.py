"""Other enquiries that seem to be from the same person."""

from typing import Any

import pytest

from enquiries.handling.similar import mailbox, similar
from enquiries.models import Enquiry
from tests.enquiries import people

pytestmark = pytest.mark.django_db


def reasons(enquiry: Enquiry) -> list[tuple[Enquiry, list[str]]]:
    return [(one.enquiry, one.reasons) for one in similar(enquiry, Enquiry.objects.all())]


def test_the_same_address_phone_or_name_and_organisation_is_a_reason() -> None:
    enquiry = people.enquiry(
        name="Zoë Example", email="zoe@example.org", phone="+441614960000", organisation="Example Ltd"
    )
    people.enquiry(name="Zoë Example", organisation="Another Ltd")
    people.enquiry(name="Zoë Exampleton", organisation="Example Ltd")
    named = people.enquiry(name="ZOE EXAMPLE", organisation="example ltd")
    rang = people.enquiry(phone="+441614960000")
    both = people.enquiry(email="zoe@example.org", phone="+441614960000")

    assert reasons(enquiry) == [
        (both, ["same e-mail address", "same phone number"]),
        (rang, ["same phone number"]),
        (named, ["same name and organisation"]),
    ]


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("+441614960000", "0161 496 0000 (work)", True),
        ("0161 496 0001 / 0161 496 0000", "+441614960000", True),
        ("+441614960000;ext=123", "+441614960000;ext=123", True),
        ("+441614960000;ext=123", "+441614960000;ext=124", False),
        ("ask my agent", "ask my agent", False),
    ],
)
def test_a_number_is_recognised_however_it_was_typed(one: str, other: str, is_same: bool) -> None:
    enquiry, second = people.enquiry(phone=one), people.enquiry(phone=other)

    assert reasons(enquiry) == ([(second, ["same phone number"])] if is_same else [])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("pat@example.org", "pat+jobs@example.org"),
        ("pat+jobs@example.org", "pat@example.org"),
        ("pat+jobs@example.org", "pat+more@example.org"),
        ("Pat@example.org", "pat@Example.org"),
        ("patjones@gmail.com", "p.at.jones@gmail.com"),
        ("pat.jones@gmail.com", "patjones@googlemail.com"),
        ("pat.jones+jobs@gmail.com", "patjones@gmail.com"),
        ("patjones@gmail.com", "patjones+jobs@gmail.com"),
    ],
)
def test_one_mailbox_written_in_two_ways_is_recognised(one: str, other: str) -> None:
    enquiry, same = people.enquiry(email=one), people.enquiry(email=other)

    assert reasons(enquiry) == [(same, ["same mailbox, written differently"])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("pat@example.org", "p.at@example.org"),
        ("pat@example.org", "pat@example.com"),
        ("pat@example.org", "pat+x@example.com"),
        ("pat@gmail.com", "patt@gmail.com"),
        ("pat+jobs@gmail.com", "kim+jobs@gmail.com"),
    ],
)
def test_different_mailboxes_are_not_taken_for_one(one: str, other: str) -> None:
    enquiry = people.enquiry(email=one)
    people.enquiry(email=other)

    assert reasons(enquiry) == []


def test_what_was_left_empty_is_no_reason() -> None:
    enquiry = people.enquiry(name="", email="", phone="", organisation="")
    people.enquiry(name="", email="", phone="", organisation="")

    assert reasons(enquiry) == []


def test_our_own_trials_and_what_the_user_does_not_see_are_left_out() -> None:
    enquiry = people.enquiry(email="pat@example.org")
    people.enquiry(email="pat@example.org", is_synthetic=True)
    other = people.enquiry(email="pat@example.org")

    assert similar(enquiry, Enquiry.objects.exclude(pk=other.pk)) == []


@pytest.mark.parametrize("number", [1, 20])
def test_looking_costs_seven_queries_however_many_there_are(number: int, django_assert_num_queries: Any) -> None:
    fields = {"name": "Pat", "organisation": "Example Ltd", "email": "pat@gmail.com", "phone": "+441614960000"}
    enquiry = people.enquiry(**fields)
    for _ in range(number):
        people.enquiry(**fields)

    with django_assert_num_queries(7):
        found = similar(enquiry, Enquiry.objects.all())

    assert len(found) == min(number, 10)


@pytest.mark.parametrize(
    ("email", "expected"),
    [
        ("Pat+Jobs@Example.org", "pat@example.org"),
        ("p.a.t+x@googlemail.com", "pat@gmail.com"),
        ("@", "@"),
        ("no address", "@no address"),
        ("", "@"),
    ],
)
def test_a_mailbox_is_the_address_without_what_providers_ignore(email: str, expected: str) -> None:
    assert mailbox(email) == expected
