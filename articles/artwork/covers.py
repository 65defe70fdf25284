"""The cover of a guide without a photo: a composition that follows from its topic and its own name alone.

The words of the guide's address decide what is drawn, its name decides on which ground and the rest by chance, and its topic
shifts the grounds. A cover's address holds all three, the names as short hashes, so nothing is looked up and nothing stored.
"""

from hashlib import sha256

from articles.artwork import subjects
from articles.artwork.compositions import HEIGHT, WIDTH, Chance
from articles.artwork.palette import GREEN, INK, MARIGOLD, MINT, PAPER, ROSE, RUST, SAND
from articles.artwork.shapes import Drawing

# Raise it when the drawings change: browsers keep a cover for a year.
EDITION = 2
KINDS = "|".join(subjects.COMPOSITIONS)
# A background, and the colours that fit on it.
PALETTES = (
    (GREEN, (MINT, MARIGOLD, PAPER, ROSE)),
    (MARIGOLD, (INK, PAPER, RUST, GREEN)),
    (ROSE, (RUST, PAPER, GREEN, MARIGOLD)),
    (INK, (MARIGOLD, MINT, RUST, PAPER)),
    (MINT, (GREEN, PAPER, MARIGOLD, RUST)),
    (SAND, (RUST, MARIGOLD, GREEN, INK)),
)


def address(topic: str, guide: str) -> str:
    """Where the cover of a guide is, by the slugs of its topic and its own."""
    return f"/covers/{EDITION}/{_hash(topic)}-{_hash(guide)}-{_kind(guide)}.svg"


def of(topic: str, guide: str) -> Drawing:
    """The cover of a guide."""
    return draw(_hash(topic), _hash(guide), _kind(guide))


def draw(topic: str, guide: str, kind: str) -> Drawing:
    """The cover that an address names: by two hashes, and one of `KINDS`."""
    ground, colours = PALETTES[(int(topic, 16) + int(guide, 16)) % len(PALETTES)]
    shapes = tuple(subjects.COMPOSITIONS[kind](Chance(guide), colours))
    return Drawing(width=WIDTH, height=HEIGHT, ground=ground, shapes=shapes)


def _kind(guide: str) -> str:
    return subjects.kind(guide, Chance(f"{guide} kind"))


def _hash(slug: str) -> str:
    return sha256(slug.encode()).hexdigest()[:8]
