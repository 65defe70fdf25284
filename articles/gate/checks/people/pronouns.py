"""“He” or “she” of anybody who might do a job (Equality Act 2010, "
"section 11; Interpretation Act 1978, section 6 is for statutes)."""

import re
from collections.abc import Iterator

from articles.gate.checks.people.own_voice import WARNING, in_own_voice
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText, Kind, sentences
from articles.gate.prose.patterns import filtered
from articles.gate.prose.statements import unquoted
from articles.gate.prose.words import cut

JOB = (
    r"(?:candidate|applicant|engineer|developer|programmer|coder|manager|secretary|nurse|receptionist|assistant"
    r"|employee"
    r"|contractor|designer|consultant|analyst|scientist|tester|architect|lead|leader|administrator|director|worker|hire"
    r"|newcomer|graduate|apprentice|boss|employer|recruiter|interviewer|PA|CTO|CEO|person|successor|technician"
    r"|specialist)"
)
PRONOUN = r"(?:he|his|him|himself|she|her|hers|herself)"
HINT = filtered(r"\b(?:[Hh]is|[Ss]?he|S?He|[Hh]im|[Hh]ers?|[Hh](?:im|er)self)\b")
BOTH = filtered(
    r"\b(?:he|him|his|she|her|hers|himself|herself)(?:/| or | and )\(?(?:s?he|him|hers?|his|herself|himself|they"
    r"|their)\b|\bs/he\b|\(s\)he",
    re.IGNORECASE,
)
ANYBODY = filtered(
    rf"\b(?:an?|the|every|each|any|no|your|our new|(?:the|an) ideal)(?: \w+){{0,2}} {JOB}(?:[’']s)?\b(?! who (?:was|had"
    rf"|told))[^.;?!]{{0,70}}?\b{PRONOUN}\b",
    re.IGNORECASE,
)
ALONE = filtered(r"(?:^|; )(?:s?he) (?:will|must|should|needs to|has to|would)\b|\band s?he will\b", re.IGNORECASE)
SOMEBODY = re.compile(
    r"\b(?:[A-Z][\w’'-]+ [A-Z][\w’'-]+|Mr|Mrs|Ms|Dr|Sir|Dame)\b|\b(?:my|friend|wife|husband|mother|father|daughter|son"
    r"|wom[ae]n|one of|called|named)\b"
    r"|\b(?:said|says|told|asked|was|were|had|became|joined|left|decided)\b"
    r"|(?<=[a-z,] )(?!(?:I|API|UK|CV|AI|Python|Java|English|Monday|Friday)\b)[A-Z][a-z]{2,}\b(?=[^.]{0,40}\b(?:he|she"
    r"|his|her)\b)"
)

GENERIC = Rule(
    check="discrimination-pronoun",
    level=Level.WARNS,
    why="The sentence assumes which sex the person has, and others read that they are not meant (Equality Act 2010, section 11).",
    advice="Write “they”, “you” or the name of the job: “They will report to …”, “Engineers bring their own …”.",
)


def generic_pronoun(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """“He will report to …” of a job, unless the section speaks of somebody in particular."""
    passages = in_own_voice(guide)
    if not any(HINT.search(passage.text) for passage in passages):
        return
    is_somebody = False
    for passage in passages:
        if passage.kind in (Kind.HEADING, Kind.TITLE, Kind.QUESTION):
            is_somebody = False
        is_somebody = is_somebody or SOMEBODY.search(passage.text) is not None
        if is_somebody or passage.kind in (Kind.HEADING, Kind.TITLE) or not HINT.search(passage.text):
            continue
        for sentence in sentences(unquoted(passage)):
            match = ANYBODY.search(sentence) or ALONE.search(sentence)
            if match and not (BOTH.search(sentence) or WARNING.search(sentence)):
                what = f"“{cut(match[0].strip('; '))}” assumes which sex the person has."
                yield GENERIC.found(passage.place, what, excerpt=cut(sentence))


CHECKS = (generic_pronoun,)
