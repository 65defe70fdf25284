"""An editor chooses where a link leads by a few letters, with the keyboard alone, on a phone's width."""

import re
from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from articles.document import Text
from articles.drafts.rows import document_of
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)
HEADINGS = "<h2>The work</h2><p>Words.</p><h2>What it pays</h2><p>Words.</p>"


@pytest.fixture
def editor(browser_page: Page, live_server: LiveServer, admin_client: Client) -> Page:
    session = admin_client.cookies[settings.SESSION_COOKIE_NAME].value
    browser_page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    browser_page.set_viewport_size({"width": 390, "height": 844})
    return browser_page


def select_word(page: Page, word: str) -> None:
    """Double-clicks the word; the button that makes links can be used once the editor knows, and not while it knows none."""
    text, button = page.locator(".ProseMirror[contenteditable]"), page.get_by_role("button", name="insert link")
    text.get_by_text("Begin here").click()
    expect(button).to_have_class(re.compile(r"\bdisabled\b"))
    text.get_by_text(word, exact=True).dblclick(position={"x": 12, "y": 8})
    expect(button).not_to_have_class(re.compile(r"\bdisabled\b"))


def test_links_are_chosen_by_keyboard_shown_again_and_stored_as_references(
    editor: Page, axe: Callable[[Page], list[str]]
) -> None:
    target = cast.live_guide("target", title="A target to aim at", blocks=(Text(html=HEADINGS),))
    draft = cast.draft("a-guide", blocks=(Text(html="<h2>Begin here</h2><p>first</p><p>second</p><p>third</p>"),))
    editor.goto(f"/admin/articles/article/{draft.pk}/change/")
    dialog, field = editor.get_by_role("dialog"), editor.get_by_role("combobox", name="Where the link leads")
    status = dialog.get_by_role("status")

    select_word(editor, "first")
    editor.keyboard.press("Control+k")
    expect(field).to_be_focused()
    editor.keyboard.type("targ")
    expect(dialog.get_by_role("option")).to_have_text(["A target to aim at Guide"])
    expect(status).to_have_text("1 found. Choose with the arrow keys and Enter.")
    editor.keyboard.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", dialog.get_by_role("option").get_attribute("id") or "")
    assert axe(editor) == []
    assert editor.evaluate("document.documentElement.scrollWidth") <= 390
    editor.keyboard.press("Enter")
    expect(status).to_have_text("Leads to: A target to aim at (Guide).")
    editor.get_by_label("Where on that page").select_option("What it pays")
    dialog.get_by_role("button", name="Set link").press("Enter")
    expect(editor.locator(".ProseMirror[contenteditable] a")).to_have_attribute(
        "href", f"ref:guide:{target.pk}#what-it-pays"
    )
    expect(editor.locator(".ProseMirror[contenteditable]")).to_be_focused()

    select_word(editor, "second")
    editor.keyboard.press("Control+k")
    expect(field).to_be_focused()
    editor.keyboard.type("begin")
    expect(dialog.get_by_role("option")).to_have_text(["Begin here In this guide"])
    editor.keyboard.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    editor.keyboard.press("Enter")
    expect(field).to_have_attribute("aria-invalid", "true")
    editor.keyboard.type(" here")
    editor.keyboard.press("ArrowDown")
    expect(dialog.get_by_role("option")).to_have_text(["Begin here In this guide"])
    editor.keyboard.press("ArrowDown")
    editor.keyboard.press("Enter")
    editor.keyboard.press("Enter")
    expect(dialog).to_have_count(0)

    select_word(editor, "third")
    editor.keyboard.press("Control+k")
    expect(field).to_be_focused()
    editor.keyboard.type("www.gov.uk/pay")
    expect(status).to_have_text("Nothing found. You can type a whole address.")
    editor.keyboard.press("Enter")
    expect(dialog).to_have_count(0)

    select_word(editor, "first")
    editor.keyboard.press("Control+k")
    expect(field).to_have_value("A target to aim at")
    expect(editor.get_by_label("Where on that page")).to_have_value("what-it-pays")
    editor.keyboard.press("Escape")
    expect(dialog).to_have_count(0)

    editor.get_by_role("button", name="Save draft", exact=True).press("Enter")
    expect(editor.get_by_text("was changed successfully")).to_be_visible()
    assert document_of(draft).blocks == (
        Text(
            html=f'<h2>Begin here</h2><p><a href="ref:guide:{target.pk}#what-it-pays">first</a></p>'
            '<p><a href="#begin-here">second</a></p><p><a href="https://www.gov.uk/pay">third</a></p>'
        ),
    )
