"""Whole groups of people as the subject of a sentence that says what they are like, or what becomes of them.

“Polish testers work hard”, “women who cover their hair may not work on reception”, “a divorced candidate may bring
trouble”: nothing that is said of a group fits each of its people, so only sentences that speak of help, rights or
numbers pass.
"""

import re
from collections.abc import Iterable, Iterator

from articles.gate.checks.people import age, belief, family, health, looks, origin, sex
from articles.gate.checks.people.own_voice import WARNING, in_own_voice
from articles.gate.context import SiteContext
from articles.gate.findings import Finding
from articles.gate.prose.document_text import DocumentText, sentences
from articles.gate.prose.patterns import Pattern, filtered
from articles.gate.prose.statements import unquoted
from articles.gate.prose.words import cut


def _one_of(patterns: Iterable[str]) -> Pattern:
    """The patterns as alternatives of one, each with a group named after its subject."""
    return filtered("|".join(patterns), re.IGNORECASE)


# Somebody at work or on the way to it; not the users, readers or customers of a service.
WORKER = (
    r"(?:candidates?|applicants?|colleagues?|hires?|staff|employees?|graduates?|interns?|apprentices?"
    r"|managers?|engineers?|developers?|designers?|testers?|analysts?|consultants?|architects?"
    r"|administrators?|scientists?|technicians?|contractors?|trainees?|starters?|newcomers?|leads?"
    r"|programmers?|coders?|recruiters?|presenters?|receptionists?|freelancers?|workers?|interviewers?"
    r"|directors?|specialists?|secretar(?:y|ies)|assistants?)"
)
PEOPLE = rf"(?:{WORKER}|people|persons?|men|women|man|woman|folk)"
ANYONE = rf"(?:anyone|anybody|someone|somebody|those|everyone|nobody|no one|{PEOPLE})"
TENS = r"(?:twenties|thirties|forties|fifties|sixties|seventies|teens)"
YEARS = r"(?:[1-7]\d|twenty|thirty|forty|forty-five|fifty|fifty-five|sixty|sixty-five)"
NATIONS = (
    r"(?:British|English|Scottish|Welsh|Irish|European|American|Indian|Pakistani|Bangladeshi|Polish|Romanian"
    r"|Bulgarian|Hungarian|Czech|Chinese|Japanese|Korean|African|Asian|Russian|Ukrainian|Nigerian|Ghanaian"
    r"|Kenyan|Arab|Turkish|Greek|Italian|Spanish|Portuguese|French|German|Dutch|Caribbean|Jamaican|Brazilian"
    r"|Mexican|Filipino|Iranian|Somali|Albanian|Latin|Nordic|Slavic|white|black|brown|foreign(?:-born)?"
    r"|immigrant|migrant|refugee|Eastern European|Traveller|Gypsy|Roma|non-white|mixed-race|minority|ethnic)"
)
PEOPLES = (
    r"(?:Asians|Africans|Indians|Poles|Romanians|Bulgarians|Russians|Ukrainians|Nigerians|Pakistanis|Italians"
    r"|Germans|Greeks|Turks|Arabs|Albanians|Somalis|Brits|Britons|Americans|Australians|Europeans"
    r"|Eastern Europeans|foreigners|immigrants|migrants|refugees|Gypsies|Travellers)"
)
FAITHS = (
    r"(?:Christian|Catholic|Protestant|Muslim|Islamic|Jewish|Hindu|Sikh|Buddhist|religious|devout|practising"
    r"|observant|church-?going|God-fearing|atheist)"
)
FAITHFUL = r"(?:Christians|Catholics|Protestants|Muslims|Jews|Hindus|Sikhs|Buddhists|atheists|believers|churchgoers)"
LOOKS = (
    r"(?:attractive|pretty|handsome|beautiful|good-looking|ugly|plain|bald|fat|overweight|obese|plus-size|slim"
    r"|thin|skinny|short|tall|tattooed|pierced|bearded|scruffy|ginger|[a-z]+-haired|blonde?|petite"
    r"|unattractive|well-built|heavy)"
)
ILL = (
    r"(?:deaf|blind|disabled|autistic|epileptic|dyslexic|dyspraxic|depressed|diabetic|bipolar|anxious|sick|ill"
    r"|chronically ill|neurodivergent|partially sighted|lame|stammering|infirm|wheelchair-bound|able-bodied"
    r"|mentally ill)"
)
ILLNESS = (
    r"(?:adhd|autism|dyslexia|epilepsy|depression|anxiety|diabetes|asthma|cancer|arthritis|ms|bipolar disorder"
    r"|schizophrenia|a (?:\w+ )?(?:disability|illness|condition|stammer|stutter|limp|hearing aid|guide dog"
    r"|walking stick|wheelchair|bad back|impairment)|(?:mental|physical|long-term|chronic) (?:\w+ )?(?:illness"
    r"|problems|conditions?|disabilit\w+)|panic attacks|seizures|disabilities|health problems|hearing aids)"
)
TIED = r"(?:divorced|single|married|unmarried|pregnant|childless|widowed|newly married|newly-wed|engaged|expectant|nursing|breast-?feeding)"
PARENTS = r"(?:mothers|fathers|mums|dads|parents|newly-?weds|bachelors|widows|divorcees|spinsters|carers|housewives)"

