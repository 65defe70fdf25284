"""What old addresses answer a visitor, asked through the whole site."""

from typing import Any
from urllib.parse import unquote

import pytest
from django.test import Client

from articles.models import OldAddress
from articles.moved.recording import record, record_all
from articles.publishing import publication
from tests import cast

pytestmark = pytest.mark.django_db
GUIDES = "/guides/"


def asked(address: str, **extra: Any) -> tuple[int, str]:
    response = Client().get(address, **extra)
    return response.status_code, response.get("Location", "")


@pytest.fixture
def guide() -> Any:
    return cast.live_guide("tech-lead", title="Tech lead")


def test_each_row_answers_with_its_target_of_the_day(guide: Any) -> None:
    record_all(
        [
            ("/2021/05/tech-lead/", f"ref:guide:{guide.pk}"),
            ("/?p=12", f"ref:guide:{guide.pk}"),
            ("/jobs.asp?id=7", "https://elsewhere.example/jobs?id=7"),
            ("/team", "/people/"),
            ("/lost", "gone"),
        ]
    )

    assert [asked(old) for old in ("/2021/05/tech-lead/", "/?p=12", "/jobs.asp?id=7", "/team", "/lost")] == [
        (301, "/guides/tech-lead/"),
        (301, "/guides/tech-lead/"),
        (301, "https://elsewhere.example/jobs?id=7"),
        (301, "/people/"),
        (410, ""),
    ]

    publication.withdraw(guide, by=None)

    assert (asked("/?p=12"), asked("/2021/05/tech-lead")) == ((410, ""), (410, ""))


def test_a_guide_that_is_not_published_yet_is_waited_for_at_the_list() -> None:
    record("/soon", f"ref:guide:{cast.draft('soon').pk}")

    response = Client().get("/soon/")

    assert (response.status_code, response["Location"], response["Cache-Control"]) == (302, GUIDES, "private, no-cache")


@pytest.mark.parametrize(
    "written",
    ["/caf%C3%A9/", "/caf%C3%A9", "/CAF%C3%89/", "/caf%25C3%25A9/", "/caf%E9/", "/cafe%CC%81/", "/caf%C3%A9/?utm_x=1",
     "/caf%C3%A9/amp/", "/caf%C3%A9/?replytocom=5", "/caf%C3%A9/embed", "/index.php/caf%C3%A9/", "/caf%C3%A9/page/2/"],
)  # fmt: skip
def test_one_row_answers_an_address_however_it_is_written(guide: Any, written: str) -> None:
    record("/café", f"ref:guide:{guide.pk}")
    to = "/guides/tech-lead/?utm_x=1" if "utm" in written else "/guides/tech-lead/"

    assert asked(written) == (301, to)


def test_what_says_where_a_visitor_came_from_goes_along_to_our_pages_alone(guide: Any) -> None:
    record_all(
        [("/a?id=7", f"ref:guide:{guide.pk}"), ("/b", "https://elsewhere.example/"), ("/c", "/salaries/?role=x#y")]
    )

    assert [asked(f"{old}utm_source=a%20b&x=%0D%0A") for old in ("/a?id=7&", "/b?", "/c?role=y&page=2&")] == [
        (301, "/guides/tech-lead/?utm_source=a+b&x=%0D%0A"),
        (301, "https://elsewhere.example/"),
        (301, "/salaries/?role=x&utm_source=a+b&x=%0D%0A#y"),
    ]


def test_the_more_precise_row_answers() -> None:
    record_all([("/a", "gone"), ("/a?id=1", "/people/"), ("/a?id=1&b=2", "/salaries/")])

    assert [asked(f"/a{query}")[1] for query in ("", "?id=1", "?b=2&id=1", "?id=1&c=3", "?id=2")] == [
        "",
        "/people/",
        "/salaries/",
        "/people/?c=3",
        "",
    ]


def test_head_is_answered_alike_and_nothing_else_is(guide: Any) -> None:
    record("/a", f"ref:guide:{guide.pk}")

    client = Client()

    assert (client.head("/a/").status_code, client.head("/a/")["Location"]) == (301, "/guides/tech-lead/")
    assert (client.post("/a").status_code, client.put("/a").status_code) == (404, 404)


