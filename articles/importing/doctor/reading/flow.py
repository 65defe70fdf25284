"""The walk through a tree: what stands in a line becomes paragraphs, what stands by itself goes to whoever knows it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from lxml.html import HtmlElement

from articles.document.blocks import Block
from articles.document.tree import Element
from articles.importing.doctor.notes import Notes
from articles.importing.doctor.reading import addresses
from articles.importing.doctor.reading.styles import Styles
from articles.importing.doctor.reading.visible import INLINE, UNSPOKEN
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

MEANT = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "dfn": "em", "var": "em", "s": "s", "strike": "s"} | {
    "del": "s", "sup": "sup", "sub": "sub", "code": "code", "kbd": "code", "samp": "code", "tt": "code",
}  # fmt: skip
QUOTED = {"q": ("“", "”")}


class Around(NamedTuple):
    """An element of a line that holds whole blocks: each of their lines gets it."""

    tag: str
    attributes: dict[str, str]


type Handler = Callable[["Reader", HtmlElement, tuple[Around, ...]], Iterator[Piece]]
type InlineHandler = Callable[["Reader", HtmlElement], Sequence[Inline]]


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Knows the elements that stand by themselves (`blocks`) and in lines (`inline`), and what the page says of its looks."""

    notes: Notes
    styles: Styles
    blocks: Mapping[str, Handler]
    inline: Mapping[str, InlineHandler]

    def pieces(self, element: HtmlElement, around: tuple[Around, ...] = ()) -> Iterator[Piece]:
        """What the element holds, in order."""
        run: list[Inline] = [element.text or ""]
        for child in element:
            if not isinstance(child.tag, str) or child.tag in UNSPOKEN:
                pass
            elif self._is_in_line(child):
                run += self.line(child)
            else:
                yield from paragraphs(run, around)
                run = []
                yield from self._standing(child, around)
            run.append(child.tail or "")
        yield from paragraphs(run, around)

    def _standing(self, element: HtmlElement, around: tuple[Around, ...]) -> Iterator[Piece]:
        if handler := self.blocks.get(element.tag):
            yield from handler(self, element, around)
        else:
            yield from self.pieces(element, (*around, *self._meanings(element)))

    def _is_in_line(self, element: HtmlElement) -> bool:
        known = element.tag in INLINE or element.tag in self.inline
        return known and (element.tag in self.inline or all(self._is_in_line(child) for child in _elements(element)))

    def line(self, element: HtmlElement) -> list[Inline]:
        """An element that stands in a line, as rich text has it; blocks that it held come before its words."""
        if handler := self.inline.get(element.tag):
            made = list(handler(self, element))
            return (
                made if any(not isinstance(one, STANDING) for one in made) else [*made, " "]
            )  # words around it stay apart
        said = self.words(element)
        blocks: list[Inline] = [one for one in said if isinstance(one, STANDING)]
        inner: list[Inline] = [one for one in said if not isinstance(one, STANDING)]
        if not inner:
            return blocks
        opening, closing = QUOTED.get(element.tag, ("", ""))
        inner = [opening, *inner, closing] if opening else inner
        for meaning in reversed(self._meanings(element)):
            inner = [wrapped(meaning, inner)]
        return [*blocks, *inner]

    def words(self, element: HtmlElement) -> list[Inline]:
        """What an element holds, as one line, whatever stands in it."""
        said: list[Inline] = [element.text or ""]
        for child in element:
            if isinstance(child.tag, str) and child.tag not in UNSPOKEN:
                said += self.line(child) if self._is_in_line(child) else [" ", *self.words(child), " "]
            said.append(child.tail or "")
        return [one for one in said if one != ""]

    def _meanings(self, element: HtmlElement) -> list[Around]:
        named = MEANT.get(element.tag)
        tags = [named] if named and not self.styles.undoes(element) else []
        tags += [tag for tag in self.styles.meanings(element) if tag not in tags] if element.tag in INLINE else []
        meanings = [Around(tag, {}) for tag in tags]
        if element.tag == "a" and (address := addresses.clean(element.get("href", ""))):
            meanings.append(Around("a", {"href": address}))
        return meanings


def _elements(element: HtmlElement) -> Iterator[HtmlElement]:
    return (child for child in element if isinstance(child.tag, str) and child.tag not in UNSPOKEN)


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
