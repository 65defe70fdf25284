"""The guide as one plain value, independent of the database, the admin and HTML.

A `Document` is made of typed blocks. Every value cleans its own text when it is made, so a document cannot hold
unsafe rich text, control characters or untidy white space, wherever it came from.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import date
from typing import ClassVar

import nh3
from django.core.files.storage import default_storage

from articles.document import richtext


def _set(value: object, name: str, content: object) -> None:
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
                _set(self, name, clean)


@dataclass(frozen=True, kw_only=True, slots=True)
class Image(Value):
    """An uploaded picture: its name in the media storage and its size in pixels.

    The focus is the point that stays in sight where the picture is cropped, in percent from the left and from the top.
    """

    name: str
    width: int
    height: int
    focus_x: int = 50
    focus_y: int = 50

    @property
    def url(self) -> str:
        """Where the site shows the whole picture."""
        return default_storage.url(self.name)


@dataclass(frozen=True, kw_only=True, slots=True)
class Speaker(Value):
    """The named person or desk that says something, as they were called when they said it."""

    slug: str
    name: str
    role: str = ""
    portrait: Image | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class SalaryFigure(Value):
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


@dataclass(frozen=True, kw_only=True, slots=True)
class Text(Block):
    """Headings at two levels, paragraphs, lists, links, emphasis and tables, as sanitised HTML."""

    kind = "text"
    verbose_name = "text"
    rich = prose = needs = ("html",)
    cleaner = richtext.FULL
    html: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure(Block):
    """A picture with its alternative text, or marked as decorative."""

    kind = "figure"
    verbose_name = "figure"
    prose = ("caption", "credit")
    unsearched = ("credit",)
    needs = ("image",)
    image: Image | None = None
    alt: str = ""
    decorative: bool = False
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class KeyTakeaways(Block):
    """The few sentences a hurried reader should leave with."""

    kind = "key_takeaways"
    verbose_name = "key takeaways"
    prose = points = needs = ("items",)
    items: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        cleaned = (richtext.one_line(item) for item in self.items)
        _set(self, "items", tuple(item for item in cleaned if item))


@dataclass(frozen=True, kw_only=True, slots=True)
class SalaryTable(Block):
    """The salary figures of one role, as they stood when the document was made."""

    kind = "salary_table"
    verbose_name = "salary table"
    needs = ("figures",)
    role: str
    role_name: str = ""
    figures: tuple[SalaryFigure, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Insight(Block):
    """What a recruiter says, attributed to a person or desk and dated."""

    kind = "insight"
    verbose_name = "recruiter insight"
    rich = prose = needs = ("html",)
    html: str = ""
    speaker: Speaker | None = None
    said_on: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionAnswer(Block):
    """A question with its answer; neither stands without the other."""

    kind = "question_answer"
    verbose_name = "question and answer"
    rich = ("answer",)
    points = ("question",)
    prose = needs = ("question", "answer")
    question: str = ""
    answer: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Quote(Block):
    """Somebody's words and whose they are."""

    kind = "quote"
    verbose_name = "quote"
    prose = ("text", "source")
    needs = ("text",)
    text: str = ""
    source: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class FinalTakeaway(Block):
    """The closing paragraph of a guide."""

    kind = "final_takeaway"
    verbose_name = "final takeaway"
    rich = prose = needs = ("html",)
    html: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class CallToAction(Block):
    """An invitation to one kind of reader: `role` is `candidate`, `client` or `other`.

    No part of what the guide says.
    """

    kind = "call_to_action"
    verbose_name = "call to action"
    prose = unsearched = ("heading", "text", "label")
    needs = ("heading", "label")
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
