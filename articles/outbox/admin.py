"""The site's messages as staff see them: what was sent, what was not, and why.

Here they look at them, hurry them, send again what was refused for good, and drop what shall never be sent.
"""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import URLPattern

from articles.lib.admin_pages import ReadOnly
from articles.lib.days import moment_in_words
from articles.lib.paging import BoundedPaginator
from articles.outbox import probe_page, sending
from articles.outbox.channels import CHANNELS
from articles.outbox.models import NOT_ARRIVED, Attempt, Message, is_late


class ArrivalFilter(admin.SimpleListFilter):
    """Shows what did not arrive, unless asked for more."""

    title = "arrival"
    parameter_name = "arrival"
    NOT_ARRIVED = (("late", "Late"), ("undeliverable", "Undeliverable"), ("bounced", "Bounced"))

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [*self.NOT_ARRIVED, ("held", "Held for now"), ("all", "All")]

    def choices(self, changelist: Any) -> Iterator[Any]:
        default, *others = super().choices(changelist)
        yield {**default, "display": "Not arrived"}
        yield from others

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        match self.value():
            case "late":
                return queryset.filter(is_late())
            case "undeliverable":
                return self.undeliverable(queryset)
            case "bounced":
                return self.bounced(queryset)
            case "held":
                return queryset.filter(is_held=True, sent_at=None)
            case "all":
                return queryset
        return queryset.filter(NOT_ARRIVED)

    def undeliverable(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """What was refused for good and is not settled otherwise."""
        return queryset.filter(undeliverable_at__isnull=False)

    def bounced(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """What came back and is not settled otherwise."""
        return queryset.filter(bounced_at__isnull=False)


class ChannelFilter(admin.SimpleListFilter):
    """By the channels there are; looking through the messages for those in use would take ever longer."""

    title = parameter_name = "channel"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(name, name) for name in sorted(CHANNELS)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(channel=self.value()) if self.value() else queryset


class AttemptInline(admin.TabularInline):
    """Each attempt at sending, with the kind of failure; visible to everybody who may see the message."""

    model = Attempt
    fields = readonly_fields = ("started_at", "finished_at", "error")
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True


class DeliveryAdmin(ReadOnly, admin.ModelAdmin):
    """A list of messages of one kind. Its subclass says whose they are, and who may see and hurry them."""

    list_per_page = 50
    paginator = BoundedPaginator
    show_full_result_count = False
    ordering = ("-id",)
    inlines = (AttemptInline,)
    actions = ("try_again", "drop")

    @admin.display(description="what became of it")
    def standing(self, message: Any) -> str:
        if message.bounced_at:
            return f"came back on {moment_in_words(message.bounced_at)}"
        if message.sent_at:
            return f"sent on {moment_in_words(message.sent_at)}"
        if message.undeliverable_at:
            return f"undeliverable since {moment_in_words(message.undeliverable_at)}"
        if message.is_scheduled:
            return f"leaves on {moment_in_words(message.not_before)}"
        return f"next try on {moment_in_words(message.due_at)}" if message.next_try else "held for now"

    @admin.display(description="last failure")
    def last_error(self, message: Any) -> str:
        return message.last_error or ""

    @admin.action(description="Try to send again now", permissions=["hurry"])
    def try_again(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        number = self.send_again(request, queryset)
        self.message_user(
            request, f"{number} will be sent now. What was already sent, held or being sent stays the same."
        )

    @admin.action(description="Drop: never send these", permissions=["hurry"])
    def drop(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        number = self.give_up(request, queryset)
        self.message_user(request, f"{number} dropped. What was already sent or is being sent stays the same.")

    def send_again(self, request: HttpRequest, queryset: QuerySet[Any]) -> int:
        """Has these sent now; returns how many."""
        return sending.retry(Message.objects.filter(pk__in=queryset.values("pk")))

    def give_up(self, request: HttpRequest, queryset: QuerySet[Any]) -> int:
        """Deletes those of these that were not sent; returns how many."""
        return sending.drop(Message.objects.filter(pk__in=queryset.values("pk")))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        latest = Attempt.objects.filter(message=OuterRef("pk")).order_by("-id").values("error")[:1]
        return super().get_queryset(request).annotate(last_error=Subquery(latest)).order_by("-id")

    def has_hurry_permission(self, request: HttpRequest) -> bool:
        raise NotImplementedError


@admin.register(Message)
class MessageAdmin(DeliveryAdmin):
    """Mails about guides and notices to search engines. Messages with a model of their own have their own list."""

    list_display = ("__str__", "standing", "recipient", "last_error", "created_at")
    list_filter = (ArrivalFilter, ChannelFilter)
    readonly_fields = (
        "channel",
        "recipient",
        "reply_to",
        "subject",
        "text",
        "payload",
        "created_at",
        "next_try",
        "sent_at",
        "undeliverable_at",
        "bounced_at",
        "message_id",
    )

    def get_urls(self) -> list[URLPattern]:
        return [probe_page.PAGE.url(self.admin_site), *super().get_urls()]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Without what this message does not have."""
        return [name for name in self.readonly_fields if getattr(obj, name, None)]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).filter(is_plain=True)

    def has_hurry_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("outbox.change_message")
