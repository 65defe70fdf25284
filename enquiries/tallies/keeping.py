"""Keeping the tallies: an enquiry is counted in them, or from its row, and never both.

`Enquiry.tallied_in` says which. The worker counts rows in; whoever is about to change an enquiry locks it, and the lock
counts it out, so that the change is seen at once and no verb has to know what a report shows.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from django.db import models, transaction
from django.db.models import QuerySet

from enquiries import first_reply
from enquiries.models import EDITION, By, Enquiry, GroupTally, GuideTally, Tally, WaitTally
from enquiries.tallies import counting

BATCH = 2000
GROUP = ("week", "by", "person_id", "team_id", "value")
# Each kind of tally: what a line is counted by, what it counts, and how that is counted from rows.
KINDS: dict[type[models.Model], tuple[tuple[str, ...], tuple[str, ...], Callable[..., Iterable[Any]]]] = {
    Tally: (("week", *counting.MARKS, "edition"), ("number",), counting.of_this_edition),
    GuideTally: (("week", "guide_id", "outcome"), ("number",), counting.by_guide),
    GroupTally: (
        (*GROUP, "outcome"),
        counting.STANDING,
        lambda rows, week: counting.apart(counting.by_group(rows, week), By, before=1),
    ),
    WaitTally: (
        (*GROUP, "quarters"),
        ("number",),
        lambda rows, week: counting.apart(counting.by_wait(rows, week), counting.WAITED, before=1),
    ),
}


def count_in(stop: Callable[[], bool] = lambda: False) -> int:
    """Tallies what is counted from rows so far, and returns how many enquiries; ends early when `stop` says so."""
    return sum(batches(stop))


def batches(stop: Callable[[], bool] = lambda: False) -> Iterator[int]:
    """The same batch by batch, each of which stays: how many enquiries each had.

    Weeks that an earlier release counted are counted anew, one after the other, the latest first.
    """
    while not stop():
        if number := _count_batch_in():
            yield number
        elif week := outdated_weeks().first():
            count_anew(week)
        else:
            break


def outdated_weeks() -> QuerySet[Any]:
    """The weeks of which some tallies are of an earlier release, the latest first."""
    weeks = Tally.objects.filter(edition__lt=EDITION).order_by("-week")
    return weeks.values_list("week", flat=True).distinct()


def count_out(enquiry: Enquiry) -> None:
    """Takes a locked enquiry out of the tallies; from now on its row counts."""
    rows = Enquiry.objects.filter(pk=enquiry.pk)
    _write(rows, sign=-1)
    rows.update(tallied_in=None)
    enquiry.tallied_in = None


def count_anew(week: date) -> None:
    """Throws the week's tallies away; its rows count until they are tallied again."""
    with transaction.atomic():
        rows = Enquiry.objects.filter(tallied_in=week)
        first_reply.measure(rows)
        rows.update(tallied_in=None)
        for kind in KINDS:
            kind._default_manager.filter(week=week).delete()


def wrong_weeks() -> list[date]:
    """The weeks whose tallies are not what their rows add up to, as when somebody changed rows by hand."""
    weeks = Tally.objects.order_by("week").values_list("week", flat=True).distinct()
    return [week for week in weeks if any(_kept(kind, week) != _counted(kind, week) for kind in KINDS)]


@transaction.atomic
def _count_batch_in() -> int:
    waiting = Enquiry.objects.counted().filter(tallied_in=None).order_by("received_at")
    chosen = [enquiry.pk for enquiry in waiting.select_for_update(skip_locked=True).only("pk")[:BATCH]]
    rows = Enquiry.objects.filter(pk__in=chosen)
    rows.update(tallied_in=counting.WEEK, was_suspected=counting.SUSPECTED)
    first_reply.measure(rows)
    _write(rows, sign=1)
    for week in set(rows.values_list("tallied_in", flat=True)):
        _merge(week)
    return len(chosen)


def _write(enquiries: QuerySet[Enquiry], *, sign: int) -> None:
    """Adds lines that count the enquiries in, or out again."""
    for kind, (marks, _, count) in KINDS.items():
        sums = _sums(count(enquiries, "tallied_in"), len(marks))
        _insert(kind, ((*mark, *(sign * number for number in total)) for mark, total in sums))


def _insert(kind: type[models.Model], lines: Iterable[Sequence[Any]]) -> None:
    marks, measures, _ = KINDS[kind]
    names = (*marks, *measures)
    kind._default_manager.bulk_create(kind(**dict(zip(names, line, strict=True))) for line in lines)


def _merge(week: date | None) -> None:
    """Makes one line of all that have the same marks, and none of those that add up to nothing."""
    for kind, (marks, measures, _) in KINDS.items():
        lines = list(kind._default_manager.filter(week=week).order_by("pk").select_for_update())
        sums = _sums(([getattr(line, name) for name in (*marks, *measures)] for line in lines), len(marks))
        if len(sums) == len(lines):
            continue
        kind._default_manager.filter(pk__in=[line.pk for line in lines]).delete()
        _insert(kind, ((*mark, *total) for mark, total in sums))


def _kept(kind: type[models.Model], week: date) -> Any:
    marks, measures, _ = KINDS[kind]
    lines = kind._default_manager.filter(week=week).values_list(*marks, *measures)
    return _sums(lines, len(marks))


def _counted(kind: type[models.Model], week: date) -> Any:
    marks, _, count = KINDS[kind]
    return _sums(count(Enquiry.objects.filter(tallied_in=week), "tallied_in"), len(marks))


def _sums(lines: Iterable[Sequence[Any]], marks: int) -> set[tuple[Any, Any]]:
    """What the lines add up to, by as many marks as each begins with; without what adds up to nothing."""
    sums: dict[Any, Any] = {}
    for line in lines:
        mark, measures = tuple(line[:marks]), line[marks:]
        sums[mark] = tuple(map(sum, zip(sums.get(mark, (0,) * len(measures)), measures, strict=True)))
    return {(mark, total) for mark, total in sums.items() if any(total)}
