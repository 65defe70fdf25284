"""Who sees which enquiry, and what the two groups of staff may do."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client

from enquiries.handling import permissions
from enquiries.models import CV, Enquiry, Event
from tests import cast
from tests.enquiries import people

pytestmark = pytest.mark.django_db
LIST = "/admin/enquiries/enquiry/"


def editor() -> Any:
    user = get_user_model().objects.create_user("ed", is_staff=True)
    user.groups.add(Group.objects.get(name="Editors"))
    return user


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def addresses(enquiry: Enquiry) -> list[str]:
    """Everything of one enquiry that the admin answers."""
    parts = ("change", "reply", "erase", "cv", "take", "assign", "note", "close", "reopen", "spam", "release", "hold")
    return [f"{LIST}{enquiry.pk}/{part}/" for part in (*parts, "unhold")]


def test_a_consultant_sees_their_own_and_those_of_their_teams() -> None:
    desk = people.team()
    sam = people.consultant("sam", desk)
    own, of_the_desk = people.enquiry(owner=sam), people.enquiry(team=desk)
    shared = people.enquiry(team=desk, owner=people.consultant("ada"))
    other = people.enquiry()

    assert set(permissions.visible_to(sam)) == {own, of_the_desk, shared}
    assert permissions.may_see(sam, shared)
    assert not permissions.may_see(sam, other)


def test_somebody_who_may_see_every_one_and_a_superuser_do() -> None:
    people.enquiry()
    lead = people.consultant("lead", may=("view_every_enquiry",))
    boss = get_user_model().objects.create_superuser("boss")

    assert [permissions.visible_to(user).count() for user in (lead, boss)] == [1, 1]


def test_an_editor_sees_none_even_as_a_member_of_the_team_and_owner() -> None:
    user = editor()
    people.default_team().members.add(user)
    people.enquiry(owner=user)

    assert list(permissions.visible_to(user)) == []


def test_somebody_inactive_sees_none() -> None:
    boss = get_user_model().objects.create_superuser("boss", is_active=False)
    people.enquiry()

    assert list(permissions.visible_to(boss)) == []


def test_an_editor_gets_nothing_of_an_enquiry(client: Client) -> None:
    client.force_login(editor())
    enquiry = people.enquiry()
    people.cv(enquiry)

    assert client.get(LIST).status_code == 403
    for address in addresses(enquiry):
        answers = (client.get(address), client.post(address))
        assert [answer.status_code for answer in answers] == [404, 404], address
        assert all(enquiry.name not in answer.content.decode() for answer in answers)
    front_page = client.get("/admin/").content.decode()
    assert [words for words in (enquiry.name, "/admin/enquiries/") if words in front_page] == []
    assert not Event.objects.exists()


def test_a_consultant_gets_nothing_of_another_teams_enquiry(client: Client) -> None:
    client.force_login(people.consultant("sam", people.team("Elsewhere"), may=("erase_enquiry",)))
    enquiry = people.enquiry()
    people.cv(enquiry)

    for address in addresses(enquiry):
        assert [client.get(address).status_code, client.post(address).status_code] == [404, 404], address
    assert not Event.objects.exists()


def test_a_visitor_is_sent_to_the_login(client: Client) -> None:
    enquiry = people.enquiry()

    for address in (LIST, *addresses(enquiry)):
        answer = client.get(address)
        assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/admin/login/")
        assert client.post(address).status_code == 403


def test_editors_write_guides_and_consultants_do_not() -> None:
    cast.full_draft()
    both = [signed_in(user) for user in (editor(), people.consultant())]

    for address in ("/admin/articles/article/", "/admin/articles/topic/", "/admin/agency/identity/"):
        assert [client.get(address).status_code for client in both] == [200, 403]


def test_the_reports_are_linked_for_those_who_may_see_them(client: Client) -> None:
    sam = people.consultant()
    client.force_login(sam)

    assert 'href="/admin/enquiries/enquiry/reports/"' in client.get(LIST).content.decode()
    assert client.get(f"{LIST}reports/").status_code == 200
    sam.groups.get().permissions.remove(*sam.groups.get().permissions.filter(codename="view_reports"))
    assert "reports/" not in client.get(LIST).content.decode()
    assert client.get(f"{LIST}reports/").status_code == 403


def test_consultants_see_enquiries_and_templates_but_no_users_or_rules() -> None:
    client = signed_in(people.consultant())

    assert client.get(LIST).status_code == 200
    assert client.get("/admin/enquiries/replytemplate/").status_code == 200
    for model in ("auth/user", "enquiries/team", "enquiries/routingrule", "enquiries/wording", "enquiries/retention"):
        assert client.get(f"/admin/{model}/").status_code in {403, 404}, model


def test_a_colleague_without_the_permission_to_handle_only_reads(client: Client) -> None:
    reader = people.consultant("reader", people.default_team())
    reader.groups.clear()
    reader.user_permissions.add(*Group.objects.get(name="Consultants").permissions.filter(codename="view_enquiry"))
    client.force_login(reader)
    enquiry = people.enquiry()
    people.cv(enquiry)

    page = client.get(f"{LIST}{enquiry.pk}/change/")

    assert page.status_code == 200
    assert page.context["actions"] == {}
    assert page.context["may_reply"] is False
    for address in addresses(enquiry)[1:]:
        assert client.post(address).status_code == 403, address
    assert not Event.objects.exists()


def test_what_an_administrator_took_from_a_group_stays_taken() -> None:
    group = Group.objects.get(name="Consultants")
    group.permissions.remove(*group.permissions.filter(codename="download_cv"))

    call_command("migrate", verbosity=0)

    assert not group.permissions.filter(codename="download_cv").exists()


def test_a_group_that_is_gone_is_made_again() -> None:
    before = set(Group.objects.get(name="Editors").permissions.all())
    Group.objects.all().delete()

    call_command("migrate", verbosity=0)

    assert set(Group.objects.get(name="Editors").permissions.all()) == before
    assert CV._meta.permissions[0][0] in set(
        Group.objects.get(name="Consultants").permissions.values_list("codename", flat=True)
    )
