"""The form before anybody answered it: its questions are worked out once for all who come with one role, and no more."""

import re

import pytest
from django.template import Context
from django.test import Client
from django.utils.html import escape
from pytest_django import DjangoAssertNumQueries

from enquiries import wordings
from enquiries.intake.forms import EnquiryForm
from enquiries.models import Wording
from tests.enquiries.intake.test_hidden_fields import hidden

NEW = "/enquiries/new/"
ROLES = ("", "candidate", "client", "other")
CHECKED = re.compile(r'<input type="radio" name="role" value="(\w+)"[^>]* checked')


def page(client: Client, **query: str) -> str:
    return client.get(NEW, query).text


@pytest.mark.django_db
def test_the_page_is_the_same_however_often_it_was_asked_for(client: Client) -> None:
    def without_what_is_new(text: str) -> str:
        for name in ("csrfmiddlewaretoken", "token", "stamp"):
            text = text.replace(hidden(text)[name], "")
        return text

    assert len({without_what_is_new(page(client, role="client")) for _ in range(3)}) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_everybody_gets_the_role_they_came_with(client: Client, role: str) -> None:
    for one in ROLES:
        page(client, role=one)

    assert CHECKED.findall(page(client, role=role)) == [role][: bool(role)]


@pytest.mark.django_db
def test_nothing_of_one_visitor_is_shown_to_the_next() -> None:
    first, second = (
        page(Client(), role="other", **{"from": source}) for source in ("/guides/first/", "/guides/second/")
    )

    assert (hidden(first)["from"], hidden(second)["from"]) == ("/guides/first/", "/guides/second/")
    for name in ("csrfmiddlewaretoken", "token"):
        assert hidden(first)[name] not in second


@pytest.mark.django_db
def test_what_was_answered_wrongly_is_shown_to_nobody_else() -> None:
    answered = Client().post(NEW, {"role": "client", "name": "Pat Example", "email": "pat", "organisation": "Acme"})

    assert 'value="Acme"' in answered.text
    assert "Acme" not in page(Client(), role="client")


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["Write to me <often> & soon.", "Write to me.", ""])
def test_changed_words_are_shown_at_once(client: Client, text: str) -> None:
    page(client)
    wordings.change(Wording.Kind.MARKETING, text)
    wordings.change(Wording.Kind.PRIVACY, f"We read it. {text}")

    shown = page(client)

    assert shown.count(f"We read it. {escape(text)} <a") == 1
    assert (shown.count('name="marketing"'), shown.count(f" {escape(text)}</label>")) == (bool(text), bool(text))


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 4])
def test_the_page_costs_two_queries_however_often_the_words_were_changed(
    client: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for change in range(number):
        wordings.change(Wording.Kind.MARKETING, f"Words {change}")

    page(client, role="client")  # the agency's name is remembered

    with django_assert_num_queries(2):
        page(client, role="client")


@pytest.mark.parametrize("role", ["nonsense", '"><b>'])
def test_a_role_that_is_none_leaves_no_mark(role: str) -> None:
    def questions(role: str) -> str:
        form = EnquiryForm(initial={"role": role})
        form.helper.layout.pop()  # the button
        return form.helper.render_layout(form, Context())

    assert questions(role) == questions("")
