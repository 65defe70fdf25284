"""A block in plain words: lines that an editor can read and that can be compared word by word."""

import re
from dataclasses import fields
from datetime import date
from functools import singledispatch
from html import unescape

from django.utils.text import capfirst

from articles.document.blocks import (
    Block,
    CallToAction,
    Figure,
    File,
    Image,
    Insight,
    Line,
    PullFigure,
    Quote,
    SalaryFigure,
    SalaryTable,
)
from articles.document.richtext import one_line, typed
from articles.document.salary_bands import band, basis_in_words
from articles.lib import days

LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)
# A paragraph that begins a list item or a cell goes on with its line.
INNER_PARAGRAPH = re.compile(r"(<(?:li|td|th)\b[^>]*>)\s*<p>")
TAG = re.compile(r"<(/?\w+)[^>]*>")
LINE_STARTS = {"h2": "\nHeading: ", "h3": "\nSubheading: ", "li": "\n• "}
LINE_ENDS = {"/p", "/h2", "/h3", "/li", "/ul", "/ol", "/tr", "br", "p", "ul", "ol", "tr"}
CELL_ENDS = {"/td", "/th"}
READERS = {"candidate": "people looking for work", "client": "people who are hiring", "other": "everybody else"}


def in_words(block: Block) -> str:
    """The block's lines, the one that best tells it apart first."""
    return "\n".join(lines(block))


def rich_lines(html: str) -> list[str]:
    """Sanitised HTML as lines: headings and list items say what they are, links show their address."""
    html = LINK.sub(r"\2 (\1)", INNER_PARAGRAPH.sub(r"\1", typed(html)))
    text = unescape(TAG.sub(_break, html.replace("\n", " ")))
    tidied = (one_line(line).removesuffix(" |") for line in text.split("\n"))
    return [line for line in tidied if line]


def _break(tag: re.Match[str]) -> str:
    name = tag[1]
    if name in CELL_ENDS:
        return " | "
    return LINE_STARTS.get(name, "\n" if name in LINE_ENDS else "")


@singledispatch
def lines(block: Block) -> list[str]:
    """Everything that the block says or shows: field by field, unless its kind has words of its own below."""
    return [line for entry in fields(block) for line in _field(block, entry.name)]


def _field(block: Block, name: str) -> list[str]:
    """What one field says. Raises `TypeError` for content that has no words yet."""
    content, label = getattr(block, name), capfirst(name.replace("_", " "))
    match content:
        case None | False | "" | ():
            return []
        case True:
            return [label]
        case str():
            return rich_lines(content) if name in block.rich else _named((label, content))
        case tuple():
            return [f"• {_item(item)}" for item in content]
        case date():
            return _named((label, days.in_words(content)))
        case File():
            return _named((label, f"{content.name} ({content.size:,} bytes)"))
        case Image():
            return _named((label, _picture(content)))
    raise TypeError(f"No wording for the {name} of {block!r}")


def _item(item: str | Line) -> str:
    """One line of several, its cells between bars as editors type them."""
    return item if isinstance(item, str) else " | ".join(cell or "–" for cell in item.cells)


@lines.register
def _(block: Figure) -> list[str]:
    picture = f"Picture: {_picture(block.image)}" if block.image else "No picture"
    decorative = ["Decorative"] if block.decorative else []
    texts = _named(("Alternative text", block.alt), ("Caption", block.caption), ("Credit", block.credit))
    return [picture, *decorative, *texts]


def _picture(image: Image) -> str:
    return f"{image.name} ({image.width} × {image.height} pixels)"


@lines.register
def _(block: SalaryTable) -> list[str]:
    return [f"Role: {block.role_name or block.role}", *map(_salary, block.figures)]


def _salary(figure: SalaryFigure) -> str:
    rests_on = f"{basis_in_words(figure.basis)}, {days.in_words(figure.as_of)}"
    return one_line(f"{figure.level}, {figure.region}: {band(figure)} ({rests_on}) {figure.source}")


@lines.register
def _(block: Insight) -> list[str]:
    speaker = ", ".join(text for text in (block.speaker.name, block.speaker.role) if text) if block.speaker else ""
    said_on = days.in_words(block.said_on) if block.said_on else ""
    return [*rich_lines(block.html), *_named(("Said by", speaker), ("Said on", said_on))]


@lines.register
def _(block: Quote) -> list[str]:
    return _named(("", block.text), ("Source", block.source))


@lines.register
def _(block: PullFigure) -> list[str]:
    return _named(("", f"{block.number} {block.text}".strip()), ("Source", block.source), ("Address", block.address))


@lines.register
def _(block: CallToAction) -> list[str]:
    readers = READERS.get(block.role, block.role)
    return _named(("Heading", block.heading), ("", block.text), ("Button", block.label), ("For", readers))


def _named(*texts: tuple[str, str]) -> list[str]:
    """`Name: text` for each text there is; the text alone where it has no name."""
    return [f"{name}: {text}" if name else text for name, text in texts if text]
