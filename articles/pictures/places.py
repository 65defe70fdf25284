"""Where on pages pictures stand, and the files that a picture is offered in at each place."""

from dataclasses import dataclass
from typing import Any

from articles.document import Image
from articles.pictures import renditions
from articles.pictures.renditions import WIDTHS, Rendition, Shape


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
    def sources(self) -> str:
        """For browsers that read AVIF: the files to choose from. The others, which are few, get `src`."""
        small = self._small()
        if not self.sizes:
            return small[0].url if small else ""
        return ", ".join(f"{file.url} {file.width}w" for file in small)

    @property
    def src(self) -> str:
        """For browsers that choose nothing."""
        return self._plain().url

    def files(self) -> list[Rendition]:
        """Everything that a browser may ask for."""
        return [*self._small(), self._plain()]

    def _small(self) -> list[Rendition]:
        """None when AVIF cannot hold the largest: a browser would show a small one instead of a JPEG."""
        if not renditions.holds("avif", self.place.shape, self.width, (self.image.width, self.image.height)):
            return []
        return [self._rendition(width, "avif") for width in (self.widths if self.sizes else [self.width])]

    def _plain(self) -> Rendition:
        return self._rendition(min(self.widths, key=lambda width: abs(width - self.place.usual)), "jpg")

    def _rendition(self, width: int, kind: str) -> Rendition:
        step = renditions.step_to(self.place.shape, self.image)
        return Rendition(name=self.image.name, shape=self.place.shape, step=step, width=width, format=kind)


def shown(image: Image | dict[str, Any], place: str) -> Shown | None:
    """The picture at the place; lists keep it as stored. None for one whose size was never known: its file is gone."""
    image = image if isinstance(image, Image) else Image(**image)
    where = PLACES[place]
    offered = renditions.widths(where.shape, (image.width, image.height))
    widths = [width for width in offered if width <= where.most] or offered[:1]
    return Shown(image=image, place=where, widths=widths) if widths else None
