"""Somebody writes: the work is saved by itself, its page follows beside it, and a crash on another computer costs nothing."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.test import Client
from playwright.sync_api import Browser, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from articles.document import Block, Text
from articles.drafts.rows import document_of
from articles.models import Article
from tests import cast, chromium
from tests.browser.test_block_editor import open_editor

pytestmark = pytest.mark.django_db(transaction=True)
STATE = "#save-state"
KEPT = "Object.entries(localStorage).filter(([key]) => key.startsWith('unsaved')).map(([, kept]) => JSON.parse(kept).isAutosaved)"


def sign_in(page: Page, url: str) -> None:
    client = Client()
    client.force_login(User.objects.get_or_create(username="ann", is_staff=True, is_superuser=True)[0])
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": url}])


@pytest.fixture
def editor(browser_page: Page, live_server: LiveServer) -> Page:
    sign_in(browser_page, live_server.url)
    return browser_page


def long_guide() -> Article:
    body: list[Block] = [Text(html=f"<h2>Part {n}</h2>" + "<p>Words that fill the page.</p>" * 8) for n in range(6)]
    return cast.full_draft(body=body)


def write_at_the_end(page: Page, words: str) -> None:
    last = page.get_by_role("textbox", name="Text", exact=True).last
    last.click()
    page.keyboard.press("ControlOrMeta+End")
    page.keyboard.type(words)


def test_a_writer_is_saved_sees_the_page_and_returns_after_a_crash(
    editor: Page, browser: Browser, live_server: LiveServer, problems: list[str], axe: Callable[[Page], list[str]]
) -> None:
    article = long_guide()
    open_editor(editor, article)
    editor.get_by_role("button", name="Live preview").click()
    frame = editor.frame_locator("iframe")
    expect(frame.get_by_role("heading", name="Part 5")).not_to_be_in_viewport()

    # The page follows, and shows what is being edited.
    write_at_the_end(editor, " Typed just now.")
    expect(editor.locator(STATE)).to_have_text("Not saved yet")
    expect(frame.get_by_text("Typed just now.")).to_be_in_viewport(timeout=10_000)
    expect(editor.locator(STATE)).to_contain_text("Autosaved", timeout=15_000)
    assert "Typed just now" not in str(document_of(Article.objects.get()))
    editor.evaluate("scrollTo(0, 0)")  # where the bar covers no half of a button
    assert axe(editor) == []
    assert problems == []

    # Signed out elsewhere, the writer is told, signs in again in another tab and writes on.
    Session.objects.all().delete()
    editor.keyboard.type(" And signed out.")
    expect(editor.locator(STATE)).to_contain_text("you are signed out", timeout=15_000)
    sign_in(editor, live_server.url)
    editor.keyboard.type(" And back.")
    expect(editor.locator(STATE)).to_contain_text("Autosaved", timeout=30_000)

    # The browser crashes; on another computer the work is there.
    editor.close()
    with chromium.new_visitor(browser, live_server.url) as elsewhere:
        page = elsewhere.new_page()
        sign_in(page, live_server.url)
        open_editor(page, article)
        page.get_by_role("button", name="Continue with it").click()
        expect(page.get_by_text("Your work is back and saved as the draft.")).to_be_visible()
        expect(page.get_by_role("button", name="Continue with it")).to_be_hidden()
    assert "Typed just now. And signed out. And back." in str(document_of(Article.objects.get()))
    del problems[:]  # the console names what was refused while nobody was signed in


def test_a_new_guide_is_a_draft_once_it_has_a_title(editor: Page) -> None:
    cast.topic("roles")
    open_editor(editor)
    editor.get_by_role("textbox", name="Title:").fill("Written in one go")
    editor.wait_for_url("**/change/")
    expect(editor.locator(STATE)).to_contain_text("Autosaved")
    editor.evaluate("dispatchEvent(new Event('pagehide'))")  # the browser looks whether it has later words: it has not
    assert editor.evaluate(KEPT) == [True]

    editor.get_by_label("Standfirst:").fill("A standfirst.")
    editor.get_by_role("button", name="Save draft", exact=True).click()

    expect(editor.get_by_text("was changed successfully")).to_be_visible()
    assert [(guide.title, guide.standfirst) for guide in Article.objects.all()] == [
        ("Written in one go", "A standfirst.")
    ]


UNDER_THE_BAR = """() => {
  const bar = document.querySelector(".desk-bar"), focused = document.activeElement;
  if (focused === document.body || bar.contains(focused)) return null;
  const [at, top] = [focused.getBoundingClientRect(), bar.getBoundingClientRect().top];
  const seen = Math.min(at.bottom, top) - Math.max(at.top, 0);
  return seen < Math.min(at.height, 24) - 1 ? focused.outerHTML.slice(0, 100) : null;
}"""


def test_the_bar_never_covers_what_has_the_focus(editor: Page) -> None:
    editor.set_viewport_size({"width": 320, "height": 640})
    open_editor(editor, cast.full_draft(body=[Text(html="<h2>Part</h2><p>Words.</p>")]))
    assert editor.evaluate("document.documentElement.scrollWidth") == 320
    editor.locator("#id_title").focus()
    covered = []
    for key in ["Tab"] * 60 + ["Shift+Tab"] * 60:
        editor.keyboard.press(key)
        covered.append(editor.evaluate(UNDER_THE_BAR))
    assert {what for what in covered if what} == set()


STATES = """() => {
  const state = document.getElementById("save-state");
  window.states = [];
  new MutationObserver(() => window.states.push(state.textContent.split(" ")[0])).observe(state, { childList: true });
}"""


def test_what_is_written_while_the_form_is_sent_is_not_called_saved(editor: Page) -> None:
    open_editor(editor, cast.full_draft())
    standfirst, held = editor.get_by_label("Standfirst:"), list[Route]()
    editor.route("**/autosave/", lambda route: route.continue_() if held else held.append(route))
    standfirst.fill("First words.")
    expect(editor.locator(STATE)).to_have_text("Saving…", timeout=10_000)
    standfirst.fill("Second words.")
    expect(editor.locator(STATE)).to_have_text("Not saved yet")
    editor.evaluate(STATES)
    held[0].continue_()
    expect(editor.locator(STATE)).to_contain_text("Autosaved", timeout=10_000)
    assert editor.evaluate("window.states") == ["Not", "Saving…", "Autosaved"]
