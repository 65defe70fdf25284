"""Words and the gaps between them, put together to lines as a browser would show them."""

import re
from enum import IntEnum

from enquiries.inbound.parsing.words.lines import Line, Mark

BLANK = re.compile(r"[ \t\r\n\xa0]+")


class Gap(IntEnum):
    """What stands between the words before and those that come next."""

    NONE = 0
    LINE = 1
    EMPTY_LINE = 2
    CELL = 3


class Writer:
    """Lines in the making. A gap is only written once words follow it, since the widest of several counts."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._line: list[str] = []
        self._of_line = (0, Mark.NONE)
        self._gap = Gap.NONE
        self._sign = self._sign_of_line = ""
        self._row_has_words = self._begins_cell = False

    def part(self, gap: Gap) -> None:
        """Parts what comes from what was; within a cell that is empty so far, by no more than a line."""
        if self._gap != Gap.CELL:
            self._gap = max(self._gap, min(gap, Gap.LINE) if self._begins_cell else gap)

    def break_line(self) -> None:
        self._gap = Gap.EMPTY_LINE if self._gap in (Gap.LINE, Gap.EMPTY_LINE) else Gap.LINE

    def begin_row(self) -> None:
        self._row_has_words = False

    def begin_cell(self) -> None:
        self._gap = Gap.CELL if self._row_has_words else Gap.LINE
        self._begins_cell = True

    def begin_item(self, sign: str) -> None:
        self._sign, self._begins_cell = sign, True

    def add(self, text: str, depth: int, mark: Mark) -> None:
        """Words, so often quoted, of which a program says this."""
        if self._gap != Gap.NONE:
            self._close_gap(depth)
        if not self._line:
            self._of_line = (depth, mark)
            self._sign_of_line, self._sign = self._sign, ""
        self._line.append(text)
        self._row_has_words, self._begins_cell = True, False

    def add_behind(self, text: str) -> None:
        """What belongs to the words before, whatever gap follows them."""
        self._line.append(text)

    def add_space(self, text: str) -> None:
        """White space; where a line has nothing but a space that does not break, its writer meant an empty one."""
        if "\xa0" in text and self._gap == Gap.LINE:
            self._gap = Gap.EMPTY_LINE
        elif self._line and self._gap == Gap.NONE:
            self._line.append(" ")

    def _close_gap(self, depth: int) -> None:
        if self._gap == Gap.CELL and self._line and depth == self._of_line[0]:
            self._line.append(" | ")
        else:
            self.end_line()
            if self._gap == Gap.EMPTY_LINE and self.lines:
                self.lines.append(Line("", min(depth, self.lines[-1].depth)))
        self._gap = Gap.NONE

    def end_line(self) -> None:
        if text := BLANK.sub(" ", "".join(self._line)).strip(" "):
            self.lines.append(Line(self._sign_of_line + text, *self._of_line))
        self._line, self._sign_of_line = [], ""
