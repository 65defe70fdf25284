"""Wordings made comparable: folded to bare words, or cut to the stems of the words that carry the meaning."""

import re
from functools import lru_cache

from articles.lib.visible import without_unseen

WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*[+#]*")
POSSESSIVE = re.compile(r"[’']s?$")
VOWEL = re.compile(r"[aeiouy]")
DOUBLED = re.compile(r"([bdfgmnprt])\1$")
ENDINGS = ("ings", "ing", "ed", "es", "s", "e")
SHORTEST_STEM = 3
LONGEST_EXCERPT = 80
BEGINNING = 5
BEGUN = re.compile(r"\w+(?:[’'](?=[rv])\w)?")
# Only words whose loss leaves the subject as it was: “not”, “from”, “before”, “how”, “your” and the like stay.
UNTELLING = re.compile("a|an|and|are|at|be|did|do|does|in|is|of|on|that|the|this|was|were|what")
# Words that make a difference between two headings, and none to what a whole guide is about.
JOINING = frozenset({"as", "by", "for", "from", "if", "it", "or", "our", "to", "we", "with", "you", "your"})


@lru_cache(maxsize=16_384)  # the titles and descriptions of the whole site are compared with those of every guide
def folded(text: str) -> str:
    """The words of `text` in lower case, without punctuation."""
    return " ".join(WORD.findall(without_unseen(text).casefold()))


def stems(text: str) -> tuple[str, ...]:
    """The stems of the telling words of `text`, in order."""
    return tuple(stem(word) for word in WORD.findall(without_unseen(text).casefold()) if not UNTELLING.fullmatch(word))


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """`word` without its ending, lightly: “hire”, “hires”, “hired” and “hiring” meet, “science” and “scientist” do not."""
    word = POSSESSIVE.sub("", word)
    for ending in ENDINGS:
        start = word.removesuffix(ending)
        if start != word and len(start) >= SHORTEST_STEM and VOWEL.search(start) and not word.endswith("ss"):
            word = DOUBLED.sub(r"\1", start) if ending in ("ings", "ing", "ed") else start
            break
    return f"{word[:-1]}i" if word.endswith("y") else word


@lru_cache(maxsize=8192)  # two dozen rules ask of the same sentences
def beginnings(text: str) -> frozenset[str]:
    """The first five letters of each word in lower case, and “0” for figures: a quick look at what a text may say."""
    return frozenset("0" if word[0].isdigit() else word[:BEGINNING] for word in BEGUN.findall(text.lower()))


def cut(text: str) -> str:
    """`text`, or as much of its beginning as an excerpt shows."""
    return text if len(text) <= LONGEST_EXCERPT else f"{text[: LONGEST_EXCERPT - 1].rstrip()}…"
