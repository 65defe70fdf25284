from django.db import models

from articles.models import Article
from enquiries.models.choices import Outcome, Role


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
    number = models.IntegerField()
    unanswered = models.IntegerField(help_text="How many of them were promised a reply and have had none.")

    class Meta:
        verbose_name_plural = "tallies"
        indexes = [models.Index(fields=["week"], name="tally_week")]

    def __str__(self) -> str:
        return f"{self.number} in the week from {self.week}"


class GuideTally(models.Model):
    """So many enquiries of one week that are no spam came from this guide; those of a deleted guide came from none."""

    week = models.DateField()
    guide = models.ForeignKey(Article, null=True, on_delete=models.SET_NULL, related_name="+")
    number = models.IntegerField()

    class Meta:
        verbose_name_plural = "guide tallies"
        indexes = [models.Index(fields=["week"], name="guide_tally_week")]

    def __str__(self) -> str:
        return f"{self.number} in the week from {self.week}"


class ReplyTally(models.Model):
    """So many enquiries of one week that are no spam had their first reply after so many whole hours."""

    week = models.DateField()
    role = models.CharField(max_length=20, choices=Role)
    hours = models.IntegerField()
    in_time = models.IntegerField()
    late = models.IntegerField()

    class Meta:
        verbose_name_plural = "reply tallies"
        indexes = [models.Index(fields=["week"], name="reply_tally_week")]

    def __str__(self) -> str:
        return f"{self.in_time + self.late} in the week from {self.week}"


class TenthTally(models.Model):
    """The same by tenths of hours: many lines, of which a report reads those of the hours that a percentile falls into."""

    week = models.DateField()
    role = models.CharField(max_length=20, choices=Role)
    tenths = models.IntegerField()
    number = models.IntegerField()

    class Meta:
        verbose_name_plural = "tenth tallies"
        indexes = [
            models.Index(fields=["tenths", "week"], name="tenth_tally_tenths"),
            models.Index(fields=["week"], name="tenth_tally_week"),
        ]

    def __str__(self) -> str:
        return f"{self.number} in the week from {self.week}"
