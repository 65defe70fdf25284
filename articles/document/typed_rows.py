"""What editors type as rows: one a line, its cells set apart by bars or, out of a spreadsheet, by tabs.

`\\|` is a bar that belongs to the words. A table in Markdown, with bars at both ends of each line, is read as well.
"""

import re
from collections.abc import Iterable

from articles.document.richtext import one_line

BETWEEN = re.compile(r"\t|(?<!\\)\|")
FRAMED = re.compile(r"\|(.*)(?<!\\)\|")
RULE = frozenset(" \t|:-")


def read(text: str) -> list[tuple[str, ...]]:
    """The cells of each line that holds any."""
    return [cells for cells in map(_cells, text.split("\n")) if any(cells)]


def write(rows: Iterable[Iterable[str]]) -> str:
    """The text of which `read` makes these rows, as long as their last cells are not empty."""
    return "\n".join(" | ".join(cell.replace("|", r"\|") for cell in row).strip() for row in rows)


def _cells(line: str) -> tuple[str, ...]:
    if framed := FRAMED.fullmatch(line.strip()):
        line = "" if "---" in framed[1] and RULE.issuperset(framed[1]) else framed[1]
    return tuple(one_line(cell.replace(r"\|", "|")) for cell in BETWEEN.split(line))
