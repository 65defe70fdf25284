"""Blocks of lines."""

from dataclasses import dataclass

from articles.document import richtext
from articles.document.blocks.base import Block, put


@dataclass(frozen=True, kw_only=True, slots=True)
class KeyTakeaways(Block):
    """The few sentences a hurried reader should leave with."""

    kind = "key_takeaways"
    verbose_name = "key takeaways"
    prose = points = needs = ("items",)
    items: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        cleaned = (richtext.one_line(item) for item in self.items)
        put(self, "items", tuple(item for item in cleaned if item))
