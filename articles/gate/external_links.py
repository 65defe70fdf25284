"""Whether the pages of other sites that live guides link to are still there."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus
from time import sleep
from urllib.parse import urlsplit

from articles.gate.prose.addresses import external
from articles.gate.prose.document_text import DocumentText
from articles.lib.http_client import Answer, Unreachable
from articles.models import Revision

HOSTS_AT_A_TIME = 8
PAUSE_SECONDS = 1.0
# What sites say to programs and not to people: sign in, you are no browser, you ask too much.
UNSURE = {
    HTTPStatus.UNAUTHORIZED,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.METHOD_NOT_ALLOWED,
    HTTPStatus.NOT_ACCEPTABLE,
    HTTPStatus.TOO_MANY_REQUESTS,
    999,
}

# From an address to what its site answers; raises `Unreachable`.
type Ask = Callable[[str], Answer]


class Outcome(StrEnum):
    FINE = "fine"
    MOVED = "moved"
    UNSURE = "unsure"
    BROKEN = "broken"


@dataclass(frozen=True, kw_only=True)
class Checked:
    """What became of an address; `detail` is the new address of what moved, or the reason, in a few words."""

    address: str
    outcome: Outcome
    detail: str = ""


def external_links(hosts: frozenset[str]) -> dict[str, list[str]]:
    """Each address of another site that a live guide links to, without the place in its page, with the guides' slugs."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for revision in Revision.objects.published().order_by("slug").iterator(chunk_size=50):
        for placed in external(DocumentText(revision.document()), hosts):
            found[placed.parts._replace(scheme=placed.parts.scheme or "https", fragment="").geturl()][revision.slug] = (
                None
            )
    return {address: list(slugs) for address, slugs in found.items()}


def check(addresses: Iterable[str], ask: Ask, pause: float = PAUSE_SECONDS) -> Iterator[Checked]:
    """Several hosts at a time, and each host's pages one after the other with a pause, as they are done."""
    by_host: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        by_host[urlsplit(address).hostname or ""].append(address)
    with ThreadPoolExecutor(HOSTS_AT_A_TIME) as pool:
        for done in as_completed([pool.submit(_host, group, ask, pause) for group in by_host.values()]):
            yield from done.result()


def _host(addresses: list[str], ask: Ask, pause: float) -> list[Checked]:
    found = []
    for number, address in enumerate(addresses):
        if number:
            sleep(pause)
        found.append(_one(address, ask))
    return found


def _one(address: str, ask: Ask) -> Checked:
    try:
        answer = ask(address)
    except Unreachable as reason:
        return Checked(address=address, outcome=Outcome.BROKEN, detail=str(reason))
    if answer.status in UNSURE:
        detail = f"it answers programs with {answer.status}; look at it in a browser"
        return Checked(address=address, outcome=Outcome.UNSURE, detail=detail)
    if answer.status >= HTTPStatus.BAD_REQUEST:
        return Checked(address=address, outcome=Outcome.BROKEN, detail=f"it answers with {answer.status}")
    if answer.moved_for_good:
        return Checked(address=address, outcome=Outcome.MOVED, detail=answer.address)
    return Checked(address=address, outcome=Outcome.FINE)
