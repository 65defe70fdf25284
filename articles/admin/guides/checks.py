"""The page on which an editor sees what the gate found, fixes it and publishes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from articles.admin.guides import pages, places
from articles.admin.guides.forms import NoteForm, SendBackForm
from articles.admin.guides.notes import SHOWN, notes
from articles.admin.guides.places import Located
from articles.admin.guides.publish_form import PublishForm
from articles.document import Document
from articles.drafts.rows import document_of, rows_of
from articles.drafts.states import with_states
from articles.gate import inspection, overrides
from articles.models import Article, BlockRow, LiveLook


@dataclass(frozen=True, kw_only=True)
class DraftReport:
    """The stored draft of a guide, with its states and what the gate finds in it."""

    guide: Any
    document: Document
    found: list[Located]

    @property
    def blocking(self) -> list[Located]:
        return [located for located in self.found if located.finding.blocks]

    @property
    def warning(self) -> list[Located]:
        return [located for located in self.found if not located.finding.blocks]


@require_safe
def checks(request: HttpRequest, guide: Article) -> HttpResponse:
    """What the gate found in the draft, and everything that can be done with the guide."""
    return show(request, guide)


def report_on(guide: Article, rows: Sequence[BlockRow] | None = None) -> DraftReport:
    """Looks the stored draft over; with `rows` the guide is at hand as it is stored, with its states and these rows.

    Otherwise it is read, whatever the guide at hand has been made into.
    """
    if rows is None:
        guide = with_states(Article.objects.select_related(*SHOWN)).get(pk=guide.pk)
        rows = rows_of(guide)
    document = document_of(guide, rows)
    found = inspection.findings(guide, document)
    return DraftReport(guide=guide, document=document, found=places.locate(found, document, rows))


def tell_what_came(request: HttpRequest, guide: Article) -> None:
    """A message with what the checks find in a draft that did not come from the form, such as a restored one."""
    if words := inspection.in_words(inspection.of_draft(Article.objects.select_related(*SHOWN).get(pk=guide.pk))):
        where = reverse("admin:articles_article_checks", args=[guide.pk])
        messages.warning(request, format_html('{} <a href="{}">What they are</a>', words, where))


def publish_form(report: DraftReport, user: Any, data: Any = None) -> PublishForm:
    """The form that publishes this draft, empty or with what its editor sent."""
    found = [located.finding for located in report.found]
    return PublishForm(data, guide=report.guide, document=report.document, found=found, user=user)


def show(request: HttpRequest, guide: Article, **refused: Any) -> HttpResponse:
    """The page, with the forms as `refused` has them: each with what was typed and what is wrong with it."""
    report = report_on(guide)
    can_be_overridden = overrides.can_be_overridden(located.finding for located in report.found)
    publishing = refused.get("publish") or publish_form(report, request.user)
    return pages.page(
        request,
        report.guide,
        "checks.html",
        "Checks and publishing",
        notes=notes(report.guide),
        look=LiveLook.objects.filter(pk=report.guide.pk).first(),
        blocking=publishing.with_reasons(report.blocking),
        warning=report.warning,
        can_go_live=not report.blocking or (can_be_overridden and overrides.may_override(request.user)),
        can_be_overridden=can_be_overridden,
        publish_form=publishing,
        send_form=refused.get("send") or NoteForm(auto_id="id_send_%s"),
        send_back_form=refused.get("send_back") or SendBackForm(auto_id="id_send_back_%s"),
        has_errors=any(form.errors for form in refused.values()),
    )
