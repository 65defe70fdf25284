from datetime import timedelta
from typing import Any
from urllib.parse import quote

from django.db import models
from django.db.models import Q

from articles.outbox.models import Message
from enquiries.models.choices import Role
from enquiries.models.enquiry import Enquiry
from enquiries.models.event import Event
from enquiries.models.routing import Team

# How long a secret signs beside the one that took its place.
OLD_SECRET_FOR = timedelta(days=1)
PREFIX = "handoff_"  # of the kinds of messages that are hand-offs


class Happening(models.TextChoices):
    """What other systems can be told of an enquiry."""

    RECEIVED = "received", "received, or released from spam"
    ASSIGNED = "assigned", "taken, or passed on to somebody"
    ANSWERED = "answered", "answered"
    CLOSED = "closed", "closed or withdrawn"
    CORRECTED = "corrected", "details or consent changed"


# Whoever ever got something of an enquiry is told that it is erased, and nobody chooses that.
ERASED, TEST = "erased", "test"


class Receiver(models.Model):
    """Another system, such as a recruitment CRM, that is told of enquiries once somebody has switched it on."""

    class Kind(models.TextChoices):
        WEBHOOK = "webhook", "webhook"
        MAIL = "mail", "e-mail to an applicant tracking system"

    name = models.CharField(max_length=80, unique=True, help_text="Colleagues see this name beside each delivery.")
    kind = models.CharField("sent as", max_length=10, choices=Kind, help_text="This cannot be changed later.")
    address = models.CharField(
        max_length=254, help_text="For a webhook its https:// address; for an e-mail the mailbox that the system reads."
    )
    # Encrypted (`enquiries.handoff.secrets`).
    secret = models.TextField(blank=True, editable=False)
    old_secret = models.TextField(blank=True, editable=False)
    secret_made_at = models.DateTimeField(null=True, editable=False)
    is_on = models.BooleanField("switched on", default=False, help_text="Nothing is sent while this is not ticked.")
    happenings = models.JSONField("is told when an enquiry is", default=list, blank=True)
    roles = models.JSONField("of people who are", default=list, blank=True)
    teams = models.ManyToManyField(
        Team, blank=True, related_name="+", verbose_name="teams", help_text="Leave empty for every team."
    )
    with_files = models.BooleanField(
        "the CV goes along",
        default=False,
        help_text="And other files that the enquirer sent: as links that work for a day, or attached to the e-mail.",
    )
    reference_link = models.CharField(
        "where to find a record there",
        max_length=500,
        blank=True,
        help_text="Such as https://crm.example/candidates/{reference}. On an enquiry with a reference this is a link.",
    )
    gone_at = models.DateTimeField("said that it is gone", null=True, editable=False)

    class Meta:
        ordering = ["name"]
        verbose_name = "other system"

    def __str__(self) -> str:
        return self.name

    @property
    def is_mailbox(self) -> bool:
        return self.kind == self.Kind.MAIL

    def wants(self, happening: str, enquiry: Enquiry) -> bool:
        """Whether it is to be told. Without roles it is told of every role, and without teams of every team."""
        teams = [team.pk for team in self.teams.all()]
        return (
            happening in self.happenings
            and (not self.roles or enquiry.role in self.roles)
            and (not teams or enquiry.team_id in teams)
        )

    def link_to(self, reference: str) -> str:
        """Where the other system shows the record with that reference; empty if nobody said."""
        return self.reference_link.replace("{reference}", quote(reference, safe="")) if reference else ""

    def roles_in_words(self) -> str:
        return ", ".join(str(Role(role).label) for role in self.roles) or "everybody"


class Handoff(Message):
    """One event of an enquiry that one other system must hear of, in the outbox like every message.

    It holds no word of the enquiry: what is told is read when it leaves. A test is about none.
    """

    receiver = models.ForeignKey(Receiver, on_delete=models.PROTECT, related_name="handoffs")
    enquiry = models.ForeignKey(Enquiry, null=True, on_delete=models.CASCADE, related_name="handoffs")
    event = models.ForeignKey(Event, null=True, on_delete=models.CASCADE, related_name="handoffs")

    class Meta:
        verbose_name = "hand-off"
        constraints = [
            models.UniqueConstraint(
                fields=["receiver", "event"], condition=Q(event__isnull=False), name="one_handoff_of_an_event"
            )
        ]

    def __str__(self) -> str:
        return f"{self.happening}, to {self.receiver}"

    @property
    def happening(self) -> str:
        return self.kind.removeprefix(PREFIX)

    @property
    def delivery_id(self) -> str:
        """What the receiver knows it by: the same at every attempt. A full stop would end it in what is signed."""
        return self.message_id.strip("<>").partition("@")[0].replace(".", "_")

    def may_leave(self: Any) -> bool:
        """Whether it may be sent now, whatever it was when it was written."""
        if self.happening == TEST:
            return True
        if not self.receiver.is_on:
            return False
        return self.happening == ERASED or self.enquiry.may_be_passed_on
