"""Pictures on pages: an uploaded one in every size and format, or the cover of a guide without one."""

from dataclasses import dataclass
from typing import Any

from django import template

from articles.artwork import covers
from articles.document import Image
from articles.pictures import renditions
from articles.pictures.renditions import WIDTHS, Rendition, Shape

register = template.Library()


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where on a page a picture stands: how it is cut, how wide it is shown, and between which widths one may choose.

    Without `sizes` there is no choice: the width is the `usual` one.
    """

    shape: Shape
    sizes: str = ""
    usual: int
    most: int = WIDTHS[-1]


# Beyond 1920 pixels the whole page grows with the window, as static/css/base.css says.
PLACES = {
    "hero": Place(
        shape=Shape.WIDE,
        sizes="(min-width: 120em) 28vw, (min-width: 82em) 33.5rem, (min-width: 60em) 43vw, 93vw",
        usual=800,
    ),
    "figure": Place(
        shape=Shape.WHOLE,
        sizes="(min-width: 120em) 39vw, (min-width: 71em) 46rem, (min-width: 60em) 63vw, (min-width: 50em) 46rem, 93vw",
        usual=800,
    ),
    "card": Place(
        shape=Shape.WIDE,
        sizes="(min-width: 120em) 20vw, (min-width: 82em) 24rem, (min-width: 44em) 46vw, 93vw",
        usual=800,
        most=1200,
    ),
    "lead": Place(
        shape=Shape.WIDE,
        sizes="(min-width: 120em) 37vw, (min-width: 82em) 43rem, (min-width: 44em) 56vw, 93vw",
        usual=800,
    ),
    "half": Place(
        shape=Shape.WIDE,
        sizes="(min-width: 120em) 31vw, (min-width: 82em) 37rem, (min-width: 44em) 46vw, 93vw",
        usual=800,
    ),
    "portrait": Place(shape=Shape.SQUARE, usual=224, most=224),
    "profile": Place(shape=Shape.SQUARE, usual=448),
}


@dataclass(frozen=True, kw_only=True)
class Shown:
    """An uploaded picture at its place."""

    image: Image
    place: Place
    widths: list[int]

    @property
    def sizes(self) -> str:
        return self.place.sizes

    @property
    def width(self) -> int:
        return self.widths[-1]

    @property
    def height(self) -> int:
        return renditions.height(self.place.shape, self.width, (self.image.width, self.image.height))

    @property
    def avif(self) -> str:
        return self._candidates("avif")

    @property
    def webp(self) -> str:
        return self._candidates("webp")

    @property
    def jpg(self) -> str:
        return self._candidates("jpg")

    @property
    def src(self) -> str:
        """For browsers that choose nothing."""
        return self._address(min(self.widths, key=lambda width: abs(width - self.place.usual)), "jpg")

    def _candidates(self, kind: str) -> str:
        """Nothing for a format that cannot hold the largest: a browser would show a small one instead of another format."""
        if not renditions.holds(kind, self.place.shape, self.width, (self.image.width, self.image.height)):
            return ""
        if not self.sizes:
            return self._address(self.width, kind)
        return ", ".join(f"{self._address(width, kind)} {width}w" for width in self.widths)

    def _address(self, width: int, kind: str) -> str:
        step = renditions.step_to(self.place.shape, self.image)
        return Rendition(name=self.image.name, shape=self.place.shape, step=step, width=width, format=kind).url


def shown(image: Image | dict[str, Any], place: str) -> Shown | None:
    """The picture at the place; lists keep it as stored. None for one whose size was never known: its file is gone."""
    image = image if isinstance(image, Image) else Image(**image)
    where = PLACES[place]
    offered = renditions.widths(where.shape, (image.width, image.height))
    widths = [width for width in offered if width <= where.most] or offered[:1]
    return Shown(image=image, place=where, widths=widths) if widths else None


@register.inclusion_tag("components/picture.html")
def picture(
    image: Image | dict[str, Any], place: str, alt: str = "", *, eager: bool = False, early: bool = False, css: str = ""
) -> dict[str, Any]:
    """An uploaded picture in all its formats; `eager` for the first on the page, `early` for others seen at once."""
    return {"picture": shown(image, place), "alt": alt, "eager": eager, "early": early, "css": css}


@register.inclusion_tag("components/preload.html")
def preload_picture(image: Image | dict[str, Any] | None, place: str) -> dict[str, Any]:
    """Tells the browser of the picture before it has read the page; nothing where there is none."""
    return {"picture": image and shown(image, place)}


@register.inclusion_tag("components/cover.html")
def cover(guide: Any, *, eager: bool = False, css: str = "") -> dict[str, Any]:
    """The generated picture of a guide (a revision) without one; decorative."""
    address = covers.address(guide.topic.slug, guide.slug)
    return {"address": address, "width": covers.WIDTH, "height": covers.HEIGHT, "eager": eager, "css": css}
