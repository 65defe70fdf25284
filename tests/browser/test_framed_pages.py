"""An editor looks at a guide in frames; the policies of the admin and of the page both hold."""

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from articles.models import Article
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def editor(browser_page: Page, live_server: LiveServer, admin_client: Client) -> Page:
    """A page of somebody who is logged in to the admin."""
    session = admin_client.cookies[settings.SESSION_COOKIE_NAME].value
    browser_page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    return browser_page


@pytest.fixture
def article() -> Article:
    return cast.full_draft()


def preview(article: Article, width: str) -> str:
    return f"/admin/articles/article/{article.pk}/preview/?width={width}"


@pytest.mark.parametrize(("width", "pixels"), [("phone", 390), ("desktop", 1280)])
def test_the_page_is_as_wide_in_its_frame_as_on_such_a_screen(
    editor: Page, article: Article, width: str, pixels: int
) -> None:
    editor.goto(preview(article, width))

    expect(editor.frame_locator("iframe").get_by_role("heading", name=article.title, level=1)).to_be_visible()
    assert editor.frames[1].evaluate("innerWidth") == pixels


def test_a_frame_wider_than_the_screen_scrolls_by_keyboard_in_a_region_of_its_own(
    editor: Page, article: Article
) -> None:
    editor.set_viewport_size({"width": 390, "height": 844})
    editor.goto(preview(article, "desktop"))
    region = editor.get_by_role("group", name="As a desktop shows it")

    region.focus()
    editor.keyboard.press("ArrowRight")

    editor.wait_for_function("() => document.querySelector('.frame__scroller').scrollLeft > 0")
    assert editor.evaluate("document.documentElement.scrollWidth") == 390


def test_a_link_in_the_frame_opens_a_tab_and_the_preview_stays(editor: Page, article: Article) -> None:
    editor.goto(preview(article, "phone"))
    editor.wait_for_load_state("networkidle")
    page = editor.frame_locator("iframe")

    with editor.context.expect_page() as opened:
        page.get_by_role("link", name="Contact").first.click()

    expect(opened.value).to_have_url(f"{editor.url.partition('/admin')[0]}/contact/")
    expect(page.get_by_role("heading", name=article.title, level=1)).to_be_visible()


def test_the_widths_are_plain_links(editor: Page, article: Article) -> None:
    editor.goto(preview(article, "both"))
    expect(editor.locator("iframe")).to_have_count(2)

    editor.get_by_role("link", name="Phone").click()

    expect(editor.locator("iframe")).to_have_count(1)
