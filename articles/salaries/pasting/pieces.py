"""Lines without headings: what each piece is shows by itself, such as `Senior tester, London: £50k - £60k`."""

import re
from dataclasses import dataclass, field

from articles.document.salary_bands import Row
from articles.salaries.pasting import pay, vocabulary
from articles.salaries.pasting.cells import Line
from articles.salaries.pasting.rows import Context, Read, joined, with_pay

PARTS = re.compile(r"\s*[,;:|•·()\[\]]\s*|\s+[-–—]\s+|^\s*[-–—*]\s+")
NUMBER = re.compile(r"[^\w\s]{0,2}\d[^a-z]*[km]?", re.IGNORECASE)  # an amount, even where it cannot be read
LONG = 40  # more than any level or region has: a source


@dataclass
class Pieces:
    """The pieces of one line, by what they are; `words` are those that could be several things, in order."""

    pays: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    role: str = ""
    level: str = ""
    region: str = ""
    currency: str = ""
    basis: str = ""
    day: str = ""
    source: str = ""


def read_line(line: Line, context: Context) -> list[Read]:
    """The figure of the line; none where it mentions no pay."""
    pieces = Pieces()
    for cell in line.filled:
        _sort(cell, pieces, context)
    if not pieces.pays:
        _look_within(pieces, context)
    if not pieces.pays:
        return []
    return [Read(text=line.text, role=_role(pieces, context), row=_row(pieces, context))]


def _sort(piece: str, pieces: Pieces, context: Context) -> None:
    """Puts the piece where it belongs; the first of each kind counts, what comes after it is words."""
    if not pieces.day and vocabulary.day(piece):
        pieces.day = piece
    elif not pieces.currency and vocabulary.currency(piece):
        pieces.currency = vocabulary.currency(piece)
    elif pay.is_pay(piece) or NUMBER.fullmatch(piece):
        pieces.pays.append(piece)
    elif not pieces.basis and vocabulary.basis(piece):
        pieces.basis = vocabulary.basis(piece)
    elif not pieces.role and context.known_role(piece):
        pieces.role = piece
    elif not pieces.region and context.known_region(piece):
        pieces.region = context.known_region(piece)
    elif pay.find(piece) or not _is_title(piece, pieces, context):
        pieces.words.append(piece)


def _is_title(piece: str, pieces: Pieces, context: Context) -> bool:
    """Takes a level, alone or with a role beside it."""
    level, rest = vocabulary.level_in(piece)
    if not level or pieces.level or (rest and (context.one_role and not context.known_role(rest))):
        return False
    if rest and (pieces.role or len(rest.split()) > LONG // 8):
        return False
    pieces.level, pieces.role = level, rest or pieces.role
    return True


def _look_within(pieces: Pieces, context: Context) -> None:
    """Finds pay inside the words, and takes these apart around it."""
    words, pieces.words = pieces.words, []
    for cell in words:
        if not pieces.pays and (found := pay.find(cell)):
            written, around = found
            pieces.pays.append(written)
            for part in filter(None, (part.strip(" .-–") for part in PARTS.split(around))):
                _sort(part, pieces, context)
        else:
            pieces.words.append(cell)


def _role(pieces: Pieces, context: Context) -> str:
    """The role that the line names, or the lines above it; the first words, where nothing else says it."""
    if not pieces.role and not context.role and not context.one_role and pieces.words:
        pieces.role = pieces.words.pop(0)
    return pieces.role or context.role


def _row(pieces: Pieces, context: Context) -> Row:
    words = [word for word in pieces.words if len(word) <= LONG]
    long = [word for word in pieces.words if len(word) > LONG]
    level = pieces.level or (words.pop(0) if words else "")
    region = pieces.region or context.region or (words.pop(0) if words else "")
    return with_pay(
        Row(
            level=level,
            region=region,
            currency=pieces.currency,
            basis=pieces.basis,
            source=", ".join([*words, *long]),
            as_of=vocabulary.day(pieces.day) if pieces.day else None,
        ),
        joined(pieces.pays),
    )
