"""Who looked at which enquiry, for those who answer for it; and for how long that is kept."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime

from articles.lib import people
from articles.lib.admin_pages import NeverAddedOrDeleted, PicksStaff, ReadOnly
from articles.lib.paging import BoundedPaginator
from enquiries.handling import permissions
from enquiries.models import Enquiry, Viewing, ViewingPeriod

SHOWN = 30


def latest(enquiry: Enquiry, user: Any) -> list[Viewing]:
    """The latest views of an enquiry, for those who may know; empty for others, without a query."""
    if not user.has_perm("enquiries.view_viewing"):
        return []
    return list(enquiry.viewings.select_related("user")[:SHOWN])


@admin.register(Viewing)
class ViewingAdmin(ReadOnly, PicksStaff, admin.ModelAdmin):
    """Newest first. A search finds whole references and user names."""

    list_display = ("when", "who", "what", "which")
    list_display_links = None
    list_filter = ("what", "at", "user")
    list_select_related = ("user", "enquiry")
    list_per_page = 100
    search_fields = ("enquiry__reference__exact", "user__username__exact")
    search_help_text = "The reference of an enquiry, or a user name."
    paginator = BoundedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = None

    def get_queryset(self, request: HttpRequest) -> QuerySet[Viewing]:
        return super().get_queryset(request).filter(enquiry__in=permissions.visible_to(request.user))

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return super().changelist_view(request, {"title": "Who looked at what"} | (extra_context or {}))

    @admin.display(description="in the hour from", ordering="at")
    def when(self, viewing: Viewing) -> str:
        return date_format(localtime(viewing.at), "j M Y, H:i")

    @admin.display(description="who", ordering="user")
    def who(self, viewing: Viewing) -> str:
        return people.name_of(viewing.user) if viewing.user else "a deleted account"

    @admin.display(description="which enquiry")
    def which(self, viewing: Viewing) -> str:
        address = reverse("admin:enquiries_enquiry_change", args=[viewing.enquiry_id])
        return format_html('<a href="{}">{}</a>', address, viewing.enquiry.reference)


@admin.register(ViewingPeriod)
class ViewingPeriodAdmin(NeverAddedOrDeleted, admin.ModelAdmin):
    """The one row."""

    fields = ("months",)
