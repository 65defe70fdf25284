from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now, TruncDate
from django.utils import timezone

from articles.outbox.models import Message
from enquiries.models.choices import Outcome, Role, State
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


class PrivacyRequestQuerySet(models.QuerySet["PrivacyRequest"]):
    """Requests by where they stand."""

    def open(self) -> "PrivacyRequestQuerySet":
        """What is not finished: without an answer, or an erasure that was agreed to and has not happened."""
        return self.filter(done_at=None)

    def overdue(self) -> "PrivacyRequestQuerySet":
        return self.open().filter(due_on__lt=TruncDate(Now()))

    def agreed_erasures(self) -> "PrivacyRequestQuerySet":
        """Erasures that were agreed to and have not happened yet."""
        return self.open().filter(kind=PrivacyRequest.Kind.ERASURE, outcome=PrivacyRequest.Outcome.AGREED)

    def in_the_way(self) -> "PrivacyRequestQuerySet":
        """What must be answered while the data is still there: everything that is open but erasures."""
        return self.open().exclude(kind=PrivacyRequest.Kind.ERASURE)

    def with_obstacles(self) -> "PrivacyRequestQuerySet":
        """Each with what `standing` has to know, in one query."""
        others = PrivacyRequest.objects.in_the_way().filter(enquiry=OuterRef("enquiry"))
        return self.select_related("enquiry", "done_by").annotate(
            has_message_on_its_way=Exists(Message.objects.on_their_way().filter(notice__enquiry=OuterRef("enquiry"))),
            has_other_request=Exists(others),
        )


class PrivacyRequest(models.Model):
    """One use of a right under the UK GDPR, or a complaint: a dated task, and a line of the register.

    It may be about no enquiry, or about one that is erased: then it carries its own name and address.
    """

    class Kind(models.TextChoices):
        ACCESS = "access", "access"
        RECTIFICATION = "rectification", "rectification"
        ERASURE = "erasure", "erasure"
        RESTRICTION = "restriction", "restriction"
        OBJECTION = "objection", "objection"
        PORTABILITY = "portability", "portability"
        COMPLAINT = "complaint", "complaint"

    class Outcome(models.TextChoices):
        AGREED = "agreed", "agreed"
        PARTLY = "partly", "agreed in part"
        REFUSED = "refused", "refused"
        TAKEN_BACK = "taken_back", "taken back by the person"

    enquiry = models.ForeignKey(Enquiry, null=True, on_delete=models.CASCADE, related_name="privacy_requests")
    kind = models.CharField(max_length=20, choices=Kind)
    name = models.CharField(max_length=200, blank=True, db_default="")
    email = models.EmailField("e-mail", max_length=254, blank=True, db_default="")
    words = models.TextField("what they asked", blank=True)
    # Of a request that was taken down on a later day: the start of the day on which it came.
    received_at = models.DateTimeField("received", db_default=Now())
    identity_confirmed_on = models.DateField(null=True)
    acknowledged_at = models.DateTimeField("acknowledged", null=True)
    due_on = models.DateField(
        "due", help_text="Acknowledge a complaint within 30 days, and answer a request within one month."
    )
    extended_at = models.DateTimeField(null=True)
    extension_reason = models.TextField(blank=True, db_default="")
    reminded_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True, db_default="")
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField("answered", null=True)
    done_at = models.DateTimeField("done", null=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name="by"
    )
    # Of a request without an enquiry that could keep them as its notices.
    mails = models.ManyToManyField(Message, related_name="privacy_requests")

    objects = PrivacyRequestQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "id"]
        indexes = [models.Index(fields=["due_on", "id"], condition=Q(done_at=None), name="privacy_request_open")]

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def kept(self) -> Enquiry | None:
        """The enquiry whose data it is about, unless that is erased."""
        return self.enquiry if self.enquiry and self.enquiry.state != State.ERASED else None

    @property
    def reference(self) -> str:
        return self.enquiry.reference if self.enquiry else f"R{self.pk}"

    @property
    def address(self) -> str:
        """Where the person reads mail; empty when they must be reached another way."""
        return self.kept.email if self.kept else self.email

    @property
    def person(self) -> str:
        return self.kept.name if self.kept else self.name

    @property
    def is_overdue(self) -> bool:
        return not self.done_at and self.due_on < timezone.localdate()

    @property
    def is_agreed_erasure(self) -> bool:
        return not self.done_at and (self.kind, self.outcome) == (self.Kind.ERASURE, self.Outcome.AGREED)

    def standing(self: Any) -> str:
        """Where it stands, in words for staff; of an erasure agreed to, what it waits for (see `with_obstacles`)."""
        if self.done_at:
            return self.get_outcome_display() or "answered"
        if not self.is_agreed_erasure:
            return "to be answered"
        reasons = [
            f"the hold to be lifted ({self.enquiry.hold_reason})" if self.enquiry.hold_reason else "",
            "the end of the year for which the law keeps an application" if self.enquiry.is_kept_by_law else "",
            "another request to be answered" if self.has_other_request else "",
            "a message to be sent" if self.has_message_on_its_way else "",
        ]
        return f"agreed, waiting for {' and '.join(filter(None, reasons)) or 'the erasure itself'}"
