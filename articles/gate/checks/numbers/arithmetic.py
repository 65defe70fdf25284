"""Sums in the text that do not come out: one in five as 25%, half of 60 as 20, a salary and a bonus that miss their total."""

import re
from collections.abc import Iterator
from itertools import pairwise

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.amounts import Amount, sums
from articles.gate.prose.document_text import DocumentText, Kind, sentences
from articles.gate.prose.shares import ANY_SHARE, FRACTION, value_of
from articles.gate.prose.statements import unquoted
from articles.gate.prose.words import cut

ROUGHLY = r"(?:about|around|roughly|nearly|almost|just over|just under|over|some|approximately)"
OR = r"(?:,? (?:or|that is|i\.?e\.?|which is|namely|meaning)[,:]?|,| \(|:| =| –| -)"
PERCENT = r"(?P<share>\d{1,3}(?:\.\d{1,2})?)(?:\s?%|\sper\s?cent\b)"
# One share in two forms, the second right after the first.
TWO_FORMS = re.compile(
    rf"(?P<fraction>{FRACTION})(?: [a-z]+)?{OR}\s?(?P<rough>{ROUGHLY} )?{PERCENT}(?=[),.;:]|,| of| [a-z])(?! (?:of|more|less|higher|lower|in|from|for)\b)",
    re.IGNORECASE,
)
NUMBER = r"\d{1,3}(?:,\d{3})+|\d{1,7}"
OF_NUMBER = re.compile(
    rf"(?P<fraction>{ANY_SHARE}) of (?:the |our |these |those |all )?(?P<whole>{NUMBER})(?![\d.,]*\d|k\b|%)(?: [a-z]+)?"
    rf"(?:(?:,? (?:or|that is|i\.e\.|which is|namely)[,:]? | \(| is | are | = | makes |, )(?P<rough>{ROUGHLY} )?(?P<part>{NUMBER})(?![\d.,]*\d|k\b|%|\s?per|\s?[£$€])(?P<after> \w+)?)",
    re.IGNORECASE,
)  # fmt: skip
OF_MANY = re.compile(
    rf"\bof (?:the |our )?(?P<whole>{NUMBER}) [a-z]+, (?P<fraction>{ANY_SHARE}) \((?P<part>{NUMBER})\)", re.IGNORECASE
)
TOTAL = re.compile(
    r"(?:\b(?:comes? to|makes?|making|brings?(?: in)?|adds? up to|totals?|totalling|is|are|equals?|gives?|for a total of|in total|brings? (?:it|that|the \w+) to|takes? (?:it|that|you|the \w+) to)\b|=)"
    r"(?: (?:is|of|a|total|about|around|roughly|package|worth))*\s*$|:\s*$",
    re.IGNORECASE,
)
PLUS = re.compile(r"\b(?:plus|and|with|add|on top)\b|\+", re.IGNORECASE)
ADDED = re.compile(
    r"\b(?:bonus|commission|allowance|basic|base|plus|salary|equity|pension|overtime)\b|\+", re.IGNORECASE
)
TIMES = re.compile(
    r"^\s?(?:an?|per|/|each)?\s?(?:hour|day|week|month)?,?\s?(?:for|times|x|×|over|at)?\s?(?P<many>\d{1,3}) (?:hours|days|weeks|months)\b|\b(?P<twelve>12|twelve) months\b",
    re.IGNORECASE,
)
MANY_FIRST = re.compile(r"\b(?P<many>\d{1,3}|twelve) (?:hours|days|weeks|months) (?:at|of|×|x) $", re.IGNORECASE)
SAME = re.compile(
    r"(?:\s|,|\b(?:is|or|comes? to|makes?|that is|equals?|equivalent to|about|around|roughly|an?|per|hour|day|week|month|year|which|works? out (?:at|as))\b|=|/|\()*$",
    re.IGNORECASE,
)
RISE = re.compile(
    r"(?P<share>\d{1,3}(?:\.\d)?)(?:\s?%|\sper cent) (?:pay )?(?:rise|raise|increase|uplift) (?:on|from|to) (?P<base>[£$€][\d,.]+k?)[^.;£$€]{0,40}?(?:makes?|brings?|takes?|gives?|is|to|comes to)[^.;£$€]{0,15}?(?P<new>[£$€][\d,.]+\dk?)"
    r"|(?:rise|raise|increase|jump|uplift) (?:from|of|between) (?P<base2>[£$€][\d,.]+k?) to (?P<new2>[£$€][\d,.]+k?\d?k?),? (?:is|or|of|which is|that is)(?: a| an)? (?P<share2>\d{1,3}(?:\.\d)?)(?:\s?%|\sper cent)",
    re.IGNORECASE,
)  # fmt: skip
A_YEAR = {"month": (12, 12), "week": (46, 52), "day": (200, 262), "hour": (1_300, 2_100)}
NEAR = 30  # characters before a rate
ROUNDING, ROUGH_ROUNDING = 1.5, 6.0  # per cent
OTHER = re.compile(r"\b(?:tax|after|net|take[- ]home|if|per person|VAT|before|less|minus|employer)\b", re.IGNORECASE)

