"""What “we” see and hear, without the person or desk who does."""

import re
from collections.abc import Iterator

from articles.gate.checks.evidence.voices import NAMED, around, unattributed
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose import repeats
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.patterns import filtered
from articles.gate.prose.words import beginnings

OFTEN = r"(?:often|usually|regularly|frequently|consistently|commonly|generally|typically|always|repeatedly)"
PEOPLE = (
    r"(?:candidates|clients|employers|hiring managers|managers|engineers|developers|companies|recruiters|consultants)"
)
SEE = r"(?:find|found|see|seen|notice|noticed|hear|heard)"
OUR = r"(?:us|our (?:team|consultants|recruiters|desks?|colleagues))"
CONDITION = r"(?:if|when|once|until|before|after|what|where|which|whether|whom|as|people|that|how)"
SEEN = (
    r"(?:(?:candidates|clients|customers|employers|contractors|recruiters|managers|leaders|founders|directors|graduates|juniors|seniors"
    r"|(?:\w{3,}(?:ers|ists|ysts|ants|ees))|people|everybody|everyone|firms|companies|teams"
    r"|staff)(?<!numbers)(?<!matters)(?<!offers)(?<!others)(?<!papers))"
)
MEET = r"(?:speak (?:to|with)|talk (?:to|with)|meet|work with|deal with|place|represent|interview)"
# Somebody of ours, and what they are or do: “the analysts we speak to every week are tired”.
GRAMMAR = (
    rf"\b{SEEN} (?:\w+ly |often |sometimes |also |still )?(?:confide in|open up to|grumble to|moan to"
    rf"|share with|whisper to|own up to|let on to|write to|swear to|joke to|admit to|come back to) (?:us"
    rf"|our \w+)\b(?! (?:if|when|whether|by|at|before|within)\b)(?= that\b|[^.;?!]{{0,40}}\b(?:more|than|never"
    rf"|hates?|dread|hurts?|prefer|because|after|about)\b)",
    r"\b(?:from|in|going by|judging by|to judge by|to go by) (?:all |most of )?(?:the "
    r"|our )?(?:\w+ )?(?:conversations|calls|talks|chats|feedback|e-?mails|messages|letters"
    r"|interviews)\b[^.;:?!]{0,40}?\b(?:our (?:desks?|team|consultants|recruiters|office|books)|we (?:get|have"
    r"|had|take|receive|hold))\b[^.;?!]{0,20}?,",
    r"\b(?:it is|it[’']s) (?:clear|plain|obvious|evident) (?:to us|on our desks?)\b|\bif our (?:inbox|phones?"
    r"|desks?) (?:is|are) anything to go by\b|\b(?:word|news|the same story) (?:often |regularly "
    r"|keeps )?reach(?:es|ing) (?:us|our)\b",
    rf"\b(?<!any )(?<!with the )(?<!of the )(?<!to the )(?<!for the ){SEEN} (?:that |who |whom )?(?:we"
    rf"|our \w+) {MEET}(?: (?:every|each) \w+| daily| most| often| regularly)? (?:\w+ly |now |also |still "
    rf"|rarely |never |often )?"
    r"(?:are|is|have|has|want|say|says|tell|stay|leave|prefer|ask|expect|complain|report|agree|hate|need|find"
    r"|feel|like|turn|struggle|worry|choose|do|don[’']t|move|earn|look)\b",
    rf"\b{SEEN} (?:on our books|who come to us|that come to us)\b[^.;?!]{{0,30}}? (?:are|have|want|say|stay"
    rf"|leave|prefer|ask|expect|turn|look|need)\b",
    rf"\b(?:more and more|most|many|few|fewer|some) (?:of )?(?:\w+ )?{SEEN} (?:now |also )?(?:ask|tell|approach"
    rf"|come to) us\b(?! (?:what|which|if|whether|when) you)",
    r"\b(?:hardly|barely|scarcely|not) a (?:day|week|month) (?:goes|passes) by without\b",
    r"\b(?:again and again|time after time|every (?:day|week|month|year)|day after day|over and over),? (?:we"
    r"|our \w+) (?:see|hear|meet|find|notice)\b",
    rf"\b(?:in|from|across) (?:our|all our|my) (?:\w+ )?(?:conversations|calls|talks|chats|dealings) with (?:\w+ )?{SEEN}",
    # “Hiring managers confess to us that …”, “Clients often ask us why …”
    rf"\b{SEEN} (?:\w+ly |often |sometimes |also |still |keep |tend to )?(?:confess(?:ing)?|admit(?:ting)?"
    rf"|complain(?:ing)?|say(?:ing)?|swear(?:ing)?|report(?:ing)?|explain(?:ing)?|mention(?:ing)?"
    rf"|suggest(?:ing)?|whisper(?:ing)?|grumble|boast(?:ing)?) to (?:us|our \w+)\b",
    rf"\b{SEEN} (?:\w+ly |often |sometimes |still |keep )(?:ask(?:ing)?|tell(?:ing)?) (?:us|our \w+) (?:why"
    rf"|that|how|whether|for|about)\b|\b{SEEN} (?:tell|told) us (?:that|they|their|the)\b",
    r"\b(?:more than one|many an?|one|another|an?) (?:\w+ )?(?:client|candidate|manager|employer|developer"
    r"|engineer|tester|contractor|founder|director|lead|applicant) (?:has |recently |once |who \w+ )?(?:told"
    r"|asked|confessed to|admitted to|said to|complained to) us\b",
    # “Most of the testers we talk to would rather …”, “the candidates we meet undersell themselves”
    rf"\b(?:most|many|some|few|all|half|none|several|plenty|a lot|a third|nearly all"
    rf"|almost all) of (?:the )?{SEEN} (?:that |who |whom )?(?:we|our \w+) {MEET}\b|(?:^|[,;:] )(?:the "
    rf"|those )?{SEEN} (?:that |who |whom )?we (?:speak to|talk to|meet|place|represent|interview) (?:\w+ly "
    rf"|often |rarely |never )?(?!(?:and|or|who|with|at|in|for|to|on)\b)[a-z]+\b",
    # “Many of our candidates admit …”, “Our consultants report that …”, “Our candidates are asking for …”
    rf"\b(?:most|many|some|few|half|several|plenty|a lot|nearly all|almost all"
    rf"|more and more) of our (?:\w+ )?{SEEN} (?:now |\w+ly |still )*(?:admit|say|report|ask|want|prefer"
    rf"|complain|confess|stay|worry|expect|find|would|hate|refuse|dread|struggle|earn|move|agree)\b",
    r"\bour (?:\w+ )?(?:candidates|clients|consultants|recruiters|contractors|applicants) (?:\w+ly |often "
    r"|also |all |still |tell us (?:they|that) )?(?:are (?:\w+ly )?(?:asking|looking|turning|leaving|telling"
    r"|seeing|hearing|worried|anxious|reporting|finding|noticing|demanding|refusing)|report|confirm|notice"
    r"|agree|admit|complain|see more|see fewer|hear)\b",
    # “It is our impression that …”, “we get a sense that …”
    r"\b(?:it is|it[’']s) our (?:\w+ )?(?:impression|feeling|sense|belief|view|observation|finding)\b"
    r"|\bour (?:\w+ )?(?:impression|observation|sense|hunch) is that\b|\bwe (?:\w+ly )?(?:get|have"
    r"|sense) (?:a |an |the )?(?:\w+ )?(?:sense|impression|feeling|a shift) (?:that|of|in)\b",
    # “Around our desk, the word is that …”
    r"\b(?:around|on|across|at|from|over|along) our (?:\w+ )?(?:desks?|books|office|network)(?:,| the| this"
    r"| that) (?:the )?(?:word|talk|story|mood|verdict|view|complaint|feeling|news|question|consensus)\b|(?:^"
    r"|[,;:] )(?:on|at|around|across) our (?:\w+ )?(?:desks?|books),? [^.;?!]{0,60}?\b(?:almost|nearly|always"
    r"|never|rarely|often|usually|most|mostly|seldom|hardly)\b",
    r"\b(?:feedback|word|news|complaints?|story|stories|rumours?|messages?) (?:that |which )?(?:reach(?:es)?"
    r"|come(?:s)? (?:back )?to|get(?:s)? back to|arriv(?:es)? (?:at|on)|lands? (?:on|at)) (?:us|our \w+)\b"
    r"|\b(?:comes? up|crops? up|we hear it) (?:again and again |time and again |\w+ly |often )*in (?:our"
    r"|all our|most of our) (?:\w+ )?(?:calls|conversations|talks|interviews|debriefs)\b",
    # “From what we see, …”, “We keep seeing …”, “Time and again we watch …”, “We rarely meet …”
    r"\b(?:from|judging by|going by|to judge by|given) (?:what|the \w+) (?:that )?(?:we"
    r"|our \w+) (?:\w+ly )?(?:see|hear|get|read|take|have)\b|\bwe (?:hardly ever|rarely|seldom|never|often"
    r"|regularly|still|always) (?:meet|come across|see|hear of|hear from|speak to|watch) (?:an? |any "
    r"|many )?(?:\w+ )?(?:developer|engineer|candidate|tester|client|manager|employer|contractor|people"
    r"|graduate)s?\b",
    r"\b(?:again and again|time and (?:time )?again|time after time|every (?:day|week|month)|each (?:day|week"
    r"|month)|over and over),? (?:we|our \w+) (?:see|hear|meet|find|notice|watch|read|get)\b",
    r"\bwe (?:also |often |have )?(?:find|notice|noticed|see|observe|observed) (?:that )?(?:people|candidates"
    r"|clients|engineers|developers|testers|managers|employers|applicants|graduates|contractors|firms"
    r"|companies|[a-z]{3,}(?:ers|ants|ists|ysts)) (?:who |that )?(?!(?:for|in|with|at|by|and|or|to|from|on|as"
    r"|of|the|through|during|before|after)\b)[a-z]+\b",
)
OBSERVED = filtered(
    "|".join((
        rf"\bwe(?:[’']ve| have)? {OFTEN} {SEE}\b",
        rf"\bwe(?:[’']ve| have)? (?:also )?{SEE} (?:that(?! \w+ as\b)|from (?:many|{PEOPLE}))\b",
        r"\bwe(?:[’']ve| have)? (?:also )?(?:see|seen) "
        r"(?:more|fewer|many|most|plenty|lots|a lot|growing|rising|strong|demand)\b",
        r"\bwe(?:[’']re| are) (?:also )?(?:seeing|hearing|noticing|finding)\b",
        rf"\bour (?:own )?{PEOPLE} (?:{OFTEN} |also )?"
        rf"(?:say|report|tell us|find|see|notice|have {SEE})\b(?! (?:what|which|who|how|when|where|so|yes|if)\b)",
        rf"\b(?<!ask ){PEOPLE} (?:{OFTEN} |also )?tell {OUR} (?:that|they|it|their|\w+ matters?)\b",
        rf"\b{PEOPLE} (?:{OFTEN} tell|keep telling|are telling|have told) {OUR}\b|\b{PEOPLE} tell {OUR} (?:again|time"
        rf"|every|all|over)\b|\bour (?:consultants|recruiters) (?:{OFTEN} )?(?:hear|see|notice"
        r"|keep hearing)\b(?! (?:what|which|who|how|when|where|your?|back)\b)|\bwe(?:[’']ve| have) noticed (?:an?|more"
        r"|fewer|how|the|some)\b",
        rf"\bwhat (?:we(?:[’']re| are)? (?:hear|see|hearing|seeing|noticing|notice)|{PEOPLE} tell us"
        rf"|our {PEOPLE} (?:hear|see|notice))\b[^.;?]{{0,40}} is\b|\bour network (?:tells|says)\b"
        rf"|\b{PEOPLE} complain to us\b|\bengineers tell us\b",
        r"\bwe (?:keep (?:hearing|seeing)|get told|are (?:often )?told|hear (?:it|this|that) |notice that|see (?:it"
        r"|this|that) (?:again|every|all the|time))\b|\btime and (?:time )?again,? we see\b",
        rf"\b(?:feedback|message|complaint|story|pattern|theme) (?:that )?(?:we (?:{OFTEN} )?(?:get|hear|see|notice)"
        rf"|from our {PEOPLE})\b",
        r"\b(?:something|one thing|(?:a|one|the) (?:complaint|question|mistake|concern|story"
        rf"|worry)) (?:that )?we (?:{OFTEN} )?(?:hear|see|notice)\b",
        r"\bin (?:our )?conversations with (?:hiring managers|clients|candidates|employers)\b|\bour (?:team"
        rf"|desks?) (?:{OFTEN} )?(?:hears?|notices?|sees?)\b",
        r"\b(?:most|many|some|almost every|nearly every|all|several|the) (?:of )?(?:the )?(?:our )?(?:people|client"
        rf"|candidate|manager|employer|{PEOPLE}) (?:that |who |whom )?we (?:speak to|talk to|meet"
        rf"|place)\b[^.;?]{{0,12}} (?:wants?|prefers?|says?|asks?|needs?|tells?|are|is|hates?|expects?|would|have"
        r"|has)\b",
        r"\bof our (?:clients|candidates) (?:ask|want|prefer|say|expect|need)\b|\b(?:recruiters|clients|consultants"
        r"|employers) are seeing\b",
        rf"\b{PEOPLE} (?:{OFTEN} |also |sometimes |still )?(?:say|complain|report|mention|admit|confide) to {OUR}\b"
            rf"|\b(?:several|many|most|some|a few|a number|two|three|half|more|plenty|lots|all|none"
            rf"|a lot) of our (?:\w+ )?{PEOPLE} (?:\w+ly )?(?:have|are|now|do|did|will|would|feel|like|leave|turn"
            rf"|choose|start|began|begin|use|pay|hire)\b"
        rf"|\bwe (?:are|get) (?:\w+ )?asked (?:\w+ ){{0,3}}(?:every|each|all|again|time)\b|\b(?:a|one) (?:client"
            rf"|candidate|manager|hiring manager|developer|engineer) (?:recently )?told us\b|\bwe (?:often |keep "
            rf"|still |regularly )?(?:watch|meet|come across|run into) (?:\w+ )?{PEOPLE} (?:who|that|turn|leave"
            rf"|\w+ing)\b"
        rf"|\bkeeps? coming up in (?:our|the) (?:calls|conversations|talks|interviews)\b|\b{PEOPLE} (?:that |who "
            rf"|whom )?we (?:place|speak to|talk to|meet|work with|represent) (?:\w+ly )?(?:are|have|want|say|stay"
            rf"|leave|prefer|ask|expect|tell)\b",
        r"\bwe speak to (?:dozens|hundreds|scores|many|thousands) of\b|\bour consultants keep (?:hearing|seeing)\b",
        *GRAMMAR,
    )),
    re.IGNORECASE,
)  # fmt: skip
CUES = beginnings("we we’ve we've we’re we're our us seeing keep keeps conversations hardly barely scarcely again")
AFTER_CONDITION = re.compile(rf"\b{CONDITION} $", re.IGNORECASE)

OBSERVATION = Rule(
    check="observation-without-a-voice",
    level=Level.WARNS,
    why="Readers cannot tell who saw this, or when.",
    advice="Put it into an insight block, name the person or desk who says it, or leave out the “we”.",
)


def observation_without_a_voice(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Once for the guide."""
    return repeats.once(_observations(guide))


def _observations(guide: DocumentText) -> Iterator[Finding]:
    for passage, said in unattributed(guide):
        if CUES.isdisjoint(beginnings(said)):
            continue
        matches = (match for match in OBSERVED.finditer(said) if not AFTER_CONDITION.search(said, 0, match.start()))
        match = next(matches, None)
        if match and not NAMED.search(passage.text):
            what = f"“{match[0]}” stands in the guide without the person or desk who says so."
            yield OBSERVATION.found(passage.place, what, excerpt=around(said, match))
