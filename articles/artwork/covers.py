"""The cover of a guide without a photo: a composition that follows from its topic and its own name alone.

The topic decides the colours and the kind of composition, so that its guides look like a family; the guide decides the
rest. An address holds both as short hashes, so nothing is looked up and nothing stored.
"""

from hashlib import sha256

from articles.artwork.compositions import COMPOSITIONS, HEIGHT, WIDTH, Chance
from articles.artwork.palette import GREEN, INK, MARIGOLD, MINT, PAPER, ROSE, RUST, SAND
from articles.artwork.shapes import Drawing

# Raise it when the drawings change: browsers keep a cover for a year.
EDITION = 1
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
    return f"/covers/{EDITION}/{_hash(topic)}-{_hash(guide)}.svg"


def of(topic: str, guide: str) -> Drawing:
    """The cover of a guide."""
    return draw(_hash(topic), _hash(guide))


def draw(topic: str, guide: str) -> Drawing:
    """The cover that an address names by its two hashes."""
    number = int(topic, 16)
    ground, colours = PALETTES[number % len(PALETTES)]
    compose = COMPOSITIONS[number // len(PALETTES) % len(COMPOSITIONS)]
    return Drawing(width=WIDTH, height=HEIGHT, ground=ground, shapes=tuple(compose(Chance(guide), colours)))


def _hash(slug: str) -> str:
    return sha256(slug.encode()).hexdigest()[:8]
