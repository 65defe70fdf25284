"""References: links that say which page of the site they mean, not at which address it is today.

`ref:guide:12#what-it-pays` means a heading of the guide with that number, wherever the guide has moved since. Rich text
is stored with references; whoever shows it to a reader puts addresses in their place (`articles/references/`), and
leaves the words alone where there is no page to lead to.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from html import escape
from typing import Any

SCHEME = "ref:"
SHAPE = re.compile(
    r"ref:(?:(?P<kind>guide|topic|person|role):(?P<number>[1-9]\d{0,8})|page:(?P<name>[a-z][a-z0-9-]{0,49}))"
    r"(?:#(?P<place>[a-z][a-z0-9_-]{0,99}))?"
)
# Links of sanitised rich text do not stand inside one another, and have no other attribute.
LINK = re.compile(r'<a href="(ref:[^"]*)">(.*?)</a>', re.DOTALL)
ALIKE = 0.8


class Kind(StrEnum):
    """What a reference can mean. A page is one whose address the code fixes, and is meant by its name."""

    GUIDE = "guide"
    TOPIC = "topic"
    PERSON = "person"
    ROLE = "role"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Reference:
    """A page of the site, by the primary key of what it shows or by its name, and perhaps a heading of it."""

    kind: Kind
    key: Any  # a number, or the name of a page
    place: str = ""

    def __str__(self) -> str:
        return f"{SCHEME}{self.kind}:{self.key}{f'#{self.place}' if self.place else ''}"

    @property
    def slug(self) -> str:
        """The page that it means, for an index."""
        return f"{self.kind}-{self.key}"


def read(address: str) -> Reference | None:
    """The reference that the address of a link is; None where it is none."""
    found = SHAPE.fullmatch(address)
    if found is None:
        return None
    key = int(found["number"]) if found["kind"] else found["name"]
    return Reference(Kind(found["kind"] or Kind.PAGE), key, found["place"] or "")


def in_html(html: str) -> Iterator[str]:
    """The references of sanitised HTML, as often as they stand in it."""
    return (match[1] for match in LINK.finditer(html)) if SCHEME in html else iter(())


def links_in(html: str) -> Iterator[tuple[str, str]]:
    """Each link by reference of sanitised HTML: the reference, and the HTML of its words."""
    return ((match[1], match[2]) for match in LINK.finditer(html))


def addressed(html: str, addresses: Mapping[str, str]) -> str:
    """Sanitised HTML with addresses for its references; a link whose reference has none is left out, not its words."""
    if SCHEME not in html:
        return html
    return LINK.sub(lambda link: _link(addresses.get(link[1], ""), link[2]), html)


def _link(address: str, html: str) -> str:
    return f'<a href="{escape(address)}">{html}</a>' if address else html


def nearest(place: str, places: Iterable[str]) -> str:
    """The heading that is meant: the one of this name, or the one whose words differ least from it; empty if it is gone.

    Where two are as near, neither is meant.
    """
    known = tuple(places)
    if place in known:
        return place
    ranked = sorted(((_likeness(place, other), other) for other in known), reverse=True)[:2]
    if not ranked or ranked[0][0] < ALIKE or (len(ranked) == 2 and ranked[0][0] == ranked[1][0]):
        return ""
    return ranked[0][1]


def _likeness(one: str, other: str) -> float:
    """How alike two anchors are, by their signs, or by their words where one has all of the other's, at least two."""
    words, others = set(one.split("-")), set(other.split("-"))
    fewer, more = sorted((words, others), key=len)
    if len(fewer) >= 2 and fewer <= more:
        return ALIKE + (1 - ALIKE) * len(fewer) / len(more)
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0
