"""Runs the freshness test and prints the counts; ends with 1 when anybody read what they should not have."""

import os
import random
import signal
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import django

from tests.freshness import raw_requests
from tests.freshness.nodes import Nodes
from tests.freshness.pages import PAGES, shown
from tests.freshness.readers import Readers
from tests.freshness.verdict import Verdict, Window, judge

if TYPE_CHECKING:
    from tests.freshness.changes import Subject

CHANGES = 200
BURST_SECONDS = 15
AWAY = 4.0
OPEN = 3.0
SETTLE = 1.5
# What may be said while a node is killed or the database is away; never afterwards, and an old page never.
BROKEN = ("line broken",)
REFUSED = ("line broken", "status 500", "status 503", "too old")


def main() -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that everything is stopped then, too
    with tempfile.TemporaryDirectory(prefix="freshness-") as folder:
        Path(folder).chmod(0o755)
        nodes = Nodes(Path(folder))
        try:
            os.environ.update(nodes.environment)
            django.setup()
            return Trial(nodes).run()
        finally:
            nodes.stop()


class Trial:
    """One site, its editor, its readers, and what happened."""

    def __init__(self, nodes: Nodes) -> None:
        from django.core.management import call_command

        from tests.freshness.changes import Changes
        from tests.freshness.editor import Editor

        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        self.nodes = nodes
        self.editor: Editor = Editor(nodes.ports)
        self.changes: Changes = Changes(nodes, self.editor)
        self.unseen: list[str] = []
        self.looked = 0
        self.figures: dict[str, str] = {}

    def run(self) -> int:
        self.nodes.start()
        for subject in self.changes.subjects:
            subject.change(self.nodes)
        bad = [
            phase()
            for phase in (
                self.one_by_one,
                self.in_a_burst,
                self.while_a_node_is_killed,
                self.while_the_database_is_away,
                self.beside_a_long_transaction,
                self.beside_odd_requests,
            )
        ]
        print("freshness test: " + ("FAILED" if any(bad) or self.unseen else "nobody read anything old, half or wrong"))
        return int(any(bad) or bool(self.unseen))

    def one_by_one(self) -> bool:
        readers = self._readers()
        subjects = self.changes.subjects
        for turn in range(CHANGES):
            self._change_and_look(subjects[turn % len(subjects)])
        time.sleep(SETTLE)
        return self._report(f"{CHANGES} changes one by one", judge(readers.stop(), self._commits()))

    def in_a_burst(self) -> bool:
        readers = self._readers()
        published = self._burst(BURST_SECONDS)
        time.sleep(SETTLE)
        self.figures["publications a second"] = f"{published / BURST_SECONDS:.1f}"
        return self._report(f"{published} changes in a burst", judge(readers.stop(), self._commits()))

    def while_a_node_is_killed(self) -> bool:
        """And started anew while changes are published, so that it begins in the middle of them."""
        readers, windows = self._readers(), []
        publisher = ThreadPoolExecutor(1)
        for node in range(len(self.nodes.ports)):
            burst = publisher.submit(self._burst, 8)
            time.sleep(1)
            start = time.time()
            self.nodes.kill_node(node)
            self.nodes.start_node(node)
            self.nodes.wait_for(node)
            windows.append(Window(start, time.time() + 0.2, (node,), BROKEN))
            burst.result()
        time.sleep(SETTLE)
        return self._report("nodes killed and started in a burst", judge(readers.stop(), self._commits(), windows))

    def while_the_database_is_away(self) -> bool:
        from django.db import connection

        readers = self._readers()
        time.sleep(2)
        start = time.time()
        self.nodes.restart_postgres(away=AWAY)
        back = time.time()
        connection.close()  # the publisher's own
        self._until_well()
        self.figures["seconds until the first answer from the database"] = f"{time.time() - back:.1f}"
        windows = [Window(start, time.time() + 1, (0, 1), REFUSED)]
        for subject in self.changes.subjects:
            self._change_and_look(subject)
        time.sleep(SETTLE)
        seen = readers.stop()
        kept = sum(one.status in (200, 301, 304, 410) for one in seen if start < one.sent < back)
        self.figures["pages served while the database was away"] = str(kept)
        return self._report(f"the database away for {AWAY:.0f} s", judge(seen, self._commits(), windows))

    def beside_a_long_transaction(self) -> bool:
        """Somebody publishes and does not commit for seconds; then two publish the same guides in opposite order."""
        from django.db import connection, transaction

        from articles.models import content_version

        is_open, waits = threading.Event(), []

        def stay_open() -> None:
            with transaction.atomic():
                content_version.renew()
                is_open.set()
                time.sleep(OPEN)
            connection.close()

        readers = self._readers()
        blocker = threading.Thread(target=stay_open)
        blocker.start()
        is_open.wait()
        for subject in [one for one in self.changes.subjects if one.is_quick]:
            began = time.monotonic()
            subject.change(self.nodes)
            waits.append(time.monotonic() - began)
        blocker.join()
        time.sleep(SETTLE)
        self.figures["longest publication beside a transaction that stays open"] = f"{max(waits):.2f} s"
        return self._report(f"beside a transaction of {OPEN:.0f} s", judge(readers.stop(), self._commits()))

    def beside_odd_requests(self) -> bool:
        """While nothing changes, so that every difference is theirs."""
        found = [fault for port in self.nodes.ports for fault in raw_requests.wrong(port)]
        print("\nodd requests")
        for fault in found:
            print(f"          WRONG: {fault}")
        return bool(found)

    def _readers(self) -> Readers:
        return Readers(self.nodes.ports, self.nodes.site_url)

    def _commits(self) -> dict[str, list[float]]:
        return {subject.letter: subject.commits for subject in self.changes.subjects}

    def _burst(self, seconds: float) -> int:
        """Each subject by itself, as fast as it goes; returns how many changes there were."""
        from django.db import connection

        deadline, before = time.monotonic() + seconds, sum(map(len, self._commits().values()))

        def publish(subject: "Subject") -> None:
            while time.monotonic() < deadline:
                subject.change(self.nodes)
            connection.close()

        quick = [subject for subject in self.changes.subjects if subject.is_quick]
        with ThreadPoolExecutor(len(quick)) as publishers:
            for published in [publishers.submit(publish, subject) for subject in quick]:
                published.result()
        return sum(map(len, self._commits().values())) - before

    def _change_and_look(self, subject: "Subject") -> None:
        """Who published sees it on the very next request, on either node."""
        number = subject.change(self.nodes)
        nodes = list(range(len(self.nodes.ports)))
        random.shuffle(nodes)
        for node in nodes:
            status, headers, text = self.editor.get(node, PAGES[subject.page].path)
            found = shown(subject.page, status, headers.get("location", ""), text)
            self.looked += 1
            if found.get(subject.letter) != {number}:
                self.unseen.append(f"{subject.page}: {found.get(subject.letter)} for {number}")

    def _until_well(self) -> None:
        """Until each node has answered from the database again."""
        for node in range(len(self.nodes.ports)):
            while self.editor.get(node, "/healthz")[0] != 200:
                time.sleep(0.05)

    def _report(self, name: str, verdict: Verdict) -> bool:
        """Prints what was seen, and returns whether anything of it was wrong."""
        print(f"\n{name}")
        for status, number in sorted(verdict.answers.items()):
            print(f"{number:>8}  answers of {status}" if status else f"{number:>8}  lines broken")
        ages = sorted(verdict.ages)
        print(f"{len(ages):>8}  not the newest; the oldest for {ages[-1] if ages else 0:.2f} s")
        if verdict.late:
            print(
                f"{len(verdict.late):>8}  of these older than a second, since they took long to come; at most {max(verdict.late):.2f} s"
            )
        for fault, number in verdict.excused.most_common():
            print(f"{number:>8}  {fault}, while that could not be helped")
        for fault, number in verdict.faults.most_common():
            print(f"{number:>8}  WRONG: {fault}")
        for example in verdict.examples[:10]:
            print(f"          {example}")
        for figure, value in self.figures.items():
            print(f"{value:>8}  {figure}")
        if self.looked:
            print(f"{self.looked:>8}  looks of the editor who published; too old: {len(self.unseen)} {self.unseen[:5]}")
        self.figures.clear()
        sys.stdout.flush()
        return bool(verdict.faults)


if __name__ == "__main__":
    sys.exit(main())
