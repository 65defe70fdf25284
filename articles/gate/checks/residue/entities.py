"""Character references that were escaped twice, so that readers see “&pound;” instead of “£”."""

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.fixes import with_text
from articles.gate.prose.own_words import own_words
from articles.gate.prose.words import cut

ENTITY = Rule(
    check="doubled-entity",
    level=Level.BLOCKS,
    why="The character was escaped twice on its way here, so readers see its code.",
    advice="Choose the repair on offer, or type the character itself.",
)
REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});|&nbsp\b")
ABOUT_REFERENCES = re.compile(
    r"\b(?:entit(?:y|ies)|escap\w+|character references?|HTML|XML|encod\w+|ampersands? (?:as|in|must)|unescap\w+)\b",
    re.IGNORECASE,
)


def doubled_entity(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """“Caf&eacute;”, “&pound;450”, “It&#8217;s”."""
    for passage in guide.passages:
        if "&" in passage.text and (found := _references(own_words(passage))):
            read = whole(found[0])
            what = (
                f"“{found[0]}” should read “{read}”." if read.strip() else f"“{found[0]}” stands where a space belongs."
            )
            yield ENTITY.found(passage.place, what, excerpt=cut(passage.text), fix=with_text(passage.place, whole))


def whole(text: str) -> str:
    """The text with each character reference as the character it means, however often it was escaped."""
    while (read := REFERENCE.sub(_character, text)) != text:
        text = read
    return text


def _references(text: str) -> list[str]:
    if ABOUT_REFERENCES.search(text):
        return []
    return [found[0] for found in REFERENCE.finditer(text) if _character(found) != found[0]]


def _character(found: re.Match[str]) -> str:
    reference = found[0]
    is_known = reference[1] == "#" or reference[1:] in html5
    return unescape(reference) if is_known else reference


CHECKS = (doubled_entity,)
