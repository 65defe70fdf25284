"""Looks as a requirement: they say nothing about the work, and may discriminate by sex, age, race or disability.

Indirect discrimination is section 19 of the Equality Act 2010; a severe disfigurement counts as a disability (Schedule 1,
paragraph 3).
"""

from collections.abc import Iterator

from articles.gate.checks.people.wordings import worded, wording
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText

PERSON = (
    r"(?:receptionists?|salespersons?|salespeople|assistants?|candidates?|applicants?|persons?|people|wom[ae]n"
    r"|m[ae]n|girls?|staff|hostess(?:es)?|team members?)"
)

LOOKS = Rule(
    check="discrimination-looks",
    level=Level.WARNS,
    why="Looks say nothing about the work, and to ask for them may discriminate by sex, age, race or disability (Equality Act 2010, section 19).",
    advice="Describe the manner that the work needs, such as “greets visitors and puts them at ease”.",
)
PICTURE = "Do not ask for a photograph or measurements: a CV without them is judged by the work alone."
WORDINGS = (
    wording(
        r"\b(?:beautiful|slim|pretty|handsome|bald|fat|overweight|ugly|obese|plain|good-looking) (?:people|persons?"
        r"|m[ae]n|wom[ae]n|candidates?|applicants?|staff|girls?)\b|\b(?:long|nice|good) (?:legs|smile|figure|teeth)\b"
        r"|\bgood looks\b(?! like\b)|\bnice to look at\b|\blooks? (?:good|smart|great) in (?:a|your) (?:suit|dress)\b"
        r"|\bslim figure\b|\blooks? young\b|\bgood[- ]looking\b(?! (?:cv|website|site|page|document|code|design"
        r"|interface|app|chart|report|data|portfolio|profile))|\bpretty face\b|\beasy on the eyes?\b|\b(?:pleasing"
        r"|pleasant|attractive) (?:appearance|looks|face|figure)\b|\bphotogenic\b",
        r"\b(?:slim|slender|petite|athletic|trim) (?:build|figure|and tall|person|candidate)\b|\btall and (?:slim"
        r"|slender|handsome|blond)\b|\b(?:be|you are) (?:slim|slender|petite|handsome|beautiful|tall(?=[.,]| and\b)"
        r"|pretty(?=[.,]| and\b))(?!\w)",
        r"\bno (?:\w+ )?(?:overweight|fat|obese|ugly|bald) (?:people|candidates?|applicants?|staff)\b|\b(?:minimum"
        r"|maximum) (?:height|weight)(?= (?:of|is)? ?\d)|\bno (?:visible )?(?:tattoos|piercings)\b"
        r"|\byou have a (?:trim|good|slim) figure\b",
        r"\b(?:attractive|handsome|beautiful|gorgeous|pretty|glamorous) (?:\w+ )?(?:receptionists?|salespersons?"
        r"|assistants?|hostess(?:es)?|wom[ae]n|m[ae]n|girls?|secretar(?:y|ies)|faces?|young)\b",
        r"\battractive and (?:well|smart|friendly|slim|presentable|outgoing)|\b(?:well[- ](?:groomed|presented"
        r"|spoken)),? (?:and )?attractive\b|\byou are (?:\w+ )?attractive\b(?! to\b)",
        advice=LOOKS.advice,
    ),
    wording(
        r"\b(?:blondes?|blond|brunettes?|redheads?)\b(?= (?:receptionists?|wom[ae]n|girls?|preferred|only"
            r"|assistants?|hostess|candidates?)|[,.;])|\bdress size\b|\bsize (?:\d{1,2}|zero) or (?:less|under"
            r"|smaller)\b|\bcurvy\b|\bclear skin\b|\beye candy\b"
        r"|\b(?:film[- ]star|movie[- ]star|classic|clean-cut|striking|youthful|fresh|boyish|stunning|great"
            r"|smart) (?:good )?looks\b|\blooks? (?:\w+ )?(?:like a model|(?:matter|count|help)s?\b(?= (?:at|on|in"
            r"|here|to|as|when)\b|[.,]))|\b(?:a|whose) face (?:that |which )?fits?\b|\bfull head of hair\b|\b(?:with"
            r"|have|has) model looks\b",
        r"\b(?:at least|over|under|above|below|minimum|taller than|shorter than|of) (?:\d(?:[’']|ft| ?feet"
            r"| ?foot)(?: ?\d{1,2}(?:[”\"]|in)?)?(?: tall)?|\d\.\d+ ?m(?:etres?)? tall|1[4-9]\d ?cm(?: tall)?|(?:five"
            r"|six) (?:feet|foot)(?: \w+)?(?: tall)?|(?:\d{1,2}|ten|eleven|twelve|thirteen|fourteen|fifteen) stone)\b"
            r"|\b(?:healthy|ideal|correct|right|normal) weight\b",
        r"\b(?:beautiful|handsome|pretty|gorgeous|glamorous|stunning|sexy|good-looking|easy on the eye|photogenic"
            r"|slim|slender|petite|well-groomed|well-dressed)(?:,? (?:and )?[\w-]+){0,2} (?:people|persons?"
            r"|candidates?|applicants?|receptionists?|assistants?|hostess(?:es)?|wom[ae]n|m[ae]n|girls?|staff"
            r"|team members?|colleagues?|hires?|recruiters?|salespe\w+|consultants?|front-of-house|presenters?|hosts?"
            r"|greeters?|ambassadors?|representatives?|secretar(?:y|ies)|models?|trainers?|managers?|demonstrators?"
            r"|interviewers?)\b"
        r"|\b(?:you|he|she|they|candidates?|applicants?|persons?|people|receptionists?|assistants?|colleagues?"
            r"|hires?|somebody|someone|anyone|who|staff) (?:should|must|need to|needs to|has to|have to|will"
            r"|would) (?:\w+ )?(?:be|look) (?:\w+ )?(?:attractive|good[- ]looking|handsome|beautiful|pretty|gorgeous"
            r"|glamorous|stunning|slim|photogenic|in (?:good )?shape|easy on the eye)\b(?! (?:clear|sure|good|well"
            r"|much|sharp))",
        r"\b(?:winning|lovely|beautiful|pretty|dazzling|perfect|white) (?:smile|teeth|eyes|hair|features"
            r"|complexion)\b|\b(?:wear|wears|wearing) (?:\w+ )?(?:make-?up|high heels|heels|short skirts?)\b|\b(?:a"
            r"|the) (?:good|nice|slim|trim|great) figure\b|\b(?:pretty|attractive|handsome|beautiful) (?:face|faces)\b"
            r"|\b(?:visible|face|neck|facial) (?:tattoos?|piercings?)\b",
        advice=LOOKS.advice,
    ),
    wording(
        r"\b(?:send|attach|include|enclose|submit|upload|add|provide) (?:\w+ ){0,2}?(?:full-length |recent |passport "
        r"|head ?shot |smiling |clear |colour )?(?:selfie|photo(?:graph)?s?|head ?shot|picture of yourself)\b(?=\.$|[^.]{0,30}\b(?:cv|application"
        r"|height|weight|yourself|you)\b)",
        r"\bphoto(?:graph)? (?:must|should|has to) be (?:enclosed|attached|included|sent)\b|\bphoto(?:graph)? (?:and"
        r"|with) your (?:height|weight|cv|application)\b|\byour height and weight\b",
        advice=PICTURE,
    ),
)  # fmt: skip


def judges_looks(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    yield from worded(guide, LOOKS, WORDINGS, "“{}” asks for looks.")


CHECKS = (judges_looks,)
