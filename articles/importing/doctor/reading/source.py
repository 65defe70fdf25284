"""The text of a post as pieces, with what its page says of itself."""

from dataclasses import dataclass

from articles.importing.doctor.notes import Notes
from articles.importing.doctor.reading import furniture, head, mending, offices, page, parsing, unfolding
from articles.importing.doctor.reading.elements import known
from articles.importing.doctor.reading.head import Head
from articles.importing.doctor.reading.lines import Piece
from articles.importing.doctor.reading.styles import Styles
from articles.importing.doctor.reading.visible import words_of


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceText:
    """`standfirst` is what the page names so, `words` are all that readers of the source saw, with its encodings mended."""

    head: Head
    standfirst: str
    pieces: list[Piece]
    words: str


def read(html: str, notes: Notes, *, has_standfirst: bool = False) -> SourceText:
    """Reads the HTML; a sentence under the title stays in the text where the post has a standfirst already."""
    root = parsing.parse(html)
    offices.show_addresses(root)
    mending.mend(root, notes)
    words, said, styles = words_of(root), head.read(root), Styles(root)
    is_page = parsing.is_page(html)
    offices.mend(root, notes)
    unfolding.unfold(root, is_page=is_page)
    furniture.leave_out(root, notes, is_page=is_page)
    article = page.article(root, notes) if is_page else root
    standfirst = "" if has_standfirst else page.standfirst(article, notes)
    return SourceText(head=said, standfirst=standfirst, pieces=list(known.read(article, styles, notes)), words=words)
