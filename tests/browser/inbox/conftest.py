from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from tests.browser.inbox import clock as clocks
from tests.browser.inbox.office import Office
from tests.enquiries import imap_server
from tests.enquiries.handoff import crm as crms
from tests.enquiries.inbound import mails
from tests.enquiries.mail_server import MailServer

MONDAY = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)


@pytest.fixture
def office(
    browser_page: Page, live_server: LiveServer, mail_server: MailServer, settings: Settings
) -> Iterator[Office]:
    settings.INBOUND_EMAIL = mails.INBOUND
    with imap_server.running() as mailbox, crms.running() as crm, clocks.set_to(MONDAY) as clock:
        mails.read_mailbox(mailbox, settings)
        yield Office(clock, browser_page, live_server.url, mailbox, mail_server, crm)
