"""Wording about religion or belief, sexual orientation and gender "
"reassignment (Equality Act 2010, sections 7, 10, 12)."""

import re
from collections.abc import Iterator

from articles.gate.checks.people.wordings import worded, wording
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText

FAITH = (
    r"(?:(?:of|from) the \w+ faith|Christians?|Catholics?|Protestants?|Muslims?|Jew(?:s|ish)?|Hindus?|Sikhs?"
    r"|Buddhists?|atheists?|believers?|churchgoers?|church-goers?|religious|pious|god-fearing)"
)
GARB = (
    r"(?:headscar(?:f|ves)|hijabs?|niqabs?|burqas?|turbans?|veils?|skull ?caps?|crucifix(?:es)?"
    r"|religious (?:symbols?|dress|clothing|jewellery|head ?wear))"
)

BELIEF = Rule(
    check="discrimination-religion",
    level=Level.WARNS,
    why="Religion or belief must play no part in who is hired, and rules on dress or hours may shut people out (Equality Act 2010, sections 10, 19 and 39).",
    advice="Say what the work needs, such as the hours or a hygiene rule with its reason, and leave room for exceptions.",
)
ORIENTATION = Rule(
    check="discrimination-orientation",
    level=Level.WARNS,
    why="Whom somebody loves, or whether they have changed gender, must play no part in who is hired (Equality Act 2010, sections 7, 12 and 39).",
    advice="Leave it out: the job asks for neither.",
)
HINT = re.compile(
    r"christ|catholic|protestant|muslim|islam|jew|hindu|sikh|buddh|atheis|believer|church|mosque|faith|relig|pray"
    r"|headscar|hijab|niqab|burqa|turban|veil|skull|crucifix|beard|facial|shav|drink|pious|god-|bible|\bmass\b"
)
ORIENTATION_HINT = re.compile(r"straight|sexual|\bgay|lesbian|\btrans|biological|born")
BELIEFS = (
    wording(
        rf"\b(?:no|remove|removing|without|not wear|take off)(?: an?| their| your| his| her| any)? {GARB}\b"
        rf"|\b{GARB} (?:is|are) (?:not allowed|banned|forbidden|not permitted)\b",
        r"\bno (?:beards?|facial hair|prayers?|prayer breaks?|time off for (?:prayers?|religious|eid|passover"
        r"|ramadan)\w*)\b|\bclean[- ]shaven\b|\b(?:willing|prepared|happy|ready|have|required) to shave\b"
        r"|\bmust shave\b|\bbeards? (?:is|are) (?:not allowed|banned)\b|\boff to pray\b"
        r"|\battend (?:\w+ ){0,2}(?:prayers?|church|mass|bible study)\b|\b(?:trim|cut|lose) (?:your|their"
        r"|his) beards?\b|\byou (?:go to|attend) (?:church|mosque)\b|\bwork on religious holidays\b"
        r"|\benjoy a drink with\b|\bshave off\b",
        r"\b(?:Christian|Catholic|Islamic|Jewish|Muslim|religious) (?:values|faith|beliefs|ethos|upbringing)\b"
        r"|\bpractising (?:Christian|Catholic|Muslim|Jew|Hindu)\b",
        r"\b(?:which|what) (?:church|mosque|religion|faith)\b|\b(?:are|is) (?:you|she|he) religious\b"
        r"|\bhappy to drink\b|\bdrinks? with the team\b",
        advice=BELIEF.advice,
    ),
    wording(rf"\b{FAITH}\b(?-i:(?! [A-Z]))", advice=BELIEF.advice, is_asked=True),
)  # fmt: skip
ORIENTATIONS = (
    wording(
        r"\bstraight (?:men|women|people|candidates?|applicants?|guys?)\b|\bheterosexuals?\b|\bhomosexuals?\b",
        r"\b(?:no|not) (?:gays?|lesbians?|gay people|homosexuals?|transgender|trans(?:sexual)?)\b|\b(?:transgender"
        r"|trans) (?:people|candidates?|applicants?) (?:need|should|must|may) not\b"
        r"|\bbiological(?:ly)? (?:fe)?males?\b|\bborn (?:fe)?male\b",
        advice=ORIENTATION.advice,
    ),
)  # fmt: skip


def judges_a_belief(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    yield from worded(guide, BELIEF, BELIEFS, HINT, "“{}” makes religion or belief a matter of the job.")


def judges_an_orientation(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    yield from worded(
        guide, ORIENTATION, ORIENTATIONS, ORIENTATION_HINT, "“{}” makes orientation or gender a matter of the job."
    )


CHECKS = (judges_a_belief, judges_an_orientation)
