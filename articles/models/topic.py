from django.db import models

from articles.lib.urls import path_to
from articles.models.content_version import Shown
from articles.models.fields import NameField


class Topic(Shown):
    """What guides are about; every guide has one."""

    name = NameField(
        max_length=60,
        unique=True,
        help_text="Shown on the guide, in the list of topics and as the topic page's heading.",
    )
    slug = models.SlugField(
        max_length=60,
        unique=True,
        help_text="The end of the topic page's address. When you change it, the old address leads to the new one.",
    )
    description = NameField(
        max_length=160,
        help_text="One sentence for readers and search engines, shown under the heading of the topic page.",
    )
    position = models.PositiveSmallIntegerField(
        default=0, help_text="Topics are listed from the lowest number to the highest."
    )

    class Meta:
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return path_to("articles:topic", self.slug)
