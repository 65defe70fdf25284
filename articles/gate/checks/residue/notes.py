"""Notes between those who write: what is missing, who is to check, what is not to be published."""

import re
from collections.abc import Iterator
from functools import lru_cache

from articles.gate.checks.residue.talk import editorial_talk
from articles.gate.checks.residue.talk.note_signs import NOTES
from articles.gate.checks.residue.talk.note_wordings import WHOLE
from articles.gate.checks.residue.talk.source_notes import wants_source
from articles.gate.checks.residue.talk.told_by_one import is_certain, more_signs
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText, Kind, Passage, sentences
from articles.gate.prose.own_passages import is_one_of_several
from articles.gate.prose.own_words import in_own_words
from articles.gate.prose.patterns import filtered
from articles.gate.prose.words import cut

NOTE = Rule(
    check="note-to-colleague",
    level=Level.BLOCKS,
    why="It is meant for those who write the guide, not for those who read it.",
    advice="Do what the note asks, then delete it.",
)
TO_COME = filtered(r"\bTK(?:TK)+\b|(?:\b(?:is|are|was|of|about|from|than) |[£$€])TK\b|^TK(?=[:.]|$)")
# After a figure; after another word it is meant as irony.
FIGURE_IN_DOUBT = re.compile(r"\d\S*(?: \w+){0,2} ?\(\?\)")
ENDING = re.compile(r"[\s.…!?]+$")
# A question for readers is a heading or a question; “First draft” may be a heading, and “Draft” a state in a table.
MEANT_FOR_READERS = re.compile(
    r"draft|first draft|rough draft|for (?:review|approval)|work in progress|wip|more here|more to (?:come|follow)|to be continued",
    re.IGNORECASE,
)
THIS_PART = re.compile(r"(?:This|That|The) (?:section|paragraph|part|line|page|heading|summary|introduction|opening)\b")
WRITTEN = re.compile(
    r"\b(?:CVs?|r[eé]sum[eé]s?|letters?|profiles?|portfolios?|proposals?|reports?|adverts?|statements?|applications?|e-?mails?"
    r"|job (?:ads?|descriptions?|specifications?|specs?)|references?|offers?|plans?|briefs?)\b",
    re.IGNORECASE,
)
LONGEST_NAME = 3  # words
# What a list of steps may say to readers, or of their own house: “Legal to approve the contract”.
STEP = re.compile(r"(?:(?:Legal|Finance|HR|Payroll|IT|Compliance|Marketing) to|(?:Check|Confirm|Verify) [^.]* with) ")
KINDS = (Kind.PARAGRAPH, Kind.ITEM, Kind.LINE, Kind.TITLE)


def note_to_colleague(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """“[citation needed]”, “Legal to approve”, “Note to editor: …”"""
    more = more_signs(guide)
    for passage, text in in_own_words(guide):
        if found := noted(passage, text, guide, more):
            what = f"“{cut(found)}” is a note to colleagues."
            yield NOTE.found(passage.place, what, excerpt=cut(passage.text))


def noted(passage: Passage, text: str, guide: DocumentText, more: int) -> str:
    """What one writer notes for another, or nothing. `text` are the passage’s own words; signs must weigh `more` than usual."""
    return _note(passage, text, guide, more) or _talk(passage, text, guide, more)


def may_be_noted(passage: Passage, text: str) -> bool:
    """Whether one writer may have said a sentence of the passage to another, among others for readers."""
    return passage.kind in KINDS and passage.kind is not Kind.ITEM and bool(_talked(text) or _whole_notes(text))


def _note(passage: Passage, text: str, guide: DocumentText, more: int) -> str:
    linked = " ".join(link.words for link in passage.links)
    is_spoken = editorial_talk.SPEAKER.match(text) and editorial_talk.is_dialogue(guide)
    wanted = "" if is_spoken else wants_source(text)
    is_meant = (wanted == "(?)" and not FIGURE_IN_DOUBT.search(text)) or (
        wanted == "(source)" and passage.kind is Kind.HEADING
    )
    if wanted and wanted.strip("()[]") not in linked and not is_meant:
        return wanted
    if to_come := TO_COME.search(text):
        return to_come[0]
    if passage.kind not in KINDS or _is_asked(passage, text, guide) or _is_named(passage, text, guide):
        return ""
    whole = next((part for part in _whole_notes(text) if is_certain(part, text, more)), "")
    if is_spoken and whole:
        return ""
    return "" if whole != text and MEANT_FOR_READERS.fullmatch(ENDING.sub("", whole)) else whole


def _is_asked(passage: Passage, text: str, guide: DocumentText) -> bool:
    """Whether the passage is one of the questions of a list, which readers are to ask."""
    return passage.kind is Kind.ITEM and "?" in text and (passage.place, passage.ordinal) in guide.questionnaires


def _is_named(passage: Passage, text: str, guide: DocumentText) -> bool:
    """Whether a list names something with it, such as the faults “Title missing” and “Broken links”, or a step."""
    return is_one_of_several(guide, passage) and (len(text.split()) <= LONGEST_NAME or STEP.match(text) is not None)


@lru_cache(maxsize=4096)  # two checks ask of the same texts
def _whole_notes(text: str) -> tuple[str, ...]:
    """The sentences that are a note as a whole."""
    return tuple(part for part in sentences(text) if WHOLE.fullmatch(ENDING.sub("", part)))


def _talk(passage: Passage, text: str, guide: DocumentText, more: int) -> str:
    """The first thing of the passage that one writer says to another, or nothing; list items tell readers what to do."""
    if passage.kind not in KINDS or passage.kind is Kind.ITEM:
        return ""
    if found := editorial_talk.BRACKETED.search(text) if "[" in text or "(" in text else None:
        return found[0]
    if editorial_talk.is_addressed(text) and not editorial_talk.is_dialogue(guide):
        return text
    if passage.kind is Kind.PARAGRAPH and NOTES.leave_no_doubt(text.strip(), more):
        return text
    if _describes_another_text(text, guide.document.title):
        return ""
    return next((part for part in _talked(text) if is_certain(part, text, more)), "")


def _describes_another_text(text: str, title: str) -> bool:
    """Whether “this section” is one of what the guide is about, such as a CV."""
    return bool(THIS_PART.match(text) and WRITTEN.search(title))


@lru_cache(maxsize=4096)  # two checks ask of the same texts
def _talked(text: str) -> tuple[str, ...]:
    """The sentences that are worded as what one writer says to another."""
    return tuple(part for part in sentences(text) if editorial_talk.is_talk(ENDING.sub("", part)))


CHECKS = (note_to_colleague,)
