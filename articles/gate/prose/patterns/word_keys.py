"""What a pattern may need of a word, and what a word has of it.

A key is a word or a part of one, in small letters, or else a sign.
"""

from collections.abc import Iterable, Iterator

# Marks in a key: that a word begins or ends there; and the key of words that have a figure.
EDGE = "\n"
FIGURE = "\t"
# Words that nearly every text has.
COMMON = {
    "a", "about", "all", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can", "do", "for", "from",
    "get", "had", "has", "have", "how", "i", "if", "in", "is", "it", "may", "more", "most", "must", "need", "no", "not",
    "of", "on", "one", "or", "other", "our", "out", "people", "so", "some", "than", "that", "the", "their", "them",
    "there", "they", "this", "time", "to", "up", "us", "was", "we", "were", "what", "when", "which", "who", "will",
    "with", "work", "would", "you", "your",
}  # fmt: skip


def in_small_letters(text: str) -> str:
    """The text as keys have it. Where case does not matter, Python's patterns take these two for an “i”."""
    return text.replace("İ", "i").replace("ı", "i").casefold()


def keys_of(token: str) -> Iterator[str]:
    """Everything that may be a key in a word, or in a sign, in small letters."""
    if any(sign.isdigit() for sign in token):
        yield FIGURE
    whole = f"{EDGE}{token}{EDGE}"
    for start in range(len(whole)):
        for end in range(start + 1, len(whole) + 1):
            yield whole[start:end]


def keys_among(known: Iterable[str], token: str) -> Iterator[str]:
    """Those of the known keys that a word has; for long words, which have too many parts."""
    whole = f"{EDGE}{token}{EDGE}"
    has_figure = any(sign.isdigit() for sign in token)
    return (key for key in known if key in whole or (key == FIGURE and has_figure))


def is_of_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def commonness(keys: Iterable[str]) -> float:
    """How likely a text has one of the keys, compared with others."""
    return sum(map(_common, keys))


def _common(key: str) -> float:
    """A guess at how many of all words have the key: the shorter, and the less of the word is known, the more."""
    bare = key.strip(EDGE)
    if key == FIGURE or bare in COMMON:
        return 0.02
    if not is_of_word(bare[:1]):
        return 0.005
    return (0.3 if key.startswith(EDGE) else 1) * 3.0 ** -len(key)
