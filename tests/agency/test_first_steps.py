"""The first steps of a new site: what is done follows from what is there, and the list leaves once all of it is."""

import re
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agency.models import Identity, UnneededStep
from articles.models import Author, ImportRun, OldAddress, Revision
from articles.outbox import probe, sending
from tests import cast
from tests.articles import live
from tests.enquiries.mail_server import MailServer

pytestmark = pytest.mark.django_db
NAMES = ["identity", "people", "topics", "import", "addresses", "mail", "publication"]
OWN = {"name": "Juniper", "email": "hello@juniper.example", "phone": "+44 20 7946 0000", "address": "1 High Street"}
COMPANY = {
    "company_name": "Juniper Limited",
    "company_number": "01234567",
    "registered_in": "England and Wales",
    "registered_office": "1 High Street, Leeds",
}
QUERIES = 7  # one for each step but the identity, which every page remembers; one for what was said


def member(group: str) -> User:
    user = User.objects.create_user(group.lower(), f"{group.lower()}@juniper.example", is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    return User.objects.get(pk=user.pk)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def manager() -> User:
    return member("Managers")


@pytest.fixture
def desk(manager: User) -> Client:
    return signed_in(manager)


def states(client: Client, path: str = "/admin/") -> dict[str, str]:
    """What the list says of each step; empty where it is not shown."""
    page = client.get(path).content.decode()
    return dict(re.findall(r'id="step-(\w+)">.*?<span class="first-step__state">([^<]+)</span>', page, re.DOTALL))


def open_steps(client: Client) -> list[str]:
    return [name for name, state in states(client).items() if state == "to do"]


def fill_in_identity(**more: str) -> None:
    Identity.objects.update(**OWN | COMPANY | more)


def do_everything(server: MailServer, by: User) -> None:
    fill_in_identity()
    complete(cast.author())
    publish(by)
    ImportRun.objects.create(name="old.xml", state=ImportRun.State.DONE, done=3, total=3)
    OldAddress.objects.create(address="/old/", key="/old", target="/")
    probe.send("ann@juniper.example")
    sending.send_due("mail")


def complete(author: Author) -> None:
    author.picture = cast.in_library()
    author.biography = "<p>Finds people.</p>"
    author.save()


def publish(by: Any, **fields: Any) -> None:
    revision = live.publish(cast.draft(**fields))
    Revision.objects.filter(pk=revision.pk).update(created_by=by)


def test_on_an_empty_site_everything_is_to_do(desk: Client) -> None:
    assert states(desk) == dict.fromkeys(NAMES, "to do")
    assert '<span class="dashboard-count">0 of 7 done</span>' in desk.get("/admin/").content.decode()


def test_what_came_with_the_demonstration_is_not_done(desk: Client) -> None:
    call_command("seed_demo", verbosity=0)

    assert open_steps(desk) == NAMES
    assert "Still to fill in with your own: e-mail, phone, address and registered name (no company?" in page(desk)


def page(client: Client) -> str:
    return client.get("/admin/").content.decode()


def test_all_seven_done_are_shown_once_more_and_then_no_longer(
    desk: Client, manager: User, mail_server: MailServer
) -> None:
    do_everything(mail_server, manager)

    assert states(desk) == dict.fromkeys(NAMES, "done")
    assert states(desk) == {}


def test_what_is_undone_later_brings_the_list_back_for_nobody(
    desk: Client, manager: User, mail_server: MailServer
) -> None:
    do_everything(mail_server, manager)
    desk.get("/admin/")
    OldAddress.objects.all().delete()

    assert states(desk) == {}
    assert states(desk, "/admin/first-steps/")["addresses"] == "to do"


def test_the_list_stands_beside_moving_in_for_whoever_wants_it(desk: Client) -> None:
    assert '<a href="/admin/first-steps/">First steps</a>' in desk.get("/admin/articles/importrun/").content.decode()


# Each step, by what is there


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({}, ""),
        ({"company_name": "", "company_number": "", "ico_number": "ZA123456"}, ""),  # a sole trader
        ({"name": "Our agency"}, "name"),
        ({"name": "Adria Solutions"}, ""),  # it may be the name of an agency
        ({"phone": ""}, "phone"),
        ({"phone": "+44 161 496 0000", "email": "hello@adria.example"}, "e-mail and phone"),
        ({"address": "Adria Solutions\r\nManchester"}, "address"),  # as a form sends it back
        ({"company_number": "", "registered_office": ""}, "company number and registered office"),
        (dict.fromkeys(COMPANY, ""), "registered name (no company? the ICO registration does)"),
    ],
)
def test_the_identity_is_done_when_what_readers_see_is_the_agencys_own(
    desk: Client, fields: dict[str, str], missing: str
) -> None:
    fill_in_identity(**fields)

    said = re.findall(r"Still to fill in with your own: ([^.]+)\.", page(desk))
    assert (said, states(desk)["identity"]) == (([missing], "to do") if missing else ([], "done"))


def test_people_are_done_with_one_who_has_a_portrait_and_a_biography(desk: Client) -> None:
    assert "No person or team of your own is here yet." in page(desk)
    author = cast.author()
    assert "Sam Field still needs a portrait." in page(desk)
    complete(author)

    assert "people" not in open_steps(desk)


