"""Nobody gives away what they do not have, least of all the superuser's box."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from pytest_django import Settings

from agency.accounts.sessions import BEGAN
from tests.agency.accounts.staff_accounts import PASSWORD, person
from tests.articles.filled_forms import filled_form

pytestmark = pytest.mark.django_db
USERS, GROUPS = "/admin/auth/user/", "/admin/auth/group/"
CONFIRM = "/accounts/confirm/password/"


@pytest.fixture(autouse=True)
def _signed_in_with_a_password_alone(settings: Settings, db: None) -> None:
    settings.SECOND_FACTOR = False


def administrator() -> User:
    user = person("ada", is_superuser=False)
    user.groups.add(Group.objects.get(name="Administrators"))
    return user


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def page(user: User | Group, verb: str = "change") -> str:
    return f"{USERS if isinstance(user, User) else GROUPS}{user.pk}/{verb}/"


def change(client: Client, user: User, **fields: Any) -> Any:
    lists = {"groups": [], "user_permissions": []}
    return client.post(page(user), filled_form(client.get(page(user)), "user_form") | lists | fields)


def test_an_administrator_is_offered_no_superuser_and_cannot_make_one() -> None:
    sam, client = person(is_superuser=False), browser(administrator())

    assert not {"is_superuser", "user_permissions"} & set(client.get(page(sam)).context["adminform"].form.fields)
    permission = Permission.objects.get(codename="view_session")
    change(client, sam, first_name="Sam", is_superuser="on", user_permissions=[permission.pk])

    sam = User.objects.get(pk=sam.pk)
    assert (sam.first_name, sam.is_superuser, sam.user_permissions.count()) == ("Sam", False, 0)


def test_a_superuser_makes_another() -> None:
    sam = person(is_superuser=False)

    change(browser(person("boss")), sam, is_superuser="on")

    assert User.objects.get(pk=sam.pk).is_superuser


@pytest.mark.parametrize("verb", ["change", "password", "delete"])
def test_an_administrator_changes_nobody_who_can_do_more(verb: str) -> None:
    client, boss, more = browser(administrator()), person("boss"), person("more", is_superuser=False, is_active=False)
    more.user_permissions.add(Permission.objects.get(codename="view_session"))

    for user in (boss, more):
        assert client.post(page(user, verb), {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("action", ["end_sessions", "remove_second_factors", "send_link"])
def test_nor_by_an_action_on_the_list(action: str) -> None:
    client, boss = browser(administrator()), person("boss")

    answer = client.post(USERS, {"action": action, "_selected_action": [boss.pk]}, follow=True)

    assert "Left alone were accounts that can do more than yours." in answer.text


def test_an_administrator_gives_no_group_more_than_they_have() -> None:
    client, group = browser(administrator()), Group.objects.create(name="Beyond")
    beyond = Permission.objects.get(codename="view_session")
    client.post(page(group), {"name": "Beyond", "permissions": [beyond.pk]})
    assert not group.permissions.exists()

    group.permissions.add(beyond)
    assert client.post(page(group), {"name": "Mine"}).status_code == 403
    sam = person(is_superuser=False)
    change(client, sam, groups=[group.pk])
    assert not sam.groups.exists()


def test_an_administrator_gives_the_groups_that_a_new_site_has() -> None:
    sam, managers = person(is_superuser=False), Group.objects.get(name="Managers")

    change(browser(administrator()), sam, groups=[managers.pk])

    assert list(sam.groups.all()) == [managers]


def test_whoever_signed_in_long_ago_says_once_more_who_is_there() -> None:
    sam = person(is_superuser=False)
    client = browser(person("boss"))
    session = client.session
    session[BEGAN] -= 20 * 60
    session.save()

    for address in (page(sam), page(sam, "password"), page(sam, "delete"), f"{USERS}add/", f"{GROUPS}add/"):
        assert client.get(address).headers["Location"].startswith(CONFIRM)
    data = {"action": "end_sessions", "_selected_action": [sam.pk], "password1": "not to be kept"}
    assert client.post(USERS, data).headers["Location"].startswith(CONFIRM)
    assert "not to be kept" not in str(dict(client.session))
    assert client.get(USERS).status_code == 200

    answer = client.post(CONFIRM, {"password": PASSWORD, "next": page(sam)})
    assert (answer.headers["Location"], client.get(page(sam)).status_code) == (page(sam), 200)
