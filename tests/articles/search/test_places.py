"""Pages that are no guides: found by name before any guide, and beside the guides by what they are about."""

import pytest
from django.test import Client

from articles.models import Author, Topic
from articles.search.results import find
from tests import cast
from tests.articles.search.test_search import publish_short

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def guides():
    publish_short("salary-talk", "How to talk about salary", "<p>Contact us. Privacy matters to a tester.</p>")
    publish_short("tester", "What does a tester do?")
    cast.job_role(cast.TESTER)


def named(asked):
    return [place.path for place in find(asked).named]


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("salary", "/salaries/"),
        ("Salaries", "/salaries/"),
        ("salaries uk", "/salaries/"),
        ("how much do you pay", "/salaries/"),
        ("tester salary", "/salaries/?role=tester"),
        ("privacy", "/privacy/"),
        ("priva", "/privacy/"),
        ("GDPR", "/privacy/"),
        ("contact", "/contact/"),
        ("contact us", "/contact/"),
        ("phone number", "/contact/"),
        ("accessibility", "/accessibility/"),
        ("Pat Example", "/people/pat-example/"),
        ("topic roles", "/guides/topics/roles/"),
        ("talk to a recruiter", "/enquiries/new/"),
    ],
)
def test_the_page_of_that_name_stands_first(asked, first):
    assert named(asked)[0] == first


def test_the_salaries_of_one_role_are_named_with_the_role_only():
    assert named("salary") == ["/salaries/"]
    assert named("salary of a tester") == ["/salaries/?role=tester"]


@pytest.mark.parametrize("asked", ["tester", "what does a tester do", "birch", "salary negotiation", "how", ""])
def test_no_page_stands_before_the_guides_by_chance(asked):
    assert named(asked) == []


def test_pages_that_only_fit_stand_after_the_guides(client: Client):
    page = client.get("/search/", {"q": "tester"}).content.decode()

    assert page.index("/guides/tester/") < page.index("See also") < page.index("/salaries/?role=tester")


def test_the_page_shows_what_was_named_before_the_guides(client: Client):
    page = client.get("/search/", {"q": "salary"}).content.decode()

    assert page.index('<a href="/salaries/">What tech roles pay</a>') < page.index("/guides/salary-talk/")


def test_where_no_guide_matches_the_page_of_that_name_is_offered(client: Client):
    page = client.get("/search/", {"q": "accessibility"}).content.decode()
    assert "No guide matches “accessibility”, but this page does." in page
    assert '<a href="/accessibility/">' in page


def test_whoever_has_nothing_to_read_is_not_found():
    Author.objects.create(slug="new", name="New Person", role="Consultant", biography="<p>New.</p>")

    assert named("new person") == []


def test_nobody_who_named_a_page_is_taken_to_have_mistyped():
    publish_short("private", "Private")

    assert (named("privacy policy"), find("privacy policy").suggestion) == (["/privacy/"], "")


@pytest.mark.parametrize(
    ("asked", "meant"), [("accesibility", "accessibility"), ("cokies", "cookies"), ("privacy testr", "privacy tester")]
)
def test_a_slip_in_the_name_of_a_page_is_seen(asked, meant):
    assert find(asked).suggestion == meant


def test_a_page_is_found_by_its_name_of_now_at_the_next_search():
    assert named("topic roles") == ["/guides/topics/roles/"]
    topic = Topic.objects.get()
    topic.name = "Gardening"
    topic.save()

    assert (named("topic roles"), named("gardening")) == ([], ["/guides/topics/roles/"])
