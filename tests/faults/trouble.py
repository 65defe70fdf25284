"""What is done to the site while visitors submit."""

import random
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import cycle

from tests.enquiries.imap_server import ImapServer
from tests.faults import correspondents, crm
from tests.faults.crm import CRM
from tests.faults.mail import BAD_MOODS, Inbox
from tests.faults.proxy import Proxy
from tests.faults.site import Site
from tests.faults.visitors import Statistics


@dataclass
class Trouble:
    """Kills `kills` times, spread over the thank-yous for `enquiries`; `done` counts what it did.

    By thank-yous and not by the clock, so that a slow machine gets as far as a fast one.
    """

    site: Site
    inbox: Inbox
    mailbox: ImapServer
    crms: tuple[CRM, ...]
    proxy: Proxy | None
    statistics: Statistics
    enquiries: int
    kills: int
    done: Counter[str] = field(default_factory=Counter)
    dice: random.Random = field(default_factory=lambda: random.Random(1))  # noqa: S311 - for variety, not secrecy

    def make(self, is_over: threading.Event) -> None:
        """Returns when everything was killed, or when it is over."""
        kill, moods = self._ways(), cycle(mood for bad in BAD_MOODS for mood in ("kind", bad))
        crms, crm_moods = cycle(self.crms), cycle(crm.BAD_MOODS)
        mailbox_moods, unsaid = cycle(("kind", *correspondents.BAD_MOODS)), cycle(("", *correspondents.UNSAID))
        for number in range(self.kills):
            due = (number + 1) * self.enquiries // (self.kills + 1)
            while len(self.statistics.thanked) < due and not is_over.wait(0.05):
                pass
            is_over.wait(self.dice.uniform(0, 0.3))  # not always right after an answer
            name, way = next(kill)
            way()
            self.done[name] += 1
            self.inbox.behave(next(moods))
            self.done["moods of the mail server"] += 1
            self.mailbox.mood, self.mailbox.drops_after = next(mailbox_moods), next(unsaid)
            self.done["moods of the mailbox"] += 1
            for receiver in self.crms:
                receiver.behave("kind")
            next(crms).behave(next(crm_moods))
            self.done["moods of the CRMs"] += 1

    def _ways(self) -> Iterator[tuple[str, Callable[[], object]]]:
        nodes = cycle(range(len(self.site.ports)))
        ways: list[tuple[str, Callable[[], object]]] = [
            ("kills of a web server", lambda: self.site.kill_node(next(nodes))),
            ("kills of a worker", self.site.kill_worker),
            ("kills of the database", lambda: self.site.kill_postgres(away=self.dice.uniform(0, 1.5))),
        ]
        if self.proxy:
            ways.append(("kills of the proxy", self.proxy.kill))
        return cycle(ways)

    @property
    def killed(self) -> int:
        return sum(number for name, number in self.done.items() if name.startswith("kills"))
