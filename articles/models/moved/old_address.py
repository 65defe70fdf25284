from django.db import models

LONGEST = 500
GONE = ""


class OldAddress(models.Model):
    """An address that the agency's site had elsewhere or earlier, and what answers there now.

    It is asked only where no page of the site answers, so it renews no content version: no kept page shows it.
    """

    class Source(models.TextChoices):
        TYPED = "typed", "Typed"
        CSV = "csv", "CSV file"
        IMPORT = "import", "Import of a site"
        RENAMED = "renamed", "New address of a topic or person"

    address = models.CharField(
        "old address",
        max_length=LONGEST,
        help_text="Such as /2021/05/our-post/ or /?p=123. Paste the whole address if you like; the host is left out. "
        "Capitals and a slash at the end make no difference.",
    )
    key = models.CharField(max_length=LONGEST, unique=True, editable=False)
    target = models.CharField(
        "leads to",
        max_length=LONGEST,
        blank=True,
        help_text="The address of a page of this site, which the old address then follows wherever the page moves; or "
        "the whole address of a page elsewhere, beginning with https://.",
    )
    note = models.CharField(max_length=200, blank=True, help_text="For colleagues.")
    source = models.CharField("came by", max_length=10, choices=Source, default=Source.TYPED, editable=False)
    added_at = models.DateTimeField("added", auto_now_add=True)
    hits = models.PositiveBigIntegerField(default=0, db_default=0, editable=False)
    last_hit = models.DateField("last asked for", null=True, editable=False)

    class Meta:
        verbose_name_plural = "old addresses"
        ordering = ["-hits", "address"]
        indexes = [models.Index(fields=["-hits", "address"], name="old_address_hits")]

    def __str__(self) -> str:
        return self.address

    @property
    def is_gone(self) -> bool:
        """Whether it answers that there is nothing any more."""
        return self.target == GONE
