from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone

from articles.models.content_version import Shown
from articles.models.fields import RichTextField

# One is made each night; a night that was missed is noticed in the morning.
BACKUP_TOO_OLD = timedelta(hours=36)


class Register(models.TextChoices):
    """The parts of the United Kingdom in which a company can be registered."""

    ENGLAND_AND_WALES = "England and Wales", "England and Wales"
    WALES = "Wales", "Wales"
    SCOTLAND = "Scotland", "Scotland"
    NORTHERN_IRELAND = "Northern Ireland", "Northern Ireland"


# A line that may stay empty, also for a release that does not know it.
OPTIONAL: Any = {"blank": True, "default": "", "db_default": ""}


class Identity(Shown):
    """The agency itself; there is one row, and every page shows some of it."""

    name = models.CharField(
        max_length=80, default="Our agency", help_text="Shown at the top of every page, in page titles and in e-mails."
    )
    tagline = models.CharField(
        max_length=120, blank=True, help_text="The heading of the home page: what the agency does, in one line."
    )
    introduction = models.TextField(max_length=600, blank=True, help_text="One short paragraph on the home page.")
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
    # What a company names on its website: Company, Limited Liability Partnership and Business (Names and Trading
    # Disclosures) Regulations 2015, regulations 24 and 25; Electronic Commerce (EC Directive) Regulations 2002, 6(1).
    company_name = models.CharField(
        "registered name", max_length=160, help_text="Such as “Example Recruitment Limited”.", **OPTIONAL
    )
    company_number = models.CharField(
        max_length=8,
        validators=[
            RegexValidator(r"^[A-Za-z0-9]{8}$", "A company number has eight letters and digits, and nothing else.")
        ],
        help_text="The eight signs that Companies House gave, such as 01234567 or SC123456.",
        **OPTIONAL,
    )
    registered_in = models.CharField(max_length=20, choices=Register, **OPTIONAL)
    registered_office = models.CharField(max_length=200, help_text="The address, on one line.", **OPTIONAL)
    vat_number = models.CharField("VAT number", max_length=20, help_text="Such as “GB 123 4567 89”.", **OPTIONAL)
    ico_number = models.CharField(
        "ICO registration", max_length=20, help_text="Of the data protection fee, such as “ZA123456”.", **OPTIONAL
    )
    memberships = models.CharField(
        max_length=160, help_text="A sentence, such as “We are a member of the REC.” Only what is so now.", **OPTIONAL
    )
    complaints = models.URLField("complaints procedure", help_text="The address of the page or document.", **OPTIONAL)
    modern_slavery = models.URLField(
        "modern slavery statement", help_text="The address of the page or document, if you publish one.", **OPTIONAL
    )
    legal = models.TextField(
        "further legal details",
        max_length=400,
        blank=True,
        help_text="Anything else that the law or a body asks you to show, as it should stand there.",
    )

    # When the first steps of a new site were all found done. Here, because it is remembered with what every page shows.
    first_steps_done_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = "identity"
        verbose_name_plural = "identity"

    def __str__(self) -> str:
        return self.name

    @property
    def phone_link(self) -> str:
        """The phone number as a `tel:` address holds it (RFC 3966)."""
        return "".join(sign for sign in self.phone if sign.isdigit() or sign == "+")

    def disclosures(self) -> list[str]:
        """What the foot of every page and e-mail says of the company, a sentence or term each; only what is filled in."""
        named = [
            self.company_name,
            f"registered in {self.registered_in}" if self.registered_in else "",
            f"company number {self.company_number.upper()}" if self.company_number else "",
        ]
        terms = {
            "Registered office": self.registered_office,
            "VAT number": self.vat_number,
            "ICO registration": self.ico_number,
        }
        company = ", ".join(filter(None, named))
        told = [company[:1].upper() + company[1:], *(f"{term}: {value}" for term, value in terms.items() if value)]
        return [line for line in (*told, self.memberships, *self.legal.splitlines()) if line.strip()]

    def policies(self) -> list[tuple[str, str]]:
        """Name and address of each document that is filled in."""
        links = [("Complaints", self.complaints), ("Modern slavery statement", self.modern_slavery)]
        return [(name, url) for name, url in links if url]

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


class UnneededStep(models.Model):
    """A first step of a new site of which somebody said that this agency has no need of it."""

    step = models.CharField(max_length=20, unique=True)
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    said_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.step


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
