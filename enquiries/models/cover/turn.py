from django.conf import settings
from django.db import models

from enquiries.models.routing import Team


class Turn(models.Model):
    """When somebody last got an enquiry of the team by a rule that assigns them: the higher the number, the later."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="turns")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveBigIntegerField()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["team", "person"], name="one_turn_a_member")]

    def __str__(self) -> str:
        return f"{self.person}: {self.number}"
