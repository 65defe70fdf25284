"""Pasted text as rows of salary figures: what each line says, or why it says none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from articles.document.salary_bands import Row
from articles.salaries.pasting import cells, pay, pieces
from articles.salaries.pasting.cells import Line
from articles.salaries.pasting.columns import Columns, headed
from articles.salaries.pasting.rows import NO_PAY, Context, Read, joined, with_pay
from articles.salaries.pasting.vocabulary import basis, currency, day_in_column, level_in

OPEN = re.compile(r"(?:y|yes|true|x|1|✓|✔|or more|\+)", re.IGNORECASE)
DIMENSIONS = ("level", "region", "role")


@dataclass(frozen=True, kw_only=True)
class Reading:
    """Everything that was pasted: the figures, the lines that are none, and the columns that are not used."""

    found: list[Read] = field(default_factory=list)
    passed: list[str] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)


def read(pasted: str, known: Context) -> Reading:
    """What the text says. `known` holds the roles and regions there are, and what is true of rows that do not say."""
    lines, reading = cells.cut(pasted), Reading()
    columns: Columns | None = None
    context = known
    for number, line in enumerate(lines):
        if line.fault:
            reading.found.append(Read(text=line.text, role="", row=Row(fault=line.fault)))
        elif found := headed(line, lines[number + 1 : number + 6]):
            columns = found if found.hold_pay else None
            reading.unused.extend(found.unused)
        elif rows := list(_rows(line, columns, context)):
            reading.found.extend(rows)
        else:
            context = context.after(line.text)
            reading.passed.append(line.text)
    return reading


def parse(pasted: str) -> list[Row]:
    """The rows alone, where everything is known to be of one role."""
    return [found.row for found in read(pasted, Context(one_role=True)).found]


def _rows(line: Line, columns: Columns | None, context: Context) -> Iterator[Read]:
    """The figures of a line: several in a wide table, none in a line without pay."""
    if columns is None or (len(line.filled) == 1 and len(line.cells) <= 1):
        yield from pieces.read_line(line, context)
    elif len(line.filled) > 1:
        values = dict(_values(line, columns))
        for at in columns.wide:
            if len(line.cells) > at and line.cells[at]:
                yield _wide_row(line, columns, at, values, context)
        if not columns.wide:
            yield _row(line, values, columns, context)


def _values(line: Line, columns: Columns) -> Iterator[tuple[str, str]]:
    """The cells by what their columns hold; what stands past the last column belongs to it, as the comma in a source does."""
    last = len(columns.all) - 1
    for at, column in enumerate(columns.all):
        if column.name and at not in columns.wide and len(line.cells) > at:
            tail = line.cells[at:] if at == last and column.name == "source" else line.cells[at : at + 1]
            yield column.name, ", ".join(filter(None, tail))


def _wide_row(line: Line, columns: Columns, at: int, values: dict[str, str], context: Context) -> Read:
    """The figure in one column of pay; its heading says the level, the region or the role: the first that is missing."""
    column = columns.all[at]
    missing = next((name for name in DIMENSIONS if name not in values), "level")
    dimension = "level" if level_in(column.heading)[0] and "level" not in values else missing
    return _row(line, values | {dimension: column.heading, "pay": line.cells[at]}, columns, context)


def _row(line: Line, values: dict[str, str], columns: Columns, context: Context) -> Read:
    role, level = _title(values, context)
    amounts = _amounts(values, columns)
    row = Row(
        level=level,
        region=values.get("region", "") or context.region,
        currency=currency(values.get("currency", "")) or values.get("currency", "").upper(),
        basis=basis(values.get("basis", "")) or values.get("basis", ""),
        source=values.get("source", ""),
        as_of=day_in_column(values["as_of"]) if values.get("as_of") else None,
    )
    if values.get("as_of") and row.as_of is None:
        amounts = amounts if isinstance(amounts, str) else f"“{values['as_of']}” is not a day such as 1 April 2026."
    return Read(text=line.text, role=role, row=with_pay(row, amounts))


def _title(values: dict[str, str], context: Context) -> tuple[str, str]:
    """The role and the level; a title such as “Senior data engineer” holds both."""
    role, level = values.get("role", ""), values.get("level", "")
    begins, rest = level_in(role)
    if not level and begins and rest and context.known_role(role) == "":
        return rest, begins
    if "role" not in values and level:
        begins, rest = level_in(level)
        if begins and rest and context.known_role(rest):
            return rest, begins
    return role or context.role, level


def _amounts(values: dict[str, str], columns: Columns) -> pay.Pay | str:
    """The pay, or a sentence that says why it cannot be read."""
    holding = {column.name: column for column in columns.all if column.name in ("pay", "low", "high")}
    written = [(name, values[name]) for name in ("pay", "low", "high") if values.get(name)]
    if not written:
        return NO_PAY
    wide = [columns.all[at] for at in columns.wide]
    period = next((column.period for column in [*holding.values(), *wide] if column.period), "")
    if period:
        return f"is pay for {period}. Figures are salaries for a year, so give those."
    in_thousands = any(column.in_thousands for column in [*holding.values(), *wide])
    sign = next((column.currency for column in [*holding.values(), *wide] if column.currency), "")
    amounts = joined([text for _name, text in written], in_thousands=in_thousands)
    if isinstance(amounts, str):
        return amounts
    ends = [name for name, _text in written]
    if ends == ["high"] and not amounts.open_ended:
        return "gives only the upper end. Give the lower one too."
    has_no_end = ends == ["low"] and "high" in holding
    is_open = amounts.open_ended or has_no_end or bool(OPEN.fullmatch(values.get("more", "")))
    return replace(amounts, open_ended=is_open, currency=amounts.currency or sign)
