from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from enquiries.models.choices import Outcome, Role
from enquiries.models.enquiry import Enquiry


class Retention(models.Model):
    """How long personal data is kept once an enquiry is closed. The most specific rule decides."""

    role = models.CharField(max_length=20, choices=Role, blank=True, help_text="Leave empty for every role.")
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True, help_text="Leave empty for every outcome.")
    days = models.PositiveIntegerField(help_text="Days after closing. Enquirers see the resulting date.")

    class Meta:
        ordering = ["role", "outcome"]
        constraints = [models.UniqueConstraint(fields=["role", "outcome"], name="one_retention_rule")]
        verbose_name = "retention rule"

    def __str__(self) -> str:
        return f"{self.days} days"


class PrivacyRequest(models.Model):
    """What an enquirer asks of us about their data: a dated task for staff."""

    class Kind(models.TextChoices):
        ERASURE = "erasure", "erase my data"
        COMPLAINT = "complaint", "complaint"

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="privacy_requests")
    kind = models.CharField(max_length=20, choices=Kind)
    words = models.TextField(blank=True)
    received_at = models.DateTimeField(db_default=Now())
    due_on = models.DateField(
        help_text="Acknowledge a complaint within 30 days, and answer a request within one month."
    )
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    answer = models.TextField(blank=True)

    class Meta:
        ordering = ["due_on", "id"]

    def __str__(self) -> str:
        return self.get_kind_display()
