"""What only WordPress and its plug-ins know, said in HTML that means it: `articles.importing.doctor` says which.

Shortcodes first (`shortcodes/`), since they may stand around blocks; then the comments of blocks (`blocks/`) and the
paragraphs of what stands between them; last the elements that builders and plug-ins write (`markup/`). `stored/` reads
builders that keep a page outside of its text.
"""

from articles.importing.doctor.notes import Notes
from articles.importing.doctor.unbuild.blocks.grammar import transform
from articles.importing.doctor.unbuild.blocks.meanings import Meanings
from articles.importing.doctor.unbuild.markup.rewriting import rewritten
from articles.importing.doctor.unbuild.paragraphs import with_paragraphs
from articles.importing.doctor.unbuild.shortcodes.expanding import expand
from articles.importing.report import Line

__all__ = ["as_html"]


def as_html(html: str) -> tuple[str, tuple[Line, ...]]:
    """The text of a post as HTML, and what has to be reported of it. It never raises."""
    notes = Notes()
    text = expand(html.replace("\x00", "").replace("\r\n", "\n"), notes)
    text = transform(text, Meanings(notes), with_paragraphs)
    return rewritten(text), notes.lines
