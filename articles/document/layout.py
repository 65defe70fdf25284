"""What the templates need of a document to show it as a page: anchors, contents, grouped questions, reading order."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from django.utils.safestring import SafeString

from articles.document import (
    BLOCKS,
    Block,
    CallToAction,
    Comparison,
    Diagram,
    Document,
    Download,
    FinalTakeaway,
    Insight,
    PullFigure,
    QuestionAnswer,
    SalaryTable,
    Speaker,
    Steps,
    Text,
    Timeline,
    Tip,
    Video,
    diagrams,
    richtext,
    salary_chart,
)
from articles.document.diagrams import Drawing
from articles.document.salary_chart import SalaryGroup
from articles.lib.slugs import slug

QUESTIONS_HEADING = "Common questions"
FINAL_HEADING = "Final takeaway"
# The stylesheets of a block's template, where it is not one with the name of its kind; `prose` and `figure`, which the
# page itself wears, need not be named.
STYLES = {
    "text": ("table",),
    "figure": (),
    "key_takeaways": ("takeaways",),
    "salary_table": ("table", "salaries"),
    "question_answer": ("questions",),
    "final_takeaway": ("takeaways",),
}
# The ids that the templates around the blocks use.
RESERVED_ANCHORS = ("main", "contents", "written-by", "about-you", "related", "changes")


class Anchors:
    """Names the places of a page, each once."""

    def __init__(self) -> None:
        self._given: set[str] = set(RESERVED_ANCHORS)
        self._numbers: dict[str, int] = {}  # by stem, the last that was tried

    def of(self, words: str) -> str:
        """The anchor of what says these words."""
        stem = slug(words.replace("_", " "))[:60].strip("-") or "section"
        return self.unique(stem if stem[0].isalpha() else f"section-{stem}")

    def unique(self, stem: str) -> str:
        anchor = stem
        while anchor in self._given:
            self._numbers[stem] = self._numbers.get(stem, 1) + 1
            anchor = f"{stem}-{self._numbers[stem]}"
        self._given.add(anchor)
        return anchor


@dataclass(kw_only=True)
class Heading:
    """One line of the contents list, with the subsections beneath it."""

    anchor: str
    words: str
    subsections: list["Heading"] = field(default_factory=list)


@dataclass(kw_only=True)
class Question:
    """A question and its answer, ready to show; `anchor` makes it linkable, `place` is that of a part."""

    anchor: str
    question: str
    answer: SafeString
    place: int = 0


@dataclass(kw_only=True)
class Part:
    """One piece of the page: a block, or neighbouring questions together. `kind` names its template, `place` says which
    block of the document it shows, counted from 0.
    """

    kind: str
    place: int = 0
    anchor: str = ""
    block: Block | None = None
    html: SafeString = field(default_factory=SafeString)
    questions: list[Question] = field(default_factory=list)
    groups: list[SalaryGroup] = field(default_factory=list)
    drawing: Drawing | None = None

    @property
    def template(self) -> str:
        return f"articles/blocks/{self.kind}.html"


class Page:
    """A document laid out: `parts` in reading order and `contents`, the headings that lead to them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.contents: list[Heading] = []
        self._anchors = Anchors()
        self.parts = list(self._lay_out(document.shown()))
        self._note_places()

    @property
    def closing(self) -> Part | None:
        """The call to action that ends the page, if one does: with the first question under it, two would stand in a row."""
        last = self.parts[-1] if self.parts else None
        return last if last and isinstance(last.block, CallToAction) else None

    @property
    def voice(self) -> Speaker | None:
        """Who speaks last in it, and so knows its subject: the face beside the call that ends the page."""
        voices = [block.speaker for block in self.document.shown() if isinstance(block, Insight) and block.speaker]
        return voices[-1] if voices else None

    @property
    def styles(self) -> str:
        """The stylesheets of its blocks, in the order of `BLOCKS`: guides of the same kinds have the same."""
        closing = (
            self.closing.block if self.closing else None
        )  # shown as the first question, whose styles the page wears
        kinds = {block.kind for block in self.document.shown() if block is not closing}
        worn = (style for kind in BLOCKS if kind in kinds for style in STYLES.get(kind, (kind.replace("_", "-"),)))
        return " ".join(dict.fromkeys(worn))

    @property
    def frames(self) -> str:
        """The origins of other hosts that its films are played from, once a reader wants one."""
        films = (block.hosted for block in self.document.shown() if isinstance(block, Video))
        return " ".join(sorted({film.origin for film in films if film}))

    def headings(self) -> list[Heading]:
        """What a link can lead to by its words: the headings and questions, in the order of the page."""
        asked = {part.anchor: part.questions for part in self.parts}
        found: list[Heading] = []
        for heading in self.contents:
            questions = asked.get(heading.anchor, ())
            found += [heading, *heading.subsections]
            found += [Heading(anchor=question.anchor, words=question.question) for question in questions]
        return found

    def places(self) -> frozenset[str]:
        """Every name of a place within the page; `top` is every browser's own."""
        found = {"top", *RESERVED_ANCHORS, *(heading.anchor for heading in self.headings())}
        for part in self.parts:
            found |= {part.anchor, *(f"{part.anchor}-{number}" for number, _ in enumerate(part.groups, start=1))}
        return frozenset(found - {""})

    def _lay_out(self, blocks: tuple[Block, ...]) -> Iterator[Part]:
        for is_question, run in groupby(blocks, key=lambda block: isinstance(block, QuestionAnswer)):
            if is_question:
                yield self._questions([block for block in run if isinstance(block, QuestionAnswer)])
            else:
                yield from (self._part(block) for block in run)

    def _note_places(self) -> None:
        """Each part shows the next of the blocks that are shown, and each of its questions one."""
        places = (place for place, block in enumerate(self.document.blocks) if block.is_shown())
        for part in self.parts:
            pieces: Sequence[Part | Question] = part.questions or [part]
            for piece in pieces:
                piece.place = next(places)

    def _questions(self, blocks: list[QuestionAnswer]) -> Part:
        anchor = self._heading(2, QUESTIONS_HEADING)
        questions = [
            Question(anchor=self._anchors.of(block.question), question=block.question, answer=self._html(block.answer))
            for block in blocks
        ]
        return Part(kind="questions", anchor=anchor, questions=questions)

    def _part(self, block: Block) -> Part:
        match block:
            case Text():
                return Part(kind=block.kind, block=block, html=self._html(block.html, self._heading))
            case FinalTakeaway():
                anchor = self._heading(2, FINAL_HEADING)
                return Part(kind=block.kind, block=block, anchor=anchor, html=self._html(block.html))
            case SalaryTable():
                # The template numbers the groups after this anchor; the underscore keeps them apart from headings.
                groups = salary_chart.groups(block.figures)
                return Part(kind=block.kind, block=block, anchor=self._anchors.unique(block.kind), groups=groups)
            case Diagram():
                anchor = self._anchors.unique(f"{block.kind}_block")
                return Part(kind=block.kind, block=block, anchor=anchor, drawing=diagrams.draw(block))
            case Comparison() | Download() | PullFigure() | Steps() | Timeline() | Tip() | Video():
                # Likewise: what labels a block must not take the name of a heading that comes after it.
                html = self._html("".join(getattr(block, name) for name in block.rich))
                return Part(kind=block.kind, block=block, anchor=self._anchors.unique(f"{block.kind}_block"), html=html)
        html = self._html("".join(getattr(block, name) for name in block.rich))
        return Part(kind=block.kind, block=block, anchor=self._anchors.of(block.kind), html=html)

    def _html(self, html: str, anchor: Callable[[int, str], str] | None = None) -> SafeString:
        """A rich text as it is shown; `anchor` names its headings."""
        return richtext.render(html, anchor)

    def _heading(self, level: int, words: str) -> str:
        """Notes the heading for the contents list and returns its anchor."""
        heading = Heading(anchor=self._anchors.of(words), words=words)
        if level == 2 or not self.contents:
            self.contents.append(heading)
        else:
            self.contents[-1].subsections.append(heading)
        return heading.anchor


class Outline(Page):
    """The same without any HTML, for those who ask for its headings and places alone: it costs a fifth."""

    def _html(self, html: str, anchor: Callable[[int, str], str] | None = None) -> SafeString:
        if anchor:
            for tag, words in richtext.HEADING.findall(html):
                anchor(int(tag[1]), richtext.plain(words))
        return SafeString("")
