"""What taking the file in would do, and taking it in once that is confirmed."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from enquiries.admin.importing import pages, upload
from enquiries.importing import planning, reporting, running, uploads
from enquiries.importing.entries import Fate
from enquiries.importing.mapping import from_json
from enquiries.importing.planning import Plan
from enquiries.models import EntryImport, Role

State = EntryImport.State
CHANGED = "What would come in is no longer what you saw. Look at it again before you confirm it."
# Why entries of these fates stay outside, for whoever confirms it.
REASONS = {
    Fate.HERE: "They came in with another file and stay as they are here, also those that have been erased since.",
    Fate.TWICE: "The first of each comes in.",
    Fate.PAST: "By your retention rules they would be erased by now, so they do not come in.",
    Fate.MARKED: "The old site had marked them, so they do not come in.",
    Fate.UNANSWERABLE: "Nobody could be answered: there is neither an e-mail address nor a phone number.",
    Fate.FAULTY: "Correct them in the file and upload it again, or leave them out.",
}
MOST_NAMED = 100


@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest, run: EntryImport) -> HttpResponse:
    """Shows the plan; begins when the same plan is confirmed, which is made anew only where it may be another."""
    if not run.mapping:
        return pages.to("columns", run)
    basis = planning.basis(run)
    if request.method == "POST" and request.POST.get("basis") == basis:
        return _begin(run)
    plan = planning.plan(uploads.table_of(run), from_json(run.mapping))
    if request.method == "POST":
        if request.POST.get("seen") == plan.digest and plan.of(Fate.NEW):
            return _begin(run)
        messages.warning(request, CHANGED)
    return pages.page(request, "preview.html", "What would come in", run=run, plan=plan, basis=basis, **_told(plan))


def _begin(run: EntryImport) -> HttpResponse:
    """One press of two takes it in."""
    mapping = from_json(run.mapping)
    judge = planning.Judge(mapping.headings, mapping)
    first = {role: day.isoformat() for role, day in judge.taken_from().items()}
    waiting = EntryImport.objects.filter(pk=run.pk, state=State.MAPPING)
    if waiting.update(state=State.WAITING, report={"taken_from": first}):
        upload.note(run)
        run.refresh_from_db()
        running.begin(run)
    return pages.to("change", run)


def _told(plan: Plan) -> dict[str, Any]:
    return {
        "new": plan.counts[Fate.NEW],
        "lines": [(label, count, *_explained(plan, Fate(fate))) for fate, label, count in reporting.lines(plan.counts)],
        "faults": plan.of(Fate.FAULTY)[:MOST_NAMED],
        "marked": reporting.merged({}, plan.of(Fate.MARKED))["marked"],
        "taken_from": [(role.label, plan.taken_from[role]) for role in Role],
        "shown": plan.shown,
    }


def _explained(plan: Plan, fate: Fate) -> tuple[str, str]:
    """Why, and the numbers of the rows."""
    return (REASONS.get(fate, ""), rows([row.number for row in plan.of(fate)]) if fate in REASONS else "")


def rows(numbers: list[int]) -> str:
    """Numbers of rows in words; of very many the first ones."""
    named = ", ".join(f"{number:,}" for number in numbers[:MOST_NAMED])
    more = len(numbers) - MOST_NAMED
    return f"{named} and {more:,} more" if more > 0 else named
