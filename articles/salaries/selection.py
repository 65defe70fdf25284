"""Which salary figures an address asks for: by role, level, region and currency."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.text import Truncator, capfirst

from articles.document import richtext
from articles.document.salary_bands import CURRENCIES
from articles.lib.urls import path_to
from articles.models import JobRole, SalaryFigure

LONGEST = 80  # what a figure has is shorter, what somebody typed may be anything
# What a figure is asked for by, in the order of the form.
READERS: dict[str, Callable[[SalaryFigure], str]] = {
    "role": attrgetter("job_role.slug"),
    "level": attrgetter("level"),
    "region": attrgetter("region"),
    "currency": attrgetter("currency"),
}


@dataclass(frozen=True, kw_only=True)
class Filter:
    """What is `chosen` of the `options`, each with its words; empty when every figure fits.

    Somebody may have typed what is chosen, so that it need not be one of the options.
    """

    name: str
    chosen: str
    options: dict[str, str]

    @property
    def option(self) -> str:
        """The option that is chosen; empty for none and for what somebody typed."""
        return self.chosen if self.chosen in self.options else ""

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The options with their words, as plain values."""
        return tuple(self.options.items())

    @property
    def words(self) -> str:
        return self.options.get(self.chosen, self.chosen)

    def fits(self, figure: SalaryFigure) -> bool:
        return not self.chosen or READERS[self.name](figure).casefold() == self.chosen.casefold()


class Selection:
    """The figures of `every` that `query` asks for, in the same order."""

    def __init__(self, query: QueryDict, every: Sequence[SalaryFigure]) -> None:
        self.filters = [_filter(name, query, every) for name in READERS]
        self.chosen = [one for one in self.filters if one.chosen]
        self.figures = [figure for figure in every if all(one.fits(figure) for one in self.chosen)]

    @property
    def role(self) -> JobRole | None:
        """The role, when the address asks for all figures of one that has any."""
        asks_for_role_alone = [one.name for one in self.chosen] == ["role"]
        return self.figures[0].job_role if asks_for_role_alone and self.figures else None

    @property
    def is_of_role(self) -> bool:
        """Whether the page is that of one role."""
        return self.role is not None

    @property
    def words(self) -> str:
        """What is chosen, each in quotation marks and of a length that a page can show."""
        return ", ".join(f"“{Truncator(one.words).chars(LONGEST)}”" for one in self.chosen)

    @property
    def query(self) -> str:
        """What is chosen, as the end of an address."""
        return f"?{urlencode({one.name: one.chosen for one in self.chosen})}" if self.chosen else ""

    @property
    def path(self) -> str:
        """The page to be known by: a role has one of its own, every other selection is a view of the whole."""
        return self.role.get_absolute_url() if self.role else path_to("articles:salaries")


def _filter(name: str, query: QueryDict, figures: Sequence[SalaryFigure]) -> Filter:
    options = _options(name, figures)
    asked = richtext.one_line(query.get(name, ""))
    chosen = next((option for option in options if option.casefold() == asked.casefold()), asked)
    return Filter(name=name, chosen=chosen, options=options)


def _options(name: str, figures: Sequence[SalaryFigure]) -> dict[str, str]:
    """What the figures have, by its words; two spellings that differ in capitals are one option."""
    by_value = {READERS[name](figure).casefold(): figure for figure in figures}
    options = {READERS[name](figure): _words(name, figure) for figure in by_value.values()}
    return dict(sorted(options.items(), key=lambda option: option[1].casefold()))


def _words(name: str, figure: SalaryFigure) -> str:
    match name:
        case "role":
            return capfirst(figure.job_role.name)
        case "currency":
            return f"{figure.currency} ({CURRENCIES.get(figure.currency, figure.currency)})"
    return READERS[name](figure)
