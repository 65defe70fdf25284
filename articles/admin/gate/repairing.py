"""The page that shows what repairing a fault would change, one or all of a kind, and does it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from articles.admin.guides import pages, places
from articles.admin.guides.places import Located
from articles.diff import comparison
from articles.diff.comparison import Change
from articles.drafts import saving
from articles.drafts.rows import document_of, rows_of
from articles.gate import repairs
from articles.gate.findings import Finding
from articles.gate.repairs import Gone, Step
from articles.models import Article
from articles.references.telling import told

WRITING = "change"
GONE = "The draft has changed since: what was to be repaired is no longer there, or reads differently now."


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A step as its editor reads it; `where` are the places that it repairs, empty where only other steps uncover it."""

    finding: Finding
    where: list[str]
    changes: list[Change]
    is_asked: bool


@require_http_methods(["GET", "HEAD", "POST"])
def repair(request: HttpRequest, guide: Article) -> HttpResponse:
    """What repairing everything that `check` finds would change, that of `finding` marked; sent, it is done.

    With `finding` one change is made, with `seen` all that were shown. `from` is the page to go back to.
    """
    data = request.POST if request.method == "POST" else request.GET
    check, key, back = data.get("check", ""), data.get("finding", ""), data.get("from", "")
    if not check:
        raise Http404("Say which check.")
    if request.method == "POST":
        _make(request, guide, check, key, data.get("seen", ""))
        return HttpResponseRedirect(_address(guide, check, "", back))
    rows = rows_of(guide)
    document = document_of(guide, rows)
    planned = repairs.steps(guide, document, check)
    if not any(key in _keys(step) for step in planned) and key:
        messages.warning(request, GONE)
    if not planned:
        return pages.back_to(WRITING if back == WRITING else "checks", guide)
    return pages.page(
        request,
        guide,
        "repair.html",
        "What would change",
        check=check,
        back=back,
        steps=_shown(planned, places.locate(_found(planned), document, rows), key),
        seen=repairs.digest(planned),
        has_more=len(planned) == repairs.MOST,
    )


def asked_while_writing(guide: Article, asked: str) -> HttpResponse:
    """To the change that repairs a finding, once the form is saved; `asked` is `check:key`."""
    check, _, key = asked.partition(":")
    return HttpResponseRedirect(_address(guide, check, key, WRITING))


def _address(guide: Article, check: str, key: str, back: str) -> str:
    query = {name: value for name, value in {"check": check, "finding": key, "from": back}.items() if value}
    return f"{reverse('admin:articles_article_repair', args=[guide.pk])}?{urlencode(query)}"


def _make(request: HttpRequest, guide: Article, check: str, key: str, seen: str) -> None:
    former = saving.current_version(guide)
    try:
        if key:
            repairs.repair(guide, check, key, by=request.user)
        else:
            repairs.repair_all(guide, check, seen=seen, by=request.user)
    except Gone:
        messages.warning(request, f"Nothing was changed. {GONE}")
    except saving.CannotRestore as refusal:
        messages.error(request, f"Nothing was changed. {refusal}")
    else:
        messages.success(request, _done(guide, former))


def _done(guide: Article, former: Any) -> str:
    words = "Changed. What visitors read stays the same until you publish."
    if former is None:
        return words
    back = reverse("admin:articles_article_history_take", args=[guide.pk, former.pk])
    return format_html('{} <a href="{}">Undo this change…</a>', words, back)


def _found(planned: Sequence[Step]) -> list[Finding]:
    """What the steps repair of the draft as it is; what only they bring to light has no place in it yet."""
    return [finding for step in planned if step.is_found for finding in step.findings]


def _shown(planned: Sequence[Step], located: Sequence[Located], key: str) -> list[Shown]:
    """The steps with the places of their findings, which follow each other as in `_found`."""
    readable = iter(told(*(part for step in planned for part in comparison.differing(step.before, step.after))))
    places_left = iter(located)
    return [
        Shown(
            finding=step.findings[0],
            where=list(dict.fromkeys(one.where for one in islice(places_left, len(step.findings) * step.is_found))),
            changes=comparison.excerpts(next(readable), next(readable)),
            is_asked=key in _keys(step),
        )
        for step in planned
    ]


def _keys(step: Step) -> set[str]:
    return {finding.key for finding in step.findings if step.is_found}
