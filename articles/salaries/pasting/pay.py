"""Pay as people write it: `£60,000 – £85,000`, `£40k-60k`, `60-85k`, `from 90k`, `70.000 €`."""

import re
from dataclasses import dataclass

from articles.document.salary_bands import CURRENCIES
from articles.salaries.rules import MAX_SALARY


class Unreadable(Exception):
    """Why a text is no yearly salary: the end of a sentence that begins with the text."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Pay:
    """A yearly salary or a range of it; `currency` is empty where no sign or code stands with it."""

    low: int
    high: int
    open_ended: bool = False
    currency: str = ""

    @property
    def is_single(self) -> bool:
        return self.low == self.high


SIGNS = {sign: code for code, sign in CURRENCIES.items()} | {"us$": "USD"}
_THOUSANDS = r"\d{1,3}(?:[,.'’ ]\d{3})+(?!\d)(?:\.\d{1,2})?"
_NUMBER = rf"(?:{_THOUSANDS}|\d{{1,9}}(?:\.\d{{1,2}})?)"
# An odd character before a sign is what is left of one that was decoded wrongly, such as “Â£”.
_CODES = r"(?:gbp|usd|eur|chf|cad|aud|sek|nok|dkk|pln|inr|jpy|sgd|aed)"
_SIGN = rf"(?:[^\x00-\x7f\s£$€‐-―−]{{0,2}}(?:us\$|[£$€])|(?<![a-z]){_CODES}(?![a-z]))"
_CODE = rf"(?:us\$|[£$€]|{_CODES}(?![a-z]))"
_UNIT = r"(?:k|m|grand|thousand)(?![a-z])"


def _amount(name: str) -> str:
    return rf"(?P<{name}_sign>{_SIGN})?\s?(?P<{name}>{_NUMBER})\s?(?P<{name}_unit>{_UNIT})?(?:\s?(?P<{name}_code>{_CODE}))?"


# The last of these is a dash that was decoded wrongly, such as “â€“”.
_DASH = r"(?:\s*(?:[-‐-―−~→]|\.{2,3}|…)\s*|\s+(?:to|and|until|till|up to)\s+|\s*/\s*|\s*[^\x00-\x7f\s£$€]€?[^\x00-\x7f\s£$]{1,2}\s*)"
_FROM = r"from|starting (?:at|from)|starts (?:at|from)|over|above|more than|at least|min(?:imum)?\.?(?: of)?|>=?|≥"
_UP_TO = r"up to|to|max(?:imum)?\.?(?: of)?|below|under|less than|at most|no more than|<=?|≤"
_ABOUT = r"ca?\.|circa|around|about|approx(?:imately|\.)?|roughly|~|≈|between"
_MORE = (
    r"(?:\s?\+(?!\s*[a-z\d])|\s+(?:or more|or above|and above|and over|and up(?:wards?)?|upwards?|plus)\b(?!\s+[a-z]))"
)
PAY = re.compile(
    rf"(?:(?P<from>(?<![a-z])(?:{_FROM}))\s*|(?P<up_to>(?<![a-z])(?:{_UP_TO}))\s*|(?<![a-z])(?:{_ABOUT})\s*)?"
    rf"(?<![\d.,]){_amount('low')}(?:{_DASH}{_amount('high')})?(?P<more>{_MORE})?(?![\w%]|[,.]\d)",
    re.IGNORECASE,
)
# What is said beside a salary without being part of it.
BESIDE = re.compile(
    r"(?:\s*[,(]?\s*(?:\+|\bplus|\band|&)\s*(?:\w+ )?(?:bonus(?:es)?|benefits|equity|options|shares|stock|commission|car"
    r"|package|pension|on-?call|allowance)\b\)?)|\bp\.?\s?a\b\.?|(?:\bper|\ba|\bper-|/)\s?(?:annum|year|yr)\b|\bannual(?:ly)?\b"
    r"|\byearly\b|\bgross\b|\bbas(?:e|ic)(?: salary)?\b|\bsalary(?: range)?\b:?|\bdoe\b|\bdepending on experience\b"
    r"|\bnegotiable\b|\bbefore tax\b|\(\s*\)",
    re.IGNORECASE,
)
OTHER_PERIODS = {
    "an hour": r"(?:per|an|each|by the|/)\s?(?:hour|hr)\b|\bhourly\b|(?<![a-z])(?:ph|p/h)\b",
    "a day": r"(?:per|a|each|by the|/)\s?day\b|\bday[- ]rates?\b|\bdaily\b|(?<![a-z])(?:pd|p/d)\b",
    "a week": r"(?:per|a|each|/)\s?(?:week|wk)\b|\bweekly\b|(?<![a-z])(?:pw|p/w)\b",
    "a month": r"(?:per|a|each|/)\s?(?:month|mth)\b|\bmonthly\b|(?<![a-z])(?:pcm|pm)\b",
}
GLUED = re.compile(r"\d(?=(?:p/?[dhw]|pcm|pm)\b)", re.IGNORECASE)  # “450pd”
THOUSAND = 1000
UNITS = {"k": THOUSAND, "grand": THOUSAND, "thousand": THOUSAND, "m": THOUSAND**2}


def read(text: str, *, in_thousands: bool = False) -> Pay:
    """The pay that is the whole of the text, one plain line. Raises `Unreadable`.

    `in_thousands` says that its column holds thousands, so that `60` means 60,000.
    """
    if period := other_period(text):
        raise Unreadable(f"is pay for {period}. Figures are salaries for a year, so give those.")
    match = PAY.fullmatch(BESIDE.sub(" ", text).strip(" ,;:"))
    if match is None:
        raise Unreadable("cannot be read as a salary. Write £60,000 – £85,000, 60k-85k or from 90k.")
    return _pay(match, in_thousands=in_thousands)


def find(text: str) -> tuple[str, str] | None:
    """The pay within a line of words, and the words without it; None when no salary is mentioned.

    A bare number is taken for pay only when it could be no year, number of people or day, or a period follows it.
    """
    text = GLUED.sub(r"\g<0> ", text)
    for match in PAY.finditer(text):
        rest = text[match.end() :]
        period = next((found[0] for pattern in OTHER_PERIODS.values() if (found := _search(pattern, rest))), "")
        if period or _is_money(match):
            around = f"{text[: match.start()]} | {rest.replace(period, ' ', 1) if period else rest}"
            return f"{match[0]} {period}".strip(), BESIDE.sub(" ", around)
    return None


def other_period(text: str) -> str:
    """`a day`, where the text says that its pay is for that; empty for a year."""
    return next((period for period, pattern in OTHER_PERIODS.items() if _search(pattern, text)), "")


def is_pay(text: str) -> bool:
    """Whether the whole cell is an amount, of a year or another period."""
    text = GLUED.sub(r"\g<0> ", text)
    for pattern in OTHER_PERIODS.values():
        text = re.sub(pattern, " ", text, flags=re.IGNORECASE)
    return PAY.fullmatch(BESIDE.sub(" ", text).strip(" ,;:")) is not None


def _search(pattern: str, text: str) -> re.Match[str] | None:
    return re.search(pattern, text, re.IGNORECASE)


def _is_money(match: re.Match[str]) -> bool:
    marks = ("low_sign", "low_code", "low_unit", "high_sign", "high_code", "high_unit")
    return any(match[mark] for mark in marks) or _number(match["low"]) >= 10 * THOUSAND


def _pay(match: re.Match[str], *, in_thousands: bool) -> Pay:
    if match["up_to"] and not match["high"]:
        raise Unreadable("gives only the upper end. Give the lower one too, such as £35,000 – £45,000.")
    low, high = _ends(match, in_thousands=in_thousands)
    if high > MAX_SALARY * THOUSAND:
        raise Unreadable("is more than anybody earns.")
    more = bool(match["more"]) or (bool(match["from"]) and not match["high"])
    return Pay(low=low, high=high, open_ended=more, currency=_currency(match))


def _ends(match: re.Match[str], *, in_thousands: bool) -> tuple[int, int]:
    """Both ends in whole units; a `k` after one end, or an end in full, says what the other end is in."""
    low, high = _number(match["low"]), _number(match["high"] or match["low"])
    low_unit = UNITS.get((match["low_unit"] or "").lower(), 1)
    high_unit = UNITS.get((match["high_unit"] or "").lower(), 1) if match["high"] else low_unit
    if low < THOUSAND and low_unit == 1 and (high_unit > 1 or high >= THOUSAND):
        low_unit = max(high_unit, THOUSAND)
    if high < THOUSAND and high_unit == 1 and low_unit > 1:
        high_unit = low_unit
    if in_thousands and low_unit == high_unit == 1 and high < 10 * THOUSAND:
        low_unit = high_unit = THOUSAND
    if max(low, high) < THOUSAND and high_unit == 1:
        raise Unreadable("may be thousands, or pay for a day. Write 60k-85k or whole amounts.")
    return round(low * low_unit), round(high * high_unit)


def _number(written: str) -> float:
    """The value of `60,000`, `60 000`, `60.000`, `62.5` and `60,000.00`."""
    match = re.fullmatch(r"(\d{1,3}(?:[,.'’ ]\d{3})+|\d+)(\.\d{1,2})?", written)
    whole, pence = (match[1], match[2] or "") if match else (written, "")
    return float(re.sub(r"\D", "", whole) + pence)


def _currency(match: re.Match[str]) -> str:
    """The ISO 4217 code. Raises `Unreadable` when the ends name two."""
    marks = {_code(match[name]) for name in ("low_sign", "low_code", "high_sign", "high_code") if match[name]}
    if len(marks) > 1:
        raise Unreadable("is in two currencies. Give each a row of its own.")
    return marks.pop() if marks else ""


def _code(mark: str) -> str:
    mark = mark.strip().lower()
    return SIGNS.get(mark) or SIGNS.get(mark[-1], mark.upper())
