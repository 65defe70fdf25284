"""Claims without a source: experience and observations of nobody in particular, insights without a speaker or date."""

import re
from collections.abc import Iterator

from articles.document import Insight
from articles.gate.checks.evidence.background import BACKGROUND
from articles.gate.checks.evidence.observations import observation_without_a_voice
from articles.gate.checks.evidence.relative_time import relative_time
from articles.gate.checks.evidence.superlatives import unsourced_superlative
from articles.gate.checks.evidence.trends import unsourced_trend
from articles.gate.checks.evidence.voices import NAMED, around, unattributed
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Place, Rule
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.patterns import filtered
from articles.gate.prose.words import beginnings

OWN = (
    r"(?:own|long|combined|collective|shared|direct|recruitment|recruiters[’']|consultants[’']|team[’']s"
    r"|(?:\d+|many|two|ten|twenty) years[’']?(?: of)?|decades of)"
)
SECTION = "section|column|table|heading|level|page|interview|round|stage"
YEARS = (
    r"(?:(?:all )?(?:our |so )?(?:(?:more than |over )?(?:many|several|\d+|five|ten|fifteen|twenty|thirty)|all our"
    r"|our|decades|long) years|(?:two |three |many )?decades)"
)
WORK = r"(?:recruit\w*|hiring|placing|interviewing|staffing|the (?:business|industry|trade|market)|tech recruitment)"
MET = (
    r"(?:placed|interviewed|recruited|hired|worked with|filled|met|spoken (?:to|with)|helped|represented|coached|seen"
    r"|read"
    r"|supported|advised|run|hired for|recruited for)"
)
MANY = (
    r"(?:hundreds|thousands|dozens|many|scores|countless|enough|so many|numerous|tens|a hundred|a thousand|over \d+"
    r"|more than \d+|\d{2,}[\d,]*)"
)
# Who speaks, what recruiters do, and for how long or how often: the three together are a claim of experience.
SPEAKER = (
    r"(?:(?<!what )(?<!if )(?<!when )(?:i|we|our (?:team|consultants?|recruiters|founders?|agency|directors?"
    r"|colleagues)|(?:people|somebody|someone|recruiters|a team|consultants) (?:who|that)))"
)
HAVE = r"(?:(?:[’'](?:ve|s|d)|\s(?:have|has|had))(?:\s(?:\w+ly|also|now|between us|together|been))*\s)"
RECRUITED = (
    r"(?:placed|placing|recruited|recruiting|headhunted|headhunting|vetted|vetting|matched|matching|staffed"
    r"|hired|hiring|found (?:work|jobs|roles|posts) for"
    r"|filled|filling|interviewed|interviewing|sat in on|rejected|screened|screening|helped|sat through"
    r"|read(?! (?:[\w-]+ ){0,4}?(?:books?|novels?|blogs?|articles?|papers)\b))"
)
FOR_LONG = (
    r"(?:(?:for|over|in|during|these) (?:the (?:past|last) )?(?:more than |over |nearly |almost |well over "
    r"|about )?(?:[\w-]+ )?(?:years|decades)|for a decade|since (?:19|20)\d\d)"
)
LONG = r"(?:(?:[\w-]+|\d+) (?:years|decades)|decades|a decade|a lifetime)"
TRADE = r"(?:(?:\w+ )?(?:recruitment|recruiting|headhunting|staffing|hiring|placing|matching)|(?:an? )?(?:\w+ )?(?:recruiter|headhunter)s?)"
PEOPLE = (
    r"(?:candidates?|applicants?|cvs|engineers?|developers?|analysts?|testers?|contractors?|roles|vacancies"
    r"|posts|interviews|people|companies|clients|firms|leads?|\w+ leads?)"
)
TIMES = (
    r"(?:hundreds|thousands|dozens|scores|countless|enough|(?:over|more than|about|around|some) [\w,-]+|\d{2,}[\d,]*)"
)
GRAMMAR = (
    rf"\b{SPEAKER}{HAVE}(?:{RECRUITED})\b(?! a (?:year|week|month)\b)[^.;?!]{{0,50}}?\b{FOR_LONG}\b",
    rf"\b{SPEAKER}{HAVE}(?:spent (?:more than |over |nearly )?{LONG} |worked (?:as|in) )(?:in |of |as )?{TRADE}",
    rf"\b{SPEAKER}{HAVE}(?:{RECRUITED})\b (?:\w+ ){{0,3}}?{TIMES} (?:\w+ ){{0,2}}?{PEOPLE}\b",
    rf"\b{SPEAKER}(?: once| first| last| alone| recently)? (?:placed|headhunted|recruited)\b (?!in\b|on\b)",
    rf"\b{SPEAKER} (?:have|has|with) (?:more than |over |nearly |almost )?{LONG} (?:of|in) (?:\w+ )?{TRADE}",
    rf"\b(?:with|after|drawing on|from|in) (?:the |my |our |more than |over |nearly |almost )*{LONG} (?:of|in"
    rf"|as) {TRADE}\b[^.;?!]{{0,40}}\b(?:i|we|us)\b",
    rf"\bmy (?:first|last|latest|earliest|own) (?:placements?|candidates?|clients?)\b|\bin the years (?:that )?(?:i|we){HAVE}",
    r"\b(?:in|over|during|across|through|throughout) (?:my|our) (?:more than |over |nearly |almost |many "
    r"|long |combined )*(?:\w+ )?(?:years|decades|careers?|time) (?:of|in|as|spent|at"
    r"|on) (?:\w+ ){0,2}?(?:recruit\w*|headhunt\w*|hiring|placing|staffing|interviewing|matching|search|talent"
    r"|agency|consultants?|the (?:trade|business|industry|desk))\b",
    rf"\b(?:our founders?|our directors?) (?:spent|worked) (?:for )?{LONG}\b",
)
EXPERIENCE = filtered(
    "|".join((
        rf"(?<!\blearn )(?<!\blearnt )(?<!\blearned )(?<!\blearning )(?<!\bbenefit )(?<!\bbenefits )\b(?:in|from|on|through|with|by)"
        rf" (?:our|my) (?:{OWN} )*experience\b(?!-| (?:{SECTION})s?\b)",
        rf"(?<!\bof )\b(?:our|my) (?:{OWN} )*experience (?:is|has been|shows|suggests|tells us|has shown|has taught us)\b",
        r"\bwe (?:know|have learnt|have learned|can say|speak) from (?:long )?experience\b",
        r"\bspeaking (?:purely |only )?(?:from (?:long )?experience|as recruiters)\b|\bas (?:we know|we learnt"
        r"|learnt) from experience\b",
        r"\bexperience (?:tells|has taught|has shown|shows|teaches|taught) us\b|\bfrom what we(?:[’']ve| have)? seen\b",
        r"(?:^|[.;:] )from experience,|\bexperience (?:shows|has shown|teaches|tells|suggests) (?:us )?that\b"
        r"|\byears (?:of|in) \w+ (?:have|has) (?:taught|shown) us\b|\btake it from us\b|\bwe(?:[’']ve"
        r"| have) seen (?:it|this) (?:a (?:hundred|thousand)|many|countless|hundreds of|so many) times\b|\bwe(?:[’']ve"
        r"| have) (?:(?:done|been doing) this|hired|recruited|placed \w+|been hiring|been recruiting) for (?:years"
        r"|decades|\w+ years)\b",
        r"\bas recruiters with \w+ years\b|\bwith (?:over |more than )?\w+ years behind us\b",
        rf"\bwe(?:[’']ve| have) {MET} (?:over|more than|hundreds|thousands|dozens|scores"
        rf"|countless)\b[^.;?]{{0,40}}\b(?:and|so) (?:we )?(?:know|have learn\w+|can)\b",
        rf"\bhaving (?:\w+ly )?{MET} (?:\w+ ){{0,2}}?{MANY}\b[^.]{{0,60}}, (?:we|our|i)\b|\bwe(?:[’']ve"
        rf"| have) {MET} {MANY} [^.]{{0,40}}\bto know\b",
        rf"\b(?:after|with|in|over|from) {YEARS} (?:of |in |as )?(?:{WORK}|experience behind us|recruiters"
        rf"|(?:tech )?recruitment)\b[^.]{{0,40}}\b(?:we|our|us|i)\b",
        r"\b(?:our (?:many |long )?years (?:of|in|as)|(?<!of )years of (?:placing|hiring|recruiting"
        r"|interviewing)\b[^.]{0,40}\b(?:we|us|our)\b)",
        rf"\bwe(?:[’']ve| have) (?:sat|been|gone|looked|worked|lived|read|seen|run|made|written|negotiated|screened|reviewed|handled|dealt|closed)"
        rf" (?:\w+ ){{0,2}}{MANY} [^.;?]{{0,40}}[,;]? (?:and|so|to) (?:\w+ ){{0,2}}?(?:know|trust|believe|learn\w*"
            rf"|can tell|take)\b|\b(?:trust|believe) us on this\b|\bwe(?:[’']ve| have) (?:learnt|learned) (?:this |it "
            rf"|that )?the hard way\b"
        rf"|\b(?:after|in|with|over|from) {YEARS} (?:in|of|at) (?:this|the|our) (?:game|business|trade|job|desk"
            rf"|field|work|industry)\b[^.]{{0,40}}\b(?:we|our|us|i)\b",
        r"\bwe(?:[’']ve| have) (?:learnt|learned|come to know|seen it all) (?:over|through|in|during) (?:the|our|many"
        r"|all these) years\b",
        r"\bas (?:experienced|seasoned|specialist|long-standing) (?:\w+ )?recruiters,? (?:we|i)\b"
        r"|\bour track record (?:shows|proves|tells)\b",
        rf"\bwe(?:[’']ve| have) been (?:around long|(?:doing this|{WORK}|placing engineers"
        rf"|recruiting)\b[^.]{{0,40}}\b(?:and|so) (?:we )?know)",
        r"\b(?:based|drawing|building|relying) (?:up)?on our (?:\w+ )?(?:experience|track record|years)\b"
        r"|\bour experience (?:is anything to go by|of (?:placing|hiring|recruiting))\b",
    )),
    re.IGNORECASE,
)  # fmt: skip
EXPERIENCE_CUES = beginnings(
    "experience we we’ve we've our us my year years decades track i i’ve i've who decade recruiters somebody someone people"
)
HIRED = filtered("|".join(GRAMMAR), re.IGNORECASE)
SPEAKER_CUES = beginnings("i i’ve i've we we’ve we've our my people somebody someone recruiters consultants team us")
HIRED_CUES = beginnings(
    "placed placing placements recruited headhunted vetted matched matching staffed staffing hired hiring found filled "
    "interviewed interviewing sat rejected screened helped read years decades candidate client founder"
)
OF_THE_AUTHOR = re.compile(r"\bmy\b", re.IGNORECASE)  # whose name stands above the guide
OF_SEVERAL = re.compile(r"\b(?:we|us|our)\b", re.IGNORECASE)

