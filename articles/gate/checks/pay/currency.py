"""Pay without a currency: “40–50k”, “52,500 a year”."""

import re
from collections.abc import Iterator

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.amounts import Amount, bare_numbers
from articles.gate.prose.document_text import DocumentText, Kind
from articles.gate.prose.patterns import filtered
from articles.gate.prose.pay import LEVEL, NOUNS, PAID, PEOPLE
from articles.gate.prose.statements import unquoted
from articles.gate.prose.words import cut

PERSON = (
    rf"(?:(?:{NOUNS}|contractor|junior|graduate|senior|lead|principal|role|job|position|candidate|recruiter"
    rf"|team)s?|people|you|we|they|it|who|most|mid-level)"
)
# What must stand right before the number.
LEAD = re.compile(
    "|".join((
        r"\b(?:salar(?:y|ies)|pay|wages?|earnings|bands?|^ranges?|packages?|compensation|remuneration|(?:(?:day"
            r"|daily|hourly|going|market) )?rates?|base|basic|offers?)\b"
        r"(?: (?:ranges?|bands?|expectations?))?(?: (?:for|of|in|at) [\w ]{1,30}?)?"
        r"(?::| (?:is|are|was|were|of|starts?|begins?|runs?|ranges?|goes|go|comes? to|sits?|lies|worth|usually"
            r"|typically|often|about|around|between|from|at|up to|per annum|of|rose|rises|went up|goes up|grew|climbed"
            r"|jumped|increased|fell|dropped|cut|raised|reduced|lowered|moved|moves|by|up|to)){0,3}\s?[(:–-]?\s?$",
        rf"\b{PERSON}\b(?: \w+)? (?:can |could |may |will |should )?(?:earns?|makes?|gets?|pays?|offers?|starts? on"
            rf"|(?:is|are|be) (?:paid|on)|charges?|expect|takes? home|asks? for|asked for|wants?|commands?|comes? with)"
        r"(?: (?:to (?:earn|make)|about|around|between|from|roughly|up to|at least|over|a salary of|on average)){0,3} $",
        # “We can stretch to 58,500.”
        r"\b(?:stretch|go up|go|rise|climb|agreed|settled?) (?:to|on|for|at|as far as) $",
        r"(?:^|[;,] )expect (?:about |around |between |up to )?$|\bexpect to (?:earn|be paid)(?: (?:about|around|between|from|up to|at least))* $",
    )),
    re.IGNORECASE,
)  # fmt: skip
LEVELS = re.compile(
    rf"(?:an? |for )?{LEVEL.pattern}(?: (?:to|and|or|/) {LEVEL.pattern.replace('(junior', '(?:junior')})?(?: {NOUNS})?s?",
    re.IGNORECASE,
)
REACH = 100  # characters before the number
AROUND = 200  # characters, so that a long text without a full stop is not read for each of its numbers
HINT = filtered(
    r"\d(?:k\b|,\d{3}\b| an? (?:day|hour)| to \d| per |–\d|-\d|[.)]?$)|\b(?:day|daily|hourly) rate", re.IGNORECASE
)
PER_YEAR = re.compile(r"\s?(?:p\.?a\.?\b|per annum|a year|per year|annually)", re.IGNORECASE)
# What shows that the number counts or measures something else, unless a word of no noun follows it.
NO_NOUN = (
    r"(?:a|an|per|to|and|or|nor|plus|in|for|on|at|with|without|by|as|if|is|are|was|were|be|will|would|can|could|should|may|might|has|had|have"
    r"|pa|pcm|p|annually|yearly|monthly|weekly|before|after|gross|net|each|base|basic|salary|salaries|range|ote|doe|pro|depending|including|excluding"
    r"|when|while|once|because|since|until|but|so|then|though|although|than|from|who|which|that|rising|going|negotiable|outside|inside|within"
    r"|across|around|under|over|above|below|through|throughout|instead|rather|during|this|last|next|now|today|too|also|again|upwards|basic|by|at)"
)
COUNTS = re.compile(rf"\s?(?:[–-]\s?)?(?!{NO_NOUN}\b)[a-z%]|\s?(?:people|times)", re.IGNORECASE)
LEAST, MOST = 10_000, 400_000
RATES = {"hour": (7, 500), "day": (80, 3_000), "week": (20, 10_000), "month": (900, 30_000), "year": (1_000, MOST)}
RATE = re.compile(r"\b(?:day|daily|hourly) rates?\b", re.IGNORECASE)
# “They wanted 90k and settled for 84k”: thousands in a sentence of jobs, unless they are of something else.
THOUSANDS = re.compile(r"\d\d\d?(?:\.\d)?\s?k", re.IGNORECASE)
OF_WORK = re.compile(
    rf"\b(?:{PEOPLE}|offer(?:s|ed)?|salar(?:y|ies)|pay|paid|earn(?:s|ed|ing)?|wages?|packages?|roles?|jobs?|rises?|raises?|bonus(?:es)?|contracts?"
    r"|adverts?|hires?|basic|wanted|settled|commute|candidates?|compensation)\b",
    re.IGNORECASE,
)
OF_NUMBERS = re.compile(
    r"\b(?:users|followers|downloads|views|visits|visitors|subscribers|members|lines|words|records|rows|requests|stars|tokens|messages|events"
    r"|numbers?|audience|community|run|race|traffic|impressions|connections|characters|population|sites|queries|resolution|monitor|screen)\b",
    re.IGNORECASE,
)
# “The bonus is capped at 5,000 a year”: so much for a while, in a sentence of money.
OF_MONEY = re.compile(
    r"\b(?:salar(?:y|ies)|pay|pays|paid|earn(?:s|ed|ing|ings)?|wages?|rewards?|bonus(?:es)?|allowances?|bills?|billed|charges?|charged|packages?"
    r"|offers? (?:letter|of|was|is|came|said)|stipends?|compensation|(?:day|daily|hourly|going|contract|market|pay) rates?|grants?|capped)\b",
    re.IGNORECASE,
)
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
    if amount.low < LEAST and not amount.period and not RATE.search(before):
        return False
    if MONEY_NEAR.search(after[:20]) or MONEY_NEAR.search(before[-12:]) or COUNTS.match(after):
        return False
    if LEAD.search(before) or _is_paid(sentence, amount):
        return _is_yearly(sentence, amount) or _is_rate(before, amount)
    is_of_level = LEVELS.fullmatch(before.strip(" ,:(–-")) is not None and _is_yearly(sentence, amount)
    return is_of_level or _is_of_work(sentence, amount)


def _is_of_work(sentence: str, amount: Amount) -> bool:
    """Whether the sentence tells by its other words that the number is pay."""
    typed = sentence[amount.start : amount.end]
    in_thousands = LEAST <= amount.low <= MOST and THOUSANDS.search(typed)
    is_regular = amount.period in RATES and _is_rate("", amount) and (amount.period != "year" or "," in typed)
    if not (in_thousands or is_regular):
        return False
    around = sentence[max(0, amount.start - AROUND) : amount.end + AROUND]
    is_told = (in_thousands and OF_WORK.search(around)) or (is_regular and OF_MONEY.search(around))
    return bool(is_told) and not OF_NUMBERS.search(around)


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
