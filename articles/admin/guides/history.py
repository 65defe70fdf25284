"""What happened to a guide: its timeline and saved drafts, two versions side by side, and restoring one."""

import re
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_safe

from articles.admin.guides import checks, pages, timeline
from articles.diff import comparison
from articles.document import Document
from articles.drafts import saving
from articles.drafts.rows import document_of
from articles.lib import paging
from articles.lib.days import moment_in_words
from articles.models import Article, DraftVersion, Revision
from articles.references.telling import told

LINES_A_PAGE = 25
DRAFT = "draft"
KEY = re.compile(r"(revision|version)-([1-9][0-9]{0,17})")


@dataclass(frozen=True, kw_only=True)
class Side:
    """One side of a comparison; `name` is how a sentence calls it."""

    name: str
    document: Document


class Verb(Protocol):
    def __call__(self, *, by: Any) -> DraftVersion: ...


@require_safe
def history(request: HttpRequest, guide: Article) -> HttpResponse:
    """Everything that happened, newest first; below it the drafts as they were saved."""
    events = guide.events.select_related("by", "version", "request").defer("version__stored", "version__row_ids")
    drafts = guide.versions.select_related("saved_by").defer("stored", "row_ids")
    page = paging.nearest_page(request, events, LINES_A_PAGE)
    return pages.page(
        request,
        guide,
        "history.html",
        "History",
        page=page,
        lines=timeline.lines(guide, list(page)),
        drafts=paging.nearest_page(request, drafts, LINES_A_PAGE, "drafts"),
        is_looking_at_drafts="drafts" in request.GET,
    )


@require_safe
def compare(request: HttpRequest, guide: Article) -> HttpResponse:
    """`from` and `to`, each `revision-<pk>`, `version-<pk>` (a saved draft) or `draft`, side by side."""
    before, after = _side(guide, request.GET.get("from", "")), _side(guide, request.GET.get("to", ""))
    documents = told(before.document, after.document)
    return pages.page(
        request,
        guide,
        "comparison.html",
        "What differs",
        before=before.name,
        after=after.name,
        changes=comparison.compare(*documents),
        summary=comparison.summary(*documents),
    )


def restore(request: HttpRequest, guide: Article, revision: int) -> HttpResponse:
    """Asks first, then makes a revision the draft."""
    chosen = get_object_or_404(guide.revisions, pk=revision)
    return _back_into_draft(request, guide, _revision_side(chosen), partial(saving.restore, chosen))


def restore_version(request: HttpRequest, guide: Article, version: int) -> HttpResponse:
    """Asks first, then makes a saved draft the draft again."""
    chosen = get_object_or_404(guide.versions, pk=version)
    return _back_into_draft(request, guide, _version_side(chosen), partial(saving.restore_version, chosen))


@require_http_methods(["GET", "HEAD", "POST"])
def _back_into_draft(request: HttpRequest, guide: Article, side: Side, verb: Verb) -> HttpResponse:
    if request.method == "POST":
        try:
            verb(by=request.user)
        except saving.CannotRestore as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(
                request,
                f"{side.name} is now the draft. What visitors read has not changed, and the former draft is kept.",
            )
            checks.tell_what_came(request, guide)
            return pages.back_to("change", guide)
    changes = comparison.compare(*told(document_of(guide), side.document))
    return pages.page(request, guide, "restore.html", "Restore into the draft", side=side, changes=changes)


def _side(guide: Article, key: str) -> Side:
    if key == DRAFT:
        return Side(name="The draft as it is now", document=document_of(guide))
    if not (found := KEY.fullmatch(key)):
        raise Http404("Compare a revision, a saved draft or the draft.")
    kind, pk = found.groups()
    if kind == "revision":
        return _revision_side(get_object_or_404(guide.revisions, pk=pk))
    return _version_side(get_object_or_404(guide.versions, pk=pk))


def _revision_side(revision: Revision) -> Side:
    when = moment_in_words(revision.went_live_at or revision.created_at)
    return Side(name=f"Revision {timeline.number_of(revision)} of {when}", document=revision.document())


def _version_side(version: DraftVersion) -> Side:
    words = f"Saved draft {version.number}"
    if version.is_conflict or version.is_autosaved:
        words = "Conflicting draft" if version.is_conflict else "Autosaved work"
    return Side(name=f"{words} of {moment_in_words(version.saved_at)}", document=version.document())
