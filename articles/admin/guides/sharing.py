"""Asking people without an account about a draft, and what they answered."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.html import format_html
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from articles.admin.guides import pages
from articles.lib.admin_pages import confirmed_change
from articles.lib.form_fields import WordsInput
from articles.models import ApprovalRequest, Article, Author, GuideEvent, InsightBlock
from articles.review import approvals, links

REFUSED = 422
KINDS = GuideEvent.Kind


class AskForm(forms.Form):
    name = forms.CharField(
        max_length=120,
        help_text="The person you are asking. The history shows their answer under this name.",
        error_messages={"required": "Say who you are asking."},
        widget=forms.TextInput(attrs={"class": "vTextField", "autocomplete": "off"}),
    )
    email = forms.EmailField(
        label="E-mail (optional)",
        required=False,
        max_length=254,
        help_text="We will send the link to this address. Leave it empty to send the link yourself.",
        widget=forms.EmailInput(attrs={"class": "vTextField", "autocomplete": "off"}),
    )
    speaker = forms.ModelChoiceField(
        Author.objects.none(),
        label="About their own words (optional)",
        required=False,
        empty_label="No, about the whole guide",
        help_text="Somebody quoted in this draft sees their own words first. The checks remind you until they approve them.",
    )
    days = forms.TypedChoiceField(
        label="The link works for",
        coerce=int,
        choices=[(days, f"{days} days") for days in links.DAYS],
        initial=links.DAYS[1],
    )
    message = WordsInput(
        label="Message (optional)",
        required=False,
        max_length=2000,
        help_text="Shown in the e-mail and above the draft. What should they look at?",
        widget=forms.Textarea(attrs={"class": "vLargeTextField", "rows": 4}),
    )

    def __init__(self, data: Any = None, *, guide: Article) -> None:
        super().__init__(data)
        quoted = InsightBlock.objects.filter(parent=guide).values("speaker")
        self.fields["speaker"].queryset = Author.objects.filter(pk__in=quoted)  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Shared:
    """A request as the page lists it. `link` is empty once it no longer works."""

    request: ApprovalRequest
    message: str
    answers: list[GuideEvent]
    link: str

    @property
    def state(self) -> str:
        if self.answers:
            return self.answers[-1].get_kind_display()
        return "Waiting for an answer" if self.link else "Ended without an answer"


@never_cache
@confirmed_change
@require_http_methods(["GET", "HEAD", "POST"])
def share(request: HttpRequest, guide: Article) -> HttpResponse:
    """The form for a new request, and the list of those made so far."""
    form = AskForm(request.POST if request.method == "POST" else None, guide=guide)
    if form.is_valid():
        _ask(request, guide, form.cleaned_data)
        return pages.back_to("share", guide)
    response = pages.page(request, guide, "share.html", "Share for approval", form=form, shared=shared(guide))
    response.status_code = REFUSED if form.errors else 200
    return response


@require_POST
def end(request: HttpRequest, guide: Article, number: int) -> HttpResponse:
    """Ends one link."""
    asked = get_object_or_404(guide.approval_requests, pk=number)
    approvals.end(asked, by=request.user)
    messages.success(request, f"The link for {asked.name} no longer works.")
    return pages.back_to("share", guide)


def shared(guide: Article) -> list[Shared]:
    """The guide's requests, the newest first, in two queries."""
    lines = GuideEvent.objects.filter(kind__in=(KINDS.SHARED, *approvals.ANSWERS)).order_by("at", "pk")
    lines = lines.select_related("version").defer("version__stored", "version__row_ids")
    requests = guide.approval_requests.select_related("speaker", "created_by", "mail").prefetch_related(
        Prefetch("events", lines)
    )
    return [_shared(asked) for asked in requests]


def _shared(asked: ApprovalRequest) -> Shared:
    events = list(asked.events.all())
    return Shared(
        request=asked,
        message="".join(event.note for event in events if event.kind == KINDS.SHARED),
        answers=[event for event in events if event.kind != KINDS.SHARED],
        link=links.link(asked) if asked.is_open() else "",
    )


def _ask(request: HttpRequest, guide: Article, answers: dict[str, Any]) -> None:
    """Stores the request with its mail; without an address, the editor gets the link to send."""
    asked = approvals.ask(guide, **answers, by=request.user)
    if asked.email:
        messages.success(request, f"The link is on its way to {asked.name}.")
    else:
        messages.success(request, _with_link("Send this link to {name} yourself:", asked))


def _with_link(words: str, asked: ApprovalRequest) -> str:
    return format_html('{} <a href="{link}">{link}</a>', words.format(name=asked.name), link=links.link(asked))
