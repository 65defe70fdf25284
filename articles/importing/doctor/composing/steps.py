"""Steps and checklists, where a text says by its form that it is one."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from articles.document.blocks import Step, Steps
from articles.document.conversion.parts import items_of
from articles.document.tree import Element
from articles.importing.doctor.composing.parts import is_list, is_paragraph, level, section_end, words
from articles.importing.doctor.notes import Notes
from articles.importing.doctor.reading.lines import Piece

NUMBERED = re.compile(
    r"step (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\s*[:.–—-]?\s+(?P<name>\S.*)", re.IGNORECASE
)
BOX = re.compile(r"(?:[☐☑☒□✅✓✔]|\[ ?[xX✓]?\])\s*(?=\S)")
FEWEST = 3  # steps under headings of their own
LONGEST = 60  # words; more under a step is a section


def with_steps(pieces: Sequence[Piece], notes: Notes) -> Iterator[Piece]:
    at = 0
    while at < len(pieces):
        if run := _headed(pieces, at):
            signs = " ".join(words(pieces[place])[: -len(step.name)] for place, step in run)
            notes.kept(f"{len(run)} short sections, “Step 1” and so on, became a list of steps.", signs)
            yield Steps(items=tuple(step for _place, step in run))
            at = section_end(pieces, run[-1][0])
        else:
            yield _checklist(pieces[at], notes) or pieces[at]
            at += 1


def _headed(pieces: Sequence[Piece], at: int) -> list[tuple[int, Step]]:
    """The steps of neighbouring sections that begin here, each with its place; none where one is too long for a step."""
    run: list[tuple[int, Step]] = []
    while at < len(pieces) and (found := NUMBERED.fullmatch(words(pieces[at]))) and level(pieces[at]):
        inner = pieces[at + 1 : section_end(pieces, at)]
        lines = list(takewhile(is_paragraph, inner))
        is_short = sum(len(words(line).split()) for line in lines) <= LONGEST
        if len(lines) < len(inner) or not is_short or any(_has_link(line) for line in lines):
            return []
        run.append((at, Step(name=found["name"], detail=" ".join(map(words, lines)))))
        at += 1 + len(inner)
    return run if len(run) >= FEWEST else []


def _has_link(piece: Piece) -> bool:
    return isinstance(piece, Element) and any(True for _ in piece.all("a"))


def _checklist(piece: Piece, notes: Notes) -> Steps | None:
    """A list in which each item begins with a box to tick."""
    if not is_list(piece) or not isinstance(piece, Element) or _has_link(piece):
        return None
    lines = list(items_of(piece))
    if len(lines) < 2 or not all(BOX.match(line) for line in lines):
        return None
    notes.kept("A list with boxes became a checklist.", " ".join(BOX.match(line)[0] for line in lines))  # type: ignore[index]
    return Steps(checklist=True, items=tuple(Step(name=BOX.sub("", line, count=1)) for line in lines))
