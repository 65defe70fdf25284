"""The words of links: whether they tell a reader where the link leads."""

import re
from collections.abc import Iterator

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.addresses import Placed, Target, placed_links
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.hosts import site_of
from articles.gate.prose.words import WORD, cut, folded

LONGEST = 120
BARE = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
# Words that tell no page from another. A link of nothing else needs one that points, or is a bare name for any page.
POINTING = frozenset(
    WORD.findall(
        "click tap press follow visit view see read reading check discover explore learn continue find here there "
        "more this that these those it them below above following further full details info download continued next watch listen "
        "whole entire rest one try start begin look apply launch access go hop jump head enter open browse scan grab get take yes no ok okay online"
    )
)
PAGES = frozenset(
    WORD.findall(
        "page pages link links article articles post posts site website webpage information source sources url detail pdf file files "
        "document documents web doc docs video clip podcast attachment item entry ref reference footnote note address homepage resource"
    )
)
JOINED = frozenset(
    WORD.findall(
        "a an the out on over right now to for get go keep open show ones how all story guide blog about have has up off at in "
        "of as and or please just simply then first yourself thing things piece stuff bit lot some any other others another "
        "ready started by with explained described listed shown your our their his her its my is are was same new top bottom "
        "straight away today free also too complete original latest copy version me us you we i here's that's back previous last"
    )
)
MARKS = re.compile(r"[^\w#]*(?:\d{1,3}[\W_]*)?")
A_NOUN = re.compile(r"\b(?:this|that|the|an?) (?:view|visit|read|check|find|press|tap|get|open|show)\b")
SMALL = re.compile(r"the|an?|of|and|for|in|on|at|by|to", re.IGNORECASE)  # within a name
WITHIN_PAGE = re.compile(r"\b(?:above|below)\b")
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
    """Once for the guide, at the first, with the number of all."""
    untelling = [placed for placed in placed_links(guide, site.hosts) if _is_untelling(placed)]
    for placed in untelling[:1]:
        what = f"The link “{placed.link.words}” does not say where it leads.{_counted(untelling)}"
        yield UNTELLING.found(placed.place, what, excerpt=placed.link.words)


def _counted(links: list[Placed]) -> str:
    return f" This guide has {len(links)} such links." if len(links) > 1 else ""


def _is_untelling(placed: Placed) -> bool:
    """A number to dial, or “see below” for a place on the page, tells enough."""
    words, is_near = placed.link.words, placed.target is Target.SAME_PAGE
    if not words or placed.parts.scheme == "tel" or (is_near and WITHIN_PAGE.search(words)):
        return False
    return _is_vague(words)


def _is_vague(words: str) -> bool:
    """Whether the words would do for any link: none at all, “here”, “read the full article”, “[1]”."""
    bare = folded(words)
    said = set(bare.split()) if words != "IT" else set()  # a department
    of_any_page = said <= PAGES | {"the", "a", "an", "their", "its", "his", "her"} and bool(said & PAGES)
    return (
        bool(MARKS.fullmatch(words))
        or of_any_page
        or (bool(said & POINTING) and said <= POINTING | PAGES | JOINED and not A_NOUN.search(bare))
    )


def link_shown_as_address(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Once for the guide, at the first, with the number of all."""
    naked = [placed for placed in placed_links(guide, site.hosts) if BARE.fullmatch(placed.link.words)]
    for placed in naked[:1]:
        what = f"The link shows its address, “{cut(placed.link.words)}”, to the reader.{_counted(naked)}"
        yield NAKED.found(placed.place, what, excerpt=cut(placed.link.words))


def link_words_ambiguous(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    first: dict[str, Placed] = {}
    told: set[str] = set()
    for placed in placed_links(guide, site.hosts):
        words = folded(placed.link.words)
        before = first.setdefault(words, placed)
        is_other = before.destination != placed.destination and not _names_site(words, before, placed)
        if is_other and words and words not in told and not _is_vague(words) and not _is_name(placed.link.words):
            told.add(words)
            what = f"“{cut(placed.link.words)}” leads to {cut(placed.link.address)} here and to {cut(before.link.address)} earlier."
            yield AMBIGUOUS.found(placed.place, what, excerpt=cut(placed.link.words))


def _is_name(words: str) -> bool:
    """Whether the words are somebody’s name, who may well have a page in more than one place."""
    telling = [word for word in WORD.findall(words) if not SMALL.fullmatch(word)]
    return bool(telling) and all(word[0].isupper() for word in telling)


def _names_site(words: str, *links: Placed) -> bool:
    """Whether the words are the name of the site that both lead to, as “in Basecamp” may be of many of its pages."""
    names = {site_of(placed.host).partition(".")[0] for placed in links}
    return all(name and name in words.replace(" ", "") for name in names)


def link_long(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for placed in placed_links(guide, site.hosts):
        if (length := len(placed.link.words)) > LONGEST and not BARE.fullmatch(placed.link.words):
            yield LONG.found(placed.place, f"This link is {length} characters long.", excerpt=cut(placed.link.words))


CHECKS = (link_without_words, link_untelling, link_shown_as_address, link_words_ambiguous, link_long)
