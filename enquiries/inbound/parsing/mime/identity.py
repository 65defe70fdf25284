"""Which mail this is, what it answers, and when it was sent."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from enquiries.inbound.parsing.mime.headers import Headers

IN_BRACKETS = re.compile(r"<\s*([^<>\s]+)\s*>")
BARE = re.compile(r"(?<![^\s<>@,;\"])[^\s<>@,;\"]+@[^\s<>@,;\"]+")
FIRST_YEAR = 1990


def message_ids(headers: Headers, *names: str) -> tuple[str, ...]:
    """The message IDs in these headers, in angle brackets, once each; some programs encode long ones, or forget brackets."""
    found: list[str] = []
    for name in names:
        for value in headers.all(name):
            text = value if "=?" not in value else headers.text(name)
            found += IN_BRACKETS.findall(text) or BARE.findall(text)
    return tuple(dict.fromkeys(f"<{each}>" for each in found))


def sent_at(headers: Headers) -> datetime | None:
    """Its date in UTC; None where there is none that could be."""
    try:
        moment = parsedate_to_datetime(headers.text("date")[:200])
        moment = moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return moment if moment.year >= FIRST_YEAR else None
