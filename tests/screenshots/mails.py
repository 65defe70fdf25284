"""The mails as their readers see them, each shown without a site around it."""

from functools import partial

from playwright.sync_api import Page

from tests.screenshots.site import Site
from tests.screenshots.steps import Steps

NAMES = (
    "acknowledgement",
    "alert",
    "assignment",
    "reply",
    "new_link",
    "burst",
    "request",
    "request_acknowledged",
    "request_extended",
    "request_answered",
    "restriction_lifted",
    "privacy_reminder",
    "reminders",
    "account_changed",
    "invitation",
    "password",
    "approval",
    "approval_answer",
    "review",
    "news",
    "test",
)


def show(name: str, page: Page, site: Site) -> None:
    page.set_content(site.mails[name])


MAILS: dict[str, Steps] = {f"mail-{name.replace('_', '-')}": partial(show, name) for name in NAMES}
