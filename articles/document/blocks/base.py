"""What every value of a document is: a text that cleans itself, and a block, which is one piece of a guide."""

from dataclasses import dataclass, fields
from typing import ClassVar

import nh3

from articles.document import richtext


@dataclass(frozen=True, kw_only=True, slots=True)
class Value:
    """Cleans its text when it is made: rich text in the fields that `rich` names, one plain line in all others.

    Of several lines those that say nothing are left out.
    """

    rich: ClassVar[tuple[str, ...]] = ()
    cleaner: ClassVar[nh3.Cleaner] = richtext.SIMPLE

    def __post_init__(self) -> None:
        for name in (entry.name for entry in fields(self)):
            content = getattr(self, name)
            if isinstance(content, str):
                clean = richtext.sanitise(content, self.cleaner) if name in self.rich else richtext.one_line(content)
                object.__setattr__(self, name, clean)
            elif isinstance(content, tuple):
                object.__setattr__(self, name, tuple(item for item in map(_clean, content) if item))


def _clean(item: object) -> object:
    return richtext.one_line(item) if isinstance(item, str) else item


@dataclass(frozen=True, kw_only=True, slots=True)
class Line(Value):
    """One of several lines of a block, made of texts; one without any says nothing."""

    def __bool__(self) -> bool:
        return any(self.cells)

    @property
    def cells(self) -> tuple[str, ...]:
        """All that it is made of, in order; nothing after the last that says something."""
        contents = (getattr(self, entry.name) for entry in fields(self))
        cells = [text for content in contents for text in ((content,) if isinstance(content, str) else content)]
        while cells and not cells[-1]:
            cells.pop()
        return tuple(cells)

    @property
    def texts(self) -> tuple[str, ...]:
        """Those of them that are words."""
        return self.cells


@dataclass(frozen=True, kw_only=True, slots=True)
class Block(Value):
    """One typed piece of a guide's body.

    `kind` names it in stored documents and names its template, `verbose_name` is what editors call it. `prose` names
    the texts that a reader reads, in order; of these, search counts `points` like headings and leaves `unsearched` out.
    `needs` names the fields without which the block is empty, `links` those of `prose` that lead to an address in
    another field.
    """

    kind: ClassVar[str]
    verbose_name: ClassVar[str]
    prose: ClassVar[tuple[str, ...]] = ()
    points: ClassVar[tuple[str, ...]] = ()
    unsearched: ClassVar[tuple[str, ...]] = ()
    needs: ClassVar[tuple[str, ...]] = ()
    links: ClassVar[tuple[tuple[str, str], ...]] = ()

    def is_shown(self) -> bool:
        """Whether there is anything for a reader; a block that an editor left empty is skipped everywhere."""
        return all(getattr(self, name) for name in self.needs)

    def texts(self, name: str) -> tuple[str, ...]:
        """What the field says: one text, or those of each of its items."""
        content = getattr(self, name)
        if not isinstance(content, tuple):
            return (content,)
        return tuple(text for item in content for text in ((item,) if isinstance(item, str) else item.texts))
