"""Rows of files: pictures, films, what readers keep."""

from typing import Self

from django.db import models

from articles.document import blocks
from articles.files import kinds
from articles.files import uploads as files
from articles.models.blocks.base import BlockRow
from articles.models.fields import LineField, RichTextField
from articles.models.file_field import UploadField
from articles.models.picture import PictureFields, PictureRow


class FigureBlock(PictureFields, BlockRow):
    block = blocks.Figure
    symbol = "image"
    summary = "summed_up"
    caption = LineField(roomy=True, blank=True, help_text="Shown under the picture.")

    class Meta(BlockRow.Meta):
        verbose_name = blocks.Figure.verbose_name

    def to_block(self) -> blocks.Figure:
        return blocks.Figure(caption=self.caption, **self.pictured())

    @classmethod
    def from_block(cls, block: blocks.Figure) -> Self:
        return cls(caption=block.caption, **cls.picturing(block))


class VideoBlock(PictureRow, BlockRow):
    block = blocks.Video
    symbol = "movie"
    copied = ("title", "address", "length", "shown_since", "transcript")
    summary = "title"
    title = LineField(
        blank=True, help_text="What the film shows. Readers see it under the still, which is the picture above."
    )
    address = LineField(
        "address at YouTube or Vimeo",
        blank=True,
        help_text="As your browser shows it. Readers’ browsers ask the other site for nothing until they press play.",
    )
    film = UploadField(
        "or a film of ours",
        kinds=kinds.FILMS,
        size_field="film_size",
        blank=True,
        help_text="An MP4 (H.264) or WebM file of up to 80 MB. It is played from this site, and the address is not used.",
    )
    film_size = models.PositiveBigIntegerField(null=True, editable=False)
    captions = UploadField(
        kinds=kinds.CAPTIONS,
        size_field="captions_size",
        blank=True,
        help_text="For a film of ours: what is said, with its times, as a WebVTT file (.vtt), for people who cannot hear it.",
    )
    captions_size = models.PositiveBigIntegerField(null=True, editable=False)
    length = LineField(blank=True, help_text="Minutes and seconds, such as 3:45.")
    shown_since = models.DateField(
        "first shown on", null=True, blank=True, help_text="The day on which the film was first to be seen anywhere."
    )
    transcript = RichTextField(
        help_text="What is said and what can be seen, for people who cannot play the film, and for search engines."
    )

    class Meta(BlockRow.Meta):
        verbose_name = blocks.Video.verbose_name

    def to_block(self) -> blocks.Video:
        return blocks.Video(
            image=self.as_image(),
            film=files.value(self.film, self.film_size),
            captions=files.value(self.captions, self.captions_size),
            **{name: getattr(self, name) for name in self.copied},
        )

    @classmethod
    def from_block(cls, block: blocks.Video) -> Self:
        row = cls(picture=cls.pointing_at(block.image), **{name: getattr(block, name) for name in cls.copied})
        for name in ("film", "captions"):
            if file := getattr(block, name):
                setattr(row, name, file.name)
                setattr(row, f"{name}_size", file.size)
        return row


class DownloadBlock(BlockRow):
    block = blocks.Download
    symbol = "download"
    copied = ("title", "text")
    summary = "title"
    title = LineField(blank=True, help_text="What the file is: “Salary survey 2026”. Its kind and size are added.")
    text = LineField(
        "what is in it",
        roomy=True,
        blank=True,
        help_text="One or two sentences, so that readers know whether to take it.",
    )
    file = UploadField(
        kinds=kinds.DOWNLOADS,
        size_field="size",
        blank=True,
        help_text="A PDF, Word, Excel, PowerPoint, OpenDocument or CSV file of up to 20 MB. Readers save it under the name it has.",
    )
    size = models.PositiveBigIntegerField(null=True, editable=False)

    class Meta(BlockRow.Meta):
        verbose_name = blocks.Download.verbose_name

    def to_block(self) -> blocks.Download:
        return blocks.Download(title=self.title, text=self.text, file=files.value(self.file, self.size))

    @classmethod
    def from_block(cls, block: blocks.Download) -> Self:
        file = {"file": block.file.name, "size": block.file.size} if block.file else {}
        return cls(title=block.title, text=block.text, **file)
