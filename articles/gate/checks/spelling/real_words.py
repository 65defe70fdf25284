"""Slips that are words themselves, which no list of misspellings finds: “could of”, “the hiring manger”."""

from collections.abc import Iterator
from pathlib import Path

from articles.gate.checks.spelling.wrong_words import found_in, read
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose import fixes
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.own_words import in_own_words

WRONG = Rule(
    check="wrong-word",
    level=Level.WARNS,
    why="Each word is spelt as one, but not the one that was meant. No spelling checker says so, and readers stumble.",
    advice="Write the word that was meant.",
)
SLIPS = read((Path(__file__).parent / "real_words.txt").read_text(encoding="utf-8"))


def wrong_word(guide: DocumentText, _site: SiteContext) -> Iterator[Finding]:
    """Words of everyday slips, where what stands around them leaves no other reading."""
    for passage, text in in_own_words(guide):
        for wrong, meant in found_in(text, SLIPS):
            what = f"“{wrong}” should be “{meant}”."
            fix = fixes.with_words(passage.place, wrong, meant)
            yield WRONG.found(passage.place, what, excerpt=wrong, fix=fix)


CHECKS = (wrong_word,)
