"""Rows of lines, typed one under the other."""

from typing import Self

from django.db import models

from articles.document import Moment, Step, blocks, clock, typed_rows
from articles.models.blocks.base import BlockRow
from articles.models.fields import LineField


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


class StepsBlock(BlockRow):
    block = blocks.Steps
    symbol = "format_list_numbered"
    summary = "title"
    title = LineField(blank=True, help_text="What the steps lead to, such as “Before the interview”. Shown above them.")
    checklist = models.BooleanField(
        default=False,
        help_text="Tick for boxes to tick off, on the screen and on paper, instead of numbers.",
    )
    items = models.TextField(
        "steps",
        blank=True,
        help_text="One on each line. What follows a bar | is more about it: “Agree the pay range | with the person who signs it off.”",
    )

    class Meta(BlockRow.Meta):
        verbose_name = blocks.Steps.verbose_name
        verbose_name_plural = "step lists and checklists"

    def to_block(self) -> blocks.Steps:
        items = (Step(name=name, detail=" | ".join(more)) for name, *more in typed_rows.read(self.items))
        return blocks.Steps(title=self.title, checklist=self.checklist, items=tuple(items))

    @classmethod
    def from_block(cls, block: blocks.Steps) -> Self:
        items = typed_rows.write(step.cells for step in block.items)
        return cls(title=block.title, checklist=block.checklist, items=items)


class TimelineBlock(BlockRow):
    block = blocks.Timeline
    symbol = "schedule"
    summary = "title"
    title = LineField(blank=True, help_text="Whose day it is, such as “A day in the life of a data engineer”.")
    moments = models.TextField(
        "hours",
        blank=True,
        help_text="One on each line, the time first: “09:30 | The team says what it is working on.” “9.30am” and “14:00–15:30” "
        "are understood as well, and after a time you can leave out the bar.",
    )

    class Meta(BlockRow.Meta):
        verbose_name = blocks.Timeline.verbose_name
        verbose_name_plural = "timelines of a day"

    def to_block(self) -> blocks.Timeline:
        return blocks.Timeline(title=self.title, moments=tuple(map(_moment, typed_rows.read(self.moments))))

    @classmethod
    def from_block(cls, block: blocks.Timeline) -> Self:
        moments = typed_rows.write((moment.time, moment.what) for moment in block.moments)
        return cls(title=block.title, moments=moments)


def _moment(cells: tuple[str, ...]) -> Moment:
    """A line without a bar begins with its time, or has none."""
    time, *what = cells if len(cells) > 1 else clock.cut(cells[0])
    return Moment(time=time, what=" | ".join(what))
