"""The picture that other sites show beside a link to one of our pages: its title, set, beside a photo or a cover."""

import json
from dataclasses import dataclass
from functools import singledispatch
from hashlib import sha256
from typing import IO

from PIL import Image as Pillow
from PIL import ImageDraw

from articles.artwork import covers, typesetting
from articles.artwork.palette import GREEN, INK, MARIGOLD, PAPER
from articles.document import Image
from articles.models import Author, Revision, Topic
from articles.pictures import rendering

WIDTH, HEIGHT = 1200, 630
# Raise it when cards look different, so that other sites fetch them anew.
EDITION = 2
# Two tiles of a cover, as `_picture` scales it.
PANEL = 420
MARGIN = 64
MARK = 44
SIZES = (84, 76, 68, 62, 56, 50, 44, 38)
COLOURS = 256


@dataclass(frozen=True, kw_only=True, slots=True)
class Card:
    """What a card shows. The cover stands where there is no picture; it follows from `family` and `name`."""

    kind: str
    slug: str
    title: str
    label: str = ""
    image: Image | None = None
    family: str = ""

    def digest(self, signature: str = "") -> str:
        """A name for exactly this content."""
        image = self.image and [self.image.name, self.image.focus_x, self.image.focus_y]
        content = [EDITION, self.kind, self.slug, self.title, self.label, image, self.family, signature]
        return sha256(json.dumps(content).encode()).hexdigest()[:16]

    def get_absolute_url(self) -> str:
        """Changes with the content; the agency's name, which the view adds, is not part of it."""
        return f"/social/{self.kind}/{self.slug}/{self.digest()}.png"


@singledispatch
def card_of(page: object) -> Card:
    """The card of a live or drafted guide (a `Revision`), a `Topic` or an `Author`; raises for anything else."""
    raise TypeError(f"No card for {page!r}")


@card_of.register
def _(page: Revision) -> Card:
    image = Image(**page.hero["image"]) if page.hero["image"] else None
    topic = page.topic
    return Card(kind="guide", slug=page.slug, title=page.title, label=topic.name, image=image, family=topic.slug)


@card_of.register
def _(page: Topic) -> Card:
    return Card(kind="topic", slug=page.slug, title=page.name, label="Guides", family=page.slug)


@card_of.register
def _(page: Author) -> Card:
    return Card(kind="author", slug=page.slug, title=page.name, label=page.role, image=page.portrait_image())


def address_of(page: Revision | Topic | Author) -> str:
    """Where the card of a page is, without the site's own address."""
    return card_of(page).get_absolute_url()


def draw(card: Card, *, signature: str, picture: IO[bytes] | None) -> bytes:
    """The card as a PNG; `signature` is the agency's name, `picture` the file of the card's image."""
    sheet = Pillow.new("RGB", (WIDTH, HEIGHT), PAPER)
    title = typesetting.sayable(card.title)
    panel = _picture(card, picture, WIDTH if title is None else PANEL)
    sheet.paste(panel, (WIDTH - panel.width, 0))
    if title is not None:
        _write(ImageDraw.Draw(sheet), card, title, signature)
    return rendering.save(sheet.quantize(COLOURS), "png")


def _picture(card: Card, picture: IO[bytes] | None, width: int) -> Pillow.Image:
    """The photo around its focus, or the middle of the cover."""
    if card.image and picture:
        return rendering.crop(picture, (width, HEIGHT), (card.image.focus_x, card.image.focus_y))
    cover = covers.of(card.family, card.slug).paint(round(WIDTH * covers.HEIGHT / covers.WIDTH))
    left, top = (cover.width - width) // 2, (cover.height - HEIGHT) // 2
    return cover.crop((left, top, left + width, top + HEIGHT))


def _write(canvas: ImageDraw.ImageDraw, card: Card, title: str, signature: str) -> None:
    room = WIDTH - PANEL - 2 * MARGIN
    sans = typesetting.font(typesetting.SANS, 30, 600)
    for words, y, colour in ((card.label, MARGIN, GREEN), (signature, HEIGHT - MARGIN - MARK + 3, INK)):
        left = MARGIN + (MARK + 18 if words is signature else 0)
        canvas.text((left, y), typesetting.shortened(words, sans, WIDTH - PANEL - MARGIN - left), colour, sans)
    top, bottom = MARGIN + 66, HEIGHT - MARGIN - MARK - 40
    setting = typesetting.fit(title, width=room, height=bottom - top, sizes=SIZES, weight=500)
    typesetting.draw(canvas, (MARGIN, top), setting, weight=500, colour=INK)
    _mark(canvas, MARGIN, HEIGHT - MARGIN - MARK)


def _mark(canvas: ImageDraw.ImageDraw, x: int, y: int) -> None:
    """The two halves of static/img/icon.svg."""
    around = (x, y, x + MARK, y + MARK)
    canvas.pieslice(around, 90, 270, GREEN)
    canvas.pieslice(around, 270, 90, MARIGOLD)
