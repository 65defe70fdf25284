"""An editor at work in the admin with the keyboard alone."""

import re
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from articles.document import Insight, KeyTakeaways, QuestionAnswer, Text
from articles.drafts.rows import document_of
from articles.models import Article
from articles.models.blocks import BLOCK_MODELS
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def editor(browser_page: Page, live_server: LiveServer, admin_client: Client) -> Page:
    """A page of somebody who is logged in to the admin."""
    session = admin_client.cookies[settings.SESSION_COOKIE_NAME].value
    browser_page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    return browser_page


def open_editor(page: Page, article: Article | None = None) -> None:
    page.goto(f"/admin/articles/article/{f'{article.pk}/change' if article else 'add'}/")
    expect(page.get_by_role("button", name="Add a block at the end")).to_be_visible()


def add_block(page: Page, kind: str) -> None:
    """Opens the choice of blocks from the button at the end and takes `kind`, by keyboard."""
    page.get_by_role("button", name="Add a block at the end").focus()
    page.keyboard.press("Enter")
    choose(page, kind)


def choose(page: Page, kind: str) -> None:
    choice = page.get_by_role("group", name="Kind of block to add").get_by_title(kind, exact=True)
    for _ in range(len(BLOCK_MODELS)):
        if choice.evaluate("element => element === document.activeElement"):
            break
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def fill_in_the_head(page: Page) -> None:
    page.get_by_role("textbox", name="Title:").fill("Written by keyboard")
    page.get_by_label("Address:").fill("written-by-keyboard")
    page.get_by_label("Topic:").select_option(index=1)
    page.get_by_label("Author:", exact=True).select_option(index=1)


def said(page: Page) -> Any:
    return expect(page.locator(".block-status"))


def kinds(page: Page) -> list[str]:
    """The blocks in the order in which they are read aloud."""
    return page.locator(".order-machine .inline-related:not(.empty-form) > h3 b").all_text_contents()


def test_blocks_are_added_filled_and_saved_by_keyboard(editor: Page) -> None:
    cast.topic("roles")
    cast.author(cast.PAT)
    open_editor(editor)
    fill_in_the_head(editor)

    add_block(editor, "Text")
    said(editor).to_have_text("Text added at place 1 of 1.")
    expect(editor.get_by_role("textbox", name="Text", exact=True)).to_be_focused()
    editor.keyboard.type("Typed words")
    add_block(editor, "Question and answer")
    expect(editor.get_by_role("textbox", name="Question:")).to_be_focused()
    editor.keyboard.type("Does it work?")
    editor.get_by_role("textbox", name="Answer").focus()
    editor.keyboard.type("It does.")
    add_block(editor, "Key takeaways")
    editor.keyboard.type("One\nTwo")
    editor.get_by_role("button", name="Save draft", exact=True).focus()
    editor.keyboard.press("Enter")

    expect(editor.get_by_text(re.compile("was (added|changed) successfully"))).to_be_visible()
    assert document_of(Article.objects.get()).blocks == (
        Text(html="<p>Typed words</p>"),
        QuestionAnswer(question="Does it work?", answer="<p>It does.</p>"),
        KeyTakeaways(items=("One", "Two")),
    )


def test_a_block_is_moved_by_keyboard_and_keeps_the_focus_and_another_is_added_above_one(editor: Page) -> None:
    article = cast.full_draft(body=[Text(html="<p>1</p>"), KeyTakeaways(items=("2",)), QuestionAnswer(question="3?")])
    open_editor(editor, article)

    up = editor.get_by_role("button", name="Move up: Question and answer")
    up.focus()
    editor.keyboard.press("Enter")
    said(editor).to_have_text("Question and answer moved to place 2 of 3.")
    editor.keyboard.press("Enter")
    editor.keyboard.press("Enter")

    said(editor).to_have_text("Question and answer is already first.")
    expect(up).to_be_focused()
    assert kinds(editor) == ["Question and answer:", "Text:", "Key takeaways:"]

    editor.get_by_role("button", name="Add above: Text").press("Enter")
    choose(editor, "Recruiter insight")
    said(editor).to_have_text("Recruiter insight added at place 2 of 4.")
    assert kinds(editor) == ["Question and answer:", "Recruiter insight:", "Text:", "Key takeaways:"]


