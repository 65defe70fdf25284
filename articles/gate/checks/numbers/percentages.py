"""Shares that miss what they are taken of: one in five as 25%, half of 60 as 20, a rise or a fee that is another."""

import re

from articles.gate.checks.numbers.changes import changed_otherwise
from articles.gate.prose.amounts import sums
from articles.gate.prose.patterns import filtered
from articles.gate.prose.shares import ANY_SHARE, COUNTS, FRACTION, count_of, value_of

ROUGHLY = r"(?:about|around|roughly|nearly|almost|just over|just under|over|some|approximately)"
OR = r"(?:,? (?:or|that is|i\.?e\.?|which is|namely|meaning)[,:]?|,| \(|:| =| –| -)"
NAMELY = r"(?:,? (?:or|that is|i\.?e\.?|which is|namely|meaning)[,:]?| \()"
PERCENT = r"(?P<share>\d{1,3}(?:\.\d{1,2})?)(?:\s?%|\sper\s?cent\b)"
# One share in two forms, the second right after the first.
TWO_FORMS = filtered(
    rf"(?P<fraction>{FRACTION})(?:(?: [a-z]+)?{OR}| of (?:all |the |our |its |their |these "
        rf"|those )?[a-z-]+(?: [a-z-]+)?{NAMELY})\s?(?P<rough>{ROUGHLY} )?{PERCENT}"
    r"(?=[),.;:]|,| of| [a-z])(?! (?:of|more|less|higher|lower|in|from|for|to)\b)",
    re.IGNORECASE,
)  # fmt: skip
NUMBER = r"\d{1,3}(?:,\d{3})+|\d{1,7}"
OF_NUMBER = filtered(
    rf"(?P<fraction>{ANY_SHARE}) of (?:the |our |these |those |all )?(?P<whole>{NUMBER})(?![\d.,]*\d|k\b|%)(?: [a-z]+)?"
    rf"(?:(?:,? (?:or|that is|i\.e\.|which is|namely)[,:]? | \(| is | are | = | makes "
        rf"|, )(?P<rough>{ROUGHLY} )?(?P<part>{NUMBER})(?![\d.,]*\d|k\b|%|\s?per|\s?[£$€])(?P<after> \w+)?)",
    re.IGNORECASE,
)  # fmt: skip
OF_MANY = filtered(
    rf"\bof (?:the |our )?(?P<whole>{NUMBER}) [a-z]+, (?P<fraction>{ANY_SHARE}) \((?P<part>{NUMBER})\)", re.IGNORECASE
)
# Two counts and the share that one is of the other: “30 of the 200 applicants, or 25%”, “18 replies to 72 adverts, a rate of 30%”.
ANY_NUMBER = rf"(?:{NUMBER}|{'|'.join(name for name in COUNTS if name != 'a')})"
COUNTED = filtered(
    rf"(?<![\w.,£$€])(?P<part>{ANY_NUMBER})(?: [a-z]+)? (?:out )?of (?:the |our |these |those "
        rf"|all )?(?P<whole>{ANY_NUMBER})(?![\d,]|[.]\d"
        rf"|\s?%)(?: [a-z-]+){{0,3}}{OR}\s?(?P<rough>{ROUGHLY} )?{PERCENT}(?! (?:more|less|higher|lower))"
    rf"|\bof (?:the |our |these |those "
        rf"|all )?(?P<whole2>{ANY_NUMBER}) [a-z]+, (?P<part2>{ANY_NUMBER})(?: [a-z]+){{0,3}}{OR}\s?(?P<rough2>{ROUGHLY} )?(?P<share2>\d{{1,3}}(?:\.\d{{1,2}})?)(?:\s?%"
        rf"|\sper\s?cent\b)",
    re.IGNORECASE,
)  # fmt: skip
_ALL = r"(?:the |our |these |those |all )?"
COUNTED_IN_WORDS = (
    # “Three of the twelve designers, or a third, were seen.”
    filtered(
        rf"(?<![\w.,£$€])(?P<part>{ANY_NUMBER})(?: [a-z]+)? (?:out )?of {_ALL}(?P<whole>{ANY_NUMBER})(?![\d,]|[.]\d|\s?%)(?: [a-z-]+){{1,3}}{OR}\s?"
        rf"(?P<rough>{ROUGHLY} )?(?P<share>{FRACTION})(?= ?[),.;:]| of them)",
        re.IGNORECASE,
    ),
    # “Out of 200 CVs, 20 led to a call, so one in five.”
    filtered(
        rf"\bof {_ALL}(?P<whole>{ANY_NUMBER})(?![\d,]|[.]\d) [a-z]+(?: [a-z]+)?, (?:only "
        rf"|just )?(?P<part>{ANY_NUMBER})(?: [a-z]+){{1,5}},? ?(?:or|so|that is|which is|\(|–|a rate of)"
        rf" ?(?P<rough>{ROUGHLY} )?(?P<share>{ANY_SHARE})(?! (?:more|less|higher|lower))",
        re.IGNORECASE,
    ),
    # “With 18 replies to 72 adverts, we had an answer rate of 30%.”
    filtered(
        rf"(?<![\w.,£$€])(?P<part>{ANY_NUMBER}) [a-z]+(?: [a-z]+)? (?:to|from|for|out of"
        rf"|in) {_ALL}(?P<whole>{ANY_NUMBER}) [a-z]+\b[^.;:%]{{0,30}}\brate (?:of|is|was) "
        rf"(?P<rough>{ROUGHLY} )?(?P<share>{ANY_SHARE})",
        re.IGNORECASE,
    ),
    # “We interviewed 12 people and hired 3, a rate of one in three.”
    filtered(
        rf"(?<![\w.,£$€])(?P<whole>{ANY_NUMBER}) [a-z]+(?: [a-z]+)?,? (?:and|but|of whom|of which"
        rf"|of them) (?:[a-z]+ )?(?P<part>{ANY_NUMBER})(?: [a-z]+){{0,4}},? (?:a|an|or|which is"
        rf"|which makes)(?: [a-z-]+)?"
        rf"(?: rate of)? (?P<rough>{ROUGHLY} )?(?P<share>{ANY_SHARE})(?! (?:more|less|higher|lower|of))",
        re.IGNORECASE,
    ),
    # “There are 250 staff, 100 of them women, which makes 45%.”
    filtered(
        rf"(?<![\w.,£$€])(?P<whole>{ANY_NUMBER}) [a-z]+(?: [a-z]+)?, (?P<part>{ANY_NUMBER}) of (?:them|whom|which"
        rf"|those)(?: [a-z]+){{0,4}}, (?:or|which (?:is|makes)|that is|so) "
        rf"(?P<rough>{ROUGHLY} )?(?P<share>{ANY_SHARE})",
        re.IGNORECASE,
    ),
)
RISE = filtered(
    r"(?P<share>\d{1,3}(?:\.\d)?)(?:\s?%|\sper cent) (?:pay )?(?:rise|raise|increase|uplift) (?:on|from"
        r"|to) (?P<base>[£$€][\d,.]+k?)[^.;£$€]{0,40}?(?:makes?|brings?|takes?|gives?|is|to"
        r"|comes to)[^.;£$€]{0,15}?(?P<new>[£$€][\d,.]+\dk?)"
    r"|(?:rise|raise|increase|jump|uplift) (?:from|of"
        r"|between) (?P<base2>[£$€][\d,.]+k?) to (?P<new2>[£$€][\d,.]+k?\d?k?),? (?:is|or|of|which is"
        r"|that is)(?: a| an)? (?P<share2>\d{1,3}(?:\.\d)?)(?:\s?%|\sper cent)",
    re.IGNORECASE,
)  # fmt: skip
RISE_LAST = filtered(
    r"from (?P<base>[£$€][\d,.]+k?) to (?P<new>[£$€][\d,.]*\dk?)[^.;£$€%]{0,20}\b(?:is|means|makes"
        r"|gives) an? (?:\w+ )?(?:rise|raise|increase|jump|uplift) of (?:\w+ )?(?P<share>\d{1,3}(?:\.\d)?)(?:\s?%"
        r"|\sper cent)",
    re.IGNORECASE,
)  # fmt: skip
RISE_FIRST = filtered(
    r"(?:rise|raise|increase|uplift) of (?P<share>\d{1,3}(?:\.\d)?)(?:\s?%"
        r"|\sper cent)[^.;£$€%]{0,40}(?P<base>[£$€][\d,.]+k?)[^.;£$€%]{0,30}?(?:becomes?|to|is|makes?|brings?"
        r"|gives?|rises? to)[^.;£$€%]{0,15}?(?P<new>[£$€][\d,.]+\dk?)",
    re.IGNORECASE,
)  # fmt: skip
RISES = (RISE, RISE_FIRST, RISE_LAST)
# What is taken of a sum: “a fee of 20% on £50,000 is £12,000”.
TAKEN = filtered(
    r"(?P<share>\d{1,2}(?:\.\d)?)(?:\s?%|\sper cent) (?:(?!rise|raise|increase|uplift)[a-z]+ )?(?:of"
        r"|on) (?:an? |the |your |their )?(?:salary of )?(?P<base>[£$€][\d,.]*\dk?)(?: [a-z-]+){0,3}?"
    r"(?: is| are|,? or|,? (?:which|that) (?:is|makes|comes to)|,? so| =|:| makes?| comes? to| would be"
        r"| gives?| means)(?: an? [a-z]+ of| about| roughly)? (?P<part>[£$€][\d,.]*\dk?)(?! (?:more|less|a month"
        r"|per month|an? (?:week|day|hour)))",
    re.IGNORECASE,
)  # fmt: skip
ROUNDING, ROUGH_ROUNDING = 1.5, 6.0  # per cent


