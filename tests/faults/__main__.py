"""Runs the fault test and prints the figures; ends with 1 when anything was lost, doubled, stuck, late or not erased."""

import argparse
import signal
import sys
import tempfile
import threading
import time
from pathlib import Path

from tests.benchmarks.speed.nginx import NGINX
from tests.enquiries.imap_server import ImapServer
from tests.faults import correspondents, full_disk, outages, two_nodes, verdict
from tests.faults.correspondents import Correspondents
from tests.faults.crm import CRM, ERASED, RECEIVED
from tests.faults.door import Door
from tests.faults.findings import Findings
from tests.faults.mail import Inbox
from tests.faults.proxy import Proxy
from tests.faults.readers import Readers
from tests.faults.site import Site
from tests.faults.trouble import Trouble
from tests.faults.visitors import Visitors

SECONDS_AN_ENQUIRY = 0.5  # at most
# What a browser and the proxy say; the site's address is https, as behind the shipped configuration.
HEAD = {
    "Host": "127.0.0.1",
    "Referer": "https://127.0.0.1/",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-For": "127.0.0.1",
}


def main() -> int:
    """Starts everything, breaks it while visitors submit, and counts."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--enquiries", type=int, default=2_000)
    parser.add_argument("--kills", type=int, default=20)
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that everything is stopped then, too
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        Path(folder).chmod(0o755)
        trial = Trial(Path(folder), options.enquiries, options.kills)
        try:
            trial.run()
        finally:
            trial.stop()
    wrong = trial.findings.wrong
    print(
        f"\nfault test: FAILED: {'; '.join(wrong)}" if wrong else "\nfault test: nothing lost, doubled, stuck or late"
    )
    return int(bool(wrong))


class Trial:
    """One site of two nodes, its visitors, and what happened."""

    def __init__(self, folder: Path, enquiries: int, kills: int) -> None:
        self.folder, self.enquiries, self.kills, self.findings = folder, enquiries, kills, Findings()
        self.site = Site(folder, nodes=2)
        self.site.environment |= {"SITE_URL": "https://127.0.0.1", "TRUSTED_PROXIES": "1", "SECOND_FACTOR": "off"}
        self.proxy = Proxy(folder, self.site.ports) if NGINX else None
        self.inbox, self.mailbox = Inbox(self.site.mail_port), ImapServer()
        self.crms = CRM("first"), CRM("second")
        threading.Thread(target=self.mailbox.serve, daemon=True).start()
        self.site.environment |= {
            "INBOUND_EMAIL": "inbox@reply.agency.example",
            "INBOUND_IMAP_URL": self.mailbox.url,
            "MAIL_PROVIDER": "postmark",
            "WEBHOOK_SECRET": correspondents.SECRET,
        }
        self.nodes = Door((self.site.ports[0],), HEAD), Door((self.site.ports[1],), HEAD)
        self.thanked: set[str] = set()  # references
        self.door = Door((self.proxy.port,) if self.proxy else self.site.ports, HEAD)

    def run(self) -> None:
        """All chapters, in an order in which each finds the site whole."""
        with self.findings.chapter("making a site"):
            self.begin()
        two_nodes.as_one(self.site, self.nodes, self.readers(), self.findings)
        outages.hanging_database(self.site, self.nodes, self.readers(), self.findings)
        self.under_load()
        with self.findings.chapter("workers that die with mails in hand"):
            verdict.after_a_workers_death(self.site, self.inbox, self.door, self.findings)
        if self.proxy:
            outages.nobody_behind_the_proxy(self.site, self.door, self.readers(), self.findings)
        with self.findings.chapter("erasing all of it"):
            verdict.erase(self.site, self.findings)
            verdict.deliver(self.site, self.inbox, self.findings)
            verdict.count_handoffs(self.crms, ERASED, self.thanked, self.findings)
        full_disk.full_disk(self.folder / "sqlite", self.findings)

    def begin(self) -> None:
        # Killing its processes takes nothing from the system's memory: what is committed is there, and need not be on disk.
        self.site.postgres.psql("ALTER SYSTEM SET fsync = off")
        self.site.postgres.psql("SELECT pg_reload_conf()")
        if self.proxy:
            self.site.environment["AWAY_PAGE"] = str(self.proxy.away_page)
        else:
            self.findings.figure(
                "-", "nginx is not installed: visitors ask the nodes, and nothing is seen of the proxy"
            )
        self.site.start()
        self.site.manage("seed_demo", "-v0")
        self.site.manage("away_page")
        for node in range(len(self.site.ports)):
            self.site.wait_for(node)
        for crm in self.crms:
            crm.begin(self.site, self.folder)
        if self.proxy:
            self.proxy.start()

    def under_load(self) -> None:
        findings, readers, over = self.findings, self.readers(), threading.Event()
        deadline = time.monotonic() + self.enquiries * SECONDS_AN_ENQUIRY + 60
        visitors = Visitors(self.door, self.enquiries, deadline)
        writers = Correspondents(self.door, self.mailbox, visitors.statistics, deadline)
        trouble = Trouble(
            self.site,
            self.inbox,
            self.mailbox,
            self.crms,
            self.proxy,
            visitors.statistics,
            self.enquiries,
            self.kills,
        )
        with findings.chapter("while everything is killed"):
            readers.start()
            killing = threading.Thread(target=trouble.make, args=(over,))
            writing = threading.Thread(target=writers.write, args=(over,))
            killing.start()
            writing.start()
            statistics = visitors.run()
            over.set()
            killing.join()
            writing.join()
            readers.stop()
            for name, number in trouble.done.items():
                findings.figure(number, name)
            findings.expect(trouble.killed == self.kills, trouble.killed, "kills")
            findings.figure(readers.answers[200], "pages read meanwhile")
            findings.figure(readers.excused, "lines of readers broken by the kill of the proxy")
            findings.none(readers.errors if self.proxy else 0, "errors that readers met")
        with findings.chapter("once the mail server is kind"):
            self.thanked = set(statistics.thanked.values())
            for crm in self.crms:
                crm.behave("kind")
            verdict.deliver(self.site, self.inbox, findings)
            verdict.fetch(self.site, self.mailbox, findings)
            verdict.count(self.site, self.inbox.server, statistics, self.enquiries, findings)
            verdict.count_answers(self.site, writers, findings)
            verdict.count_handoffs(self.crms, RECEIVED, self.thanked, findings)

    def readers(self) -> Readers:
        return Readers(self.door, self.proxy)

    def stop(self) -> None:
        if self.proxy:
            self.proxy.stop()
        self.site.stop()
        self.inbox.stop()
        self.mailbox.stop()
        for crm in self.crms:
            crm.stop()


if __name__ == "__main__":
    sys.exit(main())