def test_browsers_keep_a_redirect_for_an_hour_and_proxies_do_not() -> None:
    record_all([("/a", "/people/"), ("/b", "gone")])

    assert [Client().get(path)["Cache-Control"] for path in ("/a", "/b")] == ["public, max-age=3600, s-maxage=0"] * 2
    assert Client(headers={"cookie": "a=b"}).get("/a")["Cache-Control"] == "private, no-cache"


def test_a_page_that_comes_later_wins() -> None:
    record("/guides/late/", "gone")
    assert (asked("/guides/late/"), asked("/guides/late")) == ((410, ""), (410, ""))

    cast.live_guide("late")

    assert (asked("/guides/late/"), asked("/guides/late")) == ((200, ""), (301, "/guides/late/"))


def test_a_target_that_became_an_old_address_is_followed() -> None:
    OldAddress.objects.create(address="/a", key="/a", target="/b.pdf")
    OldAddress.objects.create(address="/x", key="/x", target="/y")
    OldAddress.objects.create(address="/y", key="/y", target="/x")
    record("/c.pdf", "https://elsewhere.example/b.pdf")
    OldAddress.objects.create(address="/b.pdf", key="/b.pdf", target="/c.pdf")

    assert (asked("/a"), asked("/x")) == ((301, "https://elsewhere.example/b.pdf"), (410, ""))


FAMILIES = {
    "/feed/": (301, "/feed.xml"),
    "/feed.xml/": (301, "/feed.xml"),
    "/feed/atom/": (301, "/feed.xml"),
    "/rss.xml": (301, "/feed.xml"),
    "/?feed=rss2": (301, "/feed.xml"),
    "/comments/feed/": (410, ""),
    "/?feed=comments-rss2": (410, ""),
    "/category/data/": (301, "/guides/topics/data/"),
    "/category/work/data/page/2/": (301, "/guides/topics/data/"),
    "/tag/Data": (301, "/guides/topics/data/"),
    "/tag/nothing/": (301, GUIDES),
    "/category/data/feed/": (301, "/guides/topics/data/feed.xml"),
    "/tag/nothing/feed/": (301, "/feed.xml"),
    "/?cat=4": (301, GUIDES),
    "/?category_name=data": (301, "/guides/topics/data/"),
    "/?category_name=data&feed=rss2": (301, "/guides/topics/data/feed.xml"),
    "/?year=2021&monthnum=5": (301, GUIDES),
    "/?tag=data": (301, "/guides/topics/data/"),
    "/author/data-desk/": (301, "/people/data-desk/"),
    "/author/data-desk/feed/": (301, "/people/data-desk/feed.xml"),
    "/author/nobody/": (301, "/people/"),
    "/?author=1": (301, "/people/"),
    "/2021/": (301, GUIDES),
    "/2021/05/": (301, GUIDES),
    "/2021/05/12/": (301, GUIDES),
    "/?m=202105": (301, GUIDES),
    "/2021/05/12/tech-lead/": (301, "/guides/tech-lead/"),
    "/2021/05/tech-lead/amp/": (301, "/guides/tech-lead/"),
    "/2021/05/12/tech-lead/feed/": (410, ""),
    "/2021/05/12/unknown/": (404, ""),
    "/tech-lead": (301, "/guides/tech-lead/"),
    "/blog/tech-lead/": (301, "/guides/tech-lead/"),
    "/blog/": (301, GUIDES),
    "/page/2/": (301, GUIDES),
    "/guides/tech-lead/amp/": (301, "/guides/tech-lead/"),
    "/privacy.html": (301, "/privacy/"),
    "/index.php": (301, "/"),
    "/index.html": (301, "/"),
    "/wp-content/uploads/2021/05/photo-300x200.jpg": (410, ""),
    "/wp-content/uploads/shell.php": (404, ""),
    "/wp-sitemap.xml": (301, "/sitemap.xml"),
    "/sitemap_index.xml": (301, "/sitemap.xml"),
    "/post-sitemap2.xml": (301, "/sitemap.xml"),
    "/?s=tech+lead": (301, "/search/?q=tech+lead"),
    "/search/tech+lead/": (301, "/search/?q=tech+lead"),
    "/?p=9": (404, ""),
    "/?page_id=9": (404, ""),
    "/?attachment_id=9": (404, ""),
    "/?p=word": (200, ""),
    "/?utm_source=x": (200, ""),
    "/nothing/feed/": (404, ""),
    "/nothing/": (404, ""),
    "/wp-login.php": (404, ""),
    "/index.php?p=9": (404, ""),
}  # fmt: skip


