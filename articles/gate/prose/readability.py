"""How hard a text is to read: syllables, and the school grade of Kincaid et al.

J. P. Kincaid, R. P. Fishburne, R. L. Rogers and B. S. Chissom, “Derivation of new readability formulas for Navy enlisted
personnel”, Research Branch Report 8-75, 1975.
"""

import re
from collections import Counter
from collections.abc import Iterable

from articles.gate.prose.document_text import sentences as sentences_of

WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
VOWELS = re.compile(r"[aeiouyàáâäæèéêëìíîïòóôöøœùúûü]+")
# An e that nobody hears: “hire”, “hired”, “roles”, “safely”; but “table”, “handled”, “needed” and “pages” are as written.
SILENT = re.compile(
    r"(?<=[^aeiouy])(?:(?<![^aeioulry]l)(?:e$|(?<![td])ed$|(?<![sxzcg])(?<![sc]h)es$)|e(?=ly$|ment|less|ful))"
)
# Neighbouring vowels that are two syllables: “being”, “science”, “media”, “employee”, “situation”.
APART = re.compile(
    r"(?<![cgstx])(?<!ll)i[ao]|[aeiouy]ing$|cien|rien|crea|area$|idea|[aeiou]y[aeiou]|[^aeiougq]ua[lrt]|uou|eo(?!u|p)|ium"
)


def syllables(word: str) -> int:
    """How many syllables an English word has, near enough for an average; at least one."""
    word = SILENT.sub("", word.lower())
    return max(1, len(VOWELS.findall(word)) + len(APART.findall(word)))


def grade(passages: Iterable[str]) -> float:
    """The American school grade that the passages ask for; figures are passed over, no words are grade 0."""
    words: Counter[str] = Counter()
    sentences = 0
    for passage in passages:
        words.update(WORD.findall(passage))
        sentences += len(sentences_of(passage))
    count = words.total()
    if not count:
        return 0.0
    heard = sum(syllables(word) * times for word, times in words.items())
    return 0.39 * count / sentences + 11.8 * heard / count - 15.59
