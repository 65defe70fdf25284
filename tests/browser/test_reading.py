"""Reading, as a visitor on a small phone and on a desktop does it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

PAGES = {
    "home": "/",
    "index": "/guides/",
    "guide": "/guides/what-does-a-machine-learning-engineer-do/",
}


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("width", [320, 1280])
def test_a_page_is_accessible_and_private(
    demo_site: str, browser_page: Page, axe: Callable[[Page], list[str]], path: str, width: int
) -> None:
    browser_page.set_viewport_size({"width": width, "height": 800})
    response = browser_page.goto(path)
    assert response.status == 200
    assert axe(browser_page) == []
    assert browser_page.context.cookies() == []


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_nothing_runs_off_the_side_of_a_small_screen(demo_site: str, browser_page: Page, path: str) -> None:
    browser_page.set_viewport_size({"width": 320, "height": 640})
    browser_page.goto(path)
    assert browser_page.evaluate("document.documentElement.scrollWidth") == 320
