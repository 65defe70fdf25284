"""One post, from what its program wrote to a document and the lines of its report."""

from dataclasses import dataclass
from datetime import datetime

from articles.document import Document, SalaryFigure
from articles.importing.doctor.accounting import unaccounted
from articles.importing.doctor.composing.document import compose
from articles.importing.doctor.naming import PENDING
from articles.importing.doctor.notes import Notes
from articles.importing.doctor.reading import source
from articles.importing.doctor.unbuild import as_html
from articles.importing.posts import Markup, Person, Post
from articles.importing.report import Line

__all__ = ["PENDING", "Healed", "heal"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Healed:
    """What a post became. `salaries` are proposed to be records: the name of a role, and its figures.

    `author` and `published_at` are those of the post, or else what its page says.
    """

    document: Document
    lines: tuple[Line, ...] = ()
    salaries: tuple[tuple[str, tuple[SalaryFigure, ...]], ...] = ()
    author: Person | None = None
    published_at: datetime | None = None


def heal(post: Post) -> Healed:
    """The document of a post; pictures in it are `PENDING`, links are as the source has them.

    Every word that readers of the source saw stands in the document or in a line. It neither reads nor writes anything.
    """
    if post.document:
        return Healed(document=post.document, lines=post.lines, author=post.author, published_at=post.published_at)
    html, lines = as_html(post.html) if post.markup is Markup.WORDPRESS else (post.html, ())
    notes = Notes()
    read = source.read(html, notes, has_standfirst=bool(post.standfirst))
    made = compose(post, read, notes)
    if words := unaccounted(read.words, made.document, notes.lines):
        notes.left_out("Words that found no place in the guide.", words)
    return Healed(
        document=made.document,
        lines=(*post.lines, *lines, *notes.lines),
        salaries=made.salaries,
        author=made.beginning.author,
        published_at=made.beginning.published_at,
    )
