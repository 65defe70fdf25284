"""Wording that favours an age (Equality Act 2010, section 5): "
"lawful only where it is a proportionate means (section 13(2))."""

from collections.abc import Iterator

from articles.gate.checks.people.wordings import JUDGED, TURNED_AWAY, worded, wording
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText

YEARS = (
    r"(?:(?:1[4-9]|[2-8]\d)|twenty|thirty|forty|fifty|sixty)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
)
TENS = r"(?:twenties|thirties|forties|fifties|sixties|[2-6]0[’']?s)"
COUNTED = (
    r"(?![- ]?(?:\d|minutes?|hours?|days?|weeks?|months?|years?(?! old| of age)|miles|words|pages|people|per|%|k\b|characters|candidates"
    r"|points|mg|kg|cm))"
)
SCHOOL = r"(?:school|college|university|uni|sixth form|lectures|education|their degree|a degree|your degree)"
PERSON = (
    r"(?:candidates?|applicants?|persons?|individuals?|people|professionals?|workers?|man|woman|men|women|talent"
    r"|team members?|engineers?|developers?|graduates?|head|colleagues?|minds?|thing|hire)"
)

AGE = Rule(
    check="discrimination-age",
    level=Level.WARNS,
    why="Wording that favours an age turns people away and is rarely lawful in recruitment (Equality Act 2010, sections 5 and 39).",
    advice="Name the skill or the work instead, and say what the person will do.",
)
GRADUATE = (
    "Ask for the knowledge, and say that it may come from study or from work: “a first role in software” fits any age."
)
ENERGY = "Describe the work and its pace: “the team releases twice a week”. Energy and new ideas have no age."
BOUND = "Leave the age out. A minimum that the law sets for the work may be named, with its source."
SENIORITY = "Say what the person must have done, such as “has run a live service”, in place of age or maturity."
AGED = (
    r"(?:(?:older|younger|old|young|mature|elderly) (?:people|workers?|candidates?|applicants?|staff"
    r"|colleagues?|women|men|hires?)|millennials|zoomers|boomers|pensioners|teenagers|youngsters"
    r"|school leavers"
    rf"|people in their {TENS}|(?:the )?over-{YEARS}s|anyone over {YEARS})"
)
WORDINGS = (
    wording(
        r"\bdigital natives?\b(?!,? (?:compan|brand|business|firm|organisation|product|start))",
        rf"\bmillennials?\b|\bgen(?:eration)?[- ](?:z|y|alpha)\b|\bbaby boomers?\b|\b(?:under|over)[- ]{YEARS}s\b",
        r"\bschool[- ]leavers?\b|\b(?:recent|new|newly qualified|fresh) (?:\w+ )?(?:graduates?|grads?)\b"
        r"|\brecently graduated\b|\bgraduates of the (?:last|past) \w+ years?\b|\bgraduates? of 20\d\d\b",
        rf"\b(?:fresh|straight|just|recently|newly) (?:out of|from|off) (?:\w+ )?{SCHOOL}\b|\bzoomers?\b|\bstudent types?\b"
        r"|\b(?:still )?in (?:his|her|their|your) (?:teens|student days)\b|\bcollege[- ]age\b|\bof university age\b",
        advice=GRADUATE,
        is_asked=True,
    ),
    wording(
        r"\bgraduat(?:ed|ing|ion) (?:in|within|after|since|was in)(?: the (?:last|past) \w+ years?| 20\d\d)\b"
        r"|\bborn (?:in|after|since|before)(?: the)? (?:19|20)?[5-9]0s\b|\bborn (?:after|before|since) (?:19|20)\d\d\b",
        rf"\b(?:first|early|next) (?:\w+ )?years? (?:after|out of|from) {SCHOOL}\b|\bwithin \w+ years? of (?:graduat\w+|leaving {SCHOOL})\b",
        advice=GRADUATE,
        is_asked=True,
    ),
    wording(
        rf"\b(?:no|not) more than \w+ years? (?:out of|from|since|after|away from) (?:{SCHOOL}|graduat\w+|your degree)\b"
        rf"|\b(?:less|fewer) than \w+ years (?:out of|since|after) (?:{SCHOOL}|graduat\w+)\b|\bless than \w+ years out\b",
        advice=GRADUATE,
    ),
    wording(
        rf"\b{AGED} (?:\w+ )?{JUDGED}\b|\b{TURNED_AWAY} (?:any |the )?{AGED}\b|\baverage age of (?:\d\d"
            rf"|{YEARS}) (?:and|which|so)\b|\b(?:has|have|keeps?|with) an average age of (?:\d\d"
            rf"|{YEARS})\b[^.;]{{0,40}}\b(?:like|keep|proud|stay|want|match|hire)",
        r"\b(?:team|office|desk|company) is young\b|\byoung go-getters?\b|\b(?:tell us|say|state|let us know) how old you are\b",
        r"\byoung,? (?:and |but )?(?:energetic|dynamic|hungry|ambitious|vibrant|fun|lively|fresh|enthusiastic|driven"
        r"|fast-paced)\b"
        r"|\b(?:energetic|dynamic|hungry|ambitious|vibrant|lively|fun|enthusiastic),? (?:and )?(?:young|youthful)\b",
        r"\b(?:young|youthful),? (?:\w+ )?(?:team|crowd|workforce|staff|office|blood)\b|\b(?:fresh|new) blood\b"
        r"|\byoung at heart\b",
        r"\b(?:fresh|young) (?:faces|legs)\b|\bold dogs?\b|\bborn digital\b|\bin the prime of life\b"
        r"|\bpast it\b|\bgrown up with the (?:internet|web)\b|\b(?:tech-savvy|bright|up-and-coming) youngsters?\b"
        r"|\byouthful\b|\b(?:energy|vigour|drive|enthusiasm) of youth\b|\bbright young things?\b"
        r"|\btwenty-?somethings?\b|\bfresh[- ]faced\b|\byoung(?:er)?[- ]minded\b|\bgrown up (?:with|around|on) (?:\w+ )?"
        r"(?:computers|technology|smartphones|phones|apps|social media|the internet)\b|\bage of the internet\b",
        r"\b(?:early|early on|right|certain|different|later?|youthful) (?:stage|phase|time) (?:of|in) (?:your |their |his |her )?life\b"
        r"|\b(?:with|has|have) (?:\w+ ){0,3}(?:whole|entire) (?:career|life|working life) ahead\b|\byears (?:of work )?ahead of them\b",
        r"\b(?:young|youthful|younger|vibrant young) (?:business|company|firm|culture|atmosphere|environment"
            r"|agency)\b(?=[^.]*\b(?:team|people|energy|feel|you|join)\b)",
        advice=ENERGY,
    ),
    wording(
        r"\byoungsters?\b|\bold guard\b",
        rf"\byoung(?:er|est)? (?:and \w+ |\w+ )?{PERSON}\b|\byoung(?:er)? (?:or|and) (?:old|new)|\b(?<!too )young$"
        r"|\byoung(?=[.,;])",
        advice=ENERGY,
        is_asked=True,
    ),
    wording(
        rf"\bin (?:his|her|their|your) (?:early |mid[- ]|late )?{TENS}\b",
        rf"\b(?:no|not) (?:older|younger) than {YEARS}\b|\b\d\d(?: to |-|–)\d\d years old\b|\b\d\d years (?:old"
        rf"|of age)\b|\baged (?:between |from |under |over |at least )?{YEARS}\b",
        rf"\b(?:under|over|below|above|between)(?: the age of| age)? {YEARS}\b{COUNTED}",
        advice=BOUND,
        is_asked=True,
    ),
    wording(
        rf"\b(?:no|not) (?:older|younger) than {YEARS}\b{COUNTED}|\bon the (?:right|wrong|sunny) side of {YEARS}\b"
        rf"|\b(?:anyone|anybody|people|candidates|applicants|those|someone|somebody) (?:aged )?(?:who (?:is"
            rf"|are) )?(?:over|under|past|above|below|older than|younger than) {YEARS}\b{COUNTED}"
        rf"|\b(?:over|under)[- ]{YEARS}s\b|\b(?:too|very) (?:old|young) (?:for|to)\b(?! (?:tell|say|judge|test|know))",
        r"\b(?:maximum|upper) age\b|\bage limit\b|\b(?:team|staff|office|workforce)[’']?s? average age\b|\baverage age (?:here |is |of us |in )+\b",
        r"\baverage age of (?:the|our|your) (?:team|staff|office|people|company)\b|\b(?:near|close to|nearing"
        r"|approaching|over|past) (?:retirement|pension(?:able)?)(?: age)?\b",
        r"\b(?:no more than|not more than|less than|fewer than|at most|up to|under) (?:an? |\w+ )?(?:decades?"
            r"|years?)(?:[’']| of)? (?:\w+ )?(?:life|career|experience|work|employment|working life) (?:behind|under"
            r"|to (?:his|her|their|your) name)\b",
        r"\b(?:no|not) more than \w+ years[’']? (?:of )?(?:\w+ )?experience\b|\bexperience and no more\b"
        r"|\b(?:a )?maximum (?:of )?\w+ years[’']? (?:of )?(?:\w+ )?experience\b|\bexperience (?:must|should|may) not exceed\b"
        r"|\bup to \w+ years[’']? experience (?:only|at most|and no more)\b",
        advice=BOUND,
    ),
    wording(
        r"\bdinosaurs?\b|\b(?:grey|gray|white)[- ]hair(?:ed)?\b|\bmiddle[- ]aged\b|\belderly\b"
            r"|\blong in the tooth\b|\bset in (?:his|her|their|your) ways\b"
        r"|\bpast (?:his|her|their|your) (?:best|prime|peak)\b|\bat (?:his|her|their|your) (?:time of life|age)\b|\bold hands?\b|\bover the hill\b",
        rf"\bolder(?: \w+)? {PERSON}\b|\bolder,? (?:and )?wiser\b|\b(?:semi-)?retired (?:\w+ )?\w+|\bretirees?\b"
        r"|\bpensioners?\b",
        rf"\bmature(?: \w+)? {PERSON}\b|\b(?:someone|somebody) (?:more )?mature\b|(?<!\band )\bmature(?=[.,;])"
        r"|\bveterans?\b(?= (?:only|preferred))",
        advice=SENIORITY,
        is_asked=True,
    ),
)  # fmt: skip


def favours_an_age(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    yield from worded(guide, AGE, WORDINGS, "“{}” favours people of one age.")


CHECKS = (favours_an_age,)
