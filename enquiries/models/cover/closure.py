from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from articles.models.content_version import Shown
from enquiries.models.routing import Team

LONGEST = timedelta(days=92)


class Closure(Shown):
    """Days on which the agency, or one team, is closed beside weekends and bank holidays."""

    name = models.CharField(max_length=80, help_text="Such as: Christmas week.")
    first_day = models.DateField("first day closed")
    last_day = models.DateField("last day closed", help_text="You are open again on the day after.")
    team = models.ForeignKey(
        Team,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="closures",
        help_text="Leave it empty if the whole agency is closed.",
    )

    class Meta:
        ordering = ["-first_day", "name"]
        constraints = [
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="closure_ends_after_it_begins")
        ]

    def __str__(self) -> str:
        return self.name

    def validate_constraints(self, *args: Any, **kwargs: Any) -> None:
        """They are said in words by `clean`."""

    def clean(self) -> None:
        if not (self.first_day and self.last_day):
            return
        if self.last_day < self.first_day:
            raise ValidationError({"last_day": "The last day cannot be before the first one."})
        if self.last_day - self.first_day > LONGEST:
            # What comes in meanwhile would be promised a reply for the day after.
            raise ValidationError({"last_day": "A closure can last three months at most."})
