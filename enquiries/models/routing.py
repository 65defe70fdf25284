from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from articles.models import Article, Topic
from enquiries.models.choices import Assignment, Nation, Role
from enquiries.models.mail_choice import HearsOfEnquiries


class Team(HearsOfEnquiries):
    """A shared inbox and the people behind it."""

    name = models.CharField(max_length=80, unique=True, help_text="Enquirers see this name.")
    email = models.EmailField(
        "inbox",
        blank=True,
        help_text="We announce new enquiries to this address. Leave it empty to use the mailbox that the site's settings "
        "name (ENQUIRIES_EMAIL), also when that changes.",
    )
    members = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="teams", help_text="They see the enquiries of this team."
    )
    is_default = models.BooleanField(
        "default", default=False, help_text="Gets what no rule sends elsewhere. There is exactly one default team."
    )
    looks_after_data = models.BooleanField(
        "looks after data protection",
        default=False,
        db_default=False,
        help_text="Its inbox gets requests and complaints about personal data, and its members answer them. At most one "
        "team does.",
    )
    days: Any = models.JSONField(
        "days of its own",
        default=dict,
        db_default={},
        blank=True,
    )
    nation = models.CharField(
        "bank holidays of",
        max_length=3,
        choices=Nation,
        blank=True,
        default="",
        db_default="",
        help_text="Leave it empty for those of the agency.",
    )

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["is_default"], condition=Q(is_default=True), name="one_default_team"),
            models.UniqueConstraint(
                fields=["looks_after_data"], condition=Q(looks_after_data=True), name="one_data_protection_team"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def inbox(self) -> str:
        """Where the team reads mail."""
        return self.email or settings.ENQUIRIES_EMAIL


class RoutingRule(models.Model):
    """Sends the enquiries that fit it to a person or a team. The first rule that fits decides."""

    position = models.PositiveSmallIntegerField(default=0, help_text="Rules are tried from the lowest number up.")
    role = models.CharField(
        max_length=20,
        blank=True,
        choices=Role,
        help_text="Leave empty for every role.",
    )
    topic = models.ForeignKey(
        Topic, null=True, blank=True, on_delete=models.CASCADE, help_text="Leave empty for every topic."
    )
    guide = models.ForeignKey(
        Article, null=True, blank=True, on_delete=models.CASCADE, help_text="Leave empty for every guide."
    )
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, help_text="The team that takes it.")
    assignment = models.CharField(
        "within the team",
        max_length=10,
        choices=Assignment,
        blank=True,
        default="",
        db_default="",
        help_text="Who is away is left out. If nobody is there, it waits in the team's list.",
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, help_text="The person who takes it."
    )
    to_voice = models.BooleanField(
        "the person quoted",
        default=False,
        help_text="The person quoted in the guide’s recruiter insight takes it, if that author has an account.",
    )

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return f"Rule {self.position}"

    def clean(self) -> None:
        if sum(map(bool, (self.team, self.person, self.to_voice))) != 1:
            raise ValidationError("Choose exactly one: a team, a person, or the person quoted in the guide.")
        if self.assignment and not self.team:
            raise ValidationError({"assignment": "Only a team has members to choose from."})
