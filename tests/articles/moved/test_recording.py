"""Old addresses as an importer notes them: what is new, what is followed to its end, and what is refused."""

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import OldAddress
from articles.moved import planning
from articles.moved.addresses import Refused
from articles.moved.plans import Wanted
from articles.moved.recording import Recorded, Source, record, record_all
from articles.publishing import publication
from tests import cast

pytestmark = pytest.mark.django_db


def rows() -> dict[str, str]:
    return dict(OldAddress.objects.values_list("address", "target"))


def test_an_address_is_noted_once_and_leads_to_a_page_wherever_that_moves() -> None:
    guide = cast.draft("tech-lead")

    assert record("/2021/05/tech-lead/", f"ref:guide:{guide.pk}") is True
    assert record("https://old.example/2021/05/tech-lead", f"ref:guide:{guide.pk}") is False
    assert rows() == {"/2021/05/tech-lead": f"ref:guide:{guide.pk}"}


def test_addresses_of_our_pages_become_references_and_others_stay_as_they_are() -> None:
    guide, topic = cast.live_guide("tech-lead"), cast.topic()
    wanted = {
        "/a": ("/guides/tech-lead/", f"ref:guide:{guide.pk}"),
        "/b": (f"{settings.SITE_URL}/guides/tech-lead#pay", f"ref:guide:{guide.pk}#pay"),
        "/c": (topic.get_absolute_url(), f"ref:topic:{topic.pk}"),
        "/d": ("/privacy/", "ref:page:privacy"),
        "/e": ("/feed.xml", "/feed.xml"),
        "/f": ("/search/?q=pay", "/search/?q=pay"),
        "/g": ("https://elsewhere.example/a?b=ü", "https://elsewhere.example/a?b=%C3%BC"),
        "/h": ("gone", ""),
        "/i": ("410", ""),
    }

    done = record_all((path, typed) for path, (typed, _) in wanted.items())

    assert done == Recorded(new=len(wanted), changed=0, known=0)
    assert rows() == {path: stored for path, (_, stored) in wanted.items()}


def test_doing_it_again_changes_nothing_and_another_target_is_a_change() -> None:
    pairs = [("/a", "gone"), ("/b", "https://elsewhere.example/")]
    record_all(pairs)

    assert record_all(pairs) == Recorded(new=0, changed=0, known=2)
    assert record_all([("/A/", "https://elsewhere.example/")]) == Recorded(new=0, changed=1, known=0)


def test_what_somebody_typed_is_not_overruled_by_an_import() -> None:
    record("/a", "gone", source=Source.TYPED)

    assert record_all([("/a", "https://elsewhere.example/")]) == Recorded(new=0, changed=0, known=1)
    assert rows() == {"/a": ""}


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("https://old.example/Our-Post/?utm_source=x#top", "/Our-Post"),
        ("/caf%C3%A9/", "/café"),
        ("/caf%25C3%25A9/", "/café"),
        ("/caf%E9/", "/café"),
        ("/cafe\u0301", "/café"),
        ("//old.example//a//b/", "/a/b"),
        ("?p=12", "/?p=12"),
        ("/?fbclid=z&p=12", "/?p=12"),
        ("/index.asp?b=2&a=1", "/index.asp?a=1&b=2"),
        ("/what%3F/", "/what%3F"),
        ("/100%", "/100%"),
        ("/a b", "/a b"),
    ],
)
def test_one_address_has_one_form(typed: str, stored: str) -> None:
    record(typed, "gone")

    assert record(stored, "gone") is False
    assert rows() == {stored: ""}


