"""Bar charts laid out as plain values: places in hundredths of the picture, and the picture in words."""

from collections.abc import Sequence
from dataclasses import dataclass

GAP = 0.2  # of a column's width


@dataclass(frozen=True)
class Column:
    """An upright bar in a picture of 100 by 100."""

    x: float
    y: float
    width: float
    height: float


def columns(values: Sequence[float]) -> list[Column]:
    """Upright bars from left to right; the highest fills the picture."""
    step = 100 / max(1, len(values))
    return [
        Column(
            x=round((place + GAP / 2) * step, 2),
            y=round(100 - height, 2),
            width=round((1 - GAP) * step, 2),
            height=height,
        )
        for place, height in enumerate(lengths(values))
    ]


def lengths(values: Sequence[float], full: float = 0) -> list[float]:
    """The length of each bar, of a hundred; what fills it is `full`, or the greatest of the values."""
    most = full or max(values, default=0) or 1
    return [round(100 * value / most, 2) for value in values]


def in_words(labels: Sequence[str], values: Sequence[int]) -> str:
    """What is visible at first glance: where the bars are highest and lowest."""
    if not any(values):
        return "There is nothing to show yet."
    high, low = max(values), min(values)
    return f"Most: {high} ({labels[values.index(high)]}). Fewest: {low} ({labels[values.index(low)]})."
