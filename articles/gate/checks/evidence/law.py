"""What the law or the visa rules say, in a section that leads to no source."""

import re
from collections.abc import Iterator

from articles.gate.checks.evidence.sources import sections
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose import repeats
from articles.gate.prose.document_text import DocumentText, Kind, Passage, sentences
from articles.gate.prose.patterns import filtered
from articles.gate.prose.statements import unquoted
from articles.gate.prose.words import beginnings, cut

WHO = (
    r"(?:you|employees?|workers?|(?:your |an |the )?employers?|candidates?|contractors?|mothers?|fathers?|parents?"
    r"|graduates?|agency workers?|they|dependants?|visa holders?|companies)"
)
DUTY = (
    r"(?:pay|give|dismiss|stop|ask|fine|make|provide|refuse|hire|withhold|deduct|offer|tell|sack|let|keep|force"
    r"|change|cut|check|report|consult|deduct|put|hold|withdraw|cover|add)"
)
SUBJECT = (
    r"(?:statutory|minimum wage|living wage|redundancy pay(?:ments?)?|sick pay|(?:maternity|paternity|parental"
    r"|adoption|annual) leave|holiday pay|unfair dismissal|gardening leave"
    r"|Skilled Worker|work(?:ing)? visas?|visas?|sponsor(?:ship)?(?: licences?)?|Certificate of Sponsorship"
    r"|Home Office|right[- ]to[- ]work|settlement agreements?|IR35|restrictive covenants?|non-compete(?: clauses?)?"
    r"|National Insurance|notice period|employment contracts?|contracts?|notice|employees?|employers?|settled status"
    r"|agency workers|week)"
)
FIGURE = (
    r"(?:£\d|(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:hours|days|weeks|months|years|week"
    r"|year|month)[’']?)"
)
TERM = (
    r"(?:IR35|statutory \w+ pay|sick pay|redundancy pay|National (?:Living|Minimum) Wage|(?:non-compete|restrictive"
    r"|restraint) (?:clauses?|covenants?)|garden(?:ing)? leave"
    r"|settlement agreements?|sponsor licences?|Skilled Worker visas?|Graduate visas?|work visas?|TUPE"
    r"|umbrella compan(?:y|ies)|zero-hours contracts?|unfair dismissal|agency workers)"
)
# Who, may or must, and a thing that the law is about: together they say what the law is.
PARTY = (
    r"(?:(?:an?|the|your|no|any|every|each) )?(?:\w+ )?(?:employers?|agenc(?:y|ies)|recruiters?|hirers?|firms?"
    r"|compan(?:y|ies)|managers?|sponsors?|employees?|workers?|staff|contractors?|candidates?"
    r"|applicants?|interns?|apprentices?|agency workers?|jobseekers?|temps?|parents?|students?|(?:anyone"
    r"|anybody|those) (?:dismissed|with|who|on)|probation(?:ary)? periods?|umbrella companies)"
)
MODAL = (
    r"(?:may(?: not)?|must(?: not)?|can(?:not|[’']t| (?:legally |lawfully |only )?)?|(?:has|have) to|(?:is"
    r"|are) (?:not )?(?:allowed|permitted|entitled|required|obliged|forbidden|free|bound"
    r"|protected)(?: by law)? (?:to|from)?"
    r"|(?:has|have) (?:no|a|the) (?:legal )?right to|need(?:s)? not|do(?:es)? not have to|is liable|are liable)"
)
MATTER = (
    r"(?:convictions?|criminal records?|DBS|wages|minimum wage|tribunals?|dismiss\w*|redundan\w+|sick pay"
    r"|holiday(?: pay)?|overtime|notice (?:period|pay)|(?:date|dates) of birth|pregnan\w+|maternity|paternity"
    r"|parental leave"
    r"|consent|personal data|right to work|work permits?|visas?|passports?|sponsor\w*|flexible working"
    r"|disabilit\w+|discriminat\w+|union|strike|equal pay|payslips?|pensions?|deduct\w*|references?"
    r"|contracts? of employment|written (?:reasons?|statement|terms)|zero-hours"
    r"|extended without|charge (?:you|candidates|workers|them|jobseekers)|a fee for finding|keep (?:your|a"
    r"|the) (?:CV|data|records?)|time off|rest breaks?|night work|working hours|retire\w*|grievances?"
    r"|disciplinary|accompanied|tax code|National Insurance|IR35|TUPE|garden(?:ing)? leave"
    r"|restrictive covenants?|health questions?|age)"
)
# What a person at work is or has by law, whoever it is.
ANYBODY = (
    rf"(?:{PARTY}|(?:an?|the|any|every|each|no|your|overseas|foreign|skilled)? ?(?:\w+ )?(?:[a-z]{{3,}}(?:ers"
    rf"|er|ists?|ysts?|ants?|ees?)|people|person|graduates?))"
)
ENFORCED = r"(?:enforced|enforceable|unenforceable|upheld|void|null and void|voidable|struck out|legally binding)"
GRAMMAR = (
    rf"\b{ANYBODY} (?:who|that|which)? ?[^.;:?!]{{0,60}}?\b(?:falls?|is caught|are caught|comes?|count as"
    rf"|counts as) (?:inside|outside|within|under|by) IR35\b",
    r"\b(?:do(?:es)?(?: not|n[’']t)? |always |never )?counts? (?:as|towards?) (?:working time|earnings|wages"
    r"|employment|paid work|holiday|annual leave|sick(?:ness)? absence|continuous (?:service|employment)"
    r"|redundancy|overtime|night work)\b|\b(?:in|under|before|in the eyes of) (?:the |employment |UK |British "
    r"|English )?law(?=[.,])",
    r"\b(?:employees?|workers?|contractors?|you|employers?|engineers|developers|freelancers?|the (?:employer"
    r"|client|agency)|clients?) (?:\w+ )?(?:can |may |must |will |always |never |automatically )?(?:keep|own"
    r"|hold|lose|retain|forfeit)s? (?:the |all |your |their |any |no )*(?:rights?|copyrights?"
    r"|intellectual property|patents?)\b",
    r"\b(?:can|may|could|will) be (?:fined|prosecuted|sued|disqualified|jailed|barred|struck off|penalised"
    r"|imprisoned)\b|\b(?:civil )?(?:fines?|penalt(?:y|ies)) (?:of|are|is|can be|may be|runs?"
    r"|reach(?:es)?) (?:up to |as much as |to )?£\d|\b(?:is|are|commits?|breaks?) (?:guilty of )?(?:an"
    r"|a criminal|the law|breaking the law)(?: offence)?(?=[.,])(?<! an)",
    rf"\b(?:restrictions?|covenants?|clauses?|terms|contracts?|agreements?|waivers?|deductions?|bans?"
    rf"|non-disclosure agreements?|NDAs?)\b[^.;:?!]{{0,60}}? (?:(?:cannot|can|may|must|will|can[’']t) (?:not "
    rf"|never |only )?be|(?:is|are) (?:not |never |always |usually )?) ?{ENFORCED}\b",
    rf"\b{ANYBODY} (?:may|must|can|cannot|can[’']t|has to|have to|need not) (?:not |only |still "
    rf"|legally )?(?:start|begin|stop|change|leave|take|do"
    rf"|work)\b[^.;:?!]{{0,50}}?\b(?:certificate of sponsorship|visas?|sponsor\w*|work permits?|right to work"
    rf"|settled status|immigration)\b",
    rf"\b{PARTY}(?: [\w’-]+){{0,7}}? {MODAL} ?\b[^.;:?!]{{0,60}}?\b{MATTER}\b",
    r"\b(?:falls?|counts?|sits?|is|are|be|works?|treated as|deemed|classed as|caught) (?:\w+ )?(?:inside"
    r"|outside|within|by|under) IR35\b(?! (?:role|contract|job|work))",
    r"(?<!\bthe )(?<!\bas )\bin (?:(?:UK|English|British|Scots|employment|the eyes of the) )?law\b(?! (?:firm"
    r"|school|and))|\b(?:counts?|treated|classed|regarded) as (?:working time|employment|an? (?:worker"
    r"|employee)|self-employ\w+|continuous service|taxable|holiday|wages)\b",
    r"\b(?:keep|own|hold|belongs? to|retain|assign|sign away) (?:\w+ ){0,3}?(?:rights?|copyright"
    r"|intellectual property|IP|code|inventions?|work)\b[^.;?!]{0,60}\b(?:contract|employer|office hours"
    r"|own time|employed|employment)\b",
    r"\b(?:may|can|must|cannot|can[’']t|may not|is allowed to|are allowed to) (?:\w+ ){0,2}?(?:start|begin"
    r"|work|stay|switch|change|bring|leave|enter|remain|apply|settle|live)\b[^.;?!]{0,60}\b(?:visas?"
    r"|sponsor\w*|certificate of sponsorship|biometric|settled status|right to work|work permits?"
    r"|leave to remain)\b|\b(?:visas?|sponsor\w*|certificate of sponsorship|settled status"
    r"|work permits?)\b[^.;?!]{0,60}\b(?:may|can|must|cannot|can[’']t|may not|lets?|allows?|ties?|expires?"
    r"|costs?|counts?|covers?|stops?) (?:\w+ ){0,2}?(?:start|begin|work|stay|switch|change|bring|leave|you"
    r"|them|holders?|partners?|family|after|within|for)\b",
    # “A verbal offer is binding.” “An agency may not charge a jobseeker for finding work.”
    r"\b(?:offers?|contracts?|agreements?|acceptances?|clauses?|promises?|letters?|e-?mails?|handshakes?"
    r"|covenants?) (?:is|are|becomes?) (?:\w+ly |never |always |not |only )?(?:binding|void|worthless in court"
    r"|enforceable|unenforceable|lawful|unlawful|invalid|valid in law|a contract)\b",
    r"\b(?:agenc(?:y|ies)|recruiters?|employment businesse?s?) (?:may|must|can|cannot|can[’']t|are|is) (?:not "
    r"|never |only )?(?:allowed to |permitted to |free to |forbidden to )?(?:charge|bill|take a fee"
    r"|ask for money|withhold|pay you late)\b",
    # “Graduates can stay for two years after their degree.” “Your partner can work without limits …”
    r"\b(?:graduates?|students?|partners?|spouses?|dependants?|children|holders?|families|family members"
    r"|overseas \w+|foreign \w+|migrants?|EU \w+|sponsored \w+|skilled workers?) (?:can|may|must|cannot"
    r"|can[’']t) (?:\w+ ){0,2}?(?:stay|work|settle|remain|switch|join|apply|bring|study|come"
    r"|leave)\b[^.;?!]{0,60}\b(?:years?|months?|days?|degree|limits?|hours|permission|UK|Britain|country"
    r"|employers?|visa|route|sponsor\w*)\b",
    r"\b(?:employers?|agencies|sponsors?|firms|companies|hirers?) (?:need to|needs to|must|have to|has to"
    r"|are (?:obliged|required|bound) to|is (?:obliged|required|bound) to|may|cannot|can[’']t|can only"
    r"|ought by law to) (?:not |only |also |still )*(?:keep|hold|store|check|report|copy|record|give|issue"
    r"|hand over|pay|provide|offer|allow|grant|refuse|deduct|consult|prove|publish|enrol|register|dismiss"
    r"|withdraw)\b[^.;?!]{0,60}\b(?:passports?|years?|months?|weeks?|days?|wages?|pay|payslips?|statements?"
    r"|holiday|leave|pensions?|offers?|contracts?|copies|records|reasons?|breaks?|notice|tribunals?"
    r"|work permits?|visas?|time off|references?|first day)\b",
    # “Statutory sick pay starts on the fourth day.” “the first £30,000 is tax-free”
    r"\b(?:statutory|sick|maternity|paternity|redundancy|holiday|notice|shared parental|severance) (?:sick "
    r"|maternity |paternity |redundancy |parental )?(?:pay|leave|payments?) (?:must|starts?|begins?|ends?|is"
    r"|are|includes?|covers?|lasts?|runs?|cannot|can|may|has to|applies|stops?|counts?)\b",
    r"\b(?:is|are|stays?|remains?) (?:\w+ly )?(?:tax-free|free of tax|exempt from tax|taxable|taxed"
    r"|liable (?:for|to) (?:tax|National Insurance))\b|\b(?:pays?|paying|saves?|owes?) (?:less|more|no"
    r"|any) (?:income )?(?:tax|National Insurance)\b",
    r"\b(?:breaks?|breaking|against|breach(?:es)?|contrary to|allowed by|required by|under"
    r"|forbidden by) (?:the |employment |data protection |UK |English )*law\b|\b(?:stand|stands) up in (?:a "
    r"|an |any |the )?(?:\w+ )?(?:court|tribunal)\b|\b(?:owes?|owed) you (?:nothing|no \w+)\b|\b(?:take|bring"
    r"|win|lose|lodge|make) (?:an? |your |their |the )?(?:\w+ )?(?:claim|case) (?:to|at|in|before) (?:an? "
    r"|the )?(?:employment )?tribunal\b",
    # “You can be dismissed without a reason …” “Nobody can make you work more than 48 hours.”
    r"\b(?:you|anyone|anybody|employees?|staff|workers?|contractors?|interns?|apprentices?|agency workers?"
    r"|part-timers?|temps) (?:can|may|cannot|can[’']t|must) (?:not |never |only |legally |lawfully "
    r"|still )?be (?:dismissed|sacked|fired|made redundant|forced|made to|paid less|laid off|suspended|denied"
    r"|refused|searched|recorded|monitored|sponsored|deported)\b",
    r"\b(?:nobody|no one|no employer|no manager|no agency|no firm) (?:can|may|has to|is allowed to"
    r"|is obliged to) (?:\w+ly )?(?:make|force|ask|stop|oblige|dismiss|deduct|refuse|prevent|give|pay|keep"
    r"|require)\b[^.;?!]{0,60}\b(?:you|hours|reference|work|wages|notice|contract|leaving|rest|holiday"
    r"|employee|reason|leave)\b",
    r"\byou (?:do not|don[’']t|need not|never) (?:\w+ )?(?:have to |need to )?(?:tell|disclose|declare|reveal"
    r"|mention)\b[^.;?!]{0,50}\b(?:conviction|pregnan\w+|disabilit\w+|caution|criminal|health condition"
    r"|union)\w*\b|\b(?:you|employees|workers|staff|anyone|anybody) (?:have|has|get|gets) (?:\d+"
    r"|[\w-]+) (?:days|weeks|months|years) (?:in which )?to (?:bring|claim|appeal|complain|lodge|settle|object"
    r"|withdraw|sue)\b",
    r"\b(?:interns?|apprentices?|trial shifts?|work experience|placements?|volunteers?|overtime|travel time"
    r"|training time|trainees) (?:must|has to|have to|cannot|can[’']t|need not|may not|is"
    r"|are) (?:\w+ly )?(?:be )?(?:paid|unpaid)\b[^.;?!]{0,40}\b(?:minimum wage|living wage|law|by the hour"
    r"|in full)\b|\b(?:fathers|mothers|parents|carers|adopters|night workers|part-timers|shift workers"
    r"|young workers|apprentices) (?:get|have|may|can|must|cannot|are allowed|qualify for|may not"
    r"|receive) (?:not )?(?:\w+ ){0,4}?(?:weeks?|days?|hours|months|leave|pay|breaks?)\b",
    r"\bafter (?:\d+|[\w-]+) (?:years?|months?|weeks?)(?: of (?:service|employment|work|residence))?,? (?:you"
    r"|employees?|workers?|anyone|anybody|staff|they|agency workers?|a temp) (?:are|is|have|has|get|gets|can"
    r"|may|become|becomes|qualify|qualifies|gain|gains) (?:\w+ )?(?:protected|entitled|the right|a right|equal"
    r"|settle|eligible|permanent|employees?|citizens?|redundancy|claim|apply|for)\b|\bthe [\w ]{3,30} (?:route"
    r"|visa|permit) (?:leads?|costs?|lasts?|allows?|lets?|ties?|runs?|expires?|covers?|opens?)\b",
    rf"\b(?:anyone|anybody|those) (?:dismissed|made redundant)\b[^.;:?!]{{0,40}}? {MODAL} (?:claim|appeal|ask|go)\b",
)
LAW = filtered(
    "|".join((
        rf"\b{WHO} (?:are|is) (?:also |still |legally |automatically )?(?:entitled to|obliged to|required by law"
        r"|protected (?:from|against)|eligible for (?:statutory|redundancy|sick|maternity|paternity))\b",
        r"(?<!required )(?<!permitted )\bby law\b|\blegally (?:required|obliged|entitled|binding|bound|allowed|have to)\b|\b(?:is|it[’']s"
        r"|was) (?:illegal|unlawful|against the law|a criminal offence)\b",
        r"\bthe law (?:says|requires|allows|lets|gives|states|protects|forbids|sets)\b|\b(?:has|have"
        r"|had) (?:the (?:legal |statutory )?|a (?:legal|statutory) )right to (?!work\b|appeal\b)",
        r"\b(?:your|an|the) (?:employer|client|agency|umbrella company|landlord|hirer|end client) (?:must|cannot"
            r"|can[’']t|may not|has to|need not|does not (?:have|need) to"
        rf"|doesn[’']t have to|can legally) (?:\w+ ){{0,2}}?{DUTY}\b",
        r"\bemployers? (?:can|could|may) (?:face|be) (?:an? )?(?:\w+ )?fine\b|\bface (?:an? )?(?:\w+ )?fines?\b"
        r"|\bemployers? can fine\b",
        r"\b(?:minimum wage|living wage|redundancy pay(?:ment)?|sick pay|(?:maternity|paternity|parental"
        r"|adoption) (?:leave|pay)|holiday pay|unfair dismissal|Skilled Worker(?: visas?)?|Graduate visas?"
        r"|(?:work )?visas?|sponsor(?:ship)?(?: licences?)?|agency workers"
        rf"|redundancy payments?)\b[^.;?]{{0,60}}?\b(?:at least |up to |after |for |is |last |takes? |costs? )?{FIGURE}",
        rf"\b{FIGURE}[^.;?]{{0,30}} (?:of )?(?:paid holiday|statutory|maternity leave|paternity leave|(?:Skilled Worker"
        r"|Graduate|work) visa|redundancy|unfair dismissal)\b|\b\w+ days of paid holiday\b"
        rf"|\b\w+ weeks[’'] notice\b(?=[^.]{{0,30}}\b(?:each|every|entitled|year)\b)",
        r"\b(?:sponsorship|a sponsor licence|a (?:Skilled Worker |work )?visa|Skilled Worker visas?|visa holders?"
        r"|dependants|EU citizens?|an EU citizen|a settlement agreement|a restrictive covenant|(?:non-compete"
        r"|restrictive) (?:clauses|covenants)|an? (?:employment )?contract is (?:legally )?binding"
        r"|your contract is binding|contractors inside IR35|agency workers|notice)"
        r" (?:costs?|needs?|requires?|lasts?|takes?|is never|are never|is not|are not|do(?:es)? not|cannot"
        r"|can(?! be (?:a|hard|slow))|may|must|get|pays? the|has to|have to|even)\b",
        r"\b(?:do(?:es)? not|don[’']t) need (?:a )?(?:visa|sponsorship)\b|\bneed(?:s)? a (?:Certificate of Sponsorship"
        r"|visa|sponsor licence)\b|\byou can claim\b|\btax is due\b|\btell the Home Office\b|\b48 hours (?:a"
        r"|per) week\b|\bgets? \w+ weeks of (?:maternity|paternity|parental)\b|\bto get redundancy pay\b|\b(?:your"
        r"|the) contract is (?:legally )?binding\b|\bbinding even\b",
        rf"\b{TERM}[^.;?]{{0,50}}? (?:must|cannot|can[’']t|may not|can only|can be|has to|have to|does not apply"
        r"|do not apply|applies|starts? (?:on|after|from)|lasts?|costs?|(?:is|are) (?:never|always|not|void|unlawful"
        r"|illegal|unenforceable|enforceable|binding|£|paid|due|\d))\b",
        r"\b(?:must|cannot|can[’']t|may not|has to|have to|need(?:s)? to|can) (?:\w+ ){0,4}?(?:check the right to work"
        r"|be paid (?:at least )?the (?:minimum|National)|go to (?:a|an employment) tribunal|be dismissed"
        r"|withdraw an offer|ask for flexible working|give (?:\w+ )?a reason)\b",
        rf"\b(?:you|employees|workers|staff) (?:get|have) {FIGURE}[^.;?]{{0,20}}(?:holiday|leave|tribunal|to claim)\b"
        rf"|\bneed {FIGURE}[^.;?]{{0,15}} to settle\b|\b(?:probation\w*|notice) (?:period )?(?:cannot|can[’']t|must"
        rf"|may not)\b|\bemployers (?:must|have to|cannot|are required to) (?:\w+ ){{0,2}}?{DUTY}\b"
        r"|\bowed (?:\w+ )?(?:holiday|notice|redundancy|sick) pay\b|\b(?:can|may|must"
        rf"|cannot) [^.;?]{{0,40}}? on an? (?:\w+ ){{1,2}}visa\b|\bright to work of every"
        r"|\bask for flexible working from\b|\bdismissal without notice\b|\b(?:an|your) employer (?:may|can|must"
        r"|cannot) (?:not )?(?:legally )?(?:ask|withdraw|dismiss|refuse|deduct|require|force)\b(?! (?:for )?(?:you to"
        r"|more|questions))",
    )),
    re.IGNORECASE,
)  # fmt: skip
LAID = filtered("|".join(GRAMMAR), re.IGNORECASE)
AUTHORITY = re.compile(
    r"\bGOV\.UK\b|\bAcas\b|\bACAS\b|\b(?:Act|Regulations|Order|Directive) (?:of )?(?:19|20)\d\d\b|\bHMRC\b"
    r"|\bHM Revenue\b|\bCitizens Advice\b|\blegislation\.gov"
    r"|\bsolicitors? (?:says?|explains?)\b|\b(?:UKVI|ICO|EHRC)\b|\bHome Office (?:guid|rules|says)|\b[Ss]ources?:",
)
UNSURE = re.compile(
    r"\b(?:(?<!not )(?<!may )(?<!allowed to )ask|(?<![- ]work )(?<!vetting )(?<!allowed to )check|suppose"
    r"|imagine|depends?|should|might|we|our|us|i|usually|often|typically|many|some"
    r"|(?<!at )most)\b|\?$",
    re.IGNORECASE,
)

