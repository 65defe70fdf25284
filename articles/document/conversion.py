"""Rich text as a block of another kind, and a block as rich text again.

What a kind can be made of follows from its class: one that needs a single rich text takes the whole text, one that
needs a list takes each item or paragraph as one. Quotes and questions with answers are found in the words.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import groupby
from typing import get_type_hints

from articles.document import richtext, tree
from articles.document.blocks import Block, Insight, QuestionAnswer, Quote
from articles.document.tree import Element

HEADINGS = ("h2", "h3")
PARTS = frozenset({"ul", "ol", "li", "table", "thead", "tbody", "tr"})
LABELLED = r"\s*(?:{})\s*\d{{0,3}}(?:\s*[.:)]|\s+[–—-](?=\s))\s*"
QUESTION_LABEL = re.compile(LABELLED.format("Q|Question"), re.IGNORECASE)
ANSWER_LABEL = re.compile(LABELLED.format("A|Answer"), re.IGNORECASE)
DASH = re.compile(r"(?:[—–―-]|Source:)\s*", re.IGNORECASE)
QUOTED = re.compile(r"[“\"‘']\s*(?P<words>.*?)\s*[”\"’'](?:\s*[—–―-]\s*(?P<source>.+))?")

type Nodes = Sequence[Element]


def is_convertible(kind: type[Block]) -> bool:
    """Whether rich text can become a block of this kind, and such a block rich text."""
    return kind in MAKERS or (len(kind.needs) == 1 and (kind.needs[0] in kind.rich or _is_list(kind, kind.needs[0])))


def from_text(html: str, kind: type[Block]) -> list[Block]:
    """The blocks that the text makes: several of a kind that holds one question or so. No word is lost.

    Raises `ValueError` for a kind that no text can become.
    """
    if not is_convertible(kind):
        raise ValueError(f"No text can become a {kind.verbose_name}")
    html = richtext.sanitise(html)
    nodes = list(_blocks(html))
    if maker := MAKERS.get(kind):
        return maker(nodes)
    field = kind.needs[0]
    if field in kind.rich:
        return [kind(**{field: html if kind.cleaner is richtext.FULL else "".join(map(_simple, nodes))})]
    return [kind(**{field: tuple(item for node in nodes for item in _items(node))})]


def to_text(block: Block) -> str:
    """What the block says as rich text for a text block."""
    if isinstance(block, QuestionAnswer):
        return _tagged("h3", block.question) + block.answer
    if isinstance(block, Quote):
        return _tagged("p", block.text) + _attribution(block.source)
    said = "".join(_written(block, name) for name in block.prose)
    if isinstance(block, Insight) and block.speaker:
        said += _attribution(", ".join(filter(None, (block.speaker.name, block.speaker.role))))
    return said


def _is_list(kind: type[Block], name: str) -> bool:
    return get_type_hints(kind)[name] == tuple[str, ...]


def _written(block: Block, name: str) -> str:
    content = getattr(block, name)
    if isinstance(content, tuple):
        return f"<ul>{''.join(_tagged('li', item) for item in content)}</ul>" if content else ""
    return content if name in block.rich else _tagged("p", content)


def _tagged(tag: str, words: str) -> str:
    return f"<{tag}>{escape(words, quote=False)}</{tag}>" if words else ""


def _attribution(name: str) -> str:
    return _tagged("p", f"— {name}" if name else "")


def _blocks(html: str) -> Iterator[Element]:
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
        if isinstance(node, Element) and node.tag == "br" and _is_labelled(nodes[at + 1 :]):
            lines.append([])
        else:
            lines[-1].append(node)
    yield from (Element("p", children=line) for line in lines if _words(line))


def _is_labelled(nodes: Sequence[Element | str]) -> bool:
    words = _words(nodes)
    return bool(QUESTION_LABEL.match(words) or ANSWER_LABEL.match(words) or words.startswith(("—", "–", "―")))


def _words(nodes: Sequence[Element | str]) -> str:
    return richtext.plain(tree.serialise(Element(children=list(nodes))))


def _text(node: Element) -> str:
    return _words([node])


def _items(node: Element) -> Iterator[str]:
    """Each item of a list, however deep, each row of a table, or the paragraph itself as one line."""
    if node.tag == "tr":
        yield "; ".join(filter(None, (_words([cell]) for cell in node.children)))
    elif not _has_parts(node):
        yield _text(node)
    else:
        for has_parts, group in groupby(node.children, key=_has_parts):
            if has_parts:
                yield from (item for part in group if isinstance(part, Element) for item in _items(part))
            elif words := _words(list(group)):
                yield words


def _has_parts(node: Element | str) -> bool:
    return isinstance(node, Element) and (node.tag in PARTS or any(map(_has_parts, node.children)))


def _simple(node: Element) -> str:
    """The node where no headings and tables can stand: a heading is a bold line, a row of a table a paragraph."""
    if node.tag in HEADINGS:
        return f"<p><strong>{tree.serialise(Element(children=node.children))}</strong></p>"
    if node.tag == "table" or any(True for tag in ("table", *HEADINGS) for _ in node.all(tag)):
        return "".join(_tagged("p", item) for item in _items(node))
    return tree.serialise(node)


def _quote(nodes: Nodes) -> list[Block]:
    """The source is what stands after a dash, in the last line or after the closing quotation mark."""
    *said, last = [item for node in nodes for item in _items(node)] or [""]
    if not said or not DASH.match(last):
        said, last = [*said, last], ""
    words, source = " ".join(said), DASH.sub("", last, count=1)
    if quoted := QUOTED.fullmatch(words):
        words, source = quoted["words"], " ".join(filter(None, (quoted["source"], source)))
    return [Quote(text=words, source=source)]


def _questions(nodes: Nodes) -> list[Block]:
    """One block for each question with what stands under it."""
    nodes = [line for node in nodes for line in _lines(node)]
    begins = _how_questions_begin(nodes)
    pairs: list[tuple[str, list[Element]]] = []
    for node in nodes:
        if begins(node):
            pairs.append((QUESTION_LABEL.sub("", _text(node), count=1), []))
        elif pairs:
            pairs[-1][1].append(node)
        else:
            pairs.append(("", [node]))
    return [QuestionAnswer(question=question, answer=_answer(answer)) for question, answer in pairs]


def _lines(node: Element) -> Iterator[Element]:
    """A list of labelled items item by item, and a bold line apart from what follows it in its paragraph."""
    if node.tag in ("ul", "ol") and any(_is_labelled([item]) for item in node.elements()):
        for item in node.elements():
            yield from (_blocks(tree.serialise(Element(children=item.children))) if item.tag == "li" else [item])
    elif node.tag == "p" and [_tag(child) for child in node.children[:2]] == ["strong", "br"]:
        yield from (Element("p", children=node.children[:1]), Element("p", children=node.children[2:]))
    else:
        yield node


def _tag(node: Element | str) -> str:
    return node.tag if isinstance(node, Element) else ""


def _how_questions_begin(nodes: Nodes) -> Callable[[Element], bool]:
    """By their labels, if any has one; else by being headings; else by being bold or ending with a question mark."""
    if any(_has_question_label(node) for node in nodes):
        return _has_question_label
    if any(node.tag in HEADINGS for node in nodes):
        return lambda node: node.tag in HEADINGS
    return lambda node: node.tag == "p" and (_text(node).endswith("?") or _is_all_bold(node))


def _has_question_label(node: Element) -> bool:
    return node.tag in ("p", *HEADINGS) and bool(QUESTION_LABEL.match(_text(node)))


def _is_all_bold(node: Element) -> bool:
    return "".join(bold.words() for bold in node.all("strong")).split() == node.words().split()


def _answer(nodes: list[Element]) -> str:
    if nodes and nodes[0].tag == "p":
        _drop(nodes[0], ANSWER_LABEL)
    return "".join(map(_simple, nodes))


def _drop(element: Element, label: re.Pattern[str]) -> None:
    """Takes the label away from the beginning of the text, with the mark around it."""
    if not element.children:
        return
    first = element.children[0]
    if isinstance(first, str):
        element.children[0] = label.sub("", first, count=1) if label.match(first) else first
        return
    _drop(first, label)
    if not first.words():
        element.children.pop(0)


MAKERS: dict[type[Block], Callable[[Nodes], list[Block]]] = {
    QuestionAnswer: _questions,
    Quote: _quote,
}
