"""The words of a document as they are shown: paragraphs, items of lists, headings, tables."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

MOST_SIGNS = 200_000  # a CV has a tenth
MOST_CELLS = 64  # of a row
BLANK = re.compile(r"[ \t\xa0]+\n")


class Enough(Exception):
    """There are more words than are shown."""


@dataclass(frozen=True)
class Paragraph:
    """`style` is `heading`, `item` or nothing."""

    text: str
    style: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass
class _Open:
    style: str = ""
    words: list[str] = field(default_factory=list)


class Writer:
    """Takes the words in the order of the document. A text box or a table may stand inside of either."""

    def __init__(self) -> None:
        self.blocks: list[Paragraph] = []
        self._signs = 0
        self._open: list[_Open] = []
        self._tables: list[list[list[list[str]]]] = []

    def begin(self, style: str = "") -> None:
        self._open.append(_Open(style))

    def style(self, style: str) -> None:
        """Of the innermost open paragraph, unless it has one."""
        if self._open:
            self._open[-1].style = self._open[-1].style or style

    def say(self, words: str) -> None:
        """Raises `Enough`."""
        if self._open:
            self._open[-1].words.append(words)
            self.count(words)

    def count(self, words: str) -> None:
        """Raises `Enough` once there are more words than are shown."""
        self._signs += len(words)
        if self._signs > MOST_SIGNS:
            raise Enough

    def end(self) -> None:
        if self._open:
            ended = self._open.pop()
            self.add("".join(ended.words), ended.style)

    def add(self, text: str, style: str = "") -> None:
        """A whole paragraph, in the innermost open cell if there is one."""
        text = BLANK.sub("\n", text).strip()
        if not text:
            return
        if cell := self._cell():
            cell.append(text)
        else:
            self.blocks.append(Paragraph(text, style))

    def begin_table(self) -> None:
        self._tables.append([])

    def begin_row(self) -> None:
        if self._tables:
            self._tables[-1].append([])

    def begin_cell(self) -> None:
        if self._tables and self._tables[-1] and len(self._tables[-1][-1]) < MOST_CELLS:
            self._tables[-1][-1].append([""])

    def end_table(self) -> None:
        if self._tables:
            self.add_table(["\n".join(filter(None, cell)) for cell in row] for row in self._tables.pop())

    def add_table(self, rows: Iterable[list[str]]) -> None:
        """A whole table; within a cell, its rows are lines."""
        filled = [tuple(row) for row in rows if any(row)]
        if cell := self._cell():
            cell.extend(" | ".join(filter(None, row)) for row in filled)
        elif filled:
            self.blocks.append(Paragraph("", "table", tuple(filled)))

    def close(self) -> None:
        """Ends whatever is open, as in a document that was cut."""
        while self._open:
            self.end()
        while self._tables:
            self.end_table()

    def _cell(self) -> list[str]:
        """What the innermost open cell holds; it is never empty."""
        return self._tables[-1][-1][-1] if self._tables and self._tables[-1] and self._tables[-1][-1] else []
