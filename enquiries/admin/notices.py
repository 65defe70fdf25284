"""The notices about enquiries: what was sent, what was not, and why. Visible to everybody who may see the enquiry."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.outbox.admin import ArrivalFilter, DeliveryAdmin
from enquiries.handling import delivery, permissions
from enquiries.locking import NotAllowed
from enquiries.models import Notice
from enquiries.monitoring import health


class NoticeArrivalFilter(ArrivalFilter):
    """What did not arrive is settled once its enquiry is closed, but for a reply that was refused for good."""

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [*self.NOT_ARRIVED, ("held", "Held with suspected spam"), ("all", "All")]

    def undeliverable(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(pk__in=health.undeliverable())

    def bounced(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(pk__in=health.bounced())


@admin.register(Notice)
class NoticeAdmin(DeliveryAdmin):
    list_display = ("__str__", "standing", "recipient", "enquiry", "last_error", "created_at")
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
        "next_try",
        "sent_at",
        "undeliverable_at",
        "bounced_at",
        "message_id",
    )

    @admin.display(description="kind")
    def what(self, notice: Notice) -> str:
        return notice.get_kind_display()

    def send_again(self, request: HttpRequest, queryset: QuerySet[Any]) -> int:
        return self._each(delivery.send_again, request, queryset)

    def give_up(self, request: HttpRequest, queryset: QuerySet[Any]) -> int:
        return self._each(delivery.drop, request, queryset)

    def _each(self, verb: Callable[[Notice, Any], None], request: HttpRequest, queryset: QuerySet[Any]) -> int:
        """Calls the verb for each notice; returns for how many it could be done."""
        number = 0
        for notice in queryset.select_related("enquiry"):
            with suppress(NotAllowed):
                verb(notice, request.user)
                number += 1
        return number

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
