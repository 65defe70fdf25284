"""Diagrams whose shape has room for their parts, and for what these say."""

from collections.abc import Iterator

from articles.document import Diagram, diagrams
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Place, Rule
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.words import cut

SIZED = Rule(
    check="diagram-size",
    level=Level.BLOCKS,
    why="The shape has no place for so many parts, or shows nothing with so few, and would be drawn as stages.",
    advice="Stages and parts of a page are two to eight, a cycle has three to six, two circles have three with what they "
    "share, stretches are two to six. Choose another shape, or other parts.",
)
OVERLONG = Rule(
    check="diagram-part-long",
    level=Level.BLOCKS,
    why="A drawing is read at a glance. These words have more lines than their place in it.",
    advice="Keep the name to a few words, shorten what follows the bar, and say the rest in the text.",
)
UNMEASURED = Rule(
    check="diagram-part-size",
    level=Level.BLOCKS,
    why="What follows the second bar is how large the part is, as a number.",
    advice="Write a number from 1 to 1000, take the bar out, or write \\| where a bar is part of the words.",
)
UNUSED = Rule(
    check="diagram-size-unused",
    level=Level.WARNS,
    why="This shape draws all its parts in one size, so readers never learn of the number.",
    advice="Take the number out, or choose parts of a page or stretches, which show it.",
)
UNNAMED = Rule(
    check="diagram-part-unnamed",
    level=Level.WARNS,
    why="Each part is known by its name, which stands before the bar.",
    advice="Give it a name of a word or two.",
)


def diagram_size(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for place, block in _diagrams(guide):
        fewest, most = diagrams.COUNTS[block.shape]
        if not fewest <= (number := len(block.parts)) <= most:
            what = f"This diagram has {number} part{'' if number == 1 else 's'}, and its shape shows {_range(fewest, most)}."
            yield SIZED.found(place, what, excerpt=cut(", ".join(part.label for part in block.parts)))


def diagram_part_long(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for place, block in _diagrams(guide):
        for number in diagrams.draw(block).overlong:
            what = f"Line {number + 1} is too long for its place in the drawing."
            yield OVERLONG.found(place, what, excerpt=cut(" | ".join(block.parts[number].texts)))


def diagram_parts(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Each part has a name, and a size only where the shape shows it, which is a number."""
    for place, block in _diagrams(guide):
        for number, part in enumerate(block.parts, start=1):
            said = cut(" | ".join(part.cells))
            if part.share is None:
                yield UNMEASURED.found(place, f"Line {number} has “{cut(part.size)}” for its size.", excerpt=said)
            elif part.size and block.shape not in diagrams.SIZED:
                yield UNUSED.found(place, f"Line {number} has a size, which this shape does not show.", excerpt=said)
            if not part.label:
                yield UNNAMED.found(place, f"Line {number} has no name.", excerpt=said)


def _range(fewest: int, most: int) -> str:
    return f"{fewest} to {most}" if fewest < most else str(most)


def _diagrams(guide: DocumentText) -> Iterator[tuple[Place, Diagram]]:
    return (
        (Place(block=position, field="parts"), block) for position, block in guide.blocks if isinstance(block, Diagram)
    )


CHECKS = (diagram_size, diagram_part_long, diagram_parts)
