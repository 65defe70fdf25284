"""Storing the entries that come in: closed, of the day on which they came, with what they are found and known by.

Nobody is told. The lines of their history are written past `history.record`, on whose signal other systems hear of
enquiries; no notice is written, no consent noted, no turn of anybody taken.
"""

from collections.abc import Sequence

from enquiries import search
from enquiries.importing.planning import Row
from enquiries.intake import routing
from enquiries.models import (
    Enquiry,
    EntryImport,
    EntryMark,
    Event,
    Role,
    SearchText,
    SearchWord,
    Source,
    State,
    Team,
)


def teams() -> dict[str, Team]:
    """Who answers for the enquiries of each role."""
    return {role.value: routing.route(role, None).team for role in Role}


def store(rows: Sequence[Row], run: EntryImport, of_role: dict[str, Team]) -> None:
    """Stores the enquiries of these rows. Call it in a transaction; a breach of their marks says that another was faster."""
    enquiries = Enquiry.objects.bulk_create(_enquiry(row, of_role) for row in rows)
    pairs = list(zip(enquiries, rows, strict=True))
    EntryMark.objects.bulk_create(
        EntryMark(mark=mark, enquiry=enquiry, run=run)
        for enquiry, row in pairs
        if row.entry
        for mark in dict.fromkeys(row.entry.marks.today())
    )
    Event.objects.bulk_create(
        Event(enquiry=enquiry, kind=Event.Kind.RECEIVED, by=run.started_by, words=_origin(row, run))
        for enquiry, row in pairs
    )
    SearchWord.objects.bulk_create(
        SearchWord(enquiry=enquiry, word=word) for enquiry in enquiries for word in search.words_of(enquiry)
    )
    SearchText.objects.bulk_create(search.text_of(enquiry, ()) for enquiry in enquiries)


def _enquiry(row: Row, of_role: dict[str, Team]) -> Enquiry:
    """The work on it ended on the day on which it came: from then on its erase date counts."""
    if row.entry is None:
        raise TypeError("There is no entry in this row.")
    enquiry = Enquiry(
        **row.entry.answers,
        source_path=row.entry.page,
        source=Source.EARLIER_SITE,
        team=of_role[row.entry.answers["role"]],
        state=State.CLOSED,
        was_suspected=False,
        received_at=row.entry.at,
        reply_due_at=row.entry.at,
        closed_at=row.entry.at,
        erase_on=row.erase_on,
    )
    enquiry.token = f"imported {enquiry.reference}"
    return enquiry


def _origin(row: Row, run: EntryImport) -> str:
    number = f", entry {row.entry.number}" if row.entry and row.entry.number else ""
    return f"From the form “{run.form}” of an earlier site{number}."
