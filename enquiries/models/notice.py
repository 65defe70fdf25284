from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from enquiries.models.enquiry import Enquiry


class Notice(models.Model):
    """One message that must reach one recipient. It waits here until it is sent; it is never given up.

    `sent_at` is when the mail server took it. `bounced_at` is when a provider told us that it did not arrive.
    """

    class Kind(models.TextChoices):
        ACKNOWLEDGEMENT = "acknowledgement", "acknowledgement to the enquirer"
        ALERT = "alert", "alert to the owner or team"
        REMINDER = "reminder", "reminder to the owner or team"
        ESCALATION = "escalation", "escalation"
        REPLY = "reply", "reply to the enquirer"
        REQUEST = "request", "privacy request to the team"

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=20, choices=Kind)
    recipient = models.EmailField(max_length=254)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    html = models.TextField()
    message_id = models.CharField(max_length=200, unique=True)
    is_held = models.BooleanField(default=False, help_text="Not sent while the enquiry is suspected spam.")
    due_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    bounced_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["created_at", "id"]
        indexes = [
            models.Index(fields=["due_at", "id"], condition=Q(sent_at=None, is_held=False), name="notice_due"),
            models.Index(fields=["bounced_at"], condition=Q(bounced_at__isnull=False), name="notice_bounced"),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()


class Attempt(models.Model):
    """One try at sending a notice; without a `finished_at`, the worker died or is still at it."""

    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="attempts")
    started_at = models.DateTimeField(db_default=Now())
    finished_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=300, blank=True, help_text="The kind of failure, without personal data.")

    class Meta:
        ordering = ["started_at", "id"]

    def __str__(self) -> str:
        return self.error or ("sent" if self.finished_at else "under way")
