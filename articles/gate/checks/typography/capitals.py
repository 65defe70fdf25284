"""Words in capitals from beginning to end."""

import re
from collections.abc import Iterator

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Place, Rule
from articles.gate.prose import repeats
from articles.gate.prose.document_text import DocumentText, Kind
from articles.gate.prose.own_passages import own_passages
from articles.gate.prose.quoting import without_quoted
from articles.gate.prose.words import cut

# Three words or more; what stands between them is a space, perhaps after a mark.
RUN = re.compile(r"(?<![\w’'])[A-Z][A-Z’'-]*(?:[,:;&]?(?: [&–-])? [A-Z][A-Z’'-]*|[,:;]? \d[\d,.%]*){1,40}(?![\w’'])")
WORD = re.compile(r"[A-Z][A-Z’'-]*")
# Words that stand in capitals only where everything does. Several long ones are as telling.
ORDINARY = re.compile(
    r"\b(?:A|ABOUT|AFTER|ALL|AN|AND|ANY|APPLY|ARE|ASK|AT|BE|BEFORE|BY|CALL|CAN|DO|DOES|FOR|FROM|GET|GUIDE|HAVE|HOW|I|IF|IN|IS|MORE|MUST|"
    r"NEVER|NO|NOT|NOW|OF|ON|ONLY|OR|OUR|OUT|PLEASE|READ|SEND|THAT|THE|THEM|THEY|THIS|TO|TODAY|WE|WHAT|WHEN|WHERE|WHO|WHY|WILL|"
    r"WITH|WORK|YOU|YOUR)\b"
)
LONG_WORD = 6
LEAST_LETTERS = 9

SHOUTED = Rule(
    check="words-in-capitals",
    level=Level.WARNS,
    why="Capitals read as shouting, are slower to read, and some screen readers spell them out.",
    advice="Write it like a sentence; bold is enough where it matters most.",
)
TITLE = Rule(
    check="title-in-capitals",
    level=Level.WARNS,
    why="Search results and lists show the title as it is typed. In capitals it looks like an advertisement.",
    advice="Write it like a sentence: a capital for the first word and for names.",
)


def words_in_capitals(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Once for the guide."""
    return repeats.once(_shouted(guide))


def _shouted(guide: DocumentText) -> Iterator[Finding]:
    """Once for each passage."""
    for passage in own_passages(guide):
        if passage.kind is Kind.TITLE or passage.place.field.endswith(("alt", "credit")):
            continue
        # The words may be spoken of: “do not write IMPORTANT in capitals”.
        text = without_quoted(passage.wording) if passage.kind is not Kind.HEADING else passage.wording
        if found := next((run[0] for run in RUN.finditer(text) if _shouts(run[0])), ""):
            yield SHOUTED.found(passage.place, f"“{cut(found)}” stands in capitals.", excerpt=cut(found))


def title_in_capitals(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    title = guide.document.title
    if title.isupper() and _shouts(title):
        yield TITLE.found(Place(field="title"), "The title stands in capitals.", excerpt=cut(title))


def _shouts(run: str) -> bool:
    """Whether these are words rather than the initials of names: “AWS, GCP and SQL” has no ordinary word in capitals."""
    words = WORD.findall(run)
    if len(words) < 2 or sum(map(len, words)) < LEAST_LETTERS:
        return False
    long = sum(len(word) >= LONG_WORD for word in words)
    ordinary = len(ORDINARY.findall(run))
    return long + ordinary >= 2 if len(words) > 2 else long == 2


CHECKS = (words_in_capitals, title_in_capitals)
