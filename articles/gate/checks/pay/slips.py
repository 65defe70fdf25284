"""Slips in a figure: a nought or a “k” too many or too few, a comma in the wrong place."""

import re
from collections.abc import Iterator

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.amounts import Amount, sums
from articles.gate.prose.document_text import DocumentText, Kind
from articles.gate.prose.patterns import filtered
from articles.gate.prose.pay import ABOUT_PAY, PAID
from articles.gate.prose.statements import unquoted
from articles.gate.prose.words import cut

MISWRITTEN = re.compile(
    "|".join((
        r"[£$€]\s?\d{1,3}(?:,\d{3})*,(?:\d{1,2}|\d{4,})(?![\d,])",  # £40,00 and £4,0000
        r"[£$]\s?[1-9]\d{0,2}\.\d{3}(?!\d|\.\d)(?! ?(?:per|a|/) ?(?:lit|kWh|unit|token|mile|GB)| ?(?:m|bn|million|billion)\b)",  # £45.000
        r"[£$€]\s?\d{1,3},\d{3}\s?k\b",
        r"[£$€]\s?\d+(?:\.\d+)?(?:kk+|k,?\d+)\b",
        r"[£$€]\s?\d{4,},\d{3}\b|[£$€]\s?\d+,,\d|[£$€]\s?0,\d|[£$€]\s?\d{1,3} \d{3}\s?k\b",  # £1100,000 and £55 000k
        r"[£$€]\s?(?:\d[\d,]*[oil][\doil,]+|[oil][\d,]*\d{3})\b",  # £48,OO0 and £l5,000, with letters
    )),
    re.IGNORECASE,
)  # fmt: skip
# The least and the most that a person is paid for a while, with room for the rare; a slip of a nought lies far beyond.
PLAUSIBLE = {
    "hour": (3, 900),
    "day": (20, 6_000),
    "shift": (20, 6_000),
    "week": (50, 30_000),
    "month": (100, 80_000),
    "year": (4_500, 5_000_000),
}
LEAST_IN_BRITAIN = 9_000  # less than half the minimum wage for a year
RATE = {
    "hour": re.compile(r"\bhourly (?:rate|pay|wage)s?\b", re.IGNORECASE),
    "day": re.compile(r"\b(?:day|daily) rates?\b", re.IGNORECASE),
}
EARNS = re.compile(
    r"\b(?:salar(?:y|ies)|earn(?:s|ed|ing)?|wages?|(?:is|are|be|get) paid|starts? on|pay (?:is|of|band|range)|bands?|ranges?|rates?|expect(?! to pay)"
    r"|(?:roles?|jobs?|contracts?|assignments?|posts?|positions?|employers?|clients?|engineers?|developers?"
    r"|testers?|contractors?) (?:pays?|makes?|charges?))\b",
    re.IGNORECASE,
)
# Yearly sums that are no whole salary, and work of a few hours.
PARTIAL = re.compile(
    r"\b(?:bonus\w*|allowances?|budget\w*|fees?|costs?|expenses?|subscription\w*|extra|more|less|rise\w*|raise\w*|increase\w*|part[- ]time"
    r"|pensions?|benefits?|sav\w+|tax\w*|stipends?|side|a share|shares|equity|levy|thresholds?|lower|higher|difference|gap|contribut\w*"
    r"|insurance|training|dividends?|interest|company|turnover|revenue|sacrifice|invest\w*|grants?|loans?|limit|relief|deduct\w*|premium"
    r"|commission|top up|supplement\w*|uplift)\b",
    re.IGNORECASE,
)
BEGINNER = re.compile(r"\b(?:junior|graduate|trainee|apprentice|intern)s?\b", re.IGNORECASE)
MOST_OF_BEGINNER = 250_000
MOST_OF_STAFF = 400_000
LONGEST = 500  # characters; what is longer is no sentence
AT_THE_TOP = re.compile(
    r"\b(?:chief|head|directors?|partners?|founders?|C[ETIDP]O|executives?|vice|presidents?|traders?|hedge|equity|shares|stock|revenue|turnover"
    r"|sales|contracts?|raised?|funding|invest\w*|quant\w*|staff engineers?|US|bay|valley|costs?)\b",
    re.IGNORECASE,
)
MONEY = filtered(r"[£$€]\s?[\doil]|\d ?(?:pounds|euros|dollars)")
# A range whose ends lie so far apart is no band of one job; without a nought or “k” they would lie close.
APART, CLOSE = 7, 2.2
HAVE_LOST = (10, 100, 1_000)

