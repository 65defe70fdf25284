"""The same for a spreadsheet: one row for each enquiry, and one for each line of a history."""

from collections.abc import Iterable, Iterator
from typing import Any

from articles.lib import csv_export
from enquiries.models import Enquiry
from enquiries.moving_out import records

ABOUT = (
    "reference",
    "received_at",
    "state",
    "outcome",
    "source",
    "owner",
    "team",
    "guide",
    "source_path",
    "first_replied_at",
    "closed_at",
    "erase_on",
    "is_restricted",
    "is_application",
    "ats_reference",
)
CONSENT = "agreed_to_news"


def enquiries(every: Iterable[Enquiry]) -> Iterator[str]:
    """Lines of CSV: `ABOUT`, whether they agreed to hear from us, and the answers of the form."""
    return csv_export.lines((*ABOUT, CONSENT, *Enquiry.ANSWERS), map(_row, every))


def conversations(every: Iterable[Enquiry]) -> Iterator[str]:
    """Lines of CSV: the reference of the enquiry, and the line of its history."""
    rows = ((enquiry.reference, *_told(line)) for enquiry in every for line in records.history(enquiry))
    return csv_export.lines(("reference", *records.HISTORY), rows)


def _row(enquiry: Enquiry) -> list[Any]:
    told = [getattr(enquiry, name) for name in (*ABOUT, *Enquiry.ANSWERS)]
    told.insert(len(ABOUT), enquiry.marketing_wording_id is not None)
    return [_plain(value) for value in told]


def _told(line: tuple[Any, ...]) -> list[Any]:
    *values, files = line
    return [*map(_plain, values), ", ".join(files)]


def _plain(value: Any) -> Any:
    if value is None:
        return ""
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
