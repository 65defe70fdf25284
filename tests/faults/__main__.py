"""Runs the fault test and prints the counts; ends with 1 when anything was lost, doubled or not delivered."""

import random
import signal
import sys
import tempfile
import threading
import time
from pathlib import Path

from tests.faults.mail import MailServer, listening
from tests.faults.site import Site
from tests.faults.visitors import Statistics, Visitors

ENQUIRIES = 2_000
LONGEST_SECONDS = 15 * 60
THANKS_BETWEEN_FAULTS = 60
DELIVERY_SECONDS = 5 * 60
MOODS = ("kind", "refusing", "kind", "hanging", "kind", "dropping")


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
        site.query("UPDATE outbox_message SET due_at = now() WHERE sent_at IS NULL RETURNING id")
        time.sleep(5)
        if site.query("SELECT count(*) FROM outbox_message WHERE sent_at IS NULL") == [(0,)]:
            return


def report(site: Site, mail: MailServer, statistics: Statistics, faults: dict[str, int]) -> int:
    """Prints the counts and returns 0 when nothing was lost."""
    stored = dict(site.query("SELECT message, reference FROM enquiries_enquiry"))
    rows = site.query("SELECT count(*) FROM enquiries_enquiry")[0][0]
    notices = {(message_id, to) for message_id, to in site.query("SELECT message_id, recipient FROM outbox_message")}
    lost = [message for message, reference in statistics.thanked.items() if stored.get(message) != reference]
    undelivered = notices - mail.accepted.keys()
    short = site.query(
        "SELECT count(*) FROM (SELECT e.id FROM enquiries_enquiry e LEFT JOIN enquiries_notice n ON n.enquiry_id = e.id GROUP BY e.id HAVING count(n.message_ptr_id) < 2) AS s"
    )[0][0]
    counts = faults | {
        "submissions sent": statistics.submissions,
        "answers that were no thank-you": statistics.refusals,
        "enquiries acknowledged": len(statistics.thanked),
        "enquiries stored": rows,
        "acknowledged but lost": len(lost),
        "stored twice": rows - len(stored),
        "enquiries without their notices": short,
        "notices": len(notices),
        "notices not delivered": len(undelivered),
        "notices delivered more than once": sum(times > 1 for times in mail.accepted.values()),
    }
    for name, number in counts.items():
        print(f"{number:>8}  {name}")
    bad = lost or undelivered or short or rows != len(stored) or len(statistics.thanked) < ENQUIRIES
    print("fault test: " + ("FAILED" if bad else "0 lost"))
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main())
