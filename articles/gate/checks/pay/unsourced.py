"""Salaries typed in the text without a word of whose figures they are, or when they were true."""

import re
from collections.abc import Iterable, Iterator, Sequence

from articles.document import SalaryTable, Text
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.amounts import Amount, amounts, sums
from articles.gate.prose.document_text import DocumentText, Kind, Passage, sentences
from articles.gate.prose.patterns import filtered
from articles.gate.prose.pay import LEAST_PAY, LEVEL, MADE_UP, NOUNS, OFFICES, PAID, PAY, PEOPLE, ROUGHLY
from articles.gate.prose.statements import own_statements, unquoted
from articles.gate.prose.words import cut

FOUNDED = re.compile(
    r"^(?:sources?|basis|as of)$|\bsources?:|\bas (?:of|at)\b|\baccording to\b|\bsurvey\b|\b(?:19|20)\d\d\b"
    r"|\b(?:our|we) (?:\w+ )?(?:placements?|placed|judgement|reading|adverts)\b"
    r"|\bjob adverts\b|\badverts (?:read|seen)\b"
    r"|\b(?:based|rest) on (?!(?:\w+ )?(?:experience|location|skills?|level|seniority)\b)",
    re.IGNORECASE,
)
# A source that stands beside the sentence rather than in it.
SOURCED_BESIDE = re.compile(
    r"\bsources?:|\baccording to\b|\b(?:survey|index|census)\b|\bour (?:own )?(?:placements|adverts|judgement)\b|\bas of\b"
    r"|\b(?:figures|data|numbers) (?:\w+ )?(?:from|by|for|are)\b",
    re.IGNORECASE,
)
OF_A_JOB = re.compile(
    rf"{LEVEL.pattern}|\b(?:permanent|perm|contract(?:or)?s?|fixed[- ]term|freelance|day rate|hourly|IR35|role|{OFFICES}|(?:{NOUNS})s?)\b",
    re.IGNORECASE,
)
PERIODS_OF_RATES = ("day", "hour", "shift", "week")
RATES = re.compile(r"\b(?:day|daily|hourly) rates?\b", re.IGNORECASE)
HEADED = re.compile(
    r"(?:(?:typical|average|yearly|annual|gross|basic|day|daily|hourly|weekly) )?(?:pay|salar(?:y|ies)|wages?|earnings|rates?)"
    r"(?: (?:range|band|rate|per (?:hour|day|shift|week|month|year)|a (?:day|year)|\(.{1,12}\)))?",
    re.IGNORECASE,
)
JOB = (
    rf"(?:(?:{NOUNS}|junior|graduate|senior|lead|principal|contractor|freelancer|role|job|post|position"
    rf"|specialist|professional)s?|people|staff|(?:mid|entry)[- ]level)"
)
# What a job pays, as something that is so: an average, a level and what it earns, a range of salaries.
STATED = re.compile(
    "|".join((
        r"\b(?:average|median|mean|typical|usual|going|market|standard)s? (?:[\w-]+ ){0,3}?"
        rf"(?:salar(?:y|ies)|pay|rates?|wages?|earnings|bands?|ranges?|{NOUNS})\b",
        rf"\b{JOB}\b[^.;£$€]{{0,50}}?\b(?:earns?|makes?|(?:is|are) paid|pays?|can expect|should expect|starts? (?:on|at)|charges?|commands?|gets?"
        r"|takes? home|brings? (?:in|home)|(?:is|are|be) (?:usually |typically |often )?on(?= (?:about |around "
            r"|roughly |between |up to )?[£$€])|averages?|fetch(?:es)?|attracts?|comes? with(?= [£$€])"
            r"|(?:can )?look forward to)\b",
        r"\b(?:you|they|we) (?:can|could|will|should|may|might) (?:(?:soon |easily |well )?(?:expect to )?(?:earn"
            r"|be paid|make|take home|bring in|be on|get|command|charge|reach|look at|ask for|be offered"
            r"|be quoted)\b[^.;£$€]{0,20}[£$€]"
        r"|expect (?:about |around )?[£$€])",
        rf"^(?:[^,;:]{{3,40}}, )?expect (?:a (?:\w+ )?salary |to (?:earn|see|charge|be (?:paid|quoted|offered"
            rf"|charged|billed|on)) |pay )?(?:of )?{ROUGHLY}[£$€]",
        # “Employers are paying £45,000 for people with two years of Go.”
        rf"\b(?:employers?|companies|firms|clients|banks?|agencies|start-ups?|consultancies|studios?"
            rf"|the (?:public sector|NHS|civil service)|industry)\b"
        rf" (?:[\w-]+ ){{0,4}}?(?:pay|offer)(?:s|ing)? (?:{ROUGHLY}[£$€][\d,.]+k? (?:to|for) |(?:their |an? )?)(?:[\w-]+ ){{0,3}}?{PEOPLE}\b",
        # “Reckon on £60k for a full-stack developer.”
        rf"\b(?:plan|reckon|allow|think|pay|paying|offer|offering|advertised|hired)\b(?: on| for| of| with"
            rf"| at)? {ROUGHLY}[£$€][\d,.]+k?(?: (?:or so|a year|or more))? for"
        rf" (?:an?|your|somebody|someone|every|each|the)? ?(?:[\w-]+ ){{0,3}}?{PEOPLE}\b",
        r"[£$€][\d,.]+k? (?:is|are) (?:an? )?(?:fair|normal|usual|typical|common|standard|the norm|reasonable"
            r"|realistic|likely|about right|the going)\b"
        # “Moving up is worth about £9,000 a year.”
        r"|(?<!contract )(?<!deal )(?<!market )(?<!company )(?<!business )\b(?:is|are) worth (?:about |around "
            r"|roughly |an extra |up to )?[£$€][\d,.]+k? (?:a year|per year|more)\b"
        r"|\b(?:adds?|puts?|brings?) (?:about |around |up to |another |an extra )?[£$€][\d,.]+k? (?:to|on to|onto"
            r"|on) (?:[\w’]+ ){0,3}(?:salar\w*|pay\b|packages?|rates?)"
        r"|\b(?:shifts?|cover|work) (?:is|are|pays?) (?:worth )?[£$€]",
        r"\b(?:salar(?:y|ies)|pay|wages?|earnings|remuneration|compensation|packages?|pay packets?|(?:day|daily"
            r"|hourly) rates?|rates)\b[^.;£$€]{0,50}?"
        r"\b(?:ranges?|runs?|starts?|begins?|sits?|goes|go|average|averages|between|is|are|from|of|hovers?|peaks?"
            r"|tops? out|stands?|lies|comes? to|amounts? to)\b",
    )),
    re.IGNORECASE,
)  # fmt: skip
# One person’s pay, an offer, a sum to reckon with, or a sum that is nobody’s pay.
OTHER_MATTER = re.compile(
    r"\b(?:if(?! you (?:know|have|can|are an?)\b)|when|whether|was|were|had|would|offers?"
    r"|(?<!are )(?<!be )(?<!usually )(?<!often )(?<!typically )(?<!normally )offered|turned down"
    r"|asked|asks(?! for)|(?<!can )(?<!could )(?<!may )(?<!might )(?<!often )(?<!fair )ask|asking|moved?|(?<!^)moving|accept(?:s|ed)?"
    r"|(?<!plus )(?<!and )(?<!in )(?<!fifth in )(?<!tenth in )bonus\w*|fees?|costs?|budget\w*|requires?|needs?"
    r"|borrow\w*|mortgages?|deposits?|tax\w*|threshold\w*"
    r"|grants?|awards?|bursar\w+|prizes?|schemes?|allowances?|minimum|visas?|loans?|insurance|pensions?|equity|(?<!some )shares|he|she|his|her|I|my"
    r"|example|says?|said|invoice[sd]?|turnover|revenue|difference|rise|rose|fell|increase\w*|more than"
    r"|less than|not|never|nobody|instead|negotiat\w*|(?:is|was) (?:the|one of the|[A-Z]\w+[’']s) (?:\w+[- ])?(?:best|highest|lowest|worst)[- ]paid)\b|\?",
    re.IGNORECASE,
)
# What a service costs, or what “we” charge, is a price and nobody’s pay.
PRICE = re.compile(
    r"\b(?:services?|support|training|workshops?|sessions?|courses?|rooms?|venues?|coaching|tuition|help) (?:is|are) (?:\w+ )?(?:available|charged|priced|billed"
    r"|offered)\b|\brates? for (?:the |an? |our )?(?:\w+ )?(?:workshops?|courses?|rooms?|sessions?|venues?|training)\b|\bwe (?:charge|bill|invoice|have an? (?:\w+ )?rate)\b|\bour (?:\w+ )?(?:rates?|prices?|fees?|charges?) (?:is|are)\b",
    re.IGNORECASE,
)
# What some are paid above others.
MORE = re.compile(
    r"(?:premium of )?(?P<sum>[£$€][\d,.]+k?)(?: a year)? (?:more|less|extra|on top|(?:over"
    r"|above)(?= other))(?: than(?= (?:the|their|those|other|any|his|her)\b))?",
    re.IGNORECASE,
)
LEAST_MORE = 500
MONEY = filtered(r"[£$€]|\b(?:GBP|USD|EUR|pounds|euros|dollars)\b")

