from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from enquiries.models.enquiry import Enquiry


class Viewing(models.Model):
    """That a member of staff looked at an enquiry or a file of it, once for each hour in which they did."""

    class What(models.TextChoices):
        PAGE = "page", "enquiry"
        CV = "cv", "CV"
        FILE = "file", "file beside the CV"

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="viewings")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name="who"
    )
    what = models.CharField(max_length=10, choices=What)
    at = models.DateTimeField("in the hour from")

    class Meta:
        ordering = ["-at", "-id"]
        default_permissions = ("view",)
        constraints = [models.UniqueConstraint(fields=["enquiry", "user", "what", "at"], name="one_viewing_an_hour")]
        indexes = [models.Index(fields=["-at", "-id"], name="viewing_newest")]

    def __str__(self) -> str:
        return self.get_what_display()


class ViewingPeriod(models.Model):
    """For how long it is kept who looked at what; there is one row."""

    months = models.PositiveSmallIntegerField(
        "months",
        default=12,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
        help_text="What is older is deleted within an hour. It goes with its enquiry in any case.",
    )

    class Meta:
        verbose_name = "period of records of views"
        verbose_name_plural = "period of records of views"
        default_permissions = ("view", "change")

    def __str__(self) -> str:
        return "1 month" if self.months == 1 else f"{self.months} months"
