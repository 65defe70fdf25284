from typing import Any

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from enquiries.models.enquiry import Enquiry


class Event(models.Model):
    """One line of an enquiry's history. Written once; erasing an enquiry takes the words and leaves the line."""

    class Kind(models.TextChoices):
        RECEIVED = "received", "received"
        QUARANTINED = "quarantined", "held as suspected spam"
        TAKEN = "taken", "taken"
        ASSIGNED = "assigned", "passed on to somebody"
        NOTED = "noted", "note"
        REPLIED = "replied", "replied"
        NOTIFIED = "notified", "notice sent"
        BOUNCED = "bounced", "notice bounced"
        UNDELIVERABLE = "undeliverable", "notice undeliverable"
        DROPPED = "dropped", "notice dropped"
        REMINDED = "reminded", "reminder sent"
        ESCALATED = "escalated", "escalated"
        CLOSED = "closed", "closed"
        REOPENED = "reopened", "reopened"
        MARKED_SPAM = "marked_spam", "marked as spam"
        RELEASED = "released", "released from spam"
        CORRECTED = "corrected", "corrected by the enquirer"
        AMENDED = "amended", "details corrected"
        WITHDRAWN = "withdrawn", "withdrawn by the enquirer"
        REQUESTED = "requested", "privacy request"
        REQUEST_DONE = "request_done", "privacy request dealt with"
        DOWNLOADED = "downloaded", "CV downloaded"
        INFECTED = "infected", "virus found in the CV"
        HELD = "held", "put on hold"
        UNHELD = "unheld", "hold lifted"
        REQUEST_EXTENDED = "request_extended", "more time for a privacy request"
        COPIED = "copied", "copy of the data downloaded"
        RESTRICTED = "restricted", "use restricted"
        UNRESTRICTED = "unrestricted", "restriction lifted"
        ERASED = "erased", "personal data erased"
        WROTE = "wrote", "the enquirer wrote"
        AUTO_REPLIED = "auto_replied", "automatic reply from the enquirer’s side"
        ANSWERED = "answered", "answered by phone or in person"
        FILE_ADDED = "file_added", "file added"
        FILE_REMOVED = "file_removed", "file removed"
        FOLLOW_UP = "follow_up", "follow-up date set"
        SCHEDULED = "scheduled", "reply scheduled"
        UNSCHEDULED = "unscheduled", "scheduled reply taken back"
        HANDED_OFF = "handed_off", "sent to another system"
        NOT_HANDED_OFF = "not_handed_off", "not taken by another system"
        CONSENTED = "consented", "consent given"
        UNCONSENTED = "unconsented", "consent withdrawn"
        OBJECTED = "objected", "objected to being written to"
        APPLICATION = "application", "marked as an application"
        NOT_APPLICATION = "not_application", "no longer an application"
        PROPOSED = "proposed", "question proposed for a guide"

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="events")
    kind = models.CharField(max_length=20, choices=Kind)
    at = models.DateTimeField(db_default=Now())
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    words = models.TextField(blank=True, help_text="What was written: a note, a reply, a reason.")

    class Meta:
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["enquiry", "at", "id"], name="event_history")]

    def __str__(self) -> str:
        return self.get_kind_display()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Raises `TypeError` for an event that is already written."""
        if self.pk:
            raise TypeError("An event is history: it cannot be changed.")
        super().save(*args, **kwargs)
