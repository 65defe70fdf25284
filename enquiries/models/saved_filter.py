from django.conf import settings
from django.db import models


class SavedFilter(models.Model):
    """What somebody often asks of the work list, under a name of their own."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_filters")
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=1000, help_text="The part of the list’s address that says what is shown.")

    class Meta:
        ordering = ["name"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["user", "name"], name="one_filter_of_a_name")]

    def __str__(self) -> str:
        return self.name
