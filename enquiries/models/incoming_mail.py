from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from enquiries.models.enquiry import Enquiry
from enquiries.models.event import Event


class IncomingMail(models.Model):
    """A mail that came in, whole: stored before whoever brings it hears that we have it, and worked on afterwards.

    It goes with its enquiry; without one it goes after some weeks.
    """

    class State(models.TextChoices):
        STORED = "stored", "not looked at yet"
        MATCHED = "matched", "in the history of an enquiry"
        TRAY = "tray", "waiting for somebody to decide"
        IGNORED = "ignored", "ignored"
        SPAM = "spam", "marked as spam"

    class Way(models.TextChoices):
        IMAP = "imap", "mailbox"
        WEBHOOK = "webhook", "webhook"

    # Of what came in: however often it arrives, it is one.
    digest = models.CharField(max_length=64, unique=True, editable=False)
    raw = models.BinaryField()
    size = models.PositiveIntegerField(help_text="In bytes; of a mail that was too large, more than we hold.")
    came_by = models.CharField(max_length=10, choices=Way)
    received_at = models.DateTimeField("received", db_default=Now())
    state = models.CharField(max_length=10, choices=State, default=State.STORED)
    tries = models.PositiveSmallIntegerField(default=0)
    reason = models.CharField("why", max_length=300, blank=True, help_text="Why it has no enquiry, or was ignored.")
    # What was read in it.
    kind = models.CharField(max_length=20, blank=True)
    message_id = models.CharField("Message-ID", max_length=255, blank=True, db_index=True)
    sender = models.CharField("from", max_length=254, blank=True)
    sender_name = models.CharField(max_length=200, blank=True)
    subject = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    quoted = models.TextField(blank=True)
    enquiry = models.ForeignKey(Enquiry, null=True, on_delete=models.CASCADE, related_name="mails")
    event = models.OneToOneField(
        Event, null=True, on_delete=models.CASCADE, related_name="mail", help_text="The line of the history that it is."
    )

    class Meta:
        verbose_name = "mail without an enquiry"
        verbose_name_plural = "mail without an enquiry"
        ordering = ["-received_at", "-id"]
        indexes = [
            models.Index(fields=["id"], condition=Q(state="stored"), name="incoming_mail_stored"),
            models.Index(fields=["state", "-id"], condition=~Q(state="matched"), name="incoming_mail_tray"),
        ]

    def __str__(self) -> str:
        return self.subject or "Mail without a subject"


class Mailbox(models.Model):
    """One row: when mail was last fetched from the mailbox, and what keeps us from it."""

    read_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=200, blank=True, help_text="The kind of failure, without personal data.")

    def __str__(self) -> str:
        return self.trouble or "read"
