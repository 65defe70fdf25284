"""Handing a draft to those who publish, handing it back, and finding a live guide still right."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from articles.admin.guides import checks, pages
from articles.admin.guides.forms import NoteForm, SendBackForm
from articles.lib.days import in_words
from articles.models import Article
from articles.review import handover, upkeep


@require_POST
def send(request: HttpRequest, guide: Article) -> HttpResponse:
    """Asks the editors to check the draft and publish it."""
    form = NoteForm(request.POST, auto_id="id_send_%s")
    if not form.is_valid():
        return checks.show(request, guide, send=form)
    handover.send_for_review(guide, by=request.user, note=form.cleaned_data["note"])
    messages.success(request, "Sent for review. You can keep writing; the editors always see the latest draft.")
    return pages.back_to("checks", guide)


@require_POST
def send_back(request: HttpRequest, guide: Article) -> HttpResponse:
    """Gives a draft that is in review back to its author."""
    form = SendBackForm(request.POST, auto_id="id_send_back_%s")
    if not form.is_valid():
        return checks.show(request, guide, send_back=form)
    handover.send_back(guide, by=request.user, note=form.cleaned_data["note"])
    messages.success(request, "Sent back.")
    return pages.back_to("checks", guide)


@require_POST
def reviewed(request: HttpRequest, guide: Article) -> HttpResponse:
    """Records that the live guide is still right; its text stays as it is."""
    try:
        due = upkeep.mark_reviewed(guide, by=request.user)
    except upkeep.NotLive as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"Recorded. The next review is due by {in_words(due)}.")
    return pages.back_to("checks", guide)
