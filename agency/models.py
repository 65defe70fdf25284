from datetime import timedelta

from django.db import models
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone

from articles.models.content_version import Shown
from articles.models.fields import RichTextField

# One is made each night; a night that was missed is noticed in the morning.
BACKUP_TOO_OLD = timedelta(hours=36)


class Identity(Shown):
    """The agency itself; there is one row, and every page shows some of it."""

    name = models.CharField(
        max_length=80, default="Our agency", help_text="Shown at the top of every page, in page titles and in e-mails."
    )
    tagline = models.CharField(
        max_length=120, blank=True, help_text="The heading of the home page: what the agency does, in one line."
    )
    introduction = models.TextField(
        max_length=600, blank=True, help_text="One short paragraph under the heading of the home page."
    )
    email = models.EmailField(
        "e-mail", blank=True, help_text="Shown on the contact page and at the foot of every page."
    )
    phone = models.CharField(
        max_length=30,
        blank=True,
        help_text="Shown on the contact page, at the foot of every page, and when something goes wrong with the enquiry form.",
    )
    address = models.TextField(
        max_length=300, blank=True, help_text="Postal address, with its lines as on an envelope."
    )
    linkedin = models.URLField(
        "LinkedIn", blank=True, help_text="Links at the foot of every page. Leave empty what you do not use."
    )
    instagram = models.URLField("Instagram", blank=True)
    youtube = models.URLField("YouTube", blank=True)
    legal = models.TextField(
        "legal details",
        max_length=400,
        blank=True,
        help_text="Registered name, number, country and office. UK law asks companies to show them on their website (Companies Act 2006, section 82).",
    )

    class Meta:
        verbose_name = "identity"
        verbose_name_plural = "identity"

    def __str__(self) -> str:
        return self.name

    @property
    def phone_link(self) -> str:
        """The phone number as a `tel:` address holds it (RFC 3966)."""
        return "".join(sign for sign in self.phone if sign.isdigit() or sign == "+")

    def social_links(self) -> list[tuple[str, str]]:
        """Name and address of each profile that is filled in."""
        links = [("LinkedIn", self.linkedin), ("Instagram", self.instagram), ("YouTube", self.youtube)]
        return [(name, url) for name, url in links if url]


class Page(Shown):
    """One of the pages that every site must have; its address is fixed, its words are not."""

    slug = models.SlugField(unique=True, editable=False)
    title = models.CharField(max_length=80, help_text="The heading of the page.")
    description = models.CharField(max_length=160, help_text="What search engines show under the title.")
    body = RichTextField(
        full=True, help_text="The page's text. Its headings begin at the second level: the title is the first."
    )
    updated_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("page", args=[self.slug])


class BackupQuerySet(models.QuerySet["Backup"]):
    def recent(self) -> "BackupQuerySet":
        """Those that are young enough for the site to be at ease, by the database's clock."""
        return self.filter(taken_at__gt=Now() - BACKUP_TOO_OLD)


class Backup(models.Model):
    """A backup that was made, stored, and restored once to see that it can be."""

    name = models.CharField(max_length=100)
    taken_at = models.DateTimeField("as of", db_index=True)
    finished_at = models.DateTimeField("restored as a trial", db_default=Now())
    size = models.PositiveBigIntegerField(help_text="In bytes.")

    objects = BackupQuerySet.as_manager()

    class Meta:
        ordering = ["-taken_at", "-id"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return self.name


class SignOfLife(models.Model):
    """When the worker, on whichever machine, was last at work; there is one row."""

    process = models.CharField(max_length=20, unique=True)
    seen_at = models.DateTimeField(db_default=Now())

    class Meta:
        default_permissions = ()
        verbose_name_plural = "signs of life"

    def __str__(self) -> str:
        return self.process


class CacheEntry(models.Model):
    """The table of Django's cache, in which what signing in counts is shared by all processes and nodes."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.cache_key