UNATTRIBUTED = Rule(
    check="experience-without-a-voice",
    level=Level.BLOCKS,
    why="“Our experience” is only worth as much as the person who has it, and the text does not say who that is or when.",
    advice="Put the claim into an insight block with its speaker and date, or name the person or desk in the sentence.",
)
INSIGHT = Rule(
    check="insight-without-speaker-or-date",
    level=Level.BLOCKS,
    why="An insight is only worth as much as the person who gives it, and it ages from the day it was given.",
    advice="Choose the person or desk who says this, and give the date on which they said it.",
)


def experience_without_a_voice(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for passage, said in unattributed(guide):
        match = _claimed(said)
        if match and not (NAMED.search(passage.text) or _is_signed(guide, match)):
            what = f"“{match[0]}” stands in the guide without the person or desk whose experience it is."
            yield UNATTRIBUTED.found(passage.place, what, excerpt=around(said, match))


def _is_signed(guide: DocumentText, match: re.Match[str]) -> bool:
    """Whether it is the author’s own: “my experience” under a name, or an “I” in a guide that one person tells."""
    if OF_THE_AUTHOR.search(match[0]) and guide.document.author:
        return True
    return not OF_SEVERAL.search(match[0]) and guide.is_told_by_one


def _claimed(said: str) -> re.Match[str] | None:
    begun = beginnings(said)
    match = None if EXPERIENCE_CUES.isdisjoint(begun) else EXPERIENCE.search(said)
    if match or SPEAKER_CUES.isdisjoint(begun) or HIRED_CUES.isdisjoint(begun):
        return match or BACKGROUND.search(said)
    return HIRED.search(said) or BACKGROUND.search(said)


def insight_without_speaker_or_date(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for position, block in guide.blocks:
        if isinstance(block, Insight):
            speaker = [] if block.speaker and block.speaker.name else ["speaker"]
            if missing := speaker + ([] if block.said_on else ["date"]):
                field = "said_on" if missing == ["date"] else "speaker"
                yield INSIGHT.found(
                    Place(block=position, field=field), f"This insight has no {' and no '.join(missing)}."
                )


CHECKS = (
    experience_without_a_voice,
    observation_without_a_voice,
    insight_without_speaker_or_date,
    unsourced_superlative,
    unsourced_trend,
    relative_time,
)
