"""Blocks of lines: points, steps, the hours of a day."""

from dataclasses import dataclass

from articles.document import clock
from articles.document.blocks.base import Block, Line


@dataclass(frozen=True, kw_only=True, slots=True)
class KeyTakeaways(Block):
    """The few sentences a hurried reader should leave with."""

    kind = "key_takeaways"
    verbose_name = "key takeaways"
    prose = points = needs = ("items",)
    items: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Step(Line):
    """One thing to do, and more about it."""

    name: str = ""
    detail: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """One text: the page says both in one breath."""
        return (" ".join(filter(None, self.cells)),)


@dataclass(frozen=True, kw_only=True, slots=True)
class Steps(Block):
    """Things to do, one after the other, or a list to tick off on the screen or on paper."""

    kind = "steps"
    verbose_name = "step list or checklist"
    prose = ("title", "items")
    points = ("title",)
    needs = ("items",)
    title: str = ""
    checklist: bool = False
    items: tuple[Step, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Moment(Line):
    """What happens at a time of day, as `clock.canonical` writes it; a time that is none stays as it was typed."""

    time: str = ""
    what: str = ""

    def __post_init__(self) -> None:
        Line.__post_init__(self)
        object.__setattr__(self, "time", clock.canonical(self.time) or self.time)

    @property
    def texts(self) -> tuple[str, ...]:
        return (self.what,)

    @property
    def starts(self) -> str:
        """`09:30`; empty where no time is known."""
        return clock.canonical(self.time)[:5]


@dataclass(frozen=True, kw_only=True, slots=True)
class Timeline(Block):
    """A day, hour by hour."""

    kind = "timeline"
    verbose_name = "timeline of a day"
    prose = ("title", "moments")
    points = ("title",)
    needs = ("moments",)
    title: str = ""
    moments: tuple[Moment, ...] = ()
