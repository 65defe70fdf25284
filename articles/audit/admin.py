"""The audit trail as administrators read it; nobody changes it."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.timezone import localtime

from articles.audit.models import Entry
from articles.lib.admin_pages import ReadOnly
from articles.lib.paging import BoundedPaginator


@admin.register(Entry)
class EntryAdmin(ReadOnly, admin.ModelAdmin):
    """Newest first. A search finds whole user names and references, by the indexes."""

    list_display = ("when", "who", "what", "about", "address")
    list_display_links = None
    list_filter = ("action",)
    list_per_page = 100
    search_fields = ("who__exact", "about__exact")
    search_help_text = "A user name, or what it was about, such as the reference of an enquiry."
    paginator = BoundedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = None

    @admin.display(description="when", ordering="at")
    def when(self, entry: Entry) -> str:
        return date_format(localtime(entry.at), "j M Y, H:i:s")

    @admin.display(description="what", ordering="action")
    def what(self, entry: Entry) -> str:
        return entry.get_action_display()

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return super().changelist_view(request, {"title": "Audit trail"} | (extra_context or {}))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Entry]:
        return super().get_queryset(request).order_by("-id")
