"""Salaries typed in the text: without a source, or other than the guide’s own salary table has them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from articles.document import Insight, Quote, SalaryFigure, SalaryTable, Text
from articles.document.salary_bands import band
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.amounts import Amount, amounts
from articles.gate.prose.document_text import DocumentText, Kind, Passage, sentences
from articles.gate.prose.words import cut

PAY = re.compile(r"\b(?:salar(?:y|ies)|pay|paid|earn(?:s|ed|ings)?|wages?|remuneration|compensation)\b", re.IGNORECASE)
FOUNDED = re.compile(
    r"^(?:sources?|basis|as of)$|\bsources?:|\bas (?:of|at)\b|\baccording to\b|\bsurvey\b|\b(?:19|20)\d\d\b"
    r"|\b(?:our|we) (?:\w+ )?(?:placements?|placed|judgement|reading|adverts)\b"
    r"|\bjob adverts\b|\badverts (?:read|seen)\b"
    r"|\b(?:based|rest) on (?!(?:\w+ )?(?:experience|location|skills?|level|seniority)\b)",
    re.IGNORECASE,
)
# Sums that an author makes up to reckon with.
MADE_UP = re.compile(
    r"\b(?:offer [ab12]|worked example|suppose|imagine|made-up|invented|hypothetical|illustrative)\b", re.IGNORECASE
)
OTHER_PERIOD = re.compile(
    r"\b(?:a|per|each|by the) (?:hour|day|week|month)\b|\bday rates?\b|\b(?:hour|dai|week|month)ly\b", re.IGNORECASE
)
# Words with which a figure is no statement of a level’s whole band.
QUALIFIED = re.compile(
    r"\b(?:bonus\w*|up to|at least|at most|over|more than|less than|under|above|below|beyond|nearly|almost"
    r"|averages?|medians?|most|some|few|may|might|could|would|if|contract\w*|offer\w*|placed|used to|moved?|moving"
    r"|rose|rise[sn]?|rising|raised?|fell|was|were|had|extra|budget\w*|fees?|costs?|turnover|shares?|equity|total)\b",
    re.IGNORECASE,
)
LEVEL = re.compile(r"\b(junior|graduate|entry|mid|senior|lead|principal)s?(?:[- ]level)?\b", re.IGNORECASE)
PLACE = re.compile(r"\b(?:[Ii]n|around|outside|across) (?:the )?([A-Z]\w*(?: [A-Z]\w+)*)")
HOME_NAMES = {"united kingdom": "uk", "britain": "uk", "united states": "us", "usa": "us", "america": "us"}
NOUNS = r"engineer|scientist|analyst|developer|manager|architect|designer|tester|administrator|consultant|researcher"
ROLE = re.compile(rf"\b(?:([a-z]+)[ -])?({NOUNS})s?\b", re.IGNORECASE)
BEFORE_ROLE = re.compile(
    r"(?:a|an|the|for|of|as|most|many|these|those|all|level|experienced|junior|graduate|senior|lead)?"
)

UNSOURCED = Rule(
    check="unsourced-salaries",
    level=Level.BLOCKS,
    why="Readers plan their lives by salaries, and these say neither what they are based on nor when they were true.",
    advice="Move the figures into a salary table block, which gives their basis, source and date.",
)
DIFFERS = Rule(
    check="salary-differs-from-table",
    level=Level.WARNS,
    why="A reader who meets two different figures trusts neither.",
    advice="Correct the text or the figures of the role, so that both say the same.",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Stated:
    """What a sentence says that a level earns, and in which places."""

    level: str
    amount: Amount
    places: frozenset[str]


class Held:
    """The figures of a salary table, looked through once for all sentences that say the same."""

    def __init__(self, table: SalaryTable) -> None:
        self.role_words = (table.role_name or table.role.replace("-", " ")).casefold().split()
        self.regions = {figure.region.casefold() for figure in table.figures}
        self._figures = table.figures
        self._about, self._against = cache(self._find), cache(self._compare)

    def against(self, stated: Stated) -> str:
        """The bands of the level in these places, unless one of them agrees or there are none."""
        amount = stated.amount
        return self._against(stated.level, amount.currency, stated.places, amount.low, amount.high)

    def _compare(self, level: str, currency: str, places: frozenset[str], low: int, high: int) -> str:
        figures, bands = self._about(level, currency, places)
        return "" if any(_agrees(low, high, figure) for figure in figures) else bands

    def _find(self, level: str, currency: str, places: frozenset[str]) -> tuple[list[SalaryFigure], str]:
        is_level = re.compile(rf"\b{level}", re.IGNORECASE)
        figures = [
            figure
            for figure in self._figures
            if figure.currency == currency
            and (not places or figure.region.casefold() in places)
            and is_level.search(figure.level)
        ]
        return figures, "; ".join(f"{figure.level}, {figure.region}: {band(figure)}" for figure in figures)


def unsourced_salaries(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Two salary bands or more in the rows of one section, with no word of a basis, a source or a date."""
    for section in _sections(guide):
        rows = [passage for passage in section if _is_row(passage)]
        bands = [(row, amount) for row in rows for amount in amounts(row.text) if amount.is_band]
        if len(bands) > 1 and _says(PAY, section) and not _says(FOUNDED, section) and not _says(MADE_UP, section):
            row, first = bands[0]
            typed = row.text[first.start : first.end]
            what = f"{len(bands)} salary ranges are typed in this text without a source, beginning with “{typed}”."
            yield UNSOURCED.found(row.place, what, excerpt=cut(row.text))


