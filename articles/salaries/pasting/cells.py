"""Pasted lines, cut into cells."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.document import richtext

SPACES = re.compile(r"[ \u00a0]{2,}")
THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?!\d)")
BORDER = re.compile(r"[\s|:+=_-]*")
KEPT = "\ue000"  # stands for a comma within an amount while commas part the cells


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One line that was pasted, or one row of several; `fault` says why it could not be cut."""

    text: str
    cells: tuple[str, ...]
    fault: str = ""

    @property
    def filled(self) -> tuple[str, ...]:
        return tuple(cell for cell in self.cells if cell)


def cut(pasted: str) -> list[Line]:
    """The lines that hold anything, in order; all are cut by the one separator that they have in common."""
    lines = [line.replace("\ufeff", "") for line in re.split(r"\r\n?|\n", pasted)]
    lines = [line for line in lines if line.strip() and not (BORDER.fullmatch(line) and re.search("[-=_]", line))]
    return list(_cut(lines, _separator(lines)))


def _separator(lines: Sequence[str]) -> str:
    """A tab wherever there is one; otherwise what parts most of the lines with a number."""
    if any("\t" in line for line in lines):
        return "\t"
    telling = [line for line in lines if re.search(r"\d", line)] or list(lines)
    for separator in ("|", ";", "  ", ","):
        if 2 * sum(_parts(line, separator) for line in telling) > len(telling):
            return separator
    return ""


def _parts(line: str, separator: str) -> bool:
    if separator == "  ":
        return bool(SPACES.search(line.strip()))
    if separator == ",":  # a mail has commas too; a list has one after nearly every word
        return THOUSANDS.sub("", line).count(",") > 1
    return separator in line


def _cut(lines: Sequence[str], separator: str) -> Iterator[Line]:
    match separator:
        case "":
            yield from (_line(line, [line]) for line in lines)
        case "  ":
            yield from (_line(line, SPACES.split(line.strip())) for line in lines)
        case "|":
            yield from (_line(line, line.strip().strip("|").split("|")) for line in lines)
        case _:
            yield from _with_quotes(lines, separator)


def _with_quotes(lines: Sequence[str], separator: str) -> Iterator[Line]:
    """As spreadsheets write them: a cell in quotation marks may hold the separator and line breaks."""
    if separator == ",":
        lines = [THOUSANDS.sub(lambda amount: amount[0].replace(",", KEPT), line) for line in lines]
    reader = csv.reader([f"{line}\n" for line in lines], delimiter=separator, strict=True)
    done = 0
    try:
        for cells in reader:
            yield _line(" ".join(lines[done : reader.line_num]), cells)
            done = reader.line_num
    except csv.Error:
        text = _words(lines[done])
        yield Line(text=text, cells=(), fault="a quotation mark is not closed, or stands inside a quoted value.")
        if done + 1 < len(lines) and '"' in text:
            yield from _with_quotes_after(lines[done + 1 :], separator)


def _with_quotes_after(lines: Sequence[str], separator: str) -> Iterator[Line]:
    """What follows a broken quotation is cut without minding quotation marks, so that it is still read."""
    yield from (_line(line, line.replace('"', "").split(separator)) for line in lines)


def _line(text: str, cells: Sequence[str]) -> Line:
    return Line(text=_words(text.replace("\t", " · ")), cells=tuple(map(_words, cells)))


def _words(text: str) -> str:
    return richtext.one_line(text.replace(KEPT, ","))