WRONG = Rule(
    check="arithmetic-wrong",
    level=Level.WARNS,
    why="A reader who does the sum gets another result, and trusts none of the numbers.",
    advice="Do the sum again, and correct the number that is wrong.",
)


def arithmetic_wrong(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for passage in guide.passages:
        if passage.kind in (Kind.PARAGRAPH, Kind.ITEM, Kind.LINE) and any(map(str.isdigit, passage.text)):
            for sentence in sentences(unquoted(passage)):
                if what := _wrong(sentence):
                    yield WRONG.found(passage.place, what, excerpt=cut(sentence))


def _wrong(sentence: str) -> str:
    return _other_form(sentence) or _other_part(sentence) or _other_rise(sentence) or _other_total(sentence)


def _other_form(sentence: str) -> str:
    """“One in five, or 25%”."""
    for match in TWO_FORMS.finditer(sentence):
        value, given = value_of(match["fraction"]), float(match["share"])
        allowed = ROUGH_ROUNDING if match["rough"] else ROUNDING
        if value and abs(value - given) > allowed:
            return f"“{match['fraction']}” is {value:.3g} per cent, not {given:g}."
    return ""


def _other_part(sentence: str) -> str:
    """“Half of 60 applicants, that is 20”."""
    for match in (*OF_NUMBER.finditer(sentence), *OF_MANY.finditer(sentence)):
        whole, given = (int(match[name].replace(",", "")) for name in ("whole", "part"))
        part = value_of(match["fraction"]) * whole / 100
        rough = match.groupdict().get("rough")
        if part and whole > 1 and given <= whole * 3 and abs(part - given) > max(1, part * (0.15 if rough else 0.02)):
            return f"“{match['fraction']}” of {match['whole']} is {part:g}, not {match['part']}."
    return ""


def _other_rise(sentence: str) -> str:
    """“A 10% rise on £50,000 brings it to £60,000”."""
    if not (match := RISE.search(sentence)):
        return ""
    base, new = (_worth(match[name] or match[f"{name}2"]) for name in ("base", "new"))
    share = float(match["share"] or match["share2"])
    right = 100 * (new - base) / base if base else share
    return f"From {base:,g} to {new:,g} is {right:.3g} per cent, not {share:g}." if abs(right - share) > 1 else ""


def _worth(text: str) -> float:
    return next((amount.low for amount in sums(text)), 0)


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
        number = next(value for value in many.groups() if value)
        right = rate.low * (12 if number.casefold() == "twelve" else int(number))
        return _told(sentence, total, right) if abs(right - total.low) > right * 0.02 else ""
    if rate.period in A_YEAR and total.period == "year" and SAME.fullmatch(between):
        least, most = (rate.low * times for times in A_YEAR[rate.period])
        return "" if least * 0.95 <= total.low <= most * 1.05 else _told(sentence, total, most)
    return ""


def _told(sentence: str, total: Amount, right: float) -> str:
    return f"The sum is {right:,g}, and the text says “{sentence[total.start : total.end].strip()}”."


CHECKS = (arithmetic_wrong,)
