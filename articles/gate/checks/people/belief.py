"""Wording about religion or belief, sexual orientation and gender "
"reassignment (Equality Act 2010, sections 7, 10, 12)."""

from collections.abc import Iterator

from articles.gate.checks.people.wordings import JUDGED, worded, wording
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText

FAITH = (
    r"(?:(?:of|from) the \w+ faith|Christians?|Catholics?|Protestants?|Muslims?|Jew(?:s|ish)?|Hindus?|Sikhs?"
    r"|Buddhists?|atheists?|believers?|churchgoers?|church-goers?|religious|pious|god-fearing)"
)
GARB = (
    r"(?:headscar(?:f|ves)|hijabs?|niqabs?|burqas?|turbans?|veils?|skull ?caps?|crucifix(?:es)?"
    r"|beards?|kippahs?|robes|religious (?:symbols?|dress|clothing|jewellery|head ?wear))"
)
PRAYERS = r"(?:prayers?|ramadan|eid|the sabbath|sabbath|diwali|passover|yom kippur|lent|mass|church|worship)"

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
BELIEFS = (
    wording(
        rf"\b(?:no|remove|removing|without|not wear|take off)(?: an?| their| your| his| her| any)? {GARB}\b"
        rf"|\b{GARB} (?:is|are) (?:not allowed|banned|forbidden|not permitted)\b",
        r"\b(?:not|no|never) (?:\w+ ){0,3}?time to pray\b|\b(?:candidates?|applicants?|people|somebody|someone"
            r"|those) who (?:go(?:es)? to (?:church|mass|mosque|temple)|believe in God|share our faith)\b",
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
    wording(
        rf"\b(?:who wears?|who has|who have|wearing|wears?|wear|in|with|keep|keeps) (?:an? |the |their |your "
            rf"|any )?{GARB}\b|\bthose of (?:the )?(?:\w+ )?faith\b"
        r"|\b(?:teetotal(?:lers?)?|non-drinkers?|vegans|believers|worshippers|atheists|devout|of no (?:religion|faith)|secular people)\b",
        advice=BELIEF.advice,
        is_asked=True,
    ),
    wording(
        r"\b(?:no|not|without|cannot|can[’']t|won[’']t|never) (?:\w+ ){0,3}?(?:fasting|ramadan|prayer times?"
            r"|friday prayers?|sabbath|religious (?:holidays?|leave|observance|needs|reasons|belief|clothing)"
            r"|special diets?)\b"
        r"|\b(?:who|anyone|anybody|those|people|candidates|analysts|engineers|developers|staff"
            r"|applicants)\b[^.;?!]{0,40}\b(?:pray(?:s|ing|ers?)?|Ramadan|fast(?:s|ing)|Sabbath|Eid|Passover|Diwali"
            r"|Sundays off|church|mosque|religious (?:dress|holidays?|reasons|leave))\b[^.;?!]{0,40}\b(?:would not"
            r"|will not|won[’']t|cannot|can[’']t|may not|need not|should not|would struggle|do not|does not|don[’']t"
            r"|doesn[’']t|are not|is not|unsuitable|elsewhere|difficult|a problem)\b"
        r"|\b(?:must|should|have to|needs? to|expected to|willing to|happy to) (?:\w+ ){0,2}?(?:drink alcohol"
            r"|eat (?:pork|bacon|meat)|pray\b|attend (?:church|chapel|mass|mosque|prayers?)|join (?:us |the team "
            r"|the )?(?:\w+ )?(?:prayers?|grace))\b"
        r"|\b(?:time off|leave|breaks?) (?:for|to) (?:\w+ )?(?:pray\w*|worship|eid|religious \w+"
            r"|ramadan) (?:cannot|can[’']t|is not|are not|will not|may not)\b|\bwork (?:on|during"
            r"|through) (?:the )?(?:sabbath|ramadan|eid|religious holidays|prayer times?)\b"
        r"|\b(?:love of|faith in|fear of|belief in|believes? in) god\b|\b(?:Christian|Catholic|Protestant|Muslim"
            r"|Jewish|Hindu|Sikh|church-?going|god-?fearing) (?:\w+ )?(?:work ethic|family|famil(?:y|ies)|background"
            r"|home|values|outlook|upbringing|spirit|morals|firm|company|team)\b"
        r"|\b(?:state|tell us|declare|give|mention|say) (?:\w+ )?(?:your )?(?:religion|faith|religious beliefs?"
            r"|which church)\b|\bwhat is your (?:religion|faith)\b|\bdo you (?:pray|believe in god|go to (?:church"
            r"|mosque|mass)|observe|keep the sabbath)\b|\bwhatever your (?:religion|faith|beliefs?),? you (?:must|will"
            r"|have)\b",
        advice=BELIEF.advice,
    ),
    wording(
        rf"\b(?:who|that|if you|anyone|anybody) (?:\w+ ){{0,4}}?(?:pray|prays|praying|fasts?|fasting|{PRAYERS}"
            rf"|observes? \w+|worships?|go(?:es)? to (?:church|mosque|temple|mass)|eats? (?:halal|kosher)"
            rf"|do(?:es)? not drink)\b[^.;]{{0,40}}? {JUDGED}",
        rf"\b(?:leave|break|off|stop|stops|away|absent) (?:\w+ )?(?:for|at"
            rf"|to attend) (?:\w+ )?{PRAYERS}\b[^.;]{{0,20}}? (?:{JUDGED}|(?:is|are|would be|will be) (?:not|a problem"
            rf"|out of the question|frowned))",
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
        r"\beffeminate\b|\btoo camp\b|\b(?:real|proper) (?:wo)?m[ae]n\b|\bchanged sex\b"
            r"|\bwhether (?:\w+ ){0,3}(?:gay|straight|lesbian|bisexual|trans)\b|\bare you (?:gay|straight|lesbian"
            r"|bisexual|trans(?:gender)?)\b",
        advice=ORIENTATION.advice,
    ),
    wording(
        r"\b(?:gays?|lesbians?|bisexuals?|trans(?:gender)?|transsexuals?|queer|LGBTQ?\+?|same-sex)(?: (?:people"
            r"|couples|candidates?|applicants?|men|man|women|woman|staff|engineers?|persons?|colleagues?))?\b",
        advice=ORIENTATION.advice,
        is_asked=True,
    ),
)  # fmt: skip


def judges_a_belief(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    yield from worded(guide, BELIEF, BELIEFS, "“{}” makes religion or belief a matter of the job.")


def judges_an_orientation(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    yield from worded(guide, ORIENTATION, ORIENTATIONS, "“{}” makes orientation or gender a matter of the job.")


CHECKS = (judges_a_belief, judges_an_orientation)
