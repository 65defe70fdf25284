"""What a check finds: where, what, why it matters and how to fix it."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from articles.document import Document

type Fix = Callable[[Document], Document]


class Level(StrEnum):
    """Whether a finding stops the guide from being published."""

    BLOCKS = "blocks"
    WARNS = "warns"


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """A text of the guide: `block` is its block's position in the document, None for the fields around the blocks.

    `field` is the name that the document gives the text: `title`, `html`, `question` and so on; `hero.alt` and the like
    for the picture at the top.
    """

    block: int | None = None
    field: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One thing that a check found. `what`, `why` and `advice` are whole sentences for the editor.

    `excerpt` is the wording it is about, as the reader sees it. `fix` is its repair, where a repair can be exact.
    """

    check: str
    level: Level
    place: Place
    what: str
    why: str
    advice: str
    excerpt: str = ""
    fix: Fix | None = field(default=None, compare=False, repr=False)

    @property
    def blocks(self) -> bool:
        return self.level is Level.BLOCKS

    @property
    def key(self) -> str:
        """The same for the same finding on the same words, wherever its block has moved."""
        told = "\0".join((self.check, self.place.field, self.what, self.excerpt))
        return hashlib.sha256(told.encode()).hexdigest()[:16]


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """What all findings of one check share."""

    check: str
    level: Level
    why: str
    advice: str

    def found(self, place: Place, what: str, *, excerpt: str = "", advice: str = "", fix: Fix | None = None) -> Finding:
        """A finding of this rule; `advice` where it depends on what was found, `fix` where it can be repaired exactly."""
        return Finding(
            check=self.check,
            level=self.level,
            place=place,
            what=what,
            why=self.why,
            advice=advice or self.advice,
            excerpt=excerpt,
            fix=fix,
        )
