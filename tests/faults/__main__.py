"""Runs the fault test and prints the counts; ends with 1 when anything was lost, doubled, stuck or not erased."""

import random
import signal
import sys
import tempfile
import threading
import time
from pathlib import Path

from tests.faults.mail import NO_ENTRY, NO_MAILBOX, MailServer, listening
from tests.faults.site import Site
from tests.faults.visitors import Statistics, Visitors

ENQUIRIES = 2_000
LONGEST_SECONDS = 15 * 60
THANKS_BETWEEN_FAULTS = 60
DELIVERY_SECONDS = 5 * 60
MOODS = ("kind", "refusing", "kind", "hanging", "kind", "dropping", "kind", "full", "kind", "locked")
HURRY = "UPDATE outbox_message SET due_at = now() WHERE sent_at IS NULL AND undeliverable_at IS NULL"
WAITING = "SELECT count(*) FROM outbox_message WHERE sent_at IS NULL AND undeliverable_at IS NULL"


def main() -> int:
    """Starts everything, breaks it while visitors submit, and counts."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that everything is stopped then, too
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        site, mail = Site(Path(folder)), MailServer()
        inbox = listening(mail, site.mail_port)
        try:
            site.start()
            done, faults = threading.Event(), {"web kills": 0, "worker kills": 0, "database stops": 0, "mail moods": 0}
            visitors = Visitors(site.port, ENQUIRIES, time.monotonic() + LONGEST_SECONDS)
            trouble = threading.Thread(target=make_trouble, args=(site, mail, visitors.statistics, done, faults))
            trouble.start()
            statistics = visitors.run()
            done.set()
            trouble.join()
            mail.mood = "kind"
            wait_for_delivery(site)
            return report(site, mail, statistics, faults)
        finally:
            site.stop()
            inbox.stop()


def make_trouble(
    site: Site, mail: MailServer, statistics: Statistics, done: threading.Event, faults: dict[str, int]
) -> None:
    """Breaks something after every few dozen thank-yous, so that a slow machine gets as far as a fast one."""
    dice = random.Random(1)  # noqa: S311 - for variety, not secrecy
    thanked = 0
    while not done.wait(0.05):
        if len(statistics.thanked) < thanked + THANKS_BETWEEN_FAULTS:
            continue
        thanked = len(statistics.thanked)
        time.sleep(dice.uniform(0, 0.5))  # not always right after an answer
        site.kill_web()
        faults["web kills"] += 1
        mail.mood = MOODS[faults["mail moods"] % len(MOODS)]
        faults["mail moods"] += 1
        if faults["web kills"] % 2 == 0:
            site.kill_worker()
            faults["worker kills"] += 1
        if faults["web kills"] % 4 == 0:
            site.restart_postgres(away=dice.uniform(0.5, 2))
            faults["database stops"] += 1


def wait_for_delivery(site: Site) -> None:
    """Until no notice waits; those that back off are made due, as if the pause were over."""
    deadline = time.monotonic() + DELIVERY_SECONDS
    while time.monotonic() < deadline:
        site.execute(HURRY)
        time.sleep(5)
        if site.query(WAITING) == [(0,)]:
            return


def report(site: Site, mail: MailServer, statistics: Statistics, faults: dict[str, int]) -> int:
    """Prints the counts and returns 0 when nothing was lost."""
    stored = dict(site.query("SELECT message, reference FROM enquiries_enquiry"))
    rows = site.query("SELECT count(*) FROM enquiries_enquiry")[0][0]
    notices = site.query("SELECT message_id, recipient, undeliverable_at IS NOT NULL FROM outbox_message")
    lost = [message for message, reference in statistics.thanked.items() if stored.get(message) != reference]
    refused = {(name, to) for name, to, is_undeliverable in notices if is_undeliverable}
    stuck = {(name, to) for name, to, _ in notices} - refused - mail.accepted.keys()
    wrongly = [to for _, to in refused if not to.endswith((NO_MAILBOX, NO_ENTRY))]
    short = site.query(
        "SELECT count(*) FROM (SELECT e.id FROM enquiries_enquiry e LEFT JOIN enquiries_notice n ON n.enquiry_id = e.id GROUP BY e.id HAVING count(n.message_ptr_id) < 2) AS s"
    )[0][0]
    kept = kept_after_their_day(site)
    counts = faults | {
        "submissions sent": statistics.submissions,
        "answers that were no thank-you": statistics.refusals,
        "enquiries acknowledged": len(statistics.thanked),
        "enquiries stored": rows,
        "acknowledged but lost": len(lost),
        "stored twice": rows - len(stored),
        "enquiries without their notices": short,
        "notices": len(notices),
        "notices refused for good, undeliverable": len(refused),
        "notices undeliverable that nobody refused": len(wrongly),
        "notices stuck: neither delivered nor undeliverable": len(stuck),
        "notices delivered more than once": sum(times > 1 for times in mail.accepted.values()),
        "enquiries not erased on their day": kept,
    }
    for name, number in counts.items():
        print(f"{number:>8}  {name}")
    bad = lost or stuck or wrongly or short or kept or rows != len(stored) or len(statistics.thanked) < ENQUIRIES
    print("fault test: " + ("FAILED" if bad else "0 lost, 0 stuck"))
    return int(bool(bad))


def kept_after_their_day(site: Site) -> int:
    """Closes every enquiry, lets its day come, and purges; returns how many are left."""
    site.execute("UPDATE enquiries_enquiry SET state = 'closed', outcome = 'unsuitable', erase_on = current_date - 1")
    site.manage("purge_enquiries")
    return site.query("SELECT count(*) FROM enquiries_enquiry WHERE state <> 'erased'")[0][0]


if __name__ == "__main__":
    sys.exit(main())
