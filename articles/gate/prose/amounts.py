"""Sums of money in a text: `£40,000 to £60,000`, `£40k–60k`, `£450 a day`, and the same with damaged signs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.document.salary_bands import CURRENCIES
from articles.gate.prose.patterns import filtered

BETWEEN = "between "
LEAST_YEARLY, MOST_YEARLY = 10_000, 999_999
SCALES = {"k": 1_000, "thousand": 1_000, "m": 1_000_000, "million": 1_000_000, "bn": 10**9, "billion": 10**9}
# Three groups more are beyond every salary, and no more can be read: Python refuses numbers of thousands of digits.
_DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,9})(?:\.\d{1,2})?"
_NUMBER = rf"{_DIGITS}(?:\s?(?:k|thousand|million|m|billion|bn)\b)?"
# A currency sign that was decoded wrongly leaves a run of odd characters, such as “ยฃ” for “£”.
_ODD = r"[^\x00-\x7f\s“”‘’–—−…•·]"
_SIGN = rf"(?:{_ODD}{{0,3}}[£$€]|\b(?:GBP|USD|EUR)\s?|&pound;|{_ODD}{{1,4}})"
_DASH = r"(?:\s*[-–—−]\s*|\s+(?:to|and)\s+|\s+[^\x00-\x7f\s]{1,4}\s+|[^\x00-\x7f\s]{2,4})"
_END = r"(?![\d%]|[.,]\d)"
_PER = r"(?:\s?/\s?|\s(?:per|an?|each|every)\s)(?P<period>hour|hr|day|shift|week|month|year|annum)\b|\s?(?P<short>p\.?a\b|pd\b)"
_NAMED = {"pound": "GBP", "euro": "EUR", "dollar": "USD"}
AMOUNT = filtered(
    rf"(?P<sign>{_SIGN})\s?(?P<low>{_NUMBER})(?:(?P<dash>{_DASH}){_SIGN}?\s?(?P<high>{_NUMBER}))?{_END}"
    r"(?P<more>\s?\+|\s+(?:or more|and above|and over|plus)\b)?",
    re.IGNORECASE,
)
NAMED = re.compile(
    rf"(?<![\w£$€.,])(?P<low>{_NUMBER})(?:(?P<dash>{_DASH})(?P<high>{_NUMBER}))?\s(?P<sign>pound|euro|dollar|GBP|EUR|USD)s?\b",
    re.IGNORECASE,
)
BARE = re.compile(
    rf"(?<![\w£$€.,:/+-])(?<!\b(?:GBP|USD|EUR|CHF)\s)(?P<low>{_NUMBER})(?:(?P<dash>{_DASH})(?P<high>{_NUMBER}))?{_END}",
    re.IGNORECASE,
)
PERIOD = re.compile(_PER, re.IGNORECASE)
PERIODS = {"hr": "hour", "annum": "year"}
MONEY_WORD = filtered(r"\b(?:pound|euro|dollar)s?\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Amount:
    """One sum or band in a text, and where it stands there; `currency` is empty where the sign is lost or missing.

    `period` is what it is paid for, as far as the next words say: `hour`, `day`, `shift`, `week`, `month` or `year`.
    """

    low: float
    high: float
    currency: str
    open_ended: bool
    start: int
    end: int
    period: str = ""
    is_range: bool = False

    @property
    def is_band(self) -> bool:
        return self.low != self.high or self.open_ended

    @property
    def is_yearly(self) -> bool:
        """Whether it may be a year’s pay."""
        ends = (self.low, self.high)
        return self.period in ("", "year") and all(LEAST_YEARLY <= end <= MOST_YEARLY for end in ends)


def amounts(text: str) -> Iterator[Amount]:
    """The yearly salaries of a text, in order. What is too small or too large for a year’s pay is passed over."""
    return (amount for amount in _signed(text) if amount.is_yearly)


def sums(text: str) -> list[Amount]:
    """All sums of a text whose currency is known, in order."""
    found = [amount for amount in _signed(text) if amount.currency]
    if MONEY_WORD.search(text):
        found += [amount for match in NAMED.finditer(text) for amount in _read(match)]
        found.sort(key=lambda amount: amount.start)
    return found


def bare_numbers(text: str) -> Iterator[Amount]:
    """The numbers of a text that bear no sign of a currency, read as if they were sums."""
    for match in BARE.finditer(text):
        yield from _read(match)


def _signed(text: str) -> Iterator[Amount]:
    for match in AMOUNT.finditer(text):
        yield from _read(match)


def _read(match: re.Match[str]) -> Iterator[Amount]:
    """One band; “£40,000 and £60,000” is two amounts unless “between” stands before it."""
    low, high = _ends(match)
    per = PERIOD.match(match.string, match.end())
    parts = match.groupdict()
    is_pair = _is_pair(match)
    for first, last in ((low, low), (high, high)) if is_pair else ((low, high),):
        yield Amount(
            low=first,
            high=last,
            currency=_currency((parts.get("sign") or "").strip().upper()),
            open_ended=bool(parts.get("more")) and last == high,
            start=match.start(),
            end=match.end(),
            period=_period(per),
            is_range=match["high"] is not None and not is_pair,
        )


def _ends(match: re.Match[str]) -> tuple[float, float]:
    """Both ends; in “£40–60k” the thousands are said once."""
    low, high = match["low"], match["high"] or match["low"]
    if high[-1:] in "kK" and low.isdigit() and len(low) < 4:
        low += "k"
    return _number(low), _number(high)


def _is_pair(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - len(BETWEEN)) : match.start()].casefold()
    return (match["dash"] or "").strip().casefold() == "and" and before != BETWEEN


def _number(text: str) -> float:
    written = text.casefold().replace(",", "")
    digits = written.rstrip("abcdefghijklmnopqrstuvwxyz").rstrip()
    number = float(digits) * SCALES.get(written[len(digits) :].strip(), 1)
    return int(number) if number == int(number) else round(number, 2)


def _currency(sign: str) -> str:
    """The ISO 4217 code of a code, sign or name, whatever stands before the sign; empty when the sign itself is lost."""
    signs = {mark: code for code, mark in CURRENCIES.items()}
    named = _NAMED.get(sign.casefold(), sign)
    return named if named in CURRENCIES else signs.get(sign[-1:], "")


def _period(per: re.Match[str] | None) -> str:
    if not per:
        return ""
    if per["short"]:
        return "day" if per["short"].casefold() == "pd" else "year"
    return PERIODS.get(per["period"].casefold(), per["period"].casefold())
