"""What each group of staff sees and is refused in the admin, and what becomes of the groups when the site is updated."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission, User
from django.core.management import call_command
from django.db import connection
from django.test import Client

from agency import groups
from articles.gate import overrides
from articles.models import Article, Revision
from enquiries.handling import permissions
from tests import cast
from tests.articles.filled_forms import filled_form
from tests.enquiries import people

pytestmark = pytest.mark.django_db
GUIDES, ENQUIRIES = "/admin/articles/article/", "/admin/enquiries/enquiry/"
# Of each page of the admin: who gets it. A superuser gets all of them.
PAGES = {
    GUIDES: {"Authors", "Editors", "Managers", "Administrators"},
    f"{GUIDES}add/": {"Authors", "Editors", "Managers", "Administrators"},
    "/admin/articles/topic/": {"Authors", "Editors", "Managers", "Administrators"},
    "/admin/articles/topic/add/": {"Editors", "Managers", "Administrators"},
    "/admin/articles/author/add/": {"Editors", "Managers", "Administrators"},
    "/admin/articles/jobrole/": {"Authors", "Editors", "Managers", "Administrators"},
    "/admin/articles/jobrole/add/": {"Editors", "Managers", "Administrators"},
    "/admin/articles/styleterm/": {"Authors", "Editors", "Managers", "Administrators"},
    "/admin/articles/styleterm/add/": {"Editors", "Managers", "Administrators"},
    "/admin/agency/identity/": {"Editors", "Managers", "Administrators"},
    "/admin/agency/page/": {"Editors", "Managers", "Administrators"},
    ENQUIRIES: {"Consultants", "Managers", "Administrators"},
    f"{ENQUIRIES}reports/": {"Consultants", "Managers", "Administrators"},
    "/admin/enquiries/replytemplate/add/": {"Consultants", "Managers", "Administrators"},
    "/admin/enquiries/privacyrequest/add/": {"Managers", "Administrators"},
    "/admin/enquiries/absence/add/": {"Consultants", "Managers", "Administrators"},
    "/admin/enquiries/closure/add/": {"Managers", "Administrators"},
    "/admin/enquiries/team/add/": {"Managers", "Administrators"},
    "/admin/enquiries/routingrule/add/": {"Managers", "Administrators"},
    "/admin/enquiries/retention/add/": {"Administrators"},
    "/admin/outbox/message/": {"Managers", "Administrators"},
    "/admin/audit/entry/": {"Administrators"},
    "/admin/auth/user/add/": {"Administrators"},
    "/admin/auth/group/add/": {"Administrators"},
}
PUBLISHERS = ["Editors", "Managers", "Administrators"]
EVERYTHING = ["Managers", "Administrators"]


def member(group: str, name: str = "sam") -> User:
    user = User.objects.create_user(name, is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    return User.objects.get(pk=user.pk)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def retitle(client: Client, guide: Article, button: str = "_continue") -> str:
    """Sends the guide's form with another title; the title that is stored then."""
    address = f"{GUIDES}{guide.pk}/change/"
    data = filled_form(client.get(address), "article_form")
    client.post(address, data | {"title": "Another title", button: "1"})
    return Article.objects.get(pk=guide.pk).title


@pytest.mark.parametrize("group", groups.GROUPS)
def test_each_group_gets_its_pages_and_no_others(group: str) -> None:
    client = signed_in(member(group))

    assert {page for page in PAGES if client.get(page).status_code == 200} == {
        page for page, allowed in PAGES.items() if group in allowed
    }


@pytest.mark.parametrize("group", ["Authors", *PUBLISHERS])
def test_everybody_who_writes_changes_what_is_theirs(group: str) -> None:
    sam = member(group)

    assert retitle(signed_in(sam), cast.draft(owner=sam)) == "Another title"


def test_an_author_reads_the_guides_of_others_and_changes_none() -> None:
    guide, client = cast.draft(), signed_in(member("Authors"))
    address = f"{GUIDES}{guide.pk}/change/"

    assert 'name="title"' not in client.get(address).content.decode()
    assert client.post(address, {"title": "Another title"}).status_code == 403
    assert client.get(f"{GUIDES}{guide.pk}/delete/").status_code == 403


