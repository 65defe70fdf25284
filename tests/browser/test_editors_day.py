"""An editor's day in a real browser, from the first word to the first enquiry, with the keyboard alone."""

import re
from collections.abc import Callable

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from articles.demo import loading
from articles.document import (
    BLOCKS,
    Comparison,
    Download,
    Figure,
    PullFigure,
    Steps,
    Text,
    Timeline,
    Tip,
    Video,
    word_count,
)
from articles.drafts.rows import document_of
from articles.models import Article
from articles.readership import counting
from tests import accessible, cast, chromium
from tests.articles.readership.test_readers import CHROME
from tests.browser import word
from tests.browser.keyboard import attach, choose, leave_the_selection, press, write
from tests.browser.test_pasting import copy

pytestmark = pytest.mark.django_db(transaction=True)
TITLE = "Two sides of a technical interview"
SLUG = "technical-interviews"
SCORECARD = loading.FOLDER / "files" / "interview-scorecard.pdf"
CONTRAST = ["color-contrast"]  # the one thing that a scheme of colours changes
BLOCK = ".order-machine .inline-related:not(.empty-form)"

WORDS: dict[str, dict[str, str]] = {
    "Figure": {"Caption:": "A desk that is ready for a call."},
    "Diagram": {
        "Title:": "How an interview goes",
        "What it shows:": "Two parts of three are a talk.",
        "Parts:": "Arrive | ten minutes early\nShow your work\nAsk",
    },
    "Video": {
        "Title:": "Two people rehearse an interview",
        "Address at YouTube or Vimeo:": "https://vimeo.com/76979871",
        "First shown on:": "2026-05-01",
        "Transcript": "Two people sit at a table. One asks what the other is proud of.",
    },
    "Key takeaways": {
        "Takeaways:": "Prepare questions of your own.\nSay what you do not know.\nAsk when you will hear."
    },
    "Step list or checklist": {
        "Title:": "Before the interview",
        "Steps:": "Read the advert again | and mark what it asks for.\nTry your camera\nPut out paper",
    },
    "Tip or warning": {"Text": "Keep within reach:"},
    "Pull figure": {
        "Number:": "3 in 5",
        "What it says:": "candidates we spoke to were told the format beforehand.",
        "Source:": "Our calls in May 2026",
    },
    "Comparison": {
        "Title:": "At a table or on a screen",
        "What is compared:": "At a table\nOn a screen",
        "Points:": "Travel | Allow an hour | None\nNotes | On paper | Beside the camera",
    },
    "Timeline of a day": {
        "Title:": "The day of an interview",
        "Hours:": "09:00 | You read your notes.\n10:30 | You meet the panel.",
    },
    "Recruiter insight": {"Words": "Curious people do well, because they ask.", "Date:": "2026-09-01"},
    "Question and answer": {
        "Question:": "How long does an interview take?",
        "Answer": "An interview takes about an hour.",
    },
    "Quote": {"Text:": "I learnt more from the questions than from the answers.", "Source:": "A team lead"},
    "Download": {"Title:": "A scorecard to print", "What is in it:": "One page with room for four criteria."},
    "Final takeaway": {"Text": "An interview goes well when both sides learn what they came for."},
    "Call to action": {
        "Heading:": "Looking for your next role?",
        "Text:": "Tell us what you want to do.",
        "Button:": "Tell us about you",
    },
}


def sign_in(page: Page, url: str) -> None:
    client = Client()
    client.force_login(User.objects.get_or_create(username="ann", is_staff=True, is_superuser=True)[0])
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": url}])


@pytest.fixture
def editor(browser_page: Page, live_server: LiveServer) -> Page:
    sign_in(browser_page, live_server.url)
    return browser_page


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def field(page: Page, name: str) -> Locator:
    return page.get_by_role("textbox", name=name, exact=True)


def field_of(block: Locator, name: str) -> Locator:
    return block.get_by_role("textbox", name=name, exact=True)


def tab(page: Page, name: str) -> Locator:
    return page.get_by_role("navigation", name="This guide").get_by_role("link", name=name)


def settle_in() -> None:
    """What the guide leads to and shows is there already."""
    cast.author(cast.PAT)
    for number, subject in enumerate(("advert", "contract", "salary")):
        cast.live_guide(f"guide-{number}", title=f"All about the {subject}")
    cast.job_role(cast.TESTER)
    cast.topic("hiring")
    cast.in_library(cast.store_picture(), alt="A desk with a lamp on it.")


def write_the_beginning(page: Page) -> None:
    page.goto("/admin/articles/article/")
    press(page.get_by_role("link", name="Add guide").last)
    expect(button(page, "Add a block at the end")).to_be_visible()
    write(field(page, "Title:"), TITLE)
    page.keyboard.press("Enter")
    expect(field(page, "Standfirst:")).to_be_focused()
    page.keyboard.type(
        "What people who are interviewed, and people who interview, can do so that both learn something."
    )


