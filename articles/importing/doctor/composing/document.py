"""The document of a post, put together from what was read."""

from dataclasses import dataclass

from articles.document import Document, Figure, Image, SalaryFigure
from articles.gate.checks.residue.shortcodes import CODE
from articles.importing.doctor.composing import (
    anchors,
    assembling,
    beginnings,
    boxes,
    contents,
    headings,
    lone_links,
    questions,
    salaries,
    sections,
    steps,
    typed_lists,
)
from articles.importing.doctor.composing.beginnings import Beginning
from articles.importing.doctor.composing.parts import is_paragraph, level, same, words
from articles.importing.doctor.naming import PENDING
from articles.importing.doctor.notes import Notes
from articles.importing.doctor.reading.lines import Piece
from articles.importing.doctor.reading.mending import mended
from articles.importing.doctor.reading.source import SourceText
from articles.importing.posts import PictureNote, Post

STANDFIRST_WORDS = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Composed:
    """A document, what its page said before it began, and the salary figures that it proposes."""

    document: Document
    beginning: Beginning
    salaries: tuple[tuple[str, tuple[SalaryFigure, ...]], ...]


def compose(post: Post, source: SourceText, notes: Notes) -> Composed:
    beginning = beginnings.begin(contents.without_contents(source.pieces, notes), post, source.head, notes)
    pieces = _sorted(beginning.pieces, source, notes)
    day = post.changed_at or beginning.published_at
    figures = salaries.proposed(pieces, beginning.title, day.date() if day else None, notes)
    document = Document(
        slug=post.slug,
        title=beginning.title,
        standfirst=_standfirst(post, source, pieces, notes),
        description=mended(post.description) or source.head.description,
        hero=_hero(post.hero) if post.hero else Figure(),
        blocks=assembling.assembled(pieces, beginning.title, notes),
    )
    if post.search_title and not same(post.search_title, beginning.title):
        notes.proposed("Search engines were shown another title: it may be the better one.", mended(post.search_title))
    document = anchors.with_places(document, anchors.named_places(pieces), post, notes)
    return Composed(document=document, beginning=beginning, salaries=figures)


def _sorted(pieces: list[Piece], source: SourceText, notes: Notes) -> list[Piece]:
    """The pieces with what their words say that they are."""
    pieces = list(typed_lists.with_typed_lists(pieces, notes))
    pieces = headings.with_typed_headings(pieces, notes)
    pieces = list(boxes.with_boxes(pieces, notes))
    pieces = list(steps.with_steps(sections.with_sections(pieces, notes), notes))
    pieces = questions.with_questions(pieces, source.head.questions, notes)
    pieces = list(lone_links.with_lone_links(pieces, notes))
    for code in (found[0] for piece in pieces if (found := CODE.search(words(piece)))):
        notes.proposed(f"“{code}” is code of the old site and stands in the text: delete it, or add what it stood for.")
    return pieces


def _standfirst(post: Post, source: SourceText, pieces: list[Piece], notes: Notes) -> str:
    """The old site’s excerpt. Without one the first short paragraph is proposed, and stays where it is."""
    if post.standfirst or source.standfirst:
        return mended(post.standfirst) or source.standfirst
    first = next(iter(pieces), None)
    if first is not None and is_paragraph(first) and not level(first) and len(words(first).split()) <= STANDFIRST_WORDS:
        notes.proposed("The guide needs a standfirst: this first paragraph may be one.", words(first))
    return ""


def _hero(note: PictureNote) -> Figure:
    image = Image(name=PENDING + note.address, width=0, height=0)
    return Figure(image=image, alt=mended(note.alt), caption=mended(note.caption), credit=mended(note.credit))
