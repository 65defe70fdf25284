"""When an entry came, as plug-ins write it; whether the day or the month stands first is for all of a column to say."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from enum import StrEnum

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>\d{4})"
TIME = (
    r"(?:[\st,@–-]+(?:at\s+)?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?)?\s*(?P<zone>z|utc|gmt|(?:gmt|utc)?[+-]\d{1,2}(?::?\d{2})?)?"
)
WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?"
NUMBERS = re.compile(rf"(?P<first>\d{{1,2}})[/.-](?P<then>\d{{1,2}})[/.-](?P<year>\d{{4}}|\d{{2}}){TIME}")
SHAPES = tuple(
    re.compile(WEEKDAY + shape + TIME)
    for shape in (
        rf"{YEAR}[-/.](?P<number>\d{{1,2}})[-/.]{DAY}",
        rf"{DAY}[\s-]+{MONTH},?[\s-]+{YEAR}",
        rf"{MONTH}\.?\s+{DAY},?\s+{YEAR}",
    )
)
SINCE_1970 = re.compile(r"\d{10}(?:\d{3})?")
OFFSET = re.compile(r"(?:gmt|utc)?(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?")
MONTHS_OF_A_YEAR = 12


class Order(StrEnum):
    """What stands first in dates such as 03/04/2024."""

    DAY = "day"
    MONTH = "month"
    UNKNOWN = "unknown"


def order_of(texts: Iterable[str]) -> Order:
    """What the dates themselves say; `DAY` where none of them leaves a doubt."""
    found = [(int(match["first"]), int(match["then"])) for text in texts if (match := _numbers(text))]
    if any(first > MONTHS_OF_A_YEAR for first, _ in found) or all(first == then for first, then in found):
        return Order.DAY
    return Order.MONTH if any(then > MONTHS_OF_A_YEAR for _, then in found) else Order.UNKNOWN


def read(text: str, order: Order, zone: tzinfo) -> datetime | None:
    """The moment, by the clocks of `zone` where the text names no other; None for what is no date."""
    try:
        return _read(_folded(text), order, zone)
    except (ValueError, OverflowError):  # the 31st of June, the 25th hour
        return None


def _read(text: str, order: Order, zone: tzinfo) -> datetime | None:
    if SINCE_1970.fullmatch(text):
        return datetime.fromtimestamp(int(text[:10]), UTC)
    if match := _numbers(text):
        day, month = (match["first"], match["then"]) if order == Order.DAY else (match["then"], match["first"])
        return _moment(match, int(month), int(day), zone)
    for shape in SHAPES:
        if match := shape.fullmatch(text):
            return _moment(match, _month(match), int(match["day"]), zone)
    return None


def _numbers(text: str) -> re.Match[str] | None:
    return NUMBERS.fullmatch(_folded(text))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _month(match: re.Match[str]) -> int:
    named = match.groupdict().get("month")
    return MONTHS.index(named) + 1 if named else int(match["number"])


def _moment(match: re.Match[str], month: int, day: int, zone: tzinfo) -> datetime:
    year = int(match["year"])
    hour, minute, second = (int(match[part] or 0) for part in ("hour", "minute", "second"))
    if match["half"]:
        hour = hour % 12 + (12 if match["half"].startswith("p") else 0)
    year = year if len(match["year"]) > len("24") else 2000 + year
    moment = datetime(year, month, day, hour, minute, second, tzinfo=_zone(match["zone"]) or zone)
    return moment.astimezone(UTC)


def _zone(named: str | None) -> tzinfo | None:
    if not named:
        return None
    if not (match := OFFSET.fullmatch(named)):
        return UTC
    away = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
    return timezone(-away if match["sign"] == "-" else away)
