from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from enquiries.models.cv import File
from enquiries.models.enquiry import Enquiry


class ReplyDraft(models.Model):
    """What somebody has written to an enquirer and not sent. Each has their own; it goes when it is sent, or erased."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="reply_drafts")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    subject = models.TextField(blank=True)
    body = models.TextField(blank=True)
    cc = models.TextField(blank=True)
    replies_seen = models.IntegerField(default=0, help_text="How many replies there were when it was written.")
    saved_at = models.DateTimeField(db_default=Now())

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["enquiry", "person"], name="one_reply_draft_per_person")]

    def __str__(self) -> str:
        return f"draft of a reply to {self.enquiry}"


class DraftFile(File):
    """A file that is to go with a reply. With the reply it becomes an attachment, and is no longer kept here."""

    draft = models.ForeignKey(ReplyDraft, on_delete=models.CASCADE, related_name="files")

    class Meta:
        default_permissions = ()
        ordering = ["id"]


class WritingNow(models.Model):
    """That somebody has the page open on which a reply is written."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="writing_now")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    seen_at = models.DateTimeField(db_default=Now(), db_index=True)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["enquiry", "person"], name="one_writer_per_enquiry")]

    def __str__(self) -> str:
        return f"{self.person} writes to {self.enquiry}"


class Signature(models.Model):
    """What somebody writes below their replies."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="signature")
    text = models.TextField(max_length=1000)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.text