def test_a_name_of_the_demonstration_is_free_to_be_somebodys_own(desk: Client) -> None:
    call_command("seed_demo", verbosity=0)
    author = Author.objects.get(slug="jazz-thomson")
    author.biography = "<p>Jazz has placed engineers since 2012.</p>"
    author.save()

    assert states(desk)["people"] == "done"


def test_topics_are_done_with_one(desk: Client) -> None:
    cast.topic()

    assert "topics" not in open_steps(desk)


@pytest.mark.parametrize(
    ("state", "read", "expected"), [("done", 3, "done"), ("done", 0, "to do"), ("failed", 0, "to do")]
)
def test_moving_in_is_done_once_a_source_was_read(desk: Client, state: str, read: int, expected: str) -> None:
    ImportRun.objects.create(name="old.xml", state=state, done=read)

    assert states(desk)["import"] == expected


def test_the_earlier_address_of_a_topic_is_none_of_an_earlier_site(desk: Client) -> None:
    OldAddress.objects.create(address="/a", key="/a", target="/", source=OldAddress.Source.RENAMED)

    assert states(desk)["addresses"] == "to do"


def test_a_guide_that_somebody_published_is_the_first_publication(desk: Client, manager: User) -> None:
    publish(None, slug="by-nobody")
    assert states(desk)["publication"] == "to do"

    publish(manager, slug="by-somebody")

    assert states(desk)["publication"] == "done"


# What only somebody can say


@pytest.mark.parametrize(
    ("name", "words"), [("import", "We have nothing to move in"), ("addresses", "We had no earlier site")]
)
def test_somebody_says_that_a_step_is_not_needed_and_takes_it_back(desk: Client, name: str, words: str) -> None:
    address = f"/admin/first-steps/{name}/"
    assert desk.post(address).headers["Location"] == f"/admin/#step-{name}"
    assert states(desk)[name] == "not needed"
    assert f"“{words}”, managers said on" in page(desk)
    assert "1 of 7 done" in page(desk)

    desk.post(address, {"take_back": ""})

    assert states(desk)[name] == "to do"


def test_what_can_be_seen_is_not_taken_from_anybodys_word(desk: Client) -> None:
    answers = [desk.post(f"/admin/first-steps/{name}/").status_code for name in ("identity", "mail", "nothing")]

    assert (answers, UnneededStep.objects.count()) == ([404, 404, 404], 0)


def test_a_link_alone_says_nothing(desk: Client) -> None:
    assert (desk.get("/admin/first-steps/import/").status_code, UnneededStep.objects.count()) == (405, 0)


def test_who_may_not_move_in_cannot_say_that_it_is_not_needed() -> None:
    client = signed_in(member("Consultants"))

    assert (client.post("/admin/first-steps/import/").status_code, UnneededStep.objects.count()) == (403, 0)


# Who sees what


@pytest.mark.parametrize("group", ["Consultants", "Authors"])
def test_who_may_do_none_of_the_steps_sees_nothing_of_them(group: str) -> None:
    client = signed_in(member(group))

    assert states(client) == {}
    assert client.get("/admin/first-steps/").status_code == 403


def test_an_editor_sees_all_steps_and_ways_to_those_that_they_may_do() -> None:
    client = signed_in(member("Editors"))
    shown = page(client)

    assert list(states(client)) == NAMES
    ways = re.findall(r'class="button" href="([^"]+)"', shown.split('id="first-steps"')[1].split("</ol>")[0])
    assert ways == [
        "/admin/articles/author/",
        "/admin/articles/topic/add/",
        "/admin/articles/importrun/add/",
        "/admin/articles/oldaddress/",
        "/admin/articles/article/",
    ]
    assert shown.count("Somebody with more rights than yours can do it.") == 2


@pytest.mark.parametrize("group", ["Editors", "Managers", "Administrators"])
def test_every_way_can_be_opened_by_who_sees_it(group: str) -> None:
    client = signed_in(member(group))
    ways = re.findall(r'class="button" href="([^"]+)"', page(client))

    assert {way: client.get(way).status_code for way in ways} == dict.fromkeys(ways, 200)


@pytest.mark.parametrize(("by_somebody", "is_spared"), [(True, True), (False, False)])
def test_a_site_on_which_somebody_published_before_is_spared_by_the_upgrade(
    manager: User, by_somebody: bool, is_spared: bool
) -> None:
    publish(manager if by_somebody else None)

    import_module("agency.migrations.0008_first_steps").spare_established_sites(apps, None)

    assert (Identity.objects.get().first_steps_done_at is not None) is is_spared


# What it costs


def test_an_empty_site_costs_a_few_queries_and_a_finished_one_none(desk: Client) -> None:
    while_open = queries(desk)
    Identity.objects.update(first_steps_done_at=timezone.now())

    assert while_open - queries(desk) == QUERIES


def queries(client: Client) -> int:
    """How many the front page needs once what is remembered was read."""
    page(client)
    with CaptureQueriesContext(connection) as found:
        page(client)
    return len(found)
