"""The audit trail: who signed in, who got which rights, who took personal data out; and that nobody rewrites it."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.db.models.functions import Now
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.audit import recording
from articles.audit.models import Entry
from enquiries.privacy import erasure
from tests.enquiries import people

pytestmark = pytest.mark.django_db
ADDRESS = "203.0.113.7"
LIST = "/admin/audit/entry/"
Line = tuple[str, str, str]


@pytest.fixture
def boss(client: Client) -> User:
    """A superuser who is signed in, whose own lines are gone."""
    user = User.objects.create_superuser("boss")
    client.force_login(user)
    Entry.objects.all().delete()
    return user


def lines() -> list[Line]:
    """Who, what and about whom, oldest first."""
    return list(Entry.objects.order_by("id").values_list("who", "action", "about"))


@pytest.mark.parametrize(("address", "kept"), [(ADDRESS, ADDRESS), ("2001:db8:1:2:3::4", "2001:db8:1:2::/64")])
def test_signing_in_and_out_is_told_with_the_address(client: Client, address: str, kept: str) -> None:
    User.objects.create_user("sam", password="a long and quiet word", is_staff=True)
    Entry.objects.all().delete()

    sent = {"login": "sam", "password": "a long and quiet word"}
    client.post("/accounts/sign-in/", sent, REMOTE_ADDR=address)
    client.post("/accounts/sign-out/", REMOTE_ADDR=address)

    assert lines() == [("sam", "signed_in", ""), ("sam", "signed_out", "")]
    assert set(Entry.objects.values_list("address", flat=True)) == {kept}


@pytest.mark.parametrize(("typed", "about"), [("sam", "sam"), ("my pass phrase", "unknown user name")])
def test_a_failed_sign_in_names_nobody_but_known_accounts(client: Client, typed: str, about: str) -> None:
    User.objects.create_user("sam", "sam@agency.example", is_staff=True)
    Entry.objects.all().delete()

    client.post("/accounts/sign-in/", {"login": typed, "password": "wrong"})

    assert lines() == [("", "sign_in_failed", about)]


def test_what_an_administrator_does_to_accounts_is_told(boss: User) -> None:
    editors, may_view = Group.objects.get(name="Editors"), Permission.objects.get(codename="view_reports")

    with recording.acting(boss, lambda: ADDRESS):
        sam = User.objects.create_user("sam", is_staff=True)
        sam.groups.add(editors)
        sam.user_permissions.set([may_view])
        sam.is_superuser, sam.is_active = True, False
        sam.set_password("another")
        sam.save()
        sam.user_permissions.clear()
        editors.user_set.clear()
        editors.permissions.remove(Permission.objects.get(codename="add_article"))
        sam.delete()

    assert lines() == [
        ("boss", "account_added", "sam"),
        ("boss", "role_changed", "sam: staff given"),
        ("boss", "role_changed", "sam: Editors given"),
        ("boss", "role_changed", "sam: view_reports given"),
        ("boss", "password_changed", "sam"),
        ("boss", "role_changed", "sam: may sign in taken"),
        ("boss", "role_changed", "sam: superuser given"),
        ("boss", "role_changed", "sam: view_reports taken"),
        ("boss", "role_changed", "sam: Editors taken"),
        ("boss", "group_changed", "Editors: add_article taken"),
        ("boss", "account_deleted", "sam"),
    ]


def test_a_change_from_the_command_line_is_told_without_a_name() -> None:
    call_command("createsuperuser", username="boss", email="boss@agency.example", interactive=False, verbosity=0)

    assert lines() == [
        ("", "account_added", "boss"),
        ("", "role_changed", "boss: staff given"),
        ("", "role_changed", "boss: superuser given"),
    ]


def test_saving_an_account_unchanged_leaves_no_line(boss: User) -> None:
    boss.save()

    assert lines() == []


def test_it_says_who_took_which_cv_and_copy_and_table(client: Client, boss: User) -> None:
    enquiry = people.enquiry()
    people.cv(enquiry)

    client.get(f"/admin/enquiries/enquiry/{enquiry.pk}/cv/")
    client.get("/admin/enquiries/enquiry/reports/weeks.csv")
    client.get("/admin/enquiries/privacyrequest/register.csv")

    assert lines() == [
        ("boss", "cv_downloaded", enquiry.reference),
        ("boss", "exported", "report: weeks"),
        ("boss", "exported", "register of privacy requests"),
    ]


def test_an_erasure_leaves_the_reference_alone(boss: User) -> None:
    enquiry = people.enquiry(state="closed")

    with recording.acting(boss, str):
        erasure.erase(enquiry, by=boss)

    assert lines() == [("boss", "erased", enquiry.reference)]


def test_what_is_undone_leaves_no_line(boss: User) -> None:
    with transaction.atomic():
        User.objects.create_user("sam")
        transaction.set_rollback(True)

    assert lines() == []


def test_administrators_find_lines_and_change_none(client: Client, boss: User) -> None:
    recording.record(recording.Action.CV_DOWNLOADED, "ABCD2345", who="sam")
    recording.record(recording.Action.SIGNED_IN, who="kim")
    entry = Entry.objects.get(who="sam")

    assert shown(client, LIST) == ["kim", "sam"]
    assert shown(client, f"{LIST}?q=ABCD2345") == shown(client, f"{LIST}?action=cv_downloaded") == ["sam"]
    assert client.get(f"{LIST}add/").status_code == 403
    assert client.post(f"{LIST}{entry.pk}/change/", {"who": "pat"}).status_code == 403
    assert client.post(f"{LIST}{entry.pk}/delete/", {"post": "yes"}).status_code == 403


def shown(client: Client, address: str) -> list[str]:
    return [entry.who for entry in client.get(address).context["cl"].result_list]


def test_the_list_asks_as_often_for_many_lines(client: Client, boss: User) -> None:
    recording.record(recording.Action.SIGNED_IN)
    with CaptureQueriesContext(connection) as few:
        client.get(LIST)
    recording.record(recording.Action.SIGNED_IN, *map(str, range(150)))
    with CaptureQueriesContext(connection) as many:
        client.get(LIST)

    assert len(many) == len(few)


def test_a_line_cannot_be_saved_again(boss: User) -> None:
    recording.record(recording.Action.SIGNED_IN)

    with pytest.raises(TypeError, match="cannot be changed"):
        Entry.objects.get().save()


@pytest.mark.parametrize("change", [{"who": "pat"}, {"about": ""}, {"at": Now()}])
def test_the_database_itself_refuses_to_change_a_line(boss: User, change: dict[str, Any]) -> None:
    recording.record(recording.Action.SIGNED_IN, who="sam")

    with pytest.raises(DatabaseError, match="cannot be changed"), transaction.atomic():
        Entry.objects.update(**change)

    assert lines() == [("sam", "signed_in", "")]


def test_lines_are_forgotten_when_they_are_too_old(boss: User) -> None:
    past = Now() - recording.KEPT_FOR
    Entry.objects.create(action="signed_in", who="old", at=past - timedelta(hours=1))
    Entry.objects.create(action="signed_in", who="young", at=past + timedelta(hours=1))

    assert recording.forget_old() == 1
    assert [who for who, *_ in lines()] == ["young"]
