"""Tables of salaries: the figures in them are proposed as records, and the table stays in the text."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from datetime import date

from articles.document import SalaryFigure, tables
from articles.document.richtext import one_line
from articles.document.salary_bands import Row
from articles.document.tree import Element
from articles.importing.doctor.composing.parts import level, words
from articles.importing.doctor.notes import Notes
from articles.importing.doctor.reading.lines import Piece
from articles.salaries.pasting.reading import read
from articles.salaries.pasting.rows import Context
from articles.salaries.pasting.vocabulary import key
from articles.salaries.planning import role_name
from articles.salaries.rules import problems

MONEY = re.compile(r"[£$€]\s?\d|\d\s?k\b|[£$€].*\b\d{2,3},\d{3}\b", re.IGNORECASE)
# What a heading says beside the region or level of its column.
PAY_WORDS = re.compile(
    r"\b(?:(?:annual|yearly|average|typical|base|basic|gross)\s+)?(?:salar(?:y|ies)|pay|earnings?|compensation|wages?)(?:\s+(?:ranges?|bands?))?\b",
    re.IGNORECASE,
)
ROLE = re.compile(
    r"(?:how much|what) (?:do|does|can|should|could|will) (?:an? |the )?(?P<asked>.+?)s? (?:earn|make|get paid|be paid|expect|do)\b.*|"
    r"what is (?:an? |the )?(?:average )?(?:salary (?:of|for) )?(?:an? )?(?P<what>.+?)(?: salary)?\??|how to become (?:an? )?(?P<become>.+?)|"
    r"(?:.*\b)?salar(?:y|ies) (?:of|for) (?:an? )?(?P<of>.+?)(?: in .*)?|(?P<named>.+?)(?:’s|s’)? (?:salar(?:y|ies)|pay|earnings)\b.*",
    re.IGNORECASE,
)  # fmt: skip
HOME = {"GBP": "UK", "USD": "US"}
LONGEST = 60

type Proposed = tuple[str, tuple[SalaryFigure, ...]]


def proposed(pieces: Sequence[Piece], title: str, day: date | None, notes: Notes) -> tuple[Proposed, ...]:
    """The figures of each table of salaries, by the role that the table, its heading or the title names."""
    found: dict[str, list[SalaryFigure]] = {}
    heading = ""
    for piece in pieces:
        heading = words(piece) if level(piece) else heading
        if isinstance(piece, Element) and piece.tag == "table" and MONEY.search(words(piece)):
            for role, row in _rows(piece, heading, _role(heading) or _role(title) or title, notes):
                found.setdefault(role, []).append(_figure(row, day or date.min))
    if found and day is None:
        notes.proposed("A table of salaries gives no day: date its figures, then add them under Salaries.")
        return ()
    return tuple((role, tuple(figures)) for role, figures in found.items() if _is_sound(role, figures, notes))


def _role(text: str) -> str:
    match = ROLE.fullmatch(text.rstrip("?: ").removeprefix("The "))
    named = next(filter(None, match.groups()), "") if match else ""
    return named if 0 < len(named) <= LONGEST else ""


def _rows(table: Element, heading: str, role: str, notes: Notes) -> Iterator[tuple[str, Row]]:
    found = read(_as_pasted(table), Context()).found
    is_about_pay = any(not one.row.fault for one in found) or PAY_WORDS.search(f"{heading} {words(table)}")
    for one in found if is_about_pay else []:
        if one.row.fault or not one.row.level or one.row.low is None:
            notes.proposed(f"No salary figure could be read in “{one.text}”: {one.row.fault or 'it names no level.'}")
        else:
            yield role_name(one.role if one.role and key(one.role) != key(one.row.level) else role), one.row


def _as_pasted(table: Element) -> str:
    """The table as a spreadsheet has it; its headings without the words that say that they head salaries."""
    out = io.StringIO()
    writer = csv.writer(out, dialect="excel-tab", lineterminator="\n")
    for number, row in enumerate(tables.grid(table)):
        cells = [one_line(" ".join(_texts(cell.element))) for cell in row]
        writer.writerow([_heading(cell) for cell in cells] if number == 0 else cells)
    return out.getvalue()


def _texts(element: Element) -> Iterator[str]:
    for child in element.children:
        yield from [child] if isinstance(child, str) else _texts(child)


def _heading(cell: str) -> str:
    rest = one_line(PAY_WORDS.sub(" ", cell))
    return rest if any(map(str.isalpha, rest)) else cell


def _figure(row: Row, day: date) -> SalaryFigure:
    return SalaryFigure(
        level=row.level,
        region=row.region or HOME.get(row.currency, ""),
        currency=row.currency,
        low=row.low or 0,
        high=row.high or 0,
        open_ended=row.open_ended,
        basis=row.basis or "judgement",
        source=row.source,
        as_of=row.as_of or day,
    )


def _is_sound(role: str, figures: Sequence[SalaryFigure], notes: Notes) -> bool:
    """Whether they can be records; the report says either way."""
    rows = [
        Row(
            **{
                name: getattr(one, name)
                for name in ("level", "region", "currency", "low", "high", "open_ended", "basis", "source", "as_of")
            }
        )
        for one in figures
    ]
    if faults := problems(rows):
        notes.proposed(f"The salaries of “{role}” are no records yet: {' '.join(faults)}")
        return False
    notes.proposed(
        f"{len(figures)} salary figures of “{role}” can become records. They are taken for our own judgement, of the day of the page: check both."
    )
    return True
