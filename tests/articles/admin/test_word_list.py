"""The word list in the admin, and what the gate makes of it."""

import re

import pytest
from django.test import Client

from articles.gate import site
from articles.models import StyleTerm
from tests.articles.filled_forms import filled_form

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/styleterm/"


def test_a_name_is_added_and_the_gate_knows_it(admin_client: Client) -> None:
    admin_client.post(f"{LIST}add/", {"name": "OpenSearch", "avoid": "Open Search, Opensearch"})

    spellings = site.site_context().spellings
    assert (spellings["Open Search"], spellings["Opensearch"]) == ("OpenSearch", "OpenSearch")


def test_an_abbreviation_is_marked_as_known_in_the_list(admin_client: Client) -> None:
    term = StyleTerm.objects.create(name="SRE")
    page = admin_client.get(LIST, {"q": "SRE"})

    data = filled_form(page, "changelist-form") | {"form-0-is_known": "on", "_save": "Save"}
    admin_client.post(f"{LIST}?q=SRE", data)

    term.refresh_from_db()
    assert term.is_known
    assert "SRE" in site.site_context().known


def test_each_field_of_the_list_says_of_which_term_it_is(admin_client: Client) -> None:
    StyleTerm.objects.all().delete()
    StyleTerm.objects.create(name="GitHub", avoid="Github")

    page = admin_client.get(LIST).text

    assert re.findall(r'aria-label="([^"]*: GitHub)"', page) == ["Not: GitHub", "Known to every reader: GitHub"]


@pytest.mark.parametrize("words", ["PostgreSQL", "Postgresql"])
def test_a_term_is_found_by_its_right_and_its_wrong_spelling(admin_client: Client, words: str) -> None:
    page = admin_client.get(LIST, {"q": words}).content.decode()

    assert "PostgreSQL" in page
    assert "JavaScript" not in page


def test_a_right_spelling_cannot_be_one_to_avoid(admin_client: Client) -> None:
    page = admin_client.post(f"{LIST}add/", {"name": "OpenSearch", "avoid": "OpenSearch"}).content.decode()

    assert "This is the spelling that should be used; take it out of the list." in page
    assert not StyleTerm.objects.filter(name="OpenSearch").exists()


def test_a_term_is_listed_once(admin_client: Client) -> None:
    page = admin_client.post(f"{LIST}add/", {"name": "Django", "avoid": ""}).content.decode()

    assert "already exists" in page
    assert StyleTerm.objects.filter(name="Django").count() == 1
