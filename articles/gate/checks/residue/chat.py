"""What an assistant such as ChatGPT says around the text that was asked for."""

import re
from collections.abc import Iterator
from functools import lru_cache

from articles.gate.checks.residue.talk.chat_closings import CLOSING
from articles.gate.checks.residue.talk.chat_openings import ABOUT_ITSELF, EDITED, OPENING, PRESENTED
from articles.gate.checks.residue.talk.chat_remarks import is_remark
from articles.gate.checks.residue.talk.chat_signs import CHAT as CHAT_SIGNS
from articles.gate.checks.residue.talk.told_by_one import is_certain, more_signs
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText, Kind, Passage, sentences
from articles.gate.prose.own_words import in_own_words
from articles.gate.prose.words import cut

CHAT = Rule(
    check="chat-residue",
    level=Level.BLOCKS,
    why="An assistant said it to you; readers would conclude that nobody read the page.",
    advice="Delete it, and read the text around it once more.",
)
ENDING = re.compile(r"[\s.…!:?]+$")
ENDED = re.compile(r"[.…!:?]\W*$")
# Who offers advice or a talk is the author.
INVITES = re.compile(
    r"(?:please |just )?let me know .*\b(?:advice|chat|talk|meet|join|come|attend|contribute|comments?|hear|(?:later|next|future) post)\b",
    re.IGNORECASE,
)
SPOKEN = (Kind.PARAGRAPH, Kind.ITEM, Kind.LINE)


def chat_residue(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """“Here is a rewritten version of your text”, “As an AI language model, I …”, “Would you like me to …?”"""
    more = more_signs(guide)
    for passage, text in in_own_words(guide):
        if found := said(passage, text, more):
            what = f"“{cut(found)}” is what an assistant says, not part of the text."
            yield CHAT.found(passage.place, what, excerpt=cut(passage.text))


def said(passage: Passage, text: str, more: int) -> str:
    """What an assistant says in a passage, or nothing. `text` are its own words; signs must weigh `more` than usual."""
    if passage.kind not in SPOKEN:
        return ""
    if OPENING.match(text) or EDITED.match(text):
        return text
    if of_itself := ABOUT_ITSELF.search(text):
        return of_itself[0]
    if passage.kind is Kind.ITEM and not ENDED.search(text):
        return ""  # a title, such as “Thanks for the feedback” in a list of books
    # whoever tells of themselves says to readers what an assistant says to an author
    for remark in () if more else _remarks(text, is_linked=bool(passage.links)):
        if is_certain(remark, text, more):
            return remark
    return text if passage.kind is not Kind.ITEM and CHAT_SIGNS.leave_no_doubt(text.strip(), more) else ""


def may_be_said(passage: Passage, text: str) -> bool:
    """Whether an assistant may have said a sentence of the passage, wherever it stands."""
    return passage.kind in SPOKEN and bool(_remarks(text, is_linked=bool(passage.links)))


@lru_cache(maxsize=4096)  # two checks ask of the same texts
def _remarks(text: str, *, is_linked: bool) -> tuple[str, ...]:
    """The sentences that are worded as what an assistant says."""
    patterns = (CLOSING,) if is_linked else (CLOSING, PRESENTED)  # “Here is a post about it” may be linked
    wholes = ((part, ENDING.sub("", part)) for part in sentences(text))
    return tuple(
        part
        for part, whole in wholes
        if (any(known.fullmatch(whole) for known in patterns) or is_remark(whole)) and not INVITES.match(whole)
    )


CHECKS = (chat_residue,)
