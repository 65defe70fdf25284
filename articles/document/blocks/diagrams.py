"""A drawing as what it says: the parts of a shape, which the page draws."""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.document.blocks.base import Block, Line

MOST = 1000.0
# The shapes and what editors call them.
SHAPES = {
    "steps": "Stages, one after the other",
    "cycle": "A cycle, which begins again",
    "overlap": "Two circles that overlap",
    "layers": "Parts of a page or a whole",
    "spans": "Stretches of time or of a scale",
}

UNORDERED = frozenset({"overlap", "layers"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Part(Line):
    """One part of a drawing: its name, more about it, and how large it is beside the others."""

    label: str = ""
    note: str = ""
    size: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(filter(None, (self.label, self.note)))

    @property
    def share(self) -> float | None:
        """Its size as a number above 0, which is 1 where none was typed; None for what is no such number."""
        try:
            number = float(self.size or 1)
        except ValueError:
            return None
        return number if 0 < number <= MOST else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Diagram(Block):
    """A shape of labelled parts, what it is of, and what it shows. A shape that is none of `SHAPES` is stages."""

    kind = "diagram"
    verbose_name = "diagram"
    prose = ("title", "text", "parts")
    points = ("title",)
    needs = ("parts",)
    shape: str = "steps"
    title: str = ""
    text: str = ""
    parts: tuple[Part, ...] = ()

    def __post_init__(self) -> None:
        Block.__post_init__(self)
        object.__setattr__(self, "shape", self.shape if self.shape in SHAPES else "steps")

    @property
    def is_ordered(self) -> bool:
        """Whether one part comes before the other, and not beside it."""
        return self.shape not in UNORDERED


def shares(parts: Iterable[Part]) -> list[float]:
    """How large each part is beside the others."""
    return [part.share or 1 for part in parts]
