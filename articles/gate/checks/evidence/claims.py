"""Claims without a source: experience and observations of nobody in particular, insights without a speaker or date."""

import re
from collections.abc import Iterator

from articles.document import Insight, PullFigure, Quote
from articles.gate.checks.evidence.relative_time import relative_time
from articles.gate.checks.evidence.superlatives import unsourced_superlative, unsourced_trend
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Place, Rule
from articles.gate.prose.document_text import DocumentText, Kind, Passage
from articles.gate.prose.statements import unquoted
from articles.gate.prose.words import cut

SPEECH = r"(?:says|said|explains|explained|adds|added|reports|reported|writes|wrote|tells|told|recalls|warns|notes)"
NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+"
DESK = r"(?<!help )(?<!service )(?<!support )\b[Dd]esk\b"
NAMED = re.compile(
    "|".join((
        rf"\b(?:{SPEECH}|[Aa]ccording to) (?:our |the )?(?:[a-z]+ ){{0,3}}(?:{NAME}|[A-Z][a-z]+(?=[,.]| of))",
        rf"\b(?:{SPEECH}|[Aa]ccording to) (?:[\w-]+ ){{1,5}}{DESK}",
        rf"(?:{NAME}|{DESK})[^.;]{{0,80}}?\b{SPEECH}\b",
    ))
)  # fmt: skip
OWN = (
    r"(?:own|long|combined|collective|shared|direct|recruitment|recruiters[’']|consultants[’']|team[’']s"
    r"|(?:\d+|many|two|ten|twenty) years[’']?(?: of)?|decades of)"
)
SECTION = "section|column|table|heading|level|page|interview|round|stage"
EXPERIENCE = re.compile(
    "|".join((
        rf"\b(?:in|from|on) (?:our|my) (?:{OWN} )*experience\b(?!-| (?:{SECTION})s?\b)",
        rf"\b(?:our|my) (?:{OWN} )*experience (?:is|has been|shows|suggests|tells us|has shown|has taught us)\b",
        r"\bwe (?:know|have learnt|have learned|can say) from (?:long )?experience\b",
    )),
    re.IGNORECASE,
)  # fmt: skip
OFTEN = r"(?:often|usually|regularly|frequently|consistently|commonly|generally|typically|always|repeatedly)"
PEOPLE = r"(?:candidates|clients|employers|hiring managers|engineers|companies|recruiters|consultants)"
SEE = r"(?:find|found|see|seen|notice|noticed|hear|heard)"
CONDITION = r"(?:if|when|once|until|before|after|what|where|which|whether|whom|as|people|that|how)"
OBSERVED = re.compile(
    "|".join((
        rf"\bwe(?:[’']ve| have)? {OFTEN} {SEE}\b",
        rf"\bwe(?:[’']ve| have)? (?:also )?{SEE} (?:that|from {PEOPLE})\b",
        r"\bwe(?:[’']ve| have)? (?:also )?(?:see|seen) "
        r"(?:more|fewer|many|most|plenty|lots|a lot|growing|rising|strong|demand)\b",
        r"\bwe(?:[’']re| are) (?:also )?(?:seeing|hearing|noticing|finding)\b",
        rf"\bour (?:own )?{PEOPLE} (?:{OFTEN} |also )?"
        rf"(?:say|report|tell us|find|see|notice|have {SEE})\b(?! (?:what|which|who|how|when|where|so|yes|if)\b)",
        rf"\b{PEOPLE} (?:{OFTEN} |also )?tell us (?:that|they|it|their)\b",
    )),
    re.IGNORECASE,
)  # fmt: skip
NEAR = 40  # characters; a match further on would be cut off
AFTER_CONDITION = re.compile(rf"\b{CONDITION} $", re.IGNORECASE)

UNATTRIBUTED = Rule(
    check="experience-without-a-voice",
    level=Level.BLOCKS,
    why="“Our experience” is only worth as much as the person who has it, and the text does not say who that is or when.",
    advice="Put the claim into an insight block with its speaker and date, or name the person or desk in the sentence.",
)
OBSERVATION = Rule(
    check="observation-without-a-voice",
    level=Level.WARNS,
    why="Readers cannot tell who saw this, or when.",
    advice="Put it into an insight block, name the person or desk who says it, or leave out the “we”.",
)
INSIGHT = Rule(
    check="insight-without-speaker-or-date",
    level=Level.BLOCKS,
    why="An insight is only worth as much as the person who gives it, and it ages from the day it was given.",
    advice="Choose the person or desk who says this, and give the date on which they said it.",
)


def experience_without_a_voice(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for passage, said in _unattributed(guide):
        match = EXPERIENCE.search(said)
        if match and not NAMED.search(passage.text):
            what = f"“{match[0]}” stands in the guide without the person or desk whose experience it is."
            yield UNATTRIBUTED.found(passage.place, what, excerpt=_around(said, match))


def observation_without_a_voice(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for passage, said in _unattributed(guide):
        matches = (match for match in OBSERVED.finditer(said) if not AFTER_CONDITION.search(said, 0, match.start()))
        match = next(matches, None)
        if match and not NAMED.search(passage.text):
            what = f"“{match[0]}” stands in the guide without the person or desk who says so."
            yield OBSERVATION.found(passage.place, what, excerpt=_around(said, match))


def insight_without_speaker_or_date(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for position, block in guide.blocks:
        if isinstance(block, Insight):
            speaker = [] if block.speaker and block.speaker.name else ["speaker"]
            if missing := speaker + ([] if block.said_on else ["date"]):
                field = "said_on" if missing == ["date"] else "speaker"
                yield INSIGHT.found(
                    Place(block=position, field=field), f"This insight has no {' and no '.join(missing)}."
                )


def _unattributed(guide: DocumentText) -> Iterator[tuple[Passage, str]]:
    """The passages, each without what it quotes. An insight has its own rule, and a quotation may have a source."""
    blocks = dict(guide.blocks)
    for passage in guide.passages:
        block = None if passage.place.block is None else blocks[passage.place.block]
        is_attributed = isinstance(block, Insight) or (isinstance(block, (PullFigure, Quote)) and block.source)
        if passage.kind not in (Kind.TITLE, Kind.HEADING) and not is_attributed:
            yield passage, unquoted(passage)


def _around(text: str, match: re.Match[str]) -> str:
    """The match with its sentence, as far as an excerpt reaches."""
    start = text.rfind(". ", 0, match.start()) + 2 if ". " in text[: match.start()] else 0
    return cut(text[start if match.start() - start < NEAR else match.start() :])


CHECKS = (
    experience_without_a_voice,
    observation_without_a_voice,
    insight_without_speaker_or_date,
    unsourced_superlative,
    unsourced_trend,
    relative_time,
)
