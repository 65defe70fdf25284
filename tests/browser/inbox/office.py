"""The office of the agency: who works there, at one browser, and what the site talks to."""

import re
from email.message import EmailMessage
from io import StringIO
from typing import Any

from django.conf import settings as site
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client
from playwright.sync_api import Locator, Page, expect
from time_machine import Traveller

from articles.models import Article
from tests import cast
from tests.browser.inbox.outside import address, of
from tests.enquiries import people
from tests.enquiries.handoff import crm as crms
from tests.enquiries.handoff.crm import CRM
from tests.enquiries.imap_server import ImapServer
from tests.enquiries.mail_server import MailServer
from tests.enquiries.replies import conversation

LIST = "/admin/enquiries/enquiry/"


class Office:
    """Who works at the agency, and what the site talks to."""

    def __init__(self, clock: Traveller, page: Page, url: str, mailbox: ImapServer, mail: MailServer, crm: CRM) -> None:
        self.clock, self.page, self.url, self.mailbox, self.mail, self.crm = clock, page, url, mailbox, mail, crm
        team = people.default_team()
        self.sam, self.kim = people.consultant("sam", team), people.consultant("kim", team)
        self.max = people.consultant("max", team)
        self.max.groups.set([Group.objects.get(name="Managers")])
        self.guide: Article = cast.live_guide("notice-periods", title="Notice periods")
        self.told: list[Any] = []
        people.team("Data protection", email="privacy@agency.example", looks_after_data=True)
        crms.receiver(crm)

    def go(self, person: Any, address: str) -> None:
        """Opens a page as this member of staff, who signs in if somebody else sat there or the session is over."""
        client = Client()
        client.force_login(person)
        session = client.cookies[site.SESSION_COOKIE_NAME].value
        self.page.context.add_cookies([{"name": site.SESSION_COOKIE_NAME, "value": session, "url": self.url}])
        self.page.goto(address)

    def open(self, name: str) -> None:
        self.page.goto(f"{LIST}{of(name).pk}/change/")

    def unfold(self, title: str) -> None:
        """The group of actions on an enquiry's page."""
        self.page.locator("#actions summary", has_text=title).click()

    def press(self, name: str) -> None:
        """A button that sends its form; what follows stands on the page that answers."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=name, exact=True).click()

    def work(self) -> None:
        """A round of the worker; whatever reaches the CRM is signed."""
        call_command("work", "--once", stdout=StringIO())
        self.told += self.crm.told()
        self.crm.got.clear()

    def mail_to(self, recipient: str, subject: str = "") -> EmailMessage:
        """The last mail that this address got."""
        got = zip(self.mail.mails, self.mail.recipients, strict=True)
        return [mail for mail, to in got if to == [recipient] and subject in mail["Subject"]][-1]


def said(office: Office, words: str) -> None:
    expect(office.page.locator(".messagelist")).to_have_text(words)


def row(office: Office, name: str) -> Locator:
    return office.page.get_by_role("row").filter(has=office.page.get_by_role("link", name=f"{name} Reader", exact=True))


def names(office: Office) -> list[str]:
    return [text.removesuffix(" Reader") for text in office.page.locator(".work .who > a").all_inner_texts()]


def in_history(name: str, *left_out: str) -> list[str]:
    return list(
        of(name)
        .events.exclude(kind__in=["received", "notified", "handed_off", *left_out])
        .values_list("kind", flat=True)
    )


def together(office: Office, action: str, *chosen: str) -> None:
    for name in chosen:
        row(office, name).get_by_role("checkbox").check()
    office.press(action)
    expect(office.page.locator("#ready + p + ul > li")).to_have_count(len(chosen))


def own_page(office: Office, name: str) -> str:
    mail = conversation.body_of(office.mail_to(address(name)))
    return re.search(r"/enquiries/status/\S+", mail)[0]  # type: ignore[index]


def report(office: Office, slug: str) -> list[str]:
    """The rows of a table, as one reads them."""
    rows = office.page.locator(f".report:has(#{slug}) tbody tr")
    texts: list[str] = rows.evaluate_all(
        "rows => rows.map(row => [...row.cells].map(c => c.textContent.trim()).join(' '))"
    )
    return [text.strip() for text in texts]
