"""Text damaged on its way through encodings, and letters of other scripts that crept in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from typing import Any

from articles.document import Block, Document, Line, SalaryTable
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Place, Rule
from articles.gate.prose.document_text import DocumentText, Passage
from articles.gate.prose.encodings.damage import BLANKS, FOREIGN, Damage, replaced
from articles.gate.prose.encodings.mojibake import damaged, repair
from articles.gate.prose.words import cut

DAMAGED = Rule(
    check="damaged-characters",
    level=Level.BLOCKS,
    why="The text was stored in one encoding and read in another, so readers see meaningless characters.",
    advice="Choose the repair on offer, or type the characters again.",
)
LOOKALIKE = Rule(
    check="mixed-script-word",
    level=Level.BLOCKS,
    why="Letters of another alphabet can look the same. Search engines, screen readers and spelling checkers then do not know the word.",
    advice="Type the word again on a British keyboard.",
)
OTHER_SCRIPT = Rule(
    check="other-script",
    level=Level.WARNS,
    why="Many readers cannot read it, and it may have come in by mistake.",
    advice="Leave it if it is meant; otherwise write it in Latin letters.",
)
BEFORE = 30
# A damaged sequence with the letters around it, as plain text or HTML holds them.
SPAN = re.compile(r"(?:[A-Za-z]|[^\x00-\x7f])+")
LATIN = re.compile("[A-Za-zÀ-ɏ]")
# Cyrillic letters, and the Greek ones that are no signs of science and look like Latin ones.
LIKE_LATIN = re.compile("[\u0400-\u052fΑΒΕΖΗΙΚΜΝΟΡΤΥΧο]")
MIXED = re.compile(rf"\w{{0,40}}(?:{LATIN.pattern}{LIKE_LATIN.pattern}|{LIKE_LATIN.pattern}{LATIN.pattern})\w{{0,40}}")
GREEK_SIGN = re.compile("(?<![\u0370-\u03ff\u1f00-\u1fff])[\u0391-\u03c9](?![\u0370-\u03ff\u1f00-\u1fff])")
FOREIGN_WORDS = re.compile(rf"{FOREIGN.pattern}+(?:[\s-]+{FOREIGN.pattern}+)*")


def damaged_characters(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """Text that was read in another encoding than it was written in: “ยฃ” for “£”, “isnÆt” for “isn’t”."""
    passages: dict[Place, list[str]] = {}
    for passage in guide.passages:
        passages.setdefault(passage.place, []).append(passage.text)
    for place, text in held(guide):
        if found := damaged(text):
            what, sign = _described(text, found)
            shown = (text[max(0, text.index(sign) - BEFORE) :] for text in passages[place] if sign in text)
            excerpt = next(shown, "")
            yield DAMAGED.found(place, what + _counted(found), excerpt=cut(excerpt), fix=repaired)


def mixed_script_word(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """A Latin word with letters of another alphabet that look like Latin ones."""
    for passage in _with_other_scripts(guide):
        if mixed := MIXED.search(passage.text):
            what = (
                f"In “{mixed[0]}” the letter “{LIKE_LATIN.findall(mixed[0])[0]}” is not the Latin letter it looks like."
            )
            yield LOOKALIKE.found(passage.place, what, excerpt=cut(passage.text))


def other_script(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """Words in another script than the page's; single Greek letters are signs of science, and a link leads to a translation."""
    for passage in _with_other_scripts(guide):
        text = GREEK_SIGN.sub("", MIXED.sub("", passage.text))
        words = [found for found in FOREIGN_WORDS.findall(text) if any(sign.isalpha() for sign in found)]
        if words and not any(link.words == passage.text for link in passage.links):
            what = f"“{cut(words[0])}” is not written in Latin letters."
            yield OTHER_SCRIPT.found(passage.place, what, excerpt=cut(passage.text))


def repaired(document: Document) -> Document:
    """The document with every text of its own repaired; salary figures and names are records with forms of their own."""
    return replace(document, **_repaired_fields(document))


def _repaired_fields(value: Document | Block | Line) -> dict[str, Any]:
    return {entry.name: _repaired(getattr(value, entry.name)) for entry in fields(value)}


def _repaired(content: Any) -> Any:
    if isinstance(content, str):
        return repair(content)
    if isinstance(content, tuple) and all(isinstance(item, str) for item in content):
        return tuple(repair("\n".join(content)).split("\n")) if content else content
    if isinstance(content, tuple):
        return tuple(_repaired(block) for block in content)
    if isinstance(content, (Block, Line)) and not isinstance(content, SalaryTable):
        return replace(content, **_repaired_fields(content))
    return content


def held(guide: DocumentText) -> Iterator[tuple[Place, str]]:
    """Each text that a reader meets, as the document holds it: the items of a list together, rich text as HTML."""
    for place in dict.fromkeys(passage.place for passage in guide.passages):
        content: Any = guide.document if place.block is None else guide.document.blocks[place.block]
        for name in place.field.split("."):
            content = getattr(content, name)
        yield place, content if isinstance(content, str) else "\n".join(map(_line, content))


def _line(item: str | Line) -> str:
    return item if isinstance(item, str) else "\n".join(item.cells)


def _with_other_scripts(guide: DocumentText) -> tuple[Passage, ...]:
    """The passages with letters of other scripts, but for those to repair first; none on a page in another script."""
    found = tuple(passage for passage in guide.passages if FOREIGN.search(passage.text))
    if not found:
        return ()
    foreign = sum(len(FOREIGN.findall(passage.text)) for passage in found)
    latin = sum(len(LATIN.findall(passage.text)) for passage in guide.passages)
    broken = {place for place, text in held(guide) if damaged(text)}
    return tuple(passage for passage in found if passage.place not in broken) if foreign < latin else ()


def _described(text: str, found: Sequence[Damage]) -> tuple[str, str]:
    """The first visible damage with the word around it, before and after; and the damaged characters themselves."""
    first = next((damage for damage in found if damage.meant not in BLANKS), None)
    if first and first.raw.isascii():
        return f"“{first.raw}” should read “{first.meant}”.", first.raw
    if first is None:
        return f"“{found[0].raw[0]}” stands where a space belongs.", found[0].raw[0]
    span = next(match for match in SPAN.finditer(text) if match.end() > first.start)
    inside = [damage for damage in found if span.start() <= damage.start and damage.end <= span.end()]
    meant = replaced(text[: span.end()], inside)[0][span.start() :]
    return f"“{cut(span[0])}” should read “{cut(repair(meant))}”.", span[0]


def _counted(found: Sequence[object]) -> str:
    return f" This text has {len(found)} such places." if len(found) > 1 else ""


CHECKS = (damaged_characters, mixed_script_word, other_script)
