from datetime import date, time
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from articles.models.content_version import Shown
from enquiries.models.choices import Nation


class ReplyPromise(Shown):
    """When the agency works and how soon it promises to reply; there is one row."""

    hours = models.PositiveSmallIntegerField(
        "working hours to reply",
        default=8,
        validators=[MinValueValidator(1), MaxValueValidator(80)],
        help_text="Enquirers see the resulting day and time. Only your opening hours count.",
    )
    opens = models.TimeField(default=time(9, 0))
    closes = models.TimeField(default=time(17, 30))
    # Of the days that differ, by their numbers from Monday's 0 on: when they open and close, or an empty list.
    days: Any = models.JSONField("days that differ", default=dict, db_default={}, blank=True)
    nation = models.CharField("bank holidays of", max_length=3, choices=Nation, default=Nation.ENGLAND)
    escalation_email = models.EmailField(
        "escalate to",
        blank=True,
        help_text="Gets an e-mail when a promise is broken. If empty, the default team's inbox gets it.",
    )
    shows_record = models.BooleanField(
        "show how often it was kept",
        default=True,
        db_default=True,
        help_text="On the home page, once at least 20 enquiries of the last 13 weeks were due a reply.",
    )

    # The first and last days of the closures, put in by `working_hours`.
    closures: tuple[tuple[date, date], ...] = ()

    class Meta:
        verbose_name = "reply promise"
        verbose_name_plural = "reply promise"

    def __str__(self) -> str:
        return f"within {self.hours} working hours"


class KeptPromise(Shown):
    """How often enquiries of the last weeks had a reply in the promised time, as the home page says; there is one row."""

    counted_on = models.DateField(help_text="The day on which it was counted last.")
    in_time = models.PositiveIntegerField(help_text="They had a reply in the promised time.")
    number = models.PositiveIntegerField(help_text="They had one, or should have had one by now.")

    class Meta:
        default_permissions = ()

    @property
    def percent(self) -> int:
        """Rounded down, so that it never says more than was kept."""
        return 100 * self.in_time // self.number

    def __str__(self) -> str:
        return f"{self.in_time} of {self.number}"
