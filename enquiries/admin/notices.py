"""What was sent, what was not, and why. Notices are written and sent by the site; here they are only seen and hurried."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest

from enquiries.handling import permissions
from enquiries.models import Attempt, Notice
from enquiries.monitoring import health
from enquiries.notices import sending


class ArrivalFilter(admin.SimpleListFilter):
    """Shows what did not arrive, unless asked for more."""

    title = "arrival"
    parameter_name = "arrival"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("late", "Late"), ("bounced", "Bounced"), ("held", "Held with suspected spam"), ("all", "All")]

    def choices(self, changelist: Any) -> Iterator[Any]:
        default, *others = super().choices(changelist)
        yield {**default, "display": "Not arrived"}
        yield from others

    def queryset(self, request: HttpRequest, queryset: QuerySet[Notice]) -> QuerySet[Notice]:
        match self.value():
            case "late":
                return queryset.filter(pk__in=health.late())
            case "bounced":
                return queryset.filter(pk__in=health.bounced())
            case "held":
                return queryset.filter(is_held=True, sent_at=None)
            case "all":
                return queryset
        return queryset.filter(Q(sent_at=None, is_held=False) | Q(bounced_at__isnull=False))


class AttemptInline(admin.TabularInline):
    """Each try at sending, with the kind of failure."""

    model = Attempt
    fields = readonly_fields = ("started_at", "finished_at", "error")
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("enquiries.view_enquiry")


@admin.register(Notice)
class NoticeAdmin(admin.ModelAdmin):
    """Seen by whoever may see the enquiry."""

    list_display = ("__str__", "enquiry", "recipient", "created_at", "sent_at", "bounced_at", "due_at", "last_error")
    list_filter = (ArrivalFilter,)
    list_select_related = ("enquiry",)
    list_per_page = 50
    show_full_result_count = False
    ordering = ("-id",)
    fields = readonly_fields = (
        "enquiry",
        "kind",
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
    inlines = (AttemptInline,)
    actions = ("try_again",)

    @admin.display(description="last failure")
    def last_error(self, notice: Any) -> str:
        return notice.last_error or ""

    @admin.action(description="Try to send again now", permissions=["handle"])
    def try_again(self, request: HttpRequest, queryset: QuerySet[Notice]) -> None:
        number = sending.retry(Notice.objects.filter(pk__in=queryset.values("pk")))
        self.message_user(request, f"{number} made due now. What is already sent, held or under way was left alone.")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Notice]:
        visible = Notice.objects.all()
        if not request.user.has_perm("enquiries.view_every_enquiry"):
            visible = visible.filter(enquiry__in=permissions.visible_to(request.user))
        latest = Attempt.objects.filter(notice=OuterRef("pk")).order_by("-id").values("error")[:1]
        return visible.annotate(last_error=Subquery(latest)).order_by("-id")

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("enquiries.view_enquiry")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_handle_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("enquiries.handle_enquiry")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
