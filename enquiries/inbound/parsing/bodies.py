"""Which parts of a mail are its words, and which are files."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from enquiries.inbound.parsing.mime.parts import Part
from enquiries.inbound.parsing.words import markup, plain
from enquiries.inbound.parsing.words.lines import Line, joined, words

# In bytes and in lines. What is longer is cut, and kept whole as a file: nobody wrote it by hand.
LONGEST, MOST_LINES = 500_000, 10_000
BODY_TYPES = ("text/plain", "text/html")


@dataclass
class Body:
    """The words of a mail as lines, its HTML, and all parts that are files, in their order."""

    lines: list[Line] = field(default_factory=list)
    html: list[str] = field(default_factory=list)
    files: list[Part] = field(default_factory=list)
    is_cut: bool = False

    def add(self, other: "Body") -> None:
        if self.lines and other.lines:
            self.lines.append(Line(""))
        self.lines += other.lines
        self.html += other.html
        self.files += other.files
        self.is_cut |= other.is_cut


def of(part: Part, *, is_whole: bool = True) -> Body:
    """What the part holds; `is_whole` says that it is the whole mail."""
    if not part.parts:
        return _of_leaf(part, is_whole=is_whole)
    children = [of(child, is_whole=False) for child in part.parts]
    if part.content_type == "multipart/alternative":
        return _best(children)
    whole = Body()
    for child in children:
        whole.add(child)
    return whole


def _of_leaf(part: Part, *, is_whole: bool) -> Body:
    if part.content_type.startswith("multipart/") and _is_bodiless(part):
        return Body()
    if part.is_rest or not _is_body(part, is_whole=is_whole):
        return Body(files=[part])
    text = part.text(LONGEST)
    body = Body()
    if part.content_type == "text/html":
        body.lines, body.html = markup.lines_of(text), [text]
    else:
        body.lines = plain.lines_of(text, **_flow(part))
    if len(part.content) > LONGEST or len(body.lines) > MOST_LINES:
        body.lines, body.files, body.is_cut = body.lines[:MOST_LINES], [part], True
    return body


def _is_bodiless(part: Part) -> bool:
    return not part.body.strip()


def _is_body(part: Part, *, is_whole: bool) -> bool:
    is_text = part.content_type in BODY_TYPES or part.content_type.startswith("multipart/")
    if not is_text or part.headers.value("content-disposition") == "attachment":
        return False
    return is_whole or not name_said(part)


def name_said(part: Part) -> str:
    headers = part.headers
    return headers.parameter("content-disposition", "filename") or headers.parameter("content-type", "name")


def _flow(part: Part) -> dict[str, bool]:
    return {
        "is_flowed": part.headers.parameter("content-type", "format").lower() == "flowed",
        "deletes_space": part.headers.parameter("content-type", "delsp").lower() == "yes",
    }


def _best(children: list[Body]) -> Body:
    """The last one that says as much as any (RFC 2046, section 5.1.4); of the others the files.

    Gateways put HTML with nothing but a disclaimer beside the plain text of some mails.
    """
    lengths = [words(joined(child.lines)) for child in children]
    enough = max(lengths, default=0) / 2
    chosen = max((place for place, length in enumerate(lengths) if length and length >= enough), default=-1)
    best = Body(lines=children[chosen].lines, html=children[chosen].html) if chosen >= 0 else Body()
    best.files = [part for child in children for part in child.files]
    best.is_cut = any(child.is_cut for child in children)
    return best


def every_html(part: Part) -> Iterator[str]:
    """The text of each HTML part, also of those that nobody is shown."""
    return (each.text(LONGEST) for each in part.walk() if each.content_type == "text/html")
