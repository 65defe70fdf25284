"""The report of an import: counts, and rows by their numbers alone."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from enquiries.importing.entries import Fate
from enquiries.importing.planning import Row

LABELS = {
    Fate.NEW: "taken in",
    Fate.HERE: "here already",
    Fate.TWICE: "twice in the file",
    Fate.PAST: "past their time",
    Fate.MARKED: "marked by the plug-in",
    Fate.UNANSWERABLE: "without a way to answer",
    Fate.FAULTY: "not readable",
}


def merged(report: dict[str, Any], rows: Iterable[Row]) -> dict[str, Any]:
    """The report with these rows in it."""
    counts, marked = Counter(report.get("counts", {})), Counter(report.get("marked", {}))
    numbers = {fate: list(found) for fate, found in report.get("rows", {}).items()}
    faults = list(report.get("faults", []))
    for row in rows:
        counts[row.fate.value] += 1
        numbers.setdefault(row.fate.value, []).append(row.number)
        if row.fate == Fate.MARKED:
            marked[row.words] += 1
        elif row.fate == Fate.FAULTY:
            faults.append({"row": row.number, "what": row.words})
    return {**report, "counts": dict(counts), "marked": dict(marked), "rows": numbers, "faults": faults}


def lines(counts: dict[str, int]) -> list[tuple[str, str, int]]:
    """Each fate with its label and how many had it; those that nobody had are left out, but for what came in."""
    return [
        (fate.value, label, counts.get(fate, 0))
        for fate, label in LABELS.items()
        if counts.get(fate) or fate == Fate.NEW
    ]
