"""Dates in a text: days, months, seasons, quarters and years, as a British guide writes them."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from articles.gate.prose.patterns import filtered

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LEAP = 2024  # any leap year, for days without a year
# In which month a part of a year ends; a winter that is named by one year may reach into the next.
ENDS = {"spring": 5, "summer": 8, "autumn": 11, "winter": 14, "early": 4, "mid": 8, "late": 12}
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![\w’'-])"
)
WEEKDAY = rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)}),? (?:the )?)?"
DATE = filtered(
    "|".join((
        rf"\b(?i:{WEEKDAY})(?<![\d.,:/£$€–-])(?P<d1>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m1>{MONTH})(?:,? (?P<y1>(?:19|20)\d\d)\b)?",
        rf"\b(?P<m2>{MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.,]\d)(?:,? (?P<y2>(?:19|20)\d\d)\b)?",
        r"(?<![\d/.-])(?P<y3>(?:19|20)\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)(?![\d/-])",
        r"(?<![\d/.-])(?P<d4>\d{1,2})/(?P<m4>\d{1,2})/(?P<y4>(?:19|20)\d\d)(?![\d/])",
        rf"\b(?:(?:[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle) of )?(?P<m5>{MONTH}),? (?P<y5>(?:19|20)\d\d)\b(?!/\d)",
        r"\b(?P<part>[Ee]arly|[Mm]id|[Ll]ate|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)(?: of)?[ -](?P<y6>(?:19|20)\d\d)\b(?![-–/]\d|s)",
        r"\bQ(?P<quarter>[1-4])(?: of)? (?P<y7>(?:19|20)\d\d)\b",
        r"(?<![\w£$€.,:/–-])(?P<y8>(?:19|20)\d\d)\b(?![-–/,.:]\d|[-–%k+]|s\b|/)",
    ))
)  # fmt: skip
HAS_DATE = filtered(rf"\d(?:\d\d\d|(?:st|nd|rd|th)? (?:of )?{MONTH})|\b{MONTH} \d|\d/\d")


@dataclass(frozen=True, kw_only=True, slots=True)
class Moment:
    """A date where it stands. `last` is the last day that it can mean; None without a year, or where no such day is.

    `is_possible` says whether there is such a day, `is_day` whether it is one rather than a month or a year.
    """

    start: int
    end: int
    last: date | None
    is_possible: bool = True
    is_day: bool = False
    weekday: str = ""


def dates(text: str) -> Iterator[Moment]:
    """The dates of a text, in order; numbers that only may be years are taken for years."""
    if HAS_DATE.search(text):
        for match in DATE.finditer(text):
            yield _moment(match)


def _moment(match: re.Match[str]) -> Moment:
    parts = {name: value for name, value in match.groupdict().items() if value}
    days = [(name[1:], parts[name]) for name in parts if re.fullmatch(r"d\d", name)]
    if days:
        number, day = days[0]
        return _day(match, int(day), parts[f"m{number}"], parts.get(f"y{number}", ""), parts.get("weekday", ""))
    year = next(int(parts[name]) for name in parts if re.fullmatch(r"y\d", name))
    return Moment(start=match.start(), end=match.end(), last=_last_day(year, _last_month(parts)))


def _day(match: re.Match[str], day: int, month: str, year: str, weekday: str) -> Moment:
    """A day that is written; one without a year is possible if any year has it. Between slashes, its month may come first."""
    orders = [(day, int(month) if month.isdigit() else _month(month))]
    if match["d4"]:
        orders.append((int(month), day))
    found = [(n, m) for n, m in orders if 1 <= m <= len(MONTHS) and 1 <= n <= monthrange(int(year or LEAP), m)[1]]
    return Moment(
        start=match.start(),
        end=match.end(),
        last=date(int(year), found[0][1], found[0][0]) if year and found else None,
        is_possible=bool(found),
        is_day=True,
        weekday=weekday.casefold(),
    )


def _last_month(parts: dict[str, str]) -> int:
    if "m5" in parts:
        return _month(parts["m5"])
    if "quarter" in parts:
        return int(parts["quarter"]) * 3
    return ENDS.get(parts.get("part", "").casefold(), len(MONTHS))


def _month(name: str) -> int:
    return MONTHS.index(name[:3].casefold()) + 1


def _last_day(year: int, month: int) -> date:
    year, month = (year + 1, month - 12) if month > len(MONTHS) else (year, month)
    return date(year, month, monthrange(year, month)[1])
