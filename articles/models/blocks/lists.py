"""Rows of lines."""

from typing import Self

from django.db import models

from articles.document import blocks
from articles.models.blocks.base import BlockRow


class KeyTakeawaysBlock(BlockRow):
    block = blocks.KeyTakeaways
    symbol = "checklist"
    summary = "items"
    items = models.TextField(
        "takeaways",
        blank=True,
        help_text="Three to five sentences, one on each line. They appear in a box headed “Key takeaways”.",
    )

    class Meta(BlockRow.Meta):
        verbose_name = blocks.KeyTakeaways.verbose_name
        verbose_name_plural = "key takeaways"

    def to_block(self) -> blocks.KeyTakeaways:
        return blocks.KeyTakeaways(items=tuple(self.items.split("\n")))

    @classmethod
    def from_block(cls, block: blocks.KeyTakeaways) -> Self:
        return cls(items="\n".join(block.items))
