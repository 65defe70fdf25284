"""Questions with their answers in a text, however its author set them off."""

import re
from collections.abc import Callable, Iterator, Sequence

from articles.document import tree
from articles.document.blocks import Block, QuestionAnswer
from articles.document.conversion.parts import (
    ANSWER_LABEL,
    HEADINGS,
    QUESTION_LABEL,
    blocks_of,
    is_labelled,
    simple,
    text_of,
)
from articles.document.tree import Element


def questions(nodes: Sequence[Element]) -> list[Block]:
    """One block for each question with what stands under it."""
    nodes = [line for node in nodes for line in _lines(node)]
    begins = _how_questions_begin(nodes)
    pairs: list[tuple[str, list[Element]]] = []
    for node in nodes:
        if begins(node):
            pairs.append((QUESTION_LABEL.sub("", text_of(node), count=1), []))
        elif pairs:
            pairs[-1][1].append(node)
        else:
            pairs.append(("", [node]))
    return [QuestionAnswer(question=question, answer=_answer(answer)) for question, answer in pairs]


def _lines(node: Element) -> Iterator[Element]:
    """A list of labelled items item by item, and a bold line apart from what follows it in its paragraph."""
    if node.tag in ("ul", "ol") and any(is_labelled([item]) for item in node.elements()):
        for item in node.elements():
            yield from (blocks_of(tree.serialise(Element(children=item.children))) if item.tag == "li" else [item])
    elif node.tag == "p" and [_tag(child) for child in node.children[:2]] == ["strong", "br"]:
        yield from (Element("p", children=node.children[:1]), Element("p", children=node.children[2:]))
    else:
        yield node


def _tag(node: Element | str) -> str:
    return node.tag if isinstance(node, Element) else ""


def _how_questions_begin(nodes: Sequence[Element]) -> Callable[[Element], bool]:
    """By their labels, if any has one; else by being headings; else by being bold or ending with a question mark."""
    if any(_has_question_label(node) for node in nodes):
        return _has_question_label
    if any(node.tag in HEADINGS for node in nodes):
        return lambda node: node.tag in HEADINGS
    return lambda node: node.tag == "p" and (text_of(node).endswith("?") or _is_all_bold(node))


def _has_question_label(node: Element) -> bool:
    return node.tag in ("p", *HEADINGS) and bool(QUESTION_LABEL.match(text_of(node)))


def _is_all_bold(node: Element) -> bool:
    return "".join(bold.words() for bold in node.all("strong")).split() == node.words().split()


def _answer(nodes: list[Element]) -> str:
    if nodes and nodes[0].tag == "p":
        _drop(nodes[0], ANSWER_LABEL)
    return "".join(map(simple, nodes))


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
