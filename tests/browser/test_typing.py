"""An editor types, pastes and turns parts of a text into other blocks, with the keyboard alone."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from articles.document import Insight, KeyTakeaways, QuestionAnswer, Quote, Text
from articles.drafts.rows import document_of
from articles.models import Article
from tests import cast
from tests.browser.keyboard import MOST, SELECTED
from tests.browser.test_block_editor import kinds, open_editor, said

pytestmark = pytest.mark.django_db(transaction=True)
PASTE = """(field, words) => {
    const given = new DataTransfer();
    given.setData("text/plain", words);
    field.dispatchEvent(new ClipboardEvent("paste", {bubbles: true, cancelable: true, clipboardData: given}));
}"""


@pytest.fixture
def editor(browser_page: Page, live_server: LiveServer, admin_client: Client) -> Page:
    session = admin_client.cookies[settings.SESSION_COOKIE_NAME].value
    browser_page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    return browser_page


def text_of(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Text", exact=True)


def select_from(paragraph: Locator, words: str, *keys: str) -> None:
    """Clicks into a paragraph and presses the keys, anew each time until what they select stays selected.

    Keys alone would go on from where a selection that was put back has left the cursor.
    """
    for _ in range(MOST):
        paragraph.click()
        for key in keys:
            paragraph.page.keyboard.press(key)
        selected = paragraph.page.evaluate(SELECTED)
        if selected.split() == words.split():
            return
    raise AssertionError(f"“{words}” is not selected")


def save(page: Page, guide: Article) -> tuple[object, ...]:
    page.get_by_role("button", name="Save draft", exact=True).press("Enter")
    expect(page.get_by_text("was changed successfully")).to_be_visible()
    return document_of(guide).blocks


def test_typed_signs_become_what_they_mean_and_parts_become_blocks_and_text_again(
    editor: Page, axe: Callable[[Page], list[str]]
) -> None:
    guide = cast.draft(blocks=[Text(html="<p>x</p>")])
    open_editor(editor, guide)
    text = text_of(editor)
    text.press("ControlOrMeta+A")
    for line in (
        "## Head", "### Under", "- one", "two", "", "3. three", "", "Run `pip` **now** ~~later~~ [x](/y)", "Q: How?", "A: So.",
        "> Words said",
    ):  # fmt: skip
        editor.keyboard.type(line)
        editor.keyboard.press("Enter")
    quote = editor.get_by_role("textbox", name="Text:", exact=True)
    expect(quote).to_have_value("Words said\n")
    expect(editor.get_by_role("button", name="Strike")).to_have_attribute("aria-pressed", "false")
    assert kinds(editor) == ["Text:", "Quote:"]

    text.get_by_text("two").click()
    editor.get_by_role("button", name="Turn the selected part into another block").press("Enter")
    assert axe(editor) == []
    editor.get_by_role("dialog").get_by_role("button", name="Key takeaways").press("Enter")
    said(editor).to_have_text("The selected part became a block: Key takeaways.")
    expect(editor.get_by_role("textbox", name="Takeaways:")).to_be_focused()
    rest = text_of(editor).nth(1)
    select_from(rest.get_by_text("Q: How?"), "Q: How? A: So.", "Home", "Shift+ArrowDown", "Shift+End")
    editor.get_by_role("button", name="Turn the selected part into another block").nth(1).press("Enter")
    editor.get_by_role("dialog").get_by_role("button", name="Question and answer").press("Enter")
    said(editor).to_have_text("The selected part became a block: Question and answer.")
    editor.get_by_role("button", name="Move to…: Quote").press("Enter")
    editor.get_by_role("combobox", name="Place").select_option(label="At the beginning")
    editor.keyboard.press("Enter")
    editor.get_by_role("dialog").get_by_role("button", name="Move").press("Enter")
    said(editor).to_have_text("Quote moved to place 1 of 5.")
    editor.get_by_role("button", name="Into text: Question and answer").press("Enter")
    said(editor).to_have_text("Question and answer became text.")
    editor.get_by_role("button", name="Undo", exact=True).press("Enter")
    said(editor).to_have_text("Undone.")

    assert save(editor, guide) == (
        Quote(text="Words said"),
        Text(html="<h2>Head</h2><h3>Under</h3>"),
        KeyTakeaways(items=("one", "two")),
        Text(
            html='<ol start="3"><li><p>three</p></li></ol><p>Run <code>pip</code> <strong>now</strong> <s>later</s> <a href="/y">x</a></p>'
        ),
        QuestionAnswer(question="How?", answer="<p>So.</p>"),
    )


def test_words_are_replaced_everywhere_rows_pasted_and_a_block_copied_from_another_guide(
    editor: Page, axe: Callable[[Page], list[str]]
) -> None:
    said_by = cast.author().as_speaker()
    cast.draft("older", blocks=[Text(html="<p>x</p>"), Insight(html="<p>From elsewhere</p>", speaker=said_by)])
    guide = cast.draft(
        blocks=[
            Text(html="<p>The don’t <strong>word Word</strong> word</p><p>end</p>"),
            KeyTakeaways(items=("A word", "Two")),
        ],
        standfirst="Every word counts.",
    )
    open_editor(editor, guide)
    editor.get_by_role("button", name="Find and replace").press("Enter")
    panel = editor.get_by_role("region", name="Find and replace")
    status = expect(panel.get_by_role("status"))
    panel.get_by_label("Find", exact=True).press_sequentially("don't")
    status.to_have_text("1 of 1")
    panel.get_by_label("Find", exact=True).fill("word")
    status.to_have_text("1 of 6")
    panel.get_by_label("Match capitals").check()
    status.to_have_text("1 of 5")
    panel.get_by_label("Replace with").fill("words word")
    panel.get_by_role("button", name="Replace", exact=True).press("Enter")
    status.to_have_text("3 of 6")
    panel.get_by_role("button", name="Replace all").press("Enter")
    status.to_have_text("Replaced 6 times.")
    panel.get_by_role("button", name="Undo replacing").press("Enter")
    status.to_have_text("Undone.")
    assert axe(editor) == []
    editor.keyboard.press("Escape")
    expect(panel).to_be_hidden()

    text = text_of(editor)
    text.get_by_text("end").click()
    editor.keyboard.press("End")
    plain = editor.get_by_role("button", name="Paste without formatting").first
    plain.press("Enter")
    expect(plain).to_have_attribute("aria-pressed", "true")
    editor.keyboard.press("Enter")
    text.evaluate(PASTE, "1. a\tb\n2. c")
    plain.press("Enter")
    text.dispatch_event("keydown", {"key": "V", "ctrlKey": True, "shiftKey": True})
    text.evaluate(PASTE, " d\n2. e")
    text.evaluate(PASTE, "Level\tPay\nJunior\t£40,000\n")

    editor.get_by_role("button", name="Copy a block from another guide").press("Enter")
    dialog = editor.get_by_role("dialog")
    dialog.get_by_label("Guide, by words of its title").press_sequentially("old")
    dialog.get_by_role("button", name="Older").press("Enter")
    assert axe(editor) == []
    dialog.get_by_role("button", name="Recruiter insight: From elsewhere").press("Enter")
    said(editor).to_have_text("Recruiter insight copied from “Older”.")

    saved = save(editor, guide)
    guide.refresh_from_db()
    assert guide.standfirst == "Every words word counts."
    assert saved == (
        Text(
            html="<p>The don’t <strong>word Word</strong> word</p><p>end</p><p>1. a b</p><p>2. c d</p><p>2. e</p>"
            "<table><tbody><tr><th><p>Level</p></th><th><p>Pay</p></th></tr>"
            "<tr><td><p>Junior</p></td><td><p>£40,000</p></td></tr></tbody></table>"
        ),
        KeyTakeaways(items=("A word", "Two")),
        Insight(html="<p>From elsewhere</p>", speaker=said_by),
    )


def test_tab_moves_within_a_table_and_leads_on_after_escape(editor: Page) -> None:
    table = "<table><tbody><tr><td><p>one</p></td><td><p>two</p></td></tr></tbody></table>"
    guide = cast.draft(blocks=[Text(html=table)])
    open_editor(editor, guide)
    text = text_of(editor)
    text.focus()
    editor.keyboard.press("Tab")
    editor.keyboard.type("2")
    expect(text).to_be_focused()
    for key in ("Tab", "Shift+Tab"):
        text.focus()
        editor.keyboard.press("Escape")
        editor.keyboard.press(key)
        expect(text).not_to_be_focused()
    assert save(editor, guide) == (Text(html=table.replace("two", "2")),)
