"""What needs attention first among the enquiries, for the admin's front page: only what the user may act on."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django import template
from django.conf import settings
from django.db.models import QuerySet
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.text import capfirst

from articles.lib.days import in_words, moment_in_words
from articles.lib.front_page.dashboard import DashboardItem, DashboardLine
from enquiries import teams
from enquiries.handling import permissions
from enquiries.inbound import tray
from enquiries.models import Enquiry, IncomingMail, Notice, PrivacyRequest, Team
from enquiries.monitoring import health

SHOWN = 5
LATELY = timedelta(hours=24)
MOST_COUNTED = 1000

register = template.Library()


@register.simple_tag
def enquiry_dashboard(user: Any) -> list[DashboardItem]:
    """What is wrong among the enquiries that the user may see; counted up to `MOST_COUNTED`."""
    visible = permissions.visible_to(user)
    notices, enquiries = reverse("admin:enquiries_notice_changelist"), reverse("admin:enquiries_enquiry_changelist")
    overdue = visible.overdue().order_by("reply_due_at")
    # In the orders of the indexes of just these, which leads PostgreSQL to them.
    late, undeliverable, bounced = (
        found.filter(enquiry__in=visible).select_related("enquiry").order_by(order, "pk")
        for found, order in (
            (health.late(), "due_at"),
            (health.undeliverable(), "undeliverable_at"),
            (health.bounced(), "bounced_at"),
        )
    )
    items = [
        _item("not replied to in the promised time", overdue, _promised, f"{enquiries}?tab=overdue"),
        _item("not delivered for more than 15 minutes", late, _notice, f"{notices}?arrival=late"),
        _item("undeliverable", undeliverable, _notice, f"{notices}?arrival=undeliverable"),
        _item("bounced", bounced, _notice, f"{notices}?arrival=bounced"),
    ]
    if user.has_perm("enquiries.handle_enquiry"):
        mails = reverse("admin:enquiries_incomingmail_changelist")
        items.append(
            _item("came by e-mail, with no enquiry to belong to", tray.waiting().order_by("-pk"), _mail, mails)
        )
    bursts = Notice.objects.filter(kind=Notice.Kind.BURST, created_at__gt=Now() - LATELY, enquiry__in=visible)
    bursts = bursts.select_related("enquiry").order_by("-created_at", "-pk")
    items.append(
        _item("began a burst from one connection in the last 24 hours", bursts, _notice, f"{enquiries}?tab=new")
    )
    if user.has_perm("enquiries.change_privacyrequest"):
        asked = permissions.requests_visible_to(user).open().with_obstacles()
        requests = reverse("admin:enquiries_privacyrequest_changelist")
        items.append(_item("waiting for an answer about their data", asked, _request, requests))
    if user.has_perm("enquiries.change_team") and (team := teams.with_other_inbox()):
        items.append(_other_inbox(team))
    return [item for item in items if item.count]


@register.simple_tag
def data_protection_is_named() -> bool:
    """Whether a team looks after data protection, or the default team does for want of one."""
    return teams.is_data_protection_named()


def _item(title: str, found: QuerySet[Any], line: Callable[[Any], DashboardLine], address: str) -> DashboardItem:
    lines = [line(one) for one in found[:SHOWN]]
    return DashboardItem(title=title, count=found[:MOST_COUNTED].count(), lines=lines, address=address)


def _promised(enquiry: Enquiry) -> DashboardLine:
    remark = f"promised by {moment_in_words(enquiry.reply_due_at)}"
    return DashboardLine(title=enquiry.reference, address=_page(enquiry.pk), remark=remark)


def _notice(notice: Notice) -> DashboardLine:
    remark = f"{capfirst(str(notice))} of {moment_in_words(notice.created_at)}"
    return DashboardLine(title=notice.enquiry.reference, address=_page(notice.enquiry_id), remark=remark)


def _mail(mail: IncomingMail) -> DashboardLine:
    address = reverse("admin:enquiries_incomingmail_change", args=[mail.pk])
    return DashboardLine(title=str(mail), address=address, remark=f"came in on {moment_in_words(mail.received_at)}")


def _request(request: PrivacyRequest) -> DashboardLine:
    address = reverse("admin:enquiries_privacyrequest_change", args=[request.pk])
    standing = f", {request.standing()}" if request.is_agreed_erasure else ""
    due = f"overdue since {in_words(request.due_on)}" if request.is_overdue else f"due by {in_words(request.due_on)}"
    remark = f"{request.reference}, {due}{standing}"
    return DashboardLine(title=capfirst(str(request)), address=address, remark=remark, is_late=request.is_overdue)


def _other_inbox(team: Team) -> DashboardItem:
    address = reverse("admin:enquiries_team_change", args=[team.pk])
    remark = f"new enquiries are announced to {team.inbox}; the site's settings name {settings.ENQUIRIES_EMAIL}"
    line = DashboardLine(title=team.name, address=address, remark=remark)
    return DashboardItem(title="inbox that is not the one in the settings", count=1, lines=[line], address=address)


def _page(pk: int) -> str:
    return reverse("admin:enquiries_enquiry_change", args=[pk])
