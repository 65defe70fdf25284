"""The row of a diagram, whose parts are typed one under the other."""

from typing import Self

from django.db import models

from articles.document import Part, blocks, typed_rows
from articles.models.blocks.base import BlockRow
from articles.models.fields import LineField


class DiagramBlock(BlockRow):
    block = blocks.Diagram
    symbol = "schema"
    summary = "title"
    shape = models.CharField(
        max_length=20,
        choices=list(blocks.SHAPES.items()),
        default="steps",
        help_text="The page draws it, in its own type and colours, for light and dark and for every width.",
    )
    title = LineField(
        blank=True, help_text="What it is a drawing of, such as “How a hire goes”. Shown above or beside it."
    )
    text = LineField(
        "what it shows", roomy=True, blank=True, help_text="One sentence with what a reader should take from it."
    )
    parts = models.TextField(
        blank=True,
        help_text="One on each line, and after a bar | a few words more: “Offer | in writing”. Of two circles the third line is "
        "what they share. Parts of a page and stretches take a number after another bar, for how large they are: "
        "“Experience | the last two roles | 4”.",
    )

    class Meta(BlockRow.Meta):
        verbose_name = blocks.Diagram.verbose_name

    def to_block(self) -> blocks.Diagram:
        parts = tuple(map(_part, typed_rows.read(self.parts)))
        return blocks.Diagram(shape=self.shape, title=self.title, text=self.text, parts=parts)

    @classmethod
    def from_block(cls, block: blocks.Diagram) -> Self:
        parts = typed_rows.write(part.cells for part in block.parts)
        return cls(shape=block.shape, title=block.title, text=block.text, parts=parts)


def _part(cells: tuple[str, ...]) -> Part:
    """What follows a third bar belongs to the size, which then is none, and the gate says so."""
    label, note, *size = (*cells, "", "")[: max(len(cells), 3)]
    return Part(label=label, note=note, size=" | ".join(filter(None, size)))
