"""Rows of files."""

from typing import Self

from django.db import models

from articles.document import blocks
from articles.models.blocks.base import BlockRow
from articles.models.fields import LineField, PictureField
from articles.pictures import uploads


class FigureBlock(BlockRow):
    block = blocks.Figure
    symbol = "image"
    copied = ("alt", "decorative", "caption", "credit")
    summary = "alt"
    image = PictureField(
        "picture",
        blank=True,
        width_field="width",
        height_field="height",
        help_text="A JPEG, PNG, WebP or AVIF file, at least 1,200 pixels wide.",
    )
    width = models.PositiveIntegerField(null=True, editable=False)
    height = models.PositiveIntegerField(null=True, editable=False)
    alt = LineField(
        "alternative text",
        roomy=True,
        blank=True,
        help_text="What the picture shows, in one sentence, for people who cannot see it.",
    )
    decorative = models.BooleanField(
        default=False,
        help_text="Tick when the picture adds nothing to the words. Screen readers then skip it.",
    )
    caption = LineField(roomy=True, blank=True, help_text="Shown under the picture.")
    credit = LineField(blank=True, help_text="Who made the picture; shown after the caption.")

    class Meta(BlockRow.Meta):
        verbose_name = blocks.Figure.verbose_name

    def to_block(self) -> blocks.Figure:
        image = uploads.value(self.image, self.width, self.height)
        return blocks.Figure(image=image, **{name: getattr(self, name) for name in self.copied})

    @classmethod
    def from_block(cls, block: blocks.Figure) -> Self:
        """The picture goes in at once: set later, Django would open its file to measure it."""
        copied = {name: getattr(block, name) for name in cls.copied}
        if block.image is None:
            return cls(**copied)
        return cls(image=block.image.name, width=block.image.width, height=block.image.height, **copied)
