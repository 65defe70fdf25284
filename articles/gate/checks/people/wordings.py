"""The form of the rules on protected characteristics: a wording, whether somebody asks for it, what to write instead.

Employers may not discriminate in deciding whom to offer a job (Equality Act 2010, section 39), nor may agencies in how
they provide their service (section 55). Direct discrimination is section 13, indirect discrimination section 19.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.gate.checks.people.own_voice import WARNING, in_own_voice
from articles.gate.findings import Finding, Rule
from articles.gate.prose.document_text import DocumentText, sentences
from articles.gate.prose.patterns import Pattern, filtered
from articles.gate.prose.statements import unquoted
from articles.gate.prose.words import cut

REACH = 60  # characters before a wording in which somebody may ask for it
ROLE = (
    r"(?:candidates?|applicants?|person|employee|you|engineer|developer|colleague|hire|newcomer|they|he|she|we|one"
    r"|role)"
)
# What a sentence says of a whole group of people: “are naturally better at”, “tend to be slower”.
STEREOTYPE = (
    r"(?:are|tend to be|make|have|work|think|learn|listen|write|talk) (?!likely|represented|treated"
    r"|paid)(?:\w+ ){0,2}?(?:better|good|best|great|worse|bad"
    r"|natural(?:ly|s)?|suited|harder?|quick(?:er)?|slow(?:er)?|gifted|reliable|unreliable|lazy|loyal|cheap(?:er)?"
    r"|emotional|patient|caring|organised|careful|gentle|stronger|weaker|clever|easier|difficult|stubborn|set in)\b(?! likely| represented| paid)"
)
# What is said of a whole group that sets it below others, whoever it is.
JUDGED = (
    r"(?:(?:\w+ly |not |often |always |never |too |just |simply |all )*(?:(?:are|is|were)(?:n[’']t)? (?:(?:not"
    r"|never|rarely|hardly|seldom|\w+ly|all|always|often|too|less|simply|just|more|a bit) )*"
    r"(?:suited|cut out|made for|built for|up to (?:it|the job|this|our)|fit for|to be (?:trusted|relied)"
    r"|trustworthy|trouble|troublesome|unreliable|lazy|late|tired|emotional|weak|slow|careless|dishonest"
    r"|difficult|a (?:risk|burden|liability|problem|distraction)|past it|unsuitable|reliable|welcome|wanted)"
    r"|(?:tend|seem|like|prefer|love) to (?:\w+ )?(?:leave|let|be|lack|lose|make|take|cost|cause|fail|quit|complain|steal|lie|slow|drop)"
    r"|(?:is|are) (?:\w+ly )?(?:best|better|ideally|well) (?:placed|suited|kept|left|employed|used|off)|(?:is"
    r"|are) (?:known|said|thought|considered|famous|notorious) (?:to|for|as)|makes? (?:\w+ )?(?:poor|bad|weak"
    r"|lousy|careless|good|better|great|excellent|terrible|awful|slow|lazy|difficult|the (?:best|worst))\b"
    r"|(?:will|would|should|must|may|can) ?(?:not|never) be (?:\w+ )?(?:put forward|hired|considered"
    r"|shortlisted|sent|placed|invited|interviewed|employed|promoted|seen|accepted|picked|chosen)|(?:will"
    r"|would|should|must) be (?:turned away|turned down|rejected|refused|sifted out|left out|passed over)"
    r"|(?:will|would|can|do)? ?works? for (?:less|little|a lower)"
    r"|(?:let|lets) (?:\w+ ){1,4}down|(?:lacks?|loses? interest|complains?|struggles?|fails?|rarely last"
    r"|never last|cannot cope|can[’']t cope|would not cope|would not (?:fit|suit|manage|work)|distract|steal"
    r"|lie\b|make (?:poor|bad|weak|lousy))"
    r"|(?:may|might|would|will|can|could) (?:\w+ )?(?:find (?:it|the|this|our) (?:\w+ ){0,2}?too|not (?:cope"
    r"|fit|last|manage|stay)|struggle|let us down|slow us)"
    r"|(?:cannot|can[’']t|could not|should not|must not|may not) (?:\w+ )?(?:be (?:trusted|relied|expected)"
    r"|cope|work|multi-?task|lead|handle|do (?:the|this)|stand|keep up|apply)|need not (?:apply|send|bother)))"
)
# That somebody is turned away, or alone is let in, right before the group.
TURNED_AWAY = (
    r"(?:(?:we|they|i)(?: \w+ly| always| usually| tend to)? (?:skip|avoid|reject|bin|ignore|turn away"
    r"|turn down|leave out|pass over|steer clear of|rule out|distrust)"
    r"|(?:do not|don[’']t|never|won[’']t|will not|would not|cannot|rarely) (?:hire|take|take on|want|put|trust"
    r"|employ|send|place|invite|interview|consider|let)"
    r"|(?:would|had) rather (?:not )?(?:have|hire|take|see|employ|interview|place)|(?:refuses?|declines?"
    r"|is unwilling|are unwilling) to (?:have|hire|take|see|employ|interview|place|consider)"
    r"|(?:no|not an?|not the|hardly an?|hardly the|never an?) (?:\w+ )?(?:place|job|role|team|office|desk|work"
    r"|post) for|only (?:for|hire|take|want|place|invite|consider))"
)
ASKED_BEFORE = re.compile(
    "|".join((
        r"\b(?:ideal|perfect|suit(?:s|ed|able)|reserved|intended|meant|tailored|made|aimed|open|right|great|best|job|role) "
        r"(?:only |mainly )?(?:for|to|at)\b|\bsuit(?:s|ing)?\b|\bnot hire\b",
        r"\b(?:looking|looks?|searching|hunting|asks?|asking|calls?) for\b|\b(?:are|[’']re) after\b",
        r"\b(?:prioriti[sz]e|favou?r|go for|welcome only|consider only|only (?:consider|hire|take|interview)"
            r"|priority to|preference (?:to|for)|first choice)\b"
        r"|\b(?:seek(?:s|ing)?|wants?|wanted|needs?|requires?|prefers?|preferably|hires?|recruits?|ideally|ideal)\b",
        rf"\b{ROLE} (?:must|should|needs? to|ha(?:s|ve) to|will|would) (?:also )?"
        r"(?:be|have|hold|carry|join|sound|look|come|share|enjoy|speak|feel|attend|go|keep|wear|drink|belong)\b",
        r"\b(?:person|candidate|applicant|hire) is\b|\bdone by\b|\b(?:no|not a) (?:job|place|role) for\b"
            r"|\b(?:nobody|no one|anyone|anybody|no people|candidates"
        r"|applicants) with\b|\b(?:are|is) all\b|\brather not hire\b|\btake on\b",
        r"(?:(?-i:^(?=Y))|[.;:,] |\bthat )(?<!if )you(?: are|[’']re| have| enjoy| share| speak)\b|\b(?:must|should|needs? to"
        r"|ha(?:s|ve) to) be\b|^must have\b",
        r"\b(?:rather not|refuses? to|declines? to|will not|would not|won[’']t|wouldn[’']t|never|only) (?:hire"
            r"|interview|see|employ|consider|place|take|shortlist|appoint|send|meet|accept)\b",
        r"\b(?:only|no|not for|job is for|role is for)(?: an?| the| new)? $|\b(?:no|hire|not) (?:one|people|person"
        r"|somebody|someone)\b",
    )),
    re.IGNORECASE,
)  # fmt: skip
ASKED_AFTER = re.compile(
    r"^[^.;:?]{0,40}?\b(?:only(?! (?:if|when|one|a|because))|preferred|wanted|sought|(?:only )?needs? (?:not "
    r"|only )?apply"
    r"|(?:should|must|cannot|may not|can not|can[’']t) (?:not )?(?:apply|look elsewhere)|may apply|is what|helps with"
    r"|(?:is|are) an? risk|rarely|never|are cheaper|works? harder|struggles?|tends? to|costs? more|keeps? up"
        r"|puts? (?:clients|customers|people) off|come first"
    r"|(?:are|is) (?:best|better|ideally) (?:placed|suited|kept|left|employed)|(?:are|is) (?:known|said"
        r"|thought|considered|notorious) (?:to|for|as)|makes? (?:poor|bad|careless|good|better|great|lousy"
        r"|excellent)|(?:will|would|should|can) ?(?:not|never) be\b|works? for less"
    r"|(?:are|is) (?:not )?(?:hard to|a burden|trouble|less|slow|unreliable|not for us|not our|out of place|unsuitable|unlikely|what we)"
    r"|(?:would|will|may|might|could) (?:(?:not |soon )?(?:suit|fit|struggle|enjoy|like|cope|get bored|slow"
        r"|live|feel|thrive|flourish|excel|love|shine|prosper|settle|fall behind|tire|cost|scare|put"
    r"|leave|last|clash|find)"
    r"|be (?:better|ideal|perfect|happier|steadier)"
    r"|find (?:it|the \w+|us) (?:\w+ )?(?:hard|difficult|tough|too)|do well|not be considered)|is (?:a must|essential"
    r"|needed)|(?:are|is) (?:not allowed|too))\b",
    re.IGNORECASE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording and the advice on it. `is_asked` counts it only where "
    "the sentence asks for, or turns away, such people."""

    pattern: Pattern
    advice: str
    is_asked: bool = False

    def find(self, sentence: str) -> re.Match[str] | None:
        found = self.pattern.finditer(sentence)
        return next((match for match in found if not self.is_asked or _is_asked(match)), None)


def wording(*patterns: str, advice: str, is_asked: bool = False) -> Wording:
    return Wording(filtered("|".join(patterns), re.IGNORECASE), advice, is_asked)


def worded(guide: DocumentText, rule: Rule, wordings: tuple[Wording, ...], what: str) -> Iterator[Finding]:
    """Where the guide uses one of the wordings itself, once a sentence; `what` has a place for the words."""
    for passage in in_own_voice(guide):
        for sentence in sentences(unquoted(passage)):
            found = ((match, wording.advice) for wording in wordings if (match := wording.find(sentence)))
            if (first := next(found, None)) and not WARNING.search(sentence):
                match, advice = first
                yield rule.found(passage.place, what.format(cut(match[0])), excerpt=cut(sentence), advice=advice)


def _is_asked(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - REACH) : match.start()].rpartition(";")[2]
    return bool(ASKED_BEFORE.search(before) or ASKED_AFTER.search(match.string[match.end() :][:REACH]))
