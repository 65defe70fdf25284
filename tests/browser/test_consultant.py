"""A consultant at work in the admin: an enquiry is taken, answered and closed."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from enquiries import access_links
from enquiries.handling import verbs
from enquiries.models import Enquiry, Notice, PrivacyRequest, State
from enquiries.notices import writing
from enquiries.privacy import rights
from tests.enquiries import people

pytestmark = pytest.mark.django_db(transaction=True)
LIST = "/admin/enquiries/enquiry/"


@pytest.fixture
def sam() -> Any:
    return people.consultant("sam", people.default_team(), may=("erase_enquiry",))


@pytest.fixture
def consultant(browser_page: Page, live_server: LiveServer, client: Client, sam: Any) -> Page:
    """A page of somebody who is logged in as a consultant."""
    client.force_login(sam)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    browser_page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    return browser_page


@pytest.fixture
def enquiry() -> Enquiry:
    made = people.enquiry(
        name="Siobhán O'Neil", email="siobhan@example.org", phone="+441614960123", message="We need a tester.\nSoon."
    )
    people.cv(made)
    people.enquiry(name="Siobhán", email="siobhan+jobs@example.org")
    people.enquiry(name="Late", reply_due_at=timezone.now() - timedelta(hours=3))
    return made


def said(page: Page) -> Any:
    return expect(page.locator(".messagelist"))


def test_an_enquiry_is_found_taken_answered_and_closed(consultant: Page, enquiry: Enquiry, sam: Any) -> None:
    consultant.goto(LIST)
    consultant.get_by_label("Search every tab").fill("siobhan@")
    consultant.keyboard.press("Enter")
    consultant.get_by_role("link", name="Siobhán O'Neil", exact=True).click()

    consultant.get_by_role("button", name="Take it").click()
    said(consultant).to_have_text("It is yours now.")

    consultant.get_by_role("link", name="Write a reply").click()
    consultant.get_by_label("Start from the template").select_option("Candidate: let us talk")
    consultant.get_by_role("button", name="Use this template").click()
    words = consultant.get_by_label("Reply:")
    expect(words).to_have_value(re.compile("^Hello Siobhán O'Neil,"))
    words.fill("Hello Siobhán,\n\nwhen may I ring?")
    consultant.get_by_role("button", name="Preview").click()
    expect(consultant.locator(".preview .words")).to_have_text("Hello Siobhán,\n\nwhen may I ring?")
    consultant.get_by_role("button", name="Edit").click()
    consultant.get_by_label("Reply:").fill("Hello Siobhán,\n\nwhen may I ring you?")
    consultant.get_by_role("button", name="Preview").click()
    assert not Notice.objects.exists()
    consultant.get_by_role("button", name="Send").click()
    said(consultant).to_have_text("Your reply is on its way.")
    expect(consultant.locator(".timeline")).to_contain_text("when may I ring you?")

    consultant.get_by_text("Close the enquiry").click()
    consultant.get_by_label("Outcome").select_option("Answered, nothing further")
    consultant.get_by_role("button", name="Close it").click()
    said(consultant).to_have_text("Closed.")

    enquiry.refresh_from_db()
    assert (enquiry.owner, enquiry.state, enquiry.outcome) == (sam, State.CLOSED, "answered")
    assert [(event.kind, event.by) for event in enquiry.events.all()] == [
        ("taken", sam),
        ("replied", sam),
        ("closed", sam),
    ]
    assert "when may I ring you?" in Notice.objects.get().text


def test_axe_finds_nothing_and_nothing_is_cut_off(
    consultant: Page, enquiry: Enquiry, axe: Callable[[Page], list[str]]
) -> None:
    looks: list[tuple[Any, int]] = [("light", 320), ("dark", 1440)]
    one = f"{LIST}{enquiry.pk}/"

    for address in (
        LIST,
        f"{LIST}?tab=all&role=client",
        f"{LIST}?q=nobody",
        f"{one}change/?list=tab%3Dnew",
        f"{one}reply/",
        f"{one}erase/",
    ):
        consultant.goto(address)
        for scheme, width in looks:
            consultant.set_viewport_size({"width": width, "height": 900})
            consultant.emulate_media(color_scheme=scheme)
            assert axe(consultant) == [], (address, width)
            assert consultant.evaluate("document.documentElement.scrollWidth <= innerWidth"), (address, width)


def test_a_very_long_word_breaks_no_page(consultant: Page) -> None:
    word = "W" * 200
    enquiry = people.enquiry(
        name=word,
        email=f"{word[:64]}@{'.'.join(['m' * 60] * 3)}.org",
        phone="W" * 100,
        organisation=word,
        role_to_fill=word,
        source_path=f"/guides/{word}/",
        message=word * 20,
        state=State.OPEN,
        hold_reason=word,
    )
    verbs.note(enquiry, word * 5, enquiry.owner)
    writing.alert(enquiry)
    writing.acknowledge(enquiry)
    rights.request(enquiry, PrivacyRequest.Kind.COMPLAINT, word * 5)
    one = f"{LIST}{enquiry.pk}/"

    for address in (
        LIST,
        f"{LIST}?tab=all",
        f"{LIST}?q={word}",
        f"{one}change/",
        f"{one}reply/",
        f"{one}erase/",
        "/admin/",
        f"/enquiries/sent/{access_links.confirmation_token(enquiry)}/",
        f"/enquiries/status/{access_links.status_token(enquiry)}/",
        f"/enquiries/status/{access_links.status_token(enquiry)}/correct/",
    ):
        assert consultant.goto(address).status == 200  # type: ignore[union-attr]
        for width in (320, 1440):
            consultant.set_viewport_size({"width": width, "height": 900})
            assert consultant.evaluate("document.documentElement.scrollWidth") <= width, (address, width)


def test_a_form_that_is_not_filled_in_is_explained_and_has_no_violations(
    consultant: Page, enquiry: Enquiry, axe: Callable[[Page], list[str]], problems: list[str]
) -> None:
    consultant.goto(f"{LIST}{enquiry.pk}/change/")
    consultant.get_by_role("button", name="Add the note").click()

    expect(consultant).to_have_title(re.compile("^Error: "))
    expect(consultant.get_by_label("Note:")).to_have_accessible_description(
        "For colleagues; the enquirer does not see it. Write the note first."
    )
    assert axe(consultant) == []
    assert len(problems) == 1
    assert "422" in problems.pop()


def test_the_work_list_is_walked_by_keyboard(consultant: Page, enquiry: Enquiry) -> None:
    consultant.goto(LIST)
    focused = consultant.locator(":focus")

    for key, name in (
        ("j", "Late"),
        ("j", "Siobhán O'Neil"),
        ("j", "Siobhán"),
        ("j", "Siobhán"),
        ("k", "Siobhán O'Neil"),
    ):
        consultant.keyboard.press(key)
        expect(focused).to_have_text(name)
    consultant.keyboard.press("x")
    expect(consultant.get_by_role("checkbox", name=f"Siobhán O'Neil, {enquiry.reference}")).to_be_checked()
    expect(focused).to_have_text("Siobhán O'Neil")
    consultant.get_by_label("Search every tab").fill("")
    consultant.get_by_label("Search every tab").press_sequentially("jo?x")
    expect(consultant.get_by_label("Search every tab")).to_have_value("jo?x")

    consultant.get_by_role("link", name="Siobhán O'Neil", exact=True).focus()
    consultant.keyboard.press("?")
    consultant.get_by_label("Use these keys in this browser").uncheck()
    consultant.reload()
    consultant.keyboard.press("j")
    expect(consultant.locator(".work :focus")).to_have_count(0)
    consultant.keyboard.press("?")
    consultant.get_by_text("Keyboard shortcuts").click()
    consultant.get_by_label("Use these keys in this browser").check()
    consultant.keyboard.press("j")
    consultant.keyboard.press("o")
    consultant.get_by_role("button", name="Take it").press("Enter")

    said(consultant).to_have_text("It is yours now.")
    consultant.get_by_role("link", name="Next: Siobhán O'Neil").click()
    expect(consultant.locator("h1", has_text="Siobhán O'Neil")).to_be_visible()
