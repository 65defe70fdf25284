"""How much more one sum is than another, and what a share takes from a sum or adds to it."""

import re

from articles.gate.prose.amounts import sums
from articles.gate.prose.patterns import filtered

SUM = r"[£$€]\s?\d[\d,]*(?:\.\d+)?k?(?!\d)"
WITHIN = r"[^.;:?!£$€%]{0,40}?"
PERCENT = r"(?P<share>\d{1,2}(?:\.\d)?)(?:\s?%|\sper\s?cent)"
# “The offer of £52,000 is £4,000 more than the £47,000 that she earns.”
MORE = filtered(
    rf"(?P<one>{SUM})(?: (?:a|per) (?:year|day|month|hour))?,? (?:\w+ ){{0,3}}?(?:is|are|was|would be"
    rf"|makes) (?:exactly )?(?P<difference>{SUM})(?: (?:a|per) (?:year|day|month|hour))? "
    rf"(?P<way>more|higher|above|better|less|lower|below|under)(?: than)?{WITHIN}(?P<other>{SUM})",
    re.IGNORECASE,
)
# “A 20% cut takes a £500 rate to £450.”
CHANGED = filtered(
    rf"{PERCENT} (?:\w+ )?(?P<way>cut|reduction|discount|drop|fall|rise|raise|increase"
    rf"|uplift)\b{WITHIN}(?P<one>{SUM}){WITHIN}\b(?:to|down to|up to|into|means|is|makes|gives"
    rf"|becomes) (?P<other>{SUM})",
    re.IGNORECASE,
)
# “The basic salary is £55,000 and the 10% bonus adds £5,000.”
PART = filtered(
    rf"(?:salary|basic|base|pay|rate|fee|package)\b{WITHIN}(?P<one>{SUM}),? (?:and|plus|with"
    rf"|so)\b{WITHIN}{PERCENT} (?:\w+ )?(?:bonus|commission|pension|contribution|fee|margin|uplift|allowance)"
    rf" (?:\(|(?:adds?|brings?|is|comes to|gives|means|of|makes|worth|pays)\b(?: you| another| an extra)? )(?P<other>{SUM})",
    re.IGNORECASE,
)
DOWN = ("less", "lower", "below", "under", "cut", "reduction", "discount", "drop", "fall")
NEAR = 0.02


def difference_wrong(sentence: str) -> str:
    """What is wrong with a difference of the sentence, empty where nothing is."""
    for pattern, right_of in ((MORE, _less), (CHANGED, _changed), (PART, _part)):
        if match := pattern.search(sentence):
            told = match.groupdict()
            right, given = right_of(told)
            if abs(right - given) > max(right * NEAR, 1):
                return f"The sum is {right:,g}, and the text says “{given:,g}”."
    return ""


def _less(told: dict[str, str]) -> tuple[float, float]:
    one, other = _worth(told["one"]), _worth(told["other"])
    return (other - one if told["way"].casefold() in DOWN else one - other), _worth(told["difference"])


def _changed(told: dict[str, str]) -> tuple[float, float]:
    share = float(told["share"]) / 100 * (-1 if told["way"].casefold() in DOWN else 1)
    return _worth(told["one"]) * (1 + share), _worth(told["other"])


def _part(told: dict[str, str]) -> tuple[float, float]:
    return _worth(told["one"]) * float(told["share"]) / 100, _worth(told["other"])


def _worth(text: str) -> float:
    return next((amount.low for amount in sums(text)), 0)
