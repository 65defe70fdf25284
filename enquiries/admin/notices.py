"""The notices about enquiries: what was sent, what was not, and why. Visible to everybody who may see the enquiry."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.outbox.admin import ArrivalFilter, DeliveryAdmin
from enquiries.handling import permissions
from enquiries.models import Notice
from enquiries.monitoring import health


class NoticeArrivalFilter(ArrivalFilter):
    """A bounce is settled once its enquiry is closed."""

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("late", "Late"), ("bounced", "Bounced"), ("held", "Held with suspected spam"), ("all", "All")]

    def bounced(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(pk__in=health.bounced())


@admin.register(Notice)
class NoticeAdmin(DeliveryAdmin):
    list_display = ("__str__", "enquiry", "recipient", "created_at", "sent_at", "bounced_at", "due_at", "last_error")
    list_filter = (NoticeArrivalFilter,)
    list_select_related = ("enquiry",)
    fields = readonly_fields = (
        "enquiry",
        "what",
        "recipient",
        "subject",
        "text",
        "is_held",
        "created_at",
        "due_at",
        "sent_at",
        "bounced_at",
        "message_id",
    )

    @admin.display(description="kind")
    def what(self, notice: Notice) -> str:
        return notice.get_kind_display()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        notices = super().get_queryset(request)
        if request.user.has_perm("enquiries.view_every_enquiry"):
            return notices
        return notices.filter(enquiry__in=permissions.visible_to(request.user))

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("enquiries.view_enquiry")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_hurry_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("enquiries.handle_enquiry")
