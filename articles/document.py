"""The guide as one plain value, independent of the database, the admin and HTML.

A `Document` is made of typed blocks. Every value cleans its own text when it is made, so a document cannot hold
unsafe rich text, control characters or untidy white space, wherever it came from.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from articles import richtext


def _set(value: object, name: str, content: object) -> None:
    object.__setattr__(value, name, content)


@dataclass(frozen=True, kw_only=True, slots=True)
class Image:
    """An uploaded picture: its name in the media storage and its size in pixels."""

    name: str
    width: int
    height: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Voice:
    """The named person or desk that says something, as they were called when they said it."""

    slug: str
    name: str
    role: str = ""
    portrait: Image | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class SalaryFigure:
    """What one level of a role earns in a year; `low` and `high` in whole units of the ISO 4217 `currency`."""

    level: str
    region: str
    currency: str
    low: int
    high: int
    open_ended: bool = False
    basis: str
    source: str = ""
    as_of: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """One typed piece of a guide's body. `lines` and `rich` name the fields that are cleaned on the way in."""

    kind: ClassVar[str]
    lines: ClassVar[tuple[str, ...]] = ()
    rich: ClassVar[tuple[str, ...]] = ()
    cleaner: ClassVar[object] = richtext.SIMPLE

    def __post_init__(self) -> None:
        for name in self.lines:
            _set(self, name, richtext.one_line(getattr(self, name)))
        for name in self.rich:
            _set(self, name, richtext.sanitise(getattr(self, name), self.cleaner))  # type: ignore[arg-type]


@dataclass(frozen=True, kw_only=True, slots=True)
class Text(Block):
    """Headings at two levels, paragraphs, lists, links, emphasis and tables, as sanitised HTML."""

    kind = "text"
    rich = ("html",)
    cleaner = richtext.FULL
    html: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure(Block):
    """A picture with its alternative text, or marked as decorative."""

    kind = "figure"
    lines = ("alt", "caption", "credit")
    image: Image | None = None
    alt: str = ""
    decorative: bool = False
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class KeyTakeaways(Block):
    """The few sentences a hurried reader should leave with."""

    kind = "key_takeaways"
    items: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        cleaned = (richtext.one_line(item) for item in self.items)
        _set(self, "items", tuple(item for item in cleaned if item))


@dataclass(frozen=True, kw_only=True, slots=True)
class SalaryTable(Block):
    """The salary figures of one role, as they stood when the document was made."""

    kind = "salary_table"
    role: str
    role_name: str = ""
    figures: tuple[SalaryFigure, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Insight(Block):
    """What a recruiter says, attributed to a person or desk and dated."""

    kind = "insight"
    rich = ("html",)
    html: str = ""
    voice: Voice | None = None
    said_on: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionAnswer(Block):
    """A question with its answer; neither stands without the other."""

    kind = "question_answer"
    lines = ("question",)
    rich = ("answer",)
    question: str = ""
    answer: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Quote(Block):
    """Somebody's words and whose they are."""

    kind = "quote"
    lines = ("text", "source")
    text: str = ""
    source: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class FinalTakeaway(Block):
    """The closing paragraph of a guide."""

    kind = "final_takeaway"
    rich = ("html",)
    html: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class CallToAction(Block):
    """An invitation to one kind of reader: `role` is `candidate`, `client` or `other`."""

    kind = "call_to_action"
    lines = ("heading", "text", "label")
    role: str = "candidate"
    heading: str = ""
    text: str = ""
    label: str = ""


BLOCKS: dict[str, type[Block]] = {
    block.kind: block
    for block in (
        Text,
        Figure,
        KeyTakeaways,
        SalaryTable,
        Insight,
        QuestionAnswer,
        Quote,
        FinalTakeaway,
        CallToAction,
    )
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """A whole guide. `topic` and `author` are slugs; `description` is what search engines show."""

    slug: str = ""
    title: str = ""
    standfirst: str = ""
    description: str = ""
    topic: str = ""
    author: str = ""
    hero: Figure = field(default_factory=Figure)
    blocks: tuple[Block, ...] = ()

    def __post_init__(self) -> None:
        for name in ("title", "standfirst", "description"):
            _set(self, name, richtext.one_line(getattr(self, name)))


def words(document: Document) -> Iterator[str]:
    """Every piece of prose that a reader of the document reads, in order, without markup."""
    yield document.standfirst
    for block in document.blocks:
        for name in (*block.lines, *block.rich):
            yield richtext.plain(getattr(block, name)) if name in block.rich else getattr(block, name)
        if isinstance(block, KeyTakeaways):
            yield from block.items


def word_count(document: Document) -> int:
    """How many words a reader of the document reads."""
    return sum(len(text.split()) for text in words(document))
