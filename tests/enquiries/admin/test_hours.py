"""Opening hours and closures in the admin, and what visitors read of them."""

from typing import Any

import pytest
from django.test import Client

from enquiries.models import Closure, ReplyPromise, Team
from tests.enquiries import people

pytestmark = pytest.mark.django_db
PROMISE = {"hours": 8, "nation": "ENG", "escalation_email": "", "opens": "09:00", "closes": "17:30"}
CLOSURES = "/admin/enquiries/closure/"


def save_promise(client: Client, **fields: Any) -> Any:
    address = f"/admin/enquiries/replypromise/{ReplyPromise.objects.get().pk}/change/"
    return client.post(address, PROMISE | fields)


def errors(response: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = response.context["adminform"].form.errors
    return found


def test_days_are_typed_as_people_write_them(admin_client: Client) -> None:
    typed = "Friday 9 to 16:00\r\n\r\nsaturdays: 10.00–13.00\r\nWED closed\r\n"

    assert save_promise(admin_client, days=typed).status_code == 302

    promise = ReplyPromise.objects.get()
    assert promise.days == {"4": ["09:00", "16:00"], "5": ["10:00", "13:00"], "2": []}
    form = admin_client.get(f"/admin/enquiries/replypromise/{promise.pk}/change/").context["adminform"].form
    assert form["days"].value() == "Wednesday closed\nFriday 09:00 to 16:00\nSaturday 10:00 to 13:00"


def test_an_empty_field_is_the_usual_week(admin_client: Client) -> None:
    ReplyPromise.objects.update(days={"4": []})

    save_promise(admin_client, days="")

    assert ReplyPromise.objects.get().days == {}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "Someday 9 to 5",
            "We cannot read “Someday 9 to 5”. Write a day and its hours, such as “Friday 09:00 to 16:00”, “Saturday 10:00 to "
            "13:00” or “Wednesday closed”.",
        ),
        ("Friday 9 to 5", "Friday: closing time must be after opening time."),
        ("Friday 9 to 25", "There is no such time as 25 in “Friday 9 to 25”."),
        ("Fri closed\nFriday 9 to 16", "Friday is there twice."),
        (
            "\n".join(f"{day} closed" for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")),
            "At least one day a week must be open.",
        ),
    ],
)
def test_what_is_no_week_is_refused(admin_client: Client, typed: str, said: str) -> None:
    assert errors(save_promise(admin_client, days=typed)) == {"days": [said]}
    assert ReplyPromise.objects.get().days == {}


def test_a_team_gets_days_of_its_own(admin_client: Client) -> None:
    team = people.team()
    fields = {"name": team.name, "email": team.email, "days": "Monday closed", "nation": "SCT"}

    admin_client.post(f"/admin/enquiries/team/{team.pk}/change/", fields)

    assert list(Team.objects.filter(pk=team.pk).values_list("days", "nation")) == [({"0": []}, "SCT")]


def test_a_closure_is_entered_and_one_that_cannot_be_is_refused(admin_client: Client) -> None:
    days = {"name": "Christmas week", "first_day": "2026-12-24", "team": ""}

    backward = admin_client.post(f"{CLOSURES}add/", days | {"last_day": "2026-12-23"})
    endless = admin_client.post(f"{CLOSURES}add/", days | {"last_day": "2027-12-23"})
    admin_client.post(f"{CLOSURES}add/", days | {"last_day": "2027-01-01"})

    assert errors(backward) == {"last_day": ["The last day cannot be before the first one."]}
    assert errors(endless) == {"last_day": ["A closure can last three months at most."]}
    assert [str(closure) for closure in Closure.objects.all()] == ["Christmas week"]


def test_visitors_read_the_hours_of_now_at_once(client: Client, admin_client: Client) -> None:
    before = client.get("/").content.decode()

    save_promise(admin_client, days="Friday 09:00 to 16:00")
    admin_client.post(f"{CLOSURES}add/", {"name": "C", "first_day": "2026-12-24", "last_day": "2026-12-31", "team": ""})

    assert "Our working hours are 09:00 to 17:30, Monday to Friday, except bank holidays in England.<" in before
    assert (
        "Our working hours are 09:00 to 17:30, Monday to Thursday, and 09:00 to 16:00, Friday, except bank holidays in "
        "England and days on which the office is closed.<"
    ) in client.get("/").content.decode()
