"""How far a run is, and stopping it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from articles.models import ImportRun

State = ImportRun.State


@require_safe
@never_cache
def progress(request: HttpRequest, run: ImportRun) -> HttpResponse:
    """For the script of the run's page."""
    return JsonResponse(
        {"done": run.done, "total": max(run.total, run.done), "is_over": run.is_over, "words": words(run)}
    )


def words(run: ImportRun) -> str:
    """How far it is, in a sentence."""
    if run.state == State.WAITING:
        return "It waits for the worker, which looks every few seconds."
    if run.is_over:
        return f"{run.done:,} read."
    return f"{run.done:,} of {max(run.total, run.done):,} read."


@require_POST
def stop(request: HttpRequest, run: ImportRun) -> HttpResponse:
    """Ends the run after the post that is being read; what came in stays."""
    stopped = ImportRun.objects.filter(pk=run.pk, state__in=[State.WAITING, State.RUNNING]).update(state=State.STOPPED)
    if stopped:
        run.pieces.all().delete()
        messages.success(request, "Stopped. What came in stays. Upload it again to go on.")
    else:
        messages.warning(request, "It was over already.")
    return HttpResponseRedirect(reverse("admin:articles_importrun_change", args=[run.pk]))
