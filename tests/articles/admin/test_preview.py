"""What editors see before they publish is what visitors read afterwards."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.document import Text
from articles.drafts import saving
from articles.drafts.rows import document_of
from articles.models import Article
from articles.publishing import publication
from articles.publishing.publication import PublishOptions
from articles.review import upkeep
from tests import cast

pytestmark = pytest.mark.django_db


def page(name: str, guide: Article, *args: int, **query: str) -> str:
    return reverse(f"admin:articles_article_{name}", args=[guide.pk, *args], query=query)


def body(response: HttpResponse) -> bytes:
    """The page as sent, without the nonce, which differs from answer to answer."""
    return re.sub(rb'nonce="[^"]+"', b"", response.content)


def edit(guide: Article, **fields: str) -> Article:
    """The draft with one more paragraph, and with these fields."""
    guide.refresh_from_db()
    document = document_of(guide)
    blocks = (*document.blocks, Text(html="<p>It goes on from here.</p>"))
    saving.put(guide, replace(document, blocks=blocks, **fields), by=None)
    guide.refresh_from_db()
    return guide


def never_published() -> Article:
    return cast.full_draft()


def changed() -> Article:
    return edit(published_long_ago())


def moved() -> Article:
    return edit(published_long_ago(), slug="another-address")


def withdrawn() -> Article:
    guide = published_long_ago()
    publication.withdraw(guide, by=None)
    return guide


def told_to_readers() -> Article:
    guide = edit(published_long_ago())
    publication.publish(guide, PublishOptions(note="It goes on.", shows_note=True), by=None)
    return edit(guide)


def published_long_ago() -> Article:
    guide = cast.full_draft()
    cast.full_guide("related")
    publication.publish(guide, by=None, at=timezone.now() - timedelta(days=400))
    return guide


@pytest.mark.parametrize("guide", [never_published, changed, moved, withdrawn, told_to_readers])
def test_the_preview_is_byte_for_byte_the_page_that_is_published(
    admin_client: Client, client: Client, guide: object
) -> None:
    """Nothing but the nonce may differ: a guide page holds no token and nothing of who reads it."""
    article = guide()  # type: ignore[operator]
    previewed = admin_client.get(page("preview_page", article))

    revision = publication.publish(article, by=None, at=timezone.now())

    assert body(previewed) == body(client.get(revision.get_absolute_url()))


def test_the_preview_stores_nothing(admin_client: Client) -> None:
    article = cast.full_draft()
    admin_client.get(page("preview_page", article))

    assert not article.revisions.exists()
    assert not article.events.exists()


@pytest.mark.parametrize("is_substantive", [True, False])
def test_an_earlier_revision_is_shown_as_it_was(admin_client: Client, client: Client, is_substantive: bool) -> None:
    article = published_long_ago()
    upkeep.mark_reviewed(article, by=None)
    revision = publication.publish(edit(article), PublishOptions(is_substantive=is_substantive), by=None)
    read = body(client.get(revision.get_absolute_url()))
    publication.publish(edit(article, title="A later title"), by=None)

    assert (b"last reviewed" in read) is not is_substantive
    assert body(admin_client.get(page("history_page", article, revision.pk))) == read


@pytest.mark.parametrize("is_substantive", [True, False])
def test_a_scheduled_revision_is_shown_as_it_will_be(
    admin_client: Client, client: Client, is_substantive: bool
) -> None:
    article = published_long_ago()
    hour = timezone.now() + timedelta(days=3)
    revision = publication.schedule(edit(article), PublishOptions(is_substantive=is_substantive), by=None, at=hour)
    shown = body(admin_client.get(page("history_page", article, revision.pk)))

    publication.go_live(revision, at=hour, by=None)

    assert body(client.get(revision.get_absolute_url())) == shown


def test_the_live_revision_is_shown_as_visitors_read_it(admin_client: Client, client: Client) -> None:
    article = published_long_ago()
    Article.objects.filter(pk=article.pk).update(reviewed_on=timezone.localdate())
    revision = article.revisions.get()

    read = body(client.get(revision.get_absolute_url()))

    assert b"last reviewed" in read
    assert body(admin_client.get(page("history_page", article, revision.pk))) == read


@pytest.mark.parametrize(
    ("query", "frames"),
    [
        ({}, ("phone", "desktop")),
        ({"width": "both"}, ("phone", "desktop")),
        ({"width": "phone"}, ("phone",)),
        ({"width": "desktop"}, ("desktop",)),
        ({"width": "watch"}, ("phone", "desktop")),
    ],
)
@pytest.mark.parametrize("is_earlier", [False, True])
def test_the_page_is_framed_at_the_widths_that_were_asked_for(
    admin_client: Client, query: dict[str, str], frames: tuple[str, ...], is_earlier: bool
) -> None:
    revision = cast.full_guide()
    article = revision.article
    shell = page("history_revision", article, revision.pk, **query) if is_earlier else page("preview", article, **query)
    framed = page("history_page", article, revision.pk) if is_earlier else page("preview_page", article)

    response = admin_client.get(shell)

    assert response.context["frames"] == frames
    assert response.content.decode().count(f'<iframe class="frame__page" src="{framed}"') == len(frames)
    assert f'<a href="{framed}" target="_blank">' in response.content.decode()


@pytest.mark.parametrize("name", ["preview_page", "history_page"])
def test_only_this_site_may_frame_the_page_and_nobody_may_index_or_keep_it(admin_client: Client, name: str) -> None:
    revision = cast.full_guide()
    pks = [revision.pk] if name == "history_page" else []

    headers = admin_client.get(page(name, revision.article, *pks)).headers

    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Robots-Tag"] == "noindex"
    assert "no-store" in headers["Cache-Control"]


def test_the_admin_s_page_around_it_may_frame_this_site_and_be_framed_by_none(admin_client: Client) -> None:
    headers = admin_client.get(page("preview", cast.full_draft())).headers

    assert headers["X-Frame-Options"] == "DENY"
    assert "frame-src 'self'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


def test_visitors_pages_are_framed_by_none_as_before(client: Client) -> None:
    headers = client.get(cast.full_guide().get_absolute_url()).headers

    assert headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


def test_a_revision_of_another_guide_is_not_found(admin_client: Client) -> None:
    article, other = cast.full_draft(), cast.full_guide("other")

    assert [
        admin_client.get(page(f"history_{name}", article, other.pk)).status_code for name in ("revision", "page")
    ] == [
        404,
        404,
    ]


@pytest.mark.parametrize("name", ["preview", "preview_page"])
def test_the_preview_is_only_read(admin_client: Client, name: str) -> None:
    assert admin_client.post(page(name, cast.full_draft())).status_code == 405
