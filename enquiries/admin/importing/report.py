"""How far an import is, stopping it, and what became of its rows."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_POST, require_safe

from enquiries.admin.importing import pages
from enquiries.admin.importing.preview import MOST_NAMED, rows
from enquiries.importing import reporting, running
from enquiries.importing.kinds import As
from enquiries.models import EntryImport, Role

State = EntryImport.State


@require_safe
def run(request: HttpRequest, run: EntryImport) -> HttpResponse:
    """The report; for what is not confirmed yet, its columns."""
    if run.state == State.MAPPING:
        return pages.to("columns", run)
    return pages.page(
        request, "run.html", run.name, run=run, words=words(run), **_told(run.report), **_said(run.mapping)
    )


@require_safe
def progress(request: HttpRequest, run: EntryImport) -> HttpResponse:
    """For the script of the import's page."""
    return JsonResponse({"done": run.done, "total": run.total, "is_over": run.is_over, "words": words(run)})


@require_safe
def as_json(request: HttpRequest, run: EntryImport) -> HttpResponse:
    """What became of each row, by its number; `docs/moving-in.md` tells its shape."""
    if run.state == State.MAPPING:
        return pages.to("columns", run)
    told = {"taken_from": {}, "counts": {}, "marked": {}, "rows": {}, "faults": []} | run.report
    said = run.mapping
    columns = [
        {"heading": heading, "as": kind} for heading, kind in zip(said["headings"], said["columns"], strict=True)
    ]
    answer = JsonResponse({"file": run.name, "form": run.form, "state": run.state, "columns": columns, **told})
    answer["Content-Disposition"] = 'attachment; filename="form-entries.json"'
    return answer


@require_POST
def stop(request: HttpRequest, run: EntryImport) -> HttpResponse:
    """Ends the import; what came in stays."""
    if running.stop(run):
        messages.success(request, "Stopped. What came in stays. Upload the file again to go on.")
    else:
        messages.warning(request, "It was over already.")
    return pages.to("change", run)


def words(run: EntryImport) -> str:
    """How far it is, in a sentence."""
    if run.state == State.WAITING and not run.done:
        return "It waits for the worker, which looks every few seconds."
    return f"{run.done:,} of {run.total:,} rows read."


def _told(report: dict[str, Any]) -> dict[str, Any]:
    numbers = report.get("rows", {})
    counts = reporting.lines(report.get("counts", {}))
    return {
        "lines": [
            (label, count, rows(numbers.get(fate, [])) if fate != "new" else "") for fate, label, count in counts
        ],
        "marked": report.get("marked", {}),
        "faults": report.get("faults", [])[:MOST_NAMED],
    }


def _said(mapping: dict[str, Any]) -> dict[str, Any]:
    """What the columns were, and what the answers meant."""
    roles = {role.value: role.label for role in Role}
    return {
        "columns": [
            (heading, As(kind).label) for heading, kind in zip(mapping["headings"], mapping["columns"], strict=True)
        ],
        "roles": [(answer, roles[role]) for answer, role in mapping["roles"].items()],
        "everybody": roles[mapping["everybody"]],
    }
