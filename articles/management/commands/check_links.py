import json
import sys
from collections import Counter
from functools import partial
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from articles.gate import external_links
from articles.gate.external_links import Checked, Outcome
from articles.lib import http_client

AGENT = f"Mozilla/5.0 (compatible; link check of {settings.SITE_URL})"


class Command(BaseCommand):
    help = (
        "Asks other sites whether the pages that live guides link to are still there; exits with 1 when one is not. "
        "Run it about once a week, at night."
    )

    resolve = staticmethod(http_client.public_addresses)
    pause = external_links.PAUSE_SECONDS

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--format", dest="shape", choices=["text", "json"], default="text")

    def handle(self, *args: Any, shape: str, **options: Any) -> None:
        links = external_links.external_links(frozenset({settings.SITE.netloc, settings.SITE.hostname or ""}))
        ask = partial(http_client.ask, agent=AGENT, resolve=self.resolve)
        checked = sorted(external_links.check(links, ask, self.pause), key=in_order)
        counts = Counter(link.outcome for link in checked)
        if shape == "json":
            self.stdout.write(as_json(checked, links, counts))
        else:
            self.stdout.write(as_text(checked, links, counts))
        if counts[Outcome.BROKEN]:
            sys.exit(1)


def in_order(link: Checked) -> tuple[int, str]:
    """What is broken first."""
    return -list(Outcome).index(link.outcome), link.address


def as_text(checked: list[Checked], links: dict[str, list[str]], counts: Counter[Outcome]) -> str:
    """A line for each link that is not fine, with the guides that hold it, and the sum of all."""
    lines = [
        f"{link.outcome}: {link.address}\n  {link.detail}\n  in {', '.join(links[link.address])}"
        for link in checked
        if link.outcome is not Outcome.FINE
    ]
    sums = ", ".join(f"{counts[outcome]:,} {outcome}" for outcome in reversed(Outcome))
    return "\n".join([*lines, f"{len(checked):,} links: {sums}."])


def as_json(checked: list[Checked], links: dict[str, list[str]], counts: Counter[Outcome]) -> str:
    """One document; docs/gate.md tells its shape."""
    entries = [
        {"address": link.address, "outcome": link.outcome, "detail": link.detail, "guides": links[link.address]}
        for link in checked
    ]
    return json.dumps(
        {"links": entries, "totals": {outcome: counts[outcome] for outcome in Outcome}}, ensure_ascii=False
    )
