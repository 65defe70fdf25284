"""Statistics, studies and experts without a source."""

import re
from collections.abc import Iterator

from articles.gate.checks.evidence.sources import unsourced
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.patterns import filtered
from articles.gate.prose.words import beginnings, cut

PEOPLE = (
    r"(?:engineers?|developers?|programmers?|people|candidates?|applicants?|jobseekers?|job seekers|employers?"
    r"|employees?|workers?|managers?|recruiters?"
    r"|compan(?:y|ies)|firms?|businesses|organisations|teams?|women|men|professionals?|graduates?|hires"
    r"|(?:new )?starters|joiners|leavers|newcomers|offers?|adverts?|CVs?|jobs?|roles?|vacancies"
    r"|placements?|interviews?|applications?|millennials|staff|leaders|respondents|hiring|UK|start-ups|contractors"
    r"|workforce|interviewers?|population|adults|projects|start-ups?|breaches|outages|migrations|website visitors|mergers|failures)"
)
NUMBER = r"(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|twenty|a hundred)"
SHARE = (
    r"(?:\d[\d.]* ?(?:%|per ?cent)|(?:half|(?:a|one|two|three) ?-?(?:third|quarter|fifth)s?|the (?:vast )?majority)"
    rf"|{NUMBER} (?:in|out of) (?:every )?{NUMBER})"
)
SAYS = (
    r"(?:shows?|showed|suggests?|suggested|finds?|found|proves?|proved|says?|agree|agrees|indicates?|confirms?"
    r"|reveals?|revealed|demonstrates?|predicts?|believe|estimates?|tells? us|points? to|reports?|(?:has "
    r"|have )?shown)"
)
STUDIES = (
    r"(?:stud(?:y|ies)|research|surveys?|polls?|statistics|data|evidence|figures|experts?|scientists|researchers"
    r"|analysts|psychologists|economists|reports|science)"
)
UNIT = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|%|per cent|pounds)"
ANY = r"(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty|thirty)"
# A comparison, an average or a share in numbers of people and firms at large.
GRAMMAR = (
    rf"\b(?:{PEOPLE}|those)\b[^.;?!]{{0,60}}? (?:\d[\d.]*(?:x|×)|{ANY} times|twice|three times|half) (?:more"
    rf"|less|as (?!soon\b|a\b)|likelier|longer|faster|higher|lower|slower|fewer)(?: ?\w+)?",
    r"\b(?:(?:almost |nearly |about |around |some |over |more than )?(?:half|a third|a quarter|a fifth|a tenth"
    r"|two[- ]thirds|three[- ]quarters|nine in ten|one in (?:three|four|five|ten)|four in five|\d[\d.]* ?(?:%"
    r"|per cent))) of (?:all |software |data |tech |IT |UK |British |new |large |cloud "
    r"|agile )*(?:[a-z-]+ )?(?:projects|migrations|outages|incidents|failures|pipelines|models|releases"
    r"|deployments|bugs|breaches|start-ups|startups|apps|tests|codebases|budgets|contracts|probations|degrees"
    r"|bootcamps|redundancies|promotions|resignations|referrals|searches|counter-offers|notice periods"
    r"|meetings) (?:[a-z]+ly )?(?:are|is|were|fail|fails|never|end|come|go|take|run|overrun|last|cost|have|do"
    r"|miss|start|begin|still|get|happen|stem|slip|break|lead|begin)\b",
    r"(?<!relevant to )(?<!for )\b(?:the|a) (?:(?:vast|overwhelming|clear|large|great) )?(?:majority|share"
    r"|minority|proportion) of (?!the (?!people)|type )(?!(?:your |our |this |my |their )?(?:time|work|cases"
    r"|day|text|page|code)\b)(?!(?:your|our|my)\b)(?!(?:that|it|this|them|these|those)\b)[a-z]+",
    rf"\bon average\b[^.;?!]{{0,60}}?(?:[£$€]\d|\b{ANY} {UNIT}|\d ?%)|(?:[£$€]\d[\d,.]*k?|\b{ANY} {UNIT})[^.;?!]{{0,40}}? on average\b",
    rf"\bthe (?:average|typical) (?:[a-z-]+ )?(?:{PEOPLE}|[a-z]+(?:er|or|ist|yst|ant|ee)) (?!of\b)[a-z]+s\b[^.;?!]{{0,40}}?\b(?:every )?{ANY} {UNIT}",
    rf"\b(?:most|an?) {PEOPLE} (?:\w+ ){{0,2}}?(?:leaves?|stays?|looks?|spends?|takes?|reads?|decides?|moves?"
    rf"|changes?|switch(?:es)?|quits?)\b[^.;?!]{{0,30}}?\b(?:for|within|after|every|in) {ANY} (?:seconds"
    rf"|minutes|months|years)\b",
    rf"\b(?:one|two|three|four|five|seven|nine|\d) {PEOPLE} in (?:every )?(?:two|three|four|five|ten|twenty|a hundred|\d+)\b",
    r"\b(?:rises?|falls?|drops?|grows?|improves?|increases?|shrinks?|climbs?|goes (?:up|down)) by (?:a |about "
    r"|around |almost |nearly |more than )*(?:half|third|quarter|fifth|two thirds|\d[\d.]* ?(?:%|per cent))",
    rf"\b(?:firms|companies|teams|employers|businesses|people|workers|{PEOPLE})\b[^.;?!]{{0,40}}? (?:keep|lose"
    rf"|have|earn|hire|get|make|see|save|spend|fill|receive|report) (?:up to |about |around "
    rf"|nearly )?\d[\d.]* ?(?:%|per cent) (?:more|fewer|less|better|higher|lower)\b",
    r"\b(?:some|about|around|over|more than|nearly|an estimated) \d[\d,]+ (?:\w+ ){0,2}(?:jobs|roles|posts"
    r"|vacancies|people|developers|engineers|workers|firms) (?:stand|lie|go|stay|sit|leave|lack|have|quit)\b",
)
STATISTIC = filtered(
    "|".join((
        rf"\b{SHARE} of (?:all |the |our |UK |British |new |tech |software |these )*(?:\w+ ){{0,2}}?{PEOPLE}\b(?! (?:on"
        r"|profits?|revenue|time|budget|costs?)\b)",
        rf"\b(?:{NUMBER} (?:in|out of) (?:every )?{NUMBER}|two[- ]thirds|three[- ]quarters) (?:\w+ )?{PEOPLE}\b",
        r"(?<!if )(?<!your )\b(?:recent |many |several |new |some |most |industry |independent |academic |a "
        rf"|one )*{STUDIES} (?:has |have |now |also |clearly |consistently )*{SAYS}\b(?! (?:it|you|your|me)\b)",
        rf"\b[Aa]ccording to (?:\w+ )?(?:\w+ )?{STUDIES}\b",
        r"\b\d[\d.]* times (?:more|less|likelier|as likely)\b|\bmost (?:CVs|applications|adverts|recruiters|hires"
        r"|offers) (?:are|is|spend|fail|get) (?:\w+ ){0,2}(?:for |in |within |after )(?:\w+) (?:seconds|minutes|weeks"
        r"|months|years)\b|\bit is a (?:proven|known) fact\b",
        rf"\b{NUMBER} in (?:every )?{NUMBER} (?:\w+ )?(?:CVs?|{PEOPLE})\b",
        r"\bit is (?:widely|generally|commonly|well|often|universally) (?:known|accepted|believed|agreed|reported|recognised|understood|said)\b"
        rf"|\bon average,? (?:\w+ ){{0,3}}?{PEOPLE} [^.;?]{{0,40}}?\b{NUMBER}\b|\b(?:every|each|any) (?:study"
            rf"|survey|poll) (?:shows|says|finds|agrees)\b|\b{STUDIES} (?:backs?|supports?|bears?) (?:this|it|that)\b",
        r"\b(?:it (?:is|has been) (?:\w+ )?(?:proven|shown|well known|well documented|estimated)(?: that)?"
        r"|it[’']s (?:proven|well known))\b",
        r"\b(?:average|typical) (?:recruiter|manager|employer|developer|engineer|employee|worker|candidate|hire"
        rf"|interview|vacancy) (?!will )(?:\w+ ){{0,2}}(?:for )?(?:about |around |just |only )?{NUMBER} (?:seconds|minutes|days"
        r"|weeks|months|years|times)\b",
        r"\b(?:recruiters?|managers?|employers?|developers?|engineers?) (?:only )?(?:spend|take|change|stay|switch"
        rf"|leave|move) (?:\w+ ){{0,2}}(?:every |for |after |about |around |just |only )*{NUMBER} (?:seconds|minutes"
        r"|months|years)\b",
        rf"\b(?:bad|wrong|failed) hire (?:can |may |will )?costs? (?:\w+ )?(?:\w+ )?(?:{NUMBER}|£)",
        r"\b(?:are|is|were|rises?|rose|falls?|fell|improves?|drops?|grows?|grew|increases?|by) (?:by |up to |about "
        r"|almost |around |nearly )*\d[\d.]* ?(?:%|per ?cent) (?:more|less|likelier|higher|lower|faster|happier|when"
        r"|if|in organisations|among)\b",
        r"\b[A-Z][\w ]{2,40} (?:only )?when they (?:meet|have) (?:all|\d+ ?%)",
        r"\b(?:some|about|around|over|more than|nearly|an estimated) \d[\d,]*(?: (?:million"
        r"|thousand))? (?:\w+ ){0,2}(?:jobs|roles|vacancies|people|developers|engineers|workers) (?:are|is|were|remain"
        r"|work|will|leave|have)\b",
        *GRAMMAR,
    )),
    re.IGNORECASE,
)  # fmt: skip
CUES = beginnings(
    "0 half third thirds quarter quarters fifth fifths majority two three four five six seven eight nine ten "
    "twenty hundred study studies research surveys survey polls poll statistics data evidence figures experts "
    "expert scientists researchers analysts psychologists economists reports science according proven known "
    "average typical twice times share minority proportion rises falls drops rise fall drop grows improves 4x when most widely generally commonly often universally well documented shown "
)
SUPPOSED = filtered(
    r"^when the \w+ of the\b|\b(?:suppose|imagine|say,|for example|for instance|e\.g\.|if|ask whether|might|could|aim"
    r"|target|ask|our|we|your|you|let[’']s say|instead of|such as|ours|example|typically|should|it(?:[’']s| is) likely|so far|this has|i|i[’']ve)\b",
    re.IGNORECASE,
)
NAMED = filtered(r"(?<=[a-z] )[A-Z]\w+[’']s? (?:study|survey|research|report|data|figures|poll)\b")

SUPPOSING = beginnings("if might could our we your you ours i should")  # the quick half of `SUPPOSED`

UNPROVEN = Rule(
    check="statistic-without-a-source",
    level=Level.WARNS,
    why="A number or a study that nobody can look up is worth as much as a rumour, and search engines and readers treat it so.",
    advice="Link to the source, or name the body and the year; leave the number out if it cannot be found.",
)


def unsourced_statistic(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for passage, sentence, match in unsourced(guide, STATISTIC, CUES, unless=SUPPOSING):
        if not (SUPPOSED.search(sentence) or NAMED.search(sentence) or sentence.endswith("?")):
            what = f"Nothing near it says where “{cut(match[0])}” comes from."
            yield UNPROVEN.found(passage.place, what, excerpt=cut(sentence))


CHECKS = (unsourced_statistic,)
