"""Was anything lost, doubled, stuck or late?"""

import time
from collections.abc import Iterable, Set

from tests.enquiries.imap_server import ImapServer
from tests.faults.correspondents import ANSWER, Correspondents
from tests.faults.crm import CRM
from tests.faults.door import Door
from tests.faults.findings import Findings
from tests.faults.mail import Inbox, MailServer
from tests.faults.site import WORKERS, Site
from tests.faults.visitors import MESSAGE, Statistics, Visitors

DUE = "sent_at IS NULL AND undeliverable_at IS NULL AND NOT is_held"
HURRY = f"UPDATE outbox_message SET due_at = now() WHERE {DUE} AND due_at > now() + interval '45 seconds'"  # noqa: S608
WAITING = f"SELECT count(*) FROM outbox_message WHERE {DUE}"  # noqa: S608
OF_VISITORS = f"FROM enquiries_enquiry e WHERE message LIKE '{MESSAGE}%'"
NOTICES = "(SELECT count(*) FROM enquiries_notice n WHERE n.enquiry_id = e.id)"
WITHOUT_NOTICES = f"SELECT count(*) {OF_VISITORS} AND {NOTICES} < 2"
TWICE_IN_HISTORY = """
SELECT count(*) FROM (SELECT 1 FROM enquiries_event WHERE kind IN ('received', 'notified', 'undeliverable', 'wrote')
GROUP BY enquiry_id, kind, words HAVING count(*) > 1) AS twice
"""
ANSWERS = f"SELECT words FROM enquiries_event WHERE kind = 'wrote' AND words LIKE '{ANSWER}%'"  # noqa: S608
UNREAD = "SELECT count(*) FROM enquiries_incomingmail WHERE state = 'stored'"
ASIDE = "SELECT count(*) FROM enquiries_incomingmail WHERE state = 'tray'"
KEPT_MAILS = "SELECT count(*) FROM enquiries_incomingmail WHERE enquiry_id IS NOT NULL"
LINES = "SELECT count(*) FROM enquiries_event"
DELIVERY_SECONDS = 20 * 60
IN_HAND = 6
PROMPT = 60.0


def deliver(site: Site, inbox: Inbox, findings: Findings) -> None:
    """Until no notice waits; those that back off are made due, as if the pause were over."""
    inbox.behave("kind")
    deadline = time.monotonic() + DELIVERY_SECONDS
    while (waiting := site.query(WAITING)[0][0]) and time.monotonic() < deadline:
        site.execute(HURRY)
        time.sleep(2)
    findings.none(waiting, "messages still waiting")


def fetch(site: Site, mailbox: ImapServer, findings: Findings) -> None:
    """Until nothing waits in the mailbox, and nothing that came in waits to be worked on."""
    mailbox.mood, mailbox.drops_after = "kind", ""
    deadline = time.monotonic() + DELIVERY_SECONDS
    while (left := len(mailbox.contents("INBOX")) + site.query(UNREAD)[0][0]) and time.monotonic() < deadline:
        time.sleep(0.5)
    findings.none(left, "mails that came in and still wait")
    deliver_news = time.monotonic() + DELIVERY_SECONDS
    while site.query(WAITING)[0][0] and time.monotonic() < deliver_news:
        site.execute(HURRY)
        time.sleep(0.5)


def count_answers(site: Site, writers: Correspondents, findings: Findings) -> None:
    """Every answer that a mailbox or the site took stands in the history of its enquiry, once."""
    words = [words for (words,) in site.query(ANSWERS)]
    findings.figure(len(writers.acknowledged), "answers by mail acknowledged")
    findings.figure(writers.by_webhook, "of these, times that a webhook was answered with 200")
    findings.none(len(writers.acknowledged - set(words)), "answers acknowledged but lost")
    findings.none(len(words) - len(set(words)), "answers twice in a history")
    findings.none(site.query(ASIDE)[0][0], "mails put aside that belong to an enquiry")


