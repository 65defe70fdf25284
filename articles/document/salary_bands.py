"""Salary figures as values: what one holds, and how it reads in words."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

BASES = {"placements": "our placements", "adverts": "job adverts", "judgement": "our judgement"}
CURRENCIES = {"GBP": "£", "USD": "$", "EUR": "€"}


class Band(Protocol):
    """A figure that can be put in words; both the record and the document's value can."""

    @property
    def currency(self) -> str: ...
    @property
    def low(self) -> int: ...
    @property
    def high(self) -> int: ...
    @property
    def open_ended(self) -> bool: ...


class Figure(Band, Protocol):
    """A figure that can be laid out beside others; both the record and the document's value can."""

    @property
    def level(self) -> str: ...
    @property
    def region(self) -> str: ...
    @property
    def basis(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def as_of(self) -> date: ...


@dataclass(kw_only=True)
class Row:
    """One row as read; `None` is what a pasted row left out or got wrong, `fault` why it could not be read at all."""

    level: str = ""
    region: str = ""
    currency: str = ""
    low: int | None = None
    high: int | None = None
    open_ended: bool = False
    basis: str = ""
    source: str = ""
    as_of: date | None = None
    fault: str = ""


def money(amount: int, currency: str) -> str:
    """`£40,000` for 40000 and GBP."""
    return f"{CURRENCIES.get(currency, currency + ' ')}{amount:,}"


def short_money(amount: int, currency: str) -> str:
    """`£40k` for 40000 and GBP, `£92.5k` for 92500; what would lose something is written out."""
    if amount % 100:
        return money(amount, currency)
    return f"{CURRENCIES.get(currency, currency + ' ')}{amount / 1000:g}k"


def band(figure: Band) -> str:
    """`£40,000 to £60,000`, or `£50,000` where both ends are one; an open-ended band ends in `or more`."""
    more = " or more" if figure.open_ended else ""
    if figure.low == figure.high:
        return f"{money(figure.low, figure.currency)}{more}"
    return f"{money(figure.low, figure.currency)} to {money(figure.high, figure.currency)}{more}"


def basis_in_words(basis: str) -> str:
    """What a figure is based on, in words; a basis that is no longer in use is returned as it is."""
    return BASES.get(basis, basis)
