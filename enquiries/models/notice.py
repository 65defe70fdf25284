from typing import Any

from django.db import models
from django.db.models import Q

from articles.outbox.models import Message
from enquiries.models.enquiry import Enquiry
from enquiries.models.event import Event


class Notice(Message):
    """A message about an enquiry, in the outbox like every other; it is part of the enquiry's history and goes with it.

    It is held while the enquiry is suspected spam.
    """

    class Kind(models.TextChoices):
        ACKNOWLEDGEMENT = "acknowledgement", "acknowledgement to the enquirer"
        ALERT = "alert", "alert to the owner or team"
        ASSIGNMENT = "assignment", "news to whom it was passed on to"
        REPLY = "reply", "reply to the enquirer"
        COPY = "copy", "copy of a reply to somebody else"
        WROTE = "wrote", "news that the enquirer wrote"
        NOT_PASSED_ON = "not_passed_on", "news that an answer by e-mail was not passed on"
        REQUEST = "request", "privacy request to whoever looks after data protection"
        REQUEST_ACKNOWLEDGED = "request_acknowledged", "acknowledgement of a privacy request"
        REQUEST_EXTENDED = "request_extended", "more time for a privacy request"
        REQUEST_ANSWERED = "request_answered", "answer to a privacy request"
        RESTRICTION_LIFTED = "restriction_lifted", "end of a restriction"
        NEW_LINK = "new_link", "new link to the enquirer’s own page"
        QUESTION_ANSWERED = "question_answered", "news that a guide answers their question"
        BURST = "burst", "news of a burst"
        # Written by an earlier version; now one mail tells of several enquiries.
        REMINDER = "reminder", "reminder to the owner or team"
        ESCALATION = "escalation", "escalation"

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="notices")
    event = models.ForeignKey(
        Event,
        null=True,
        db_index=False,
        on_delete=models.SET_NULL,
        related_name="notices",
        help_text="The line of the history whose words and files it carries.",
    )

    class Meta:
        # Few notices belong to a line; an index of all of them would be as large as the table.
        indexes = [models.Index(fields=["event"], condition=Q(event__isnull=False), name="notice_event")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.is_plain = False
        super().save(*args, **kwargs)

    def __str__(self) -> str:
        return self.get_kind_display()

    def get_kind_display(self) -> str:
        """What it is, in words."""
        return str(self.Kind(self.kind).label)
