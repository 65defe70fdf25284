from django.conf import settings
from django.db import models

from articles.models import Article
from enquiries.models.choices import Outcome, Role
from enquiries.models.routing import Team

# One more whenever something else is counted: the worker then counts the weeks of earlier editions anew.
EDITION = 1


class Tally(models.Model):
    """So many enquiries of one week that share these marks.

    A line of a ledger: lines of the same marks add up, and one takes back what another counted by a number below zero.
    So nobody waits for a line that somebody else is about to change. `tallies.keeping` writes and merges them.
    """

    week = models.DateField(help_text="The Monday with which it begins, by local time.")
    role = models.CharField(max_length=20, choices=Role)
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    is_spam = models.BooleanField()
    is_suspected = models.BooleanField()
    # A process of an earlier release, which leaves the other tallies of the enquiry as they are, writes zero.
    edition = models.SmallIntegerField(default=EDITION, db_default=0)
    number = models.IntegerField()

    class Meta:
        verbose_name_plural = "tallies"
        indexes = [models.Index(fields=["week"], name="tally_week")]

    def __str__(self) -> str:
        return f"{self.number} in the week from {self.week}"


class GuideTally(models.Model):
    """So many enquiries of one week that are no spam came from this guide and ended so; those of a deleted guide came
    from none."""

    week = models.DateField()
    guide = models.ForeignKey(Article, null=True, on_delete=models.SET_NULL, related_name="+")
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True, default="", db_default="")
    number = models.IntegerField()

    class Meta:
        verbose_name_plural = "guide tallies"
        indexes = [models.Index(fields=["week"], name="guide_tally_week")]

    def __str__(self) -> str:
        return f"{self.number} in the week from {self.week}"


class By(models.TextChoices):
    """What enquiries are put into groups by."""

    ROLE = "role", "role"
    PERSON = "person", "person"
    TEAM = "team", "team"
    CHANNEL = "channel", "channel of the first reply"
    SOURCE = "source", "source"


class Group(models.Model):
    """One week's enquiries of a person or a team, or of one `value`: a role, a channel, a source. None of it is spam."""

    week = models.DateField()
    by = models.CharField(max_length=10, choices=By)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    team = models.ForeignKey(Team, null=True, on_delete=models.CASCADE, related_name="+")
    value = models.CharField(max_length=20, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"By {self.by} in the week from {self.week}"


class GroupTally(Group):
    """How many ended with this outcome, and what became of their first replies."""

    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    number = models.IntegerField()
    unanswered = models.IntegerField(help_text="They were promised a reply and have had none, so far.")
    never_answered = models.IntegerField(help_text="They were closed, or erased, without a reply.")
    in_time = models.IntegerField()
    late = models.IntegerField()

    class Meta:
        verbose_name_plural = "group tallies"
        indexes = [models.Index(fields=["week"], name="group_tally_week")]


class WaitTally(Group):
    """How many had their first reply within so much working time: quarter hours up to eight hours, then whole hours,
    beyond eighty tens of them, always rounded up."""

    quarters = models.IntegerField(help_text="Quarter hours.")
    number = models.IntegerField()

    class Meta:
        verbose_name_plural = "wait tallies"
        indexes = [models.Index(fields=["week"], name="wait_tally_week")]
