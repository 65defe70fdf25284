"""Which kinds of blocks a text can become, and how; and what each says as text."""

import re
from collections.abc import Callable, Sequence
from typing import get_type_hints

from articles.document import richtext
from articles.document.blocks import Block, Insight, QuestionAnswer, Quote
from articles.document.conversion.parts import blocks_of, items_of, simple, tagged
from articles.document.conversion.questions import questions
from articles.document.tree import Element

DASH = re.compile(r"(?:[—–―-]|Source:)\s*", re.IGNORECASE)
QUOTED = re.compile(r"[“\"‘']\s*(?P<words>.*?)\s*[”\"’'](?:\s*[—–―-]\s*(?P<source>.+))?")


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
    nodes = list(blocks_of(html))
    if maker := MAKERS.get(kind):
        return maker(nodes)
    field = kind.needs[0]
    if field in kind.rich:
        return [kind(**{field: html if kind.cleaner is richtext.FULL else "".join(map(simple, nodes))})]
    return [kind(**{field: tuple(item for node in nodes for item in items_of(node))})]


def to_text(block: Block) -> str:
    """What the block says as rich text for a text block."""
    if isinstance(block, QuestionAnswer):
        return tagged("h3", block.question) + block.answer
    if isinstance(block, Quote):
        return tagged("p", block.text) + _attribution(block.source)
    said = "".join(_written(block, name) for name in block.prose)
    if isinstance(block, Insight) and block.speaker:
        said += _attribution(", ".join(filter(None, (block.speaker.name, block.speaker.role))))
    return said


def _is_list(kind: type[Block], name: str) -> bool:
    return get_type_hints(kind)[name] == tuple[str, ...]


def _written(block: Block, name: str) -> str:
    content = getattr(block, name)
    if isinstance(content, tuple):
        return f"<ul>{''.join(tagged('li', item) for item in content)}</ul>" if content else ""
    return content if name in block.rich else tagged("p", content)


def _attribution(name: str) -> str:
    return tagged("p", f"— {name}" if name else "")


def _quote(nodes: Sequence[Element]) -> list[Block]:
    """The source is what stands after a dash, in the last line or after the closing quotation mark."""
    *said, last = [item for node in nodes for item in items_of(node)] or [""]
    if not said or not DASH.match(last):
        said, last = [*said, last], ""
    words, source = " ".join(said), DASH.sub("", last, count=1)
    if quoted := QUOTED.fullmatch(words):
        words, source = quoted["words"], " ".join(filter(None, (quoted["source"], source)))
    return [Quote(text=words, source=source)]


MAKERS: dict[type[Block], Callable[[Sequence[Element]], list[Block]]] = {QuestionAnswer: questions, Quote: _quote}
