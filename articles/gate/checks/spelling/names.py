"""Names that are spelt as their owners do not spell them: by the agency's word list, then by the list of technology."""

import re
from collections.abc import Iterator, Mapping

from articles.gate.checks.spelling import tech_names
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose import fixes, repeats
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.own_words import in_own_words

SPELLING = Rule(
    check="name-spelling",
    level=Level.WARNS,
    why="A name spelled wrong makes experts doubt the rest of the guide.",
    advice="Spell the name as its owner does.",
)


def name_spelling(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Wrong spellings of the agency's word list and of names of technology: once for the guide, which has others."""
    return repeats.once(_misspelt(guide, site))


def _misspelt(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    listed = _listed(site.spellings) if site.spellings else None
    agreed = {name.casefold() for name in (*site.spellings, *site.spellings.values(), *site.known)}
    for passage, text in in_own_words(guide):
        own = ((written, _right(written, site.spellings)) for written in listed.findall(text)) if listed else ()
        known = ((written, right) for written, right in tech_names.misspelt(text) if written.casefold() not in agreed)
        for written, right in dict.fromkeys((*own, *known)):
            if right:
                what = f"“{written}” should be “{right}”."
                fix = fixes.with_words(passage.place, written, right)
                yield SPELLING.found(passage.place, what, excerpt=written, advice=f"Write “{right}”.", fix=fix)


def _listed(spellings: Mapping[str, str]) -> re.Pattern[str]:
    """Right and wrong spellings as whole words, the longest first: “Node” is not found in “Node.js”."""
    names = sorted({*spellings, *spellings.values()}, key=len, reverse=True)
    return re.compile(rf"(?<![\w.@])(?<!//)(?:{'|'.join(map(re.escape, names))})(?!\w|\.\w|://|@)", re.IGNORECASE)


def _right(written: str, spellings: Mapping[str, str]) -> str:
    """What should be written instead, empty when nothing; where only the case is wrong, the case must match."""
    if written in spellings.values():
        return ""
    if written in spellings:
        return spellings[written]
    folded = written.casefold()
    for wrong, right in spellings.items():
        if wrong.casefold() == folded != right.casefold():
            return right
    return ""


CHECKS = (name_spelling,)
