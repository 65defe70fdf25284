from django.conf import settings
from django.db import models


class ReviewReminder(models.Model):
    """The mail of one week that told an owner which guides are overdue for review; `week` is its Monday."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    week = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "week"], name="one_review_reminder_a_week")]

    def __str__(self) -> str:
        return f"{self.owner}, week of {self.week}"
