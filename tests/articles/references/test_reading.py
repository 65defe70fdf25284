"""What readers get of a reference: the address of the day, or the words alone."""

import json
import re
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from agency.models import Page
from articles.document import FinalTakeaway, QuestionAnswer, Text
from articles.models import Article, Author, PreparedPage, Topic
from articles.publishing import publication
from tests import cast
from tests.articles import live

pytestmark = pytest.mark.django_db
HOST = "http://testserver"


def link(address: str, words: str = "our guide") -> str:
    return f'<p>See <a href="{address}">{words}</a>.</p>'


@pytest.fixture
def target() -> Article:
    """A live guide with headings to link to."""
    blocks = (Text(html="<h2>The work</h2><p>Words.</p><h2>What it pays</h2><p>Words.</p>"),)
    return cast.live_guide("target", blocks=blocks)


def linking(address: str, slug: str = "linking") -> Article:
    """A live guide that links there, in a text and in an answer."""
    blocks = (Text(html=link(address)), QuestionAnswer(question="Where?", answer=link(address)))
    return cast.live_guide(slug, blocks=blocks)


def move(guide: Article, slug: str) -> None:
    Article.objects.filter(pk=guide.pk).update(slug=slug)
    guide.refresh_from_db()
    live.publish(guide)


def links(client: Client, path: str = "/guides/linking/") -> list[str]:
    """Where the words “our guide” lead, as often as they stand on the page; empty for words without a link."""
    body = client.get(path).content.decode()
    return [match[1] or "" for match in re.finditer(r'See (?:<a href="([^"]*)">)?our guide(?:</a>)?\.</p>', body)]


def answers(client: Client) -> list[str]:
    """The answers in the structured data of the page."""
    body = client.get("/guides/linking/").content.decode()
    data: Any = json.loads(re.findall(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', body, re.DOTALL)[0])
    nodes = data.get("@graph", [data])
    faq = next(node for node in nodes if node["@type"] == "FAQPage")
    return [question["acceptedAnswer"]["text"] for question in faq["mainEntity"]]


def test_a_page_has_the_address_of_the_day_also_after_it_changed(
    client: Client, target: Article, settings: Any
) -> None:
    linking(f"ref:guide:{target.pk}")
    prepared = PreparedPage.objects.get(revision__slug="linking").body
    assert links(client) == ["/guides/target/"] * 2
    assert answers(client) == [link(f"{settings.SITE_URL}/guides/target/")]

    move(target, "moved")

    assert links(client) == ["/guides/moved/"] * 2
    assert answers(client) == [link(f"{settings.SITE_URL}/guides/moved/")]
    assert PreparedPage.objects.get(revision__slug="linking").body == prepared


def test_a_withdrawn_guide_leaves_the_words_and_a_guide_that_is_back_has_its_links_again(
    client: Client, target: Article
) -> None:
    linking(f"ref:guide:{target.pk}#the-work")
    publication.withdraw(target, by=None)

    assert links(client) == ["", ""]
    assert answers(client) == ["<p>See our guide.</p>"]

    live.publish(target)

    assert links(client) == ["/guides/target/#the-work"] * 2


def test_a_link_to_a_heading_follows_small_changes_of_its_words_and_else_leads_to_the_guide(
    client: Client, target: Article
) -> None:
    linking(f"ref:guide:{target.pk}#what-it-pays")
    assert links(client) == ["/guides/target/#what-it-pays"] * 2

    for heading, place in (("What it pays in 2027", "#what-it-pays-in-2027"), ("Money", "")):
        target.articles_textblock_set.update(html=f"<h2>The work</h2><p>Words.</p><h2>{heading}</h2><p>Words.</p>")
        live.publish(target)
        assert links(client) == [f"/guides/target/{place}"] * 2


def test_topics_people_salaries_and_standing_pages(client: Client) -> None:
    role = cast.job_role()
    for number, (reference, path) in enumerate(
        [
            (f"ref:topic:{cast.topic().pk}", "/guides/topics/data/"),
            (f"ref:person:{cast.author().pk}", "/people/sam-field/"),
            (f"ref:role:{role.pk}", "/salaries/?role=data-engineer"),
            ("ref:page:privacy", "/privacy/"),
            ("ref:page:salaries", "/salaries/"),
            ("ref:page:nowhere", ""),
            ("ref:topic:987654", ""),
        ]
    ):
        linking(reference, f"linking-{number}")
        assert links(client, f"/guides/linking-{number}/") == [path] * 2, reference

    Topic.objects.filter(slug="data").update(slug="figures")
    Author.objects.filter(slug="sam-field").update(slug="sam-new")
    assert links(client, "/guides/linking-0/") == ["/guides/topics/figures/"] * 2
    assert links(client, "/guides/linking-1/") == ["/people/sam-new/"] * 2


def test_markdown_feeds_and_previews_say_the_same(admin_client: Client, target: Article, settings: Any) -> None:
    guide = linking(f"ref:guide:{target.pk}")
    gone = cast.live_guide("lost", blocks=(Text(html=link("ref:guide:987654", "what is gone")),))
    move(target, "moved")
    whole = f"{settings.SITE_URL}/guides/moved/"

    assert f"See [our guide]({whole})." in admin_client.get("/guides/linking.md").content.decode()
    assert "See what is gone." in admin_client.get("/guides/lost.md").content.decode()
    feed = admin_client.get("/feed.xml").content.decode()
    assert f'See &lt;a href="{whole}"&gt;our guide&lt;/a&gt;.' in feed.replace("&quot;", '"')
    assert "See what is gone." in feed
    assert links(admin_client, f"/admin/articles/article/{guide.pk}/preview/page/") == ["/guides/moved/"] * 2
    assert "See what is gone." in admin_client.get(f"/admin/articles/article/{gone.pk}/preview/page/").content.decode()


def test_no_page_shows_a_reference(admin_client: Client, target: Article) -> None:
    guide = linking("ref:guide:987654")
    Author.objects.update(biography=link("ref:guide:987654"))
    Page.objects.filter(slug="privacy").update(body=link("ref:guide:987654"))

    for path in (
        "/guides/linking/",
        "/guides/linking.md",
        "/feed.xml",
        "/people/sam-field/",
        "/privacy/",
        "/",
        f"/admin/articles/article/{guide.pk}/preview/page/",
    ):
        assert "ref:" not in admin_client.get(path).content.decode(), path


def test_biographies_and_standing_pages_have_addresses(client: Client, target: Article) -> None:
    Author.objects.update(biography=link(f"ref:guide:{target.pk}"))
    Page.objects.filter(slug="privacy").update(body=link(f"ref:guide:{target.pk}"))

    assert links(client, "/guides/target/") == ["/guides/target/"]
    assert links(client, "/people/sam-field/") == ["/guides/target/"]
    assert links(client, "/privacy/") == ["/guides/target/"]


def test_a_reference_costs_one_query_a_kind_and_none_once_it_is_remembered(
    client: Client, target: Article, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    references = [f"ref:guide:{target.pk}", f"ref:topic:{cast.topic().pk}", f"ref:person:{cast.author().pk}"]
    references += [f"ref:guide:{cast.live_guide(f'other-{number}').pk}" for number in range(5)]
    cast.live_guide("linking", blocks=(FinalTakeaway(html="".join(map(link, references))),))
    cast.live_guide("plain")
    client.get("/guides/plain/")

    with django_assert_num_queries(2 + 3 + 1):  # the last: whether the version still holds, once something new was read
        client.get("/guides/linking/")
    with django_assert_num_queries(2):
        client.get("/guides/linking/")
