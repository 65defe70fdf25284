"""What a draft may lack and a page may not: its topic, its author, and what a block cannot do without.

Apart from the checks, which read any document as a reader would: nobody ever reads what is not there.
"""

from collections.abc import Iterator

from articles.document import (
    Block,
    CallToAction,
    Comparison,
    Diagram,
    Document,
    Download,
    Figure,
    Insight,
    PullFigure,
    QuestionAnswer,
    Quote,
    Steps,
    Timeline,
    Video,
    richtext,
)
from articles.gate.findings import Finding, Level, Place, Rule
from articles.gate.prose.words import cut

UNPLACED = Rule(
    check="topic-or-author-missing",
    level=Level.BLOCKS,
    why="The page stands under its topic and is signed by its author. There is no page without them.",
    advice="Choose one.",
)
UNFINISHED = Rule(
    check="block-unfinished",
    level=Level.BLOCKS,
    why="Readers would find nothing where the block stands, or half of what its editor meant.",
    advice="Add what is missing, or delete the block.",
)
# By fields of the document's blocks. The checks find half a question and answer, and a salary table without a role; a
# text or takeaways left empty are passed over.
NEEDS: dict[type[Block], dict[str, str]] = {
    Figure: {"image": "picture"},
    Diagram: {"title": "title", "text": "sentence that says what it shows", "parts": "parts"},
    Insight: {"html": "words", "speaker": "name of who says it", "said_on": "date"},
    QuestionAnswer: {"question": "question", "answer": "answer"},
    Quote: {"text": "words", "source": "source"},
    Download: {"title": "title", "file": "file"},
    PullFigure: {"number": "number", "text": "words"},
    Steps: {"items": "steps"},
    Timeline: {"moments": "hours"},
    Comparison: {"options": "things to compare", "rows": "points"},
    Video: {"title": "title", "source": "film or address", "image": "still picture"},
    CallToAction: {"heading": "heading", "label": "words on its button"},
}


def findings(document: Document) -> Iterator[Finding]:
    """What blocks a publication because it is not there."""
    for field in ("topic", "author"):
        if not getattr(document, field):
            yield UNPLACED.found(Place(field=field), f"The guide has no {field}.")
    for position, block in enumerate(document.blocks):
        yield from _of_block(block, position)


def _of_block(block: Block, position: int) -> Iterator[Finding]:
    needs = NEEDS.get(type(block), {})
    missing = [name for name in needs if not getattr(block, name)]
    if not missing or (isinstance(block, QuestionAnswer) and len(missing) == 1):
        return
    *others, last = (f"no {needs[name]}" for name in missing)
    what = f"This {block.verbose_name} has {', '.join(others)}{' and ' if others else ''}{last}."
    yield UNFINISHED.found(Place(block=position, field=missing[0]), what, excerpt=cut(_told(block)))


def _told(block: Block) -> str:
    """The first of its words."""
    return next((words for name in block.prose for words in map(richtext.plain, block.texts(name)) if words), "")
