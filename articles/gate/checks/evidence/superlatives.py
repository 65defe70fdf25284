"""Superlatives without a source."""

import re
from collections.abc import Iterator

from articles.gate.checks.evidence.sources import unsourced
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.patterns import filtered
from articles.gate.prose.words import beginnings, cut

JOB = r"(?:roles?|jobs?|professions?|careers?|positions?)"
MARKET = rf"(?:{JOB}|fields?|skills?|sectors?|industr(?:y|ies)|markets?|specialisms?)"
PRODUCT = r"(?:language|framework|tool|platform|library|database|provider)"
FIRM = r"(?:recruiters?|agenc(?:y|ies)|consultanc(?:y|ies)|employers?|compan(?:y|ies)|firms?|providers?|specialists?)"
GREAT = r"(?:important|popular|valuable|exciting|influential|powerful|respected|rewarding)"
ANYWHERE = (
    r"(?:anywhere|you (?:will|can|could) (?:ever )?(?:find|get|read|have)|ever (?:written|made|published|seen)"
    r"|on the (?:web|market|internet|planet)|online|of its kind"
    r"|of (?:them )?all|in (?:the )?(?:\w+ )?(?:world|country|UK|Britain|Europe|industry|market|business"
    r"|sector|profession)|in existence|(?:that |which )?(?:has|have) ever (?:been )?\w+|known to \w+"
    r"|under the sun|in history|of all time|in living memory|bar none|by (?:far|a mile|a long way"
    r"|some distance)|in (?:all (?:of )?)?(?:(?:British|English|Scottish|Welsh|Irish|European|modern|corporate"
    r"|working) )+[a-z]+|outside (?-i:[A-Z])\w+)"
)
BEST = (
    r"(?:worst(?:-\w+)?|most [\w-]+|best(?! will in)|largest|biggest|widest|deepest|strongest|fullest|finest|fastest"
    r"|highest|richest|broadest|hardest|toughest|[a-z]{3,}iest)"
)
# A comparison that leaves room for nobody beside it.
SURELY = (
    r"(?:without (?:a |any )?(?:doubt|question)|hands down|far and away|unquestionably|undoubtedly"
    r"|indisputably|undeniably|beyond (?:doubt|question)|easily)"
)
GRAMMAR = (
    rf"\b{SURELY},? the (?:\w+ )?{BEST}\b(?! (?:way|thing|part|place|step) )",
    r"\bno (?:[\w-]+ ){1,3}?(?:in|across|outside) (?:the )?(?:\w+ )?(?:country|world|UK|Britain|business"
    r"|industry|market|sector|trade|land|Europe|London|kingdom|city)\b[^.;:?!]{0,60}?\b(?:as|so|more|better"
    r"|faster|closer|harder|quicker|like)\b",
    r"\b(?:there is|there[’']s) no (?:better|surer|finer|safer|faster|quicker|cheaper"
    r"|easier) (?:\w+ )?[^.;:?!]{0,50}? than (?:(?:an? |one |half an )?\w+ with |(?:to )?(?:call|ask|use|talk"
    r"|speak|come|ring)(?:ing)? (?:to |with )?|through )?(?:us|ours?|we|ourselves)\b",
    r"\b(?<!if )(?:no other|nothing else|no one else|nobody else|nowhere else"
    r"|never before)\b(?! than\b)[^.;:?!]{0,50}?\b(?:as (?:many|much|well|good|strong|fast|far|high|\w+ly)\b"
    r"|(?:so|such) (?:\w+)|(?:more|better|faster|higher)\b)",
    rf"\bthe (?:\w+ )?{BEST} (?:and \w+ )?(?:[\w-]+ ){{1,5}}?{ANYWHERE}",
    rf"\b(?:the )?(?:world|UK|country|Britain|Europe|industry)[’']s (?:only|first|{BEST})\b(?! (?:\w+ )?(?:cit|econom|compan|bank|employer))",
    r"\b(?:there is|there[’']s|will find|will not find|won[’']t find|cannot find|can[’']t find|find) (?:no"
    r"|an?y?)(?: other)? (?:better|more \w+|faster|finer)\b(?! (?:way|time|place|example"
    r"|reason)\b)[^.;:?!]{0,40}?(?:for|than|anywhere|online|[.])",
    r"\b(?:no|not one) (?:agency|recruiter|firm|competitor|rival|company|one) (?:even )?(?:comes? (?:close"
    r"|near)|matches|beats|rivals)\b|\bundisputed (?:\w+ )?(?:king|leader|champion|number|master|queen|best)\b",
    r"\bnumber[- ]one (?:\w+ )?(?:language|skill|job|tool|role|framework|platform|agency|recruiter"
    r"|certificate)\b|\bthe best (?:language|framework|tool|platform|certificate|agency) for (?:any|every"
    r"|all)\b",
    rf"\b(?:without (?:a )?(?:doubt|question)|undoubtedly|arguably|easily|simply|quite simply|hands down"
    rf"|bar none|by (?:a )?(?:far|mile|long way)),? (?:is |are |remains? )?the (?:very |single )?{BEST}\b",
    rf"\bthe (?:very |single )?{BEST} (?:[\w-]+ ){{1,4}}?(?:that |which |we |anyone |anybody )?(?:has |have "
    rf"|had )?ever (?:been )?(?:built|made|written|designed|seen|created|known|devised|invented|had|released)\b"
    rf"|\b(?:smartest|best|wisest|safest|surest|finest|greatest|shrewdest) (?:career )?(?:move|choice|bet"
    rf"|decision|step|investment|route|path)\b(?= (?:you|anyone|an?|any|in|there|of)\b| you can)",
    r"\bof all (?:the )?(?:jobs|roles|skills|trades|professions|languages|certificates|sectors|fields)\b[^.;:?!]{0,50}\b(?:most|best|\w{3,}est)\b",
    # “The number one reason people leave”, “the quickest way into DevOps”, “the only method that works”
    r"\b(?:number one|no\. ?1|top|single biggest|single greatest|chief|commonest|most common) (?:reason|cause"
    r"|mistake|complaint|worry|fear|killer|regret|motive|skill|factor)s? (?:that |why |for |of |in "
    r"|among )?(?:most |many )?(?:people|candidates|developers|engineers|testers|hires|offers|staff|employers"
    r"|managers|resignations|applications|interviews)\b",
    r"\bthe (?:quickest|fastest|surest|shortest|cheapest|easiest|safest|only|only sure|only real) (?:way|route"
    r"|path|road|ticket|door|method|format|technique) (?:in(?:to)?|that (?:really |ever |actually )?works"
    r"|to (?:a |the |your )?(?:top|better job|first job|promotion|career|get (?:into|hired|noticed|ahead)"
    r"|success))\b",
    # “There is nothing worse than a late reply.” “Nothing prepares you … like …” “No certificate opens more doors than this one.”
    r"\b(?:there is|there[’']s) (?:absolutely |simply )?(?:nothing|nobody|no one|nowhere|no \w+) (?:worse"
    r"|better|finer|greater|quicker|more \w+|quite like|like)\b(?= (?:than|for|in)\b| an?\b| our\b)",
    r"(?:^|[,;:] )(?:nothing|nobody|no one|nowhere|no [\w-]+(?: [\w-]+)?) [a-z]+s (?:[\w’-]+ ){0,6}?(?:(?:more"
    r"|better|faster|louder|harder|sooner|quicker|further) (?:[\w-]+ ){0,3}?than|(?:as|so) (?:\w+ ){1,3}?as"
    r"|(?:quite )?like)\b(?! (?:to|it|that)\b)",
    # “the most misunderstood word in software”, “Swift beats every other language”
    rf"\bthe (?:\w+ )?{BEST} (?:[\w-]+ ){{1,3}}?in (?:all )?(?:software|tech|technology|computing|recruitment"
    rf"|hiring|business|(?-i:IT)|fintech|banking|engineering|games|gaming|testing|support|the (?:trade|business"
    rf"|profession|capital|north|south|city|Midlands|kingdom|land|game))\b",
    r"\b(?:beats?|outclass(?:es)?|outperforms?|trumps?|outshines?|eclipses?|towers? over) (?:every|all|any"
    r"|the) (?:other |rest\b|the other |rival |competing )(?:\w+)?|\bleads? the (?:field|pack|world|way) in\b"
    r"|\bahead of the (?:pack|field) in\b|\bheads? and shoulders above\b|\bstreets ahead\b",
    r"\bthe (?:ultimate|definitive|complete and only|last) (?:guide|word|handbook|resource|checklist)\b (?:to"
    r"|on|for)\b|\b(?:unsurpassed|incomparable|world-beating|record-breaking|best-in-class|top-notch|premier"
    r"|foremost|pre-eminent|nonpareil|without (?:equal|rival|parallel|peer))\b|\b(?:remains?|is"
    r"|are) (?:still )?the (?:undisputed )?(?:capital|king|queen|home|mecca|gold standard"
    r"|powerhouse) of (?:\w+ )?(?:tech|fintech|games|gaming|software|recruitment|testing|coding|robotics|AI"
    r"|\w+ming|development|engineering)\b",
    r"\b(?:nowhere|no(?:where)? (?:else|city|region|country)|no place) (?:in|on|outside) [\w ]{3,30} (?:pays?"
    r"|has|offers?|hires?|treats?|trains?|employs?|is)\b|\b(?:nobody|no one|no agency|no recruiter"
    r"|none) (?:else )?(?:\w+s) (?:more|better|as|so|faster)\b[^.;:?!]{0,40} (?:than|as|like) (?:we|us|our"
    r"|ours)\b|\b(?:nobody|no one|no agency|no recruiter|no team)\b[^.;:?!]{0,50} (?:as|like|than) we (?:do"
    r"|can|have)\b",
    r"\b(?:you (?:will|would|could|can)(?: not|n[’']t)|won[’']t|never|cannot|can[’']t) (?:\w+ )?(?:find|meet"
    r"|see|get|hope for|ask for|read|do) (?:an? |any )?(?:better|finer|faster|cheaper|more \w+|nicer"
    r"|fairer)\b(?! (?:way|time|place|reason|job|idea|than (?:that|this|it)))",
    r"\b(?:the (?:UK|country|world|industry|sector|region|north|market)|Britain|England|Scotland|Wales|London"
    r"|Europe)[’']s (?:top|leading|favourite|finest|number one|largest|biggest|busiest|fastest-growing"
    r"|most \w+|only|oldest|premier)\b(?= (?:[\w-]+ ){0,3}?(?:agenc|recruit|engineer|developer|tester|designer"
    r"|team|network|school|conference|studio|employer|language|tool|framework|salar))",
    r"\b(?:bigger|larger|better|stronger|faster|wider|deeper) than (?:anybody|anyone|everybody|everyone) else[’']s\b|\bthe single most \w+",
)
SUPERLATIVE = filtered(
    "|".join((
        r"\bmost (?:in[- ]demand|sought[- ]after|lucrative)\b",
        rf"\b(?:highest|best)[- ]paid (?:\w+ )?{MARKET}\b|\b(?:among|one of) the (?:highest|best)[- ]paid\b",
        rf"\b(?:fastest|rapidly|fast)[- ]growing (?:\w+ )?{MARKET}\b",
        rf"\bone of the most {GREAT}(?: in\b| (?:\w+ )?(?:{JOB}|sectors?|industr(?:y|ies)|fields?)\b|(?=[.,])"
        r"| (?:languages?|frameworks?|companies|employers)\b)",
        rf"\bthe (?:single )?most (?:important|valuable|exciting|respected|rewarding) (?:\w+ )?(?:{JOB}|sectors?)\b",
        rf"\bthe (?:world[’']s |UK[’']s )?most (?:popular|widely used) (?:\w+ )?{PRODUCT}\b",
        r"\bthe (?:very )?best (?!will in)(?:\w+ ){0,3}in the (?:UK|industry|market|world|country|sector|business)\b",
        r"\bthe best (?:recruitment |tech )?(?:recruiters?|agenc(?:y|ies)|consultancy)\b",
        rf"\b(?:[’']s|the|an?|one of the|as) leading (?:\w+ ){{0,2}}{FIRM}\b",
        r"\b(?:world[- ]class|(?:world|market|industry)-leading|award-winning|unrivalled|unparalleled)\b",
        r"\bsecond to no(?:ne|body| other)\b|\bthe best (?:consultants|recruiters|engineers|candidates|team|people"
        r"|service) (?:around|anywhere|there is|you can find)\b",
        r"\b(?:(?:command|attract|earn)s? the (?:highest|best|top)|(?:offer|pay)s? the highest) "
        r"(?:salary|salaries|pay|rates?|wages?)\b",
        r"\bmost (?:loved|used|trusted|wanted|admired|hated|demanded|coveted|desirable) (?:\w+ ){0,2}(?:of all"
        r"|on earth|in the business|in (?:the )?(?:world|tech|technology|IT|UK|Britain|recruitment|market))\b"
        r"|\bthe most (?:loved|trusted|wanted|coveted|used|admired) \w+\b",
        r"\bbest-loved\b|\b(?:number one|no\. ?1|#1) (?:\w+ )?(?:agency|recruiter|choice|language|employer|provider"
        r"|skill|platform|job|role|specialist|in the)\b",
        r"\b(?:nobody|no one|no other \w+|no (?:agency|recruiter|firm|company|consultancy)|none) (?:else )?(?:knows?"
        r"|places?|does|has|finds?|understands?|offers?|fills?|hires?|can match)\b[^.;]{0,40}?\b(?:(?:better|faster"
        r"|more|quicker)\b[^.;]{0,12}? than (?:us|we|ours?)\b|like (?:us|we)\b|our\b)|\bno other (?:agency|recruiter"
        r"|firm|consultancy) (?:knows|places|does|offers|understands)\b",
        r"\bunlike any other (?:agency|recruiter)\b|\bno better (?:agency|recruiter|service|place)\b|\b(?:(?:an|our|is"
        r"|are) unmatched|unbeatable|unequalled|peerless|matchless)\b|\bgo-to (?:\w+ )?(?:recruiter|agency|partner"
        r"|specialist)s?\b",
        r"\bthe (?:most (?:respected|trusted|admired|loved) (?:name|language|framework|agency|recruiter|brand)"
        r"|friendliest|smartest|finest) (?:\w+ )?(?:in the (?:business|industry|UK|country|market))?\b(?=[.,;])"
        rf"|\b(?:hottest|sexiest) (?:\w+ )?{MARKET}\b|\bmarket leaders?\b|\b(?:Britain|England|Scotland|Europe|London"
        r"|the UK|the world|UK)[’']s (?:top|best|favourite|leading|largest|biggest|most \w+) (?:\w+ )*?(?:agenc(?:y"
        r"|ies)|recruiters?|consultancy|engineers|team|network)\b",
        r"\bthe (?:largest|widest|biggest|best|deepest|strongest) (?:\w+ ){0,3}?(?:in (?:the )?(?:UK|Britain|Europe"
        r"|country|world|industry|market)|anywhere)\b|\bis the (?:largest|biggest) in the (?:UK|country|world"
        r"|industry)\b|\bby far the (?:best|most (?:popular|used|wanted|loved|sought|common) )\b|\bbest-paying (?:job"
        r"|role|career)\b|\bthe most exciting (?:company|place|city)\b|\bmost popular (?:framework|language|platform"
        r"|tool)\b(?= of all)",
        *GRAMMAR,
    )),
    re.IGNORECASE,
)  # fmt: skip
CUES = beginnings(
    "worst most highest best fastest rapidly fast leading world-class award-winning market industry unrivalled "
    "unparalleled second commands attracts earns command attract earn offers offer pays pay number no nobody "
    "none unlike unmatched unbeatable unequalled peerless matchless go-to friendliest smartest finest hottest "
    "sexiest britain’s england’s scotland’s europe’s london’s uk’s largest widest biggest deepest strongest 1 nothing nowhere never undisputed single better bigger larger find there country’s world’s industry’s of without hands far unquestionably undoubtedly indisputably undeniably beyond easily arguably bar ever greatest safest shrewdest simply surest wisest top chief commonest quickest shortest cheapest easiest only beats outclass outperforms trumps outshines eclipses towers leaves leads ahead heads streets ultimate definitive last unsurpassed incomparable world-beating record-breaking best-in-class top-notch premier foremost pre-eminent capital king queen home mecca gold powerhouse won’t won't cannot can’t can't would could will region’s sector’s uk’s north’s wales’s remains like no. "
)
BOAST = Rule(
    check="superlative-without-a-source",
    level=Level.WARNS,
    why="A superlative without support sounds like advertising, and readers then trust the text around it less.",
    advice="Link to the source, name the body and the year, or say plainly what you can vouch for.",
)


def unsourced_superlative(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for passage, sentence, match in unsourced(guide, SUPERLATIVE, CUES):
        what = f"Nothing in the paragraph bears out “{match[0]}”."
        yield BOAST.found(passage.place, what, excerpt=cut(sentence))
