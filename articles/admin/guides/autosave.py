"""What the writing page asks for while somebody writes: to keep what stands in the form, and to take it back."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from articles.admin.guides import checks, pages, unsaved
from articles.admin.guides.checks import DraftReport
from articles.admin.guides.length import length_of
from articles.admin.guides.unsaved import CannotRead, Unsaved
from articles.drafts import autosaving, saving
from articles.gate import inspection
from articles.lib.people import name_of
from articles.models import Article, DraftVersion

NO_TITLE = "Not saved yet: once it has a title, it is saved as you write."


@never_cache
@require_http_methods(["GET", "POST"])
def autosave(request: HttpRequest, guide: Article) -> HttpResponse:
    """Keeps the posted form as it stands; asked with GET, tells the form a fresh proof against forgery.

    The answer holds what the bar says: sentences, the length and what the checks find.
    """
    if request.method == "GET":
        return JsonResponse({"csrf": get_token(request)})
    number = unsaved.opened_at(request, guide)
    note = _note(guide, number)
    try:
        work = unsaved.read(request, guide, number)
    except CannotRead as fault:
        return _refused(f"Could not save: {fault}")
    _keep(request, work, number)
    return JsonResponse(_told(work, note))


@never_cache
@require_http_methods(["GET", "POST"])
def autosave_new(request: HttpRequest) -> HttpResponse:
    """The same for a guide that is not stored yet: it becomes a draft without blocks, whose form the page now is."""
    if request.method == "GET":
        return JsonResponse({"csrf": get_token(request)})
    try:
        work = unsaved.read(request, Article())
    except CannotRead as fault:
        return _refused(f"Could not save: {fault}")
    if not work.guide.title:
        return _refused(NO_TITLE, "waiting")
    with transaction.atomic():
        number = _begin(request, work.guide)
        _keep(request, work, number)
    begun = {
        "guide": work.guide.pk,
        "version": number,
        "change": reverse("admin:articles_article_change", args=[work.guide.pk]),
        "autosave": reverse("admin:articles_article_autosave", args=[work.guide.pk]),
        "preview": reverse("admin:articles_article_preview_unsaved", args=[work.guide.pk]),
    }
    return JsonResponse(_told(work, "") | {"begun": begun})


@require_POST
def take(request: HttpRequest, guide: Article, version: int) -> HttpResponse:
    """Makes the editor's own autosaved work the draft; where somebody saved meanwhile, leads to both."""
    try:
        taken = autosaving.take(_own(request, guide, version), by=request.user)
    except saving.CannotRestore as refusal:
        messages.error(request, str(refusal))
        return pages.back_to("change", guide)
    if taken.is_conflict:
        return redirect("admin:articles_article_conflict", guide.pk, taken.pk)
    messages.success(request, "Your work is back and saved as the draft. The former draft is kept in the history.")
    checks.tell_what_came(request, guide)
    return pages.back_to("change", guide)


@require_POST
def discard(request: HttpRequest, guide: Article, version: int) -> HttpResponse:
    """Forgets what the editor's form autosaved."""
    autosaving.discard(_own(request, guide, version))
    messages.success(request, "Discarded. The draft is as it was.")
    return pages.back_to("change", guide)


def _refused(words: str, kind: str = "failed") -> HttpResponse:
    """An answer like others: while somebody types, that a form is not finished is no error for logs and consoles."""
    return JsonResponse({"refused": words, "kind": kind})


def _own(request: HttpRequest, guide: Article, version: int) -> DraftVersion:
    return get_object_or_404(guide.versions.autosaved().filter(saved_by=request.user.pk), pk=version)


def _begin(request: HttpRequest, guide: Article) -> int:
    """Stores a new guide's own fields; returns the version that its form is of from now on."""
    if guide.owner is None:
        guide.owner = request.user  # type: ignore[assignment]
    guide.save()
    return saving.save(guide, by=request.user).number


def _keep(request: HttpRequest, work: Unsaved, number: int) -> None:
    token = request.POST.get("draft_token", "")[:36]
    autosaving.keep(work.guide, work.document, row_ids=work.row_ids, number=number, by=request.user, token=token)


def _note(guide: Article, number: int) -> str:
    """Who has saved since the form was opened, so that the conflict does not come as a surprise."""
    if number == guide.version:
        return ""
    who = name_of(guide.saved_by) if guide.saved_by else "Somebody"
    return f"{who} has saved this guide since you opened it. When you save, you are shown both."


def _told(work: Unsaved, note: str) -> dict[str, Any]:
    found = inspection.findings(work.guide, work.document)
    report = DraftReport(guide=work.guide, document=work.document, found=work.located(found))
    context = {"report": report, "guide": work.guide, "is_unsaved": True, "may_change": True}
    return {
        "state": f"Autosaved {timezone.localtime():%H:%M}",
        "note": note,
        "length": length_of(work.document),
        "counts": render_to_string("admin/articles/article/counts.html", context).strip(),
        "findings": render_to_string("admin/articles/article/findings.html", context),
    }