def paste_from_word(page: Page) -> None:
    program = page.context.new_page()
    program.set_content("<p>Words</p>")
    copy(program, word.copied("how-to-prepare-for-a-technical-interview", "how-to-weigh-up-a-job-offer"))
    program.close()
    page.bring_to_front()
    add_block(page, "Text")
    page.keyboard.press("ControlOrMeta+V")
    expect(field(page, "Text")).to_contain_text("interview")


def link_three_guides(page: Page) -> None:
    page.keyboard.press("ControlOrMeta+End")
    dialog = page.get_by_role("dialog")
    for subject in ("advert", "contract", "salary"):
        page.keyboard.press("Enter")
        page.keyboard.type(f"More about the {subject}")
        page.keyboard.press("Shift+Home")
        expect(page.get_by_role("button", name="insert link")).to_have_attribute("aria-disabled", "false")
        page.keyboard.press("ControlOrMeta+K")
        expect(page.get_by_role("combobox", name="Where the link leads")).to_be_focused()
        page.keyboard.type(f"all {subject}")
        expect(dialog.get_by_role("option")).to_have_text([f"All about the {subject} Guide"])
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(dialog.get_by_role("status")).to_contain_text("Leads to")
        page.keyboard.press("Enter")
        leave_the_selection(field(page, "Text"))


def add_block(page: Page, kind: str) -> Locator:
    """Adds one at the end; the cursor stands in its first field."""
    press(button(page, "Add a block at the end"))
    choices = page.get_by_role("group", name="Kind of block to add").get_by_role("button")
    names = choices.all_inner_texts()
    wanted = next(place for place, name in enumerate(names) if name.split("\n")[-1].strip() == kind)
    for _ in range(wanted):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".block-status")).to_contain_text(f"{kind} added")
    return page.locator(BLOCK).last


def choose_a_picture(page: Page, around: Locator) -> None:
    press(around.get_by_role("button", name=re.compile("^Choose a picture")))
    press(page.get_by_role("dialog").get_by_role("button", name="A desk"))
    expect(around.get_by_role("button", name=re.compile("^Choose another picture"))).to_be_focused()


def write_every_other_kind(page: Page) -> None:
    for kind, words in WORDS.items():
        block = add_block(page, kind)
        if kind in ("Figure", "Video"):
            choose_a_picture(page, block)
        for name, typed in words.items():
            write(field_of(block, name), typed)
        if kind == "Recruiter insight":
            choose(block.get_by_label("Who says it:"), "Pat Example")
        if kind == "Pull figure":
            choose(add_block(page, "Salary table").get_by_label("Job role:"), "tester")


def say_what_else_there_is(page: Page) -> None:
    choose(page.get_by_label("Topic:", exact=True), "Topic data")
    choose(page.get_by_label("Author:", exact=True), "Pat Example")
    write(field(page, "Address:"), SLUG)
    write(
        field(page, "Description:"),
        "How to prepare for a technical interview, what to ask, and how to weigh up the offer that may come after it.",
    )
    state = page.locator("#save-state")
    expect(state).to_have_text("Not saved yet")
    expect(state).to_contain_text("Autosaved", timeout=20_000)


def crash_and_return(page: Page) -> Page:
    """The browser goes without a word and is opened again."""
    address, context = page.url, page.context
    page.close()
    page = context.new_page()
    page.goto(address)
    press(button(page, "Continue with it"))
    expect(page.get_by_text("Your work is back and saved as the draft.")).to_be_visible()
    expect(button(page, "Continue with it")).to_be_hidden()
    expect(button(page, "Put it back in the form")).to_be_hidden()
    return page


def see_the_page_beside_the_text(page: Page) -> None:
    frame = page.frame_locator("iframe")
    press(button(page, "Live preview"))
    expect(frame.get_by_role("heading", name=TITLE)).to_be_visible()
    expect(frame.get_by_text("A team lead")).not_to_be_in_viewport()
    write(field(page, "Source:").last, "Somebody who leads a team")
    expect(frame.get_by_text("Somebody who leads a team")).to_be_in_viewport()
    press(button(page, "Close preview"))


def mend_what_the_checks_found(page: Page) -> None:
    """A sentence announces what does not follow, and the file of the download is missing."""
    press(button(page, "Save and publish…"))
    expect(page.locator(".finding__what")).to_have_text(
        ["Blocks This download has no file.", "Blocks “Keep within reach:” announces something that does not follow."]
    )
    press(page.locator(".finding__where a").last)
    tip = page.locator(BLOCK).filter(has_text="Tip or warning")
    expect(field_of(tip, "Text")).to_be_in_viewport()
    write(field_of(tip, "Text"), "Keep a glass of water within reach.")
    attach(page.locator(BLOCK).filter(has_text="Download:").get_by_label("Choose a file"), SCORECARD)
    press(button(page, "Save and publish…"))
    expect(page.get_by_text("Nothing: this draft is in good order.")).to_be_visible()


def publish(page: Page) -> None:
    press(button(page, "Publish now"))
    expect(page.get_by_text("Visitors now read it at")).to_be_visible()


def duplicate(page: Page) -> None:
    press(tab(page, "Duplicate"))
    press(button(page, "Make the copy"))
    expect(page.locator("#id_title")).to_have_value(f"Copy of {TITLE}")


