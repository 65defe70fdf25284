"""HTML as the lines that its reader sees."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import takewhile

from enquiries.inbound.parsing.words import openers, programs
from enquiries.inbound.parsing.words.lines import Line, Mark
from enquiries.inbound.parsing.words.tags import CLOSED_BY_THE_NEXT, VOID, Tag, tokens
from enquiries.inbound.parsing.words.writing import Gap, Writer

BLOCK_NAMES = (
    "address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form header hr li main "
    "nav ol pre section table td th tr ul"
)
BLOCKS = frozenset(BLOCK_NAMES.split())
SPACED = {"p", "h1", "h2", "h3", "h4", "h5", "h6"}
CLOSE_LINES = re.compile(r"Mso(?!Title)|margin(?:-bottom)?:\s*0", re.IGNORECASE)
OPENS_LINK = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
SAME = re.compile(r"^(?:https?://|mailto:|tel:)?(?:www\.)?|\?subject=.*|/$|\s", re.IGNORECASE)
NO_WORDS = re.compile(r"^[^\n]*\.(?:png|jpe?g|gif|bmp|svg|webp)$|generated", re.IGNORECASE)
# How far the end of something within a line looks for its beginning; how deep a list may be and still be indented.
FAR, DEEPEST_LIST = 50, 8


@dataclass(frozen=True, slots=True)
class _Open:
    """An open element, and what it does to the text in it."""

    name: str
    depth: int = 0
    hides: int = 0
    mark: Mark = Mark.NONE
    href: str = ""
    is_pre: bool = False


def lines_of(html: str) -> list[Line]:
    """The lines of `html`: links with their addresses, lists with their signs, rows of tables as one line."""
    reader = _Reader()
    for token in tokens(html):
        if isinstance(token, str):
            reader.text(token)
        elif token.closes:
            reader.close(token.name)
        else:
            reader.open(token)
    reader.writer.end_line()
    return reader.writer.lines


class _Reader:
    def __init__(self) -> None:
        self.writer = Writer()
        self.stack: list[_Open] = []
        self.opened: Counter[str] = Counter()
        self.marks: Counter[Mark] = Counter()
        self.depth = self.hidden = self.pre = 0
        self.history = False
        self.lists: list[int] = []
        self.link: list[str] = []

    def open(self, tag: Tag) -> None:
        if tag.name in CLOSED_BY_THE_NEXT and self.stack and self.stack[-1].name == tag.name:
            self.close(tag.name)
        self._space(tag)
        self._begin(tag)
        entered = self._read(tag) if tag.attributes or tag.name in ("blockquote", "pre") else _Open(tag.name)
        if tag.name not in VOID:
            if entered.mark is not Mark.NONE or entered.depth:
                self.writer.part(Gap.LINE)
            self.stack.append(entered)
            self._count(entered, 1)

    def _space(self, tag: Tag) -> None:
        if tag.name in ("td", "th"):
            self.writer.begin_cell()
        elif tag.name == "br":
            self.writer.break_line()
        elif tag.name in SPACED:
            is_close = CLOSE_LINES.search(f"{tag.get('class')} {tag.get('style')}")
            self.writer.part(Gap.LINE if is_close else Gap.EMPTY_LINE)
        elif tag.name in BLOCKS:
            self.writer.part(Gap.LINE)

    def _begin(self, tag: Tag) -> None:
        match tag.name:
            case "tr":
                self.writer.begin_row()
            case "ul":
                self.lists.append(-1)
            case "ol":
                start = tag.get("start")[:4]
                self.lists.append(int(start) if start.isdecimal() else 1)
            case "li":
                self.writer.begin_item(self._sign())
            case "img":
                self._picture(tag.get("alt").strip())

    def _sign(self) -> str:
        """What stands before an item of the list that is open."""
        number = self.lists[-1] if self.lists else -1
        if number >= 0:
            self.lists[-1] += 1
        indent = "  " * (min(len(self.lists), DEEPEST_LIST) - 1)
        return f"{indent}- " if number < 0 else f"{indent}{number}. "

    def _picture(self, alt: str) -> None:
        if alt and not NO_WORDS.search(alt):
            self.text(f" [{alt}] " if any(map(str.isalnum, alt)) else alt)

    def _read(self, tag: Tag) -> _Open:
        """What an element is that says something of itself."""
        mark = programs.mark(tag)
        if mark is Mark.HISTORY:
            self.history, mark = True, Mark.NONE
            self.writer.part(Gap.LINE)
        quotes = programs.quotes(tag)
        if quotes is None:
            self.writer.end_line()
            quotes = openers.ends_with_attribution(self.writer.lines)
        href = tag.get("href").strip() if tag.name == "a" else ""
        href = href if OPENS_LINK.match(href) else ""
        self.link = [] if href else self.link
        hides = int(programs.is_hidden(tag))
        return _Open(tag.name, depth=int(quotes), hides=hides, mark=mark, href=href, is_pre=tag.name == "pre")

    def _count(self, element: _Open, by: int) -> None:
        self.opened[element.name] += by
        self.marks[element.mark] += by
        self.depth += by * element.depth
        self.hidden += by * element.hides
        self.pre += by * element.is_pre

    def close(self, name: str) -> None:
        if name in SPACED or name in BLOCKS:
            self.writer.part(Gap.LINE)
        if name in ("ul", "ol") and self.lists:
            self.lists.pop()
        if self.opened[name] and self._may_end(name):
            while (element := self.stack.pop()).name != name:
                self._leave(element)
            self._leave(element)

    def _may_end(self, name: str) -> bool:
        """An end of something within a line ends no block that was begun since."""
        if name in BLOCKS or name in SPACED:
            return True
        above = takewhile(lambda element: element.name not in BLOCKS, reversed(self.stack[-FAR:]))
        return any(element.name == name for element in above)

    def _leave(self, element: _Open) -> None:
        self._count(element, -1)
        if element.href and self.link:
            said = SAME.sub("", "".join(self.link)).lower()
            if said != SAME.sub("", element.href).lower() and not self.hidden:
                self.writer.add_behind(f" <{element.href}>")
            self.link = []
        if element.depth or element.mark is not Mark.NONE:
            self.writer.part(Gap.LINE)

    def text(self, text: str) -> None:
        if self.hidden:
            return
        for number, line in enumerate(text.split("\n") if self.pre else [text]):
            if number:
                self.writer.break_line()
            self._words(line)

    def _words(self, text: str) -> None:
        if not text.strip(" \t\r\n\xa0"):
            self.writer.add_space(text)
            return
        self.writer.add(text, self.depth, self._mark())
        self.link.append(text)
        self.history = False

    def _mark(self) -> Mark:
        if self.history:
            return Mark.HISTORY
        return next((mark for mark in (Mark.ATTRIBUTION, Mark.SIGNATURE) if self.marks[mark]), Mark.NONE)
