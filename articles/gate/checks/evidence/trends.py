"""Trends of the market without a source."""

import re
from collections.abc import Iterator

from articles.gate.checks.evidence.movement import MOVEMENT
from articles.gate.checks.evidence.sources import unsourced
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.patterns import filtered
from articles.gate.prose.statements import clause
from articles.gate.prose.words import beginnings, cut

FIRMS = r"(?:companies|employers|businesses|organisations|firms|teams|start-ups)"
RISING = r"(?:(?:increas|grow|ris|soar|boom|surg|accelerat|skyrocket|expand)\w*|grew|rose)"
JOBS = (
    r"(?:(?:remote|contract|permanent|junior|entry-level|graduate|senior|tech|hybrid|IT|AI) )?"
    r"(?:roles|jobs|vacancies|job adverts|openings|positions|contracts|opportunities|hiring|recruitment(?: budgets)?"
    r"|hiring budgets|day rates|rates|salaries)"
)
TALENT = r"(?:talent|engineers|developers|candidates|skills|roles|jobs|people|staff|specialists|graduates)"
TRADE = (
    r"(?:(?:shortages?|skills|office days|applications|placements|start dates|bonuses|offers)|(?:the )?market for \w+"
    r"|(?:salaries|pay|wages|day rates|rates|roles|jobs|vacancies|adverts|openings|hiring|recruitment"
    r"|demand(?: for [\w ]{2,20})?|talent|good people|redundancies|layoffs|lay-offs"
    r"|(?:engineers|developers|candidates|employers|companies|start-ups|firms|contractors|freelancers|graduates"
    r"|the number of \w+)|(?:remote|hybrid|flexible|contract) work(?:ing)?"
    r"|contracting|freelancing|counter-offers|hiring freezes|budgets|competition|notice periods|AI skills|the (?:job "
    r"|tech |hiring )?market))"
)
CHANGES = (
    r"(?:climb\w*|grow\w*|rising|risen|rise|soar\w*|surg\w+|explod\w+|fall\w*|drop\w*|shrink\w*|shrunk|disappear\w*"
    r"|vanish\w*|picking up|slow(?:ed|ing)|cool\w*|recover\w*|boom\w*"
    r"|doubl\w+|halv\w+|tripl\w+|stagnat\w+|accelerat\w+|drying up|heating up|levelling off|bouncing back|spreading"
    r"|increas\w+|declin\w+|slid\w+|sinking|getting (?:better|worse|harder|tougher|easier|scarcer|longer|shorter)"
    r"|(?:gone|going) through the roof|fighting over|competing for|dead|fierce|hot|buoyant)"
)
# A change that is told by its pace or its turn, of many who do this work or of their market.
SUBJECT = (
    rf"(?:{JOBS}|{TALENT}|{FIRMS}|clients|contractors|freelancers|applicants|juniors|salaries|pay|wages"
    rf"|day rates|budgets|bonuses|perks|notice periods|CVs|degrees"
    r"|cover letters|counter-offers|contracting|freelancing|(?:remote|hybrid|office|flexible"
    r"|contract) work(?:ing)?|(?:[a-z-]{3,}(?:ers|ists|ysts"
    r"|ants)(?<!offers)(?<!matters)(?<!numbers)(?<!users)))"
)
PACE = r"(?:fast|rapidly|quickly|slowly|steadily|gradually|increasingly)"
MOVING = (
    rf"\b(?:fewer and fewer|more and more|less and less|ever (?:more|fewer|less)|an? (?:ever-)?(?:growing"
    rf"|increasing|rising|shrinking|dwindling|falling|record) (?:number|share|proportion) of"
    rf"|record numbers? of) (?:[\w-]+ ){{0,2}}?{SUBJECT}\b",
    rf"\b{SUBJECT}\b(?: (?:in|for|with|at|of|from)(?: [\w-]+){{1,3}})? (?:is|are) (?:now )?{PACE} [a-z]+ing\b",
    r"\b(?:has|have) never been in (?:such|greater|shorter) (?:[a-z]+ )?(?:supply|demand|favour)\b",
    r"\b(?:the |a )?(?:[a-z]+ )?market (?:for|in) [\w -]{2,40}? (?:has|have|is) (?:now |clearly |been "
    r"|\w+ly )*(?:cool|turn|soften|tighten|shift|slow|stall|dr[iy]|collaps|boom|overheat|pick(?:ed|ing) up"
    r"|recover|swung|shrunk|shrinking|grow|flat|improv|worsen|doubl|halv)\w*",
    rf"\b(?:{SUBJECT}|power|the balance|the tables) (?:now |once again |again )?(?:holds? (?:all )?the (?:cards"
    rf"|power|whip hand)|(?:has|have) (?:the upper hand|turned|swung|tipped|shifted)|calls? the (?:tune|shots)"
    rf"|(?:is|are) spoilt for choice|can pick and choose)\b",
    rf"\b{SUBJECT} (?:are|is|have been|keep) (?:now |\w+ly )*(?:(?:popp|spring|cropp)ing up|mushrooming"
    rf"|proliferating|multiplying|sprouting|giving way|losing out|in retreat|in vogue|on the march|coming back"
    rf"|drying|ebbing|swelling|thinning|going the way of|going out of)\b",
    rf"\b{SUBJECT}\b(?: (?:in|for|with|at|of|from)(?: [\w-]+){{1,3}})? (?:has"
    rf"|have) become (?:a thing of the past|the (?:norm|rule|default|exception|standard)|a rarity|(?:more|less"
    rf"|increasingly|ever) [a-z]+|(?:much |far |a lot )?(?:rare|scarce|common|commonplace|standard|normal"
    rf"|harder|easier|cheaper|dearer|pricier|rarer|scarcer|shorter|longer|pickier|choosier))\b",
    rf"\b{SUBJECT} no longer (?!than\b)[a-z]+\b",
)
TREND = filtered(
    "|".join((
        rf"\bdemand\b(?! on\b)[^.;:?]{{0,80}}?\b(?:is|has|keeps?|continues? to|remains?|will) (?:\w+ly |be |been )*"
        rf"(?:{RISING}|grown|risen|strong|high|outstrip\w*|at an all-time high|on the rise"
        r"|never been (?:higher|greater|stronger))\b",
        r"(?<!’s )(?<!'s )\b(?:growing|rising|increasing|soaring|unprecedented|huge|high|strong) demand for\b",
        r"(?<!that )\b(?:is|are) in (?:high |great |huge |strong )?demand\b",
        r"\b(?:has|have) (?:seen|experienced|enjoyed) (?:\w+ ){0,3}(?:growth|increases?|rises?|demand)\b",
        rf"\b(?:salaries(?: for [\w ]{{1,30}}?)?|pay|investment|adoption|the (?:tech |job )*market"
        rf"|the (?:sector|industry)) (?:is|are|has|have|keeps?|continues? to) "
        rf"(?:been )?(?:\w+ly )?(?:{RISING}|grown|risen)\b",
        rf"\bthe number of [\w ]{{0,30}}(?:roles|jobs|vacancies|employers|companies) "
        rf"(?:is|has) (?:been )?(?:{RISING}|grown|risen)\b",
        r"\bskills shortage\b|\bshortage of (?:\w+ )?(?:engineers|developers|candidates|talent|people|skills)\b",
        r"\bmore (?:important|popular|competitive|in demand|sought[- ]after|valuable|crucial|vital|common|\w+ (?:jobs"
        r"|roles|vacancies)) than ever\b|\bmore (?:jobs|roles|vacancies|engineers|companies) than ever\b",
        rf"\bincreasingly,|\b{FIRMS} (?:(?:are|have) )?(?:\w+ )?increasingly\b",
        rf"\bmore and more (?:\w+ )?{FIRMS}\b",
        rf"\bas (?:more )?(?:\w+ )?{FIRMS} (?:continue to|adopt|invest|increase|embrace|move from|turn to)\b",
        rf"\b(?:many|most|more) {FIRMS} (?:are )?(?:increasing|expanding|investing)\b",
        rf"\b{TRADE} (?:is|are|has|have|keeps?) (?:been |now |also )?(?:\w+ly )?(?:{CHANGES}|becoming (?:more |less "
        r"|increasingly |ever )?(?:\w+er|common|rare|popular|scarce|normal|standard|competitive)|on the (?:rise"
        r"|way out|way up|increase|decline|up|wane)|scarce|in high demand|everywhere|making a comeback|hiring (?:more"
        rf"|fewer|again|less)|leaving (?:[\w ]{{2,30}}) in droves|(?:going|turning) freelance)\b",
        r"\b(?:everyone|everybody|every (?:company|firm|employer)) is (?:moving|switching|hiring|looking|turning"
        r"|investing|going)\b|\bmore and more (?:\w+ )?(?:engineers|developers|people|candidates|recruiters) (?:are"
        r"|want|prefer|choose|work|leave|go)\b|\bthe market (?:favours|is with|belongs to)\b",
        rf"\b(?:war|race|battle|fight|hunt|scramble) for (?:\w+ )?{TALENT}\b",
        rf"\bcompetition for (?:\w+ )*?{TALENT} (?:is|has|remains|gets|grows) (?:\w+ )?(?:fierce|intense|high|tough"
        r"|strong|stiff|hot|growing|heating up|increasing|grown|never)\b",
        rf"\b{JOBS} (?:are|is|have|has) (?:been )?(?:\w+ly )?(?:drying up|dried up|disappear\w*|vanish\w*|shrink\w*"
        r"|shrunk|dropp\w+|fall\w+|slow(?:ed|ing)|halved|doubled|cool\w+|boom\w*|on the rise|on the increase|in decline"
        r"|declin\w+|down|up|going through the roof|scarce|plentiful|plummet\w*|stagnat\w+|flat|recover\w+|thinning)\b",
        r"\b(?:talent pool|skills gap|(?:job|tech|talent|labour|hiring|candidate|contract)? ?market|demand"
        r"|sector) (?:is|has) (?:\w+ly |been )?(?:shrinking|shrunk|widen\w*|cool\w*|boom\w*|slow(?:ed|ing)|tighten\w*"
        r"|overheat\w*|pick\w+ up|recover\w*|collaps\w+|soften\w*|hot|buoyant|tight)\b",
        rf"\b(?:fewer and fewer|less and less) (?:\w+ )?(?:{FIRMS}|{TALENT})\b|\b(?:harder and harder|increasingly hard"
        r"|hard|harder|difficult) to (?:find|come by|get hold of|recruit)(?=[.,]| than| these| in the)",
        r"\b(?:work|working|AI|hybrid|contracting) (?:is|are) here to stay\b|\b(?:is|are) (?:in short supply"
        r"|becoming the norm|the new normal|snapped up|being snapped up|like gold dust|a candidate[’']s market"
        r"|taking over|heating up)\b|\b(?:candidate|employer)[’']?s?[’']? ?(?:-driven|-led)? market\b(?= *[.,;])",
        rf"\b(?:not enough|more jobs than|more roles than|too few) {TALENT}\b|\bnot enough \w+ to go round\b"
        rf"|\b(?:interest in|use of|appetite for) [\w ]{{2,30}} (?:has exploded|is exploding|has soared|is soaring"
        r"|is booming|is surging)\b",
        r"\b(?:has|have) never been (?:\w+ )?(?:harder|easier|higher|lower|better|greater|stronger|tougher|busier|hotter|cheaper|dearer"
        r"|scarcer|shorter|longer|more \w+|so \w+|as \w+|in (?:such|greater) demand)\b(?! (?:to me|for me|than you))",
        rf"\b(?:(?:generative )?AI|automation|technology|(?:remote|hybrid|flexible) work(?:ing)?|the cloud"
            rf"|machine learning|language models|LLMs|chatbots|robots|the pandemic|Brexit) (?:is|are|has"
            rf"|have) (?:\w+ly |been |already |now )*"
        rf"(?:(?:chang|transform|reshap|disrupt|revolutionis|upend|rewrit|redefin|remak)\w+|turn(?:ed"
            rf"|ing) \w+ upside down) (?:the way|how|every\w*|the (?:whole |entire )?(?:\w+ )?(?:market|industry|trade"
            rf"|world|sector|profession|face)|recruit\w+|hiring|work\b|jobs|{FIRMS}|{TALENT})"
        r"|\b(?:AI|automation|chatbots|robots|language models|LLMs) (?:is|are|has|have) (?:\w+ly |been |already "
            r"|now )*(?:replac\w+|kill\w+|eat\w+|tak\w+) (?:\w+ ){0,3}(?:jobs?|roles?|developers|testers|juniors?|work"
            r"|recruiters|people)\b",
        rf"\b(?:{JOBS}|{TALENT}|{FIRMS}|pay|wages|budgets|bonuses|counter-offers|perks|office days|redundancies"
            rf"|day rates|notice periods|CVs|degrees|contracting|freelancing|(?:remote|hybrid|office|flexible"
            rf"|contract) work(?:ing)?|\w+-day weeks|the (?:\w+ )?market|the skills gap|wage growth) "
        r"(?:is|are|has|have|keeps?) (?:been |now |also |\w+ly )*(?:creeping|crept|thinning out|dying out"
            r"|catching on|caught on|taking off|taken off|gaining ground|losing ground|ground to a halt"
            r"|grinding to a halt|plateau\w*"
        r"|flatten\w*|dwindl\w*|evaporat\w*|crash\w*|collaps\w*|tumbl\w*|plung\w*|shot up|shooting up|jump\w*"
            r"|edg(?:ed|ing) (?:up|down)|waning|fading|on its last legs|on their last legs|a thing of the past"
            r"|the order of the day|the rage|all the rage|overtaking|overtaken|here to stay|back in fashion"
            r"|out of fashion|flooded|saturated|awash|swamped|booming|bouncing|rebounding|rebounded|tightening"
            r"|widening|narrowing|closing|snapping up|queu(?:e)?ing|crying out|desperate|scrambling|chasing"
            r"|moving (?:abroad|away|back)|returning|flocking|deserting|abandoning|ditching|dropping (?:degree|the)"
            r"|bringing (?:people|staff|everyone|teams) back|calling (?:people|staff|everyone|teams) back)\b",
        r"\b(?-i:[A-Z])[\w+#]+ (?:is|has) (?:\w+ly |been )?(?:overtaking|overtaken|on the way out|dying out"
            r"|taking over|taking off|all the rage|making a comeback)\b",
        r"\b(?:has|have|is|are) (?:now |fast |slowly |quickly |rapidly |all but |almost )?(?:become|becoming"
            r"|turned into|turning into) (?:an? |the )?(?:thing of the past|norm|new normal|rarity|rule rather than"
            r"|exception|must-have|standard|rare|commonplace|mainstream|a minority|old hat|yesterday[’']s"
            r"|a dying breed|dying breed|table stakes|hygiene factor)\b",
        rf"\b{FIRMS} (?:are|have) (?:\w+ )?(?:tightening (?:their )?belts|turn(?:ed|ing) their backs?|pull(?:ed"
            rf"|ing) in)\b|\b(?:hiring|recruitment|the (?:\w+ )?market) (?:has|is) (?:all but |almost "
            rf"|nearly )?(?:stopped|dried up|frozen|stalled|at a standstill|over)\b"
        rf"|\b(?:salaries|pay|wages|rates|day rates|budgets)(?: (?:in|for|across|outside) [\w ]{{2,30}})? (?:are|is"
            rf"|have been|has been|remain) (?:\w+ )?(?:flat|stagnant|static|stuck|frozen)\b"
        rf"|\b(?:{TALENT}|juniors|testers|contractors|freelancers|{FIRMS}) (?:can|could) no longer (?:find|get|land"
            rf"|afford|expect|rely)\b|\b(?:nobody|no one|hardly anybody|hardly anyone|few people) (?:wants?|reads?"
            rf"|stays?|hires?|uses?|applies)\b[^.;?]{{0,60}}\b(?:any ?more|these days|now)\b"
        rf"|\bthe days of [\w -]{{2,40}} are (?:over|gone|numbered)\b|\b(?:everyone|everybody|every (?:firm|company"
            rf"|employer|team)) (?:now )?wants (?:\w+ )?(?:{TALENT}|\w+ers?)\b(?=[^.;?]*\b(?:now|these days|today"
            rf"|at the moment)\b)|\btoo many {TALENT} (?:are )?chas\w+\b|\bmore (?:common|widespread|popular|usual"
            rf"|frequent) than ever\b|\bnow more than ever\b"
        rf"|\b(?:start-ups|{FIRMS}|banks|agencies|the big (?:firms|names|tech firms)) (?:are"
            rf"|have been) (?:\w+ )?(?:snapping up|cutting|shedding|poaching|hoarding|slashing)\b",
        rf"\b{FIRMS} (?:are|have) (?:\w+ )?(?:struggling to (?:fill|find|hire|recruit)|cutting back|cut back"
        r"|hiring again|freezing|laying off|scaling back)\b|\bfinding it (?:harder|easier) to (?:get|find|land)\b",
        *MOVING,
    )),
    re.IGNORECASE,
)  # fmt: skip
SUBJECTS = beginnings(
    "demand market shortage shortages never snapped snapping gold nobody no hardly few fewer days everyone "
    "everybody every hard harder difficult stay norm normal than enough interest use appetite competition war "
    "race battle fight hunt scramble talent engineers developers candidates skills roles jobs people staff "
    "specialists graduates companies employers businesses organisations firms teams start-ups office "
    "applications placements start bonuses offers salaries pay wages day rates vacancies adverts openings "
    "hiring recruitment redundancies layoffs lay-offs contractors freelancers number remote hybrid flexible "
    "contract contracting freelancing counter-offers budgets notice ai positions contracts opportunities "
    "sector industry investment adoption increasingly finding taking heating automation technology cloud "
    "machine language llms chatbots robots pandemic brexit perks cvs degrees weeks wage juniors testers banks "
    "agencies big growing rising soaring unprecedented huge high strong seen experienced enjoyed overtaking "
    "overtaken clients applicants cover counter-offers power balance tables record share proportion analysts recruiters dying makes making rage becoming new good employer’s candidate’s candidate employer "
)
CUES = beginnings(
    "demand market shortage increasing increasingly grow grows growing grew grown growth rise rises rising "
    "risen rose soar soars soaring soared surge surging boom boomed booming accelerate skyrocket expand "
    "exploded climb climbing climbed fall falls falling fallen fell drop drops dropped dropping shrink shrunk "
    "disappear vanish picking slow slowed slowing cool cooled cooling recover doubled doubling halved halving "
    "tripled stagnate drying dried heating levelling bouncing bounced spreading decline slid sliding slide "
    "sinking getting going gone fighting competing competition dead fierce hot buoyant becoming wane waning "
    "scarce everywhere everyone everybody every comeback leaving turning turned freelance ever more continue "
    "adopt invest embrace move turn war race battle fight hunt scramble down plenty plummet flat thinning "
    "fewer less harder hard difficult stay norm normal snapped snapping gold enough few struggling cut "
    "cutting freezing laying scaling finding never changing changed transforming reshaping reshaped "
    "disrupting disrupted disruption revolutionising upending upended rewriting redefining remaking replacing "
    "replaced killing killed eating eaten taken taking creeping crept dying catching caught gaining losing "
    "ground grinding plateau flatten dwindle evaporate crash collapse tumble plunge shot shooting jump jumped "
    "jumping edged edging fading last past order rage overtaking back fashion flooded saturated awash swamped "
    "rebound tightening widening narrowing closing queuing queueing crying desperate scrambling chasing chase "
    "moving returning flocking deserting abandoning ditching bringing calling pulled pulling stopped frozen "
    "stalled standstill over stagnant static stuck longer nobody hardly days wants poaching shedding hoarding "
    "slashing hiring up way here and record rapidly quickly slowly steadily gradually increasingly holds hold upper calls spoilt pick "
    "popping springing cropping mushrooming proliferating multiplying no soften tighten shift swung tipped retreat vogue rarity "
)
CONDITION = filtered(
    r"\b(?:if|when|whether|once|unless|until|(?<!never )before|after|as soon as|how|what|which|so that|suppose)\b",
    re.IGNORECASE,
)

TENDENCY = Rule(
    check="trend-without-a-source",
    level=Level.WARNS,
    why="Readers cannot tell who measured this, or when, and it stays on the page after it stops being true.",
    advice="Link to the source, name the body and the year, or leave the claim out.",
)


def unsourced_trend(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    told: set[str] = set()
    for passage, sentence, match in (*unsourced(guide, TREND, CUES, SUBJECTS), *unsourced(guide, MOVEMENT)):
        if sentence not in told and not CONDITION.search(clause(sentence, match)):
            told.add(sentence)
            what = f"Nothing in the paragraph bears out “{cut(match[0])}”."
            yield TENDENCY.found(passage.place, what, excerpt=cut(sentence))
