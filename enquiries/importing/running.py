"""Taking a file in, some rows at a time, each lot in a transaction of its own with how far it is: it can end anywhere and
goes on from there."""

from collections.abc import Callable
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from enquiries.importing import mapping, planning, reporting, storing, uploads
from enquiries.importing.entries import Fate
from enquiries.importing.tables import Table
from enquiries.models import EntryFile, EntryImport

State = EntryImport.State
AT_ONCE = 200  # rows that whoever confirms waits for
ALONE_FOR = timedelta(minutes=2)
TRIES = 3


def begin(run: EntryImport) -> None:
    """Takes in what was confirmed: at once where it is little, else by the worker."""
    if run.total <= AT_ONCE:
        EntryImport.objects.filter(pk=run.pk).update(state=State.RUNNING, seen_at=timezone.now())
        go(run)
    else:
        EntryImport.objects.filter(pk=run.pk).update(state=State.WAITING)


def work_off(stop: Callable[[], bool]) -> int:
    """The worker's part: goes on with what waits, or what a process left; returns how many imports it ended."""
    ended = 0
    while not stop() and (run := _next()):
        go(run, stop)
        run.refresh_from_db()
        ended += run.is_over
    return ended


def go(run: EntryImport, stop: Callable[[], bool] = lambda: False) -> None:
    """Takes the rest of the file in; where `stop` says so, the next process goes on."""
    table = uploads.table_of(run)
    lot = Lot(run, table)
    while not stop():
        if not lot.take():
            return
    EntryImport.objects.filter(pk=run.pk, state=State.RUNNING).update(state=State.WAITING)


def stop(run: EntryImport) -> bool:
    """Ends an import after the rows that are being stored; what came in stays. Whether it was still going on."""
    going = EntryImport.objects.filter(pk=run.pk, state__in=[State.WAITING, State.RUNNING])
    stopped = going.update(state=State.STOPPED, ended_at=timezone.now())
    EntryFile.objects.filter(run=run, run__state=State.STOPPED).delete()
    return bool(stopped)


class Lot:
    """The rows of a file, lot after lot."""

    def __init__(self, run: EntryImport, table: Table) -> None:
        self.run, self.table, self.teams = run, table, storing.teams()
        self.judge = planning.Judge(table.headings, mapping.from_json(run.mapping), run)

    def take(self) -> bool:
        """Takes the next rows in; False once there are none, or somebody stopped it."""
        for attempt in range(TRIES):
            try:
                with transaction.atomic():
                    return self._take()
            except IntegrityError:  # another import of the same entries was faster: they are known now
                if attempt == TRIES - 1:
                    raise
        return False

    def _take(self) -> bool:
        run = EntryImport.objects.select_for_update().get(pk=self.run.pk)
        if run.state != State.RUNNING:
            return False
        begins = run.done or 0
        numbered = self.table.rows[begins : begins + planning.AT_A_TIME]
        if not numbered:
            self._end(run)
            return False
        self.judge.seen.clear()  # what came in before has its marks; what a failed attempt saw has not
        rows = self.judge.rows(numbered)
        storing.store([row for row in rows if row.fate == Fate.NEW], run, self.teams)
        run.done, run.seen_at = begins + len(numbered), timezone.now()
        run.report = reporting.merged(run.report, rows)
        run.save(update_fields=["done", "seen_at", "report"])
        return True

    def _end(self, run: EntryImport) -> None:
        run.report = reporting.merged(run.report, planning.uneven(self.table))
        run.state, run.ended_at, run.done = State.DONE, timezone.now(), run.total
        run.save(update_fields=["state", "ended_at", "done", "report"])
        run.file.delete()


def _next() -> EntryImport | None:
    """The oldest import that waits or was left, for this process alone."""
    left = Q(state=State.RUNNING, seen_at__lt=timezone.now() - ALONE_FOR)
    for run in EntryImport.objects.filter(Q(state=State.WAITING) | left).order_by("pk"):
        mine = EntryImport.objects.filter(pk=run.pk, state=run.state, seen_at=run.seen_at)
        if mine.update(seen_at=timezone.now(), state=State.RUNNING):
            return run
    return None
