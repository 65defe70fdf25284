"""Rules that give what they send to a team to one of its members: in turn, or to whoever has the fewest in hand."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connections, transaction
from django.test import Client
from django.utils import timezone

from enquiries.handling import verbs
from enquiries.intake import receiving, routing
from enquiries.models import Absence, Enquiry, Notice, RoutingRule, State, Team, Turn
from tests.enquiries import data_subject, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Team:
    return people.team("Desk")


def members(desk: Team, *names: str) -> list[Any]:
    return [people.consultant(name, desk) for name in names]


def rule(desk: Team, assignment: str = "rota") -> None:
    RoutingRule.objects.create(team=desk, assignment=assignment)


def receive(number: int, **more: Any) -> Enquiry:
    answers = data_subject.answers(email=f"pat{number}@example.org", **{"from": ""})
    return receiving.receive(answers, token=f"{number:032}", **more)[0]


def owners(*numbers: int) -> list[str]:
    """Who gets these, one after the other; a dash for nobody."""
    return [owner.username if (owner := receive(number).owner) else "-" for number in numbers]


def away(person: Any) -> Absence:
    today = timezone.localdate()
    return Absence.objects.create(person=person, first_day=today, last_day=today)


def test_members_get_them_in_turn_and_are_told(desk: Team) -> None:
    members(desk, "pat", "sam", "kim")
    rule(desk)

    assert owners(1, 2, 3, 4) == ["pat", "sam", "kim", "pat"]
    assert set(Enquiry.objects.values_list("team__name", "state")) == {("Desk", State.NEW)}
    alerts = Notice.objects.filter(kind=Notice.Kind.ALERT).order_by("pk").values_list("recipient", flat=True)
    assert [address.split("@")[0] for address in alerts] == ["pat", "sam", "kim", "pat"]
    assert "Sam Example" in Notice.objects.get(kind="acknowledgement", recipient="pat2@example.org").text


def test_whoever_joins_is_next_and_only_once(desk: Team) -> None:
    members(desk, "pat", "sam")
    rule(desk)
    owners(1, 2, 3)
    members(desk, "new")

    assert owners(4, 5, 6, 7, 8) == ["new", "sam", "pat", "new", "sam"]


def test_whoever_is_away_is_left_out_and_has_nothing_to_catch_up(desk: Team) -> None:
    pat, *_others = members(desk, "pat", "sam", "kim")
    rule(desk)
    absence = away(pat)
    assert owners(1, 2, 3, 4) == ["sam", "kim", "sam", "kim"]

    absence.delete()

    assert owners(5, 6, 7, 8) == ["pat", "sam", "kim", "pat"]


def test_by_load_whoever_has_the_fewest_in_hand_gets_it(desk: Team) -> None:
    pat, sam, kim = members(desk, "pat", "sam", "kim")
    rule(desk, "load")
    people.enquiry(owner=pat)
    people.enquiry(owner=pat, state=State.WAITING)
    people.enquiry(owner=sam, state=State.OPEN)
    people.enquiry(owner=kim, state=State.CLOSED)
    people.enquiry(owner=kim, state=State.SPAM)
    people.enquiry(owner=kim, is_synthetic=True)

    assert owners(1, 2, 3, 4) == ["kim", "sam", "kim", "pat"]


def test_by_load_whoever_is_away_is_left_out(desk: Team) -> None:
    pat, sam = members(desk, "pat", "sam")
    rule(desk, "load")
    people.enquiry(owner=sam)
    away(pat)

    assert owners(1, 2) == ["sam", "sam"]


@pytest.mark.parametrize("assignment", ["rota", "load"])
def test_without_anybody_who_is_there_it_waits_in_the_teams_list(desk: Team, assignment: str) -> None:
    rule(desk, assignment)
    assert owners(1) == ["-"]
    for person in members(desk, "pat", "sam"):
        away(person)

    assert owners(2) == ["-"]
    assert Notice.objects.filter(kind=Notice.Kind.ALERT, recipient=desk.inbox).count() == 2


def test_members_who_cannot_answer_enquiries_have_no_turn(desk: Team) -> None:
    pat, sam, _kim = members(desk, "pat", "sam", "kim")
    rule(desk)
    pat.groups.clear()
    sam.is_active = False
    sam.save()

    assert owners(1, 2) == ["kim", "kim"]


def test_each_team_has_a_turn_of_its_own(desk: Team) -> None:
    other = people.team("Other")
    for name in ("pat", "sam"):
        people.consultant(name, desk, other)
    RoutingRule.objects.create(role="candidate", team=desk, assignment="rota")
    RoutingRule.objects.create(role="client", team=other, assignment="rota")

    given = [routing.give(role, None).owner.username for role in ("candidate", "client", "client", "candidate")]

    assert given == ["pat", "pat", "sam", "sam"]


def test_spam_and_our_own_tests_take_nobodys_turn(desk: Team) -> None:
    members(desk, "pat", "sam")
    rule(desk)

    assert receive(1, spam_reasons=["Sells links."]).owner is None
    assert receive(2, is_synthetic=True).owner is None
    assert owners(3) == ["pat"]


def test_what_is_released_from_spam_is_given_as_it_would_have_been(desk: Team) -> None:
    members(desk, "pat", "sam")
    rule(desk)
    enquiry = receive(1, spam_reasons=["Sells links."])

    verbs.release(enquiry, people.consultant("boss"))

    enquiry.refresh_from_db()
    assert (enquiry.owner.username, enquiry.state) == ("pat", State.NEW)
    assert owners(2) == ["sam"]


def test_asking_where_one_would_go_takes_no_turn(desk: Team) -> None:
    members(desk, "pat")
    rule(desk)

    assert routing.route("client", None) == (None, desk)
    assert not Turn.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("assignment", ["rota", "load"])
def test_of_those_that_come_at_the_same_moment_each_member_gets_as_many(assignment: str) -> None:
    desk, start = people.team("Desk"), Barrier(6, timeout=60)
    members(desk, "pat", "sam", "kim")
    rule(desk, assignment)

    def come(number: int) -> None:
        start.wait()
        try:
            receive(number)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(come, range(6)))

    assert Counter(Enquiry.objects.values_list("owner__username", flat=True)) == {"pat": 2, "sam": 2, "kim": 2}


def test_what_is_not_stored_takes_no_turn(desk: Team) -> None:
    members(desk, "pat", "sam")
    rule(desk)

    with transaction.atomic():
        routing.give("client", None)
        transaction.set_rollback(True)

    assert owners(1) == ["pat"]


def test_only_a_rule_for_a_team_chooses_among_members(admin_client: Client) -> None:
    pat = people.consultant("pat")
    fields = {"position": 1, "assignment": "rota"}

    refused = admin_client.post("/admin/enquiries/routingrule/add/", fields | {"person": pat.pk})
    admin_client.post("/admin/enquiries/routingrule/add/", fields | {"team": people.default_team().pk})
    listed = admin_client.get("/admin/enquiries/routingrule/").content.decode()

    assert refused.context["adminform"].form.errors == {"assignment": ["Only a team has members to choose from."]}
    assert list(RoutingRule.objects.values_list("assignment", flat=True)) == ["rota"]
    assert f"{people.default_team()}: its members in turn" in listed
