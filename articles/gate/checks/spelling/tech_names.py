"""How the makers of languages, databases, clouds and tools write their names, and how others do.

The agency's word list is the editors' own and goes before this one.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from articles.gate.checks.spelling.slips import slips_of

LIST = Path(__file__).parent / "tech_names.txt"
HUMP = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]+|[a-z]+|\d+")
# A name, with the signs that names have; no part of an address or a file's name.
TOKEN = re.compile(r"(?<![\w.@/#$_-])\.?[A-Za-z][\w+#]*(?:[./’'-](?!s\b)\w[\w+#]*)*(?![\w@/])")
PARTED = re.compile(r"[^\w.+#/’' -]")
LONGEST = 3  # words
SHORTEST = 4  # letters of a name whose parts may be written apart


@lru_cache(maxsize=1)
def spellings() -> dict[str, str]:
    """From each wrong spelling to the right one; a right spelling of one name is no wrong one of another."""
    lines = [line for line in LIST.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    found = {wrong: name for line in lines for name, wrong in _variants(line)}
    return {wrong: name for wrong, name in found.items() if wrong not in found.values()}


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    """What the wrong spellings begin with, which few words of a text do."""
    return frozenset(match[0] for wrong in spellings() if (match := TOKEN.match(wrong)))


def _variants(line: str) -> Iterator[tuple[str, str]]:
    mark, line = (line[0], line[1:]) if line[0] in "~+" else ("", line)
    name, _, listed = line.partition(" = ")
    yield name, name
    yield from ((name, wrong.strip()) for wrong in listed.split(",") if wrong.strip())
    humps = HUMP.findall(name)
    if mark != "~" and len(humps) > 1 and len(name) >= SHORTEST and "".join(humps) == name and name[0].isupper():
        yield name, " ".join(humps)
        yield name, name.capitalize()
        yield name, "".join(hump.capitalize() for hump in humps)
    if mark == "+":
        yield from ((name, wrong) for wrong in _slipped(name))


def _slipped(name: str) -> Iterator[str]:
    """The name with a slip in one of its words; beside the others even a slip that is a word itself is one."""
    words = name.split(" ")
    for number, word in enumerate(words):
        if word.isalpha() and (len(words) == 1 or len(word) >= SHORTEST):
            for slip in slips_of(word.lower()):
                yield " ".join((*words[:number], slip.capitalize(), *words[number + 1 :]))


def misspelt(text: str) -> Iterator[tuple[str, str]]:
    """The wrong spellings of a text with the right ones; the longest, where one begins within another."""
    wrong, beginnings = spellings(), _beginnings()
    tokens = [match.span() for match in TOKEN.finditer(text)]
    place = 0
    while place < len(tokens):
        if text[slice(*tokens[place])] not in beginnings:
            place += 1
            continue
        length = next((n for n in range(LONGEST, 0, -1) if _run(text, tokens[place : place + n], n) in wrong), 0)
        if length:
            written = _run(text, tokens[place : place + length], length)
            yield written, wrong[written]
        place += max(length, 1)


def _run(text: str, tokens: list[tuple[int, int]], length: int) -> str:
    """The words as they stand together, empty where the text has fewer or a mark parts them."""
    if len(tokens) < length:
        return ""
    words = text[tokens[0][0] : tokens[-1][1]]
    return words if length == 1 or (words.count(" ") == length - 1 and not PARTED.search(words)) else ""