def count_handoffs(crms: Iterable[CRM], happening: str, references: Set[str], findings: Findings) -> None:
    """Each CRM was told of each enquiry, with one id, however often it was asked to take it."""
    for crm in crms:
        told = {reference: ids for (kind, reference), ids in crm.told.items() if kind == happening}
        findings.figure(len(told), f"times that the {crm.name} CRM was told {happening}")
        findings.none(len(references - told.keys()), f"enquiries of which the {crm.name} CRM was not told {happening}")
        findings.none(sum(len(ids) > 1 for ids in told.values()), f"told the {crm.name} CRM twice, as two events")
        findings.figure(sum(crm.taken[i] > 1 for ids in told.values() for i in ids), "of these taken again, by one id")
        findings.none(crm.forged, f"deliveries to the {crm.name} CRM with a wrong signature")


def after_a_workers_death(site: Site, inbox: Inbox, door: Door, findings: Findings) -> None:
    """The mail server holds what the workers hand over; they are killed at it, and nobody makes anything due."""
    inbox.behave("holding")
    Visitors(door, IN_HAND, time.monotonic() + PROMPT, name="In the hands of a worker").run()
    deadline = time.monotonic() + PROMPT
    while inbox.server.held < WORKERS and time.monotonic() < deadline:
        time.sleep(0.05)
    began = time.monotonic()
    for _ in range(WORKERS):
        site.kill_worker()
    inbox.behave("kind")
    while site.query(WAITING) != [(0,)] and time.monotonic() < began + 2 * PROMPT:
        time.sleep(0.2)
    took = time.monotonic() - began
    findings.expect(took <= PROMPT, took, "seconds from the death of every worker to the last of their mails")


def count(site: Site, mail: MailServer, statistics: Statistics, wanted: int, findings: Findings) -> None:
    stored = site.query(f"SELECT message, reference {OF_VISITORS}")
    references = dict(stored)
    lost = [message for message, reference in statistics.thanked.items() if references.get(message) != reference]
    findings.figure(statistics.submissions, "submissions sent")
    findings.figure(statistics.refusals, "answers that were no thank-you")
    findings.expect(len(statistics.thanked) == wanted, len(statistics.thanked), "enquiries acknowledged")
    findings.figure(len(stored), "enquiries stored")
    findings.none(len(lost), "acknowledged but lost")
    findings.none(len(stored) - len(references), "stored twice")
    findings.figure(site.query(LINES)[0][0], "lines of history")
    findings.none(site.query(TWICE_IN_HISTORY)[0][0], "lines of history written twice")
    findings.none(site.query(WITHOUT_NOTICES)[0][0], "enquiries without their notices")
    count_notices(site, mail, findings)


def count_notices(site: Site, mail: MailServer, findings: Findings) -> None:
    rows = site.query(
        "SELECT message_id, recipient, undeliverable_at IS NOT NULL FROM outbox_message WHERE channel = 'mail' AND NOT is_held"
    )
    refused = {(name, to) for name, to, is_undeliverable in rows if is_undeliverable}
    stuck = {(name, to) for name, to, _ in rows} - refused - mail.accepted.keys()
    findings.figure(len(rows), "mails")
    findings.figure(len(refused), "mails refused for good, undeliverable")
    findings.none(sum(to not in mail.refused for _, to in refused), "mails undeliverable that nobody refused")
    findings.none(len(stuck), "mails stuck: neither delivered nor undeliverable")
    findings.figure(
        sum(times > 1 for times in mail.accepted.values()), "mails delivered more than once, under one Message-ID"
    )


def erase(site: Site, findings: Findings) -> None:
    """Closes every enquiry, lets its day come, and purges."""
    site.execute("UPDATE enquiries_enquiry SET state = 'closed', outcome = 'unsuitable', erase_on = current_date - 1")
    site.manage("purge_enquiries")
    kept = site.query(f"SELECT count(*) {OF_VISITORS}")[0][0]  # erasing takes the words
    findings.none(kept, "enquiries not erased on their day")
    findings.none(site.query(KEPT_MAILS)[0][0], "mails that came in, not erased with their enquiry")
