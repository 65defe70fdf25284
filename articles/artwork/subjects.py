"""The kinds of composition that show what a guide is about, and the words of its address that say so."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from articles.artwork.compositions import HEIGHT, Chance, Colours, arches, hills, rings, stairs, tiles
from articles.artwork.shapes import Box, Disc, Shape

type Composition = Callable[[Chance, Colours], Iterator[Shape]]

BUBBLE = 48  # the radius of its corners
SHEET = 340, 460
COIN, STEP = 52, 64


def talk(chance: Chance, colours: Colours) -> Iterator[Shape]:
    """Two people's words: bubbles across from each other, with a disc between."""
    one, other, ink, between = chance.mixed(colours)
    yield Disc(x=700 + chance.number(300), y=450 + chance.number(60), radius=230 + chance.number(110), colour=between)
    yield from _bubble(150 + chance.number(90), 110 + chance.number(60), 620 + chance.number(120), one, ink, tail=170)
    yield from _bubble(760 + chance.number(90), 470 + chance.number(50), 560 + chance.number(60), other, ink, tail=430)


def _bubble(x: int, y: int, width: int, colour: str, ink: str, *, tail: int) -> Iterator[Shape]:
    yield Disc(x=x + tail, y=y + 240, radius=100, colour=colour, start=0 if tail < width / 2 else 90, sweep=90)
    yield Box(x=x, y=y, width=width, height=260, colour=colour, radius=BUBBLE)
    for line, share in enumerate((0.78, 0.5)):
        yield Box(x=x + 60, y=y + 75 + line * 70, width=round((width - 120) * share), height=34, colour=ink, radius=17)


def papers(chance: Chance, colours: Colours) -> Iterator[Shape]:
    """Three sheets side by side with a few lines each, one of them marked."""
    before, marked = "", chance.number(3)
    for number in range(3):
        colour, ink = chance.mixed([each for each in colours if each != before])[:2]
        before = colour
        x, y = 190 + number * 440, 130 + chance.number(180)
        yield Box(x=x, y=y, width=SHEET[0], height=SHEET[1] + 500, colour=colour, radius=20)
        for line in range(4):
            width = 120 + chance.number(130)
            yield Box(x=x + 45, y=y + 150 + line * 75, width=width, height=26, colour=ink, radius=13)
        if number == marked:
            yield Disc(x=x + SHEET[0] - 30, y=y + 40, radius=95, colour=ink)
        else:
            yield Box(x=x + 45, y=y + 55, width=150, height=44, colour=ink, radius=22)


def coins(chance: Chance, colours: Colours) -> Iterator[Shape]:
    """Piles of coins that grow or shrink, before a disc."""
    behind, *metals = chance.mixed(colours)
    yield Disc(x=450 + chance.number(700), y=330 + chance.number(120), radius=260 + chance.number(60), colour=behind)
    heights = [3 + number * 2 + chance.number(2) for number in range(4)]
    if chance.number(2):
        heights.reverse()
    for pile, height in enumerate(heights):
        metal = metals[pile % len(metals)]
        for coin in range(height):
            shift = chance.number(17) - 8
            y = HEIGHT - 60 - (coin + 1) * STEP
            yield Box(x=190 + pile * 310 + shift, y=y, width=270, height=COIN, colour=metal, radius=COIN / 2)


def network(chance: Chance, colours: Colours) -> Iterator[Shape]:
    """Nodes in three columns with lines between them, some with a core."""
    wire, *nodes = chance.mixed(colours)
    columns = [(300 + column * 500, _rows(2 + chance.number(2))) for column in range(3)]
    for x, rows in columns:
        yield Box(x=x - 11, y=rows[0], width=22, height=rows[-1] - rows[0], colour=wire)
    for (x, _), (next_x, _) in pairwise(columns):
        yield Box(x=x, y=439, width=next_x - x, height=22, colour=wire)
    for x, rows in columns:
        for y in sorted({*rows, HEIGHT // 2}):
            colour, core = chance.mixed(nodes)[:2]
            radius = 75 + chance.number(45)
            yield Disc(x=x, y=y, radius=radius, colour=colour)
            if chance.number(2):
                yield Disc(x=x, y=y, radius=radius * 0.45, colour=core)


def _rows(number: int) -> list[int]:
    return [190, 710] if number == 2 else [170, HEIGHT // 2, 730]


ABSTRACT: tuple[Composition, ...] = (hills, arches, stairs, rings, tiles)
# Words of addresses, and what may be drawn for them; the first word that is known decides.
SUBJECTS: dict[str, tuple[Composition, ...]] = {
    "interview interviews interviewing negotiate negotiating talk ask feedback questions reference references": (
        talk, talk, arches,
    ),
    "cv cvs advert adverts contract contracts letter application portfolio notice law ir35 umbrella policy": (
        papers, papers, stairs,
    ),
    "salary salaries pay rate rates bonus cost costs fees offer equity benefits money": (coins, coins, stairs, hills),
    "data machine model models ai cloud platform software security network devops analytics developer": (
        network, network, tiles, rings,
    ),
}  # fmt: skip
BY_WORD = {word: drawn for words, drawn in SUBJECTS.items() for word in words.split()}
COMPOSITIONS = {drawn.__name__: drawn for drawn in (*ABSTRACT, talk, papers, coins, network)}


def kind(guide: str, chance: Chance) -> str:
    """The name in `COMPOSITIONS` of what the cover of the guide at this address shows."""
    known = (BY_WORD[word] for word in guide.split("-") if word in BY_WORD)
    return chance.one(next(known, ABSTRACT)).__name__
