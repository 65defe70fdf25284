"""What every value of a document is: a text that cleans itself, and a block, which is one piece of a guide."""

from dataclasses import dataclass, fields
from typing import ClassVar

import nh3

from articles.document import richtext


def put(value: object, name: str, content: object) -> None:
    object.__setattr__(value, name, content)


@dataclass(frozen=True, kw_only=True, slots=True)
class Value:
    """Cleans its text when it is made: rich text in the fields that `rich` names, one plain line in all others."""

    rich: ClassVar[tuple[str, ...]] = ()
    cleaner: ClassVar[nh3.Cleaner] = richtext.SIMPLE

    def __post_init__(self) -> None:
        for name in (entry.name for entry in fields(self)):
            text = getattr(self, name)
            if isinstance(text, str):
                clean = richtext.sanitise(text, self.cleaner) if name in self.rich else richtext.one_line(text)
                put(self, name, clean)


@dataclass(frozen=True, kw_only=True, slots=True)
class Block(Value):
    """One typed piece of a guide's body.

    `kind` names it in stored documents and names its template, `verbose_name` is what editors call it. `prose` names
    the texts that a reader reads, in order; of these, search counts `points` like headings and leaves `unsearched` out.
    `needs` names the fields without which the block is empty.
    """

    kind: ClassVar[str]
    verbose_name: ClassVar[str]
    prose: ClassVar[tuple[str, ...]] = ()
    points: ClassVar[tuple[str, ...]] = ()
    unsearched: ClassVar[tuple[str, ...]] = ()
    needs: ClassVar[tuple[str, ...]] = ()

    def is_shown(self) -> bool:
        """Whether there is anything for a reader; a block that an editor left empty is skipped everywhere."""
        return all(getattr(self, name) for name in self.needs)

    def texts(self, name: str) -> tuple[str, ...]:
        """What the field says: one text, or each of its items."""
        content = getattr(self, name)
        return content if isinstance(content, tuple) else (content,)
