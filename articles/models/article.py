from content_editor.models import Region
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from articles.document import Figure
from articles.models.author import Author
from articles.models.fields import LineField, NameField
from articles.models.picture import Picture, pictured
from articles.models.topic import Topic

UNTITLED = "Untitled guide"


class Article(models.Model):
    """A guide as its editor sees it: the draft. The public sees only its live revision.

    A draft may lack anything but an address, which it is given; what is missing the gate finds.
    """

    regions = [Region(key="main", title="Page")]

    title = NameField(
        max_length=120,
        blank=True,
        help_text="The heading of the page and its name in search results. Best under 60 characters.",
    )
    slug = models.SlugField(
        "address",
        max_length=120,
        unique=True,
        blank=True,
        help_text="The end of the page's address. Left empty, it is made from the title. When you publish a change, links to the old address lead to the new one.",
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
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="articles",
        help_text="The page is listed under this topic, and its related guides come from it.",
    )
    author = models.ForeignKey(
        Author,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="articles",
        help_text="Signs the page: the name under the title and the card at its end.",
    )
    hero_picture = models.ForeignKey(
        Picture,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="picture",
        help_text="The large picture at the top, also used on cards. At least 1,200 pixels wide; shown 16 wide to 9 high.",
    )
    hero_alt = LineField(
        "alternative text",
        roomy=True,
        blank=True,
        help_text="What the picture shows, in one sentence, for people who cannot see it. Left empty, it is what the library says.",
    )
    hero_decorative = models.BooleanField(
        "decorative",
        default=False,
        help_text="Tick when the picture adds nothing to the words. Screen readers then skip it.",
    )
    hero_caption = LineField("caption", roomy=True, blank=True, help_text="Shown under the picture.")
    hero_credit = LineField(
        "credit",
        blank=True,
        help_text="Who made the picture; shown after the caption. Left empty, it is what the library says.",
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    # On the site that it moved in from; the page gives this as its publication.
    published_elsewhere_at = models.DateTimeField(null=True, editable=False)
    saved_at = models.DateTimeField("last saved", default=timezone.now, editable=False)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, editable=False, related_name="+"
    )
    has_unpublished_changes = models.BooleanField(default=True, editable=False)
    version = models.PositiveIntegerField(default=0, db_default=0, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Looks after this guide and is asked to review it. Authors can edit only their own guides.",
    )
    sent_for_review_at = models.DateTimeField(null=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdraw_at = models.DateTimeField(null=True, editable=False)
    reviewed_on = models.DateField(null=True, editable=False)
    review_by = models.DateField(
        null=True,
        editable=False,
        help_text="When somebody should check that the guide is still right.",
    )

    class Meta:
        ordering = ["-saved_at"]
        verbose_name = "guide"
        permissions = [
            ("publish_article", "Can publish, schedule and withdraw guides"),
            ("override_article", "Can publish a guide that the checks hold back, with a reason"),
            ("change_every_article", "Can change the guides of others"),
        ]
        indexes = [
            models.Index(fields=["withdraw_at"], condition=Q(withdraw_at__isnull=False), name="guide_to_withdraw"),
            models.Index(fields=["review_by"], condition=Q(review_by__isnull=False), name="guide_review_by"),
        ]

    def __str__(self) -> str:
        return self.title or UNTITLED

    def hero(self) -> Figure:
        """The picture at the top as a document's value."""
        image = self.hero_picture.as_image() if self.hero_picture else None
        words = {"alt": self.hero_alt, "decorative": self.hero_decorative, "credit": self.hero_credit}
        return Figure(caption=self.hero_caption, **pictured(self.hero_picture, image, words))
