"""Changes told in two numbers and a share, and many of one price with their total."""

import re

from articles.gate.prose.amounts import SCALES
from articles.gate.prose.patterns import filtered
from articles.gate.prose.shares import COUNTS, count_of

_NUMBER = r"[£$€]?(?:\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.\d{1,2})?k?"
CHANGE = r"(?:rise|raise|increase|uplift|jump|growth|gain|drop|fall|cut|decrease|decline|reduction)"
# “From £40,000 to £44,000, a rise of 12%”, “from 80 to 60, which is 30% less”.
FROM_TO = re.compile(
    rf"\bfrom (?P<old>{_NUMBER}) to (?P<new>{_NUMBER})(?!\s?%|\s?per cent"
    rf"|[\d,.]*\d)(?: [a-z]+){{0,4}}?,? ?(?:[(–-] ?)?(?:(?:or|so|is|was|means|that is|which is|i\.e\.),? )?"
    rf"(?:(?:an? |the )?(?:\w+ )?{CHANGE} of (?P<rough>about |around |nearly |almost |over |some )?(?P<share>\d{{1,3}}(?:\.\d)?)(?:\s?%|\s?per cent)"
    rf"|(?:an? |by )?(?P<rough2>about |around |nearly |almost |over "
    rf"|some )?(?P<share2>\d{{1,3}}(?:\.\d)?)(?:\s?%|\s?per cent) (?:more|less|fewer|higher|lower|up|down"
    rf"|{CHANGE})\b)",
    re.IGNORECASE,
)
# “Two shifts at £190 each make £380”.
EACH = filtered(
    rf"\b(?P<many>\d{{1,3}}|{'|'.join(name for name in COUNTS if name != 'a')}) [a-z-]+(?: [a-z-]+)? (?:at|for"
    rf"|of|costing|worth) (?P<price>[£$€][\d,.]*\dk?)"
    r" (?:each|apiece|a head|per (?:head|person)),? (?:make|makes|come to|comes to|is|are|cost|costs|total|equals?|add up to|that is|so|gives?)"
    r" (?:a total of |a bill of )?(?P<total>[£$€][\d,.]*\dk?)(?! (?:an?|per|each|every)\b)",
    re.IGNORECASE,
)
ROUNDING, ROUGH_ROUNDING = 1.0, 6.0  # per cent


def changed_otherwise(sentence: str) -> str:
    """What is wrong with a change or a total of the sentence, empty where nothing is."""
    if match := FROM_TO.search(sentence):
        told = {name.rstrip("2"): text for name, text in match.groupdict().items() if text}
        old, new, share = _worth(told["old"]), _worth(told["new"]), float(told["share"])
        right = 100 * abs(new - old) / old if old else share
        if abs(right - share) > (ROUGH_ROUNDING if "rough" in told else ROUNDING):
            return f"From {old:,g} to {new:,g} is {right:.3g} per cent, not {share:g}."
    if match := EACH.search(sentence):
        right, total = count_of(match["many"]) * _worth(match["price"]), _worth(match["total"])
        if abs(right - total) > right / 50:
            return f"The sum is {right:,g}, and the text says “{match['total']}”."
    return ""


def _worth(written: str) -> float:
    number = written.strip("£$€").casefold()
    return float(number.removesuffix("k").replace(",", "")) * (SCALES["k"] if number.endswith("k") else 1)
