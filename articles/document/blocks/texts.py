"""Blocks of words."""

from dataclasses import dataclass
from datetime import date

from articles.document import richtext
from articles.document.blocks.base import Block
from articles.document.blocks.records import Speaker


@dataclass(frozen=True, kw_only=True, slots=True)
class Text(Block):
    """Headings at two levels, paragraphs, lists, links, emphasis and tables, as sanitised HTML."""

    kind = "text"
    verbose_name = "text"
    rich = prose = needs = ("html",)
    cleaner = richtext.FULL
    html: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Tip(Block):
    """A word of advice beside the text, or of warning."""

    kind = "tip"
    verbose_name = "tip or warning"
    rich = prose = needs = ("html",)
    warning: bool = False
    html: str = ""


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
