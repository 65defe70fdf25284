"""Rows that the plug-in itself marked: spam, what was thrown away, tests, forms that were never sent."""

import re

# In a column about the state of the entry, and in one that only says yes or no to what its heading asks.
WORDS = {
    "spam": "spam",
    "trash": "in the bin",
    "trashed": "in the bin",
    "bin": "in the bin",
    "deleted": "in the bin",
    "test": "a test",
    "draft": "not sent",
    "partial": "not sent",
    "partially completed": "not sent",
    "started": "not sent",
    "incomplete": "not sent",
    "unfinished": "not sent",
    "abandoned": "not sent",
}
YES = frozenset({"1", "yes", "true", "y"})
HEADED = re.compile(r"\b(spam|test|draft)\b")


def mark_of(heading: str, cell: str) -> str:
    """What the row is marked as; empty for any other."""
    value = cell.strip().casefold()
    if value in YES and (asked := HEADED.search(heading.casefold())):
        return WORDS[asked[1]]
    return WORDS.get(value, "")
