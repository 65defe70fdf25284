"""Addresses with a slip of the fingers in them, and those that stand in for one that was to come."""

import re
from collections.abc import Iterator

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.addresses import Placed, Target, placed_links
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.hosts import is_mistyped, is_placeholder
from articles.gate.prose.patterns import filtered
from articles.gate.prose.words import cut

# What was copied with an address: the mark after it, or the next address.
COPIED_ALONG = filtered(r"(?<=[^.])(?:[,;:”’>]|(?<=[a-z]{3})\.|\.{2,})$|(?:\s|%20)(?:https?:|www\.)|//https?(?::|//)")
# “#https://…”: the form’s prefix for a place on this page, with an address after it.
WEB = re.compile(r"https?:|www\.", re.IGNORECASE)

MISTYPED = Rule(
    check="link-mistyped",
    level=Level.BLOCKS,
    why="No page can have this address, so readers who follow the link meet an error.",
    advice="Open the page in your browser and copy its address from there.",
)
STANDS_IN = Rule(
    check="link-placeholder",
    level=Level.BLOCKS,
    why="The address stands in for one that was to come, so the link leads to nothing of use.",
    advice="Put in the real address, or remove the link and keep the words.",
)


def link_mistyped(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for placed in placed_links(guide, site.hosts):
        is_marked = placed.target is Target.SAME_PAGE and WEB.match(placed.parts.fragment)
        if is_marked or (placed.target is Target.ELSEWHERE and _is_slip(placed)):
            what = f"The address “{cut(placed.link.address)}” seems to be mistyped."
            yield MISTYPED.found(placed.place, what, excerpt=cut(placed.link.words))


def link_placeholder(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for placed in _elsewhere(guide, site):
        if is_placeholder(placed.host) and not _is_slip(placed):
            what = f"The link “{cut(placed.link.words)}” leads to “{cut(placed.host)}”, which is nobody’s site."
            yield STANDS_IN.found(placed.place, what, excerpt=cut(placed.link.words))


def _elsewhere(guide: DocumentText, site: SiteContext) -> Iterator[Placed]:
    return (placed for placed in placed_links(guide, site.hosts) if placed.target is Target.ELSEWHERE)


def _is_slip(placed: Placed) -> bool:
    address = placed.link.address.strip().partition("#")[0]
    return (
        "@" in placed.parts.netloc
        or not _has_sound_port(placed)
        or is_mistyped(placed.host)
        or COPIED_ALONG.search(address) is not None
        or (address.endswith(")") and "(" not in address)
    )


def _has_sound_port(placed: Placed) -> bool:
    try:
        return placed.parts.port != 0
    except ValueError:  # not a number, or one too high
        return False


CHECKS = (link_mistyped, link_placeholder)
