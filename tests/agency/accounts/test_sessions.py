"""Sessions are listed, and end: by time, by their owner, by an administrator, and with the rights they began with."""

from typing import Any
from unittest import mock

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import Group, Permission, User
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from agency.accounts import sessions
from agency.models import CacheEntry
from tests.agency.accounts.staff_accounts import (
    ACCOUNT,
    PASSWORD,
    SECOND,
    code,
    opens,
    person,
    sign_in,
    signed_in,
    with_app,
)

pytestmark = pytest.mark.django_db
SESSIONS = "/accounts/sessions/"
HOUR = 60 * 60
NEW = "five other words, all new"


@pytest.fixture(autouse=True)
def _signed_in_with_a_password_alone(settings: Settings, db: None) -> None:
    settings.SECOND_FACTOR = False
    cache.clear()


def later(hours: int) -> Any:
    return mock.patch.object(sessions, "time", mock.Mock(return_value=sessions.time() + hours * HOUR))


def test_a_new_session_begins_at_each_sign_in_and_is_dead_after_signing_out() -> None:
    client = Client()
    client.get(ACCOUNT)
    person()
    sign_in(client)
    key = client.cookies["session"].value
    client.post("/accounts/sign-out/")
    replayed = Client()
    replayed.cookies["session"] = key

    assert not opens(replayed)
    assert not Session.objects.filter(session_key=key).exists()
    sign_in(client)
    assert client.cookies["session"].value != key


def test_the_owner_sees_where_they_are_signed_in_and_ends_one_or_all_others() -> None:
    user = person()
    here, phone, other = signed_in(user), signed_in(user), signed_in(user)
    stranger = signed_in(person("kim"))
    key = phone.cookies["session"].value

    assert here.get(SESSIONS).text.count("End it") == 2
    here.post(SESSIONS, {"end": UserSession.objects.get(session_key=key).pk})
    assert [opens(one) for one in (here, phone, other)] == [True, False, True]
    here.post(SESSIONS)
    assert [opens(one) for one in (here, phone, other, stranger)] == [True, False, False, True]


def test_a_list_of_sessions_costs_the_same_however_many_there_are(django_assert_num_queries: Any) -> None:
    user = person()
    here = signed_in(user)
    with CaptureQueriesContext(connection) as queries:
        here.get(SESSIONS)
    number = len(queries)
    for _ in range(3):
        signed_in(user)

    with django_assert_num_queries(number):
        here.get(SESSIONS)


@pytest.mark.parametrize("end", ["{}", "x", "0", "99999999999999999999", "-1", "²"])
def test_nobody_ends_the_session_of_another(end: str) -> None:
    kim = signed_in(person("kim"))
    client = signed_in(person())

    assert (
        client.post(SESSIONS, {"end": end.format(UserSession.objects.get(user__username="kim").pk)}).status_code == 404
    )
    assert opens(kim)


def test_an_administrator_sees_and_ends_the_sessions_of_others() -> None:
    user = person(is_superuser=False)
    client, admin = signed_in(user), signed_in(person("boss"))

    assert "from 127.0.0.1, since" in admin.get(f"/admin/auth/user/{user.pk}/change/").text
    admin.post("/admin/auth/user/", {"action": "end_sessions", "_selected_action": [user.pk]})

    assert not opens(client)


def test_a_session_ends_a_week_after_it_began_however_busy() -> None:
    client = signed_in(person())
    for hours, still in ((11, True), (22, True), (167, True), (169, False)):
        with later(hours):
            assert opens(client) is still


def test_a_session_that_nobody_uses_ends_after_twelve_hours() -> None:
    client = signed_in(person())
    [session] = Session.objects.all()
    assert 11.9 * HOUR < (session.expire_date - timezone.now()).total_seconds() <= 12 * HOUR

    with later(6):
        assert opens(client)  # which is written down
    Session.objects.update(expire_date=timezone.now())
    assert not opens(client)


def test_what_is_kept_of_who_begins_to_sign_in_ends_after_half_an_hour(client: Client) -> None:
    secret = with_app(person())
    sign_in(client)
    [begun] = Session.objects.all()
    client.post(SECOND, {"code": code(secret)})
    [whole] = Session.objects.all()

    assert 29 * 60 < (begun.expire_date - timezone.now()).total_seconds() <= 30 * 60
    assert 11.9 * HOUR < (whole.expire_date - timezone.now()).total_seconds() <= 12 * HOUR
    assert opens(client)


def test_a_session_without_a_beginning_is_over() -> None:
    client = signed_in(person())
    session = client.session
    del session[sessions.BEGAN]
    session.save()

    assert not opens(client)


def test_a_changed_password_ends_the_other_sessions() -> None:
    user = person()
    here, elsewhere = signed_in(user), signed_in(user)
    data = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}

    assert here.post("/accounts/password/", data | {"oldpassword": "wrong"}).status_code == 200
    here.post("/accounts/password/", data)

    assert [opens(here), opens(elsewhere)] == [True, False]
    assert not opens(signed_in(user))
    assert [one.session_key for one in UserSession.objects.all()] == [here.cookies["session"].value]


CHANGES = {
    "a group more": lambda user, group: user.groups.add(Group.objects.create(name="more")),
    "a group less": lambda user, group: user.groups.clear(),
    "a group gone": lambda user, group: group.delete(),
    "a member less": lambda user, group: group.user_set.remove(user),
    "no members": lambda user, group: group.user_set.clear(),
    "a permission of the group": lambda user, group: group.permissions.add(Permission.objects.first()),
    "a permission of theirs": lambda user, group: user.user_permissions.add(Permission.objects.first()),
    "a password set by an administrator": lambda user, group: (user.set_password(NEW), user.save()),
    "switched off": lambda user, group: save(user, is_active=False),
    "no longer staff": lambda user, group: save(user, is_staff=False),
    "a superuser": lambda user, group: save(user, is_superuser=True),
}


def save(user: User, **fields: bool) -> None:
    for name, value in fields.items():
        setattr(user, name, value)
    user.save()


@pytest.mark.parametrize("change", CHANGES)
def test_changed_rights_end_the_sessions_of_who_has_them_and_no_others(change: str) -> None:
    user = person(is_superuser=False)
    group = Group.objects.create(name="theirs")
    user.groups.add(group)
    client, other = signed_in(user), signed_in(person("kim"))
    assert opens(client, ACCOUNT)

    CHANGES[change](user, group)

    assert [opens(client, ACCOUNT), opens(other, ACCOUNT)] == [False, True]


def test_another_name_ends_nothing() -> None:
    user = person()
    client = signed_in(user)
    user.first_name = "Sam"
    user.save()

    assert opens(client)


def test_what_is_over_is_forgotten() -> None:
    signed_in(person())
    open_one = signed_in(person("kim"))
    Session.objects.exclude(session_key=open_one.cookies["session"].value).update(expire_date=timezone.now())

    assert CacheEntry.objects.exists()
    CacheEntry.objects.update(expires=timezone.now())

    assert sessions.clear() == 1
    assert not CacheEntry.objects.exists()
    assert [one.user.username for one in UserSession.objects.all()] == ["kim"]