UNSOURCED = Rule(
    check="unsourced-salaries",
    level=Level.BLOCKS,
    why="Readers plan their lives by salaries, and these say neither what they are based on nor when they were true.",
    advice="Move the figures into a salary table block, which gives their basis, source and date.",
)


def unsourced_salaries(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Two salaries or more in the rows of one section, with no word of a basis, a source or a date."""
    for section in _sections(guide):
        is_of_levels = any(passage.kind is Kind.CELL and LEVEL.match(passage.text) for passage in section)
        is_of_pay = any(passage.kind is Kind.CELL and HEADED.fullmatch(passage.text) for passage in section)
        bands = [
            (row, band)
            for row in section
            if _is_row(row)
            for band in (sums(row.text) if is_of_pay and row.kind is Kind.CELL else _bands(row, is_of_levels))
        ]
        is_founded = len(bands) < 2 or _says(FOUNDED, section) or _says(MADE_UP, section)
        if not is_founded and (_says(PAY, section) or all(_is_of_job(row, is_of_levels) for row, _ in bands)):
            row, first = bands[0]
            typed = row.text[first.start : first.end]
            what = f"{len(bands)} salary ranges are typed in this text without a source, beginning with “{typed}”."
            yield UNSOURCED.found(row.place, what, excerpt=cut(row.text))


def salary_stated_without_source(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """“The average salary is £52,500.” Beside a salary table, the table is the source."""
    if any(isinstance(block, SalaryTable) for _, block in guide.blocks):
        return
    own = {id(passage) for passage in own_statements(guide)}
    for section in _cut_at_headings(guide.passages):
        statements = [passage for passage in section if id(passage) in own]
        for position, passage in enumerate(() if _says(MADE_UP, section) else statements):
            if not _is_row(passage) and MONEY.search(passage.text) and not _is_founded(statements, position):
                yield from _stated_in(passage)


def _stated_in(passage: Passage) -> Iterator[Finding]:
    for sentence in sentences(unquoted(passage)):
        if salary := _stated(sentence):
            typed = sentence[salary.start : salary.end].strip()
            what = f"“{typed}” stands in the text without a source."
            yield UNSOURCED.found(passage.place, what, excerpt=cut(sentence))
            return


def _stated(sentence: str) -> Amount | None:
    """The pay that a sentence states of a job; none where it speaks of one person or of another matter."""
    salaries = [
        found
        for found in sums(sentence)
        if (found.period and found.low >= LEAST_PAY[found.period]) or found.is_yearly or RATES.search(sentence)
    ]
    is_other = OTHER_MATTER.search(sentence) or PRICE.search(sentence)
    is_stated = salaries and (STATED.search(sentence) or PAID.search(sentence)) and not is_other
    return salaries[0] if is_stated else _more(sentence)


def _more(sentence: str) -> Amount | None:
    """By how much the pay of some exceeds that of others: “testers on nights get £4,000 more”."""
    match = MORE.search(sentence)
    if not match or OTHER_MATTER.search(MORE.sub("", sentence)):
        return None
    paid = {found.end() for found in PAID.finditer(sentence)}
    return next((found for found in sums(sentence) if found.start in paid and found.low >= LEAST_MORE), None)


def _is_founded(statements: Sequence[Passage], position: int) -> bool:
    """Whether the passage says where its figures are from, or the one before or after it does."""
    passage = statements[position]
    beside = statements[max(0, position - 1) : position + 2]
    return bool(passage.links or FOUNDED.search(passage.text)) or any(
        other.place == passage.place and SOURCED_BESIDE.search(other.text) for other in beside
    )


def _sections(guide: DocumentText) -> Iterator[list[Passage]]:
    """The text blocks, cut at their main headings."""
    texts = {position for position, block in guide.blocks if isinstance(block, Text)}
    return _cut_at_headings(passage for passage in guide.passages if passage.place.block in texts)


def _cut_at_headings(passages: Iterable[Passage]) -> Iterator[list[Passage]]:
    section: list[Passage] = []
    for passage in passages:
        if passage.level == 2:
            yield section
            section = []
        section.append(passage)
    yield section


def _is_row(passage: Passage) -> bool:
    """A table cell, a list item, or a line such as “Junior: £40,000 to £60,000” that is no sentence."""
    is_line = passage.kind is Kind.PARAGRAPH and not passage.text.endswith((".", "!", "?"))
    is_item = passage.kind is Kind.ITEM and not passage.text.endswith(".")
    return passage.kind is Kind.CELL or is_item or is_line


def _bands(row: Passage, is_of_levels: bool) -> Iterator[Amount]:
    """The bands of a row; of a job or a level, or in a table of levels, a single salary too."""
    is_single = OF_A_JOB.search(row.text) or (row.kind is Kind.CELL and is_of_levels)
    yield from (found for found in amounts(row.text) if found.is_band or is_single)
    is_of_rates = RATES.search(row.text)
    for found in sums(row.text):
        if (found.is_band or is_single) and not found.is_yearly and (found.period in PERIODS_OF_RATES or is_of_rates):
            yield found


def _is_of_job(row: Passage, is_of_levels: bool) -> bool:
    return OF_A_JOB.search(row.text) is not None or (row.kind is Kind.CELL and is_of_levels)


def _says(pattern: re.Pattern[str], section: Sequence[Passage]) -> bool:
    return any(pattern.search(passage.text) for passage in section)


CHECKS = (unsourced_salaries, salary_stated_without_source)
