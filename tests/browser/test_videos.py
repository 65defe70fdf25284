"""A film at another host: its still, the key that plays it, and not one request to that host before."""

import re

import pytest
from playwright.sync_api import Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from articles.document import Video
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)
FILM = Video(title="A day at work", address="https://vimeo.com/76979871", transcript="<p>What is said.</p>")
FRAME = "https://player.vimeo.com/video/76979871?autoplay=1&dnt=1"


def answer(route: Route) -> None:
    route.fulfill(body="<p>The film.</p>", content_type="text/html")


def test_another_host_is_asked_only_once_a_reader_plays_the_film(
    browser_page: Page, live_server: LiveServer, problems: list[str]
) -> None:
    cast.live_guide(blocks=(cast.WORDS, FILM))
    browser_page.context.route(re.compile("^https://"), answer)
    browser_page.goto("/guides/a-guide/", wait_until="networkidle")
    assert problems == []

    browser_page.get_by_role("button", name="Play on Vimeo").focus()
    browser_page.keyboard.press("Space")

    expect(browser_page.frame_locator("iframe[title='A day at work']").get_by_text("The film.")).to_be_visible()
    assert problems == [FRAME]
    problems.clear()
