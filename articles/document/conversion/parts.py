"""The parts of a rich text, as lines of words and as paragraphs for where no heading or table can stand."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from articles.document import richtext, tree
from articles.document.tree import Element

HEADINGS = ("h2", "h3")
PARTS = frozenset({"ul", "ol", "li", "table", "thead", "tbody", "tr"})
LABELLED = r"\s*(?:{})\s*\d{{0,3}}(?:\s*[.:)]|\s+[–—-](?=\s))\s*"
QUESTION_LABEL = re.compile(LABELLED.format("Q|Question"), re.IGNORECASE)
ANSWER_LABEL = re.compile(LABELLED.format("A|Answer"), re.IGNORECASE)


def blocks_of(html: str) -> Iterator[Element]:
    """The text block by block: a line after a break that begins a question or an answer stands by itself."""
    loose: list[Element | str] = []
    for node in [*tree.parse(html).children, None]:
        if isinstance(node, Element) and node.tag in ("p", "ul", "ol", "table", *HEADINGS):
            yield from _paragraphs(loose)
            loose = []
            yield from _paragraphs(node.children) if node.tag == "p" else [node]
        elif node is not None:
            loose.append(node)
    yield from _paragraphs(loose)


def _paragraphs(nodes: Sequence[Element | str]) -> Iterator[Element]:
    lines: list[list[Element | str]] = [[]]
    for at, node in enumerate(nodes):
        if isinstance(node, Element) and node.tag == "br" and is_labelled(nodes[at + 1 :]):
            lines.append([])
        else:
            lines[-1].append(node)
    yield from (Element("p", children=line) for line in lines if words_of(line))


def is_labelled(nodes: Sequence[Element | str]) -> bool:
    words = words_of(nodes)
    return bool(QUESTION_LABEL.match(words) or ANSWER_LABEL.match(words) or words.startswith(("—", "–", "―")))


def words_of(nodes: Sequence[Element | str]) -> str:
    return richtext.plain(tree.serialise(Element(children=list(nodes))))


def text_of(node: Element) -> str:
    return words_of([node])


def items_of(node: Element) -> Iterator[str]:
    """Each item of a list, however deep, each row of a table, or the paragraph itself as one line."""
    if node.tag == "tr":
        yield "; ".join(filter(None, (words_of([cell]) for cell in node.children)))
    elif not _has_parts(node):
        yield text_of(node)
    else:
        for has_parts, group in groupby(node.children, key=_has_parts):
            if has_parts:
                yield from (item for part in group if isinstance(part, Element) for item in items_of(part))
            elif words := words_of(list(group)):
                yield words


def _has_parts(node: Element | str) -> bool:
    return isinstance(node, Element) and (node.tag in PARTS or any(map(_has_parts, node.children)))


def simple(node: Element) -> str:
    """The node where no headings and tables can stand: a heading is a bold line, a row of a table a paragraph."""
    if node.tag in HEADINGS:
        return f"<p><strong>{tree.serialise(Element(children=node.children))}</strong></p>"
    if node.tag == "table" or any(True for tag in ("table", *HEADINGS) for _ in node.all(tag)):
        return "".join(tagged("p", item) for item in items_of(node))
    return tree.serialise(node)


def tagged(tag: str, words: str) -> str:
    return f"<{tag}>{escape(words, quote=False)}</{tag}>" if words else ""
