"""Numbers that stand out: whose they are, and whether they are numbers."""

from collections.abc import Iterator

from articles.document import PullFigure
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Place, Rule
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.words import cut

LONGEST = 16

UNSOURCED = Rule(
    check="pull-figure-without-source",
    level=Level.BLOCKS,
    why="A number in large type is quoted by others. Without its source nobody can tell whether it is right.",
    advice="Name who counted, what and when, or leave the number out.",
)
LONG = Rule(
    check="pull-figure-long",
    level=Level.WARNS,
    why="The number is set in large type, where more than a few characters fill the page.",
    advice="Leave only the number here, such as “3 in 5” or “£62,000”, and move the words into the sentence beside it.",
)


def pull_figure_without_source(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for place, block in _pull_figures(guide, "source"):
        if not block.source:
            what = f"Nobody is named as the source of “{cut(block.number)}”."
            yield UNSOURCED.found(place, what, excerpt=cut(f"{block.number} {block.text}"))


def pull_figure_long(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for place, block in _pull_figures(guide, "number"):
        if (length := len(block.number)) > LONGEST:
            yield LONG.found(place, f"This number has {length} characters.", excerpt=cut(block.number))


def _pull_figures(guide: DocumentText, field: str) -> Iterator[tuple[Place, PullFigure]]:
    return (
        (Place(block=position, field=field), block) for position, block in guide.blocks if isinstance(block, PullFigure)
    )


CHECKS = (pull_figure_without_source, pull_figure_long)
