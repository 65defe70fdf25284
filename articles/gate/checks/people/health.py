"""Wording that shuts out disabled people (Equality Act 2010, section 6), and questions about health before an offer.

Before an offer an employer may ask about health only for a few purposes, such as adjustments to the interview (section
60); afterwards the offer may depend on a check that everybody in the post takes.
"""

from collections.abc import Iterator

from articles.gate.checks.people.wordings import JUDGED, TURNED_AWAY, worded, wording
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText

ILLNESS = (
    r"(?:depression|anxiety|epilepsy|autism|adhd|dyslexia|diabetes|asthma|cancer|bipolar|schizophrenia|(?:mental "
    r"|long-term |chronic )?illness(?:es)?"
    r"|medical conditions?|health (?:conditions?|problems?|issues?)|mental health (?:problems?|issues?|conditions?)"
    r"|disabilit(?:y|ies)|bad back|sick(?:ness)?|impairments?)"
)
CHECKED = r"(?:health|medical) (?:questionnaires?|checks?|examinations?|forms?|screenings?)"

AGENTS = r"[a-z]{3,}(?:ers?|ists?|ysts?|ants?)"
SICK = (
    r"(?:(?:deaf|blind|disabled|autistic|epileptic|dyslexic|depressed|diabetic|bipolar|ill|sick|unwell"
    r"|neurodivergent|overweight) (?:people|candidates?|applicants?|workers?|staff|colleagues?|engineers?"
    r"|developers?|employees?|persons?)"
    rf"|(?:an? |any )?(?:people|persons?|candidates?|applicants?|anyone|anybody|somebody|someone|those|staff"
    rf"|colleagues?|{AGENTS}) (?:with|who ha(?:s|ve)|who suffers? from|on|living with|prone to"
    rf"|who uses?) (?:an? |any |the )?(?:\w+ )?(?:{ILLNESS}|autism spectrum|spectrum|stammer|stutter|lisp|limp"
    rf"|tics?|guide dog|hearing aids?|wheelchair|prosthe\w+|seizures|fits|panic attacks)"
    rf"|(?:epileptics|diabetics|dyslexics|autistics|asthmatics|wheelchair users|amputees)|(?:people|candidates"
    rf"|applicants|anyone|anybody|somebody|those|staff) (?:with|who have|who suffer from) (?:an? "
    rf"|any )?(?:history of )?{ILLNESS})"
)
# Of whom a sentence asks what no employer may know.
CARE = (
    r"(?:psychiatrists?|psychologists?|therap(?:y|ists?)|counsell(?:ing|ors?)|hospital|rehab|signed off"
    r"|breakdown|burnout|tablets|pills|antidepressants|medication|medicine|operations?|surgery|stress"
    r"|sick leave"
    rf"|mental health|{ILLNESS})"
)
HEALTH = Rule(
    check="discrimination-disability",
    level=Level.WARNS,
    why="Wording that shuts out disabled people is rarely lawful, nor are questions about health before an offer (Equality Act 2010, sections 6, 39 and 60).",
    advice="Describe the task, and say that adjustments can be made.",
)
TASK = (
    "Name the task itself, such as “carries equipment of up to 15 kg”, "
    "and say that adjustments can be made (section 20)."
)
RECORD = "Leave it out: absence may come from a disability. Ask for nothing about health before an offer (section 60)."
QUESTION = (
    "Ask only which adjustments somebody needs for the interview; other "
    "questions about health wait until after an offer (section 60)."
)
RESPECT = "Write of the person first, such as “a wheelchair user” or “disabled people”, without pity."
WORDINGS = (
    wording(
        rf"\b{SICK} (?:\w+ )?{JUDGED}\b|\b{TURNED_AWAY} (?:any |the )?(?:\w+ )?(?:{SICK}|(?:people|candidates"
            rf"|applicants) with (?:gaps for|long) (?:illness|absences?))\b",
        rf"\b(?:no|not an?|not the|hardly an?|hardly the) (?:place|job|role|team|setting|environment|work|post"
            rf"|office) (?:for|in which)\b[^.;?!]{{0,30}}?\b(?:on the (?:autism )?spectrum|with (?:an? "
            rf"|any )?(?:\w+ )?{ILLNESS}|who (?:has|have|is|are|suffers?|cannot|can[’']t"
            rf"|lives? with) (?:\w+ )?(?:{ILLNESS}|autistic|disabled|deaf|blind|neurodivergent|dyslexic|unwell|hear|see"
            rf"|walk|stand|climb))\b"
        rf"|\b(?:people|anyone|anybody|those|candidates|engineers|developers|applicants|somebody|someone"
            rf"|staff) (?:on the (?:autism )?spectrum|with (?:an? |any )?(?:\w+ )?{ILLNESS}|who (?:is|are) (?:autistic"
            rf"|deaf|blind|disabled|neurodivergent|dyslexic|epileptic)) (?:\w+ )?{JUDGED}\b",
        rf"\b(?:do not|don[’']t|need not|please do not|should not) apply\b[^.?!]{{0,40}}\b{CARE}|\bbad back (?:should|need|must|cannot)\b",
        rf"\bif you (?:take|have|suffer|are on|are prone|need|live with"
            rf"|get) [^.;?!]{{0,30}}?\b{CARE}\b[^.;?!]{{0,40}}?\b(?:not (?:the|a|your) (?:job|role|place|team)"
            rf"|not for you|look elsewhere|do not apply|should not apply|need not apply|stay away|think (?:again"
            rf"|twice))\b",
        r"\bable[- ]bodied\b|\bphysically fit\b|\bfit and (?:healthy|well|active)\b|\bhealthy and fit\b"
        r"|\bfit and strong\b|\bstrong and fit\b|\bsick people\b|\bthe sick\b|\bsound (?:of )?mind(?: and body)?\b"
        r"|\bof sound mind\b|\ban? (?:stammer|stutter|lisp|limp|hearing aid|speech impediment|bad back) (?:will"
            r"|would|could|is|may|might)\b|\bno history of (?:\w+ )?(?:illness|depression|anxiety|epilepsy|back|mental"
            r"|sickness)\b|\b(?:never|rarely|seldom) (?:\w+ ){0,2}?(?:ill|sick|signed off|off sick|unwell|falls? ill"
            r"|calls? in sick|takes? a day off)\b|\bnot prone to (?:illness|sickness|anxiety|depression)\b"
        r"|\bno (?:mental[- ]health|health|medical|mental) (?:problems?|issues?|conditions?|history|baggage)\b|\bsickly\b",
        r"\b(?:unsuitable|not suitable|not suited|not open|not accessible|unsuited) (?:for"
        rf"|to) (?:\w+ ){{0,3}}?(?:wheelchair|disabled|disabilit|{ILLNESS}|blind|deaf)\w*",
        r"\b(?:wheelchair users?|disabled (?:people|candidates?|applicants?)|blind people"
        r"|deaf people) (?:\w+ )?(?:cannot|can[’']t|need not|should not|are not able|will not|may struggle"
        r"|would struggle)\b",
        r"\bno (?:\w+ )?(?:disabled|wheelchairs?|dyslexics|epileptics|invalids|disabilities)\b(?! (?:access|parking))"
        r"|\bthe faint-hearted or the disabled\b",
        rf"\bmust not (?:suffer|have|be (?:disabled|ill))\b(?: from)?(?: an?| any)? (?:\w+ )?{ILLNESS}|\bfree (?:of"
        rf"|from) (?:\w+ )?{ILLNESS}",
        r"\b(?:cannot|not|never|won[’']t) (?:hire|employ|take|take on|consider) (?:\w+ )?(?:with|who (?:has|have"
        rf"|suffers?)|disabled)(?: an?)?(?: history of)? (?:{ILLNESS}|people)",
        rf"\b(?:with|have) (?:an?|any) (?:history of )?{ILLNESS} (?:should|need|must|may|can) (?:not|never"
        r"|think) (?:apply|work|twice|join)|\bno (?:history of )?(?:\w+ )?(?:depression|epilepsy|anxiety"
        r"|long-term illness|mental health problems)\b",
        advice=TASK,
    ),
    wording(
        r"\b(?:good|excellent|perfect|full|robust|sound|strong|normal|best of|peak|top|20/20|rude"
            r"|iron) (?:(?:general|physical|mental|bodily|eyesight|hearing|and|&) )*(?:health"
        r"|eyesight|vision|hearing|constitution)\b",
        r"\b(?:no|without(?: an?)?|free of(?: an?)?|not have an?) (?:\w+ )?(?:stammer|stutter|lisp|limp"
            r"|speech impediments?|speech defects?|hearing aids?|back (?:trouble|problems?|pain)|panic attacks?)\b"
        r"|\b(?:clean|full) bill of health\b|\bneuro-?typical\b|\b(?:epileptics|dyslexics|diabetics|asthmatics"
            r"|invalids)\b|\bwith an? (?:stammer|stutter|lisp|limp|bad back|hearing aid|guide dog|walking stick"
            r"|wheelchair|speech impediment)\b|\bin a wheelchair\b|\busing a wheelchair\b|\bwheelchair users?\b"
        r"|\b(?:peak|top) physical (?:shape|condition|form)\b|\bphysically (?:perfect|robust|strong|tough|able)\b"
            r"|\bnormal (?:people|person|brains?|minds?)\b",
        r"\bmentally (?:strong|stable|tough|robust|healthy|well|fit)\b|\bstrong and healthy\b",
        rf"\b(?:no|without|not have|with)(?: an?| any)? (?:history of )?{ILLNESS}\b"
        rf"|\b(?:history of )?{ILLNESS}\b(?= should| need| may not)",
        r"\bhealthy (?:and \w+ )?(?:applicants?|candidates?|persons?|people|individuals?|engineers?)\b|\bfit people\b"
        r"|\b(?:deaf|blind|disabled|handicapped) (?:persons?|people|applicants?|candidates?|engineers?|colleagues?)\b"
        r"|\bphysically and mentally strong\b",
        advice=TASK,
        is_asked=True,
    ),
    wording(
        r"\b(?:no|without|a clean|clean|low|little)(?: an?)? (?:history of |record of )?(?:sick(?:ness)?(?: leave"
        r"| absence| notes?| days| record)|time off sick)\b|\bno sick (?:notes?|days|leave)\b",
        r"\b\w+ (?:sickness|medical|sick-leave) record\b|\bclean (?:health|attendance) record\b|\b(?:perfect|excellent"
        r"|good|unbroken) attendance record\b|\bno time off sick\b|\byou (?:\w+ )?(?:\w+ )?(?:never|rarely|seldom"
        r"|(?:have had |had )?no more than \w+|fewer than \w+) (?:been |take |taken |are |had |have )*(?:off sick|ill"
        r"|sick(?: days| leave)?)\b|\b(?:cannot|not|can[’']t) take on (?:\w+ )?(?:who|that) (?:has|have) been (?:ill"
        r"|sick|off sick)\b",
        advice=RECORD,
    ),
    wording(
        r"\b(?:ask(?:s|ed)?|quizzed) (?:\w+ ){0,3}?(?:about|if|whether|for)(?: \w+){0,4}? (?:health|illness|sickness"
        r"|disabilit(?:y|ies)|disabled|medical (?:history|conditions?)|medication|sick days|sick leave)\b(?! insurance"
        r"| cover| care|care| and safety)",
        rf"\b(?:have|had|are|were|do|did) you (?:ever |currently |recently |regularly |now )*(?:been |seen |had "
            rf"|have |take|taken |taking |on |in |spent |suffer|needed |under )[^.?!]{{0,25}}?\b{CARE}\b|\bhow (?:is"
            rf"|are|good is) your (?:\w+ )?(?:health|back|eyesight|hearing|nerves)\b",
        rf"\b(?:state|declare|list|disclose|give|reveal|mention|report|admit) (?:any|your|all|past|previous|current"
            rf"|whether you have had)(?: \w+){{0,2}} {ILLNESS}\b",
        r"\b(?:how many|number of) (?:\w+ )?days (?:\w+ ){0,4}?(?:off sick|sick|ill)\b|\bhow many sick days\b"
        r"|\b(?:state|declare|list|disclose|give) (?:any|your|all) (?:\w+ )?(?:disabilit(?:y|ies)|illness(?:es)?"
        r"|health (?:conditions?|problems?)|medical (?:conditions?|history))\b",
        r"\b(?:must|will|to|should) (?:complete|fill in|pass|take|undergo|have"
        rf"|need) (?:an? )?(?:\w+ )?{CHECKED}\b(?![^.]{{0,40}}\bafter\b)|\bmedical before (?:the|an|any) (?:interview"
        r"|offer)\b",
        r"\b(?:are you|do you) (?:\w+ )?(?:on|taking|take) (?:any )?medication\b|\bdo you have (?:any|a) (?:health"
        r"|medical|disabilit|mental)\w*|\bdo you suffer from\b|\btell us (?:about|of) (?:your|any) (?:medical|health"
        r"|illness|sickness|disabilit)\w*|\bare you (?:disabled|in good health)\b|\bhave you (?:ever )?(?:suffered"
        r"|been treated|had) (?:from |for )?(?:any )?(?:illness|depression|mental)",
        advice=QUESTION,
    ),
    wording(
        r"\b(?:confined to|bound to) (?:a|the|his|her) wheelchair\b|\bwheelchair[- ]bound\b|\bhandicapped (?:people"
        r"|person|toilet|parking|candidates?|applicants?|staff)\b|\bthe (?:disabled|handicapped)\b(?! \w+ (?:access"
        r"|toilet))(?=[ .,;])(?! (?:people|person|candidate|applicant|employee|worker|access|toilet|parking|community"
        r"|student))|\bcripple[sd]?\b",
        r"\b(?:suffer(?:s|ing)?|victims?) (?:from|of) (?:autism|adhd|dyslexia|epilepsy|dyspraxia|a disability)\b"
        r"|\bmentally (?:handicapped|retarded|ill people)\b",
        advice=RESPECT,
    ),
)  # fmt: skip


def shuts_out_disabled_people(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    yield from worded(guide, HEALTH, WORDINGS, "“{}” shuts out disabled people, or asks about health too early.")


CHECKS = (shuts_out_disabled_people,)
