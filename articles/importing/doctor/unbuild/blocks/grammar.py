"""Comments that begin and end blocks (developer.wordpress.org, Block Editor Handbook, markup representation of a block)."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from articles.importing.doctor.unbuild.pairing import DEEPEST, pairs

NAME = re.compile(r"wp:((?:[a-z][a-z0-9_-]*/)?[a-z][a-z0-9_-]*)(?![\w/-])")


@dataclass(slots=True)
class Block:
    """One, with its attributes."""

    name: str
    attributes: dict[str, Any] = field(default_factory=dict)

    def get(self, *names: str) -> str:
        found = (self.attributes.get(name) for name in names)
        return next((value for value in found if isinstance(value, str) and value.strip()), "")


@dataclass(slots=True)
class Mark:
    """One comment of a block."""

    start: int
    end: int
    block: Block
    closes: bool
    is_alone: bool


def transform(text: str, meaning: Callable[[Block, str], str], freely: Callable[[str], str]) -> str:
    """The text with each block as what `meaning` makes of its inner HTML, and `freely` of what stands between blocks.

    Other comments are left out: no reader sees them.
    """
    marks = list(_marks(text))
    blocks = [mark for mark in marks if mark.block.name]
    closing = pairs([(mark.block.name, mark.closes, mark.is_alone) for mark in blocks])
    ends = {id(blocks[end]): id(blocks[start]) for start, end in closing.items()}
    starts = set(ends.values())
    stack: list[tuple[int, Block, list[str]]] = [(0, Block(""), [])]
    at = 0
    free: list[str] = []

    def say(said: str) -> None:
        (stack[-1][2] if len(stack) > 1 else free).append(said)

    def settle() -> None:
        stack[0][2].append(freely("".join(free)))
        free.clear()

    for mark in marks:
        say(text[at : mark.start])
        at = mark.end
        if len(stack) == 1 and mark.block.name:
            settle()
        if mark.is_alone:
            stack[-1][2].append(meaning(mark.block, ""))
        elif id(mark) in starts:
            stack.append((id(mark), mark.block, []))
        elif ends.get(id(mark)) == stack[-1][0] and len(stack) > 1:
            _, block, inner = stack.pop()
            stack[-1][2].append(meaning(block, "".join(inner)))
    say(text[at:])
    settle()
    return "".join(stack[0][2])


def _marks(text: str) -> Iterator[Mark]:
    at = 0
    while (start := text.find("<!--", at)) >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            # Left open to the end of the text, of which nothing is seen then: only the mark itself is taken out.
            yield Mark(start, start + 4, Block(""), False, False)
            return
        at = end + 3
        yield Mark(start, at, *_read(text[start + 4 : end].strip()))


def _read(comment: str) -> tuple[Block, bool, bool]:
    """The block of a comment, whether it closes it, and whether it is all there is of it; no name for any other comment."""
    said = comment.removeprefix("/").lstrip()
    if not (found := NAME.match(said)):
        return Block(""), False, False
    is_alone = said.endswith("/")
    attributes = _attributes(said[found.end() :].removesuffix("/"))
    return Block(found[1].removeprefix("core/"), attributes), comment.startswith("/"), is_alone


def _attributes(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text) if text.strip() and not _is_too_deep(text) else {}
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _is_too_deep(text: str) -> bool:
    """Whether it is nested so deeply that walking through it would end at Python's own limit."""
    depth = 0
    for sign in re.findall(r"[\[{}\]]", text):
        depth += 1 if sign in "[{" else -1
        if depth > DEEPEST:
            return True
    return False
