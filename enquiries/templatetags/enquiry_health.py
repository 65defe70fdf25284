"""The panel on the admin's front page."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.db.models import QuerySet
from django.urls import reverse

from enquiries.handling import permissions
from enquiries.models import Enquiry, Notice, PrivacyRequest
from enquiries.monitoring import health
from enquiries.notices import reminders

SHOWN = 5
MOST_COUNTED = 1000

register = template.Library()


@dataclass(frozen=True)
class Trouble:
    """Something for staff to look at: how many there are, the first of them, and where the others are."""

    title: str
    count: int
    items: list[Enquiry] | list[Notice] | list[PrivacyRequest]
    address: str


@register.simple_tag
def enquiry_troubles(user: Any) -> list[Trouble]:
    """What is wrong among the enquiries that the user may see."""
    visible = permissions.visible_to(user)
    notices, enquiries = reverse("admin:enquiries_notice_changelist"), reverse("admin:enquiries_enquiry_changelist")
    overdue = reminders.overdue().filter(pk__in=visible).order_by("reply_due_at")
    late, bounced = (
        found.filter(enquiry__in=visible).select_related("enquiry").order_by("pk")
        for found in (health.late(), health.bounced())
    )
    found = [
        _trouble("not replied to in the promised time", overdue, f"{enquiries}?tab=overdue"),
        _trouble("not delivered for more than 15 minutes", late, f"{notices}?arrival=late"),
        _trouble("bounced", bounced, f"{notices}?arrival=bounced"),
    ]
    if user.has_perm("enquiries.change_privacyrequest"):
        asked = PrivacyRequest.objects.filter(enquiry__in=visible, done_at=None).select_related("enquiry")
        requests = reverse("admin:enquiries_privacyrequest_changelist")
        found.append(_trouble("waiting for an answer about their data", asked, requests))
    return [trouble for trouble in found if trouble.count]


def _trouble(title: str, found: QuerySet[Any], address: str) -> Trouble:
    return Trouble(title, found[:MOST_COUNTED].count(), list(found[:SHOWN]), address)
