"""Where addresses lead that have no page: those of an earlier site, those that guides had, those with parameters."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import NamedTuple

from django.urls import reverse
from django.utils.encoding import iri_to_uri

from agency.moving_out.static_copy import addresses
from agency.moving_out.static_copy.copying import Copy
from articles.models import OldAddress, Revision
from articles.moved import answering, pages
from articles.public.addresses import last_number_at


class Move(NamedTuple):
    """An old address, percent-decoded but for its parameters, and what answers there: 301 or 302 with a location, or 410."""

    address: str
    status: int
    location: str


def every(copy: Copy) -> list[Move]:
    """All of them, in one order; the first of an address counts."""
    found: dict[str, Move] = {}
    for move in (*_of_copy(copy), *_of_guides(), *_of_earlier_site()):
        found.setdefault(_key(move.address), move)
    return sorted(found.values())


def _key(address: str) -> str:
    """What web servers take for the same address."""
    path, query = addresses.split(address)
    return f"{path.rstrip('/')}?{query}".casefold()


def _of_copy(copy: Copy) -> Iterator[Move]:
    for address, location in copy.led_on.items():
        yield _move(address, location)
    for address in copy.found.keys() - copy.led_on.keys():
        if (place := addresses.place(address)) != address:
            yield _move(address, place)


def _of_guides() -> Iterator[Move]:
    """What guides were called before, and withdrawn ones; each as a page and as Markdown."""
    live = dict(Revision.objects.published().order_by().values_list("article", "slug"))
    lived = Revision.objects.exclude(went_live_at=None).exclude(slug__in=live.values())
    for slug in lived.order_by("slug").values_list("slug", flat=True).distinct():
        now = live.get(last_number_at(slug) or 0)
        for name in ("articles:guide", "articles:markdown"):
            yield _move(reverse(name, args=[slug]), reverse(name, args=[now]) if now else "")


def _of_earlier_site() -> Iterator[Move]:
    for row in OldAddress.objects.order_by("key").iterator():
        answer = answering.find(*addresses.split(row.address))
        if answer and not pages.at([row.address]):
            yield _move(row.address, answer.location, is_for_good=answer.is_for_good)


def _move(address: str, location: str, *, is_for_good: bool = True) -> Move:
    if not location:
        return Move(address, HTTPStatus.GONE, "")
    location = iri_to_uri(location)
    target = addresses.own(location, "/")
    status = HTTPStatus.MOVED_PERMANENTLY if is_for_good else HTTPStatus.FOUND
    return Move(address, status, addresses.moved(location, target) if target else location)
