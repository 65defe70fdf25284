"""HTML as the lines that its reader sees."""

import re
from collections import Counter
from dataclasses import dataclass
from enum import IntEnum
from itertools import takewhile

from enquiries.inbound.parsing.words import openers, programs
from enquiries.inbound.parsing.words.lines import Line, Mark
from enquiries.inbound.parsing.words.tags import CLOSED_BY_THE_NEXT, VOID, Tag, tokens

BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figure"),
    *(
        "figcaption",
        "footer",
        "td",
        "th",
        "form",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "pre",
        "section",
        "table",
        "tr",
        "ul",
    ),
}
SPACED = {"p", "h1", "h2", "h3", "h4", "h5", "h6"}
CLOSE_LINES = re.compile(r"Mso(?!Title)|margin(?:-bottom)?:\s*0", re.IGNORECASE)
OPENS_LINK = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
SAME = re.compile(r"^(?:https?://|mailto:|tel:)?(?:www\.)?|\?subject=.*|/$|\s", re.IGNORECASE)
NO_WORDS = re.compile(r"^[^\n]*\.(?:png|jpe?g|gif|bmp|svg|webp)$|generated", re.IGNORECASE)
BLANK = re.compile(r"[ \t\r\n\xa0]+")
# How far the end of something within a line looks for its beginning.
FAR = 50


class Gap(IntEnum):
    """What stands between the words before and those that come next."""

    NONE = 0
    LINE = 1
    EMPTY_LINE = 2
    CELL = 3


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
    reader.end_line()
    return reader.lines


class _Reader:
    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.stack: list[_Open] = []
        self.opened: Counter[str] = Counter()
        self.line: list[str] = []
        self.of_line = (0, Mark.NONE)
        self.gap = Gap.NONE
        self.depth = self.hidden = self.pre = 0
        self.history = False
        self.sign = self.sign_of_line = ""
        self.row_has_words = self.begins_cell = False
        self.lists: list[int] = []
        self.link: list[str] = []

    def open(self, tag: Tag) -> None:
        if tag.name in CLOSED_BY_THE_NEXT and self.stack and self.stack[-1].name == tag.name:
            self.close(tag.name)
        self._space(tag)
        match tag.name:
            case "ul":
                self.lists.append(-1)
            case "ol":
                start = tag.get("start")
                self.lists.append(int(start[:4]) if start[:4].isdecimal() else 1)
            case "li":
                self._item()
            case "img":
                self._picture(tag.get("alt").strip())
        if tag.name not in VOID:
            self._enter(tag)

    def _space(self, tag: Tag) -> None:
        if tag.name in SPACED:
            is_close = CLOSE_LINES.search(f"{tag.get('class')} {tag.get('style')}")
            self._part(Gap.LINE if is_close or self.begins_cell else Gap.EMPTY_LINE)
        elif tag.name == "br":
            self.gap = Gap.EMPTY_LINE if self.gap in (Gap.LINE, Gap.EMPTY_LINE) else Gap.LINE
        elif tag.name in ("td", "th"):
            self.gap = Gap.CELL if self.row_has_words else Gap.LINE
        elif tag.name in BLOCKS:
            self._part(Gap.LINE)
        if tag.name in ("td", "th", "li"):
            self.begins_cell = True
        if tag.name == "tr":
            self.row_has_words = False

    def _part(self, gap: Gap) -> None:
        self.gap = self.gap if self.gap == Gap.CELL else max(self.gap, gap)

    def _enter(self, tag: Tag) -> None:
        entered = self._read(tag) if tag.attributes or tag.name in ("blockquote", "pre") else _Open(tag.name)
        if entered.mark is not Mark.NONE or entered.depth:
            self._part(Gap.LINE)
        self.stack.append(entered)
        self._count(entered, 1)

    def _read(self, tag: Tag) -> _Open:
        """What an element is that says something of itself."""
        mark = programs.mark(tag)
        if mark is Mark.HISTORY:
            self.history, mark = True, Mark.NONE
        quotes = programs.quotes(tag)
        if quotes is None:
            self.end_line()
            quotes = openers.ends_with_attribution(self.lines)
        is_link = tag.name == "a" and OPENS_LINK.match(tag.get("href").strip())
        self.link = [] if is_link else self.link
        return _Open(
            tag.name,
            depth=int(quotes),
            hides=int(programs.is_hidden(tag)),
            mark=mark,
            href=tag.get("href").strip() if is_link else "",
            is_pre=tag.name == "pre",
        )

    def _count(self, element: _Open, by: int) -> None:
        self.opened[element.name] += by
        self.depth += by * element.depth
        self.hidden += by * element.hides
        self.pre += by * element.is_pre

    def close(self, name: str) -> None:
        if name in SPACED or name in BLOCKS:
            self._part(Gap.LINE)
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
            if said and said != SAME.sub("", element.href).lower() and not self.hidden:
                self.line.append(f" <{element.href}>")
            self.link = []
        if element.depth or element.mark is not Mark.NONE:
            self._part(Gap.LINE)

    def _item(self) -> None:
        number = self.lists[-1] if self.lists else -1
        self.sign = "  " * max(len(self.lists) - 1, 0) + ("- " if number < 0 else f"{number}. ")
        if number >= 0:
            self.lists[-1] += 1

    def _picture(self, alt: str) -> None:
        if alt and not NO_WORDS.search(alt):
            self.text(f" [{alt}] " if any(map(str.isalnum, alt)) else alt)

    def text(self, text: str) -> None:
        if self.hidden:
            return
        if self.pre and "\n" in text:
            for number, line in enumerate(text.split("\n")):
                if number:
                    self.gap = Gap.EMPTY_LINE if self.gap in (Gap.LINE, Gap.EMPTY_LINE) else Gap.LINE
                self._words(line)
        else:
            self._words(text)

    def _words(self, text: str) -> None:
        if not text.strip(" \t\r\n\xa0"):
            if "\xa0" in text and self.gap == Gap.LINE:
                self.gap = Gap.EMPTY_LINE
            elif text and self.gap == Gap.NONE:
                self.line.append(" ")
            return
        self._close_gap()
        if not self.line:
            marks = {element.mark for element in self.stack[-FAR:]}
            mark = next((mark for mark in (Mark.ATTRIBUTION, Mark.SIGNATURE) if mark in marks), Mark.NONE)
            self.of_line = (self.depth, Mark.HISTORY if self.history else mark)
            self.history = False
            self.sign_of_line, self.sign = self.sign, ""
        self.line.append(text)
        self.link.append(text)
        self.row_has_words, self.begins_cell = True, False

    def _close_gap(self) -> None:
        if self.gap == Gap.CELL and self.line and self.depth == self.of_line[0]:
            self.line.append(" | ")
        elif self.gap != Gap.NONE:
            self.end_line()
            if self.gap == Gap.EMPTY_LINE and self.lines:
                self.lines.append(Line("", min(self.depth, self.lines[-1].depth)))
        self.gap = Gap.NONE

    def end_line(self) -> None:
        if text := BLANK.sub(" ", "".join(self.line)).strip(" "):
            depth, mark = self.of_line
            self.lines.append(Line(self.sign_of_line + text, depth, mark))
        self.line, self.sign_of_line = [], ""
