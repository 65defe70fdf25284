"""The kinds of composition without a subject: each sets out shapes by chance that is always the same for a guide.

Where shapes meet they overlap or stand apart: between edges that only touch, browsers let a line of the ground through.
"""

from collections.abc import Iterator, Sequence
from hashlib import sha256

from articles.artwork.shapes import Box, Disc, Shape

WIDTH, HEIGHT = 1600, 900
TILE = 300
GAP = 12

type Colours = Sequence[str]


class Chance:
    """Choices that follow from a word: the same on every machine and in every version of Python."""

    def __init__(self, word: str) -> None:
        self.word = word
        self.count = 0

    def number(self, below: int) -> int:
        self.count += 1
        return int.from_bytes(sha256(f"{self.word}{self.count}".encode()).digest()[:6]) % below

    def one[Choice](self, choices: Sequence[Choice]) -> Choice:
        return choices[self.number(len(choices))]

    def mixed[Choice](self, choices: Sequence[Choice]) -> list[Choice]:
        rest = list(choices)
        return [rest.pop(self.number(len(rest))) for _ in choices]


def tiles(chance: Chance, colours: Colours) -> Iterator[Shape]:
    """Quarter, half and whole discs in a grid that runs off both sides."""
    before = ""
    for row in range(3):
        for column in range(6):
            colour = chance.one([each for each in colours if each != before])
            before = colour
            x, y = column * TILE - 100, row * TILE
            yield from chance.one((_quarter, _quarter, _half, _eye, _nothing))(chance, x, y, colour, colours)


def _quarter(chance: Chance, x: int, y: int, colour: str, colours: Colours) -> Iterator[Shape]:
    corner, side = chance.number(4), TILE - 2 * GAP
    at = (x + GAP + side * (corner in (1, 2)), y + GAP + side * (corner in (2, 3)))
    yield Disc(x=at[0], y=at[1], radius=side, colour=colour, start=corner * 90, sweep=90)
    if chance.number(3) == 0:
        inner = chance.one([each for each in colours if each != colour])
        yield Disc(x=at[0], y=at[1], radius=side / 2, colour=inner, start=corner * 90, sweep=90)


def _half(chance: Chance, x: int, y: int, colour: str, colours: Colours) -> Iterator[Shape]:
    half, radius = TILE / 2, TILE / 2 - GAP
    if chance.number(2):
        yield Disc(x=x + half, y=y + half - GAP / 2, radius=radius, colour=colour, start=180, sweep=180)
        yield Disc(x=x + half, y=y + TILE - GAP, radius=radius, colour=colour, start=180, sweep=180)
    else:
        yield Disc(x=x + GAP, y=y + half, radius=radius, colour=colour, start=270, sweep=180)
        yield Disc(x=x + half + GAP / 2, y=y + half, radius=radius, colour=colour, start=270, sweep=180)


def _eye(chance: Chance, x: int, y: int, colour: str, colours: Colours) -> Iterator[Shape]:
    yield Disc(x=x + TILE / 2, y=y + TILE / 2, radius=TILE / 2 - GAP, colour=colour)
    pupil = chance.one([each for each in colours if each != colour])
    yield Disc(x=x + TILE / 2, y=y + TILE / 2, radius=TILE / 4, colour=pupil)


def _nothing(chance: Chance, x: int, y: int, colour: str, colours: Colours) -> Iterator[Shape]:
    return iter(())


def hills(chance: Chance, colours: Colours) -> Iterator[Shape]:
    """A sun over three hills."""
    sun, *hills = chance.mixed(colours)
    yield Disc(x=300 + chance.number(1000), y=230 + chance.number(220), radius=130 + chance.number(80), colour=sun)
    starts = chance.mixed((0, 600, 1250))
    for at, (x, colour) in enumerate(zip(starts, hills, strict=True)):
        radius = 520 + chance.number(260)
        top = 420 + at * 120 + chance.number(90)
        yield Disc(x=x + chance.number(300), y=top + radius, radius=radius, colour=colour)


def arches(chance: Chance, colours: Colours) -> Iterator[Shape]:
    """A row of arches, each within another, like a street of doors."""
    before = ""
    for number in range(5):
        outer, inner = chance.mixed([each for each in colours if each != before])[:2]
        before = outer
        top = 140 + 90 * chance.number(5)
        yield from _arch(number * 320 + 160, top, 160 - GAP, outer)
        yield from _arch(number * 320 + 160, top + 90, 90, inner)


def _arch(middle: int, top: int, radius: int, colour: str) -> Iterator[Shape]:
    yield Box(x=middle - radius, y=top, width=2 * radius, height=HEIGHT + radius - top, colour=colour, radius=radius)


def stairs(chance: Chance, colours: Colours) -> Iterator[Shape]:
    """Steps that climb, with a ball on one of them."""
    ball, *steps = chance.mixed(colours)
    tops = [760 - number * 130 + chance.number(60) for number in range(5)]
    if chance.number(2):
        tops.reverse()
    stand = 1 + chance.number(3)
    for number, top in enumerate(tops):
        colour = steps[number % len(steps)]
        yield Box(x=number * 320 + GAP, y=top, width=320 - 2 * GAP, height=HEIGHT - top, colour=colour)
        if number % 2 == chance.number(2):
            inner = steps[(number + 1) % len(steps)]
            yield Disc(
                x=number * 320 + GAP,
                y=HEIGHT,
                radius=min(320 - 2 * GAP, HEIGHT - top),
                colour=inner,
                start=270,
                sweep=90,
            )
    yield Disc(x=stand * 320 + 160, y=tops[stand] - 110, radius=110, colour=ball)


def rings(chance: Chance, colours: Colours) -> Iterator[Shape]:
    """Rings around a point at the edge, with small discs on their way around it."""
    order = chance.mixed(colours)
    x, y = chance.one(((0, 900), (1600, 900), (800, 900), (0, 0), (1600, 0)))
    for number, radius in enumerate((780, 600, 420, 240)):
        yield Disc(x=x, y=y, radius=radius, colour=order[number % 3])
    for third in range(3):
        across, down, radius = 150 + third * 500 + chance.number(300), 150 + chance.number(600), 40 + chance.number(50)
        yield Disc(x=across, y=down, radius=radius, colour=order[3])
