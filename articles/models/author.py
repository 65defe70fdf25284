from django.conf import settings
from django.db import models

from articles.document import Image, Speaker
from articles.lib.urls import path_to
from articles.models.content_version import Shown
from articles.models.fields import NameField, RichTextField
from articles.models.picture import Picture


class Author(Shown):
    """Who signs a guide or speaks in it: a person, or a desk of the agency."""

    name = NameField(max_length=80, help_text="As readers see it: a person's full name, or the name of the desk.")
    slug = models.SlugField(
        max_length=80,
        unique=True,
        help_text="The end of the profile page's address. When you change it, the old address leads to the new one.",
    )
    is_team = models.BooleanField(
        "team", default=False, db_column="is_desk", help_text="Tick for a team; leave empty for a person."
    )
    role = NameField(
        max_length=120, help_text="A person's job title, or what the desk does in a few words. Shown beside the name."
    )
    picture = models.ForeignKey(
        Picture,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="portrait_of",
        verbose_name="portrait",
        help_text="A photo, at least 480 pixels wide, shown square. Without one the page shows initials.",
    )
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The account with which this author signs in. Enquiries from a guide that quotes them can go to it.",
    )
    biography = RichTextField(
        help_text="Two or three sentences for the profile page and the card at the end of each guide."
    )

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return path_to("articles:author", self.slug)

    @property
    def initials(self) -> str:
        """Up to two letters to stand for a missing portrait."""
        return "".join(word[0] for word in self.name.split() if word[0].isalpha())[:2].upper()

    def portrait_image(self) -> Image | None:
        """The portrait as a document's value."""
        return self.picture.as_image() if self.picture else None

    def as_speaker(self) -> Speaker:
        """The author as a document quotes them."""
        return Speaker(slug=self.slug, name=self.name, role=self.role, portrait=self.portrait_image())
