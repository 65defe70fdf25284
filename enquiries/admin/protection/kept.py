"""All enquiries that are kept from being erased: what keeps each, who said so, and until when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import admin
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from articles.lib import paging
from articles.lib.admin_pages import AdminPage, has
from enquiries.handling import permissions
from enquiries.models import Enquiry, Event, State

AT_A_TIME = 50
KEEPS = Q(is_application=True) | ~Q(hold_reason="")
HOLDS, APPLICATIONS = (Event.Kind.HELD, Event.Kind.RESTRICTED), (Event.Kind.APPLICATION,)


@dataclass(frozen=True)
class Reason:
    """One thing that keeps an enquiry; `said` is the line of the history by which it began."""

    enquiry: Enquiry
    why: str
    said: Event | None
    until: date | None
    open_end: str


@require_safe
def kept(request: HttpRequest) -> HttpResponse:
    """Those that the user may see, the newest first."""
    found = permissions.visible_to(request.user).exclude(state=State.ERASED).filter(KEEPS)
    shown = paging.page(request, found.order_by("-received_at", "-pk"), AT_A_TIME)
    context = {
        **admin.site.each_context(request),
        "title": "Kept from being erased",
        "opts": Enquiry._meta,
        "reasons": _reasons(list(shown)),
        "shown": shown,
    }
    return TemplateResponse(request, "admin/enquiries/enquiry/kept.html", context)


def _reasons(enquiries: Iterable[Enquiry]) -> list[Reason]:
    said: dict[tuple[int, Any], Event] = {}
    events = Event.objects.filter(enquiry__in=enquiries, kind__in=(*HOLDS, *APPLICATIONS)).select_related("by")
    for event in events.order_by("pk"):
        said[event.enquiry_id, APPLICATIONS if event.kind in APPLICATIONS else HOLDS] = event
    reasons = []
    for enquiry in enquiries:
        if enquiry.hold_reason:
            by = said.get((enquiry.pk, HOLDS))
            reasons.append(Reason(enquiry, enquiry.hold_reason, by, enquiry.hold_until, "somebody lifts it"))
        if enquiry.is_application:
            by, last = said.get((enquiry.pk, APPLICATIONS)), enquiry.kept_by_law_until
            reasons.append(Reason(enquiry, "An application", by, last, "a year after our last work for them"))
    return reasons


PAGE = AdminPage("kept/", kept, "enquiries_kept", has("enquiries.view_enquiry"))
