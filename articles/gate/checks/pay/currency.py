"""Pay without a currency: “40–50k”, “52,500 a year”."""

import re
from collections.abc import Iterator

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.amounts import Amount, bare_numbers
from articles.gate.prose.document_text import DocumentText, Kind
from articles.gate.prose.patterns import filtered
from articles.gate.prose.pay import LEVEL, NOUNS, PAID
from articles.gate.prose.statements import unquoted
from articles.gate.prose.words import cut

PERSON = rf"(?:(?:{NOUNS}|contractor|junior|graduate|senior|lead|principal|role|job|position|candidate|recruiter|team)s?|people|you|we|they|it|who|most|mid-level)"
# What must stand right before the number.
LEAD = re.compile(
    "|".join((
        r"\b(?:salar(?:y|ies)|pay|wages?|earnings|bands?|^ranges?|packages?|compensation|remuneration|(?:(?:day|daily|hourly|going|market) )?rates?|base|basic|offers?)\b"
        r"(?: (?:ranges?|bands?|expectations?))?(?: (?:for|of|in|at) [\w ]{1,30}?)?"
        r"(?::| (?:is|are|was|were|of|starts?|begins?|runs?|ranges?|goes|go|comes? to|sits?|lies|worth|usually|typically|often|about|around|between|from|at|up to|per annum|of|rose|rises|went up|goes up|grew|climbed|jumped|increased|fell|by)){0,3}\s?[(:–-]?\s?$",
        rf"\b{PERSON}\b(?: \w+)? (?:can |could |may |will |should )?(?:earns?|makes?|gets?|pays?|offers?|starts? on|(?:is|are|be) (?:paid|on)|charges?|expect|takes? home|asks? for|asked for|wants?|commands?|comes? with)"
        r"(?: (?:to (?:earn|make)|about|around|between|from|roughly|up to|at least|over|a salary of|on average)){0,3} $",
        r"(?:^|[;,] )expect (?:about |around |between |up to )?$|\bexpect to (?:earn|be paid)(?: (?:about|around|between|from|up to|at least))* $",
    )),
    re.IGNORECASE,
)  # fmt: skip
LEVELS = re.compile(
    rf"(?:an? |for )?{LEVEL.pattern}(?: (?:to|and|or|/) {LEVEL.pattern.replace('(junior', '(?:junior')})?(?: {NOUNS})?s?",
    re.IGNORECASE,
)
REACH = 100  # characters before the number
HINT = filtered(
    r"\d(?:k\b|,\d{3}\b| an? (?:day|hour)| to \d| per |–\d|-\d|[.)]?$)|\b(?:day|daily|hourly) rate", re.IGNORECASE
)
PER_YEAR = re.compile(r"\s?(?:p\.?a\.?\b|per annum|a year|per year|annually)", re.IGNORECASE)
# What shows that the number counts or measures something else.
COUNTS = re.compile(
    r"\s?(?:[–-]\s?)?(?!(?:a|an|per|to|and|or|plus|in|for|on|at|with|depending|pa|pcm|annually|yearly|before|after|gross|each|as|if|is|are|was|would|base|basic|salary|salaries|range|p)\b)[a-z%]|\s?(?:people|times)",
    re.IGNORECASE,
)
LEAST, MOST = 10_000, 400_000
RATES = {"hour": (7, 500), "day": (80, 3_000), "month": (900, 30_000)}
RATE = re.compile(r"\b(?:day|daily|hourly) rates?\b", re.IGNORECASE)
MONEY_NEAR = re.compile(r"[£$€]|\b(?:GBP|USD|EUR|CHF|PLN|INR|pounds|euros|dollars|rupees)\b", re.IGNORECASE)

UNNAMED = Rule(
    check="pay-without-currency",
    level=Level.WARNS,
    why="Readers come from several countries, and 50,000 is not the same in each.",
    advice="Put the currency before the figure, such as £50,000.",
)


def pay_without_currency(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for passage in guide.passages:
        if passage.kind in (Kind.TITLE, Kind.HEADING, Kind.QUESTION) or not HINT.search(passage.text):
            continue
        text = unquoted(passage)
        for sentence in passage.sentences if text == passage.text else ():
            if amount := next((found for found in bare_numbers(sentence) if _is_pay(sentence, found)), None):
                typed = sentence[amount.start : amount.end].strip()
                yield UNNAMED.found(passage.place, f"“{typed}” has no currency.", excerpt=cut(sentence))


def _is_pay(sentence: str, amount: Amount) -> bool:
    before, after = sentence[max(0, amount.start - REACH) : amount.start], sentence[amount.end : amount.end + REACH]
    if MONEY_NEAR.search(after[:20]) or MONEY_NEAR.search(before[-12:]) or COUNTS.match(after):
        return False
    if not (LEAD.search(before) or _is_paid(sentence, amount)):
        return LEVELS.fullmatch(before.strip(" ,:(–-")) is not None and _is_yearly(sentence, amount)
    return _is_yearly(sentence, amount) or _is_rate(before, amount)


def _is_paid(sentence: str, amount: Amount) -> bool:
    """Whether somebody earns or charges the number: “testers bill 450 a day”."""
    return any(found.end() == amount.start for found in PAID.finditer(sentence, 0, amount.end))


def _is_yearly(sentence: str, amount: Amount) -> bool:
    typed = sentence[amount.start : amount.end]
    return LEAST <= amount.low <= MOST and amount.period in ("", "year") and ("," in typed or "k" in typed.casefold())


def _is_rate(before: str, amount: Amount) -> bool:
    period = amount.period or ("day" if RATE.search(before) else "")
    least, most = RATES.get(period, (1, 0))
    return least <= amount.low <= most


CHECKS = (pay_without_currency,)
