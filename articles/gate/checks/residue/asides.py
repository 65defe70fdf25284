"""What may have been said to whoever wrote the guide: weak signs in one short passage, or one sentence among others."""

from collections.abc import Iterator

from articles.gate.checks.residue import chat, notes, prompts
from articles.gate.checks.residue.talk.brief_signs import BRIEF
from articles.gate.checks.residue.talk.chat_signs import CHAT
from articles.gate.checks.residue.talk.note_signs import NOTES
from articles.gate.checks.residue.talk.told_by_one import more_signs
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText, Kind, Passage
from articles.gate.prose.own_words import in_own_words
from articles.gate.prose.words import cut

ASIDE = Rule(
    check="aside-to-the-writer",
    level=Level.WARNS,
    why="It reads as if a colleague or an assistant said it to you, and readers would wonder who is meant.",
    advice="Delete it, or say it to your readers.",
)
# Which signs tell of which kinds of passage: list items say to readers what to do.
TOLD_BY = {Kind.PARAGRAPH: (CHAT, NOTES, BRIEF), Kind.LINE: (CHAT, BRIEF), Kind.HEADING: (BRIEF,)}


def aside_to_the_writer(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """“Do we really want to mention the rebate here?”, “Based on your details, here is a job advert.”"""
    more = more_signs(guide)
    for passage, text in in_own_words(guide):
        if _may_be(passage, text, more) and not _is_certain(passage, text, guide, more):
            what = f"“{cut(text)}” may have been said to you, and not to your readers."
            yield ASIDE.found(passage.place, what, excerpt=cut(passage.text))


def _may_be(passage: Passage, text: str, more: int) -> bool:
    told_by = TOLD_BY.get(passage.kind, ())
    if any(signs.tell(text.strip(), more) for signs in told_by):
        return True
    return chat.may_be_said(passage, text) or notes.may_be_noted(passage, text)


def _is_certain(passage: Passage, text: str, guide: DocumentText, more: int) -> bool:
    """Whether another check holds the guide back for it."""
    found = chat.said(passage, text, more) or notes.noted(passage, text, guide, more)
    return bool(found) or prompts.is_told(text, passage.kind)


CHECKS = (aside_to_the_writer,)