@pytest.mark.parametrize(
    ("path", "target", "reason"),
    [
        ("", "gone", "Write an address that begins with a slash, such as /our-post/, or with https://."),
        ("our-post", "gone", "Write an address that begins with a slash, such as /our-post/, or with https://."),
        ("javascript:alert(1)", "gone", "Write an address that begins with a slash, such as /our-post/, or with https://."),
        ("/a\r\nSet-Cookie: b=c", "gone", "An address has no line breaks, control characters or backslashes."),
        ("/a%0d%0ab", "gone", "An address has no line breaks, control characters or backslashes."),
        ("/a%00", "gone", "An address has no line breaks, control characters or backslashes."),
        ("/\\evil.example", "gone", "An address has no line breaks, control characters or backslashes."),
        ("http://[::1", "gone", "This is not an address."),
        ("/" + "a" * 500, "gone", "An address has at most 500 characters."),
        ("/", "gone", "There is a page at this address: the front page. It would never be asked."),
        ("/?id=7", "gone", "There is a page at this address: the front page. It would never be asked."),
        ("/privacy", "gone", "There is a page at this address: “Privacy notice”. It would never be asked."),
        ("/guides/live/", "gone", "There is a page at this address: “Live”. It would never be asked."),
        ("/guides/topics/data/feed.xml", "gone", "There is a page at this address: “Topic data”. It would never be asked."),
        ("/people/data-desk", "gone", "There is a page at this address: “Data desk”. It would never be asked."),
        ("/guides/live.md", "gone", "There is a page at this address: “Live”. It would never be asked."),
        ("/guides/withdrawn/", "gone", "There is a page at this address: “Withdrawn”. It would never be asked."),
        ("/admin/anything/", "gone", "There is a page at this address: this site’s own /admin. It would never be asked."),
        ("/static/css/base.css", "gone", "There is a page at this address: this site’s own /static. It would never be asked."),
        ("/a", "", "Say where it leads, or that the page is gone."),
        ("/a", "/A/", "This leads back to itself."),
        ("/a", "/nowhere/", "There is no page at /nowhere/."),
        ("/a", "/guides/nowhere/", "There is no page at /guides/nowhere/."),
        ("/a", "ref:guide:999999", "What this leads to no longer exists."),
        ("/a", "//evil.example/", "Write the address of a page of this site, or a whole address that begins with https://."),
        ("/a", "http://evil.example/", "Write the address of a page of this site, or a whole address that begins with https://."),
        ("/a", "https:///evil.example", "Write the address of a page of this site, or a whole address that begins with https://."),
        ("/a", "javascript:alert(1)", "Write the address of a page of this site, or a whole address that begins with https://."),
        ("/a", "https://www.example.org@evil.example/", "An address that names somebody before its host can mislead. Leave that out."),
        ("/a", "/\\evil.example", "An address has no spaces, line breaks or backslashes."),
        ("/a", "/people/%0d%0a", "An address has no line breaks, control characters or backslashes."),
        ("/a", "https://good.example/\r\nb", "An address has no spaces, line breaks or backslashes."),
        ("/a", "https://good.example/" + "a" * 500, "An address has at most 500 characters."),
    ],
)  # fmt: skip
def test_what_is_refused_is_refused_in_a_sentence(path: str, target: str, reason: str) -> None:
    cast.live_guide("live", title="Live")
    publication.withdraw(cast.live_guide("withdrawn", title="Withdrawn"), by=None)
    cast.author(cast.DESK)

    with pytest.raises(Refused) as refusal:
        record(path, target)

    assert (str(refusal.value), rows()) == (reason, {})


def test_chains_are_followed_to_their_end_in_whatever_order_they_come() -> None:
    guide = cast.live_guide("tech-lead")

    record_all([("/a", "/b"), ("/b", "/c/"), ("/c", "/guides/tech-lead/"), ("/z", "/a?utm_source=x")])
    record(
        "/y", "https://www.example.org/a" if settings.SITE.hostname == "www.example.org" else f"{settings.SITE_URL}/a"
    )

    assert rows() == dict.fromkeys(("/a", "/b", "/c", "/z", "/y"), f"ref:guide:{guide.pk}")


def test_loops_are_refused_among_new_rows_and_with_stored_ones() -> None:
    record("/b", "gone")

    done = record_all([("/c", "/d"), ("/d", "/e"), ("/e", "/c"), ("/b", "/a"), ("/a", "/b")])

    assert done.refused == [(path, "This leads back to itself.") for path in ("/c", "/d", "/e", "/b", "/a")]
    assert rows() == {"/b": ""}


def test_a_row_that_led_to_the_address_leads_to_its_end() -> None:
    OldAddress.objects.create(address="/a", key="/a", target="/lost.pdf", source=Source.TYPED)

    record("/lost.pdf", "https://elsewhere.example/found.pdf")

    assert rows() == dict.fromkeys(("/a", "/lost.pdf"), "https://elsewhere.example/found.pdf")


def test_an_address_that_comes_twice_is_refused_the_second_time() -> None:
    plan = planning.plan([Wanted(address="/a", target="gone"), Wanted(address="/A/", target="/feed.xml")])

    assert [row.reason for row in plan.rows] == ["", "Row 1 has this address already."]


def test_many_cost_as_many_queries_as_few() -> None:
    guide = cast.live_guide("tech-lead")
    one = [("/a", f"ref:guide:{guide.pk}"), ("/guides/one/", "/guides/tech-lead/")]
    many = [(f"{path.rstrip('/')}-{number}", target) for number in range(100) for path, target in one]

    with CaptureQueriesContext(connection) as few:
        record_all(one)
    with CaptureQueriesContext(connection) as more:
        record_all(many)

    assert len(more) == len(few)
