"""What other programs put on the clipboard, through a real copy and paste into the rich-text editor.

Each file of `clipboard/` holds one content as a program writes it, then what the draft holds after it was pasted and
saved, then what the editor is told.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from articles.document import Text, richtext
from articles.drafts.rows import document_of
from articles.models import Article
from articles.models.blocks import TextBlock
from tests import cast
from tests.browser.test_block_editor import add_block, open_editor

pytestmark = pytest.mark.django_db(transaction=True)
CONTENTS = sorted((Path(__file__).parent / "clipboard").glob("*.txt"))
SAVED, TOLD = "\n----- saved\n", "\n----- told\n"
ONE_PICTURE = "1 picture could not come along: add it as a figure block."
COPY = """html => document.addEventListener("copy", event => {
    event.clipboardData.setData("text/html", html);
    event.clipboardData.setData("text/plain", "Words of the other program");
    event.preventDefault();
}, {once: true})"""

GIVE_PICTURE = """(field, kind) => {
    const given = new DataTransfer();
    given.items.add(new File(["x"], "x.png", {type: "image/png"}));
    const {left, top} = field.getBoundingClientRect();
    const place = {bubbles: true, cancelable: true, clientX: left + 5, clientY: top + 5};
    const event = kind === "paste" ? new ClipboardEvent(kind, {...place, clipboardData: given})
        : new DragEvent(kind, {...place, dataTransfer: given});
    if (field.dispatchEvent(event)) throw new Error("left to the browser");
}"""
DROP = """(field, html) => {
    const given = new DataTransfer();
    given.setData("text/html", html);
    const {left, top} = field.getBoundingClientRect();
    const place = {bubbles: true, cancelable: true, clientX: left + 2, clientY: top + 15};
    field.dispatchEvent(new DragEvent("drop", {...place, dataTransfer: given}));
}"""


@pytest.fixture
def editor(browser_page: Page, live_server: LiveServer, admin_client: Client) -> Page:
    session = admin_client.cookies[settings.SESSION_COOKIE_NAME].value
    browser_page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    open_editor(browser_page, cast.full_draft(body=[Text(html="<p>x</p>")]))
    return browser_page


@pytest.fixture
def program(editor: Page) -> Iterator[Page]:
    """Another program, which has something to copy."""
    page = editor.context.new_page()
    page.set_content("<p>Words</p>")
    yield page
    page.close()


def copy(program: Page, html: str) -> None:
    program.bring_to_front()
    program.evaluate(COPY, html)
    program.keyboard.press("ControlOrMeta+A")
    program.keyboard.press("ControlOrMeta+C")


def paste(editor: Page, name: str = "Text") -> str:
    """Pastes in the place of all that the text holds; what the form would send."""
    editor.bring_to_front()
    field = editor.get_by_role("textbox", name=name, exact=True)
    field.click()
    editor.keyboard.press("ControlOrMeta+A")
    editor.keyboard.press("Delete")
    editor.keyboard.press("ControlOrMeta+V")
    return sent(editor, name)


def sent(editor: Page, name: str = "Text") -> str:
    """The text as the form would send it."""
    row = editor.locator(".form-row").filter(has=editor.get_by_role("textbox", name=name, exact=True))
    return row.locator("textarea").input_value()


def told(editor: Page) -> str:
    return editor.locator(".paste-note").first.text_content() or ""


def test_what_programs_copy_is_pasted_as_it_was_meant(editor: Page, program: Page) -> None:
    for content in CONTENTS:
        copied, rest = content.read_text().split(SAVED)
        saved, _, said = rest.partition(TOLD)
        copy(program, copied)
        got = richtext.sanitise(paste(editor))
        assert (content.stem, got) == (content.stem, "".join(line.strip() for line in saved.splitlines()))
        assert (content.stem, told(editor)) == (content.stem, said.strip())


def test_what_was_pasted_is_saved(editor: Page, program: Page) -> None:
    copy(program, "<p>£40,000<sup>1</sup></p><ol start=4 reversed><li>Four</ol><img src=x>")
    paste(editor)
    expect(editor.get_by_role("status").filter(has_text=ONE_PICTURE)).to_be_visible()
    editor.get_by_role("button", name="Save draft", exact=True).click()

    expect(editor.get_by_text("was changed successfully")).to_be_visible()
    html = '<p>£40,000<sup>1</sup></p><ol reversed="" start="4"><li><p>Four</p></li></ol>'
    assert document_of(Article.objects.get()).blocks == (Text(html=html),)


def test_a_list_keeps_its_numbers_when_another_word_is_edited(editor: Page) -> None:
    html = '<p>x</p><ol reversed="" start="4" type="i"><li><p>Four</p></li></ol><p>H<sub>2</sub>O <s>y</s></p>'
    TextBlock.objects.update(html=html)
    open_editor(editor, Article.objects.get())

    editor.get_by_role("textbox", name="Text", exact=True).click(position={"x": 5, "y": 5})
    editor.keyboard.press("ControlOrMeta+Home")
    editor.keyboard.type("z")
    editor.get_by_role("button", name="Save draft", exact=True).click()

    expect(editor.get_by_text("was changed successfully")).to_be_visible()
    assert document_of(Article.objects.get()).blocks == (Text(html=html.replace("<p>x", "<p>zx")),)


def test_the_next_paste_has_a_word_of_its_own(editor: Page, program: Page) -> None:
    copy(program, "<p>x</p><img src=x>")
    paste(editor)
    assert told(editor) == ONE_PICTURE
    copy(program, "<p>x</p>")
    paste(editor)
    assert told(editor) == ""


def test_words_from_within_a_paragraph_join_the_paragraph_they_are_pasted_into(editor: Page, program: Page) -> None:
    copy(program, "<span>more </span><b>words</b>")
    paste(editor)
    editor.keyboard.type(" end")
    copy(program, "<i>some</i>")
    editor.bring_to_front()
    editor.keyboard.press("ControlOrMeta+V")
    assert sent(editor) == "<p>more <strong>words end</strong><em>some</em></p>"


def test_a_field_for_paragraphs_says_that_it_holds_no_headings_and_tables(editor: Page, program: Page) -> None:
    add_block(editor, "Question and answer")
    copy(program, "<h2>One</h2><table><tr><th>a<td>b<tr><td>c<td>d</table>")
    paste(editor, "Answer")
    assert sent(editor, "Answer") == "<p>One</p><p>a</p><p>b</p><p>c</p><p>d</p>"
    expect(editor.get_by_text("Headings and tables became paragraphs: this field holds neither.")).to_be_visible()


def test_a_copied_picture_is_not_lost_without_a_word(editor: Page) -> None:
    before = sent(editor)
    editor.get_by_role("textbox", name="Text", exact=True).evaluate(GIVE_PICTURE, "paste")
    assert (sent(editor), told(editor)) == (before, ONE_PICTURE)


def test_a_dropped_picture_does_not_take_the_place_of_the_page(editor: Page) -> None:
    before = sent(editor)
    editor.get_by_role("textbox", name="Text", exact=True).evaluate(GIVE_PICTURE, "drop")
    assert (sent(editor), told(editor)) == (before, ONE_PICTURE)


def test_what_is_dropped_becomes_plain_too(editor: Page) -> None:
    field = editor.get_by_role("textbox", name="Text", exact=True)
    field.evaluate(DROP, "<b style='font-weight: normal'><span style='font-weight: 700'>bold</span> not</b><img src=x>")
    assert sent(editor) == "<p><strong>bold</strong> not</p><p>x</p>"
    assert told(editor) == ONE_PICTURE


def test_what_the_editor_copies_itself_comes_back_as_it_was(editor: Page) -> None:
    html = (
        '<h2>One</h2><ol start="4"><li><p>Four</p><ul><li><p>Under <em>four</em></p></li></ul></li></ol>'
        '<table><tbody><tr><th><p>a</p></th><td colspan="2"><p>b<br>c</p></td></tr></tbody></table><p>x<sup>2</sup></p>'
    )
    TextBlock.objects.update(html=html)
    open_editor(editor, Article.objects.get())
    editor.get_by_role("textbox", name="Text", exact=True).click()
    editor.keyboard.press("ControlOrMeta+A")
    editor.keyboard.press("ControlOrMeta+X")
    editor.keyboard.press("ControlOrMeta+V")
    assert richtext.sanitise(sent(editor)) == html
