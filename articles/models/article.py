from content_editor.models import Region
from django.conf import settings
from django.db import models
from django.utils import timezone

from articles import images
from articles.document import Figure
from articles.fields import LineField, PictureField
from articles.models.author import Author
from articles.models.topic import Topic


class Article(models.Model):
    """A guide as its editor sees it: the draft. The public sees only its live revision."""

    regions = [Region(key="main", title="Page")]

    title = models.CharField(
        max_length=120, help_text="The heading of the page and its name in search results. Best under 60 characters."
    )
    slug = models.SlugField(
        "address",
        max_length=120,
        unique=True,
        help_text="The end of the page's address. When you publish a change, links to the old address lead to the new one.",
    )
    standfirst = LineField(
        roomy=True, help_text="One or two sentences under the title that say what the reader will learn.", blank=True
    )
    description = LineField(
        roomy=True,
        help_text="What search engines show under the title, 110 to 155 characters. Not shown on the page.",
        blank=True,
    )
    topic = models.ForeignKey(
        Topic,
        on_delete=models.PROTECT,
        related_name="articles",
        help_text="The page is listed under this topic, and its related guides come from it.",
    )
    author = models.ForeignKey(
        Author,
        on_delete=models.PROTECT,
        related_name="articles",
        help_text="Signs the page: the name under the title and the card at its end.",
    )
    hero_image = PictureField(
        "picture",
        blank=True,
        width_field="hero_width",
        height_field="hero_height",
        help_text="The large picture at the top, also used on cards. At least 1,200 pixels wide.",
    )
    hero_width = models.PositiveIntegerField(null=True, editable=False)
    hero_height = models.PositiveIntegerField(null=True, editable=False)
    hero_alt = LineField(
        "alternative text",
        roomy=True,
        blank=True,
        help_text="What the picture shows, in one sentence, for people who cannot see it.",
    )
    hero_decorative = models.BooleanField(
        "decorative",
        default=False,
        help_text="Tick when the picture says nothing that the words do not; screen readers then pass it over.",
    )
    hero_caption = LineField("caption", roomy=True, blank=True, help_text="Shown under the picture.")
    hero_credit = LineField("credit", blank=True, help_text="Who made the picture; shown after the caption.")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    saved_at = models.DateTimeField("last saved", default=timezone.now, editable=False)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, editable=False, related_name="+"
    )
    has_unpublished_changes = models.BooleanField(default=True, editable=False)

    class Meta:
        ordering = ["-saved_at"]
        verbose_name = "guide"

    def __str__(self) -> str:
        return self.title

    def hero(self) -> Figure:
        """The picture at the top as a document's value."""
        return Figure(
            image=images.value(self.hero_image, self.hero_width, self.hero_height),
            alt=self.hero_alt,
            decorative=self.hero_decorative,
            caption=self.hero_caption,
            credit=self.hero_credit,
        )
