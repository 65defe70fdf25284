"""The words of links: whether they tell a reader where the link leads."""

import re
from collections.abc import Iterator

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.addresses import Placed, placed_links
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.words import cut, folded

LONGEST = 120
BARE = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
VAGUE = frozenset(
    {
        "click",
        "click here",
        "click this link",
        "find out more",
        "find out more here",
        "here",
        "learn more",
        "learn more here",
        "link",
        "more",
        "more here",
        "read more",
        "read more here",
        "see here",
        "this",
        "this link",
        "this page",
    }
)
WHY_LISTED = "Many people let their screen reader list the links of a page, where each has only its own words."

WORDLESS = Rule(
    check="link-without-words",
    level=Level.WARNS,
    why="Nobody sees this link, but screen readers stop at it and read out its address.",
    advice="Write the words of the link, or remove it.",
)
UNTELLING = Rule(
    check="link-untelling",
    level=Level.WARNS,
    why=WHY_LISTED,
    advice="Link the words that name what the reader will find.",
)
NAKED = Rule(
    check="link-shown-as-address",
    level=Level.WARNS,
    why="A screen reader spells the address out, and it breaks badly on a narrow screen.",
    advice="Link the name of the page instead.",
)
AMBIGUOUS = Rule(
    check="link-words-ambiguous",
    level=Level.WARNS,
    why=WHY_LISTED + " Two links with the same words should lead to the same place.",
    advice="Make each link say where it alone leads.",
)
LONG = Rule(
    check="link-long",
    level=Level.WARNS,
    why="A long link is hard to read on the screen and tedious to listen to.",
    advice="Link only the few words that name what the reader will find.",
)


def link_without_words(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for placed in placed_links(guide, site.hosts):
        if not placed.link.words:
            yield WORDLESS.found(placed.place, f"A link to “{cut(placed.link.address)}” has no words.")


def link_untelling(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for placed in placed_links(guide, site.hosts):
        if folded(placed.link.words) in VAGUE:
            what = f"The link “{placed.link.words}” does not say where it leads."
            yield UNTELLING.found(placed.place, what, excerpt=placed.link.words)


def link_shown_as_address(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for placed in placed_links(guide, site.hosts):
        if BARE.fullmatch(placed.link.words):
            what = f"The link shows its address, “{cut(placed.link.words)}”, to the reader."
            yield NAKED.found(placed.place, what, excerpt=cut(placed.link.words))


def link_words_ambiguous(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    first: dict[str, Placed] = {}
    told: set[str] = set()
    for placed in placed_links(guide, site.hosts):
        words = folded(placed.link.words)
        before = first.setdefault(words, placed)
        if before.destination != placed.destination and words not in VAGUE | told | {""}:
            told.add(words)
            what = f"“{cut(placed.link.words)}” leads to {cut(placed.link.address)} here and to {cut(before.link.address)} earlier."
            yield AMBIGUOUS.found(placed.place, what, excerpt=cut(placed.link.words))


def link_long(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for placed in placed_links(guide, site.hosts):
        if (length := len(placed.link.words)) > LONGEST:
            yield LONG.found(placed.place, f"This link is {length} characters long.", excerpt=cut(placed.link.words))


CHECKS = (link_without_words, link_untelling, link_shown_as_address, link_words_ambiguous, link_long)
