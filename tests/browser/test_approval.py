"""A guide is shared and approved, scheduled, moved to another address and restored, in a real browser."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from articles.document import Text
from articles.drafts.rows import document_of
from articles.models import Article, Revision
from articles.publishing import scheduling
from tests import cast, chromium
from tests.browser.test_block_editor import editor, open_editor  # noqa: F401 - the first is a fixture

pytestmark = pytest.mark.django_db(transaction=True)
TITLE = "How a platform team shares its work"
WORDS = "<p>The team builds tools for others. Each week it also helps one team to use them.</p>"


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def tab(page: Page, name: str) -> None:
    page.get_by_role("navigation", name="This guide").get_by_role("link", name=name).click()


def share_and_be_approved(page: Page, browser: Browser, base_url: str) -> None:
    tab(page, "Share for approval")
    page.get_by_label("Name").fill("Robin Reed")
    press(page, "Make the link")
    link = page.get_by_label("The link for Robin Reed").input_value()
    with chromium.new_visitor(browser, base_url) as stranger:
        visitor = stranger.new_page()
        visitor.goto(urlsplit(link).path)  # the host of the link is the site’s own, not the test server’s
        expect(visitor.get_by_role("heading", name=TITLE)).to_be_visible()
        visitor.get_by_label("I approve this guide").check()
        visitor.locator("#your_answer button[type=submit], #your_answer input[type=submit]").click()
        expect(visitor.get_by_text("Thank you. Your answer is recorded.")).to_be_visible()
    tab(page, "History")
    expect(page.get_by_text("Robin Reed").first).to_be_visible()


def schedule_and_see_it_live(page: Page) -> None:
    tab(page, "Checks and publishing")
    page.get_by_label("Publish at", exact=True).fill(f"{timezone.localtime() + timedelta(hours=2):%Y-%m-%dT%H:%M}")
    press(page, "Publish at this time")
    expect(page.get_by_role("heading", name="Scheduled")).to_be_visible()
    assert Revision.objects.published().count() == 0
    Revision.objects.scheduled().update(goes_live_at=timezone.now() - timedelta(minutes=1))  # two hours later
    assert scheduling.run_due() == 1
    page.goto("/guides/platform-teams/")
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()


def change_the_address_and_follow_the_old_one(page: Page, article: Article) -> None:
    open_editor(page, article)
    page.get_by_label("Address:").fill("how-platform-teams-work")
    page.get_by_label("Standfirst:").fill("What a platform team builds for other teams, and how it helps them use it.")
    press(page, "Save and publish…")
    page.get_by_label("What changed, and why").fill("A clearer address.")
    press(page, "Publish now")
    expect(page.get_by_text("Visitors now read it at")).to_be_visible()
    page.goto("/guides/platform-teams/")
    expect(page).to_have_url(re.compile("/guides/how-platform-teams-work/$"))


def restore_the_first_revision(page: Page, article: Article) -> None:
    page.goto(f"/admin/articles/article/{article.pk}/history/")
    page.get_by_role("link", name=re.compile("^Restore into the draft")).last.click()
    press(page, "Restore into the draft")
    article.refresh_from_db()
    assert article.slug == "platform-teams"
    assert article.has_unpublished_changes
    assert document_of(article).blocks == (Text(html=WORDS),)
    page.goto("/guides/how-platform-teams-work/")
    expect(page.get_by_text("how it helps them use it")).to_be_visible()


def test_a_guide_is_approved_scheduled_moved_and_restored(
    editor: Page,  # noqa: F811
    browser: Browser,
    live_server: LiveServer,
) -> None:
    article = cast.draft("platform-teams", title=TITLE, blocks=[Text(html=WORDS)])
    open_editor(editor, article)
    share_and_be_approved(editor, browser, live_server.url)
    schedule_and_see_it_live(editor)
    change_the_address_and_follow_the_old_one(editor, article)
    restore_the_first_revision(editor, article)
    kinds = list(article.events.order_by("pk").values_list("kind", flat=True))
    assert kinds == ["shared", "approved", "scheduled", "published", "published", "restored"]
