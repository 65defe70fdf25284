"""Salary tables: figures that say where they come from and when, and bands that fit together."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby, pairwise

from articles.document import SalaryFigure, SalaryTable
from articles.document.salary_bands import BASES, Row, band
from articles.gate.checks.evidence.misread_salaries import salary_misread
from articles.gate.checks.evidence.typed_salaries import salary_differs_from_table
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Place, Rule
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.pay import rank
from articles.gate.prose.words import cut
from articles.lib.days import in_words
from articles.salaries import rules

# A basis that is its own source: whose judgement it is, the page says by itself.
OWN_SOURCE = "judgement"
STALE_AFTER = timedelta(days=366)
EMPTY = Rule(
    check="salary-table-without-figures",
    level=Level.BLOCKS,
    why="Readers see nothing where the table should be.",
    advice="Give the role its salary figures, choose another role, or delete the block.",
)
UNFOUNDED = Rule(
    check="salary-without-source",
    level=Level.BLOCKS,
    why="Readers plan their lives by these figures, so each must say what it is based on.",
    advice="Give the figures of the role a basis and a source in the admin.",
)
FUTURE = Rule(
    check="salary-dated-in-the-future",
    level=Level.BLOCKS,
    why="Nobody can know today what people will be paid, so the date must be a mistake.",
    advice="Correct the “as of” date of the figures.",
)
STALE = Rule(
    check="salary-older-than-a-year",
    level=Level.WARNS,
    why="Pay moves within a year, and readers take the table for what is paid today.",
    advice="Update the figures, or confirm them and set their date to the day you did so.",
)
UNFIT = Rule(
    check="salary-bands-clash",
    level=Level.BLOCKS,
    why="A reader cannot tell which level they belong to, or what it pays.",
    advice="Correct the figures. Bands of one region and currency may touch but not overlap.",
)
FALLING = Rule(
    check="salary-falls-with-level",
    level=Level.WARNS,
    why="Readers expect a higher level to pay more, so two figures have probably changed places.",
    advice="Check both figures, and correct the one that is wrong.",
)


def salary_table_without_figures(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Reads all blocks of the document: a table without figures is not shown."""
    for position, block in enumerate(guide.document.blocks):
        if isinstance(block, SalaryTable) and not block.figures:
            named = f"The salary table for “{_role(block)}”" if _role(block) else "A salary table"
            yield EMPTY.found(Place(block=position, field="figures"), f"{named} has no figures.")


def salary_without_source(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for place, table in _tables(guide):
        for figure in table.figures:
            if lacking := _lacking(figure):
                yield UNFOUNDED.found(place, f"The figure {_words(figure)} has no {lacking}.", excerpt=_words(figure))


def salary_dated_in_the_future(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for place, table in _tables(guide):
        for day, figures in _by_day(table):
            if day > site.today:
                what = f"{_levels(figures)} of the salary table bear the date {in_words(day)}, which is still to come."
                yield FUTURE.found(place, what, excerpt=in_words(day))


def salary_older_than_a_year(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for place, table in _tables(guide):
        for day, figures in _by_day(table):
            if site.today - day > STALE_AFTER:
                what = f"{_levels(figures)} of the salary table are from {in_words(day)}, more than a year ago."
                yield STALE.found(place, what, excerpt=in_words(day))


def salary_bands_clash(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Applies the rules for stored figures to the figures as the guide has them."""
    for place, table in _tables(guide):
        for problem in rules.problems([_row(figure) for figure in table.figures]):
            yield UNFIT.found(place, f"In the salary table: {problem}", excerpt=cut(problem))


def salary_falls_with_level(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for place, table in _tables(guide):
        for market in _markets(table):
            for below, above in pairwise(sorted(market, key=_rank)):
                if _rank(below) < _rank(above) and above.high <= below.low:
                    what = f"The figure {_words(above)} lies below {_words(below)}."
                    yield FALLING.found(place, what, excerpt=_words(above))


def _tables(guide: DocumentText) -> Iterator[tuple[Place, SalaryTable]]:
    for position, block in guide.blocks:
        if isinstance(block, SalaryTable):
            yield Place(block=position, field="figures"), block


def _role(table: SalaryTable) -> str:
    return table.role_name or table.role


def _lacking(figure: SalaryFigure) -> str:
    """What a figure does not say of its origin; every figure has a date."""
    missing = [] if figure.basis in BASES else ["basis"]
    if not figure.source and figure.basis != OWN_SOURCE:
        missing.append("source")
    return " and no ".join(missing)


def _by_day(table: SalaryTable) -> Iterator[tuple[date, list[SalaryFigure]]]:
    for day, figures in groupby(sorted(table.figures, key=lambda figure: figure.as_of), lambda figure: figure.as_of):
        yield day, list(figures)


def _markets(table: SalaryTable) -> Iterator[list[SalaryFigure]]:
    """The figures with a known level, by region and currency."""
    markets: dict[tuple[str, str], list[SalaryFigure]] = {}
    for figure in table.figures:
        if _rank(figure):
            markets.setdefault((figure.region.casefold(), figure.currency), []).append(figure)
    yield from markets.values()


def _rank(figure: SalaryFigure) -> int:
    return rank(figure.level)


def _row(figure: SalaryFigure) -> Row:
    """The figure for the rules, which skip a figure without a basis: another check reports that."""
    names = ("level", "region", "currency", "low", "high", "open_ended", "source", "as_of")
    return Row(basis=OWN_SOURCE, **{name: getattr(figure, name) for name in names})


def _words(figure: SalaryFigure) -> str:
    return f"“{figure.level}, {figure.region}: {band(figure)}”"


def _levels(figures: Iterable[SalaryFigure]) -> str:
    levels = list(dict.fromkeys(figure.level for figure in figures))
    return f"The figures ({', '.join(levels)})"


CHECKS = (
    salary_table_without_figures,
    salary_without_source,
    salary_dated_in_the_future,
    salary_older_than_a_year,
    salary_bands_clash,
    salary_falls_with_level,
    salary_differs_from_table,
    salary_misread,
)
