"""The enquiry form in a real browser: every state, by keyboard alone, and without a script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from enquiries.intake.email_typos import suggest
from enquiries.models import Enquiry
from tests import chromium
from tests.enquiries import domains

pytestmark = pytest.mark.django_db(transaction=True)
FORM = "/enquiries/new/"
UNPROCESSABLE = "the server responded with a status of 422"


def expect_refusal(problems: list[str]) -> None:
    """A refused form is answered with 422, which Chromium's console remarks on."""
    problems[:] = [problem for problem in problems if UNPROCESSABLE not in problem]


def tab_to(page: Page, selector: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not reached by Tab")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("role", ["", "candidate", "client", "other"])
def test_every_form_is_accessible(browser_page: Page, axe: Callable[[Page], list[str]], width: int, role: str) -> None:
    browser_page.set_viewport_size({"width": width, "height": 800})
    browser_page.goto(f"{FORM}?role={role}")

    assert axe(browser_page) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_errors_take_the_focus_and_lead_to_their_fields(
    browser_page: Page, axe: Callable[[Page], list[str]], problems: list[str], width: int
) -> None:
    browser_page.set_viewport_size({"width": width, "height": 800})
    browser_page.goto(FORM)
    browser_page.get_by_role("button", name="Send your enquiry").click()

    expect(browser_page).to_have_title("Error: About you: send us an enquiry – Our agency")
    expect(browser_page.locator("#error-summary")).to_be_focused()
    assert axe(browser_page) == []
    browser_page.get_by_role("link", name="Enter your e-mail address.").click()
    expect(browser_page.get_by_label("E-mail address")).to_be_focused()
    expect_refusal(problems)


def test_nobody_meets_the_trap(browser_page: Page) -> None:
    browser_page.goto(FORM)

    assert "Leave this empty" not in browser_page.locator("form.form").aria_snapshot()
    expect(browser_page.locator("[name=subject]")).to_be_hidden()


def test_the_questions_follow_the_role(browser_page: Page) -> None:
    browser_page.goto(f"{FORM}?role=candidate")
    expect(browser_page.get_by_label("Your CV (optional)")).to_be_visible()
    expect(browser_page.get_by_label("Your organisation (optional)")).to_be_hidden()

    browser_page.get_by_label("Hiring").check()

    expect(browser_page.get_by_label("Your CV (optional)")).to_be_hidden()
    expect(browser_page.get_by_label("Your organisation (optional)")).to_be_visible()


def test_an_enquiry_is_sent_by_keyboard_alone(browser_page: Page, axe: Callable[[Page], list[str]]) -> None:
    browser_page.goto(FORM)
    tab_to(browser_page, "[name=role]")
    browser_page.keyboard.press("Space")
    browser_page.keyboard.press("ArrowDown")
    for name, words in (("name", "Pat Example"), ("email", "pat@example.org"), ("message", "By keyboard")):
        tab_to(browser_page, f"[name={name}]")
        browser_page.keyboard.type(words)
    tab_to(browser_page, "button[name=send]")
    browser_page.keyboard.press("Enter")

    expect(browser_page.get_by_role("heading", level=1)).to_have_text("Thank you, your enquiry has arrived")
    assert axe(browser_page) == []
    enquiry = Enquiry.objects.get()
    assert (enquiry.role, enquiry.message) == ("client", "By keyboard")
    expect(browser_page.get_by_text(enquiry.reference)).to_be_visible()


def test_a_slip_in_the_address_is_suggested_at_once_and_does_not_block(browser_page: Page) -> None:
    browser_page.goto(f"{FORM}?role=other")
    browser_page.get_by_label("Your name").fill("Pat")
    browser_page.get_by_label("E-mail address").fill("pat@gmial.com")
    browser_page.get_by_label("How can we help?").fill("Hello")

    expect(browser_page.get_by_text("Did you mean pat@gmail.com?")).to_be_visible()
    browser_page.get_by_role("button", name="Send your enquiry").click()
    expect(browser_page.get_by_role("heading", level=1)).to_have_text("Thank you, your enquiry has arrived")


def test_the_page_doubts_the_same_domains_as_the_server(browser_page: Page) -> None:
    browser_page.goto(f"{FORM}?role=other")
    field = browser_page.get_by_label("E-mail address")
    hint = browser_page.locator(".field__suggestion")

    said = {}
    for domain in (*domains.SLIPS, *domains.REAL, "", "x", "gmail", "gmail.com.", "constructor", "gmial.constructor"):
        field.fill(f"Pat@{domain}")
        field.dispatch_event("change")
        said[domain] = hint.text_content()

    expected = {domain: suggest(f"Pat@{domain}") for domain in said}
    assert said == {domain: f"Did you mean {meant}?" if meant else "" for domain, meant in expected.items()}


def test_going_back_to_the_page_with_errors_shows_the_words(browser_page: Page, problems: list[str]) -> None:
    browser_page.goto(f"{FORM}?role=other")
    browser_page.get_by_label("Hiring").check()
    browser_page.get_by_label("Your name").fill("Pat")
    browser_page.get_by_label("Your organisation").fill("Example Ltd")
    browser_page.get_by_label("How can we help?").fill("My own words")
    browser_page.get_by_role("button", name="Send your enquiry").click()
    expect(browser_page.locator("#error-summary")).to_be_focused()

    browser_page.locator("footer").get_by_role("link", name="Privacy").click()
    expect(browser_page.get_by_role("heading", level=1)).to_have_text("Privacy notice")
    browser_page.go_back()

    expect(browser_page.get_by_label("Hiring")).to_be_checked()
    expect(browser_page.get_by_label("Your name")).to_have_value("Pat")
    expect(browser_page.get_by_label("Your organisation")).to_have_value("Example Ltd")
    expect(browser_page.get_by_label("How can we help?")).to_have_value("My own words")
    expect_refusal(problems)


def test_the_privacy_notice_opens_beside_a_form_that_is_begun(browser_page: Page, problems: list[str]) -> None:
    browser_page.goto(f"{FORM}?role=other")
    browser_page.get_by_role("button", name="Send your enquiry").click()

    with browser_page.expect_popup() as notice:
        browser_page.get_by_role("link", name="Read the whole privacy notice").click()

    expect(notice.value.get_by_role("heading", level=1)).to_have_text("Privacy notice")
    expect(browser_page).to_have_title("Error: About you: send us an enquiry – Our agency")
    expect_refusal(problems)


def test_a_form_sent_again_after_going_back_is_one_enquiry(browser_page: Page) -> None:
    browser_page.goto(f"{FORM}?role=other")
    browser_page.get_by_label("Your name").fill("Pat")
    browser_page.get_by_label("E-mail address").fill("pat@example.org")
    browser_page.get_by_label("How can we help?").fill("Hello")
    for _ in range(2):
        browser_page.get_by_role("button", name="Send your enquiry").click()
        expect(browser_page.get_by_role("heading", level=1)).to_have_text("Thank you, your enquiry has arrived")
        reference = browser_page.locator(".reference").text_content()
        browser_page.go_back()
        expect(browser_page.get_by_label("How can we help?")).to_have_value("Hello")

    assert Enquiry.objects.get().reference in str(reference)


def test_a_browser_that_keeps_no_cookie_can_send_the_form_all_the_same(browser_page: Page) -> None:
    browser_page.goto(f"{FORM}?role=other")
    browser_page.get_by_label("Your name").fill("Pat")
    browser_page.get_by_label("E-mail address").fill("pat@example.org")
    browser_page.get_by_label("How can we help?").fill("No cookies")
    browser_page.context.clear_cookies()
    browser_page.get_by_role("button", name="Send your enquiry").click()

    expect(browser_page.get_by_role("heading", level=1)).to_have_text("Thank you, your enquiry has arrived")
    assert Enquiry.objects.get().message == "No cookies"


def test_a_very_long_word_breaks_no_form(browser_page: Page, problems: list[str]) -> None:
    browser_page.set_viewport_size({"width": 320, "height": 800})
    browser_page.goto(f"{FORM}?role=other")
    browser_page.get_by_label("Your name").fill("W" * 200)
    browser_page.get_by_label("E-mail address").fill(f"{'W' * 64}@gmial.com")
    browser_page.get_by_label("How can we help?").fill("W" * 3000)
    browser_page.get_by_label("By phone").check()
    browser_page.get_by_role("button", name="Send your enquiry").click()
    expect(browser_page.locator("#error-summary")).to_be_focused()
    assert browser_page.evaluate("document.documentElement.scrollWidth") == 320
    browser_page.get_by_label("By e-mail").check()
    browser_page.get_by_role("button", name="Send your enquiry").click()
    expect(browser_page.get_by_text("Is your e-mail address right?")).to_be_visible()

    assert browser_page.evaluate("document.documentElement.scrollWidth") == 320
    expect_refusal(problems)


def test_a_double_click_sends_one_enquiry(browser_page: Page) -> None:
    browser_page.goto(f"{FORM}?role=other")
    browser_page.get_by_label("Your name").fill("Pat")
    browser_page.get_by_label("E-mail address").fill("pat@example.org")
    browser_page.get_by_label("How can we help?").fill("Hello")
    browser_page.get_by_role("button", name="Send your enquiry").dblclick()

    expect(browser_page.get_by_role("heading", level=1)).to_have_text("Thank you, your enquiry has arrived")
    assert Enquiry.objects.count() == 1


def test_everything_works_without_a_script(browser: Browser, live_server: LiveServer) -> None:
    with chromium.new_visitor(browser, live_server.url, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{FORM}?role=client")
        expect(page.get_by_label("Your organisation (optional)")).to_be_visible()
        expect(page.get_by_label("Your CV (optional)")).to_be_hidden()
        page.get_by_label("Your name").fill("Pat")
        page.get_by_label("E-mail address").fill("nonsense")
        page.get_by_label("How can we help?").fill("No script")
        page.get_by_role("button", name="Send your enquiry").click()
        page.get_by_label("E-mail address").fill("pat@example.org")
        page.get_by_role("button", name="Send your enquiry").click()

        expect(page.get_by_role("heading", level=1)).to_have_text("Thank you, your enquiry has arrived")
    assert Enquiry.objects.get().message == "No script"


def test_the_back_button_shows_the_form_as_it_was(browser_page: Page) -> None:
    browser_page.goto(f"{FORM}?role=other")
    browser_page.get_by_label("Your name").fill("Pat")
    browser_page.get_by_label("E-mail address").fill("pat@example.org")
    browser_page.get_by_label("How can we help?").fill("Hello")
    browser_page.get_by_role("button", name="Send your enquiry").click()
    expect(browser_page.get_by_role("heading", level=1)).to_have_text("Thank you, your enquiry has arrived")

    browser_page.go_back()

    expect(browser_page.get_by_role("heading", level=1)).to_have_text("About you")
