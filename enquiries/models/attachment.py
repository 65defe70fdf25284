from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from enquiries.models.cv import ScannedFile
from enquiries.models.enquiry import Enquiry
from enquiries.models.event import Event


class Attachment(ScannedFile):
    """A file of an enquiry beside its CV: it came with a mail, went out with a reply, or was added by staff."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="attachments")
    event = models.ForeignKey(
        Event,
        null=True,
        on_delete=models.CASCADE,
        related_name="attachments",
        help_text="The line of the history that it belongs to.",
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The member of staff; nobody when it came from the enquirer.",
    )
    added_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["added_at", "id"]
        indexes = [
            models.Index(
                fields=["scan_tried_at"], condition=models.Q(scan="waiting"), name="attachment_waiting_for_scan"
            )
        ]
