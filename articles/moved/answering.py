"""What an old address answers: where it leads now, that there is nothing any more, or nothing at all."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode, urlsplit

from django.urls import Resolver404, resolve

from articles.lib.cacheable import terms_of
from articles.lib.urls import path_to
from articles.models import OldAddress
from articles.models.moved.old_address import GONE, LONGEST
from articles.moved import addresses, faces, families, pages, targets
from articles.moved.addresses import Pairs
from articles.moved.faces import Asked
from articles.references.targets import State
from articles.references.targets import targets as meant_by

LONGEST_CARRIED = 500
MOST_STEPS = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """Where it leads; empty when the page is gone for good. `row` is the row of the table that says so, if one does."""

    location: str = ""
    is_for_good: bool = True
    row: OldAddress | None = None


def find(path: str, query: str = "") -> Answer | None:
    """The answer to a request for the path, percent-decoded once or not, that no page of the site has; None for none.

    Costs one query to find a row, and two to find what it leads to or, without a row, what a rule answers.
    """
    if len(path) > LONGEST:
        return None
    pairs = addresses.pairs_of(query)
    asked = faces.read(addresses.path_of(path), pairs)
    if addresses.CONTROLS.search(asked.path):
        return None
    row = _row(faces.addresses_of(asked, pairs))
    found = _of_row(row, asked) if row else _of_family(asked, pairs)
    if found is None or not targets.is_path(found.location):
        return found
    return replace(found, location=_carrying(found.location, query, row))


def is_page(path: str) -> bool:
    """Whether a page of the site is at this path, but for a slash at its end: then nothing else answers."""
    return len(path) <= LONGEST and bool(pages.at([addresses.path_of(path)]))


def _of_row(row: OldAddress, asked: Asked) -> Answer:
    """What this row answers today; to who asks for the feed of its page, the feed of what it leads to."""
    target = _followed(row)
    path, query = addresses.split(row.address)
    if asked.is_feed and not faces.read(path, addresses.pairs_of(query)).is_feed:
        target = families.feed_of(target)
    return replace(_of_target(target), row=row)


def _of_target(target: str) -> Answer:
    """What leads there, today. A guide that is not published yet is waited for at the list of guides."""
    if not targets.is_reference(target):
        return Answer(location=target)
    page = meant_by([target])[target]
    if page.state is State.UNPUBLISHED:
        return Answer(location=path_to("articles:index"), is_for_good=False)
    return Answer(location=page.address)


def _of_family(asked: Asked, pairs: Pairs) -> Answer | None:
    rule = families.rule_for(asked, pairs)
    return _of_target(rule.target) if rule else None


def _row(wanted: Iterable[str]) -> OldAddress | None:
    """The row of the first of these addresses that has one."""
    keys = list(dict.fromkeys(map(addresses.key, wanted)))
    found = {row.key: row for row in OldAddress.objects.filter(key__in=keys)}
    return next((found[key] for key in keys if key in found), None)


def _followed(row: OldAddress) -> str:
    """Its target; where that was a page and is an old address by now, what this leads to."""
    target = row.target
    for _ in range(MOST_STEPS):
        if not targets.is_path(target) or _is_page(target) or (following := _row([target.partition("#")[0]])) is None:
            return target
        target = following.target
    return GONE  # nobody could store that, but rows can be written past our forms


def _is_page(target: str) -> bool:
    address = addresses.normal_or_none(target)
    return address is None or pages.may_be_at(address) or bool(pages.at([address]))


def _carrying(location: str, query: str, row: OldAddress | None) -> str:
    """The address of a page of ours with the parameters that nobody read so far, such as those that say where a visitor
    came from. What the page itself reads is not the old address's to say."""
    parts = urlsplit(location)
    own = {name for name, _ in addresses.every_pair(parts.query)} | _read_by(parts.path)
    used = {name for name, _ in addresses.every_pair(addresses.split(row.address)[1])} if row else set()
    kept = [
        pair
        for pair in addresses.every_pair(query if len(query) <= LONGEST_CARRIED else "")
        if pair[0] not in own | used | pages.ON_FRONT.keys() and not addresses.WORDPRESS.fullmatch(pair[0])
    ]
    carried = "&".join(part for part in (parts.query, urlencode(kept)) if part)
    return parts._replace(query=carried).geturl()


def _read_by(path: str) -> frozenset[str]:
    """The parameters that the page at the path depends on."""
    try:
        terms = terms_of(resolve(path).func)
    except Resolver404:
        return frozenset()
    return terms.parameters if terms else frozenset()
