from django.contrib import admin
from django.http import HttpRequest

from enquiries.models import Enquiry, Notice


class NoticeInline(admin.TabularInline):
    model = Notice
    fields = readonly_fields = ("kind", "recipient", "attempts", "due_at", "sent_at", "last_error")
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Enquiry | None = None) -> bool:
        return False


@admin.register(Enquiry)
class EnquiryAdmin(admin.ModelAdmin):
    """What visitors sent, as they sent it."""

    list_display = ("reference", "name", "role", "email", "guide", "received_at")
    list_filter = ("role", "received_at")
    list_select_related = ("guide",)
    search_fields = ("reference", "name", "email", "message")
    date_hierarchy = "received_at"
    fields = readonly_fields = ("reference", "role", "name", "email", "message", "guide", "source_path", "received_at")
    inlines = (NoticeInline,)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False
