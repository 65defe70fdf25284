"""Somebody is invited by mail and sets up how they sign in; nobody else learns a secret of theirs."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from agency.accounts import forgotten, invitations
from articles.audit.models import Entry
from articles.outbox import sending
from articles.outbox.models import Message
from enquiries.monitoring.log_filter import hide_links
from tests.agency.accounts.staff_accounts import ACCOUNT, add_app, opens, person, signed_in, with_app
from tests.enquiries.mail_server import MailServer

pytestmark = pytest.mark.django_db
USERS = "/admin/auth/user/"
LINK = re.compile(r"http://localhost(/accounts/invitation/\S+)")


def boss() -> Client:
    user = person("boss", first_name="Bo", last_name="O’Neil & Co")
    return signed_in(user, with_app(user))


def invite(client: Client, **fields: Any) -> Any:
    form = {"first_name": "Pat", "last_name": "Field", "email": "Pat.Field@agency.example"}
    groups = [Group.objects.get(name="Editors").pk]
    return client.post(f"{USERS}add/", form | {"groups": groups} | fields, follow=True)


def act(client: Client, action: str, *users: User) -> Any:
    return client.post(USERS, {"action": action, "_selected_action": [user.pk for user in users]}, follow=True)


def mailed(mail_server: MailServer) -> Any:
    sending.send_due(forgotten.NAME)
    return mail_server.mails[-1]


def mailed_link(mail_server: MailServer) -> str:
    found = LINK.search(mailed(mail_server).get_body(("plain",)).get_content())
    assert found
    return found[1]


def test_who_is_invited_sets_up_a_second_factor_and_is_in(mail_server: MailServer) -> None:
    answer = invite(boss())
    pat = User.objects.get(email="Pat.Field@agency.example")
    link, client = mailed_link(mail_server), Client()

    assert "An invitation is on its way to Pat.Field@agency.example." in answer.text
    assert (pat.username, pat.is_staff, pat.is_superuser, pat.has_usable_password()) == (
        "pat.field",
        True,
        False,
        False,
    )
    assert [group.name for group in pat.groups.all()] == ["Editors"]
    assert "Welcome, Pat" in client.get(link).text
    assert client.post(link).headers["Location"] == ACCOUNT
    assert not opens(client)
    add_app(client)
    assert opens(client)
    assert Client().get(link).status_code == Client().post(link).status_code == 404
    assert [entry.about for entry in Entry.objects.filter(action="invited", who="boss")] == ["pat.field"]


def test_the_mail_says_who_invites_and_holds_the_only_link(mail_server: MailServer) -> None:
    invite(boss())
    mail = mailed(mail_server)
    [message] = Message.objects.filter(kind="invitation").values()

    assert (mail["To"], mail["Subject"]) == ("Pat.Field@agency.example", "Your account at Our agency")
    assert "Bo O’Neil & Co invites you" in mail.get_body(("plain",)).get_content()
    assert (message["text"], message["html"], message["recipient"]) == ("", "", "")
    assert hide_links("GET /accounts/invitation/WzEsIm/ 200") == "GET /accounts/invitation/…/ 200"


def test_another_invitation_ends_the_first_and_a_withdrawn_one_every_link(mail_server: MailServer) -> None:
    client = boss()
    invite(client)
    pat, first = User.objects.get(username="pat.field"), mailed_link(mail_server)

    act(client, "invite_again", pat)
    second = mailed_link(mail_server)
    assert [Client().get(link).status_code for link in (first, second)] == [404, 200]

    act(client, "withdraw_invitation", pat)
    assert Client().get(second).status_code == 404
    assert not User.objects.get(pk=pat.pk).is_active


def test_what_waits_is_not_sent_once_it_is_withdrawn(mail_server: MailServer) -> None:
    client = boss()
    invite(client)
    act(client, "withdraw_invitation", User.objects.get(username="pat.field"))

    sending.send_due(forgotten.NAME)

    assert mail_server.mails == []


def test_who_has_come_is_not_invited_again_nor_thrown_out() -> None:
    client, sam = boss(), person()
    User.objects.filter(pk=sam.pk).update(last_login=timezone.now())

    for action in ("invite_again", "withdraw_invitation"):
        assert "Nobody: " in act(client, action, sam).text
    assert User.objects.get(pk=sam.pk).is_active


def test_the_link_ends_by_itself(mail_server: MailServer, monkeypatch: pytest.MonkeyPatch) -> None:
    invite(boss())
    link = mailed_link(mail_server)
    monkeypatch.setattr(invitations, "GOOD_FOR", timedelta(seconds=-1))

    assert Client().get(link).status_code == 404


@pytest.mark.parametrize("token", ["x", "W10:1abc:def", "..", "a" * 500])
def test_a_made_up_link_does_nothing(token: str) -> None:
    assert Client().post(f"/accounts/invitation/{token}/").status_code == 404


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"email": "BOSS@agency.example"}, "Somebody has an account with this address already."),
        ({"email": "pat"}, "Enter a valid email address."),
        ({"first_name": ""}, "This field is required."),
        ({"groups": []}, "This field is required."),
    ],
)
def test_what_is_missing_is_asked_for(fields: dict[str, Any], said: str) -> None:
    assert said in invite(boss(), **fields).text
    assert User.objects.count() == 1


def test_user_names_are_made_that_nobody_has() -> None:
    person("pat")

    assert [invitations.user_name(email) for email in ("Pat@a.example", "zoë.b@a.example", "名@a.example")] == [
        "pat-2",
        "zoe.b",
        "名",
    ]


def test_an_administrator_gives_only_groups_that_they_could_give() -> None:
    ada = person("ada", is_superuser=False)
    ada.groups.add(Group.objects.get(name="Administrators"))
    beyond = Group.objects.create(name="Beyond")
    beyond.permissions.add(Permission.objects.get(codename="view_session"))
    client = signed_in(ada, with_app(ada))

    assert "Select a valid choice" in invite(client, groups=[beyond.pk]).text


def test_the_list_shows_names_groups_and_who_was_last_here() -> None:
    client = boss()
    invite(client)

    page = client.get(USERS).text

    assert "Bo O’Neil &amp; Co</a>" in page
    assert '<td class="field-in_groups">Editors</td>' in page
    assert '<td class="field-in_groups">Superuser</td>' in page
    assert f"Never; added on {timezone.localdate().day} " in page
    seen = [user.last_here for user in client.get(USERS).context["cl"].result_list]
    assert [moment is not None for moment in seen] == [True, False]


@pytest.mark.parametrize("number", [1, 20])
def test_the_list_costs_the_same_however_many_people(
    number: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = boss()
    for index in range(number):
        person(f"one-{index}").groups.add(Group.objects.get(name="Editors"))
    client.get(USERS)

    with django_assert_max_num_queries(13):
        client.get(USERS)


def test_pickers_and_filters_call_people_by_their_names() -> None:
    client = boss()
    person("zed", first_name="Ann", last_name="Adams")

    options = client.get("/admin/articles/author/add/").context["adminform"].form.fields["account"].choices
    members = client.get("/admin/enquiries/team/add/").context["adminform"].form.fields["members"].choices

    assert [label for _value, label in options][1:] == ["Ann Adams", "Bo O’Neil & Co"]
    assert [label for _value, label in members] == ["Ann Adams", "Bo O’Neil & Co"]
