"""The page of the teams and people: who is introduced, with which face, and what machines are told."""

import json
import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.models import Author, Mention, Revision
from tests import cast

pytestmark = pytest.mark.django_db


def author(slug: str, **fields: object) -> Author:
    given = {"name": slug.capitalize(), "role": "Works here", "biography": f"<p>About {slug}.</p>"} | fields
    return Author.objects.create(slug=slug, **given)


def shown(client: Client) -> tuple[list[str], list[str]]:
    page = client.get("/people/")
    assert page.status_code == 200
    return [one.name for one in page.context["teams"]], [one.name for one in page.context["people"]]


def test_it_shows_every_team_and_who_signs_or_speaks_in_a_live_guide(client: Client) -> None:
    cast.full_guide()
    author("desk", is_team=True)
    author("former")
    speaker = author("speaker")
    Mention.objects.create(revision=Revision.objects.get(), kind=Mention.Kind.SPEAKER, slug=speaker.slug)

    assert shown(client) == (["Desk"], ["Pat Example", "Speaker"])


def test_who_only_stands_in_a_draft_or_a_withdrawn_guide_is_not_shown(client: Client) -> None:
    cast.full_guide()
    Revision.objects.update(is_live=False)

    assert shown(client) == ([], [])
    assert "Nobody is introduced here yet" in client.get("/people/").content.decode()


def test_each_has_a_face_or_initials_a_role_and_a_page(client: Client) -> None:
    author("desk", is_team=True, name="Data desk", role="Recruits", picture=cast.in_library())
    author("other", is_team=True, name="Other desk")

    page = client.get("/people/").content.decode()

    assert re.findall(r'<a href="/people/([^/]+)/">([^<]+)</a></h3>', page) == [
        ("desk", "Data desk"),
        ("other", "Other desk"),
    ]
    assert page.count('class="portrait"') == 1
    assert '<span class="portrait portrait--initials" aria-hidden="true">OD</span>' in page


def test_machines_are_told_of_teams_and_people(client: Client) -> None:
    cast.full_guide()
    author("desk", is_team=True)

    page = client.get("/people/").content.decode()

    told = json.loads(page.split('<script type="application/ld+json">')[1].split("</script>")[0])
    assert told["@graph"][1] == {
        "@type": "AboutPage",
        "url": "http://localhost/people/",
        "mainEntity": {
            "@id": "http://localhost/#agency",
            "department": [{"@type": "Organization", "name": "Desk", "url": "http://localhost/people/desk/"}],
            "employee": [{"@type": "Person", "name": "Pat Example", "url": "http://localhost/people/pat-example/"}],
        },
    }


@pytest.mark.parametrize("number", [1, 20])
def test_it_costs_as_much_for_many_as_for_one(
    client: Client, number: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for index in range(number):
        author(f"team-{index}", is_team=True)

    for most in (8, 1):
        with django_assert_max_num_queries(most):
            client.get("/people/")