def salary_differs_from_table(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    tables = [block for _, block in guide.blocks if isinstance(block, SalaryTable)]
    if len(tables) != 1:  # with two roles, a sentence seldom says which one it means
        return
    held = Held(tables[0])
    topic = ""
    for passage in guide.passages:
        if passage.kind in (Kind.HEADING, Kind.QUESTION):
            topic = passage.text
        elif _is_own_prose(guide, passage) and not _names_other_role(topic, held):
            yield from _differences(passage, held)


def _sections(guide: DocumentText) -> Iterator[list[Passage]]:
    """The text blocks, cut at their main headings."""
    texts = {position for position, block in guide.blocks if isinstance(block, Text)}
    section: list[Passage] = []
    for passage in guide.passages:
        if passage.place.block in texts:
            if passage.level == 2:
                yield section
                section = []
            section.append(passage)
    yield section


def _is_row(passage: Passage) -> bool:
    """A table cell, a list item, or a line such as “Junior: £40,000 to £60,000” that is no sentence."""
    is_line = passage.kind is Kind.PARAGRAPH and not passage.text.endswith((".", "!", "?"))
    return passage.kind in (Kind.CELL, Kind.ITEM) or is_line


def _says(pattern: re.Pattern[str], section: Sequence[Passage]) -> bool:
    return any(pattern.search(passage.text) for passage in section)


def _is_own_prose(guide: DocumentText, passage: Passage) -> bool:
    """An insight or a quotation may well know another figure, and says whose it is."""
    if passage.kind not in (Kind.PARAGRAPH, Kind.ITEM):
        return False
    return passage.place.block is None or not isinstance(guide.document.blocks[passage.place.block], (Insight, Quote))


def _differences(passage: Passage, held: Held) -> Iterator[Finding]:
    if not LEVEL.search(passage.text):
        return
    for sentence in sentences(passage.text):
        for stated in _stated(sentence, held):
            if bands := held.against(stated):
                said = sentence[stated.amount.start : stated.amount.end].strip()
                what = f"The text says “{said}” for {stated.level}, and the salary table says “{bands}”."
                yield DIFFERS.found(passage.place, what, excerpt=cut(sentence))


def _stated(sentence: str, held: Held) -> Iterator[Stated]:
    """Each level with its figure: one level in several currencies, or levels and figures in turn."""
    found, levels = list(amounts(sentence)), list(LEVEL.finditer(sentence))
    if not found or not levels or _is_other_matter(sentence, held):
        return
    if len(levels) == 1 and len({amount.currency for amount in found}) == len(found):
        levels *= len(found)
    elif not _take_turns([level.start() for level in levels], [amount.start for amount in found]):
        return
    places = frozenset(map(_place, PLACE.findall(sentence)))
    for level, amount in zip(levels, found, strict=True):
        yield Stated(level=level[1].casefold(), amount=amount, places=places)


def _take_turns(levels: list[int], figures: list[int]) -> bool:
    """Whether each level has one figure, always after it or always before it."""
    order = [is_level for _, is_level in sorted([*((at, True) for at in levels), *((at, False) for at in figures)])]
    return order in ([True, False] * len(figures), [False, True] * len(figures))


def _is_other_matter(sentence: str, held: Held) -> bool:
    hedged = QUALIFIED.search(sentence) or OTHER_PERIOD.search(sentence) or MADE_UP.search(sentence)
    return bool(hedged) or _names_other_role(sentence, held) or _names_other_place(sentence, held)


def _names_other_role(text: str, held: Held) -> bool:
    own = held.role_words
    for before, noun in ROLE.findall(text):
        if noun.casefold() not in own or not (before.casefold() in own or BEFORE_ROLE.fullmatch(before.casefold())):
            return True
    return False


def _names_other_place(text: str, held: Held) -> bool:
    return any(_place(name) not in held.regions for name in PLACE.findall(text))


def _place(name: str) -> str:
    return HOME_NAMES.get(name.casefold(), name.casefold())


def _agrees(low: int, high: int, figure: SalaryFigure) -> bool:
    """A band must be the table’s own; a single figure may be anywhere in the table’s band."""
    if low != high:
        return (low, high) == (figure.low, figure.high)
    return figure.low <= low and (low <= figure.high or figure.open_ended)
