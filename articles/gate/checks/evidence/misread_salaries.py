"""What a sentence makes of the guide's own salary table: its figures in another currency, a thousandth of them, or an
average that lies outside them."""

import re
from collections.abc import Iterator, Sequence

from articles.document import SalaryFigure, SalaryTable
from articles.document.salary_bands import band
from articles.gate.checks.evidence.typed_salaries import (
    DIFFERS,
    LEVEL,
    OTHER_PERIOD,
    own_sentences,
    place_of,
    places_in,
)
from articles.gate.context import SiteContext
from articles.gate.findings import Finding
from articles.gate.prose.amounts import Amount, sums
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.pay import MADE_UP, NOUNS
from articles.gate.prose.words import cut

AVERAGE = re.compile(
    r"\b(?:on average|averag(?:e|es|ed|ing)|mean|median|typical(?:ly)?|midpoint|usual salary)\b", re.IGNORECASE
)
# Sums beside a salary, and those of another time or kind of work.
BESIDES = re.compile(
    r"\b(?:bonus\w*|contract\w*|offer\w*|rose|rise[sn]?|rising|raise[sd]?|fell|was|were|had|used to|budget\w*|fees?|costs?|turnover|shares?"
    r"|equity|total|starting|entry|more|extra|would|could|might|if)\b",
    re.IGNORECASE,
)
MONEY = re.compile(r"[£$€\d]")
ROLE = re.compile(rf"\b(?:{NOUNS})s?\b", re.IGNORECASE)
LEAST_YEARLY = 5_000
LOST = 1_000


def salary_misread(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Beside one salary table; with two, a sentence seldom says which one it means."""
    tables = [block for _, block in guide.blocks if isinstance(block, SalaryTable)]
    if len(tables) == 1:
        table = tables[0]
        for passage, sentence in own_sentences(guide):
            if MONEY.search(sentence) and (told := _misread(sentence, table)):
                said, figure = told
                what = f"The text says “{said}”, and the salary table says “{figure.level}, {figure.region}: {band(figure)}”."
                yield DIFFERS.found(passage.place, what, excerpt=cut(sentence))


def _misread(sentence: str, table: SalaryTable) -> tuple[str, SalaryFigure] | None:
    if OTHER_PERIOD.search(sentence) or MADE_UP.search(sentence):
        return None
    found = sums(sentence)
    for low, high in _bands(found):
        if figure := _misprinted(low, high, table.figures):
            return sentence[low.start : high.end].strip(), figure
    if len(found) == 1 and AVERAGE.search(sentence) and not (BESIDES.search(sentence) or LEVEL.search(sentence)):
        figure = _beyond(found[0], _spoken_of(sentence, table))
        return (sentence[found[0].start : found[0].end].strip(), figure) if figure else None
    return None


def _bands(found: Sequence[Amount]) -> Iterator[tuple[Amount, Amount]]:
    """Each range, and two sums that stand alone."""
    yield from ((amount, amount) for amount in found if amount.is_range)
    if len(found) == 2 and not any(amount.is_range for amount in found):
        yield found[0], found[1]


def _misprinted(low: Amount, high: Amount, figures: Sequence[SalaryFigure]) -> SalaryFigure | None:
    """The figure that has these numbers in another currency, or a thousand times these numbers; none if one agrees."""
    ends = (low.low, high.high)
    if any((figure.low, figure.high) == ends and figure.currency == low.currency for figure in figures):
        return None
    thousands = (low.low * LOST, high.high * LOST)
    return next((figure for figure in figures if (figure.low, figure.high) in (ends, thousands)), None)


def _spoken_of(sentence: str, table: SalaryTable) -> list[SalaryFigure]:
    """The figures of the levels or of the role that a sentence names; none where it names another role or place."""
    places = places_in(sentence)
    figures = [figure for figure in table.figures if not places or place_of(figure.region) in places]
    if named := [figure for figure in figures if _names(sentence, figure.level)]:
        return named
    role = table.role_name or table.role.replace("-", " ")
    is_of_role = _names(sentence, role) and len(ROLE.findall(sentence)) == len(ROLE.findall(role))
    return figures if is_of_role else []


def _names(sentence: str, words: str) -> bool:
    pattern = r"(?:[’']?s)?[ -]".join(map(re.escape, re.split(r"[ -]", words)))
    return re.search(rf"\b{pattern}(?:[’']?s|[’']s?)?(?!\w)", sentence, re.IGNORECASE) is not None


def _beyond(amount: Amount, figures: Sequence[SalaryFigure]) -> SalaryFigure | None:
    """The first of the figures, where the sum lies outside all of them."""
    same = [figure for figure in figures if figure.currency == amount.currency]
    is_yearly = amount.period in ("", "year") and amount.low >= LEAST_YEARLY and not amount.is_range
    if not same or not is_yearly or any(figure.open_ended for figure in same):
        return None
    is_within = min(figure.low for figure in same) <= amount.low <= max(figure.high for figure in same)
    return None if is_within else same[0]
