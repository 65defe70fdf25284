"""Sums in the text that do not come out: one in five as 25%, half of 60 as 20, a salary and a bonus that miss their total."""

import re
from collections.abc import Iterator
from itertools import pairwise

from articles.gate.checks.numbers.counts import counted_otherwise
from articles.gate.checks.numbers.differences import difference_wrong
from articles.gate.checks.numbers.percentages import percentage_wrong
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.amounts import Amount, sums
from articles.gate.prose.document_text import DocumentText, Kind, sentences
from articles.gate.prose.patterns import filtered
from articles.gate.prose.shares import COUNTS
from articles.gate.prose.statements import unquoted
from articles.gate.prose.words import cut

TOTAL = re.compile(
    r"(?:\b(?:comes? to|makes?|making|brings?(?: in)?|adds? up to|totals?|totalling|is|are|equals?|gives?"
    r"|for a total of|in total|brings? (?:it|that|the \w+) to|takes? (?:it|that|you|the \w+) to)\b|=)"
    r"(?: (?:is|of|a|total|about|around|roughly|package|worth))*\s*$|:\s*$",
    re.IGNORECASE,
)
PLUS = re.compile(r"\b(?:plus|and|with|add|on top)\b|\+", re.IGNORECASE)
ADDED = re.compile(
    r"\b(?:bonus|commission|allowance|basic|base|plus|salary|equity|pension|overtime)\b|\+", re.IGNORECASE
)
TIMES = re.compile(
    r"^\s?(?:an?|per|/|each)?\s?(?:hour|day|week|month)?,?\s?(?:for|times|x|×|over|at|an?)?\s?(?P<many>\d{1,3}"
    r"|two|three|four|five|six|seven|eight|ten)[ -](?:hours?|days?|weeks?|months?)\b|\b(?P<twelve>12"
    r"|twelve) months\b",
    re.IGNORECASE,
)
MANY_FIRST = re.compile(
    r"\b(?P<many>\d{1,3}|two|three|four|five|six|seven|eight|ten|twelve) (?:hours|days|weeks|months) (?:at|of|×|x) $",
    re.IGNORECASE,
)
SAME = re.compile(
    r"(?:\s|,|\b(?:is|or|comes? to|makes?|that is|equals?|equivalent to|about|around|roughly|an?|per|hour|day"
    r"|week|month|year|which|works? out (?:at|as))\b|=|/|\()*$",
    re.IGNORECASE,
)
A_YEAR = {"month": (12, 12), "week": (46, 52), "day": (200, 262), "hour": (1_300, 2_100)}
NEAR = 30  # characters before a rate
OTHER = re.compile(
    r"(?<!before )\btax\b|\b(?:after|net|take[- ]home|if|per person|VAT|before(?! tax)|less|minus|employer)\b",
    re.IGNORECASE,
)

RECKONED = filtered(r"\d|\b(?:each|thirds?|quarters?|half|fifths?|more makes?|hour a)\b", re.IGNORECASE)

WRONG = Rule(
    check="arithmetic-wrong",
    level=Level.WARNS,
    why="A reader who does the sum gets another result, and trusts none of the numbers.",
    advice="Do the sum again, and correct the number that is wrong.",
)


def arithmetic_wrong(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for passage in guide.passages:
        if passage.kind in (Kind.PARAGRAPH, Kind.ITEM, Kind.LINE) and RECKONED.search(passage.text):
            for sentence in sentences(unquoted(passage)):
                if what := _wrong(sentence):
                    yield WRONG.found(passage.place, what, excerpt=cut(sentence))


def _wrong(sentence: str) -> str:
    return (
        percentage_wrong(sentence)
        or counted_otherwise(sentence)
        or difference_wrong(sentence)
        or _other_total(sentence)
    )


def _other_total(sentence: str) -> str:
    """A basic and a bonus with their total, a rate and its days, pay of a month and of a year."""
    found = sums(sentence) if any(sign in sentence for sign in "£$€") else []
    if len(found) < 2 or any(amount.is_range for amount in found) or OTHER.search(sentence):
        return ""
    if len(found) == 3 and (what := _not_the_sum(sentence, *found)):
        return what
    for first, second in pairwise(found):
        if what := _not_the_product(sentence, first, second):
            return what
    return ""


def _not_the_sum(sentence: str, first: Amount, second: Amount, total: Amount) -> str:
    between, towards = sentence[first.start : second.start], sentence[second.end : total.start]
    is_total = TOTAL.search(towards) or (re.match(r"[^.]*:\s*$", towards) and "total" in sentence)
    if not (PLUS.search(between) and is_total and ADDED.search(sentence[: total.start])):
        return ""
    right = first.low + second.low
    return _told(sentence, total, right) if abs(right - total.low) > right * 0.01 else ""


def _not_the_product(sentence: str, rate: Amount, total: Amount) -> str:
    before = sentence[max(0, rate.start - NEAR) : rate.start]
    between = sentence[rate.end : total.start]
    many = MANY_FIRST.search(before) or TIMES.search(between)
    if many and TOTAL.search(between):
        number = next(value for value in many.groups() if value).casefold()
        right = rate.low * (COUNTS.get(number) or int(number))
        return _told(sentence, total, right) if abs(right - total.low) > right * 0.02 else ""
    if rate.period in A_YEAR and total.period == "year" and SAME.fullmatch(between):
        least, most = (rate.low * times for times in A_YEAR[rate.period])
        return "" if least * 0.95 <= total.low <= most * 1.05 else _told(sentence, total, most)
    if total.period in A_YEAR and rate.is_yearly and SAME.fullmatch(between):  # “£60,000 is £6,000 a month”
        least, most = (rate.low / times for times in reversed(A_YEAR[total.period]))
        return "" if least * 0.95 <= total.low <= most * 1.05 else _told(sentence, total, least)
    return ""


def _told(sentence: str, total: Amount, right: float) -> str:
    return f"The sum is {right:,g}, and the text says “{sentence[total.start : total.end].strip()}”."


CHECKS = (arithmetic_wrong,)
