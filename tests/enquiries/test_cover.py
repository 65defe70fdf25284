"""Who is away, and who gets their enquiries and e-mails meanwhile."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db.models.functions import Now
from django.test import Client
from django.utils import timezone

from articles.outbox.models import Message
from enquiries import cover, teams
from enquiries.handling import permissions, verbs
from enquiries.intake import routing
from enquiries.models import Absence, Notice, ReplyPromise, RoutingRule, State
from enquiries.notices import recipients, reminders, writing
from tests.enquiries import people

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
LIST = "/admin/enquiries/enquiry/"


def away(person: Any, stand_in: Any = None, *, days: int = 0) -> Absence:
    """From yesterday until in so many days."""
    today = timezone.localdate()
    return Absence.objects.create(person=person, stand_in=stand_in, first_day=today - DAY, last_day=today + days * DAY)


@pytest.fixture
def pat() -> Any:
    return people.consultant("pat")


@pytest.fixture
def sam() -> Any:
    return people.consultant("sam")


@pytest.fixture
def kim() -> Any:
    return people.consultant("kim")


def test_somebody_who_is_here_answers_for_themselves(pat: Any) -> None:
    assert cover.today().answering_for(pat) == pat
    assert cover.today().answering_for(None) is None


def test_both_days_that_are_named_belong_to_the_absence(pat: Any, sam: Any) -> None:
    Absence.objects.create(person=pat, stand_in=sam, first_day=date(2026, 12, 1), last_day=date(2026, 12, 3))
    days = [date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 3), date(2026, 12, 4)]

    assert [cover.on(day).answering_for(pat) for day in days] == [pat, sam, sam, pat]


def test_a_stand_in_who_is_away_is_stood_in_for_by_their_own(pat: Any, sam: Any, kim: Any) -> None:
    away(pat, sam)
    away(sam, kim)

    assert cover.today().answering_for(pat) == kim
    assert teams.covering(kim) == [pat, sam] or teams.covering(kim) == [sam, pat]
    assert teams.covering(sam) == []


def test_those_who_stand_in_for_one_another_and_are_all_away_leave_it_to_the_team(pat: Any, sam: Any, kim: Any) -> None:
    for person, stand_in in ((pat, sam), (sam, kim), (kim, pat)):
        away(person, stand_in)

    assert [cover.today().answering_for(person) for person in (pat, sam, kim)] == [None, None, None]


def test_a_stand_in_who_can_no_longer_sign_in_answers_nothing(pat: Any, sam: Any) -> None:
    away(pat, sam)
    sam.is_active = False
    sam.save()

    assert cover.today().answering_for(pat) is None


def test_new_enquiries_for_somebody_who_is_away_go_to_their_stand_in(pat: Any, sam: Any) -> None:
    RoutingRule.objects.create(person=pat)
    away(pat, sam)

    assert routing.route("client", None) == (sam, people.default_team())


def test_without_a_stand_in_they_go_to_the_team(pat: Any) -> None:
    RoutingRule.objects.create(person=pat)
    away(pat)

    assert routing.route("client", None) == (None, people.default_team())


def test_mails_go_to_the_stand_in_and_name_them(pat: Any, sam: Any) -> None:
    enquiry = people.enquiry(owner=pat)
    away(pat, sam)

    assert writing.alert(enquiry).recipient == sam.email
    assert recipients.answered_by(enquiry) == "Sam Example"
    assert "Sam Example" in writing.acknowledge(enquiry).text
    assert enquiry.owner == pat


def test_without_a_stand_in_mails_go_to_the_inbox_of_the_team(pat: Any) -> None:
    desk = people.team()
    enquiry = people.enquiry(owner=pat, team=desk)
    away(pat)

    assert recipients.alert_address(enquiry) == desk.inbox
    assert recipients.answered_by(enquiry) == desk.name


def test_a_test_enquiry_goes_to_nobody_but_its_sender(pat: Any, sam: Any) -> None:
    away(pat, sam)

    assert recipients.alert_address(people.enquiry(owner=pat, is_synthetic=True, email="a@b.example")) == "a@b.example"


def test_reminders_go_to_the_stand_in(pat: Any, sam: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("enquiries.working_hours.is_working_day", lambda day, nation: True)
    ReplyPromise.objects.update(opens="00:00", closes="23:59:59")
    away(pat, sam)
    enquiry = people.enquiry(owner=pat)
    type(enquiry).objects.update(reply_due_at=Now() + timedelta(minutes=30))

    reminders.send_out()

    assert list(Message.objects.values_list("recipient", flat=True)) == [sam.email]


def test_what_is_passed_to_somebody_who_is_away_is_told_to_their_stand_in(pat: Any, sam: Any, kim: Any) -> None:
    enquiry = people.enquiry()
    away(pat, sam)

    verbs.assign(enquiry, pat, kim)

    assert Notice.objects.get().recipient == sam.email
    assert enquiry.owner == pat


def test_the_stand_in_sees_what_is_in_hand_and_it_stands_among_theirs_with_whose_it_is(
    client: Client, pat: Any, sam: Any
) -> None:
    elsewhere = people.team("Elsewhere")
    people.enquiry(name="In hand", owner=pat, state=State.OPEN, team=elsewhere)
    people.enquiry(name="Own", owner=sam, state=State.OPEN)
    client.force_login(sam)
    assert [row.name for row in permissions.visible_to(sam)] == ["Own"]
    until = away(pat, sam, days=3).last_day

    response = client.get(f"{LIST}?tab=mine")

    assert {row.enquiry.name for row in response.context["rows"]} == {"In hand", "Own"}
    assert f"for Pat Example (away until {until.day} {until:%B %Y})" in response.content.decode()
    assert response.content.decode().count("away until") == 1


def test_who_is_back_has_theirs_for_themselves_again(pat: Any, sam: Any) -> None:
    people.enquiry(owner=pat, team=people.team("Elsewhere"))
    Absence.objects.create(
        person=pat, stand_in=sam, first_day=timezone.localdate() - 3 * DAY, last_day=timezone.localdate() - DAY
    )

    assert not permissions.visible_to(sam).exists()


def test_the_page_of_an_enquiry_says_who_answers_meanwhile(client: Client, pat: Any, sam: Any) -> None:
    enquiry = people.enquiry(owner=pat)
    until = away(pat, sam, days=2).last_day
    client.force_login(sam)

    page = client.get(f"{LIST}{enquiry.pk}/change/").content.decode()

    assert f"<dd>until {until.day} {until:%B %Y}; Sam Example answers</dd>" in page
    assert f"Pat Example (away until {until.day} {until:%B %Y})</option>" in page


def test_the_page_of_a_member_of_staff_says_who_answers_for_whom(admin_client: Client, pat: Any, sam: Any) -> None:
    until = away(pat, sam, days=2).last_day

    def says(person: Any, cover: str) -> bool:
        page = admin_client.get(f"/admin/auth/user/{person.pk}/change/").content.decode()
        return f'<div class="readonly">{cover}</div>' in page

    day = f"{until.day} {until:%B %Y}"
    assert says(pat, f"Away until {day}; Sam Example answers")
    assert says(sam, "Here, and answers for Pat Example")
    Absence.objects.update(stand_in=None)
    assert says(pat, f"Away until {day}; their team answers")
    assert says(sam, "Here")