def move_both_to_another_topic(page: Page) -> None:
    page.goto("/admin/articles/article/")
    for title in (TITLE, f"Copy of {TITLE}"):
        row = page.get_by_role("row").filter(has=page.get_by_role("link", name=title, exact=True))
        press(row.get_by_role("checkbox"), "Space")
    choose(page.get_by_label("Action:"), "Change the topic…")
    press(button(page, "Run"))
    expect(page.get_by_role("heading", name="2 guides")).to_be_visible()
    choose(page.get_by_label("New topic"), "Topic hiring")
    press(button(page, "Change the topic"))
    expect(page.get_by_text("Under another topic now")).to_be_visible()


def find_it_in_the_calendar(page: Page) -> None:
    press(page.get_by_role("link", name="Calendar").last)
    day = page.get_by_role("cell").filter(has=page.locator("time", has_text="today"))
    press(day.get_by_role("link", name=TITLE, exact=True))
    expect(page.get_by_role("heading", level=1)).to_have_text("Checks and publishing")


def read_and_enquire(browser: Browser, url: str) -> None:
    """A visitor reads the guide and writes to the agency."""
    with chromium.new_visitor(browser, url, user_agent=CHROME) as visitor:
        page = visitor.new_page()
        page.goto(f"/guides/{SLUG}/")
        press(button(page, "Tell us about you"))
        expect(page.get_by_label("Looking for work")).to_be_checked()
        for name, words in {
            "name": "Kim Reader",
            "email": "kim@example.org",
            "message": "I am looking for a role.",
        }.items():
            write(page.locator(f"[name={name}]"), words)
        press(button(page, "Send your enquiry"))
        expect(page.get_by_role("heading", level=1)).to_have_text("Thank you, your enquiry has arrived")


def see_it_counted(page: Page) -> None:
    counting.write_down()
    press(tab(page, "Readers"))
    expect(page.get_by_text("Views in all: 1. Enquiries started: 1; sent: 1.")).to_be_visible()


def test_an_editors_day_by_keyboard_alone(editor: Page, browser: Browser, live_server: LiveServer) -> None:
    settle_in()
    write_the_beginning(editor)
    paste_from_word(editor)
    link_three_guides(editor)
    write_every_other_kind(editor)
    say_what_else_there_is(editor)
    page = crash_and_return(editor)
    see_the_page_beside_the_text(page)
    mend_what_the_checks_found(page)
    publish(page)
    duplicate(page)
    move_both_to_another_topic(page)
    find_it_in_the_calendar(page)
    read_and_enquire(browser, live_server.url)
    see_it_counted(page)

    guide = Article.objects.get(slug=SLUG)
    written = document_of(guide)
    assert {type(block) for block in written.blocks} == set(BLOCKS.values())
    assert word_count(written) > 1200
    assert len(re.findall(r'href="ref:guide:\d+"', written.blocks[0].html)) == 3
    assert [article.topic.slug for article in Article.objects.filter(title__endswith=TITLE)] == ["hiring", "hiring"]


def pages_of_the_day(guide: Article) -> list[str]:
    """The form first, which takes longest."""
    own = ("change", "checks", "preview", "share", "history", "readers", "duplicate", "withdraw")
    return [
        *(f"articles/article/{guide.pk}/{name}/" for name in own),
        f"articles/article/together/topic/?guides={guide.pk}",
        *(f"articles/article/{name}" for name in ("", "calendar/", "calendar/?view=list", "readership/")),
        *(f"articles/{name}/" for name in ("picture", "jobrole", "topic", "author/add")),
        "agency/page/",
        "enquiries/routingrule/add/",
        "",
    ]


def test_every_page_of_the_day_is_accessible_and_fits_a_phone(editor: Page, axe: Callable[..., list[str]]) -> None:
    cast.in_library(cast.store_picture(), alt="A desk with a lamp on it.")
    links = "".join(f'<p><a href="https://example.org/{n}">Alone in its line</a></p>' for n in range(3))
    others = [Figure(), Video(), Download(), Steps(), Tip(), PullFigure(), Comparison(), Timeline(), Text(html=links)]
    cast.live_guide("another")
    guide = cast.full_draft(body=[*cast.one_of_each(), *others])
    found = {}
    for address in pages_of_the_day(guide):
        editor.set_viewport_size({"width": 1280, "height": 844})
        editor.emulate_media(color_scheme="light")
        editor.goto(f"/admin/{address}")
        found[address, 1280, "light"] = axe(editor)
        editor.emulate_media(color_scheme="dark")
        found[address, 1280, "dark"] = axe(editor, CONTRAST)
        editor.set_viewport_size({"width": 390, "height": 844})
        found[address, 390, "dark"] = axe(editor)
        editor.emulate_media(color_scheme="light")
        found[address, 390, "light"] = axe(editor, CONTRAST)
        found[address, 390, "focus"] = accessible.covered(editor)
        found[address, 390, "width"] = accessible.too_wide(editor, 390)
        found[address, 320, "width"] = accessible.too_wide(editor, 320)
    assert {where: what for where, what in found.items() if what} == {}
