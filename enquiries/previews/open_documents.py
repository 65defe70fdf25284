"""The words of LibreOffice's documents (OpenDocument 1.3 part 3, 5 to 9), the heads and feet of pages included."""

import re

from enquiries.intake.active_content.packages import Reader
from enquiries.previews.blocks import Writer

ROOTS = ("document-styles", "document-content")
HEADS = {"header", "footer", "header-first", "footer-first"}
SKIPPED = {
    "tracked-changes",
    "annotation",
    "forms",
    "scripts",
    "desc",
    "title",
    "binary-data",
    "note-citation",
    "ruby-text",
}
SIGNS = {"tab": "\t", "line-break": "\n"}
STARTS = {"table": Writer.begin_table, "table-row": Writer.begin_row, "table-cell": Writer.begin_cell}
ENDS = {"table": Writer.end_table, "p": Writer.end, "h": Writer.end}
BLANK = re.compile(r"[ \t\r\n]+")
MOST_SPACES = 100


class Words:
    """Reads one part into the writer. Of styles only what stands at the head and foot of pages is text."""

    def __init__(self, reader: Reader, writer: Writer) -> None:
        self._reader, self._writer = reader, writer
        self._names: list[str] = []
        self._skipped = 0

    def read(self, content: bytes) -> None:
        """Raises what `Reader.read` does, and `Enough`."""
        self._reader.read(content, self._started, text=self._said, ended=self._ended)

    def _started(self, name: str, attributes: dict[str, str]) -> None:
        self._names.append(name)
        if self._skipped or name in SKIPPED or not self._is_text():
            self._skipped += 1
        elif name == "p":
            self._writer.begin("item" if "list-item" in self._names else "")
        elif name == "h":
            self._writer.begin("heading")
        elif name == "s":
            count = attributes.get("c", "1")
            self._writer.say(" " * min(int(count) if count.isdecimal() else 1, MOST_SPACES))
        elif name in SIGNS:
            self._writer.say(SIGNS[name])
        elif name in STARTS:
            STARTS[name](self._writer)

    def _is_text(self) -> bool:
        """The way to the heads and feet is open; whatever else is defined beside them is not."""
        if self._names[0] != "document-styles":
            return True
        return self._names[-1] in (*HEADS, "document-styles", "master-styles", "master-page") or bool(
            HEADS & set(self._names)
        )

    def _said(self, words: str) -> None:
        if not self._skipped:
            self._writer.say(BLANK.sub(" ", words))

    def _ended(self) -> None:
        name = self._names.pop()
        if self._skipped:
            self._skipped -= 1
        elif name in ENDS:
            ENDS[name](self._writer)
