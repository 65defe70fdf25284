"""What stands in a line: words as rich text has them, put together to paragraphs."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from articles.document.blocks import Block
from articles.document.tree import Element
from articles.lib.visible import is_blank

WHITE_SPACE = re.compile(r"[ \t\r\n\f]+")


@dataclass(slots=True, eq=False)
class Box:
    """Pieces that belong together: `meaning` is what they are, `title` what was written on the box."""

    meaning: str
    title: str = ""
    pieces: list["Piece"] = field(default_factory=list)


type Standing = Block | Box
type Piece = Element | Standing
type Inline = Element | str | Standing
STANDING = (Block, Box)


class Around(NamedTuple):
    """An element of a line that holds whole blocks: each of their lines gets it."""

    tag: str
    attributes: dict[str, str]


def wrapped(around: Around, inner: Sequence[Inline]) -> Element:
    return Element(around.tag, dict(around.attributes), [one for one in inner if not isinstance(one, STANDING)])


def paragraphs(run: Sequence[Inline], around: tuple[Around, ...] = ()) -> Iterator[Piece]:
    """A run of words as paragraphs, parted where two breaks follow one another; its blocks before or after their paragraph."""
    for lines in _parted(run):
        words = [one for one in lines if not isinstance(one, STANDING)]
        blocks = [one for one in lines if isinstance(one, STANDING)]
        first = next((at for at, one in enumerate(lines) if _says(one)), len(lines))
        before = [one for one in lines[:first] if isinstance(one, STANDING)]
        yield from before
        if any(map(_says, words)):
            for one in reversed(around):
                words = [wrapped(one, words)]
            yield tidied(Element("p", {}, [one for one in words if not isinstance(one, STANDING)]))
        yield from blocks[len(before) :]


def tidied(line: Element) -> Element:
    """The line as browsers show it: every run of white space one space, none at its ends."""
    _collapse(line)
    _strip(line, 0, str.lstrip)
    _strip(line, -1, str.rstrip)
    return line


def _collapse(element: Element) -> None:
    element.children = [part for is_text, run in groupby(element.children, _is_text) for part in _joined(is_text, run)]
    for at, child in enumerate(element.children):
        if isinstance(child, str):
            element.children[at] = WHITE_SPACE.sub(" ", child)
        elif child.tag != "code":
            _collapse(child)


def _is_text(child: Element | str) -> bool:
    return isinstance(child, str)


def _joined(is_text: bool, run: Iterable[Element | str]) -> list[Element | str]:
    """Neighbouring texts as one, so that no two spaces meet."""
    parts = list(run)
    text = "".join(part for part in parts if isinstance(part, str))
    return parts if not is_text else [text] if text else []


def _strip(element: Element, end: int, strip: Callable[[str, str], str]) -> None:
    """Takes the white space away at one end, with what holds nothing else."""
    while element.children:
        last = element.children[end]
        if isinstance(last, Element):
            if last.tag != "br":
                _strip(last, end, strip)
            if last.tag != "br" and last.children:
                return
        elif text := strip(last, " \n"):
            element.children[end] = text
            return
        element.children.pop(end)


def _says(one: Inline) -> bool:
    return not isinstance(one, STANDING) and not is_blank(one if isinstance(one, str) else one.words())


def _parted(run: Sequence[Inline]) -> Iterator[list[Inline]]:
    part: list[Inline] = []
    breaks = 0
    for one in run:
        if isinstance(one, Element) and one.tag == "br":
            breaks += 1
        elif _says(one) or isinstance(one, STANDING):
            if breaks > 1:
                yield part
                part = []
            part += [Element("br")] * (breaks == 1 and any(map(_says, part)))
            part.append(one)
            breaks = 0
        elif breaks == 0:
            part.append(one)
    yield part
