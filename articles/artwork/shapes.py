"""Plain drawings of discs and boxes, as SVG and as pixels."""

from dataclasses import dataclass
from math import cos, radians, sin

from PIL import Image as Pillow
from PIL import ImageDraw

# Drawn so many times larger and then scaled down, for smooth edges.
FINENESS = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Disc:
    """A disc, or a slice of it: `sweep` degrees, clockwise from `start`, which is 0 at three o'clock."""

    x: float
    y: float
    radius: float
    colour: str
    start: int = 0
    sweep: int = 360

    def svg(self) -> str:
        if self.sweep == 360:
            return f'<circle cx="{self.x:g}" cy="{self.y:g}" r="{self.radius:g}" fill="{self.colour}"/>'
        (x1, y1), (x2, y2) = self._at(self.start), self._at(self.start + self.sweep)
        arc = f"A{self.radius:g} {self.radius:g} 0 {int(self.sweep > 180)} 1 {x2:g} {y2:g}"
        return f'<path d="M{self.x:g} {self.y:g}L{x1:g} {y1:g}{arc}z" fill="{self.colour}"/>'

    def paint(self, canvas: ImageDraw.ImageDraw, scale: float) -> None:
        around = [
            side * scale
            for side in (self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius)
        ]
        canvas.pieslice((around[0], around[1], around[2], around[3]), self.start, self.start + self.sweep, self.colour)

    def _at(self, angle: int) -> tuple[float, float]:
        turn = radians(angle)
        return round(self.x + self.radius * cos(turn), 1), round(self.y + self.radius * sin(turn), 1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Box:
    """An upright rectangle, with round corners of a radius."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    radius: float = 0

    def svg(self) -> str:
        place = f'x="{self.x:g}" y="{self.y:g}" width="{self.width:g}" height="{self.height:g}"'
        place += f' rx="{self.radius:g}"' if self.radius else ""
        return f'<rect {place} fill="{self.colour}"/>'

    def paint(self, canvas: ImageDraw.ImageDraw, scale: float) -> None:
        left, top = self.x * scale, self.y * scale
        sides = left, top, left + self.width * scale - 1, top + self.height * scale - 1
        canvas.rounded_rectangle(sides, self.radius * scale, self.colour)


type Shape = Disc | Box


@dataclass(frozen=True, kw_only=True, slots=True)
class Drawing:
    """Shapes on a ground, the first at the bottom."""

    width: int
    height: int
    ground: str
    shapes: tuple[Shape, ...]

    def svg(self) -> str:
        ground = Box(x=0, y=0, width=self.width, height=self.height, colour=self.ground)
        drawn = "".join(shape.svg() for shape in (ground, *self.shapes))
        return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}">{drawn}</svg>'

    def paint(self, height: int) -> Pillow.Image:
        """The drawing at this height."""
        scale = height / self.height
        size = round(self.width * scale), height
        large = Pillow.new("RGB", (size[0] * FINENESS, size[1] * FINENESS), self.ground)
        canvas = ImageDraw.Draw(large)
        for shape in self.shapes:
            shape.paint(canvas, scale * FINENESS)
        return large.resize(size, Pillow.Resampling.BOX)
