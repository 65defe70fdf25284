"""Merging the work of two people on one draft."""

from dataclasses import dataclass, fields
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any

from articles.document import Block, Document

type Body = tuple[Block, ...]


class Conflict(Exception):
    """Both changed the same thing in different ways."""


@dataclass(frozen=True, slots=True)
class Edit:
    """The blocks of the base from `start` up to `stop` make way for `blocks`."""

    start: int
    stop: int
    blocks: Body


def merge(base: Document, mine: Document, theirs: Document) -> Document | None:
    """`base` with the changes of both, field by field and block by block, as diff3 merges lines.

    None where both changed the same field, the same block or neighbouring blocks, unless to the same end.
    """
    try:
        merged = {
            entry.name: _merged(*(getattr(document, entry.name) for document in (base, mine, theirs)))
            for entry in fields(Document)
            if entry.name != "blocks"
        }
        return Document(**merged, blocks=_merged_bodies(base.blocks, mine.blocks, theirs.blocks))
    except Conflict:
        return None


def _merged(base: Any, mine: Any, theirs: Any) -> Any:
    if mine in (base, theirs):
        return theirs
    if theirs != base:
        raise Conflict
    return mine


def _merged_bodies(base: Body, mine: Body, theirs: Body) -> Body:
    ours, others = _edits(base, mine), _edits(base, theirs)
    both = sorted(ours | others, key=lambda edit: (edit.start, edit.stop))
    if any(later.start <= earlier.stop for earlier, later in pairwise(both)):
        raise Conflict
    if _moved_apart(base, ours, others):
        raise Conflict
    body = list(base)
    for edit in reversed(both):
        body[edit.start : edit.stop] = edit.blocks
    return tuple(body)


def _moved_apart(base: Body, ours: set[Edit], others: set[Edit]) -> bool:
    """Whether a block would stand twice or come back: both put it elsewhere, or one put elsewhere what both took out."""
    mine, theirs = _put_in(ours - others), _put_in(others - ours)
    taken_out = {block for edit in ours & others for block in base[edit.start : edit.stop]}
    return bool(mine & theirs or (mine | theirs) & taken_out)


def _edits(base: Body, changed: Body) -> set[Edit]:
    matcher = SequenceMatcher(None, base, changed, autojunk=False)
    return {Edit(i1, i2, changed[j1:j2]) for tag, i1, i2, j1, j2 in matcher.get_opcodes() if tag != "equal"}


def _put_in(edits: set[Edit]) -> set[Block]:
    return {block for edit in edits for block in edit.blocks}
