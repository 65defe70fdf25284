"""Words that were meant to be replaced before anybody read the page."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from articles.gate.checks.residue.slots import brackets, builders, fields, lorem, nobody, stand_ins, to_fill, undecided
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose import repeats
from articles.gate.prose.document_text import DocumentText, Passage, sentences
from articles.gate.prose.own_passages import heads_text, is_one_of_several
from articles.gate.prose.own_words import in_own_words, own_words
from articles.gate.prose.words import cut

PLACEHOLDER = Rule(
    check="placeholder",
    level=Level.BLOCKS,
    why="It was meant to be replaced before anybody read the page.",
    advice="Write what belongs here, or remove it.",
)
IN_BRACKETS = Rule(
    check="words-in-brackets",
    level=Level.WARNS,
    why="Square brackets stand around what is still to be written, and readers wonder what belongs there.",
    advice="Write it, or take the brackets away.",
)
# What stands for a heading’s or an item’s own words, whatever is around it.
ALWAYS = re.compile(
    r"\b(?:lorem|ipsum|your (?:\w+ )?(?:title|heading|text|subheading)|heading text|untitled|text here|title here|TB[CAD]|T\.B\.[CAD]|tb[cad])\b"
    r"|^(?:sub)?(?:heading|title)(?: \d)?$|\bgoes here\b|\bto be (?:written|added)\b",
    re.IGNORECASE,
)
OF_BUILDERS = re.compile(
    rf"{ALWAYS.pattern}|\blist item\b|^item #?\d|\bhere\b(?! (?:is|are)\b)|\bto (?:come|follow)\b|\bcoming soon\b|\byour \w+ (?:name|text)\b"
    r"|\bto do\b|\btodo\b|\bxx+\b|\bpending\b|\bclick the edit\b",
    re.IGNORECASE,
)
HERE = re.compile(r"\bhere\b", re.IGNORECASE)
NUMBERED = re.compile(r"([A-Za-z ]{4,12}) #?\d")
FEWEST = 5  # passages that speak of what is numbered
ENDING = re.compile(r"[\s.…!]+$")  # what ends in a colon leads in to what it names


def placeholder(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """“Your title here”, “[Insert name]”, “XX%”, “TBC”, “{{ name }}” and their like."""
    own = {id(passage) for passage, _text in in_own_words(guide)}
    for passage, is_sample in _with_samples(guide):
        if found := _waiting(passage, guide, is_own=id(passage) in own, is_sample=is_sample):
            what = f"“{cut(found)}” is a placeholder."
            yield PLACEHOLDER.found(passage.place, what, excerpt=cut(passage.text))


def words_in_brackets(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """“Ask [whoever] first”, where no word says that it waits to be replaced; once for the guide."""
    return repeats.once(_bracketed(guide))


def _bracketed(guide: DocumentText) -> Iterator[Finding]:
    found = [(passage, words) for passage, text in in_own_words(guide) if (words := brackets.words(passage, text))]
    samples = {id(passage) for passage, is_sample in _with_samples(guide) if is_sample} if found else set()
    for passage, words in found:
        if id(passage) not in samples and not _waiting(passage, guide, is_own=True, is_sample=False):
            what = f"“{cut(words)}” may wait to be replaced."
            yield IN_BRACKETS.found(passage.place, what, excerpt=cut(passage.text))


def _with_samples(guide: DocumentText) -> Iterator[tuple[Passage, bool]]:
    """Each passage, and whether it is part of a sample for readers to fill in."""
    until, under = 0, 1  # the level of the headings that end the sample, and of the last heading
    for passage, following in zip_longest(guide.passages, guide.passages[1:]):
        if 0 < passage.level <= until:
            until = 0
        under = passage.level or under
        until = until or brackets.sample_until(passage, under)
        yield passage, until > 0 or brackets.is_wording(passage.text, following.text if following else "")


def _waiting(passage: Passage, guide: DocumentText, *, is_own: bool, is_sample: bool) -> str:
    """The first placeholder of a passage, which may be part of a sample and may be what the guide says itself."""
    text = own_words(passage)
    found = _anywhere(passage, text, guide) or ("" if is_sample else _of_sample(text, guide))
    return found or (_in_own_words(passage, text, guide, is_sample=is_sample) if is_own else "")


def _anywhere(passage: Passage, text: str, guide: DocumentText) -> str:
    """The first placeholder that is one even in a quotation or a sample, or nothing."""
    parts = sentences(text)
    is_meant = _is_meant(passage, guide)
    return next((part for part in parts if (not is_meant and _stands_in(part, text, guide)) or lorem.filler(part)), "")


def _is_meant(passage: Passage, guide: DocumentText) -> bool:
    """Whether words that a builder has too head the text beneath them, are one of several steps, or are a link."""
    if heads_text(guide, passage):
        return not ALWAYS.search(passage.text)
    if is_one_of_several(guide, passage):
        return not OF_BUILDERS.search(passage.text)
    return any(link.words == passage.text for link in passage.links)


def _stands_in(sentence: str, text: str, guide: DocumentText) -> bool:
    """Whether a sentence that says “here”, or makes up most of its text, is no more than a stand-in.

    “Heading 1” may be what a guide is about.
    """
    bare = ENDING.sub("", sentence)
    stands_out = 2 * len(sentence) > len(text) or HERE.search(bare) is not None
    return stands_out and builders.is_stand_in(bare) and not _is_taught(bare, guide)


def _is_taught(bare: str, guide: DocumentText) -> bool:
    part = NUMBERED.fullmatch(bare)
    return part is not None and sum(part[1].lower() in passage.text.lower() for passage in guide.prose) >= FEWEST


def _of_sample(text: str, guide: DocumentText) -> str:
    """The first placeholder that is one in a quotation, and that a sample may have, or nothing."""
    return stand_ins.stand_in(text) or fields.field(text, guide)


def _in_own_words(passage: Passage, text: str, guide: DocumentText, *, is_sample: bool) -> str:
    """The first placeholder that a speaker could have said, or that stands for what a speaker said."""
    bare = ENDING.sub("", text)
    if _is_meant(passage, guide):
        bracket = "" if is_sample else brackets.bracket(passage, text)
        return bracket or stand_ins.figure(text) or nobody.name(passage, text, guide)
    if (builders.is_empty_block(passage, bare) and not _is_taught(bare, guide)) or to_fill.is_slot(
        passage, text.strip()
    ):
        return text
    unsettled = next((part for part in sentences(text) if stand_ins.is_undecided(part)), "")
    unsettled = unsettled or undecided.unsettled(passage, text)
    bracket = "" if is_sample else brackets.bracket(passage, text)
    return unsettled or bracket or stand_ins.figure(text) or nobody.name(passage, text, guide)


CHECKS = (placeholder, words_in_brackets)
