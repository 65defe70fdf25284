"""Ranges of money that run downwards, and bands of pay that fall or overlap from level to level."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.amounts import Amount, amounts, sums
from articles.gate.prose.document_text import DocumentText, Kind, Passage
from articles.gate.prose.patterns import filtered
from articles.gate.prose.pay import LEVEL, MADE_UP, rank
from articles.gate.prose.statements import unquoted
from articles.gate.prose.words import cut

# Where a sum may well come down.
FALLS = re.compile(
    r"\b(?:f[ae]ll(?:s|en|ing)?|drop\w*|cut\w*|reduc\w*|lower\w*|decreas\w*|down|discount\w*|slash\w*|declin\w*|shr[aiu]nk\w*"
    r"|sank|sink\w*|slid\w*|tumbl\w*|plung\w*|from being|went|goes?|going|mov\w*|chang\w*|taper\w*|sav\w*|instead|rather|revis\w*"
    r"|renegotiat\w*|tak(?:e|en|ing)|took|bring\w*|brought|negotiat\w*|haggl\w*|trim\w*|withdr\w*|scal\w+ back|less|convert\w*|depreciat\w*)\b",
    re.IGNORECASE,
)
BESIDES = re.compile(r"\b(?:while|whereas|but|bonus\w*|equity|shares?|London|elsewhere|outside|contract\w*|US|UK)\b")

# A range that is told downwards, where nothing has come down.
DOWNWARDS = re.compile(
    r"(?P<sign>[£$€])\s?(?P<high>\d[\d,.]*k?) down to (?P=sign)?\s?(?P<low>\d[\d,]*(?:\.\d+)?k?)", re.IGNORECASE
)
CAME_DOWN = re.compile(
    r"\b(?:f[ae]ll\w*|drop\w*|cut\w*|reduc\w*|lower\w*|decreas\w*|slash\w*|c[oa]me\w*|coming|went|goes?|going|tak\w+|took|bring\w*|brought"
    r"|negotiat\w*|haggl\w*|trim\w*|got|get|work\w*|pushed|knocked|beat\w*|scal\w+)\b",
    re.IGNORECASE,
)
SUM = r"[£$€]\s?\d[\d,]*(?:\.\d+)?k?"
LOWEST = (
    r"(?:minimum|least|lowest|lower (?:end|limit)|low end|floor|bottom|no less than|start(?:s|ing)?|begin(?:s|ning)?)"
)
HIGHEST = r"(?:maximum|most|highest|upper (?:end|limit)|high end|ceiling|top|no more than|ends?|finish(?:es)?|tops? out|peaks?)"
WITHIN = r"[^.;:?!£$€]{0,40}?"
# “From £92,000 up to £74,000”, “starts at £52k and rises to £39k”.
RISES = (
    r"(?:(?:up|through)|(?:and|then|with|later|could|can|may|will)?,? ?(?:\w+ )?(?:ris(?:es|e|ing)|go(?:es"
    r"|ing)? up|climb(?:s|ing)?|grow(?:s|ing)?|increas(?:es|e|ing)|progress(?:es|ing)?)) to"
)
UPWARDS = filtered(
    rf"(?P<low>{SUM})(?: (?:a|an|per) (?:year|annum|day|hour|month))?,? {RISES} (?:about |around |as much as )?(?P<high>{SUM})"
    rf"|\b{LOWEST}\b{WITHIN}(?P<low2>{SUM}){WITHIN}\b{HIGHEST}\b{WITHIN}(?P<high2>{SUM})"
    rf"|\b{HIGHEST}\b{WITHIN}(?P<high3>{SUM}){WITHIN}\b{LOWEST}\b{WITHIN}(?P<low3>{SUM})"
    rf"|\b(?:range|band) (?:of|is|from) (?P<low4>{SUM}) and (?P<high4>{SUM})",
    re.IGNORECASE,
)
# What is less than this share of the other end is another sum, such as a bonus.
LEAST_OF_OTHER = 0.4
MONEY = filtered(r"[£$€]|\b(?:GBP|EUR|USD|pounds|euros|dollars)\b")

REVERSED = Rule(
    check="pay-range-reversed",
    level=Level.WARNS,
    why="A range that begins with its higher end has probably lost or gained a digit, or its ends have changed places.",
    advice="Find out which figure is right, and give the lower one first.",
)
DISORDERED = Rule(
    check="pay-bands-disordered",
    level=Level.WARNS,
    why="A reader cannot tell what a level pays when the next one begins below its end.",
    advice="Check the figures of both levels. Bands may touch but not overlap.",
)


def pay_range_reversed(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """“£85k to £65k”, unless the text speaks of something that comes down."""
    for passage in guide.passages:
        for sentence in passage.sentences if _has_money(passage.text) else ():
            downwards = [amount for amount in sums(sentence) if amount.is_range and amount.high < amount.low]
            for amount in () if downwards and FALLS.search(sentence) else downwards:
                typed = sentence[amount.start : amount.end].strip()
                yield REVERSED.found(passage.place, f"“{typed}” runs downwards.", excerpt=cut(sentence))
            if (match := DOWNWARDS.search(sentence)) and not CAME_DOWN.search(sentence):
                yield REVERSED.found(passage.place, f"“{match[0]}” runs downwards.", excerpt=cut(sentence))
            elif not downwards and (low := _above_its_top(sentence)):
                yield REVERSED.found(passage.place, f"The range from {low} runs downwards.", excerpt=cut(sentence))


def _above_its_top(sentence: str) -> str:
    """Both ends of a range that is told in words, where the lower is more than the higher."""
    if not (match := UPWARDS.search(sentence)):
        return ""
    ends = {name.rstrip("234"): text for name, text in match.groupdict().items() if text}
    low, high = (next(iter(sums(ends[name])), None) for name in ("low", "high"))
    is_reversed = low and high and LEAST_OF_OTHER * low.low <= high.low < low.low
    return f"{ends['low']} to {ends['high']}" if is_reversed else ""


def pay_bands_disordered(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Levels and their bands in turn: in one sentence, in the items of one list, in lines one after another."""
    for _, group in groupby(guide.passages, key=_row):
        passages = list(group)
        if passages[0].kind in (Kind.ITEM, Kind.PARAGRAPH):
            lines = [passage.text for passage in passages] if passages[0].ordinal else []
            for passage, text in (
                (passages[-1], " ".join(lines)),
                *((passage, unquoted(passage)) for passage in passages),
            ):
                yield from _disordered(passage, text)


