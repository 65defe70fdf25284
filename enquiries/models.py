from typing import ClassVar

from django.db import models
from django.utils.crypto import get_random_string

from articles.models import Article

REFERENCE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that is easily taken for another
REFERENCE_LENGTH = 8


def new_reference() -> str:
    """A reference that a visitor can read out on the phone: 40 bits, no look-alike letters."""
    return get_random_string(REFERENCE_LENGTH, REFERENCE_LETTERS)


class Role(models.TextChoices):
    """What the enquirer is."""

    CANDIDATE = "candidate", "looking for work"
    CLIENT = "client", "hiring"
    OTHER = "other", "something else"


class Enquiry(models.Model):
    """What a visitor sent: who they are, what they want, and the guide they came from."""

    reference = models.CharField(max_length=REFERENCE_LENGTH, unique=True, default=new_reference, editable=False)
    role = models.CharField("I am", max_length=20, choices=Role)
    name = models.CharField(max_length=200)
    email = models.EmailField("e-mail", max_length=254)
    message = models.TextField()
    guide = models.ForeignKey(
        Article,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The guide that the visitor was reading.",
    )
    source_path = models.CharField(
        "came from", max_length=500, blank=True, help_text="The page as the visitor's browser sent it."
    )
    received_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-received_at", "-id"]
        verbose_name_plural = "enquiries"

    def __str__(self) -> str:
        return f"{self.name}, {self.get_role_display()} ({self.reference})"


class Notice(models.Model):
    """One message that must reach one recipient. It waits here until it is sent; it is never given up."""

    class Kind(models.TextChoices):
        ACKNOWLEDGEMENT = "acknowledgement", "acknowledgement to the enquirer"
        ALERT = "alert", "alert to the team"

    BACK_OFF_MINUTES: ClassVar[tuple[int, ...]] = (1, 5, 30, 120, 480, 1440)

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=20, choices=Kind)
    recipient = models.EmailField()
    subject = models.CharField(max_length=200)
    text = models.TextField()
    html = models.TextField()
    message_id = models.CharField(max_length=200, unique=True)
    due_at = models.DateTimeField(db_index=True)
    attempts = models.PositiveIntegerField(default=0)
    last_error = models.CharField(max_length=300, blank=True)
    sent_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["enquiry", "kind", "recipient"], name="one_notice_per_recipient")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.enquiry.reference})"
