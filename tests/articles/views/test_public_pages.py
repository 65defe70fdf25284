import re

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from articles.models import Article, Author, Revision
from articles.publishing import publication
from tests import cast

pytestmark = pytest.mark.django_db


def test_a_guide_shows_everything_it_is_made_of(client: Client) -> None:
    revision = cast.full_guide()

    response = client.get("/guides/a-guide/")

    assert response.status_code == 200
    page = response.content.decode()
    for words in (
        '<h1 dir="auto">Title of a-guide</h1>',
        "What readers learn from a-guide.",
        'href="/people/pat-example/"',
        f'<time datetime="{revision.published_at:%Y-%m-%d}">',
        "1-minute read",
        "Key takeaways",
        '<h2 id="the-work">The work</h2>',
        '<h3 id="a-first-week">A first week</h3>',
        'href="#the-work"',
        "£30,000 to £50,000",
        "1 September 2026",
        "What does a tester do?",
        "Good tests let a team sleep.",
        "Final takeaway",
        "Find a person",
        'action="/enquiries/new/"',
        'value="/guides/a-guide/#call-to-action"',
    ):
        assert words in page


def test_a_reader_view_finds_the_standfirst_and_the_picture_beside_the_text(client: Client) -> None:
    cast.full_guide()

    page = client.get("/guides/a-guide/").content.decode()

    article = page[page.index("<article") : page.index("</article>")]
    opening, text = article.index('<div class="guide__opening">'), article.index('<div class="prose">')
    between = article[opening:text]
    assert between.count("<div") == between.count("</div>")  # both lie in the article itself
    assert opening < article.index('<p class="guide__standfirst"') < article.index('<div class="guide__hero"') < text


@pytest.mark.parametrize("path", ["/", "/guides/a-guide/", "/salaries/", "/nothing/"])
def test_drawings_keep_their_size_without_the_stylesheet(client: Client, path: str) -> None:
    cast.full_guide()

    drawings = re.findall("<svg[^>]*>", client.get(path).content.decode())

    assert drawings
    assert [drawing for drawing in drawings if ' width="' not in drawing or ' height="' not in drawing] == []


def test_searches_may_show_large_pictures_of_what_they_may_find(client: Client) -> None:
    cast.full_guide()
    large = '<meta name="robots" content="max-image-preview:large">'

    pages = {
        path: client.get(path).content.decode() for path in ("/", "/guides/a-guide/", "/salaries/", "/search/?q=a")
    }

    assert {path: large in page for path, page in pages.items()} == {
        "/": True,
        "/guides/a-guide/": True,
        "/salaries/": True,
        "/search/?q=a": False,
    }


def test_a_guide_leads_to_the_feeds_that_it_is_in(client: Client) -> None:
    cast.full_guide()

    page = client.get("/guides/a-guide/").content.decode()

    feeds = re.findall('<link rel="alternate" type="application/atom.xml" title="([^"]*)" href="([^"]*)">', page)
    assert feeds == [("Guides", "/feed.xml"), ("Topic roles", "/guides/topics/roles/feed.xml")]


def test_only_pictures_further_down_wait_until_they_are_near(client: Client) -> None:
    cast.store_picture()
    guide = cast.full_guide()
    Author.objects.filter(pk=guide.author_id).update(picture=cast.in_library())
    page = client.get("/guides/a-guide/").content.decode()

    byline = page[page.index('<div class="byline">') : page.index("</header>", page.index('<div class="byline">'))]

    assert "<img" in byline
    assert "loading=" not in byline


def test_a_draft_is_not_public(client: Client) -> None:
    cast.full_draft()

    assert client.get("/guides/a-guide/").status_code == 404
    assert "Title of a-guide" not in client.get("/guides/").content.decode()
    assert "a-guide" not in client.get("/sitemap.xml").content.decode()


def test_saving_a_draft_leaves_the_public_page_alone(client: Client) -> None:
    revision = cast.full_guide()
    before = client.get("/guides/a-guide/").content

    Article.objects.filter(pk=revision.article_id).update(title="Changed", slug="changed", standfirst="Changed")

    assert client.get("/guides/a-guide/").content == before
    assert client.get("/guides/changed/").status_code == 404


def test_an_old_address_leads_to_the_new_one_however_often_it_changed(client: Client) -> None:
    article = cast.full_guide("first").article
    for slug in ("second", "third"):
        Article.objects.filter(pk=article.pk).update(slug=slug)
        publication.publish(article, by=None)

    for slug in ("first", "second"):
        response = client.get(f"/guides/{slug}/")
        assert (response.status_code, response.headers["Location"]) == (301, "/guides/third/")


