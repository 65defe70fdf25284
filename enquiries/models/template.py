from django.db import models

from enquiries.models.choices import Role


class ReplyTemplate(models.Model):
    """Words to begin a reply with."""

    name = models.CharField(max_length=80, unique=True)
    role = models.CharField(
        max_length=20, choices=Role, blank=True, help_text="Offered for this role. Leave empty for every role."
    )
    subject = models.CharField(max_length=150)
    body = models.TextField(
        help_text="You can use {name}, {reference}, {guide}, {consultant} and {signature}. They are filled in for you."
    )

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
