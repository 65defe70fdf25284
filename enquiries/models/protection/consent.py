from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from enquiries.models.enquiry import Enquiry
from enquiries.models.wording import Wording


class ConsentQuerySet(models.QuerySet["Consent"]):
    def given(self) -> "ConsentQuerySet":
        """What holds as far as its enquiry says; its address may be suppressed all the same."""
        return self.filter(state=Consent.State.GIVEN)


class Consent(models.Model):
    """That an enquirer agreed to hear from us: to which words, since when, and how it ended (UK GDPR, article 7(1))."""

    class State(models.TextChoices):
        GIVEN = "given", "given"
        WITHDRAWN = "withdrawn", "withdrawn"
        OBJECTED = "objected", "ended by an objection"

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="consents")
    wording = models.ForeignKey(Wording, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField("agreed", db_default=Now())
    state = models.CharField(max_length=10, choices=State, default=State.GIVEN)
    ended_at = models.DateTimeField("ended", null=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        ordering = ["-given_at", "-id"]
        default_permissions = ("view",)
        permissions = [("export_consent", "Can export who agreed to hear from us")]
        constraints = [
            models.UniqueConstraint(
                fields=["enquiry"], condition=models.Q(state="given"), name="one_consent_of_an_enquiry"
            )
        ]
        indexes = [models.Index(fields=["-given_at", "-id"], name="consent_newest")]

    def __str__(self) -> str:
        return str(self.wording)


class Suppression(models.Model):
    """An address that gets no news from us. Only a keyed hash of it is kept, which outlives its enquiries."""

    class Reason(models.TextChoices):
        WITHDRAWN = "withdrawn", "consent withdrawn"
        OBJECTED = "objected", "objected (UK GDPR, article 21)"

    mark = models.CharField(max_length=64, unique=True, editable=False)
    made_with = models.CharField(
        max_length=8, editable=False, help_text="What tells by which SECRET_KEY the hash was made."
    )
    reason = models.CharField(max_length=10, choices=Reason)
    since = models.DateField()
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )

    class Meta:
        ordering = ["-since", "-id"]
        default_permissions = ("view", "add")

    def __str__(self) -> str:
        return f"{self.get_reason_display()}, {self.since:%d/%m/%Y}"
