"""Words that are misspelt, and American spellings in a British text."""

import re
from collections.abc import Iterator
from functools import lru_cache, reduce

from articles.gate.checks.spelling import american, typos
from articles.gate.checks.spelling.slips import known_slips
from articles.gate.checks.spelling.wrong_words import found_in
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose import fixes, repeats
from articles.gate.prose.document_text import DocumentText, Kind, Passage
from articles.gate.prose.encodings.damage import SHORT_FORMS
from articles.gate.prose.own_words import in_own_words
from articles.gate.prose.patterns import filtered

MISSPELT = Rule(
    check="misspelling",
    level=Level.WARNS,
    why="Readers take a misspelt word for a sign that nobody read the guide through.",
    advice="Spell the word as a dictionary does.",
)
AMERICANISM = Rule(
    check="american-spelling",
    level=Level.WARNS,
    why="The site is written in British English, and a mixture of the two looks careless.",
    advice="Use the British spelling, unless it is part of a name.",
)
# A word of small letters, perhaps with a capital first; no part of an address, a handle, a file's name or a compound name.
WORD = re.compile(r"(?<![\w.@/#_&’'\\$-])[A-Za-z][a-z]{2,}(?![\w@/_&\\]|\.\w|-[A-Z0-9]|['’](?!s\b)\w|\(\))")
OPENING = re.compile(r"[.!?:]\s[\s“‘\"'(]*$")
BEFORE = 6  # signs that show whether a word opens a sentence
# Words with a capital that follow a word with one: “Labor Party”, “Center for Humane Technology”.
NAME_FOLLOWS = re.compile(r"\s+(?:(?:for|of|and|the|on)\s+)*[A-Z]")
ABOUT_CODE = filtered(
    r"\b(?:CSS|HTML|properties|property|attributes?|parameters?|arguments?|keywords?|variables?|functions?|commands?)\b"
)
TITLE = 4  # words of a link that are the title of what it leads to
SHORT = 3  # letters; a word that short which may be several others is no slip that anybody can name
# Right in Britain, whatever the program says.
ACCEPTED = frozenset(("extendible", "focusses"))
NAMED_LICENCE = re.compile(r"\b[A-Z][\w.+-]* License\b")  # “the MIT License” is its title
EXTRA = {
    "alot": "a lot", "aswell": "as well", "atleast": "at least", "eachother": "each other", "incase": "in case",
    "infact": "in fact", "inspite": "in spite", "ofcourse": "of course", "upto": "up to", "noone": "no one",
    "irregardless": "regardless", "licenced": "licensed", "licencing": "licensing", "loosing": "losing",
}  # fmt: skip


def misspelling(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Words of the list of known misspellings, and slips in the words of the trade; each once."""
    return repeats.once_each(_misspelt(guide, site), alike=lambda finding: finding.what.casefold())


def american_spelling(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """American spellings that are no part of a name or of a linked title and are not about code.

    Once for the guide: whoever writes one writes others, and the decision is one.
    """
    return repeats.once(_american(guide, site))


def _misspelt(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    judged = _judged(guide, site)
    known = {**typos.misspelt(_all(judged)), **_slips(_all(judged))}
    for passage, _text, words in judged:
        for word in words & known.keys() - SHORT_FORMS.keys() - ACCEPTED:
            if len(known[word]) == 1 or len(word) > SHORT:
                yield from _found(MISSPELT, passage, word, known[word])


def _american(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    judged = _judged(guide, site)
    known = {**typos.american(_all(judged)), **american.WORDS}
    for passage, text, words in judged:
        if ABOUT_CODE.search(text):
            continue
        unlinked = _without_titles(passage, text)
        for word in sorted(words & known.keys()):
            if not _begins_name(text, word) and (unlinked == text or word in unlinked.lower()):
                yield from _found(AMERICANISM, passage, word, (known[word],))
        for wrong, meant in found_in(NAMED_LICENCE.sub(" ", unlinked), american.PHRASES):
            yield from _found(AMERICANISM, passage, wrong, (meant,))


def _judged(guide: DocumentText, site: SiteContext) -> list[tuple[Passage, str, frozenset[str]]]:
    """Each passage in the guide's own words, with its words in small letters that are no names."""
    names = {word for name in (*site.spellings.values(), *site.known) for word in name.casefold().split()}
    return [
        (passage, text, _words(text, in_title_case=passage.kind in (Kind.TITLE, Kind.HEADING)) - names)
        for passage, text in in_own_words(guide)
    ]


@lru_cache(maxsize=4096)  # both checks ask, and each time that somebody saves
def _words(text: str, *, in_title_case: bool) -> frozenset[str]:
    return frozenset(
        match[0].lower()
        for match in WORD.finditer(text)
        if match[0].islower() or in_title_case or _opens_sentence(text, match.start())
    )


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - BEFORE) : start]
    return OPENING.search(before if start > BEFORE else f". {before}") is not None


def _all(judged: list[tuple[Passage, str, frozenset[str]]]) -> frozenset[str]:
    return frozenset().union(*(words for _passage, _text, words in judged))


def _slips(words: frozenset[str]) -> dict[str, tuple[str, ...]]:
    slips = known_slips()
    return {word: (EXTRA.get(word) or slips[word],) for word in words if word in slips or word in EXTRA}


def _without_titles(passage: Passage, text: str) -> str:
    """The text without the linked titles of other pages, which are spelt as their authors spell them."""
    titles = (link.words for link in passage.links if link.words[:1].isupper() and link.words.count(" ") >= TITLE - 1)
    return reduce(lambda rest, title: rest.replace(title, " "), titles, text)


def _begins_name(text: str, word: str) -> bool:
    """Whether the word stands with a capital before others with one."""
    found = re.search(rf"\b{word.capitalize()}\b", text)
    return bool(found and NAME_FOLLOWS.match(text, found.end()))


def _found(rule: Rule, passage: Passage, word: str, meant: tuple[str, ...]) -> Iterator[Finding]:
    """The finding, with a repair where only one word can be meant."""
    for written in (word, word.capitalize()) if word.islower() else (word,):
        if re.search(rf"(?<!\w){re.escape(written)}(?!\w)", passage.text):
            right = [each.capitalize() if written[:1].isupper() else each for each in meant]
            shown = " or ".join(f"“{each}”" for each in right)
            fix = fixes.with_words(passage.place, written, right[0]) if len(right) == 1 else None
            yield rule.found(passage.place, f"“{written}” should be {shown}.", excerpt=written, fix=fix)


CHECKS = (misspelling, american_spelling)
