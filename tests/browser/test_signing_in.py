"""Passkeys in a real browser, under the site's own policy, and how the pages of accounts look to everybody."""

from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from tests.agency.accounts.staff_accounts import PASSWORD, person

pytestmark = pytest.mark.django_db(transaction=True)
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def page(browser_page: Page, live_server: LiveServer, settings: Settings, problems: list[str]) -> Iterator[Page]:
    """A browser on a device that keeps passkeys, at the name for which it keeps them."""
    settings.SECOND_FACTOR = True
    cache.clear()
    device = browser_page.context.new_cdp_session(browser_page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    yield browser_page
    name = live_server.url.replace("127.0.0.1", "localhost")
    problems[:] = [problem for problem in problems if not problem.startswith(name)]


def test_a_passkey_is_set_up_before_the_admin_opens_and_then_signs_in(
    page: Page, live_server: LiveServer, axe: Callable[[Page], list[str]]
) -> None:
    person()
    page.goto(live_server.url.replace("127.0.0.1", "localhost") + "/admin/auth/user/")
    assert axe(page) == []
    page.get_by_label("Username").fill("sam")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in with your password").click()

    expect(page.get_by_text("One thing before the admin opens")).to_be_visible()
    assert axe(page) == []
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("Name").fill("Work laptop")
    page.get_by_role("button", name="Add the passkey").click()
    expect(page.locator(".accounts-codes li")).to_have_count(10)
    assert axe(page) == []
    page.get_by_role("link", name="go to the admin").click()
    expect(page.get_by_role("heading", name="What would you like to do?")).to_be_visible()

    page.get_by_role("link", name="Your account").click()
    expect(page.get_by_text("Work laptop").first).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    page.goto(page.url.split("/accounts")[0] + "/admin/auth/user/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("heading", name="Users", exact=True)).to_be_visible()


def test_at_an_address_without_a_name_the_page_says_why_passkeys_do_not_work(page: Page) -> None:
    page.goto("/accounts/sign-in/")
    page.get_by_role("button", name="Sign in with a passkey").click()

    expect(page.get_by_role("alert")).to_contain_text("Browsers know passkeys only for names")
