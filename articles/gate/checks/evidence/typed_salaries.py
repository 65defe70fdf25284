"""Salaries typed in the text that are other than the guide’s own salary table has them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from articles.document import Insight, Quote, SalaryFigure, SalaryTable
from articles.document.salary_bands import band
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.amounts import Amount, amounts, sums
from articles.gate.prose.document_text import DocumentText, Kind, Passage, sentences
from articles.gate.prose.pay import LEVEL, MADE_UP, NOUNS
from articles.gate.prose.words import cut

OTHER_PERIOD = re.compile(
    r"\b(?:an?|per|each|by the) (?:hour|day|week|month)\b|\bday rates?\b|\b(?:hour|dai|week|month)ly\b", re.IGNORECASE
)
# Words with which a figure is no statement of a level’s whole band.
QUALIFIED = re.compile(
    r"\b(?:bonus\w*|up to|at least|at most|over|more than|less than|under|above|below|beyond|nearly|almost"
    r"|most|some|few|may|might|could|would|if|contract\w*|offer\w*|placed|used to|moved?|moving"
    r"|rose|rise[sn]?|rising|raised?|fell|was|were|had|extra|budget\w*|fees?|costs?|turnover|shares?|equity|total)\b",
    re.IGNORECASE,
)
OTHER_MATTER = (QUALIFIED, OTHER_PERIOD, MADE_UP)
PLACE = re.compile(r"\b(?:[Ii]n|around|outside|across) (?:the )?([A-Z]\w*(?: [A-Z]\w+)*)")
HOME_NAMES = {"united kingdom": "uk", "britain": "uk", "united states": "us", "usa": "us", "america": "us"}
ROLE = re.compile(rf"\b(?:([a-z]+)[ -])?({NOUNS})s?\b", re.IGNORECASE)
BEFORE_ROLE = re.compile(
    r"(?:a|an|the|for|of|as|most|many|these|those|all|level|experienced|junior|graduate|senior|lead)?"
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
        self._mistaken = cache(self._find_mistaken)

    def against(self, stated: Stated) -> str:
        """The bands of the level in these places, unless one of them agrees or there are none."""
        amount = stated.amount
        return self._against(stated.level, amount.currency, stated.places, amount.low, amount.high)

    def misprinted(self, level: str, amount: Amount) -> str:
        """The level’s band of the same figures with a nought or two more; nothing where one agrees."""
        return self._mistaken(level, amount.currency, amount.low, amount.high)

    def _compare(self, level: str, currency: str, places: frozenset[str], low: float, high: float) -> str:
        figures, bands = self._about(level, currency, places)
        return "" if any(_agrees(low, high, figure) for figure in figures) else bands

    def _find_mistaken(self, level: str, currency: str, low: float, high: float) -> str:
        is_level = re.compile(rf"\b{level}", re.IGNORECASE)
        figures = [figure for figure in self._figures if is_level.search(figure.level)]
        if low == high or any(figure.currency == currency and _agrees(low, high, figure) for figure in figures):
            return ""
        meant = [figure for figure in figures if _is_mistaken_for(figure, low, high)]
        return "; ".join(f"{figure.level}, {figure.region}: {band(figure)}" for figure in meant)

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


def own_sentences(guide: DocumentText) -> Iterator[tuple[Passage, str]]:
    """The sentences of the guide's own prose, each with its passage."""
    for passage in guide.passages:
        if _is_own_prose(guide, passage):
            yield from ((passage, sentence) for sentence in passage.sentences)


def _is_own_prose(guide: DocumentText, passage: Passage) -> bool:
    """An insight or a quotation may well know another figure, and says whose it is."""
    if passage.kind not in (Kind.PARAGRAPH, Kind.ITEM):
        return False
    return passage.place.block is None or not isinstance(guide.document.blocks[passage.place.block], (Insight, Quote))


def _differences(passage: Passage, held: Held) -> Iterator[Finding]:
    if not LEVEL.search(passage.text):
        return
    for sentence in sentences(passage.text):
        for level, amount, bands in _other_than_held(sentence, held):
            said = sentence[amount.start : amount.end].strip()
            what = f"The text says “{said}” for {level}, and the salary table says “{bands}”."
            yield DIFFERS.found(passage.place, what, excerpt=cut(sentence))


def _other_than_held(sentence: str, held: Held) -> Iterator[tuple[str, Amount, str]]:
    """Each level with its figure and what the table has instead."""
    levels = LEVEL.findall(sentence)
    if not levels or any(matter.search(sentence) for matter in OTHER_MATTER) or _names_other_role(sentence, held):
        return
    if len(levels) == 1:
        for amount in sums(sentence):
            if bands := held.misprinted(levels[0].casefold(), amount):
                yield levels[0].casefold(), amount, bands
                return
    if not _names_other_place(sentence, held):
        for stated in _stated(sentence):
            if bands := held.against(stated):
                yield stated.level, stated.amount, bands


def _stated(sentence: str) -> Iterator[Stated]:
    """Each level with its figure: one level in several currencies, or levels and figures in turn."""
    found, levels = list(amounts(sentence)), list(LEVEL.finditer(sentence))
    if not found:
        return
    if len(levels) == 1 and len({amount.currency for amount in found}) == len(found):
        levels *= len(found)
    elif not _take_turns([level.start() for level in levels], [amount.start for amount in found]):
        return
    places = places_in(sentence)
    for level, amount in zip(levels, found, strict=True):
        yield Stated(level=level[1].casefold(), amount=amount, places=places)


def _take_turns(levels: list[int], figures: list[int]) -> bool:
    """Whether each level has one figure, always after it or always before it."""
    order = [is_level for _, is_level in sorted([*((at, True) for at in levels), *((at, False) for at in figures)])]
    return order in ([True, False] * len(figures), [False, True] * len(figures))


def _names_other_role(text: str, held: Held) -> bool:
    own = held.role_words
    for before, noun in ROLE.findall(text):
        if noun.casefold() not in own or not (before.casefold() in own or BEFORE_ROLE.fullmatch(before.casefold())):
            return True
    return False


def _names_other_place(text: str, held: Held) -> bool:
    return any(place not in held.regions for place in places_in(text))


def places_in(text: str) -> frozenset[str]:
    """The places that a text names with “in” and the like."""
    return frozenset(map(place_of, PLACE.findall(text)))


def place_of(name: str) -> str:
    """The name by which tables call a place."""
    return HOME_NAMES.get(name.casefold(), name.casefold())


def _agrees(low: float, high: float, figure: SalaryFigure) -> bool:
    """A band must be the table’s own; a single figure may be anywhere in the table’s band."""
    if low != high:
        return (low, high) == (figure.low, figure.high)
    return figure.low <= low and (low <= figure.high or figure.open_ended)


def _is_mistaken_for(figure: SalaryFigure, low: float, high: float) -> bool:
    """Whether the figure is this band with a nought or two left out."""
    return any((low * times, high * times) == (figure.low, figure.high) for times in (10, 100))
