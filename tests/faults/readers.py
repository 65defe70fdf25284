"""Readers of guides, who go on reading whatever is killed."""

import re
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field

from tests.faults.door import LINE_BROKEN, Door
from tests.faults.proxy import Proxy

READERS = 3
PAUSE = 0.05
LISTS = ("/", "/guides/")
GUIDE = re.compile(r'href="(/guides/[a-z0-9-]+/)"')


@dataclass
class Readers:
    """They read the guides that the list names from `start` until `stop`; without a proxy, lines break as nodes are killed."""

    door: Door
    proxy: Proxy | None
    paths: list[str] = field(default_factory=list)
    answers: Counter[int] = field(default_factory=Counter)
    excused: int = 0
    slowest: float = 0.0
    _done: threading.Event = field(default_factory=threading.Event)
    _threads: list[threading.Thread] = field(default_factory=list)

    def start(self) -> None:
        """Each page once, so that the proxy keeps it; then over and over."""
        guides = sorted(set(GUIDE.findall(self.door.ask("/guides/")[2])))
        self.paths = [*LISTS, *guides]
        for path in self.paths:
            self._read(path)
        self._done.clear()
        self._threads = [threading.Thread(target=self._go_on, args=(number,)) for number in range(READERS)]
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        self._done.set()
        for thread in self._threads:
            thread.join()

    @property
    def errors(self) -> int:
        """Answers that were no page, and lines that broke while there was a proxy."""
        return sum(number for status, number in self.answers.items() if status != 200)

    def _go_on(self, number: int) -> None:
        while not self._done.wait(PAUSE):
            number += 1
            self._read(self.paths[number % len(self.paths)])

    def _read(self, path: str) -> None:
        asked = time.monotonic()
        try:
            status = self.door.ask(path)[0]
        except LINE_BROKEN:
            status = 0
        now = time.monotonic()
        if status == 0 and (self.proxy is None or self.proxy.was_away(asked, now)):
            self.excused += 1
            return
        self.answers[status] += 1
        if status != 200:
            sys.stdout.write(f"          {status or 'a broken line'} for a reader of {path}\n")
        else:
            self.slowest = max(self.slowest, now - asked)