@pytest.mark.parametrize("group", PUBLISHERS)
def test_an_editor_changes_the_guides_of_others(group: str) -> None:
    assert retitle(signed_in(member(group)), cast.draft()) == "Another title"


def test_an_author_adds_guides_that_are_then_theirs() -> None:
    sam = member("Authors")
    client, address = signed_in(sam), f"{GUIDES}add/"
    fields = {"title": "New guide", "slug": "new-guide", "topic": cast.topic().pk, "author": cast.author().pk}

    client.post(address, filled_form(client.get(address), "article_form") | fields | {"_continue": "1"})

    assert Article.objects.get().owner == sam


def test_an_author_publishes_nothing() -> None:
    sam = member("Authors")

    retitle(signed_in(sam), cast.draft(owner=sam), "_publish")

    assert not Revision.objects.exists()


@pytest.mark.parametrize("path", ["topic", "author", "jobrole", "styleterm"])
def test_an_author_reads_what_guides_are_made_of_and_changes_none(path: str) -> None:
    cast.draft()
    cast.job_role()
    thing = apps.get_model("articles", path).objects.first()
    client, address = signed_in(member("Authors")), f"/admin/articles/{path}/{thing.pk}/"

    assert client.get(f"{address}change/").status_code == 200
    assert [client.post(f"{address}{verb}/").status_code for verb in ("change", "delete")] == [403, 403]


@pytest.mark.parametrize("group", groups.GROUPS)
def test_only_managers_and_administrators_override_the_gate(group: str) -> None:
    assert overrides.may_override(member(group)) is (group in EVERYTHING)


@pytest.mark.parametrize("group", groups.GROUPS)
def test_only_managers_and_administrators_see_every_enquiry(group: str) -> None:
    people.enquiry(team=people.team("Elsewhere"))

    assert permissions.visible_to(member(group)).count() == (1 if group in EVERYTHING else 0)


@pytest.mark.parametrize("group", groups.GROUPS)
def test_only_managers_and_administrators_erase(group: str) -> None:
    assert member(group).has_perm("enquiries.erase_enquiry") is (group in EVERYTHING)


@pytest.mark.parametrize("group", groups.GROUPS)
def test_only_administrators_keep_the_users(group: str) -> None:
    assert member(group).has_perms(["auth.change_user", "auth.change_group"]) is (group == "Administrators")


def test_managers_of_an_older_site_may_erase_once_it_is_updated() -> None:
    managers = Group.objects.get(name="Managers")
    managers.permissions.set(Permission.objects.filter(codename="view_enquiry"))

    import_module("enquiries.migrations.0009_managers_may_erase").let_managers_erase(apps, connection.schema_editor())

    assert permissions_of_groups()["Managers"] == {"view_enquiry", "erase_enquiry"}


@pytest.mark.parametrize("group", groups.GROUPS)
def test_nobody_signs_in_without_being_staff(group: str) -> None:
    user = member(group)
    User.objects.update(is_staff=False)

    assert signed_in(user).get("/admin/").status_code == 302


def test_a_group_that_is_gone_is_made_again_with_all_its_permissions() -> None:
    before = permissions_of_groups()
    Group.objects.all().delete()

    call_command("migrate", verbosity=0)

    assert permissions_of_groups() == before
    assert set(before) == set(groups.GROUPS)


def test_what_an_administrator_changed_stays() -> None:
    editors = Group.objects.get(name="Editors")
    editors.permissions.set(Permission.objects.filter(codename="view_article"))

    call_command("migrate", verbosity=0)

    assert permissions_of_groups()["Editors"] == {"view_article"}


def test_a_group_of_an_older_site_gains_the_permissions_that_are_new() -> None:
    editors = Group.objects.get(name="Editors")
    editors.permissions.set(Permission.objects.filter(codename="change_article"))
    Permission.objects.filter(codename__in=["publish_article", "override_article", "erase_enquiry"]).delete()

    call_command("migrate", verbosity=0)

    assert permissions_of_groups()["Editors"] == {"change_article", "publish_article"}


def permissions_of_groups() -> dict[str, set[str]]:
    return {group.name: set(group.permissions.values_list("codename", flat=True)) for group in Group.objects.all()}