def _row(passage: Passage) -> object:
    """Items of one list are read together; anything else stands for itself."""
    return (passage.place, passage.ordinal) if passage.ordinal and passage.kind is Kind.ITEM else id(passage)


def _has_money(text: str) -> bool:
    return MONEY.search(text) is not None


def _disordered(passage: Passage, text: str) -> Iterator[Finding]:
    if not _has_money(text) or MADE_UP.search(text):
        return
    for (below, low), (above, high) in pairwise(_levels(text)):
        if low.currency == high.currency and rank(below) < rank(above):
            told = f"“{below}: {_typed(text, low)}”, “{above}: {_typed(text, high)}”"
            if high.high <= low.low:
                yield DISORDERED.found(passage.place, f"A higher level earns less: {told}.", excerpt=cut(text))
            elif high.low < low.high and low.is_range and high.is_range:
                yield DISORDERED.found(passage.place, f"Two bands overlap: {told}.", excerpt=cut(text))


def _levels(text: str) -> Sequence[tuple[str, Amount]]:
    """Each level with its band, where levels and yearly bands take turns."""
    levels, bands = list(LEVEL.finditer(text)), list(amounts(text))
    if len(bands) < 2 or len(levels) != len(bands) or BESIDES.search(text):
        return []
    pairs = list(zip(levels, bands, strict=True))
    ordered = all(level.start() < band.start for level, band in pairs)
    in_turn = all(band.end <= level.start() for (_, band), (level, _) in pairwise(pairs))
    return [(level[0], band) for level, band in pairs] if ordered and in_turn else []


def _typed(text: str, amount: Amount) -> str:
    return text[amount.start : amount.end].strip()


CHECKS = (pay_range_reversed, pay_bands_disordered)
