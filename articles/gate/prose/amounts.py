"""Yearly salaries typed in a text: `£40,000 to £60,000`, `£40k–60k`, and the same with damaged signs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.document.salary_bands import CURRENCIES

BETWEEN = "between "
YEARLY = range(10_000, 1_000_000)
# Three groups more are beyond every salary, and no more can be read: Python refuses numbers of thousands of digits.
_NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,3}|\d{5,6}|\d{2,3}(?:\.\d)?\s?k)"
# A currency sign that was decoded wrongly leaves a run of odd characters, such as “ยฃ” for “£”.
_ODD = r"[^\x00-\x7f\s“”‘’–—−…•·]"
_SIGN = rf"(?:{_ODD}{{0,3}}[£$€]|\b(?:GBP|USD|EUR)\s?|&pound;|{_ODD}{{1,4}})"
_DASH = r"(?:\s*[-–—−]\s*|\s+(?:to|and)\s+|\s+[^\x00-\x7f\s]{1,4}\s+|[^\x00-\x7f\s]{2,4})"
AMOUNT = re.compile(
    rf"(?P<sign>{_SIGN})\s?(?P<low>{_NUMBER}|\d{{2,3}}(?={_DASH}))"
    rf"(?:(?P<dash>{_DASH}){_SIGN}?\s?(?P<high>{_NUMBER}))?(?![\d%]|,\d)"
    r"(?P<more>\s?\+|\s+(?:or more|and above|and over|plus)\b)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Amount:
    """One salary or band in a text, and where it stands there; `currency` is empty where the sign is damaged."""

    low: int
    high: int
    currency: str
    open_ended: bool
    start: int
    end: int

    @property
    def is_band(self) -> bool:
        return self.low != self.high or self.open_ended


def amounts(text: str) -> Iterator[Amount]:
    """The yearly salaries of a text, in order. What is too small or too large for a year’s pay is passed over."""
    for match in AMOUNT.finditer(text):
        for amount in _read(match):
            if amount.low in YEARLY and amount.high in YEARLY:
                yield amount


def _read(match: re.Match[str]) -> Iterator[Amount]:
    """One band; “£40,000 and £60,000” is two amounts unless “between” stands before it."""
    low, high = match["low"], match["high"] or match["low"]
    if low.isdigit() and len(low) < 5:  # the first number of “£40–60k”
        low += "k"
    ends = ((low, low), (high, high)) if _is_pair(match) else ((low, high),)
    for first, last in ends:
        yield Amount(
            low=_number(first),
            high=_number(last),
            currency=_currency(match["sign"].strip().upper()),
            open_ended=bool(match["more"]) and last == high,
            start=match.start(),
            end=match.end(),
        )


def _is_pair(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - len(BETWEEN)) : match.start()].casefold()
    return (match["dash"] or "").strip().casefold() == "and" and before != BETWEEN


def _number(text: str) -> int:
    digits = "".join(text.casefold().replace(",", "").split())
    return int(float(digits.removesuffix("k")) * (1000 if digits.endswith("k") else 1))


def _currency(sign: str) -> str:
    """The ISO 4217 code of a code or sign, whatever stands before the sign; empty when the sign itself is lost."""
    signs = {mark: code for code, mark in CURRENCIES.items()}
    return sign if sign in CURRENCIES else signs.get(sign[-1:], "")
