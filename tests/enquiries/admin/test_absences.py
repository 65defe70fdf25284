"""Absences in the admin: everybody enters their own, managers those of all."""

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from enquiries.models import Absence
from tests.enquiries import people

pytestmark = pytest.mark.django_db
ABSENCES = "/admin/enquiries/absence/"
DAYS = {"first_day": "2026-12-21", "last_day": "2026-12-31", "note": ""}
FIRST, LAST = date(2026, 12, 21), date(2026, 12, 31)


@pytest.fixture
def sam(client: Client) -> Any:
    user = people.consultant("sam")
    client.force_login(user)
    return user


def stored() -> list[tuple[str, date, date]]:
    return list(Absence.objects.values_list("person__username", "first_day", "last_day"))


def errors(response: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = response.context["adminform"].form.errors
    return found


def test_a_consultant_enters_their_own(client: Client, sam: Any) -> None:
    stand_in = people.consultant("pat")

    client.post(f"{ABSENCES}add/", DAYS | {"stand_in": stand_in.pk, "person": stand_in.pk})

    absence = Absence.objects.get()
    assert (absence.person, absence.stand_in, absence.first_day, absence.last_day) == (sam, stand_in, FIRST, LAST)


def test_a_consultant_sees_and_changes_no_other(client: Client, sam: Any) -> None:
    own = Absence.objects.create(person=sam, first_day=FIRST, last_day=LAST)
    other = Absence.objects.create(person=people.consultant("pat"), first_day=FIRST, last_day=LAST)

    assert list(client.get(ABSENCES).context["cl"].result_list) == [own]
    assert client.post(f"{ABSENCES}{other.pk}/change/", DAYS | {"note": "Mine now"}).status_code == 302
    assert client.post(f"{ABSENCES}{other.pk}/delete/", {"post": "yes"}).status_code == 302
    other.refresh_from_db()
    assert (other.note, other.person.username) == ("", "pat")


def test_a_manager_enters_those_of_all(client: Client) -> None:
    boss = people.consultant("boss")
    boss.groups.set([Group.objects.get(name="Managers")])
    client.force_login(boss)

    client.post(f"{ABSENCES}add/", DAYS | {"person": people.consultant("pat").pk})

    assert stored() == [("pat", FIRST, LAST)]


@pytest.mark.parametrize(
    ("days", "field", "said"),
    [
        ({"last_day": "2026-12-20"}, "last_day", "The last day cannot be before the first one."),
        (
            {"first_day": "2027-01-04", "last_day": "2027-01-10"},
            "__all__",
            "These days overlap with another absence: 10 January 2027 to 12 January 2027.",
        ),
        (
            {"first_day": "2027-01-01", "last_day": "2027-02-01"},
            "__all__",
            "These days overlap with another absence: 10 January 2027 to 12 January 2027.",
        ),
    ],
)
def test_what_cannot_be_is_refused(client: Client, sam: Any, days: dict[str, str], field: str, said: str) -> None:
    Absence.objects.create(person=sam, first_day=date(2027, 1, 10), last_day=date(2027, 1, 12))

    response = client.post(f"{ABSENCES}add/", DAYS | days)

    assert errors(response) == {field: [said]}
    assert Absence.objects.count() == 1


def test_nobody_stands_in_for_themselves(client: Client, sam: Any) -> None:
    response = client.post(f"{ABSENCES}add/", DAYS | {"stand_in": sam.pk})

    assert errors(response) == {"stand_in": ["Choose somebody else: nobody can stand in for themselves."]}


def test_absences_that_follow_one_another_are_two(client: Client, sam: Any) -> None:
    Absence.objects.create(person=sam, first_day=date(2027, 1, 1), last_day=date(2027, 1, 3))

    client.post(f"{ABSENCES}add/", DAYS)

    assert Absence.objects.count() == 2


def test_an_absence_can_be_made_longer(client: Client, sam: Any) -> None:
    absence = Absence.objects.create(person=sam, first_day=FIRST, last_day=LAST)

    client.post(f"{ABSENCES}{absence.pk}/change/", DAYS | {"last_day": "2027-01-03"})

    assert stored() == [("sam", FIRST, date(2027, 1, 3))]
