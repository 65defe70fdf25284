"""The library of pictures, and the columns of whatever shows one of them."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import QuerySet
from django.utils import timezone

from articles.document import Image
from articles.models.content_version import Shown, ShownQuerySet
from articles.models.fields import FocusField, LineField, NameField, PictureField

TITLE_LENGTH = 120


class PictureQuerySet(ShownQuerySet["Picture"]):
    """The pictures of the library."""

    def holding(self, image: Image) -> "Picture":
        """The picture of the library with this file, with the same focal point if there are several.

        One that was taken out of the library while an older document still shows it comes back into it.
        """
        same = list(self.filter(file=image.name))
        focused = [picture for picture in same if picture.focus == (image.focus_x, image.focus_y)]
        return next(iter(focused or same), None) or self._brought_back(image)

    def _brought_back(self, image: Image) -> "Picture":
        return self.create(
            title=image.name.rpartition("/")[2][:TITLE_LENGTH],
            file=image.name,
            width=image.width,
            height=image.height,
            focus_x=image.focus_x,
            focus_y=image.focus_y,
        )


class Picture(Shown):
    """One picture of the library, which any number of drafts and authors show.

    Drafts and profiles show it as it is now; a published page keeps the file that it was published with.
    """

    title = NameField(
        max_length=TITLE_LENGTH, help_text="What you call it here, to find it again. Readers do not see it."
    )
    file = PictureField("picture", width_field="width", height_field="height")
    width = models.PositiveIntegerField(null=True, editable=False)
    height = models.PositiveIntegerField(null=True, editable=False)
    alt = LineField(
        "alternative text",
        roomy=True,
        blank=True,
        help_text="What the picture shows, in one sentence, for people who cannot see it. A guide can say it in other words.",
    )
    decorative = models.BooleanField(
        default=False,
        help_text="Tick when the picture adds nothing to the words beside it. Screen readers then skip it.",
    )
    credit = LineField(
        blank=True, help_text="Who made the picture; shown after the caption. A guide can give another one."
    )
    focus_x = FocusField(
        "focal point, across",
        help_text="What stays in view when the picture is cropped: 0 is the left edge, 50 the middle, 100 the right edge.",
    )
    focus_y = FocusField(
        "focal point, down",
        help_text="What stays in view when the picture is cropped: 0 is the top edge, 50 the middle, 100 the bottom edge.",
    )
    uploaded_at = models.DateTimeField("added", default=timezone.now, editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        editable=False,
        related_name="+",
        verbose_name="added by",
    )

    objects = PictureQuerySet.as_manager()  # type: ignore[misc]  # an instance variable to mypy

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["file"], name="picture_file")]

    def __str__(self) -> str:
        return self.title

    @property
    def focus(self) -> tuple[int, int]:
        return self.focus_x, self.focus_y

    def as_image(self) -> Image:
        """As a document's value, for places that crop it around its focal point."""
        return Image(
            name=str(self.file.name),
            width=self.width or 0,
            height=self.height or 0,
            focus_x=self.focus_x,
            focus_y=self.focus_y,
        )

    def as_whole_image(self) -> Image:
        """The same for places that never crop it: moving the focal point changes nothing there."""
        return Image(name=str(self.file.name), width=self.width or 0, height=self.height or 0)


def pictured(picture: Picture | None, image: Image | None, words: Mapping[str, Any]) -> dict[str, Any]:
    """The picture as the fields of a figure: what its place says of it, or else what the library says."""
    if picture is None:
        return {"image": None, **words}
    return {
        "image": image,
        "alt": words["alt"] or picture.alt,
        "decorative": words["decorative"] or (picture.decorative and not words["alt"]),
        "credit": words["credit"] or picture.credit,
    }


def as_said(picture: Picture | None, words: Mapping[str, Any]) -> dict[str, Any]:
    """What a place has to say by itself to show these words: nothing where the library says the same."""
    if picture is None:
        return dict(words)
    is_default = (words["alt"], words["decorative"]) == (picture.alt, picture.decorative)
    return {
        "alt": "" if words["alt"] == picture.alt else words["alt"],
        "decorative": False if is_default else words["decorative"],
        "credit": "" if words["credit"] == picture.credit else words["credit"],
    }


class PictureRow(models.Model):
    """The picture of a block, for a row; name it before `BlockRow`. A kind that is shown in a fixed shape is `cropped`."""

    cropped = False

    picture = models.ForeignKey(
        Picture,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="At least 1,200 pixels wide.",
    )

    class Meta:
        abstract = True

    @classmethod
    def with_related(cls, rows: QuerySet) -> QuerySet:
        """With their pictures, so that many cost no more queries than one."""
        return rows.select_related("picture")

    def as_image(self) -> Image | None:
        if self.picture is None:
            return None
        return self.picture.as_image() if self.cropped else self.picture.as_whole_image()

    @staticmethod
    def pointing_at(image: Image | None) -> Picture | None:
        """The picture of the library that a block shows."""
        return Picture.objects.holding(image) if image else None


class PictureFields(PictureRow):
    """The picture of a block, and what the guide says of it in words of its own.

    For a row whose block has the fields `image`, `alt`, `decorative` and `credit`.
    """

    alt = LineField(
        "alternative text",
        roomy=True,
        blank=True,
        help_text="What the picture shows, in one sentence, for people who cannot see it. Left empty, it is what the library says.",
    )
    decorative = models.BooleanField(
        default=False,
        help_text="Tick when the picture adds nothing to the words. Screen readers then skip it.",
    )
    credit = LineField(
        blank=True,
        help_text="Who made the picture; shown after the caption. Left empty, it is what the library says.",
    )

    class Meta(PictureRow.Meta):
        abstract = True

    @property
    def summed_up(self) -> str:
        """What tells editors which block this is."""
        return self.alt or (str(self.picture) if self.picture else "")

    def pictured(self) -> dict[str, Any]:
        """The block's `image`, `alt`, `decorative` and `credit`."""
        words = {"alt": self.alt, "decorative": self.decorative, "credit": self.credit}
        return pictured(self.picture, self.as_image(), words)

    @classmethod
    def picturing(cls, block: Any) -> dict[str, Any]:
        """The columns for such a block."""
        picture = cls.pointing_at(block.image)
        words = {"alt": block.alt, "decorative": block.decorative, "credit": block.credit}
        return {"picture": picture, **as_said(picture, words)}
