"""Whether a claim has its source by its side: a link, a body with a year, a survey that is named."""

import re
from collections.abc import Iterator
from itertools import groupby

from articles.document import Insight, PullFigure, Quote, Video
from articles.gate.prose.document_text import DocumentText, Kind, Passage, sentences
from articles.gate.prose.patterns import Pattern
from articles.gate.prose.statements import unquoted
from articles.gate.prose.words import beginnings

# A name such as that of an office or a trade body, beside a year.
BODY = r"(?!(?:AI|ML|MLOps|UK|US|IT|CVs?|API|Python)\b)[A-Z][\w’]+"
SOURCE = re.compile(
    "|".join((
        r"\b[Aa]ccording to (?!(?:(?:recent|some|many|new|the latest|one|a recent|a|industry|most|various) )?"
        r"(?:research|stud(?:y|ies)|experts?|surveys?|statistics|data|polls?|reports?|analysts|psychologists"
            r"|scientists|researchers|economists|insiders|observers|academics|commentators|figures|estimates?)\b)"
            r"|\b[Ss]ources?:",
        r"\b[Ss]urveyed\b|\b[Ss]urvey (?:by|from|of|in)\b|\b20\d\d (?:\w+ )?[Ss]urvey\b",
        r"\b[Ss]tud(?:y|ies) (?:by|from|of|in)\b|\b[Cc]ensus\b|\b[Oo]fficial statistics\b",
        r"\b(?:[Rr]esearch|[Rr]eport|[Ff]igures|[Dd]ata|[Nn]umbers|[Pp]oll) (?:by|from|published)\b|\b[Ss]urvey of\b",
        r"\b[Oo]ur (?:own )?(?:placements|adverts|records|figures|books|survey)\b",
        rf"(?:(?<=[a-z,] ){BODY}|\b[A-Z]{{3,5}}\b|\b[Tt]he {BODY})[^.]{{0,120}}\b20\d\d\b"
        rf"|\b20\d\d\b[^.]{{0,120}}(?<=[a-z,] ){BODY}",
    ))
)  # fmt: skip


def sections(guide: DocumentText) -> Iterator[list[Passage]]:
    """What the guide says itself, section by section; a question begins one too."""
    others = {position for position, block in guide.blocks if _is_attributed(block)}
    number = 0
    numbered = []
    for passage in guide.passages:
        number += passage.kind in (Kind.HEADING, Kind.QUESTION)
        if passage.place.block not in others:
            numbered.append((number, passage))
    for _number, section in groupby(numbered, key=lambda pair: pair[0]):
        yield [passage for _number, passage in section]


def unsourced(
    guide: DocumentText, claim: Pattern, *cues: frozenset[str], unless: frozenset[str] = frozenset()
) -> Iterator[tuple[Passage, str, re.Match[str]]]:
    """The sentences that `claim` fits, without a source in their paragraph or in the one before or after it.

    One of each `cues` begins a word of every claim, and none of `unless` does. They are quick, and spare most sentences
    the claim.
    """
    for section in sections(guide):
        for position, passage in enumerate(section):
            found = [*_claims(passage, claim, cues, unless)] if passage.kind in (Kind.PARAGRAPH, Kind.ITEM) else []
            if found and not any(map(_is_borne_out, section[max(0, position - 1) : position + 2])):
                yield from ((passage, sentence, match) for sentence, match in found)


def _claims(
    passage: Passage, claim: Pattern, cues: tuple[frozenset[str], ...], unless: frozenset[str]
) -> Iterator[tuple[str, re.Match[str]]]:
    if _may_claim(passage.text, cues):
        for sentence in sentences(unquoted(passage)):
            if (
                _may_claim(sentence, cues)
                and unless.isdisjoint(beginnings(sentence))
                and (match := claim.search(sentence))
            ):
                yield sentence, match


def _may_claim(text: str, cues: tuple[frozenset[str], ...]) -> bool:
    begun = beginnings(text)
    return not any(some.isdisjoint(begun) for some in cues)


def _is_borne_out(passage: Passage) -> bool:
    return bool(passage.links or SOURCE.search(passage.text))


def _is_attributed(block: object) -> bool:
    is_said = isinstance(block, Insight) and block.speaker and block.said_on
    return bool(is_said or isinstance(block, Video) or (isinstance(block, (PullFigure, Quote)) and block.source))