RULES = {
    "age": age.AGE,
    "sex": sex.SEX,
    "origin": origin.ORIGIN,
    "belief": belief.BELIEF,
    "looks": looks.LOOKS,
    "health": health.HEALTH,
    "family": family.FAMILY,
}
GROUPS = {
    "age": rf"(?:older|younger|young|old|mature|middle-aged|elderly|retired|ageing|aging|youthful|grey-haired"
        rf"|\w+-year-old) {PEOPLE}|youngsters|pensioners|retirees|boomers|millennials|teenagers|zoomers"
        rf"|school[- ]leavers|{ANYONE} (?:in (?:his|her|their) (?:early |mid-?|late )?{TENS}|(?:aged )?(?:over"
        rf"|under|above|past|older than|younger than) {YEARS}|of (?:a certain|his|her|their) age|(?:who"
        rf"|that) (?:graduated|left school|was born|were born) (?:before|after|in) \w+"
        rf"|within \w+ years of (?:retirement|pension)\w*|(?:near|close to|nearing|approaching) (?:retirement"
        rf"|pension)\w*)",
    "sex": rf"(?:female|male|lady|woman|girl) {WORKER}|women|men|ladies|girls|lads|gentlemen|boys|a (?:woman|man|girl|lady)",
    "origin": rf"(?-i:{NATIONS}|Black|White|Brown|Foreign|Immigrant|Migrant) {PEOPLE}|(?-i:{PEOPLES}|Foreigners"
        rf"|Immigrants|Migrants|Refugees)|{PEOPLE} (?:from (?:Africa|Asia|India|Poland|China|Pakistan|Romania"
        rf"|Nigeria|(?:Eastern|Southern) Europe|abroad|overseas|the Caribbean|the Middle East|the (?:sub)?continent"
        rf"|[A-Z]\w+ia)|of (?:\w+ )?{NATIONS} (?:origin|descent|stock|heritage|background)|whose (?:parents"
        rf"|families|names|family) (?:were|was|are|is|came|come|sound|cannot)(?: born| come| bred)?(?: abroad"
        rf"| overseas| from elsewhere| over here)?|with (?:an? )?(?:foreign|strange|odd|unpronounceable|exotic"
        rf"|ethnic)(?:-sounding)? (?:names?|accents?)|born (?:abroad|overseas|elsewhere))|(?:CVs|applications"
        rf"|applicants|candidates|names|accents) from (?:Africa|Asia|India|Poland|China|Pakistan|Romania|Nigeria"
        rf"|(?:Eastern|Southern) Europe|abroad|overseas|the Caribbean|the Middle East)",
    "belief": rf"(?-i:{FAITHS}|Religious|Devout|Practising) {PEOPLE}|(?-i:{FAITHFUL})|{ANYONE} (?:who"
        rf"|that) (?:\w+ )?(?:prays?|fasts?(?: (?:during|in|for|at) \w+)?|worships?|goes to (?:church|mosque"
        rf"|temple)|go to (?:church|mosque|temple)|keeps? the sabbath|observes? \w+|covers? (?:her|their"
        rf"|his) (?:hair|head|face)|wears? (?:an? )?(?:headscar\w+|hijabs?|turbans?|veils?|cross|crucifix"
        rf"|skullcaps?|niqabs?|kippah))",
    "looks": rf"{LOOKS}(?: \w+)? {PEOPLE}|{PEOPLE} with (?:\w+ )?(?:tattoos|piercings|beards|acne|scars|dyed hair"
        rf"|long hair|birthmarks|bad teeth|crooked teeth)|(?:(?:visible )?tattoos|piercings|dyed hair|beards"
        rf"|nose rings|long hair)(?: (?:and|or) (?:\w+ )?\w+)?",
    "health": rf"{ILL} {PEOPLE}|{ANYONE} (?:with|who (?:has|have|suffers? from|lives? with|takes?|needs?|uses?)"
        rf"|recovering from|prone to|on (?=medication|tablets|antidepressants)) (?:{ILLNESS}|medication|tablets"
        rf"|antidepressants)|{ANYONE} who (?:is|are|has been|have been|was|were) (?:{ILL}|signed off|off sick"
        rf"|on medication)|{ANYONE} who (?:has|have|had) (?:ever |once )?(?:taken time off|been (?:off|absent|away)"
        rf"|had (?:a breakdown|therapy|counselling|an operation)|seen an? (?:therapist|psychiatrist|counsellor))"
        rf"|epileptics|diabetics|dyslexics|asthmatics|depressives|autistics|a history of (?:\w+ )?(?:illness"
        rf"|depression|anxiety|sickness|absence|stress)",
    "family": rf"{TIED} {PEOPLE}|(?:single |young |new |working )?{PARENTS}|{ANYONE} (?:with|who (?:has"
        rf"|have)) (?:\w+ )?(?:children|kids|babies|dependants|a family|a baby|caring duties)",
}  # fmt: skip
# What is said of them: that they are, have, do or must do something, or what is done with them.
VERDICT = (
    r"(?:(?: (?:for|with|at|in|during|because of|on|of|by|from|to|off)(?: [\w’-]+){1,4}?)"
    r"|,[^,]{3,40},)? (?:(?:\w+ly|often|always|never|rarely|seldom|too|also|just|simply|all|still|usually"
    r"|mostly) )*"
    r"(?:(?:are|is|were|was) (?!who\b)|(?:will|would|should|must|may|might|can|cannot|can[’']t|could|won[’']t"
    r"|need|needs|have to|has to|do not|don[’']t|tend to|seem to|like to|ought|used to) |(?:have|has|lack"
    r"|lacks|make|makes|work|works|bring|brings|get|gets|want|wants|cost|costs|drag|drags|rule|rules|put|puts"
    r"|scare|scares|slow|slows|sell|sells|learn|pick|struggle|fail|complain|leave|steal|lie|talk|fit|fits|cope"
    r"|prefer|take|takes|help|help out|find|start|cause|need not|look|looks|sound|think|act|behave|stay|belong"
    r"|spoil|spoils|lower|lowers|raise|raises)\b)"
)
OPENS = (
    r"(?:^|[,;:] (?:and |but |so |because |since |as |for |that )?|\b(?:because|since|while|so that|that"
    r"|although|as) )(?:the |some |most |many |all |our |your |any |an? |only |few |even |too many "
    r"|in general,? )?(?:[a-z]+ed |new |good )?"
)
TOLD = _one_of(rf"{OPENS}(?P<{subject}>{group}){VERDICT}" for subject, group in GROUPS.items())
# Who is chosen or left out: “is after testers in their twenties”, “best recruited among men”, “run by girls”.
SELECT = (
    r"(?:(?:is|are|be) after|looking for|prefers?|preferred|preferably|wants?|drops?|drop|avoid|hires?|sends?"
    r"|send|choose|chooses|picks?|skip|reject|place|seeks?|needs?|suits?|ideal for|bother with|open to|run by"
    r"|done by|staffed by|led by|recruited (?:among|from)|hiring|consider|interview|employ|keeps?|takes? on"
    r"|reserved for|fit for|job for|role for|place for|work for|leave it to|left to"
    r"|would like|turns? away|turns? down|steers? clear of|wary of|careful with|patience of|like|only|no"
    r"|without|rather have|trust|tired of|full of|overrun by)"
)
SELECTED = _one_of(
    rf"\b{SELECT} (?:(?:the|an?|your|our|some|any|more than|best|good|strong|out|CVs from|applications from"
    rf"|people like) )*(?<!more )(?P<{subject}>{group})\b"
    for subject, group in GROUPS.items()
)
# What somebody who is hired has to be: “will be married and settled”, “keep the team British”.
TO_BE = {
    "age": rf"(?:young|youthful|younger|under {YEARS}|no older than {YEARS}|over {YEARS}|mature|in (?:his|her|their"
    rf"|your) (?:early |late )?{TENS}|at the (?:start|beginning|end|dawn) of (?:his|her|their|your) (?:career"
    rf"|working life))",
    "sex": r"(?:male|female|a (?:wo)?man|an? (?:\w+ )?(?:lady|girl|lad|chap|bloke|fellow|gentleman))",
    "origin": r"(?-i:British|English|Scottish|Welsh|European|Western|white|White|American)",
    "belief": r"(?-i:Christian|Catholic|Protestant|Muslim|Jewish|Hindu|Sikh|an? (?:Christian|Catholic|Muslim|Jew|Hindu"
    r"|Sikh|believer)|church-?goers?)",
    "looks": r"(?:attractive|pretty|handsome|slim|tall|blonde?|good-looking|beautiful|clean-shaven|well-built|under (?:\w+) stone)",
    "health": r"(?:able-bodied|fit and healthy|healthy|in (?:good|perfect|full) health|physically fit|free of illness)",
    "family": r"(?:married|unmarried|childless|single(?= and|[.,;]|$)|settled|without (?:ties|children))",
}
WISHED = _one_of(
    rf"\b(?:{WORKER}|you|person|somebody|someone|he|she|master|team|desk|office|one)\b[^.;?!]{{0,40}}? (?:will"
    rf"|should|must|ought to|needs? to|has to|have to|would|ideally|to) (?:ideally |preferably "
    rf"|all )?be (?:both |all )?(?P<{subject}>{what})\b(?=,| and\b|[.;]|$)"
    for subject, what in TO_BE.items()
)
KEPT = _one_of(
    rf"\b(?:keeps?|wants?|prefers?|likes?) (?:to keep |to have )?(?:the|our|its|a|this|somebody"
    rf"|someone) ?(?:\w+ )?(?:to (?:be|stay) )?(?P<{subject}>{what})(?=[.,;]|$)"
    for subject, what in TO_BE.items()
)
# What nobody may ask: “ask how long the family has been here”, “find out how many children she has”.
TOPICS = {
    "age": r"(?:(?:your |their |his |her |the )?(?:date|year) of birth|how old|(?:your|their|his"
    r"|her) (?:exact )?age\b|when (?:\w+ ){1,3}?(?:left school|finished school|graduated|was born|were born"
    r"|means? to retire|plans? to retire)|(?:his|her|their|your) (?:school|graduation) (?:year|dates?))",
    "origin": r"(?:where (?:\w+ ){1,4}?(?:really|originally|actually) (?:from|come|comes)|(?:which|what) country"
    r"|how long (?:\w+ ){1,5}?(?:in (?:this|the) (?:country|UK)|in Britain|over here)|(?:your|their|his"
    r"|her) (?:nationality|race|ethnic\w*|country of birth|mother tongue|accent|origins?)"
    r"|where (?:\w+ ){0,3}(?:parents|family|grandparents)|(?:his|her|their) name (?:is|comes) from)",
    "belief": r"(?:(?:which|what) (?:church|mosque|temple|god|religion|faith)|whether (?:\w+ ){1,3}?(?:prays?"
    r"|goes to church|go to church|believes?|fasts?|is religious)|(?:your|their|his|her) (?:religion|faith"
    r"|beliefs))",
    "health": r"(?:whether (?:\w+ ){1,4}?(?:ill|sick|disabled|depressed|on medication)|(?:your|their|his|her"
    r"|about) (?:mental |past )?(?:health|illness\w*|disabilit\w+|medical \w+|medication|sick leave"
    r"|sickness record))",
    "family": r"(?:how many children|whether (?:\w+ ){1,4}?(?:married|pregnant|a family|children|a baby|engaged|single)"
    r"|who (?:looks? after|minds?|cares? for|collects?) (?:them|the (?:children|kids)|her|his)|(?:your|their"
    r"|his|her) (?:marital status|husband|wife|family plans|childcare|boyfriend|girlfriend|partner[’']s job))",
}
ASKED = _one_of(
    rf"\b(?:asks?|finds? out|check|establish|discover|work out|state|give|tell us|declare|enquire)\b(?! not)[^.;?!]{{0,40}}?\b(?P<{subject}>{topic})"
    for subject, topic in TOPICS.items()
)
TURNED_DOWN = re.compile(
    r"\b(?:should|must|may|can|will|would|could|need)(?: not|n[’']t| never)(?: be)? (?:put forward|sent"
    r"|considered|hired|placed|shortlisted|interviewed|employed|apply|bother|work)\b|^do not bother\b",
    re.IGNORECASE,
)
# Sentences that speak of help, of rights or of numbers, or of what others do wrong.
FAIR = re.compile(
    r"\b(?:adjust\w*|support\w*|welcom\w*|encourag\w*|barriers?|equal\w*|laws?|legal\w*|rights|right to"
    r"|protect\w*|fair\w*|unfair\w*|inclus\w*|includ\w*|divers\w*|accessib\w*|benefits?|reasonabl\w*"
    r"|represent\w*|under-represented|per ?cent|percent|surve\w+|stud(?:y|ies|ied)"
    r"|research\w*|reports?|reported|assistive|screen readers?|likely|paid less|pay gap|networks? (?:for|of)"
    r"|support groups?|communit\w+|charit\w+|mentor\w*|programme|quota|discriminat\w*|bias\w*|stereotyp\w*"
    r"|entitled|respect\w*|deserve|statistics|figures|data shows?|minimum wage|eligible|qualif\w+|apply for"
    r"|funding"
    r"|leave\b(?= (?:is|entitle|policy|pay))|maternity|paternity|parental|said|says|told|found that"
    r"|people like|for example|such as|as well as|technolog(?:y|ies)|captions?|subtitles|sign language"
    r"|websites?|services?|designs?|pages?|forms?|content|colours?|text|documents?|\d+ ?%|in \d{4})\b"
    r"|\bhalf of|\bone in\b|\bout of (?:ten|\d)",
    re.IGNORECASE,
)


def judges_a_group(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """A group and what it is said to be or do; once a sentence, and not where a wording of it is told already."""
    told: set[str] = set()
    for passage in in_own_voice(guide):
        for sentence in sentences(unquoted(passage)):
            for pattern in (TOLD, SELECTED, WISHED, KEPT, ASKED):
                match = pattern.search(sentence)
                if (
                    match
                    and match.lastgroup
                    and not FAIR.search(sentence)
                    and not WARNING.search(TURNED_DOWN.sub("", sentence))
                ):
                    told = told or {found.excerpt for check in OTHERS for found in check(guide, site)}
                    if cut(sentence) not in told:
                        what = f"“{cut(match[match.lastgroup])}” judges people by what they are."
                        yield RULES[match.lastgroup].found(passage.place, what, excerpt=cut(sentence))
                    break


OTHERS = tuple(check for subject in (age, sex, origin, health, family, belief, looks) for check in subject.CHECKS)
CHECKS = (judges_a_group,)