SLIP = Rule(
    check="pay-slip",
    level=Level.WARNS,
    why="A nought, a comma or a “k” too many or too few makes the pay ten or a thousand times what it is.",
    advice="Look the figure up, and write it again.",
)


def pay_slip(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for passage in guide.passages:
        if passage.kind in (Kind.TITLE, Kind.HEADING, Kind.QUESTION) or not MONEY.search(passage.text):
            continue
        text = unquoted(passage)
        if match := MISWRITTEN.search(text):
            yield SLIP.found(passage.place, f"“{match[0]}” is no sum that one can read.", excerpt=cut(text))
            continue
        for sentence in passage.sentences:
            for amount in sums(sentence) if ABOUT_PAY.search(sentence) or _is_of_pay(sentence) else ():
                if words := _slip(sentence, amount):
                    typed = sentence[amount.start : amount.end].strip()
                    yield SLIP.found(passage.place, f"“{typed}” {words}.", excerpt=cut(sentence))


def _slip(sentence: str, amount: Amount) -> str:
    if amount.is_range and _lost_between(amount):
        return "has ends that do not belong together"
    period = amount.period or next((name for name, rate in RATE.items() if rate.search(sentence)), "")
    if _is_beyond_most(sentence, amount):
        return "is more than such a job pays"
    if not period or not _is_of_pay(sentence) or PARTIAL.search(sentence):
        is_much = BEGINNER.search(sentence) and EARNS.search(sentence) and amount.period in ("", "year")
        return "is more than a beginner earns" if is_much and MOST_OF_BEGINNER < amount.low < 10**6 else ""
    least, most = PLAUSIBLE[period]
    if not amount.period:  # the sentence may give a yearly sum as well
        return (
            f"is too much for one {period}"
            if amount.low > most and amount.low % 100 == 0 and _is_alone(sentence)
            else ""
        )
    if amount.low > most:
        return f"is too much for one {period}"
    if period == "year" and BEGINNER.search(sentence) and amount.low > MOST_OF_BEGINNER:
        return "is more than a beginner earns"
    if period == "year" and amount.currency == "GBP" and "%" not in sentence:
        least = LEAST_IN_BRITAIN
    return f"is too little for one {period}" if amount.high < least else ""


def _is_beyond_most(sentence: str, amount: Amount) -> bool:
    """“Developers earn £550,000”; those who lead a company may."""
    if amount.low <= MOST_OF_STAFF or not amount.is_yearly or len(sentence) > LONGEST:
        return False
    is_paid = any(found.end() == amount.start for found in PAID.finditer(sentence, 0, amount.end))
    return is_paid and not AT_THE_TOP.search(sentence)


def _is_of_pay(sentence: str) -> bool:
    return bool(EARNS.search(sentence) or PAID.search(sentence))


def _lost_between(amount: Amount) -> bool:
    """Whether one end is the other’s size only after a nought or more is put to it, or taken from it."""
    low, high = sorted((amount.low, amount.high))
    if low <= 0 or high / low < APART:
        return False
    return any(1 / CLOSE <= high / (low * times) <= CLOSE for times in HAVE_LOST) and high >= 10_000


def _is_alone(sentence: str) -> bool:
    return len(sums(sentence)) == 1 and not re.search(r"\b(?:year|annual|annum|salar)", sentence, re.IGNORECASE)


CHECKS = (pay_slip,)
