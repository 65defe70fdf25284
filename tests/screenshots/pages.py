"""The pages and states of which pictures are taken, each by what a visitor does to reach it."""

from functools import partial

from playwright.sync_api import Page

from tests.screenshots.desk import DESK
from tests.screenshots.desk import IN_THE_WINDOW as DESK_IN_THE_WINDOW
from tests.screenshots.mails import MAILS
from tests.screenshots.site import WITHDRAWN, Site
from tests.screenshots.steps import Steps, as_staff, at

GUIDE = "/guides/what-does-a-machine-learning-engineer-do/"
SECTION = "pay-for-machine-learning-engineers"
FORM = f"/enquiries/new/?role=candidate&from={GUIDE}"
SEND = "button[name=send]"


# Of what stays in place while the page scrolls, and of a part of a long page, a picture shows the window.
IN_THE_WINDOW = {"guide-contents", "guide-end", *DESK_IN_THE_WINDOW}


def guide_contents(page: Page, _: Site) -> None:
    """Half a guide down, the contents opened where they fold."""
    page.goto(f"{GUIDE}#{SECTION}")
    fold = page.locator(".contents summary")
    if fold.is_visible():
        fold.click()


def guide_end(page: Page, _: Site) -> None:
    page.goto(GUIDE)
    page.locator(".author-card").scroll_into_view_if_needed()


def fill_in(page: Page) -> None:
    page.goto(FORM)
    page.fill("[name=name]", "Siobhán O’Neil")
    page.fill("[name=email]", "siobhan@gmial.com")
    page.fill(
        "[name=message]", "I have built forecasting models for five years and would like to work with people again."
    )


def form_with_errors(page: Page, _: Site) -> None:
    page.goto("/enquiries/new/")
    page.fill("[name=email]", "siobhan@")
    page.click(SEND)


def sent(page: Page, _: Site) -> None:
    fill_in(page)
    page.click(SEND)
    page.wait_for_url("**/sent/**")


def status(page: Page, site: Site) -> None:
    sent(page, site)
    page.get_by_role("link", name="Your own page").click()


def correction(page: Page, site: Site) -> None:
    status(page, site)
    page.get_by_role("link", name="Correct your details").click()


def use_of_rights(page: Page, site: Site) -> None:
    status(page, site)
    page.get_by_role("link", name="Ask for a copy, a correction or something else").click()


def not_stored(page: Page, site: Site) -> None:
    fill_in(page)
    with site.without_database():
        page.click(SEND)


def forged(page: Page, _: Site) -> None:
    fill_in(page)
    page.evaluate("document.querySelector('[name=csrfmiddlewaretoken]').remove()")
    page.click(SEND)


def server_error(page: Page, site: Site) -> None:
    with site.without_database():
        page.goto("/guides/")


PAGES: dict[str, Steps] = {
    "home": at("/"),
    "index": at("/guides/"),
    "index-2": at("/guides/?page=2"),
    "topic": at("/guides/topics/roles/"),
    "people": at("/people/"),
    "author": at("/people/jazz-thomson/"),
    "desk": at("/people/data-and-ai-desk/"),
    "guide": at(GUIDE),
    "guide-contents": guide_contents,
    "guide-end": guide_end,
    "salaries": at("/salaries/"),
    "search": at("/search/?q=salary"),
    "search-nothing": at("/search/?q=xyzzy"),
    "form": at("/enquiries/new/"),
    "form-candidate": at(FORM),
    "form-client": at("/enquiries/new/?role=client"),
    "form-errors": form_with_errors,
    "sent": sent,
    "status": status,
    "status-correction": correction,
    "status-rights": use_of_rights,
    "status-wrong-link": at("/enquiries/status/nothing/"),
    "contact": at("/contact/"),
    "privacy": at("/privacy/"),
    "accessibility": at("/accessibility/"),
    "error-400": at("/guides/?" + "a&" * 1001),
    "error-403": partial(as_staff, "/admin/agency/identity/", "without rights"),
    "error-403-form": forged,
    "error-404": at("/nothing/"),
    "error-410": at(f"/guides/{WITHDRAWN}/"),
    "error-500": server_error,
    "error-503": not_stored,
    "design-system": partial(as_staff, "/admin/design-system/", "with every right"),
    **DESK,
    **MAILS,
}
