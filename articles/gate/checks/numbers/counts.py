"""Counts that do not come out: three panels of four, six and two more, weeks told in days."""

import re
from collections.abc import Callable

from articles.gate.prose.patterns import Pattern, filtered
from articles.gate.prose.shares import COUNTS, count_of

NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}|{'|'.join(name for name in COUNTS if name != 'a')})"
_START = r"(?<![\w.,£$€%–-])"
_END = r"(?![\w%]|[.,]\d|-)"
IS = (
    r"(?:is|are|was|were|makes?|made|takes?|took|comes? to|came to|adds? up to|equals?|gives?|means?|needs?"
    r"|totals?|or|which (?:is|makes?)|that(?:’s| is)|=)"
)
# “Three panels of four people each make sixteen interviewers.”
EACH = filtered(
    rf"{_START}(?P<many>{NUMBER}) [a-z-]+(?: [a-z-]+)? (?:of|at|with|for|lasting|taking|, each (?:of"
    rf"|with)) (?P<each>{NUMBER}) (?P<unit>[a-z]+)(?: [a-z]+)? each,? "
    rf"(?:will )?{IS}(?: up)?(?: a total of| about)? (?P<total>{NUMBER}) (?P<whole>[a-z]+)",
    re.IGNORECASE,
)
# “An hour a day for five days is six hours.”
EVERY_DAY = filtered(
    rf"\b(?P<each>an|one|{NUMBER}) (?P<unit>hour|minute)s? (?:a|per|each|every) (?:day|week|month"
    rf"|night),? (?:for|over|times|on) (?P<many>{NUMBER}) [a-z]+,? {IS}"
    rf"(?: about)? (?P<total>{NUMBER}) (?P<whole>[a-z]+)",
    re.IGNORECASE,
)
# “A team of six with two more makes nine.”
TOGETHER = filtered(
    rf"{_START}(?P<first>{NUMBER})(?: [a-z]+)?,? (?:and|plus|with|joined by) (?P<second>{NUMBER}) (?:more"
    rf"|others|extra|new|further|another)(?: [a-z]+)?,? "
    rf"(?:makes?|come to|comes to|is|are|gives?|adds? up to)(?: a total of)? (?P<total>{NUMBER}){_END}",
    re.IGNORECASE,
)
# “Six weeks of notice is 52 days.”
CONVERTED = filtered(
    rf"{_START}(?P<many>{NUMBER}) (?P<unit>minutes|hours|days|weeks|months|years)(?:[’'] notice| of [a-z]+"
    rf"| in all)?,? (?:is|are|or|equals?|makes?|=|that is|which is|\(or|\()"
    rf" ?(?:also |the same as )?(?P<total>{NUMBER}) (?P<whole>minutes|hours|days|weeks|months|years)\b",
    re.IGNORECASE,
)
# How many of the second are in one of the first; in a working week, and in a whole one.
PARTS = {
    ("hour", "minute"): (60,),
    ("day", "hour"): (24, 8, 7.5, 7),
    ("week", "day"): (7, 5),
    ("week", "hour"): (168, 40, 37.5, 35),
    ("month", "week"): (4, 4.33),
    ("month", "day"): (30, 31, 20, 21, 22),
    ("year", "month"): (12,),
    ("year", "week"): (52, 46, 48),
    ("year", "day"): (365, 366, 260, 220, 250),
}
NEAR = 0.03
type Telling = dict[str, str]


def counted_otherwise(sentence: str) -> str:
    """What is wrong with a count of the sentence, empty where nothing is."""
    for pattern, right_of in WAYS:
        if match := pattern.search(sentence):
            told, given = match.groupdict(), _value(match["total"])
            right = right_of(told)
            if right and not any(abs(given - sum_) <= max(sum_ * NEAR, 0.5) for sum_ in right):
                return f"The sum is {right[0]:,g}, and the text says “{match['total']}”."
    return ""


def _product(told: Telling) -> tuple[float, ...]:
    product = _value(told["many"]) * _value(told["each"])
    return tuple(product * times for times in _ratios(told["unit"], told["whole"], others=(1,)))


def _sum(told: Telling) -> tuple[float, ...]:
    return (_value(told["first"]) + _value(told["second"]),)


def _conversion(told: Telling) -> tuple[float, ...]:
    return tuple(_value(told["many"]) * times for times in _ratios(told["unit"], told["whole"], others=()))


def _ratios(unit: str, whole: str, *, others: tuple[float, ...]) -> tuple[float, ...]:
    """By what a number of one unit becomes one of the other; `others` where they are not both units of time."""
    one, other = (word.casefold().removesuffix("s") for word in (unit, whole))
    if (one, other) in PARTS:
        return PARTS[one, other]
    if (other, one) in PARTS:
        return tuple(1 / times for times in PARTS[other, one])
    return others


def _value(number: str) -> float:
    return 1 if number.casefold() == "an" else count_of(number)


WAYS: tuple[tuple[Pattern, Callable[[Telling], tuple[float, ...]]], ...] = (
    (EACH, _product),
    (EVERY_DAY, _product),
    (TOGETHER, _sum),
    (CONVERTED, _conversion),
)
