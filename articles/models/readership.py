from django.db import models


class What(models.TextChoices):
    """What is counted."""

    VIEWED = "viewed", "views"
    FOUND = "found", "searches that found it"
    STARTED = "started", "enquiries started"
    SEARCHED = "searched", "searches"
    MISSED = "missed", "searches that found nothing"


class Counted(models.Model):
    """How often something happened on one day, by the site's time zone; no row is about anybody.

    Visitors see nothing of it, so writing it renews no content version. Two that add at the same time add up
    (`articles/readership/writing.py`), and no row is ever read to be written.
    """

    day = models.DateField()
    what = models.CharField(max_length=10, choices=What)
    role = models.CharField(max_length=20, blank=True, help_text="Of enquiries: what the visitor said they are.")
    number = models.PositiveIntegerField()

    class Meta:
        abstract = True
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.number} {self.get_what_display()} on {self.day}"


class SiteDay(Counted):
    """Of the whole site, on one day."""

    class Meta(Counted.Meta):
        constraints = [models.UniqueConstraint(fields=["day", "what", "role"], name="one_count_of_the_site")]


class GuideDay(Counted):
    """Of one guide, on one day."""

    # The constraint's index begins with the guide.
    guide = models.ForeignKey("articles.Article", models.CASCADE, related_name="+", db_index=False)

    class Meta(Counted.Meta):
        constraints = [models.UniqueConstraint(fields=["guide", "day", "what", "role"], name="one_count_of_a_day")]
        indexes = [models.Index(fields=["day", "what"], name="guide_day_what")]


class GuideMonth(Counted):
    """Of one guide, in the month whose first day is `day`: what is left when the days are forgotten."""

    guide = models.ForeignKey("articles.Article", models.CASCADE, related_name="+", db_index=False)

    class Meta(Counted.Meta):
        constraints = [models.UniqueConstraint(fields=["guide", "day", "what", "role"], name="one_count_of_a_month")]
        indexes = [models.Index(fields=["day", "what"], name="guide_month_what")]


class AskedFor(models.Model):
    """How often the same was searched for on one day, and found `guide`, or nothing at all.

    `words` stay empty until it was asked for on several days: until then nobody can read what it was, since `digest` is
    made with a secret. So no row tells what a single visitor typed.
    """

    digest = models.CharField(max_length=64)
    day = models.DateField()
    guide = models.ForeignKey("articles.Article", models.CASCADE, null=True, related_name="+")
    words = models.CharField(max_length=60, blank=True)
    number = models.PositiveIntegerField()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["digest", "day"], name="one_count_of_words_a_day")]
        indexes = [models.Index(fields=["day"], name="asked_for_day")]

    def __str__(self) -> str:
        return f"“{self.words or '…'}” {self.number} times on {self.day}"
