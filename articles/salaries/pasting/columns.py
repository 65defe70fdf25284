"""Which column holds what, by the headings that people give them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.salaries.pasting import pay
from articles.salaries.pasting.cells import Line
from articles.salaries.pasting.vocabulary import currency, key, level_in

HEADINGS = {
    "role": "role|job role|job|job title|title|position|occupation|job family|discipline|role name|job name",
    "level": "level|seniority|grade|experience|experience level|career level|job level|stage",
    "region": "region|location|area|place|country|city|market|where|based",
    "currency": "currency|ccy|cur|curr",
    "pay": "salary|pay|range|band|salary range|pay range|salary band|pay band|annual salary|yearly salary|compensation|wage|"
    "remuneration|base|base salary|basic|basic salary|rate|earning|package|annual pay|yearly pay|figure",
    "low": "low|min|minimum|from|lower|low end|lower end|bottom|start|salary from|salary min|min salary|minimum salary|low salary"
    "|salary low|salary minimum|lowest|pay from|range from|range min|band min",
    "high": "high|max|maximum|to|upper|high end|upper end|top|end|salary to|salary max|max salary|maximum salary|high salary"
    "|salary high|salary maximum|highest|pay to|range to|range max|band max",
    "more": "or more|open ended|open end|open|and above|plus",
    "basis": "basis|based on|evidence",
    "as_of": "as of|as at|date|day|from date|updated|last updated|effective|effective date|valid from|year|dated|when",
    "source": "source|note|comment|reference|source note|remark",
}
FIELDS = {key(heading): name for name, headings in HEADINGS.items() for heading in headings.split("|")}
MONEY = re.compile(
    r"[£$€]\s?'?(?:000s?|k)?|\b(?:gbp|usd|eur)\b|'000s?|\b000s\b|\bk\b|\bin thousands\b|\bthousands\b", re.IGNORECASE
)
THOUSANDS = re.compile(r"'?000|\bk\b|(?<=[£$€])k\b|thousand", re.IGNORECASE)
PERIOD = re.compile(
    r"\bp\.?a\.?(?=\W|$)|\bper (?:annum|year)\b|\ba year\b|\byearly\b|\bannual(?:ly)?\b|\bgross\b", re.IGNORECASE
)
ENOUGH = 2  # headings that are known; one could be a word in a sentence


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """What a column holds; one whose heading nobody knows has no `name`."""

    name: str
    heading: str
    currency: str = ""
    in_thousands: bool = False
    period: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Columns:
    """The columns of a table. In a wide one several hold pay, each of the level, region or role in its heading."""

    all: tuple[Column, ...] = ()
    wide: tuple[int, ...] = field(default=())

    @property
    def names(self) -> frozenset[str]:
        return frozenset(column.name for column in self.all if column.name)

    @property
    def hold_pay(self) -> bool:
        """Whether any holds pay; headings that were cut short before it say nothing of the columns that follow."""
        return bool(self.wide) or bool({"pay", "low", "high"} & self.names)

    @property
    def unused(self) -> tuple[str, ...]:
        return tuple(c.heading for at, c in enumerate(self.all) if c.heading and not c.name and at not in self.wide)


def headed(line: Line, following: Sequence[Line]) -> Columns | None:
    """The columns, when the line is a row of headings; `following` are the lines under it."""
    if len(line.filled) < ENOUGH or any(pay.is_pay(cell) and not currency(cell) for cell in line.filled):
        return None
    columns = tuple(map(_column, line.cells))
    known = [column.name for column in columns if column.name]
    wide = _wide(columns, following)
    if len(wide) < ENOUGH and not (len(known) >= ENOUGH and _has_pay(columns, known)):
        return None
    return Columns(all=columns, wide=wide if len(wide) >= ENOUGH else ())


def _has_pay(columns: Sequence[Column], known: Sequence[str]) -> bool:
    """Headings name pay somewhere; or they are those of a file of ours, cut short."""
    return bool({"pay", "low", "high"} & set(known)) or known[0] in ("level", "role")


def _column(heading: str) -> Column:
    plain = heading.replace("’", "'")
    money = MONEY.findall(plain)
    words = PERIOD.sub(" ", MONEY.sub(" ", plain))
    name = FIELDS.get(key(words), "")
    if not name and money and not key(words):
        name = "pay"
    if key(heading) in FIELDS:  # such as “based on” and “a year”
        name = FIELDS[key(heading)]
    code = next((found for mark in money if (found := currency(re.sub(r"[\s'0k]", "", mark.lower()) or mark))), "")
    in_thousands = bool(money and THOUSANDS.search(plain))
    return Column(
        name=name, heading=heading, currency=code, in_thousands=in_thousands, period=pay.other_period(heading)
    )


def _wide(columns: Sequence[Column], following: Sequence[Line]) -> tuple[int, ...]:
    """The columns of unknown heading whose first cells are pay."""
    return tuple(
        at
        for at, column in enumerate(columns)
        if column.heading and (not column.name or level_in(column.heading)[0]) and _holds_pay(at, following)
    )


def _holds_pay(at: int, following: Sequence[Line]) -> bool:
    cells = [line.cells[at] for line in following[:5] if len(line.cells) > at and line.cells[at]]
    return bool(cells) and pay.find(cells[0]) is not None