@pytest.mark.usefixtures("guide")
def test_families_of_wordpress_are_answered_by_rule() -> None:
    cast.topic("data")
    cast.author(cast.DESK)

    assert {address: asked(address) for address in FAMILIES} == FAMILIES


def test_a_row_comes_before_a_rule_and_answers_its_faces_too(guide: Any) -> None:
    topic = cast.topic()
    record_all(
        [
            ("/?cat=4", f"ref:topic:{topic.pk}"),
            ("/category/odd/", f"ref:topic:{topic.pk}"),
            ("/tag/tech/", f"ref:guide:{guide.pk}"),
            ("/wp-content/uploads/a.jpg", "https://elsewhere.example/a.jpg"),
            ("/slug/", "/people/"),
            ("/podcast/feed/", "https://elsewhere.example/podcast.xml"),
            ("/media/old.pdf", "/media/files/0123456789abcdef/new.pdf"),
            ("/sitemap-posts.xml", "/people/"),
            ("/2021/05/12/post/", "/people/"),
        ]
    )

    assert [
        asked(old)
        for old in ("/?cat=4", "/?cat=4&feed=rss2", "/category/odd/feed/", "/category/odd/page/3/", "/tag/tech/",
                    "/wp-content/uploads/a-300x200.jpg", "/2020/01/slug/", "/index.php?cat=4",
                    "/podcast/feed/", "/media/old.pdf", "/sitemap-posts.xml", "/2021/05/12/post/photo/", "/2021/05/12/post/2/",
                    "/2021/05/12/post/attachment/photo/")
    ] == [
        (301, "/guides/topics/data/"),
        (301, "/guides/topics/data/feed.xml"),
        (301, "/guides/topics/data/feed.xml"),
        (301, "/guides/topics/data/"),
        (301, "/guides/tech-lead/"),
        (301, "https://elsewhere.example/a.jpg"),
        (301, "/people/"),
        (301, "/guides/topics/data/"),
        (301, "https://elsewhere.example/podcast.xml"),
        (301, "/media/files/0123456789abcdef/new.pdf"),
        (301, "/people/"),
        (301, "/people/"),
        (301, "/people/"),
        (301, "/people/"),
    ]  # fmt: skip


HOSTILE = (
    "//evil.example/a",
    "//evil.example",
    "/\\evil.example",
    "/%5Cevil.example",
    "/%2F%2Fevil.example",
    "/%0d%0aLocation:%20https://evil.example",
    "/a%0d%0aSet-Cookie:%20a=b",
    "/https://evil.example",
    "/javascript:alert(1)",
    "/%00",
    "/a%00b/feed/",
    "/%ed%a0%80",
    "/" + "%25" * 50 + "41",
    "/" + "a" * 3000,
    "/feed/" * 50,
    "/?p=" + "9" * 500,
    "/nothing?" + "a=b&" * 500,
    "/nothing?a=%ff%00",
)


@pytest.mark.parametrize("address", HOSTILE)
def test_hostile_addresses_lead_nowhere_else(address: str) -> None:
    """As the server hands them on, not as a client would mend them."""
    record("/a", "/people/")
    path, _, query = address.partition("?")

    response = Client().get("/", PATH_INFO=unquote(path, "latin-1"), QUERY_STRING=query)

    assert (response.status_code, response.get("Location", "")) in (
        (200, ""),
        (404, ""),
        (301, "/people/"),
        (301, "/feed.xml"),
    )
