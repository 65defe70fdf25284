"""“Other systems” on the page of an enquiry: what was told to whom, once more, and the enquiry to take along."""

import json
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header

from articles.audit import recording as audit
from enquiries import history
from enquiries.admin.common import attempt, render
from enquiries.admin.handoff import standing
from enquiries.admin.work_list import carrying
from enquiries.handoff import payload, text, verbs
from enquiries.intake.fields import LineInput
from enquiries.models import Enquiry, Event, Receiver
from enquiries.privacy import disclosure

JSON, ZIP = "application/json", "application/zip"


class ReferenceForm(forms.Form):
    reference = LineInput(label="Reference in another system", required=False, max_length=100)


def section(enquiry: Enquiry) -> dict[str, Any]:
    """What the page shows."""
    handoffs = enquiry.handoffs.select_related("receiver").annotate(tries=Count("attempts")).order_by("pk")
    links = Receiver.objects.exclude(reference_link="") if enquiry.ats_reference else []
    deliveries = [(handoff, *standing.of(handoff)) for handoff in handoffs]
    return {
        "deliveries": deliveries,
        "has_failed": any(state == "bad" for _, state, _ in deliveries),
        "links": [(receiver, receiver.link_to(enquiry.ats_reference)) for receiver in links],
        "form": ReferenceForm(initial={"reference": enquiry.ats_reference}, auto_id="id_other_systems_%s"),
    }


def change(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    """Sends the hand-off named by `again` once more, or keeps the reference."""
    if again := request.POST.get("again"):
        handoff = next((one for one in enquiry.handoffs.all() if str(one.pk) == again), None)
        if handoff:
            attempt(request, "It is being sent.", verbs.send_again, handoff, request.user)
        else:
            messages.error(request, "There is nothing left of this to send.")
        return redirect(carrying.page_of(request, enquiry))
    form = ReferenceForm(request.POST)
    if form.is_valid():
        attempt(request, "The reference is saved.", verbs.refer, enquiry, form.cleaned_data["reference"], request.user)
    else:
        messages.error(request, "The reference is not saved. It may have up to 100 characters.")
    return redirect(carrying.page_of(request, enquiry))


def as_text(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    """The enquiry as labelled lines, to be copied."""
    if not attempt(request, "", verbs.check_may_leave, enquiry):
        return redirect(carrying.page_of(request, enquiry))
    context = {"title": f"{enquiry.name} as text", "enquiry": enquiry, "text": text.of(enquiry)}
    return render(request, "as_text", context)


def as_json(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    """The enquiry as receivers get it, without links to files."""
    if not attempt(request, "", verbs.check_may_leave, enquiry):
        return redirect(carrying.page_of(request, enquiry))
    content = json.dumps(payload.enquiry(enquiry), ensure_ascii=False, indent=2)
    return _file(request, enquiry, content.encode(), JSON, "json")


def as_zip(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    """All that we hold of it but the history, with its files."""
    if not attempt(request, "", verbs.check_may_leave, enquiry):
        return redirect(carrying.page_of(request, enquiry))
    return _file(request, enquiry, disclosure.archive(enquiry, with_history=False), ZIP, "zip")


def _file(request: HttpRequest, enquiry: Enquiry, content: bytes, content_type: str, ending: str) -> HttpResponse:
    history.record(enquiry, Event.Kind.COPIED, by=request.user, words=ending.upper())
    audit.record(audit.Action.EXPORTED, enquiry.reference)
    name = content_disposition_header(True, f"{enquiry.reference}.{ending}")
    headers = {"Content-Disposition": name, "X-Content-Type-Options": "nosniff"}
    return HttpResponse(content, content_type=content_type, headers=headers)
