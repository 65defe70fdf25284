"""Saving a draft that somebody else may have saved first, and putting unsaved work back in the form."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse

from articles.admin.guides import checks, pages, unsaved
from articles.diff import comparison
from articles.drafts import addresses, conflicts, saving
from articles.drafts.rows import document_of
from articles.lib.slugs import slug
from articles.models import UNTITLED, Article, DraftVersion
from articles.references.telling import told

RECENT = 50
PLACEHOLDERS = {"title": UNTITLED, "standfirst": "What the reader will learn, in one or two sentences."}


class AddressField(forms.SlugField):
    """Words typed as an address become one."""

    def to_python(self, value: Any) -> str:
        return slug(super().to_python(value) or "")


class GuideForm(forms.ModelForm):
    """The guide's own fields. With `is_restoring` it shows what it was given and lets nothing be saved."""

    is_restoring = False
    wanted_address = ""

    class Meta:
        field_classes = {"slug": AddressField}
        widgets = {"title": forms.Textarea(attrs={"class": "vLargeTextField", "rows": 1})}  # a long one wraps
        help_texts = {
            "hero_picture": "The large picture at the top, also used on cards. At least 1,200 pixels wide. "
            "The live page keeps the old picture until you publish."
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, words in PLACEHOLDERS.items():
            if name in self.fields:
                self.fields[name].widget.attrs["placeholder"] = words

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.is_restoring:
            raise forms.ValidationError("Nothing is saved yet.", code="restoring")
        if cleaned is not None and "slug" in cleaned:
            self.wanted_address = cleaned["slug"]
            guide = Article(pk=self.instance.pk, title=cleaned.get("title", ""))
            cleaned["slug"] = addresses.free_address(cleaned["slug"], guide)
        return cleaned


def form_context(request: HttpRequest, guide: Article | None) -> dict[str, Any]:
    """What the form keeps of itself: which version it was opened at, its token, and which tokens are stored already."""
    stored = DraftVersion.objects.filter(saved_by=request.user.pk, is_autosaved=False).exclude(token="")
    return {
        "draft_version": request.POST.get("draft_version") or (guide.version if guide else 0),
        "draft_token": request.POST.get("draft_token") or str(uuid4()),
        "stored_tokens": " ".join(stored.order_by("-pk").values_list("token", flat=True)[:RECENT]),
    }


def save_or_keep_conflict(request: HttpRequest, guide: Article, save: Callable[[], HttpResponse]) -> HttpResponse:
    """Lets `save` handle the posted form, unless the draft has become another since the form was opened.

    Then the form is saved on trial, on top of the draft that its editor saw, read as a document, and undone; the
    document is kept, and its editor sees who changed what.
    """
    with transaction.atomic():
        guide = saving.lock(guide)
        number = unsaved.opened_at(request, guide)
        if number == guide.version:
            return save()
        response, document = _on_trial(request, guide, number, save)
        if document is None:
            return response
        version = conflicts.keep_conflict(
            guide, document, number=number, by=request.user, token=request.POST.get("draft_token", "")[:36]
        )
    return HttpResponseRedirect(reverse("admin:articles_article_conflict", args=[guide.pk, version.pk]))


def conflict(request: HttpRequest, guide: Article, version: int) -> HttpResponse:
    """Shows the editor of a conflicting version who changed what, and does what they decide."""
    conflicting = get_object_or_404(guide.versions.filter(is_conflict=True), pk=version)
    together = conflicts.merged(conflicting)
    documents = {"mine": conflicting.document(), "both": together}
    if request.method == "POST":
        if document := documents.get(request.POST.get("take", "")):
            return _take(request, guide, conflicting, document)
        messages.info(request, "The draft stays as they saved it. Your version is kept in the history.")
        return pages.back_to("change", guide)
    before, current = conflicts.opened(guide, conflicting.number), saving.current_version(guide)
    return pages.page(
        request,
        guide,
        "conflict.html",
        "Somebody saved this guide while you were editing",
        conflicting=conflicting,
        current=current,
        can_merge=together is not None,
        theirs=comparison.compare(*told(before.document(), document_of(guide))) if before else [],
        mine=comparison.compare(*told(before.document() if before else document_of(guide), conflicting.document())),
    )


def _take(request: HttpRequest, guide: Article, conflicting: DraftVersion, document: Any) -> HttpResponse:
    try:
        conflicts.take(conflicting, document, by=request.user)
    except saving.CannotRestore as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Saved. The previous draft is kept in the history.")
        checks.tell_what_came(request, guide)
    return pages.back_to("change", guide)


def _on_trial(
    request: HttpRequest, guide: Article, number: int, save: Callable[[], HttpResponse]
) -> tuple[HttpResponse, Any]:
    """The answer to the form, and the document that it would make of the draft; None where the form has faults."""
    request.is_trial = True  # type: ignore[attr-defined]
    with transaction.atomic():
        if before := conflicts.opened(guide, number):
            conflicts.put_back(guide, before)
        response = save()
        if isinstance(response, TemplateResponse):
            response.render()
        saved = response.status_code == HttpResponseRedirect.status_code
        document = document_of(saving.lock(guide)) if saved else None
        transaction.set_rollback(True)
    return response, document
