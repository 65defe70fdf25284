"""The enquirer's own page, as its owner uses it: on a phone, from the keyboard, without JavaScript."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from enquiries import access_links
from enquiries.models import Enquiry, PrivacyRequest
from enquiries.privacy import rights
from tests import chromium
from tests.enquiries import data_subject as subject

FORMS = ("correct", "withdraw", "hearing-from-us", "erasure", "complaint", "rights")


@pytest.fixture
def enquiry(live_server: LiveServer) -> Enquiry:
    enquiry = subject.enquiry(message="A long word: " + "x" * 300)
    rights.request(enquiry, PrivacyRequest.Kind.COMPLAINT, "You called at night.")
    return enquiry


def page_of(enquiry: Enquiry, part: str = "") -> str:
    return f"/enquiries/status/{access_links.status_token(enquiry)}/{part}"


@pytest.mark.parametrize("part", ["", *(f"{form}/" for form in FORMS)])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_is_accessible_and_fits(
    enquiry: Enquiry, browser_page: Page, axe: Callable[[Page], list[str]], part: str, width: int
) -> None:
    browser_page.set_viewport_size({"width": width, "height": 800})

    assert browser_page.goto(page_of(enquiry, part)).status == 200

    assert axe(browser_page) == []
    assert browser_page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("width", [320])
def test_errors_are_accessible_and_have_the_focus(
    enquiry: Enquiry, browser_page: Page, axe: Callable[[Page], list[str]], problems: list[str], width: int
) -> None:
    browser_page.set_viewport_size({"width": width, "height": 800})
    browser_page.goto(page_of(enquiry, "correct/"))
    browser_page.get_by_label("Your name").fill("")
    browser_page.get_by_role("button", name="Save the corrections").click()

    expect(browser_page).to_have_title("Error: Correct your details – Our agency")
    expect(browser_page.locator("#error-summary")).to_be_focused()
    assert axe(browser_page) == []
    browser_page.get_by_role("link", name="Enter your name.").click()
    expect(browser_page.get_by_label("Your name")).to_be_focused()
    forget_the_refusal(problems)


@pytest.mark.parametrize("width", [320])
def test_a_dead_link_is_accessible(
    enquiry: Enquiry, browser_page: Page, axe: Callable[[Page], list[str]], problems: list[str], width: int
) -> None:
    browser_page.set_viewport_size({"width": width, "height": 800})

    assert browser_page.goto(f"/enquiries/status/{enquiry.reference}/").status == 404

    assert axe(browser_page) == []
    forget_the_refusal(problems)


def test_a_detail_is_corrected_from_the_keyboard(enquiry: Enquiry, browser_page: Page) -> None:
    browser_page.goto(page_of(enquiry))
    press_tab_until(browser_page, "Correct your details")
    browser_page.keyboard.press("Enter")
    expect(browser_page.get_by_role("heading", level=1)).to_have_text("Correct your details")
    browser_page.get_by_label("Your name").focus()
    browser_page.keyboard.press("Control+A")
    browser_page.keyboard.type("Niamh")
    browser_page.keyboard.press("Enter")

    expect(browser_page.get_by_role("status")).to_have_text("Your details are corrected.")
    assert Enquiry.objects.get().name == "Niamh"


def test_everything_works_without_javascript(enquiry: Enquiry, browser: Browser, live_server: LiveServer) -> None:
    with chromium.new_visitor(browser, live_server.url, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(page_of(enquiry))
        page.get_by_role("link", name="Withdraw your consent").click()
        page.get_by_role("button", name="Withdraw my consent").click()
        expect(page.get_by_role("status")).to_have_text("Your choice is recorded.")
        page.get_by_role("link", name="Ask us to erase your data").click()
        page.get_by_role("button", name="Ask for erasure").click()
        expect(page.get_by_role("status")).to_have_text("We have your request.")
        page.get_by_role("link", name="Ask for a copy, a correction or something else").click()
        page.get_by_label("Keep my data, but stop using it").check()
        page.get_by_role("button", name="Send the request").click()
        expect(page.get_by_role("status")).to_have_text("We have your request.")
        page.get_by_role("link", name="Withdraw your enquiry").click()
        page.get_by_role("button", name="Withdraw my enquiry").click()
        expect(page.get_by_role("status")).to_have_text("Your enquiry is withdrawn.")

    assert set(PrivacyRequest.objects.values_list("kind", flat=True)) == {"complaint", "erasure", "restriction"}
    enquiry.refresh_from_db()
    assert (enquiry.outcome, enquiry.marketing_wording) == ("withdrawn", None)


def test_the_copy_and_the_cv_can_be_saved(enquiry: Enquiry, browser_page: Page) -> None:
    browser_page.goto(page_of(enquiry))

    file = "Siobhán O'Neil CV.pdf"
    for link, name in ((file, file), ("Download all of it (JSON file)", f"enquiry-{enquiry.reference}.json")):
        with browser_page.expect_download() as download:
            browser_page.get_by_role("link", name=link).click()
        assert download.value.suggested_filename == name


def press_tab_until(page: Page, name: str) -> None:
    """Walks to the link with this text, as somebody without a mouse does."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == name:
            return
    raise AssertionError(f"The keyboard does not reach {name!r}.")


def forget_the_refusal(problems: list[str]) -> None:
    """The browser's console names an answer of 4xx, which is what the test asked for, and nothing else."""
    assert [problem for problem in problems if "the server responded with a status of 4" not in problem] == []
    problems.clear()
