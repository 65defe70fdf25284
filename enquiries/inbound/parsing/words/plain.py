"""Plain text as lines (RFC 3676)."""

import re
from collections.abc import Iterator

from enquiries.inbound.parsing.words.lines import Line

EMPTY_LINES = re.compile(r"\n(?:[ \t]*+\n){2,}")
QUOTED = re.compile(r"(?:> ?)+")
# Software that keeps mail in files puts a sign before a line that begins like a mail.
ESCAPED_FROM = re.compile(r">From (?=\S)")
SIGNATURE = "-- "


def lines_of(text: str, *, is_flowed: bool = False, deletes_space: bool = False) -> list[Line]:
    """The lines of `text`; with `is_flowed`, those that belong together are one."""
    lines = list(map(_line, EMPTY_LINES.sub("\n\n", text).split("\n")))
    return list(_flowing(lines, deletes_space=deletes_space)) if is_flowed else lines


def _line(text: str) -> Line:
    if ESCAPED_FROM.match(text):
        return Line(text[1:])
    quoted = QUOTED.match(text)
    return Line(text[quoted.end() :], quoted[0].count(">")) if quoted else Line(text)


def _flowing(lines: list[Line], *, deletes_space: bool) -> Iterator[Line]:
    """RFC 3676, section 4: a line that ends with a space goes on in the next one of the same depth."""
    open_line: list[str] = []
    depth = 0
    for line in lines:
        text = line.text.removeprefix(" ") if line.depth == 0 else line.text
        if open_line and (line.depth != depth or text == SIGNATURE):
            yield Line("".join(open_line), depth)
            open_line = []
        depth = line.depth
        flows = text.endswith(" ") and text != SIGNATURE
        open_line.append(text[:-1] if flows and deletes_space else text)
        if not flows:
            yield Line("".join(open_line), depth)
            open_line = []
    if open_line:
        yield Line("".join(open_line), depth)