CUES = beginnings(
    "entitled obliged required protected eligible law legally legal illegal unlawful criminal right employer "
    "employers client agency umbrella landlord hirer end fine fines minimum living redundancy sick maternity "
    "paternity parental adoption holiday unfair skilled graduate visa visas work working sponsor sponsorship "
    "weeks week dependants eu settlement restrictive non-compete employment contract contractors notice "
    "certificate claim tax home 48 binding ir35 statutory national covenants restraint garden gardening tupe "
    "zero-hours right-to-work check tribunal dismissed dismissal withdraw flexible reason probation owed "
    "owing settle years year days months hours convictions date birth consent wages pension pensions charge cv references reference law copyright intellectual rights settled permits permit void lawful invalid valid enforceable unenforceable agencies recruiter recruiters stay partner partners spouse overseas foreign taxed taxable tax-free exempt court owes owed nobody conviction caution disclose declare interns apprentices apprentice trial volunteers fathers mothers night breaks after route offer agreement acceptance handshake letter promise clause clauses covenant severance anyone anybody "
)
UNSETTLED = beginnings("might should we our us i many some often")  # the quick half of `UNSURE`
CONDITION = re.compile(r"\b(?:if|whether)\b", re.IGNORECASE)

LAID_DOWN = Rule(
    check="law-without-a-source",
    level=Level.WARNS,
    why="Readers act on it, the law and the rates change every April, and nobody can see how old this is.",
    advice="Link to the page of GOV.UK or Acas that says so, and name the date from which it holds.",
)


