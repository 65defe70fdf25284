from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from articles.lib.days import in_words


class Absence(models.Model):
    """Days on which somebody is away, and who stands in for them."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="absences")
    first_day = models.DateField("first day away")
    last_day = models.DateField("last day away", help_text="They are back on the day after.")
    stand_in = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="stand-in",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Gets the new enquiries and e-mails in the meantime. Leave it empty for the team to get them. Who is away "
        "too is stood in for by their own stand-in.",
    )
    note = models.CharField(max_length=200, blank=True, help_text="For colleagues. Leave out what is private.")

    class Meta:
        ordering = ["-first_day", "person"]
        constraints = [
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="absence_ends_after_it_begins"),
            models.CheckConstraint(condition=~Q(stand_in=F("person")), name="absence_with_another"),
        ]
        indexes = [models.Index(fields=["last_day"], name="absence_ends")]

    def __str__(self) -> str:
        return f"{in_words(self.first_day)} to {in_words(self.last_day)}"

    def validate_constraints(self, *args: Any, **kwargs: Any) -> None:
        """They are said in words by `clean`."""

    def clean(self) -> None:
        if self.person_id and self.stand_in_id == self.person_id:
            raise ValidationError({"stand_in": "Choose somebody else: nobody can stand in for themselves."})
        if not (self.first_day and self.last_day):
            return
        if self.last_day < self.first_day:
            raise ValidationError({"last_day": "The last day cannot be before the first one."})
        others = Absence.objects.filter(person=self.person_id).exclude(pk=self.pk)
        if other := others.filter(first_day__lte=self.last_day, last_day__gte=self.first_day).first():
            raise ValidationError(f"These days overlap with another absence: {other}.")
