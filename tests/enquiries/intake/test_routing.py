"""Who takes a new enquiry, and the admin's forms for teams, rules and the promise."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from articles.document import Insight, Text
from articles.models import Article
from enquiries.intake import routing
from enquiries.models import ReplyPromise, RoutingRule, Team
from tests import cast
from tests.enquiries import people

pytestmark = pytest.mark.django_db


def rule(**fields: Any) -> RoutingRule:
    return RoutingRule.objects.create(**fields)


def quoting(account: Any) -> Article:
    """A published guide whose insight is said by an author with this account."""
    speaker = cast.author(replace(cast.PAT, slug="quoted"))
    speaker.account = account
    speaker.save()
    insight = Insight(html="<p>We see this.</p>", speaker=speaker.as_speaker(), said_on=date(2026, 9, 1))
    return cast.full_guide(body=[Text(html="<p>Words</p>"), insight]).article


def test_without_rules_the_default_team_takes_it() -> None:
    assert routing.route("client", None) == (None, people.default_team())


def test_the_first_rule_that_fits_decides() -> None:
    second, first = people.team("Second"), people.team("First")
    rule(position=2, team=second)
    rule(position=1, role="client", team=first)

    assert routing.route("client", None) == (None, first)
    assert routing.route("candidate", None) == (None, second)


def test_a_rule_for_a_topic_or_a_guide_holds_for_those_only() -> None:
    guide, sibling = cast.full_draft("one"), cast.full_draft("two")
    elsewhere = cast.full_draft("three", topic=cast.topic("other"))
    by_guide, by_topic = people.team("By guide"), people.team("By topic")
    rule(position=1, guide=guide, team=by_guide)
    rule(position=2, topic=cast.topic("roles"), team=by_topic)

    teams = [routing.route("other", source).team for source in (guide, sibling, elsewhere, None)]

    assert teams == [by_guide, by_topic, people.default_team(), people.default_team()]


def test_a_rule_for_a_person_names_the_owner_and_the_default_team_answers_for_it() -> None:
    sam = people.consultant()
    rule(person=sam)

    assert routing.route("client", None) == (sam, people.default_team())


def test_a_rule_for_somebody_who_cannot_sign_in_is_passed_over() -> None:
    sam, desk = people.consultant(), people.team()
    rule(position=1, person=sam)
    rule(position=2, team=desk)
    get_user_model().objects.update(is_active=False)

    assert routing.route("client", None) == (None, desk)


def test_the_person_quoted_in_the_guide_takes_it() -> None:
    sam = people.consultant()
    guide = quoting(sam)
    rule(to_voice=True)

    assert routing.route("client", guide) == (sam, people.default_team())


@pytest.mark.parametrize("who", ["nobody", "inactive"])
def test_a_guide_that_quotes_nobody_with_an_account_goes_to_the_default_team(who: str) -> None:
    guide = quoting(None if who == "nobody" else people.consultant())
    get_user_model().objects.update(is_active=False)
    rule(to_voice=True)

    assert routing.route("client", guide) == (None, people.default_team())


def test_a_guide_that_is_not_published_quotes_nobody() -> None:
    rule(to_voice=True)

    assert routing.route("client", cast.full_draft()) == (None, people.default_team())


def team_form(**fields: Any) -> dict[str, Any]:
    return {"name": "New desk", "email": "new@agency.example", "members": []} | fields


def test_making_another_team_the_default_moves_it(admin_client: Client) -> None:
    admin_client.post("/admin/enquiries/team/add/", team_form(is_default="on"))

    assert list(Team.objects.filter(is_default=True).values_list("name", flat=True)) == ["New desk"]


def test_the_default_team_cannot_be_unticked_or_deleted(admin_client: Client) -> None:
    default = people.default_team()

    unticked = admin_client.post(f"/admin/enquiries/team/{default.pk}/change/", team_form())
    deleted = admin_client.post(f"/admin/enquiries/team/{default.pk}/delete/", {"post": "yes"})

    assert "There must be a default team. Tick another team instead." in unticked.content.decode()
    assert deleted.status_code == 403
    assert people.default_team() == default


@pytest.mark.parametrize("number", [0, 2])
def test_a_rule_needs_exactly_one_destination(admin_client: Client, number: int) -> None:
    destination = {"team": people.default_team().pk, "to_voice": "on"} if number else {}

    response = admin_client.post("/admin/enquiries/routingrule/add/", {"position": 1} | destination)

    assert "Choose exactly one: a team, a person, or the person quoted in the guide." in response.content.decode()
    assert not RoutingRule.objects.exists()


def test_a_rule_is_offered_people_who_handle_enquiries(admin_client: Client) -> None:
    sam = people.consultant()
    get_user_model().objects.create_user("clerk", is_staff=True)

    form = admin_client.get("/admin/enquiries/routingrule/add/").context["adminform"].form

    assert {person.username for person in form.fields["person"].queryset} == {"admin", sam.username}


def test_the_promise_needs_opening_hours(admin_client: Client) -> None:
    promise = ReplyPromise.objects.get()
    address = f"/admin/enquiries/replypromise/{promise.pk}/change/"
    hours = {"hours": 4, "nation": "SCT", "escalation_email": "", "opens": "08:00", "closes": "16:00"}

    refused = admin_client.post(address, hours | {"closes": "08:00"})
    admin_client.post(address, hours)

    assert "Closing time must be after opening time." in refused.content.decode()
    promise.refresh_from_db()
    assert (promise.hours, promise.opens, promise.closes, promise.nation) == (4, time(8), time(16), "SCT")


def test_every_form_opens(admin_client: Client) -> None:
    rule(team=people.default_team())
    for model in ("team", "routingrule", "replypromise", "replytemplate", "wording"):
        assert admin_client.get(f"/admin/enquiries/{model}/").status_code == 200
    for model in ("team", "routingrule", "replytemplate"):
        assert admin_client.get(f"/admin/enquiries/{model}/add/").status_code == 200
