"""Blocks that are typed as rows: steps, the hours of a day, comparisons; and tips, which are to be short."""

from collections.abc import Iterator
from itertools import pairwise

from articles.document import Block, Comparison, Steps, Timeline, Tip, richtext
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Place, Rule
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.words import cut

FEWEST_OPTIONS, MOST_OPTIONS = 2, 4
LONGEST_TIP = 80
# A day that goes on after midnight begins again once, from an evening to an early morning.
EVENING, MORNING = "18:00", "06:00"

ALONE = Rule(
    check="step-alone",
    level=Level.WARNS,
    why="One step is no list, and readers wonder what is missing.",
    advice="Write the others, or make it a sentence of the text.",
)
TIMELESS = Rule(
    check="timeline-without-time",
    level=Level.BLOCKS,
    why="A timeline says what happens when; this line does not say when.",
    advice="Begin the line with its time and a bar: “09:30 | The team says what it is working on.”",
)
DISORDERED = Rule(
    check="timeline-out-of-order",
    level=Level.WARNS,
    why="Readers follow the day from the top down.",
    advice="Put the lines in the order of the day, or correct the time.",
)
SIZED = Rule(
    check="comparison-size",
    level=Level.BLOCKS,
    why="A comparison needs two things, and with more than four nobody can hold them side by side.",
    advice="Name two to four things, one on each line.",
)
SURPLUS = Rule(
    check="comparison-surplus-cell",
    level=Level.BLOCKS,
    why="The page cannot say what this belongs to.",
    advice="Take out a bar, or write \\| where a bar is part of the words.",
)
EMPTY = Rule(
    check="comparison-empty-cell",
    level=Level.WARNS,
    why="Readers cannot tell whether there is nothing to say or something was forgotten.",
    advice="Fill it in, write “none” or “not known”, or leave the point out.",
)
LONG = Rule(
    check="tip-long",
    level=Level.WARNS,
    why="A tip is read because it is short. A long one is skipped like an advertisement.",
    advice="Keep it to a few sentences, and move the rest into the text.",
)


def step_alone(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for position, block in _blocks(guide, Steps):
        if len(block.items) == 1:
            place = Place(block=position, field="items")
            yield ALONE.found(place, "There is only one step.", excerpt=cut(block.items[0].name))


def timeline_without_time(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for position, block in _blocks(guide, Timeline):
        for number, moment in enumerate(block.moments, start=1):
            if not moment.starts:
                what = f"Line {number} does not begin with a time of day."
                yield TIMELESS.found(Place(block=position, field="moments"), what, excerpt=cut(" ".join(moment.cells)))


def timeline_out_of_order(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for position, block in _blocks(guide, Timeline):
        timed = [(number, moment) for number, moment in enumerate(block.moments, start=1) if moment.starts]
        is_next_day = False
        for (_, before), (number, moment) in pairwise(timed):
            if moment.starts >= before.starts:
                continue
            if not is_next_day and before.starts >= EVENING and moment.starts <= MORNING:
                is_next_day = True
                continue
            what = f"Line {number}, at {moment.starts}, comes after {before.starts}."
            yield DISORDERED.found(Place(block=position, field="moments"), what, excerpt=cut(moment.what))


def comparison_size(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for position, block in _blocks(guide, Comparison):
        if not FEWEST_OPTIONS <= (number := len(block.options)) <= MOST_OPTIONS:
            what = f"This compares {number} thing{'' if number == 1 else 's'}."
            yield SIZED.found(Place(block=position, field="options"), what, excerpt=cut(", ".join(block.options)))


def comparison_cells(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Each row is to have as many cells as there are things, and something in each."""
    for position, block in _blocks(guide, Comparison):
        place, wanted = Place(block=position, field="rows"), len(block.options)
        for number, row in enumerate(block.rows, start=1):
            said = cut(" | ".join(row.cells))
            if len(row.values) > wanted:
                what = f"Line {number} has {len(row.values)} cells for {wanted} things."
                yield SURPLUS.found(place, what, excerpt=said)
            elif not row.name or not all(row.values) or len(row.values) < wanted:
                yield EMPTY.found(place, f"Line {number} leaves a cell empty.", excerpt=said)


def tip_long(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for position, block in _blocks(guide, Tip):
        words = richtext.plain(block.html)
        if (number := len(words.split())) > LONGEST_TIP:
            kind = "warning" if block.warning else "tip"
            yield LONG.found(
                Place(block=position, field="html"), f"This {kind} has {number} words.", excerpt=cut(words)
            )


def _blocks[Kind: Block](guide: DocumentText, kind: type[Kind]) -> Iterator[tuple[int, Kind]]:
    return ((position, block) for position, block in guide.blocks if isinstance(block, kind))


CHECKS = (
    step_alone,
    timeline_without_time,
    timeline_out_of_order,
    comparison_size,
    comparison_cells,
    tip_long,
)
