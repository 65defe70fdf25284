"""Readers who follow by feed get whole guides, and can tell what is new."""

from dataclasses import replace
from datetime import datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles import document as doc
from articles.document import serialization
from articles.models import Article, Author, Revision, Topic
from articles.publishing import publication
from tests import cast

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = ["/feed.xml", "/guides/topics/roles/feed.xml", "/people/pat-example/feed.xml"]


def feed(client: Client, path: str = "/feed.xml") -> ElementTree.Element:
    return ElementTree.fromstring(client.get(path).content)  # noqa: S314 - our own


def text(element: ElementTree.Element, path: str) -> str:
    return element.findtext(path.replace("{}", ATOM)) or ""


@pytest.mark.parametrize(
    ("path", "page"),
    [(FEEDS[0], "/guides/"), (FEEDS[1], "/guides/topics/roles/"), (FEEDS[2], "/people/pat-example/")],
)
def test_a_feed_holds_the_whole_guide(client: Client, path: str, page: str) -> None:
    revision = cast.full_guide()

    response = client.get(path)
    root = feed(client, path)
    entry = root.find(f"{ATOM}entry")

    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {"self": f"http://localhost{path}", "alternate": f"http://localhost{page}"}
    assert entry is not None
    assert text(entry, "{}title") == "Title of a-guide"
    assert text(entry, "{}summary") == "What readers learn from a-guide."
    assert text(entry, "{}author/{}name") == "Pat Example"
    assert text(entry, "{}author/{}uri") == "http://localhost/people/pat-example/"
    assert datetime.fromisoformat(text(entry, "{}published")) == revision.published_at
    assert datetime.fromisoformat(text(entry, "{}updated")) == revision.updated_at
    assert [category.attrib for category in entry.findall(f"{ATOM}category")] == [
        {"term": "roles", "label": "Topic roles"}
    ]
    for words in ("<h2>The work</h2>", "£30,000 to £50,000", "What does a tester do?", "Curious people"):
        assert words in text(entry, "{}content")


def test_addresses_are_in_full_and_nothing_needs_a_stylesheet(client: Client) -> None:
    article = cast.full_draft(
        body=[doc.Text(html='<p>See <a href="/contact/">us</a> or <a href="#more">more</a>.</p>')]
    )
    revision = publication.publish(article, by=None)
    hero = doc.Figure(image=doc.Image(name="pictures/a.webp", width=1200, height=800), alt="A desk")
    Revision.objects.update(stored=serialization.dump(replace(revision.document(), hero=hero)))

    content = text(feed(client), "{}entry/{}content")

    assert '<a href="http://localhost/contact/">us</a>' in content
    assert '<a href="http://localhost/guides/a-guide/#more">more</a>' in content
    assert 'src="http://localhost/media/pictures/a' in content
    assert all(word not in content for word in ("class=", "<svg", "<div", 'href="/', 'src="/'))


def test_an_entry_keeps_its_id_when_the_guide_moves_and_no_two_share_one(client: Client) -> None:
    article = cast.full_guide().article
    cast.full_guide("another")
    before = {entry.text for entry in feed(client).findall(f"{ATOM}entry/{ATOM}id")}

    Article.objects.filter(pk=article.pk).update(slug="moved")
    publication.publish(article, by=None)

    assert {entry.text for entry in feed(client).findall(f"{ATOM}entry/{ATOM}id")} == before
    assert len(before) == 2


def test_a_feed_changes_with_its_latest_guide(client: Client) -> None:
    article = cast.full_guide().article
    later = timezone.now() + timedelta(days=1)
    publication.publish(article, by=None, at=later)

    assert datetime.fromisoformat(text(feed(client), "{}updated")) == later


def test_the_newest_twenty_are_told_newest_first(client: Client) -> None:
    for number in range(22):
        cast.full_guide(f"guide-{number}", body=cast.one_of_each()[:1])

    titles = [title.text for title in feed(client).findall(f"{ATOM}entry/{ATOM}title")]

    assert titles == [f"Title of guide-{number}" for number in range(21, 1, -1)]


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_of_nothing_is_still_a_feed(client: Client, path: str) -> None:
    cast.topic("roles")
    cast.author(cast.PAT)

    assert feed(client, path).findall(f"{ATOM}entry") == []
    assert client.get(path).content == client.get(path).content


def test_what_is_not_live_is_in_no_feed(client: Client) -> None:
    cast.full_draft()
    publication.withdraw(cast.full_guide("gone").article, by=None)

    assert feed(client).findall(f"{ATOM}entry") == []


@pytest.mark.parametrize("path", ["/guides/topics/nothing/feed.xml", "/people/nothing/feed.xml"])
def test_there_is_no_feed_of_what_there_is_not(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", FEEDS)
def test_whoever_has_the_feed_is_told_so(client: Client, path: str) -> None:
    cast.full_guide()
    first = client.get(path)

    assert client.get(path, headers={"if-none-match": first.headers["ETag"]}).status_code == 304


def test_awkward_names_do_not_break_a_feed(client: Client) -> None:
    cast.full_guide(title="Tea & <cake>")
    Topic.objects.update(name="R&D\x0b <topic>")
    Author.objects.update(name='"Pat"\x08 <Example>')

    for path in FEEDS:
        assert text(feed(client, path), "{}entry/{}title") == "Tea & <cake>"


@pytest.mark.parametrize(
    ("path", "address"),
    [("/", FEEDS[0]), ("/guides/", FEEDS[0]), ("/guides/topics/roles/", FEEDS[1]), ("/people/pat-example/", FEEDS[2])],
)
def test_pages_name_their_feed(client: Client, path: str, address: str) -> None:
    cast.full_guide()

    head = client.get(path).content.decode().partition("</head>")[0]

    assert '<link rel="alternate" type="application/atom+xml" title="' in head
    assert f'href="{address}"' in head


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_costs_three_queries_at_most(
    client: Client, path: str, number: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for index in range(number):
        cast.full_guide(f"guide-{index}")
    client.get(path)  # what all pages share is remembered

    with django_assert_max_num_queries(3):
        assert client.get(path).status_code == 200
