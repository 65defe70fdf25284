from datetime import datetime, timedelta

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce, Greatest, Now
from django.utils import timezone
from django.utils.text import capfirst

PATIENCE = timedelta(minutes=15)
# For kinds of messages with a model of their own, too: a query in a query would hide from PostgreSQL how few there are.
IS_WAITING = Q(sent_at=None, undeliverable_at=None, is_held=False)
NOT_ARRIVED = Q(sent_at=None, is_held=False) | Q(bounced_at__isnull=False)


def is_late() -> Q:
    """What has waited for longer than `PATIENCE`: no worker took it up, or its attempts fail."""
    long_ago = Now() - PATIENCE
    tried_long_ago = Attempt.objects.filter(message=OuterRef("pk"), started_at__lte=long_ago)
    return IS_WAITING & (Q(due_at__lte=long_ago) | Q(Exists(tried_long_ago)))


def soonest() -> Greatest:
    """When a message can leave at the earliest: now, unless it is kept for a later moment."""
    return Greatest(Now(), Coalesce("not_before", Now()))


class MessageQuerySet(models.QuerySet["Message"]):
    """Messages by where they stand. All moments are the database's own."""

    def waiting(self) -> "MessageQuerySet":
        """What is still to be sent; what is held or undeliverable waits for nobody and is not among it."""
        return self.filter(IS_WAITING)

    def on_their_way(self) -> "MessageQuerySet":
        """What is still to be sent and not kept for a later moment."""
        return self.waiting().exclude(not_before__gt=Now())

    def undeliverable(self) -> "MessageQuerySet":
        """What was refused for good; only a person sends it again, or drops it."""
        return self.filter(undeliverable_at__isnull=False)

    def plain(self) -> "MessageQuerySet":
        """Messages that are not of a kind of their own, with a model and a list of its own."""
        return self.filter(is_plain=True)

    def late(self) -> "MessageQuerySet":
        """See `is_late`."""
        return self.filter(is_late())


class Message(models.Model):
    """One message that must reach one recipient by one channel. It waits here until it is sent or refused for good.

    `sent_at` is when the other side took it, `undeliverable_at` when it said that it never will, `bounced_at` when
    somebody told us that what was taken did not arrive after all. A mail has its subject and both its texts; what another
    channel sends is its `payload`.
    """

    channel = models.CharField(max_length=20)
    kind = models.CharField(max_length=40)
    recipient = models.CharField(max_length=254, blank=True)
    reply_to = models.CharField("answers go to", max_length=254, blank=True)
    addressed_to = models.CharField(
        max_length=254,
        blank=True,
        default="",
        db_default="",
        help_text="Of a copy: to whom the mail itself is addressed.",
    )
    cc = models.TextField(
        "copies go to", blank=True, default="", db_default="", help_text="Addresses with commas between them."
    )
    sender_name = models.CharField(
        max_length=200, blank=True, default="", db_default="", help_text="The agency, or a person there."
    )
    subject = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    payload = models.JSONField("content", default=dict)
    is_automatic = models.BooleanField(default=True, help_text="The site wrote it, not a person.")
    # Kept here because few may be plain among a million. What an earlier release writes while this one starts is not
    # shown rather than shown in the wrong list.
    is_plain = models.BooleanField(
        default=True, db_default=False, help_text="It has no model, and so no list, of its own."
    )
    message_id = models.CharField("Message-ID", max_length=200, unique=True)
    request_id = models.CharField(max_length=64, blank=True, default="", db_default="", editable=False)
    in_reply_to = models.CharField(
        "in reply to",
        max_length=200,
        blank=True,
        db_default="",
        help_text="The Message-ID of the mail with which the conversation began.",
    )
    is_held = models.BooleanField(default=False, help_text="Not sent for now.")
    waits_for_server = models.BooleanField(
        default=False, help_text="The other side did not answer; it is sent as soon as anything gets through."
    )
    due_at = models.DateTimeField("next try")
    not_before = models.DateTimeField("leaves on", null=True)
    sent_at = models.DateTimeField("sent", null=True)
    undeliverable_at = models.DateTimeField("undeliverable since", null=True)
    bounced_at = models.DateTimeField("came back", null=True)
    created_at = models.DateTimeField("written", db_default=Now())

    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "id"]
        indexes = [
            models.Index(
                fields=["due_at", "id"],
                condition=IS_WAITING,
                name="outbox_due",
            ),
            models.Index(
                fields=["undeliverable_at"], condition=Q(undeliverable_at__isnull=False), name="outbox_undeliverable"
            ),
            models.Index(fields=["bounced_at"], condition=Q(bounced_at__isnull=False), name="outbox_bounced"),
            models.Index(fields=["-id"], condition=NOT_ARRIVED, name="outbox_not_arrived"),
            models.Index(fields=["-id"], condition=Q(is_held=True, sent_at=None), name="outbox_held"),
            models.Index(fields=["kind", "created_at"], name="outbox_kind"),
            models.Index(fields=["-id"], condition=Q(is_plain=True), name="outbox_plain"),
            models.Index(fields=["channel", "-id"], condition=Q(is_plain=True), name="outbox_plain_channel"),
        ]

    def __str__(self) -> str:
        return capfirst(self.kind.replace("_", " "))

    @property
    def next_try(self) -> datetime | None:
        """When it is tried next; never once it is sent, held or undeliverable."""
        return None if self.sent_at or self.undeliverable_at or self.is_held else self.due_at

    @property
    def is_scheduled(self) -> bool:
        """Whether it is kept for a later moment."""
        return self.sent_at is None and self.not_before is not None and self.not_before > timezone.now()


class Attempt(models.Model):
    """One try at sending a message; without a `finished_at`, the worker died or is still at it."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="attempts")
    started_at = models.DateTimeField("started", db_default=Now())
    finished_at = models.DateTimeField("ended", null=True)
    error = models.CharField(max_length=300, blank=True, help_text="The kind of failure, without personal data.")

    class Meta:
        ordering = ["started_at", "id"]
        indexes = [models.Index(fields=["finished_at"], condition=Q(error=""), name="outbox_got_through")]

    def __str__(self) -> str:
        return self.error or ("sent" if self.finished_at else "being sent")
