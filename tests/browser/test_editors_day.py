"""An editor's day, from the first word to a restored revision, in a real browser."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from articles.document import Text
from articles.drafts.rows import document_of
from articles.models import Article, Revision
from articles.publishing import scheduling
from tests import cast, chromium
from tests.browser.test_block_editor import add_block, open_editor

pytestmark = pytest.mark.django_db(transaction=True)
TITLE = "How a platform team shares its work"


@pytest.fixture
def editor(browser_page: Page, live_server: LiveServer) -> Page:
    client = Client()
    client.force_login(User.objects.create_superuser("ann", first_name="Ann", last_name="Lee"))
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    browser_page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    return browser_page


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def tab(page: Page, name: str) -> None:
    page.get_by_role("navigation", name="This guide").get_by_role("link", name=name).click()


def write(page: Page) -> None:
    """A guide whose text announces a list that does not follow."""
    open_editor(page)
    page.get_by_label("Title:").fill(TITLE)
    page.keyboard.press("Tab")  # leaving the title fills in the address
    page.get_by_label("Address:").fill("platform-teams")
    page.get_by_label("Standfirst:").fill("What a platform team does for the other teams, and how both gain from it.")
    page.get_by_label("Description:").fill(
        "How a platform team divides its work between building tools and helping the teams that use them day by day."
    )
    page.get_by_label("Topic:").select_option(index=1)
    page.get_by_label("Author:", exact=True).select_option(index=1)
    add_block(page, "Text")
    page.keyboard.type("The team builds tools for others. Each week it also:")
    press(page, "Save draft")
    expect(page.get_by_text(re.compile("was (added|changed) successfully"))).to_be_visible()


def be_stopped_by_the_gate_and_mend(page: Page) -> None:
    press(page, "Save and publish…")
    expect(
        page.get_by_role("heading", name="“Each week it also:” announces something that does not follow.")
    ).to_be_visible()
    press(page, "Publish now")
    expect(page.get_by_role("alert")).to_be_visible()
    assert not Revision.objects.exists()
    page.locator(".finding__where a").first.click()
    words = page.get_by_role("textbox", name="Text", exact=True)
    expect(words).to_be_in_viewport()
    words.click()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("The team builds tools for others. Each week it also helps one team to use them.")
    press(page, "Save and publish…")
    expect(page.get_by_text("Nothing: this draft is in good order.")).to_be_visible()


def preview(page: Page) -> None:
    tab(page, "Preview")
    for frame in page.locator("iframe").all():
        expect(frame.content_frame.get_by_role("heading", name=TITLE)).to_be_visible()


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
    assert document_of(article).blocks == (
        Text(html="<p>The team builds tools for others. Each week it also helps one team to use them.</p>"),
    )
    page.goto("/guides/how-platform-teams-work/")
    expect(page.get_by_text("how it helps them use it")).to_be_visible()


def test_an_editors_day(editor: Page, browser: Browser, live_server: LiveServer) -> None:
    cast.topic("roles")
    cast.author(cast.PAT)
    write(editor)
    be_stopped_by_the_gate_and_mend(editor)
    preview(editor)
    share_and_be_approved(editor, browser, live_server.url)
    schedule_and_see_it_live(editor)
    article = Article.objects.select_related("topic", "author").get()
    change_the_address_and_follow_the_old_one(editor, article)
    restore_the_first_revision(editor, article)
    kinds = list(article.events.order_by("pk").values_list("kind", flat=True))
    assert kinds == ["shared", "approved", "scheduled", "published", "published", "restored"]
