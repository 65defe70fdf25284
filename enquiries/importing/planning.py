"""What taking a file in would do, row by row; nothing is stored."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import batched
from typing import Any

from django.db.models import Max
from django.utils import timezone

from enquiries import answers
from enquiries.importing.entries import ONE_LINE, Entry, Fate, Reader, Refused
from enquiries.importing.mapping import Mapping
from enquiries.importing.tables import Table
from enquiries.models import Enquiry, EntryImport, EntryMark, Retention, Role
from enquiries.privacy import retention

AT_A_TIME = 200
SHOWN = 10
type Numbered = tuple[int, tuple[str, ...]]


@dataclass(frozen=True)
class Row:
    """A row of the file and what becomes of it; `words` say more of those that are not taken, and quote nothing."""

    number: int
    fate: Fate
    words: str = ""
    entry: Entry | None = None
    erase_on: date | None = None

    @property
    def role(self) -> str:
        """What they are, in words."""
        return str(Role(self.entry.answers["role"]).label) if self.entry else ""

    @property
    def told(self) -> list[tuple[str, str]]:
        """What else they said, in words."""
        if self.entry is None:
            return []
        enquiry = Enquiry(**self.entry.answers, source_path=self.entry.page)
        return answers.in_words(enquiry, ("email", "phone", *ONE_LINE.values(), "source_path"))


@dataclass(frozen=True)
class Plan:
    """Every row, in the order of the file."""

    rows: list[Row]
    taken_from: dict[str, date]
    digest: str

    @property
    def counts(self) -> Counter[str]:
        return Counter(row.fate.value for row in self.rows)

    def of(self, fate: Fate) -> list[Row]:
        return [row for row in self.rows if row.fate == fate]

    @property
    def shown(self) -> list[Row]:
        """Some of those that would come in, from the whole file and not from its beginning alone."""
        new = self.of(Fate.NEW)
        step = max(1, len(new) // SHOWN)
        return new[::step][:SHOWN]


class Judge:
    """Says what becomes of rows; it remembers those that it has seen."""

    def __init__(self, headings: Sequence[str], mapping: Mapping, run: EntryImport | None = None) -> None:
        self.reader, self.run, self.today = Reader(headings, mapping), run, timezone.localdate()
        self.kept = {role.value: retention.kept_for(role) for role in Role}
        self.seen: set[str] = set()

    def rows(self, numbered: Sequence[Numbered]) -> list[Row]:
        """What becomes of these, of which as many should be given as one query can look up."""
        rows = [self._read(number, cells) for number, cells in numbered]
        marks = [mark for row in rows if row.entry for mark in row.entry.marks.every()]
        known = dict(EntryMark.objects.filter(mark__in=marks).values_list("mark", "run"))
        return [self._known(row, known) for row in rows]

    def taken_from(self) -> dict[str, date]:
        """The first day whose entries come in, by what the enquirer is."""
        return {role: self.today - kept + timedelta(days=1) for role, kept in self.kept.items()}

    def _read(self, number: int, cells: Sequence[str]) -> Row:
        try:
            entry = self.reader.read(cells)
        except Refused as refused:
            return Row(number, refused.fate, str(refused))
        erase_on = timezone.localdate(entry.at) + self.kept[entry.answers["role"]]
        if erase_on <= self.today:
            return Row(number, Fate.PAST)
        return Row(number, Fate.NEW, entry=entry, erase_on=erase_on)

    def _known(self, row: Row, known: dict[str, Any]) -> Row:
        """The row again where it was not known before; of each entry the first one counts."""
        if row.entry is None:
            return row
        marks = row.entry.marks
        found = {known[mark] for mark in marks.every() if mark in known}
        if self.seen.intersection(marks.today()) or (self.run and self.run.pk in found):
            return Row(row.number, Fate.TWICE)
        if found:
            return Row(row.number, Fate.HERE)
        self.seen.update(marks.today())
        return row


def plan(table: Table, mapping: Mapping) -> Plan:
    """What would become of each row."""
    judge = Judge(table.headings, mapping)
    rows = [row for some in batched(table.rows, AT_A_TIME, strict=False) for row in judge.rows(some)]
    rows += uneven(table)
    rows.sort(key=lambda row: row.number)
    return Plan(rows, judge.taken_from(), _digest(mapping, rows))


def basis(run: EntryImport) -> str:
    """A digest of all that the plan of an import follows from: while it is the same, so is the plan."""
    file = hashlib.sha256(run.file.content).hexdigest()
    rules = list(Retention.objects.order_by("pk").values_list("role", "outcome", "days"))
    newest = EntryMark.objects.aggregate(newest=Max("pk"))["newest"]
    told = [file, run.mapping, str(timezone.localdate()), rules, newest]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def uneven(table: Table) -> list[Row]:
    """The rows that have more or fewer cells than the header."""
    return [Row(number, Fate.FAULTY, words) for number, words in table.faults]


def _digest(mapping: Mapping, rows: Iterable[Row]) -> str:
    told = [
        (row.number, row.fate, row.entry and [row.entry.answers, row.entry.at.isoformat(), row.entry.page])
        for row in rows
    ]
    return hashlib.sha256(json.dumps([mapping.as_json, told], sort_keys=True).encode()).hexdigest()
