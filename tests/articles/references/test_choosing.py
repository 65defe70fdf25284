"""What the link dialog offers for a few letters, and the headings of a page."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from articles.document import QuestionAnswer, Text
from articles.document.references import SHAPE
from articles.drafts.rows import document_of
from articles.models import Article
from articles.publishing import publication
from articles.references import choosing
from tests import cast
from tests.articles import staff

pytestmark = pytest.mark.django_db
LINKS = "/admin/articles/article/links/"


def found(typed: str) -> list[tuple[str, str, str]]:
    return [(choice.title, choice.kind, choice.note) for choice in choosing.find(typed)]


def test_each_kind_of_page_is_found_by_letters_of_its_name() -> None:
    guide = cast.live_guide("data-work", title="Data work")
    topic, author, role = guide.topic, cast.author(cast.DESK), cast.job_role()

    choices = choosing.find("data")

    assert {(choice.href, choice.title, choice.kind) for choice in choices} == {
        (f"ref:guide:{guide.pk}", "Data work", "Guide"),
        (f"ref:topic:{topic.pk if topic else 0}", "Topic data", "Topic"),
        (f"ref:person:{author.pk}", "Data desk", "Person"),
        (f"ref:role:{role.pk}", "Data engineer salaries", "Salaries"),
    }
    assert found("priv") == [("Privacy notice", "Page", "")]
    assert found("salar data") == [("Data engineer salaries", "Salaries", "")]


def test_names_that_begin_with_the_letters_come_first_and_what_readers_cannot_open_last() -> None:
    for slug, title in (("a", "The art of hiring"), ("b", "Hiring well"), ("c", "Rehiring")):
        cast.live_guide(slug, title=title)
    cast.draft("d", title="Hiring soon")
    publication.withdraw(cast.live_guide("e", title="Hiring then"), by=None)

    assert found("hir") == [
        ("Hiring well", "Guide", ""),
        ("The art of hiring", "Guide", ""),
        ("Rehiring", "Guide", ""),
        ("Hiring soon", "Guide", "not published"),
        ("Hiring then", "Guide", "withdrawn"),
    ]


@pytest.mark.parametrize("typed", ["resume", "Résumé", "RESUME tip", "tips res", "%", "_", "'", "\\"])
def test_accents_order_and_signs_that_databases_read_otherwise(typed: str) -> None:
    cast.live_guide("resume-tips", title="Résumé tips")

    assert found(typed) == ([("Résumé tips", "Guide", "")] if "r" in typed.lower() else [])


def test_a_guide_is_found_by_its_live_title_too() -> None:
    guide = cast.live_guide("a", title="Old name")
    Article.objects.filter(pk=guide.pk).update(title="New name")

    assert found("old") == found("new") == [("New name", "Guide", "")]


@pytest.mark.parametrize("number", [1, 30])
def test_finding_costs_the_same_however_many_there_are(
    number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    cast.live_guides(number)

    with django_assert_num_queries(5):
        assert len(choosing.find("guide")) == min(number, choosing.MOST - 1) + 1  # and the list of all guides


def test_what_was_chosen_is_told_again() -> None:
    guide = cast.draft("a", title="In work")

    told = [choosing.chosen(f"ref:guide:{guide.pk}#a-heading"), choosing.chosen("ref:topic:987654")]

    assert [(choice.href, choice.title, choice.note) for choice in told if choice] == [
        (f"ref:guide:{guide.pk}", "In work", "not published"),
        ("ref:topic:987654", "Something that no longer exists", "no longer exists"),
    ]
    assert choosing.chosen("/guides/a/") is None


def test_the_dialog_asks_by_these_addresses(admin_client: Client) -> None:
    blocks = (Text(html="<h2>The work</h2><p>Words.</p>"), QuestionAnswer(question="Why?", answer="<p>So.</p>"))
    guide = cast.live_guide("target", blocks=blocks)
    Article.objects.get(pk=guide.pk).articles_textblock_set.update(html="<h2>Not live yet</h2>")
    reference = f"ref:guide:{guide.pk}"
    choice = {"href": reference, "title": "Target", "kind": "Guide", "note": ""}

    def answer(path: str = "", **query: str) -> Any:
        return admin_client.get(LINKS + path, query).json()

    assert answer(q="targ") == answer(reference=f"{reference}#the-work") == {"found": [choice]}
    assert answer(q="") == answer(q=" ") == answer(reference="/guides/target/") == {"found": []}
    assert answer("headings/", reference=reference) == {
        "headings": [
            {"anchor": "the-work", "words": "The work"},
            {"anchor": "common-questions", "words": "Common questions"},
            {"anchor": "why", "words": "Why?"},
        ]
    }
    assert answer("headings/", reference="ref:topic:1") == answer("headings/") == {"headings": []}
    words = {"words": ["C++", "Skills", "Skills"]}
    assert [heading["anchor"] for heading in admin_client.post(f"{LINKS}headings/own/", words).json()["headings"]] == [
        "c-plus-plus",
        "skills",
        "skills-2",
    ]


def test_a_draft_has_the_headings_that_are_stored() -> None:
    guide = cast.draft("a", blocks=(Text(html="<h2>Planned</h2><p>Words.</p>"),))

    headings = choosing.headings_of(f"ref:guide:{guide.pk}", document_of)
    assert [heading.words for heading in headings] == ["Planned"]


def test_the_script_knows_the_addresses() -> None:
    script = (Path(settings.BASE_DIR) / "static/js/links/asking.js").read_text()

    assert f'const LINKS = "{reverse("admin:articles_article_links")}";' in script
    assert reverse("admin:articles_article_headings") == f"{LINKS}headings/"
    assert reverse("admin:articles_article_own_headings") == f"{LINKS}headings/own/"


def test_only_those_who_see_guides_are_answered(client: Client) -> None:
    client.force_login(staff.somebody("consultant", ()))

    assert [client.get(LINKS + path).status_code for path in ("", "headings/")] == [403, 403]
    assert client.post(f"{LINKS}headings/own/").status_code == 403


def test_the_script_lets_the_same_references_in_as_the_sanitiser() -> None:
    script = (Path(settings.BASE_DIR) / "static/js/links/reference.js").read_text()

    assert f"/^{SHAPE.pattern.replace('?P<', '?<')}$/;" in script
