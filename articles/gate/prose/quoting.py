"""What stands in quotation marks: somebody else's words, or a sample that the guide shows. Rules about wording pass it.

Every text is read once from its beginning, so that marks which nothing closes cost no more than others.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from articles.gate.prose.patterns import filtered

# Which mark closes which. An apostrophe looks like a closing mark, and so does a prime; what stands beside it tells.
CLOSING = {"“": "”", "‘": "’", '"': '"', "'": "'", "`": "`"}
MARK = filtered(r"[“”‘`]|(?<!\w)[\"'](?=\S)|[\"’'](?!\w)")
OPENS = re.compile(r"[“‘`]|(?<!\w)[\"'](?=\S)")
# Of quotations that run on: marks that leave no doubt.
RUNNING = {"“": "”", '"': '"'}


@lru_cache(maxsize=4096)  # thirty checks ask of the same texts
def without_quoted(text: str) -> str:
    """The text with spaces between its quotation marks; as long as before.

    What a mark opens at the very beginning and nothing closes goes on in the next paragraph.
    """
    parts, end = [], 0
    for start, stop in quotations(text):
        closed = stop - 1 if stop - start > 1 and text[stop - 1] == CLOSING[text[start]] else stop
        parts += [text[end : start + 1], " " * (closed - start - 1)]
        end = closed
    return "".join((*parts, text[end:])) if parts else text


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """Where each quotation begins and ends, with its marks. One within another is part of it."""
    marks = list(MARK.finditer(text))
    if not marks:
        return
    last = {mark[0]: mark.start() for mark in marks if not _only_opens(text, mark)}
    beginning = len(text) - len(text.lstrip())
    start, closing = -1, ""
    for mark in marks:
        if start < 0 and OPENS.match(text, mark.start()):
            if last.get(CLOSING[mark[0]], -1) > mark.start():
                start, closing = mark.start(), CLOSING[mark[0]]
            elif mark[0] in RUNNING and mark.start() == beginning:
                yield mark.start(), len(text)
                return
        elif start >= 0 and mark[0] == closing and not _only_opens(text, mark):
            yield start, mark.end()
            start = -1


def run_on(texts: Sequence[str]) -> frozenset[int]:
    """The positions of the texts in which a quotation of several paragraphs stands, from its first to its last.

    Either the first opens and the last closes it, or each begins with a mark of its own.
    """
    found: set[int] = set()
    start, closing = -1, ""
    for position, text in enumerate(texts):
        opening = _left_open(text)
        if start >= 0 and _closes(text, closing):
            found.update(range(start, position + 1))
            start = -1
        elif opening and (start < 0 or texts[position - 1][:1] != opening):
            start, closing = position, RUNNING[opening]
    return frozenset(found)


def _only_opens(text: str, mark: re.Match[str]) -> bool:
    """Whether nothing but a quotation can begin with it: a word follows, and none stands before."""
    after = text[mark.end() : mark.end() + 1]
    return mark[0] in "“‘" or (mark[0] != "`" and bool(OPENS.match(text, mark.start())) and after.isalnum())


def _left_open(text: str) -> str:
    """The mark that a text begins with and does not close, or nothing."""
    mark = text[:1]
    if mark == '"':
        return mark if text.count(mark) % 2 else ""
    return mark if mark == "“" and text.count(mark) > text.count("”") else ""


def _closes(text: str, closing: str) -> bool:
    """Whether the text ends a quotation that began before it."""
    if not text.rstrip(" .,;").endswith(closing):
        return False
    return text.count('"') % 2 == 1 if closing == '"' else text.count("”") > text.count("“") or text[:1] == "“"
