"""A whole guide."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from articles.document import richtext
from articles.document.blocks.base import Block, Value
from articles.document.blocks.media import Figure


@dataclass(frozen=True, kw_only=True, slots=True)
class Document(Value):
    """A whole guide. `topic` and `author` are slugs; `description` is what search engines show."""

    slug: str = ""
    title: str = ""
    standfirst: str = ""
    description: str = ""
    topic: str = ""
    author: str = ""
    hero: Figure = field(default_factory=Figure)
    blocks: tuple[Block, ...] = ()

    def shown(self) -> tuple[Block, ...]:
        """The blocks that have something for a reader."""
        return tuple(block for block in self.blocks if block.is_shown())


def words(document: Document) -> Iterator[str]:
    """Every piece of prose that a reader of the document reads, in order, without markup."""
    yield document.standfirst
    for block in document.shown():
        for name in block.prose:
            yield from map(richtext.plain, block.texts(name)) if name in block.rich else block.texts(name)


def word_count(document: Document) -> int:
    """How many words a reader of the document reads."""
    return sum(len(text.split()) for text in words(document))