def test_related_guides_share_the_topic_and_are_three_at_most(client: Client) -> None:
    for number in range(5):
        cast.full_guide(f"guide-{number}")
    cast.full_guide("elsewhere", topic=cast.topic("hiring"))

    related = [guide.slug for guide in client.get("/guides/guide-4/").context["related"]]

    assert related == ["guide-3", "guide-2", "guide-1"]


@pytest.mark.parametrize("times", [1, 30])
def test_a_guide_costs_seven_queries_after_a_change_and_then_two_however_long(
    client: Client, times: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    cast.full_guide(body=cast.one_of_each(times))
    cast.full_guide("related")

    for most in (7, 2):
        with django_assert_max_num_queries(most):
            client.get("/guides/a-guide/")


@pytest.mark.parametrize("number", [1, 30])
@pytest.mark.parametrize("path", ["/guides/", "/guides/topics/roles/", "/people/pat-example/"])
def test_a_list_costs_three_queries_at_most_however_many_guides(
    client: Client, path: str, number: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    cast.live_guides(number, topic=cast.topic("roles"), author=cast.author(cast.PAT))
    client.get(path)

    with django_assert_max_num_queries(3):
        assert client.get(path).status_code == 200


@pytest.mark.parametrize("page", ["-1", "0", "abc", "", "2", "1.0", "²", "٣", str(10**9), "9" * 5000, "1\x00"])
@pytest.mark.parametrize("path", ["/guides/", "/guides/topics/roles/", "/people/pat-example/"])
def test_a_page_that_is_not_there_is_a_404_with_a_way_onward(client: Client, path: str, page: str) -> None:
    cast.full_guide()

    response = client.get(path, {"page": page})

    assert response.status_code == 404
    assert 'href="/guides/"' in response.content.decode()


@pytest.mark.parametrize(
    "path", ["/guides/nothing/", "/guides/topics/nothing/", "/people/nothing/", "/guides/%00/", "/guides/../etc/", "/x"]
)
def test_an_unknown_address_is_a_404_with_a_way_onward(client: Client, path: str) -> None:
    response = client.get(path)

    assert response.status_code == 404
    assert 'href="/guides/"' in response.content.decode()


@pytest.mark.parametrize("path", ["/", "/guides/", "/guides/a-guide/", "/guides/topics/roles/", "/people/pat-example/"])
def test_reading_sets_no_cookie_and_varies_on_nothing_personal(client: Client, path: str) -> None:
    cast.full_guide()

    response = client.get(path)

    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


@pytest.mark.parametrize("path", ["/", "/guides/", "/guides/a-guide/"])
def test_pages_answer_only_to_reading(client: Client, path: str) -> None:
    cast.full_guide()

    assert client.post(path).status_code == 405


def test_a_page_with_nothing_published_says_so(client: Client) -> None:
    cast.topic("roles")
    cast.author(cast.PAT)

    for path in ("/", "/guides/", "/guides/topics/roles/", "/people/pat-example/"):
        assert client.get(path).status_code == 200


def test_the_sitemap_lists_what_is_published_under_the_sites_own_address(client: Client) -> None:
    cast.full_guide()

    listing = client.get("/sitemap.xml", headers={"host": "127.0.0.1"}).content.decode()

    for path in ("/", "/guides/", "/guides/a-guide/", "/guides/topics/roles/", "/people/pat-example/", "/privacy/"):
        assert f"<loc>http://localhost{path}</loc>" in listing
    assert listing.count("<lastmod>") == listing.count("<loc>")


def test_a_reader_may_keep_a_page_and_ask_whether_it_changed(client: Client) -> None:
    cast.full_guide()
    first = client.get("/guides/a-guide/")

    again = client.get("/guides/a-guide/", headers={"if-none-match": first.headers["ETag"]})

    assert again.status_code == 304


def test_hostile_words_are_shown_as_words(client: Client) -> None:
    hostile = '"><script>alert(1)</script>'
    revision = cast.full_guide(title=hostile, standfirst=hostile, description=hostile)

    page = client.get(revision.get_absolute_url()).content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_every_named_address_is_the_one_that_other_tools_rely_on() -> None:
    assert [
        reverse("home"),
        reverse("articles:index"),
        reverse("articles:guide", args=["x"]),
        reverse("articles:topic", args=["x"]),
        reverse("articles:author", args=["x"]),
        reverse("enquiries:new"),
        reverse("sitemap"),
        reverse("robots"),
        reverse("healthz"),
        reverse("admin:index"),
    ] == [
        "/",
        "/guides/",
        "/guides/x/",
        "/guides/topics/x/",
        "/people/x/",
        "/enquiries/new/",
        "/sitemap.xml",
        "/robots.txt",
        "/healthz",
        "/admin/",
    ]


def test_the_live_revision_is_the_only_public_one() -> None:
    article = cast.full_guide().article
    publication.publish(article, by=None)

    assert Revision.objects.filter(article=article).count() == 2
    assert Revision.objects.published().filter(article=article).count() == 1
