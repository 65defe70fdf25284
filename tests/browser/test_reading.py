"""Reading, as a visitor on a small phone and on a desktop does it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

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
