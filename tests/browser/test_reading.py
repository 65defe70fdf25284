"""Reading, as a visitor on a small phone and on a desktop does it."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

PAGES = (
    "/",
    "/guides/",
    "/guides/what-does-a-machine-learning-engineer-do/",
    "/guides/permanent-or-contract-work-in-tech/",  # a comparison and a pull figure
    "/guides/how-to-bring-a-new-engineer-on-board/",  # boxes to tick
)


@pytest.mark.parametrize("width", [320, 1280])
def test_a_page_is_accessible_and_private_and_fits_the_screen(
    demo_site: str, browser_page: Page, axe: Callable[[Page], list[str]], width: int
) -> None:
    browser_page.set_viewport_size({"width": width, "height": 640})
    for path in PAGES:
        response = browser_page.goto(path)
        assert response.status == 200
        assert axe(browser_page) == [], path
        assert browser_page.evaluate("document.documentElement.scrollWidth") == width, path
    assert browser_page.context.cookies() == []


def test_on_a_phone_the_contents_stay_in_reach_and_a_guide_can_be_shared(demo_site: str, browser_page: Page) -> None:
    browser_page.set_viewport_size({"width": 320, "height": 640})
    browser_page.add_init_script("navigator.share = (page) => { window.shared = page; return Promise.resolve(); }")
    browser_page.goto(PAGES[2])
    contents = browser_page.get_by_text("On this page").first

    browser_page.locator("footer").scroll_into_view_if_needed()
    browser_page.locator("#pay-for-machine-learning-engineers").scroll_into_view_if_needed()
    contents.focus()
    browser_page.keyboard.press("Enter")
    link = browser_page.get_by_role("link", name="Common questions")
    link.focus()
    browser_page.keyboard.press("Enter")

    expect(browser_page).to_have_url(re.compile("#common-questions$"))
    expect(link).to_be_hidden()
    heading, line = browser_page.locator("#common-questions").bounding_box(), contents.bounding_box()
    assert 0 <= line["y"] < line["y"] + line["height"] <= heading["y"] < 120  # the heading stands right under the line

    browser_page.get_by_role("button", name="Share this guide").click()
    assert browser_page.evaluate("new URL(shared.url).pathname") == PAGES[2]
    assert browser_page.evaluate("shared.title").startswith("What does a machine learning engineer do?")
