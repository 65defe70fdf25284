"""Passages in another language than the page's."""

import re
from collections.abc import Iterator

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText, Kind, sentences
from articles.gate.prose.languages import language_of
from articles.gate.prose.own_passages import own_passages
from articles.gate.prose.words import cut

NO_WORD = re.compile(r"[/@\d_]")

FOREIGN = Rule(
    check="passage-in-another-language",
    level=Level.WARNS,
    why="Most readers do not understand it, and screen readers pronounce it as if it were English.",
    advice="Translate it, or say in English what it says.",
)
SPOKEN = (Kind.TITLE, Kind.HEADING, Kind.PARAGRAPH, Kind.ITEM, Kind.QUESTION)


def passage_in_another_language(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """The first sentence of each passage that is in another language."""
    for passage in own_passages(guide, SPOKEN):
        for sentence in sentences(passage.wording):
            if language := language_of(" ".join(word for word in sentence.split() if not NO_WORD.search(word))):
                yield FOREIGN.found(passage.place, f"This seems to be {language}.", excerpt=cut(sentence))
                break


CHECKS = (passage_in_another_language,)
