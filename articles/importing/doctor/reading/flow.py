"""The walk through a tree: what stands in a line becomes paragraphs, what stands by itself goes to whoever knows it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from articles.importing.doctor.notes import Notes
from articles.importing.doctor.reading import addresses
from articles.importing.doctor.reading.lines import STANDING, Around, Inline, Piece, paragraphs, wrapped
from articles.importing.doctor.reading.styles import Styles
from articles.importing.doctor.reading.visible import INLINE, UNSPOKEN

MEANT = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "dfn": "em", "var": "em", "s": "s", "strike": "s"} | {
    "del": "s", "sup": "sup", "sub": "sub", "code": "code", "kbd": "code", "samp": "code", "tt": "code",
}  # fmt: skip
QUOTED = {"q": ("“", "”")}


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
