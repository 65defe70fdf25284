from django.db import models

from articles.models.article import Article


class CheckRule(models.Model):
    """A check of the gate as an administrator has set it; every check that the site knows has a row.

    `subject` and `default` repeat what the code says. `found_live` is how many live pages it finds something in, as the
    last night counted; None before the first, and while it is silent.
    """

    class Default(models.TextChoices):
        BLOCKS = "blocks", "Blocks"
        WARNS = "warns", "Warns"

    class Setting(models.TextChoices):
        BLOCKS = "blocks", "Blocks"
        WARNS = "warns", "Warns"
        SILENT = "silent", "Silent"

    name = models.CharField("check", max_length=60, unique=True)
    subject = models.CharField(max_length=40)
    default = models.CharField("as built", max_length=8, choices=Default)
    level = models.CharField(
        "setting",
        max_length=8,
        choices=Setting,
        blank=True,
        default="",
        help_text="Empty: as built. It counts at once, for all guides, drafts and live pages alike.",
    )
    found_live = models.PositiveIntegerField("on live pages", null=True, editable=False)

    class Meta:
        ordering = ["subject", "name"]
        verbose_name = "check"
        default_permissions = ("view", "change")

    def __str__(self) -> str:
        return self.name


class OverriddenFinding(models.Model):
    """A finding of a guide that somebody overrode to publish it, with the last reason; revisions keep each reason."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    check_name = models.CharField(max_length=60)
    key = models.CharField(max_length=16)
    what = models.TextField()
    reason = models.TextField()
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["article", "key"], name="overridden_once_a_guide")]
        indexes = [models.Index(fields=["check_name", "-at"], name="overridden_of_a_check")]

    def __str__(self) -> str:
        return self.what