def unsourced_law(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Once for the guide: whoever looks up one rule looks up the others."""
    return repeats.once(_unsourced(guide))


def _unsourced(guide: DocumentText) -> Iterator[Finding]:
    """The first such statement of each section that has neither a link nor an authority."""
    for section in sections(guide):
        found = next(_statements(section), None)
        if found and not any(passage.links or AUTHORITY.search(passage.text) for passage in section):
            passage, sentence, match = found
            what = f"Nothing in the section says where “{cut(match[0])}” is laid down."
            yield LAID_DOWN.found(passage.place, what, excerpt=cut(sentence))


def _statements(section: list[Passage]) -> Iterator[tuple[Passage, str, re.Match[str]]]:
    for passage in section:
        if passage.kind in (Kind.PARAGRAPH, Kind.ITEM) and not CUES.isdisjoint(beginnings(passage.text)):
            for sentence in sentences(unquoted(passage)):
                if (
                    UNSETTLED.isdisjoint(beginnings(sentence))
                    and not CUES.isdisjoint(beginnings(sentence))
                    and (match := LAW.search(sentence) or LAID.search(sentence))
                    and not (UNSURE.search(sentence) or _is_condition(match))
                ):
                    yield passage, sentence, match


def _is_condition(match: re.Match[str]) -> bool:
    """Whether the statement only says “if”; what follows an “if” and its comma is said outright."""
    begins = max(match.string.rfind(mark, 0, match.end()) for mark in ",;:") + 1
    return CONDITION.search(match.string, begins, match.end()) is not None


CHECKS = (unsourced_law,)
