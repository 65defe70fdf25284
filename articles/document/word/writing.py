"""The whole guide as a Word file."""

from io import BytesIO
from itertools import groupby

from articles.document.blocks import Document, QuestionAnswer
from articles.document.word.blocks import write
from articles.document.word.paper import Paper


def to_word(document: Document, *, page: str, state: str, author: str = "") -> bytes:
    """The file (.docx): title, standfirst and blocks, with links in full; its footer has the address and the state.

    The document's references are addresses already; `page` is the full address of its page. Empty blocks leave nothing.
    """
    paper = Paper(page)
    _describe(paper, document, author)
    paper.heading(document.title, 0)
    if document.standfirst:
        paper.paragraph([document.standfirst], "Subtitle")
    shown = [block for block in (document.hero, *document.blocks) if block.is_shown()]
    for is_question, group in groupby(shown, key=lambda block: isinstance(block, QuestionAnswer)):
        if is_question:
            paper.heading("Common questions", 1)  # as over those of a page
        for block in group:
            write(block, paper)
    footer = paper.file.sections[0].footer.paragraphs[0]
    footer.text = f"{page}\n{state}"
    written = BytesIO()
    paper.file.save(written)
    return written.getvalue()


def _describe(paper: Paper, document: Document, author: str) -> None:
    properties = paper.file.core_properties
    properties.title, properties.author, properties.comments = document.title, author, document.description
    properties.language = "en-GB"
