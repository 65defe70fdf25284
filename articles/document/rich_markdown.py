"""Sanitised rich text as Markdown (CommonMark with GitHub's tables and strikethrough)."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from articles.document import inline_markdown, numbering, richtext, tables, tree
from articles.document.tree import Element

HEADINGS = {"h2": "## ", "h3": "### "}
LISTS = ("ul", "ol")
BLOCKS = frozenset({"p", "li", "table", *HEADINGS, *LISTS})
# A list that stands right after another of its kind needs another sign, or both would be read as one.
BULLETS, STOPS = "-*", ".)"

type Nodes = Sequence[Element | str]


def to_markdown(html: str) -> str:
    """The whole text: paragraphs, headings, lists and tables, separated by blank lines."""
    return "\n\n".join(_blocks(tree.parse(richtext.without_blank_items(html)).children))


def _blocks(nodes: Nodes) -> list[str]:
    written: list[str] = []
    before = {BULLETS: 0, STOPS: 0}  # how many lists with these signs stand in a row
    for node in _whole_blocks(nodes):
        signs = _signs(node)
        if text := _block(node, before.get(signs, 0)):
            written.append(text)
            before = {kind: before[kind] + _lists_written(node) if kind == signs else 0 for kind in before}
    return written


def _signs(node: Element) -> str:
    """Those of which a list takes one, in turn with the lists beside it."""
    if node.tag == "ul" or (node.tag == "ol" and _is_typed(node)):
        return BULLETS
    return STOPS if node.tag == "ol" else ""


def _whole_blocks(nodes: Nodes) -> Iterator[Element]:
    """The nodes as blocks: loose text becomes paragraphs, and what stands around blocks stands in each of them."""
    for is_inline, group in groupby(_unwrapped(nodes), key=_is_inline):
        if is_inline:
            yield Element("p", children=list(group))
        else:
            yield from (node for node in group if isinstance(node, Element))


def _unwrapped(nodes: Nodes) -> Iterator[Element | str]:
    for node in nodes:
        if isinstance(node, str) or node.tag in BLOCKS or all(map(_is_inline, _unwrapped(node.children))):
            yield node
            continue
        for child in _whole_blocks(node.children):
            if child.words().strip():  # a link around nothing would be a link more
                yield _around_text(Element(node.tag, node.attributes), child)


def _around_text(wrapper: Element, block: Element) -> Element:
    """The block with its text in the wrapper, however deep in it."""
    children: list[Element | str] = []
    for is_inline, group in groupby(block.children, key=_is_inline):
        if is_inline:
            loose = Element(wrapper.tag, wrapper.attributes, list(group))
            children += [loose] if loose.words().strip() else loose.children
        else:
            children += [child if isinstance(child, str) else _around_text(wrapper, child) for child in group]
    return Element(block.tag, block.attributes, children)


def _is_inline(node: Element | str) -> bool:
    return isinstance(node, str) or node.tag not in BLOCKS | {"thead", "tbody", "tr", "th", "td"}


def _block(node: Element, before: int) -> str:
    match node.tag:
        case "p":
            return "  \n".join(_begun(line) for line in inline_markdown.lines(node.children))
        case "h2" | "h3":
            return HEADINGS[node.tag] + _on_one_line(node.children)
        case "ul":
            bullet = BULLETS[before % 2]
            return _items([(bullet, item) for item in _items_of(node)])
        case "ol":
            return _numbered(node, before)
        case "table":
            return _table(node)
    return "\n\n".join(_blocks(node.children))


def _begun(line: str) -> str:
    return inline_markdown.LEADING.sub(r"\1\\", line)


def _on_one_line(nodes: Nodes) -> str:
    return "<br>".join(line for block in _whole_blocks(nodes) for line in inline_markdown.lines(block.children))


def _items_of(node: Element) -> list[Element]:
    """The items of a list; what stands in it without an item of its own belongs to the item before."""
    items: list[Element] = []
    for child in node.children:
        if isinstance(child, Element) and child.tag == "li":
            items.append(child)
        elif isinstance(child, Element) or child.strip():
            before = items.pop().children if items else []
            items.append(Element("li", children=[*before, child]))
    return items


def _labelled_items(node: Element) -> list[Element]:
    """The items of an `ol` with their numbers or letters typed before their words."""
    items = _items_of(node)
    labels = numbering.labels(node, len(items))
    return [_labelled(item, f"{label}. ") for label, item in zip(labels, items, strict=True)]


def _labelled(item: Element, label: str) -> Element:
    first = item.children[0] if item.children else ""
    if isinstance(first, Element) and first.tag == "p":
        return Element("li", children=[Element("p", children=[label, *first.children]), *item.children[1:]])
    return Element("li", children=[label, *item.children])


def _numbered(node: Element, before: int) -> str:
    """Markdown can only count upwards in figures: other lists have their numbers or letters typed, or start anew each time."""
    if _is_typed(node):
        return _items([(BULLETS[before % 2], item) for item in _labelled_items(node)])
    items = _items_of(node)
    counted = list(zip(numbering.numbers(node, len(items)), items, strict=True))
    if "reversed" in node.attributes:
        each = enumerate(counted, start=before)
        return "\n\n".join(_items([(f"{number}{STOPS[place % 2]}", item)]) for place, (number, item) in each)
    return _items([(f"{number}{STOPS[before % 2]}", item) for number, item in counted])


def _is_typed(node: Element) -> bool:
    """Whether no list of Markdown has such numbers."""
    return "type" in node.attributes or min(numbering.numbers(node, len(_items_of(node))), default=0) < 0


def _lists_written(node: Element) -> int:
    return len(_items_of(node)) if "reversed" in node.attributes and not _is_typed(node) else 1


def _items(items: Iterable[tuple[str, Element]]) -> str:
    written = [(marker, _blocks(item.children)) for marker, item in items]
    is_tight = all(map(_is_tight, (blocks for _, blocks in written)))
    gap = "\n" if is_tight else "\n\n"
    return gap.join(_item(marker, gap.join(blocks)) for marker, blocks in written)


def _is_tight(blocks: list[str]) -> bool:
    """Whether an item needs no blank line: only a list of bullets or one that begins with 1 can follow a paragraph without."""
    return len(blocks) < 2 or (len(blocks) == 2 and blocks[1].startswith(("- ", "1. ")) and "\n\n" not in blocks[1])


def _item(marker: str, text: str) -> str:
    indent = " " * (len(marker) + 1)
    return f"{marker} " + "\n".join(
        f"{indent}{line}" if line and at else line for at, line in enumerate(text.split("\n"))
    )


def _table(node: Element) -> str:
    """Cells keep their columns: below and beside one that covers several the cells are empty.

    GitHub's tables have one row of headings and no more; a table without one gets an empty one.
    """
    tables.mark_headings(node)
    rows = [{cell.column: cell for cell in row} for row in tables.grid(node)]
    columns = sorted(set().union(*rows))
    if not columns:
        return ""
    written = [[_cell(row[column].element) if column in row else "" for column in columns] for row in rows]
    if not any(cell.element.attributes.get("scope", "").startswith("col") for cell in rows[0].values()):
        written.insert(0, [""] * len(columns))
    written.insert(1, ["---"] * len(columns))
    return "\n".join(f"| {' | '.join(row)} |" for row in written)


def _cell(node: Element) -> str:
    return "<br>".join(_cell_lines(node.children))


def _cell_lines(nodes: Nodes) -> Iterator[str]:
    """What stands in a cell, line by line; a cell has room for no blocks."""
    for block in _whole_blocks(nodes):
        if block.tag == "ol":
            for item in _labelled_items(block):
                yield from _cell_lines(item.children)
        elif block.tag == "table":
            yield from ("; ".join(_cell(cell) for cell in row.elements()) for row in tables.rows_of(block))
        elif any(not _is_inline(child) for child in block.children):
            yield from _cell_lines(block.children)
        else:
            yield from inline_markdown.lines(block.children)
