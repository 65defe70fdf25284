"""Short statements of one thing of which one says yes and the other no, or of which each has the other’s opposite."""

import re
from collections.abc import Iterator

from articles.gate.prose.patterns import filtered
from articles.gate.prose.words import stems

# Words of which one statement can have only one, by what they decide.
OPPOSITES = {
    "before or after": ("before", "after"),
    "paid or not": ("paid", "unpaid"),
    "morning or afternoon": ("morning", "afternoon"),
    "refundable or not": ("refundable", "non-refundable"),
    "how it is held": ("video", "person"),
    "open or closed": ("open", "closed"),
    "left or right": ("left", "right"),
    "first or last": ("first", "last"),
    "weekly or monthly": ("weekly", "monthly"),
}
SIDES = {word: (subject, word) for subject, words in OPPOSITES.items() for word in words}
NEGATED = filtered(r"\b(?:not|never|no|cannot)\b|n[’']t\b", re.IGNORECASE)
WORD = re.compile(r"[a-z]+(?:-[a-z]+)*", re.IGNORECASE)
SMALL = frozenset(
    stems(
        "a an the is are was were be been will do does did has have must may can you your we our they it its this that to by "
        "in at on of for and always usually held takes place any all"
    )
)
# What one may do or leave, and what one has to do.
VOLUNTARY = filtered(
    r"^(?P<thing>[\w’-]+(?: [\w’-]+){0,2}) (?:is|are) (?:voluntary|optional|up to you|a matter of choice)[.!]?$",
    re.IGNORECASE,
)
OBLIGED = re.compile(
    r"\b(?:every\w*|each|all|you|we|they|staff|candidates?|employees?|analysts?"
    r"|engineers?)\b[^,;:]{0,30}? (?:has to|have to|must|is obliged to|are obliged to|is required to"
    r"|are required to) (?P<what>[^,;:]{3,60})",
    re.IGNORECASE,
)
# To whom something goes, and to whom never.
TO_WHOM = filtered(r"(?P<never>\b(?:never|not) )?\bto (?P<whom>(?:your|the|our) [\w’-]+)", re.IGNORECASE)
LONGEST = 12  # words
FEWEST = 2  # words that two statements have in common


def told(sentence: str) -> Iterator[tuple[str, str]]:
    """What a short sentence says, as a subject and a value: two values of one subject cannot both be true."""
    words = WORD.findall(sentence)
    if not 2 < len(words) <= LONGEST:
        return
    sides = [SIDES[word.lower()] for word in words if word.lower() in SIDES]
    rest = frozenset(stems(" ".join(word for word in words if word.lower() not in SIDES)))
    negated = NEGATED.search(sentence) is not None
    about = rest - SMALL - frozenset(("not", "never", "no", "cannot"))
    if len(about) >= FEWEST - (len(sides) == 1):
        subject = " ".join(sorted(about))
        if len(sides) == 1:
            yield f"{sides[0][0]}: {subject}", f"{sides[0][1]}{' not' * negated}"
        elif not sides and len(about) >= FEWEST:
            yield f"whether: {subject}", "no" if negated else "yes"


def voluntary(sentence: str) -> frozenset[str]:
    """The words of what a sentence leaves to the reader; none where it says nothing of the kind."""
    found = VOLUNTARY.search(sentence)
    return frozenset(stems(found["thing"])) - SMALL if found else frozenset()


def obliged(sentence: str) -> frozenset[str]:
    """The words of what a sentence makes a duty; none where it says nothing of the kind."""
    found = OBLIGED.search(sentence)
    return frozenset(stems(found["what"])) if found else frozenset()


def recipients(sentence: str) -> Iterator[tuple[str, bool]]:
    """To whom a sentence says that something goes, and whether it does."""
    for found in TO_WHOM.finditer(sentence):
        yield found["whom"].lower(), not found["never"]