@pytest.mark.parametrize("width", [390, 320])
def test_on_a_phone_what_is_said_of_a_block_makes_the_page_no_wider(editor: Page, width: int) -> None:
    editor.set_viewport_size({"width": width, "height": 844})
    open_editor(editor, cast.full_draft(body=[Text(html="<p>1</p>"), KeyTakeaways(items=("2",))]))

    # The buttons of a block are seen while it is worked on.
    editor.get_by_role("button", name="Move up: Key takeaways", include_hidden=True).dispatch_event("click")
    said(editor).to_have_text("Key takeaways moved to place 1 of 2.")

    assert editor.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0


def test_a_stored_block_is_deleted_by_keyboard_when_the_draft_is_saved(editor: Page) -> None:
    speaker = cast.author(cast.PAT).as_speaker()
    article = cast.full_draft(body=[Text(html="<p>1</p>"), Insight(html="<p>2</p>", speaker=speaker, said_on=None)])
    open_editor(editor, article)

    deletion = editor.get_by_label("Delete this block when you save: Recruiter insight")
    deletion.press("Space")
    said(editor).to_have_text("Recruiter insight will be deleted when you save.")
    expect(deletion).to_be_focused()
    editor.get_by_role("button", name="Save draft", exact=True).press("Enter")

    expect(editor.get_by_text("was changed successfully")).to_be_visible()
    assert document_of(article).blocks == (Text(html="<p>1</p>"),)


def test_the_focus_is_not_lost_with_a_choice_left_or_a_new_block_removed(editor: Page) -> None:
    open_editor(editor)
    opener = editor.get_by_role("button", name="Add a block at the end")
    opener.press("Enter")
    editor.keyboard.press("Escape")
    expect(opener).to_be_focused()

    add_block(editor, "Quote")
    editor.get_by_role("button", name="Remove").press("Enter")
    expect(opener).to_be_focused()
    said(editor).to_have_text("Block removed.")


def test_a_block_is_folded_and_another_dragged_above_it(editor: Page) -> None:
    open_editor(editor, cast.full_draft(body=[KeyTakeaways(items=("1",)), Text(html="<p>2</p>")]))

    editor.get_by_role("button", name="Fold: Key takeaways").press("Enter")
    expect(editor.get_by_role("textbox", name="Takeaways:")).to_be_hidden()
    editor.get_by_role("button", name="Open: Key takeaways").press("Enter")

    expect(editor.get_by_role("textbox", name="Takeaways:")).to_be_visible()

    headings = editor.locator(".order-machine .inline-related:not(.empty-form) > h3")
    headings.nth(1).locator("b").drag_to(headings.nth(0), target_position={"x": 60, "y": 2})

    expect(headings.nth(0)).to_contain_text("Text")
    assert kinds(editor) == ["Text:", "Key takeaways:"]


def test_publish_and_preview_work_from_the_form(editor: Page) -> None:
    open_editor(editor, cast.full_draft())

    editor.get_by_role("button", name="Save draft and preview").click()
    framed = editor.locator("iframe").first.content_frame
    expect(framed.get_by_role("heading", level=1)).to_have_text("Title of a-guide")
    editor.go_back()
    editor.get_by_role("button", name="Save and publish…").click()
    editor.get_by_role("button", name="Publish now").click()

    expect(editor.get_by_text("Visitors now read it at")).to_be_visible()
    editor.goto("/guides/a-guide/")
    expect(editor.get_by_role("heading", level=1)).to_have_text("Title of a-guide")
