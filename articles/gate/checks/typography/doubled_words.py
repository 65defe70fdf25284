"""The same word twice, where that cannot be meant."""

import re
from collections.abc import Iterator

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.own_passages import with_exact
from articles.gate.prose.patterns import filtered

# Both small, or the first with a capital that begins a sentence: “Duran Duran” is a name. No part of a compound.
DOUBLED = re.compile(r"(?<![\w’'&./-])([^\W\d_]+) (?=([^\W\d_]+)(?![\w’'&/-]|\.\w))")
# Two of these in a row can be right: “all that that means”, “they had had”, “what it is is”, “sent her her contract”.
REPEATABLE = {
    "that", "had", "is", "was", "do", "her", "you", "no", "so", "very", "really", "bye", "ha", "many", "in", "on", "win",
}  # fmt: skip
# Of those, what cannot begin a sentence twice.
NEVER_FIRST = {"that", "had", "was", "do", "you", "in", "on"}
# What belongs to a verb, and then to what follows: “logged on on Monday”, “sign in in the hall”; anything else is one too many.
BELONGS = re.compile(
    r"(?:log|sign|carr|go|went|mov|keep|kept|hold|held|com|came|pass|turn|switch|get|got|work|catch|caught"
    r"|clock|check|bring|brought|settl|join|dial|phon|call|step|fit|stay|drop|liv|plug|opt|buil[dt]|tun|zoom"
    r"|read|add|put|tak|took|hand|head|earl|lat|straight|tick|act|depend|bas|insist|so|what|which|engag"
    r"|involv)\w{0,4} $",
    re.IGNORECASE,
)
BEGINS = re.compile(r"(?:^|[.!?:][”’\"')]? )[“‘\"'(]?$")
# Words that join: none ends a clause, so no comma can part two of them.
JOINING = "and|or|but|the|an|because|your|our|their|its|my"
PARTED = re.compile(rf"(?<![\w’'-])({JOINING})(?:[,;.] ?| [–—-] )\1(?![\w’'-])", re.IGNORECASE)
# Words that want what follows at once, on both sides of a dash.
DASHED = filtered(r"(?<![\w’'-])(with|of|to|for|from|by|at|into|is|are) [–—-] \1(?= [a-z])")
RAISED = filtered(rf"(?<![\w’'-])({JOINING}|of|to|from|by|are|is) ([A-Z][a-z]*) (?=[a-z])")
# A small word with a capital twice, which begins a sentence and no name.
BEGUN_TWICE = re.compile(
    r"(?:(?<=[.!?:”\"] )|^)(The|An?|It|We|He|She|They|You|There|Then|If|In|On|At|Our|Your|Their|This|These"
    r"|When|While|As|But|And|For|To|By|With|From|After|Before|Its|My|His) \1(?= [a-z])"
)
# A verb at the beginning of a question.
ASKED = re.compile(
    r"(?:(?<=, )|(?<=[.!?] )|^)(?:[Ii]s is|[Ww]as was|[Dd]o do|[Hh]ad had)(?= (?:it|there|he|she|they|you|we|that)\b)"
)
PHRASE = re.compile(
    r"(?<![\w’'-])((?:of|in|to|for|on|at|with|from|by|is|are|will|can|it|you|we|they|that|and) "
    r"(?:the|a|an|be|is|are|can|will|your|our|their|this|have)) \1(?![\w’'-])"
)
DOUBLED_WORD = Rule(
    check="doubled-word",
    level=Level.WARNS,
    why="A word written twice is almost always a slip, and readers notice.",
    advice="Delete one of the two.",
)


def doubled_word(guide: DocumentText, _site: SiteContext) -> Iterator[Finding]:
    """The same word twice in a row, also with a comma between or a capital on one, and two words twice."""
    for passage in guide.passages:
        for twice in dict.fromkeys(_doubled(passage.wording)):
            fix = with_exact(guide, passage.place, twice, _once(twice))
            what = f"“{twice}” has the same word twice."
            yield DOUBLED_WORD.found(passage.place, what, excerpt=twice, fix=fix)


def _doubled(text: str) -> Iterator[str]:
    for match in DOUBLED.finditer(text):
        first, second = match.groups()
        if (
            first.lower() == second
            and second.strip("x")
            and (second not in REPEATABLE or _is_first(match) or _has_no_verb(match))
            and not _is_thrice(match)
        ):
            yield f"{first} {second}"
    for pattern in (PARTED, DASHED, PHRASE, ASKED, BEGUN_TWICE):
        yield from (match[0] for match in pattern.finditer(text))
    # A small word, and again with a capital that begins no name.
    yield from (match[0].strip() for match in RAISED.finditer(text) if match[1] == match[2].lower())


def _is_first(match: re.Match[str]) -> bool:
    """Whether a word that may stand twice begins a sentence, where it may not."""
    before = match.string[max(0, match.start() - 4) : match.start()]
    return (
        match[2] in NEVER_FIRST and match[1] != match[2] and (match.start() == 0 or BEGINS.search(before) is not None)
    )


def _has_no_verb(match: re.Match[str]) -> bool:
    """Whether an “in in” or “on on” has nothing before it that its first half could belong to."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    return match[2] in ("in", "on") and re.search(r"[a-z] $", before) is not None and not BELONGS.search(before)


def _is_thrice(match: re.Match[str]) -> bool:
    """Whether the word stands three times or more, for emphasis: “ask ask ask”."""
    word, text = re.escape(match[2]), match.string
    return bool(
        re.match(rf" {word}\b", text[match.end(2) :]) or re.search(rf"\b{word} $", text[: match.start()], re.IGNORECASE)
    )


def _once(twice: str) -> str:
    words = [word for word in twice.split() if word not in "–—-"]
    return " ".join(words[: len(words) // 2]).rstrip(",;.")


CHECKS = (doubled_word,)
