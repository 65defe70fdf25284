"""The words of Microsoft's documents (ECMA-376 part 1, 17.3 to 17.5), in whatever parts they lie."""

from enquiries.intake.active_content.packages import Reader
from enquiries.previews.blocks import Writer

# The roots of parts with words, in the order in which they are read.
ROOTS = ("hdr", "document", "footnotes", "endnotes", "ftr")
# Deleted words, the instructions of fields, and what stands in for a drawing that is there as well.
SKIPPED = {"Fallback", "del", "moveFrom", "instrText", "rPr", "sectPr", "footnoteRef", "endnoteRef"}
SIGNS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "\u2011"}
HEADINGS = ("heading", "title")
STARTS = {"tbl": Writer.begin_table, "tr": Writer.begin_row, "tc": Writer.begin_cell, "p": Writer.begin}
ENDS = {"tbl": Writer.end_table, "p": Writer.end}


class Words:
    """Reads one part into the writer."""

    def __init__(self, reader: Reader, writer: Writer) -> None:
        self._reader, self._writer = reader, writer
        self._names: list[str] = []
        self._skipped = 0

    def read(self, content: bytes) -> None:
        """Raises what `Reader.read` does, and `Enough`."""
        self._reader.read(content, self._started, text=self._said, ended=self._ended)

    def _started(self, name: str, attributes: dict[str, str]) -> None:
        inside = self._names[-1] if self._names else ""
        self._names.append(name)
        if self._skipped or name in SKIPPED:
            self._skipped += 1
        elif name in STARTS:
            STARTS[name](self._writer)
        elif name in SIGNS and inside == "r":  # elsewhere it is a property
            self._writer.say(SIGNS[name])
        elif name == "pStyle" and attributes.get("val", "").casefold().startswith(HEADINGS):
            self._writer.style("heading")
        elif name == "numPr":
            self._writer.style("item")

    def _said(self, words: str) -> None:
        if not self._skipped and self._names[-1] == "t":
            self._writer.say(words)

    def _ended(self) -> None:
        name = self._names.pop()
        if self._skipped:
            self._skipped -= 1
        elif name in ENDS:
            ENDS[name](self._writer)
