"""Rich text as paragraphs, headings, lists and tables of a Word file."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from articles.document import numbering, richtext, tables, tree
from articles.document.tree import Element
from articles.document.word.paper import FORMATS, Paper, head

HEADINGS = {"h2": 1, "h3": 2}
LISTS = ("ul", "ol")
BLOCKS = frozenset({"p", "li", "table", *HEADINGS, *LISTS})


def write(paper: Paper, html: str, style: str | None = None) -> None:
    """The whole text; `style` is that of its paragraphs."""
    for block in _blocks(tree.parse(richtext.without_blank_items(html)).children):
        if block.tag in HEADINGS:
            paper.heading(" ".join(block.words().split()), HEADINGS[block.tag])
        elif block.tag in LISTS:
            _list(paper, block, 0)
        elif block.tag == "table":
            _table(paper, block)
        else:
            paper.paragraph(block.children, style)


def _blocks(nodes: Sequence[Element | str]) -> Iterator[Element]:
    """The nodes as blocks: what stands loose between them becomes paragraphs."""
    for is_inline, group in groupby(nodes, key=_is_inline):
        if is_inline:
            loose = Element("p", children=list(group))
            if loose.words().strip():
                yield loose
        else:
            yield from (node for node in group if isinstance(node, Element))


def _is_inline(node: Element | str) -> bool:
    return isinstance(node, str) or node.tag not in BLOCKS


def _list(paper: Paper, listed: Element, level: int, *, into: Any = None) -> None:
    """Its items; a list that counts down has its numbers typed, since Word only counts upwards."""
    items = [one for one in listed.elements() if one.tag == "li"]
    labels = numbering.labels(listed, len(items)) if listed.tag == "ol" else []
    is_typed = bool(labels) and ("reversed" in listed.attributes or min(numbering.numbers(listed, len(items))) < 0)
    number = None if is_typed else _number(paper, listed, len(items), level)
    for at, item in enumerate(items):
        blocks = list(_blocks(item.children))
        for place, block in enumerate(blocks):
            if block.tag in LISTS:
                _list(paper, block, level + 1, into=into)
            else:
                label = [f"{labels[at]}. "] if is_typed and not place else []
                paper.item([*label, *block.children], None if place else number, level, into=into)


def _number(paper: Paper, listed: Element, count: int, level: int) -> int:
    if listed.tag == "ul":
        return paper.numbering("ul")
    kind = listed.attributes.get("type", "")
    start = next(iter(numbering.numbers(listed, count)), 1)
    return paper.numbering(kind if kind in FORMATS else "", start=start, level=level)


def _table(paper: Paper, node: Element) -> None:
    """Its cells, in the columns and rows that they cover."""
    tables.mark_headings(node)
    rows = tables.grid(node)
    width = max((cell.column + cell.columns for row in rows for cell in row), default=0)
    if not width:
        return
    table = paper.file.add_table(len(rows), width, style="Table Grid")
    for cell in (cell for row in rows for cell in row):
        last = table.cell(cell.row + cell.rows - 1, cell.column + cell.columns - 1)
        _cell(paper, table.cell(cell.row, cell.column).merge(last), cell)
    if rows[0] and all(cell.is_heading for cell in rows[0]):
        head(table.rows[0])


def _cell(paper: Paper, written: Any, cell: tables.Cell) -> None:
    marks = frozenset({"strong"}) if cell.is_heading else frozenset[str]()
    first = written.paragraphs[0]
    for place, block in enumerate(_blocks(cell.element.children)):
        if block.tag in LISTS:
            _list(paper, block, 0, into=written)
        else:
            paper.put(written.add_paragraph() if place else first, block.children, marks)