def percentage_wrong(sentence: str) -> str:
    """What is wrong with a share of the sentence, empty where nothing is."""
    found = (
        look(sentence) for look in (_other_form, _other_part, _other_count, _other_rise, changed_otherwise, _not_taken)
    )
    return next(filter(None, found), "")


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
    if not (match := next(filter(None, (rise.search(sentence) for rise in RISES)), None)):
        return ""
    told = {name.rstrip("2"): text for name, text in match.groupdict().items() if text}
    base, new, share = _worth(told["base"]), _worth(told["new"]), float(told["share"])
    right = 100 * (new - base) / base if base else share
    return f"From {base:,g} to {new:,g} is {right:.3g} per cent, not {share:g}." if abs(right - share) > 1 else ""


def _worth(text: str) -> float:
    return next((amount.low for amount in sums(text)), 0)


def _other_count(sentence: str) -> str:
    """“30 of the 200 applicants, or 25%”."""
    for match in COUNTED.finditer(sentence):
        told = {name.rstrip("2"): text for name, text in match.groupdict().items() if text}
        part, whole = (count_of(told[name]) for name in ("part", "whole"))
        right = 100 * part / whole if 0 < part <= whole else 0
        allowed = ROUGH_ROUNDING if "rough" in told else ROUNDING
        if right and abs(right - float(told["share"])) > allowed:
            return f"{told['part']} of {told['whole']} is {right:.3g} per cent, not {float(told['share']):g}."
    return next(filter(None, (_other_share(pattern.search(sentence)) for pattern in COUNTED_IN_WORDS)), "")


def _other_share(match: re.Match[str] | None) -> str:
    """What is wrong with a share that is told beside both of its counts."""
    if not match:
        return ""
    part, whole, share = count_of(match["part"]), count_of(match["whole"]), value_of(match["share"])
    right = 100 * part / whole if 0 < part <= whole else 0
    allowed = ROUGH_ROUNDING if match["rough"] else ROUNDING
    is_wrong = right and share and abs(right - share) > allowed
    return f"{match['part']} of {match['whole']} is {right:.3g} per cent, not {share:.3g}." if is_wrong else ""


def _not_taken(sentence: str) -> str:
    """“A fee of 20% on £50,000 is £12,000”."""
    if not (match := TAKEN.search(sentence)):
        return ""
    right, given = float(match["share"]) * _worth(match["base"]) / 100, _worth(match["part"])
    return f"The sum is {right:,g}, and the text says “{match['part']}”." if abs(right - given) > right * 0.05 else ""
