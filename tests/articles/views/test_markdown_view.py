"""Every guide as Markdown, for those who do not read pages."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from agency.discovery import llms
from articles import document as doc
from articles.document import markdown
from articles.lib.cacheable import CACHE_CONTROL
from articles.models import Article
from articles.publishing import publication
from tests import cast

pytestmark = pytest.mark.django_db
WANTS_MARKDOWN = {"accept": "text/markdown, text/html;q=0.9, */*;q=0.1"}


def test_a_guide_is_there_as_markdown(client: Client) -> None:
    revision = cast.full_guide(
        body=[doc.Text(html='<h2>Work</h2><p>Ask <a href="/contact/">us</a>.</p>'), *cast.one_of_each()[-1:]]
    )
    day = f"{revision.published_at.day} {revision.published_at:%B %Y}"

    response = client.get("/guides/a-guide.md")

    assert response.headers["Content-Type"] == "text/markdown; charset=utf-8"
    assert response.headers["Link"] == '<http://localhost/guides/a-guide/>; rel="canonical"'
    assert (
        response.content.decode()
        == f"""\
# Title of a-guide

What readers learn from a-guide.

By [Pat Example](http://localhost/people/pat-example/), Editor

Published {day}. Updated {day}

Read it as a page: <http://localhost/guides/a-guide/>

## Work

Ask [us](http://localhost/contact/).

## Looking for a tester?

Tell us what you need.

[Find a person](http://localhost/enquiries/new/?role=client)
"""
    )


def test_the_page_names_its_markdown_view(client: Client) -> None:
    cast.full_guide()

    page = client.get("/guides/a-guide/").content.decode()

    assert '<link rel="alternate" type="text/markdown" href="http://localhost/guides/a-guide.md">' in page


def test_whoever_prefers_markdown_gets_it_at_the_guides_own_address(client: Client) -> None:
    cast.full_guide()

    response = client.get("/guides/a-guide/", headers=WANTS_MARKDOWN)

    assert response.content == client.get("/guides/a-guide.md").content
    assert response.headers["Content-Location"] == "/guides/a-guide.md"


@pytest.mark.parametrize(
    "accept",
    [
        "text/markdown",
        "text/markdown;charset=utf-8",
        "Text/Markdown; charset=UTF-8; variant=GFM, text/html;q=0.9",
        "text/html;level=1;q=0.5, text/markdown;charset=utf-8;q=0.6",
    ],
)
def test_whatever_the_client_adds_to_the_type_it_gets_markdown(client: Client, accept: str) -> None:
    cast.full_guide()

    response = client.get("/guides/a-guide/", headers={"accept": accept})

    assert response.headers["Content-Type"] == "text/markdown; charset=utf-8"


@pytest.mark.parametrize(
    "accept",
    [
        "",
        "*/*",
        "text/html;charset=utf-8, text/markdown;charset=utf-8;q=0.9",
        "text/markdown;charset=utf-8;q=0, */*",
        "text/*",
        "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
        "text/html, text/markdown;q=0.9",
        "application/json",
        "nonsense",
    ],
)
def test_everybody_else_gets_the_page(client: Client, accept: str) -> None:
    cast.full_guide()

    response = client.get("/guides/a-guide/", headers={"accept": accept})

    assert response.headers["Content-Type"] == "text/html; charset=utf-8"


def test_no_shared_cache_hands_markdown_to_a_reader_and_it_holds_each_page_once(client: Client) -> None:
    cast.full_guide()

    page, markdown_view = client.get("/guides/a-guide/"), client.get("/guides/a-guide/", headers=WANTS_MARKDOWN)

    assert "accept" not in {name.strip().lower() for name in page.headers.get("Vary", "").split(",")}
    assert "Accept" in markdown_view.headers["Vary"].split(", ")
    assert markdown_view.headers["Cache-Control"] == "private"
    assert client.get("/guides/a-guide.md").headers["Cache-Control"] == CACHE_CONTROL


def test_the_markdown_view_moves_with_the_guide(client: Client) -> None:
    article = cast.full_guide("first").article
    for slug in ("second", "third"):
        Article.objects.filter(pk=article.pk).update(slug=slug)
        publication.publish(article, by=None)

    for path, headers in (("/guides/first.md", {}), ("/guides/second.md", {}), ("/guides/first/", WANTS_MARKDOWN)):
        response = client.get(path, headers=headers)
        assert (response.status_code, response.headers["Location"]) == (301, "/guides/third.md")


def test_the_markdown_view_of_a_withdrawn_guide_is_gone(client: Client) -> None:
    publication.withdraw(cast.full_guide().article, by=None)

    response = client.get("/guides/a-guide.md")

    assert (response.status_code, response.headers["Content-Type"]) == (410, "text/markdown; charset=utf-8")
    assert response.content.decode().startswith("# This guide has been withdrawn\n")


def test_a_draft_has_no_markdown_view(client: Client) -> None:
    cast.full_draft()

    assert client.get("/guides/a-guide.md").status_code == 404
    assert client.post("/guides/a-guide.md").status_code == 405


def test_whoever_has_the_markdown_view_is_told_so(client: Client) -> None:
    cast.full_guide()
    first = client.get("/guides/a-guide.md")

    assert client.get("/guides/a-guide.md", headers={"if-none-match": first.headers["ETag"]}).status_code == 304


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("[us](/contact/)", "[us](https://a.example/contact/)"),
        ("![A desk](/media/a.webp)", "![A desk](https://a.example/media/a.webp)"),
        ("[us](https://b.example/)", "[us](https://b.example/)"),
        ("[us](//b.example/)", "[us](//b.example/)"),
        (r"\[us\](/contact/)", r"\[us\](/contact/)"),
        ("[us](#more)", "[us](https://a.example/guides/a-guide/#more)"),
    ],
)
def test_links_lead_to_the_site_from_anywhere(text: str, full: str) -> None:
    assert markdown.with_full_addresses(text, "https://a.example/guides/a-guide/") == full


def test_a_salary_table_names_its_role() -> None:
    table = cast.job_role(cast.TESTER).salary_table()

    assert markdown.block_to_markdown(table).startswith("**Tester: salary a year**\n\n| Level |")


def test_the_site_is_told_on_one_page(client: Client) -> None:
    cast.full_guide()
    cast.full_guide("hidden", topic=cast.topic("hiring"), description="Tea & cake: " + "a long line of words " * 6)
    cast.full_draft("a-draft")

    response = client.get("/llms.txt")

    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    text = response.content.decode()
    assert text.startswith("# Our agency\n")
    assert (
        "## Topic roles\n\n- [Title of a-guide](http://localhost/guides/a-guide.md): What search engines show of"
        in text
    )
    assert "## Topic hiring\n\n- [Title of hidden](http://localhost/guides/hidden.md): Tea \\& cake" in text
    assert "http://localhost/salaries/" in text
    assert "http://localhost/contact/" in text
    assert "a-draft" not in text


def test_the_page_of_a_large_site_lists_the_newest(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(llms, "LISTED", 2)
    for index in range(3):
        cast.full_guide(f"guide-{index}", body=cast.one_of_each()[:1])

    assert re.findall(r"guide-\d\.md", client.get("/llms.txt").content.decode()) == ["guide-2.md", "guide-1.md"]


@pytest.mark.parametrize("number", [1, 15])
def test_the_site_on_one_page_costs_two_queries(
    client: Client, number: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for index in range(number):
        cast.full_guide(f"guide-{index}", body=cast.one_of_each()[:1])
    client.get("/llms.txt")  # the agency's name is remembered

    with django_assert_max_num_queries(2):
        client.get("/llms.txt")


@pytest.mark.parametrize("path", ["/guides/a-guide/", "/guides/a-guide.md"])
def test_a_markdown_view_costs_no_more_than_the_page(
    client: Client, path: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    cast.full_guide()

    with django_assert_max_num_queries(1):
        client.get(path, headers=WANTS_MARKDOWN)
