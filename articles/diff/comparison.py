"""What differs between two documents, block by block and word by word, for an editor to read."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby
from operator import itemgetter

from django.utils.text import capfirst

from articles.diff.alignment import Pair, align
from articles.document import Block, Document, plain_text

FIELDS = {
    "title": "Title",
    "slug": "Address",
    "standfirst": "Standfirst",
    "description": "Description",
    "topic": "Topic",
    "author": "Author",
    "hero": "Picture at the top",
}
TOKEN = re.compile(r"\n|\S+ ?")
ISLAND = 2
SAME_WORDS = "The words are the same; spaces, the formatting or a setting differ."
NEAR = 12  # words before and after a change that tell where it is


class Kind(StrEnum):
    """What happened to a field or block. A moved block may have been edited as well."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    SAME = "same"


class Mark(StrEnum):
    """Whether words stand on both sides or on one."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """Words that share a mark. A line break in `text` begins a new paragraph, heading or item."""

    text: str
    mark: Mark


type Runs = tuple[Run, ...]
type Part = str | Block | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """A field or block, as it was and as it is. `note` says what the words cannot show."""

    label: str
    kind: Kind
    before: Runs = ()
    after: Runs = ()
    note: str = ""
    is_block: bool


def compare(before: Document, after: Document) -> list[Change]:
    """The fields that differ, then every block in the order of `after`, each removed one where it stood.

    Blocks that are the same are included, so that a page can show them folded; fields that are the same are not.
    """
    blocks = (_block(pair) for pair in align(before.blocks, after.blocks))
    return [*_fields(before, after), *blocks]


def excerpts(before: Document, after: Document) -> list[Change]:
    """Only what differs, each change with some words around it."""
    return [
        replace(change, before=_near(change.before), after=_near(change.after))
        for change in compare(before, after)
        if change.kind is not Kind.SAME
    ]


def differing(before: Document, after: Document) -> tuple[Document, Document]:
    """Both documents without the blocks that are the same in the same place, where there are as many."""
    if len(before.blocks) != len(after.blocks):
        return before, after
    pairs = [(old, new) for old, new in zip(before.blocks, after.blocks, strict=True) if old != new]
    return replace(before, blocks=tuple(old for old, _ in pairs)), replace(after, blocks=tuple(new for _, new in pairs))


def summary(before: Document, after: Document) -> str:
    """One sentence: `Title changed; 2 blocks changed, 1 removed.`"""
    changes = compare(before, after)
    names = [
        change.label if n == 0 else change.label.lower() for n, change in enumerate(changes) if not change.is_block
    ]
    counts = Counter(change.kind for change in changes if change.is_block)
    told = [(counts[kind], kind) for kind in (Kind.CHANGED, Kind.ADDED, Kind.REMOVED, Kind.MOVED) if counts[kind]]
    parts = [f"{_joined(names)} changed"] if names else []
    if told:
        (count, kind), *others = told
        first = f"{count} block{'' if count == 1 else 's'} {kind}"
        parts.append(", ".join([first, *(f"{count} {kind}" for count, kind in others)]))
    return f"{'; '.join(parts) or 'Nothing changed'}."


def _joined(names: list[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def _fields(before: Document, after: Document) -> Iterator[Change]:
    for name, label in FIELDS.items():
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield _change(label, Kind.CHANGED, old, new, is_block=False)


def _block(pair: Pair) -> Change:
    label = next(capfirst(block.verbose_name) for block in (pair.after, pair.before) if block)
    return _change(label, _kind(pair), pair.before, pair.after, is_block=True)


def _kind(pair: Pair) -> Kind:
    if pair.before is None:
        return Kind.ADDED
    if pair.after is None:
        return Kind.REMOVED
    if pair.moved:
        return Kind.MOVED
    return Kind.SAME if pair.before == pair.after else Kind.CHANGED


def _change(label: str, kind: Kind, old: Part, new: Part, *, is_block: bool) -> Change:
    old_runs, new_runs = compare_words(_words(old), _words(new))
    shows = any(run.mark is not Mark.SAME for run in (*old_runs, *new_runs))
    hidden = not shows and old != new and None not in (old, new)
    note = SAME_WORDS if hidden else ""
    return Change(label=label, kind=kind, before=old_runs, after=new_runs, note=note, is_block=is_block)


def _words(part: Part) -> str:
    return plain_text.in_words(part) if isinstance(part, Block) else part or ""


def compare_words(before: str, after: str) -> tuple[Runs, Runs]:
    """Both texts in full, cut into runs: those of `before` are the same or removed, those of `after` the same or added."""
    old, new = TOKEN.findall(before), TOKEN.findall(after)
    old_runs, new_runs = [], []
    for same, old_span, new_span in _stretches([t.rstrip(" ") for t in old], [t.rstrip(" ") for t in new]):
        old_runs += _run(old[old_span], Mark.SAME if same else Mark.REMOVED)
        new_runs += _run(new[new_span], Mark.SAME if same else Mark.ADDED)
    return tuple(old_runs), tuple(new_runs)


def _stretches(old: list[str], new: list[str]) -> Iterator[tuple[bool, slice, slice]]:
    """Stretches of words, in turn the same and not; a word or two between changes are counted as changed with them."""
    opcodes = SequenceMatcher(None, old, new).get_opcodes()
    last = len(opcodes) - 1
    judged = [
        (tag == "equal" and (n in (0, last) or i2 - i1 > ISLAND or "\n" in old[i1:i2]), i1, i2, j1, j2)
        for n, (tag, i1, i2, j1, j2) in enumerate(opcodes)
    ]
    for same, group in groupby(judged, key=itemgetter(0)):
        spans = list(group)
        yield same, slice(spans[0][1], spans[-1][2]), slice(spans[0][3], spans[-1][4])


def _near(runs: Runs) -> Runs:
    """The runs without the words that are far from a change; nothing where none of them is marked."""
    if all(run.mark is Mark.SAME for run in runs):
        return ()
    last = len(runs) - 1
    return tuple(
        run if run.mark is not Mark.SAME else replace(run, text=_shortened(run.text, n > 0, n < last))
        for n, run in enumerate(runs)
    )


def _shortened(text: str, is_after: bool, is_before: bool) -> str:
    """Its first words where it stands after a change, its last where it stands before one."""
    tokens = TOKEN.findall(text)
    first, last = NEAR * is_after, NEAR * is_before
    if len(tokens) <= first + last:
        return text
    return "".join([*tokens[:first], "… ", *tokens[len(tokens) - last :]])


def _run(tokens: list[str], mark: Mark) -> list[Run]:
    return [Run(text="".join(tokens), mark=mark)] if tokens else []
