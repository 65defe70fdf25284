"""Blocks of numbers, and of things set side by side."""

from dataclasses import dataclass

from articles.document import richtext
from articles.document.blocks.base import Block, Line
from articles.document.blocks.records import SalaryFigure


@dataclass(frozen=True, kw_only=True, slots=True)
class SalaryTable(Block):
    """The salary figures of one role, as they stood when the document was made."""

    kind = "salary_table"
    verbose_name = "salary table"
    needs = ("figures",)
    role: str
    role_name: str = ""
    figures: tuple[SalaryFigure, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class PullFigure(Block):
    """One number that stands out, what it says, and who found it; `address` leads to the source."""

    kind = "pull_figure"
    verbose_name = "pull figure"
    prose = ("number", "text", "source")
    points = ("text",)
    needs = ("number", "text")
    links = (("source", "address"),)
    number: str = ""
    text: str = ""
    source: str = ""
    address: str = ""

    @property
    def link(self) -> str:
        """The address, where it is one that readers can follow."""
        return richtext.safe_address(self.address)


@dataclass(frozen=True, kw_only=True, slots=True)
class ComparisonRow(Line):
    """One point of a comparison, and what each option has there; values left empty at the end are left out."""

    name: str = ""
    values: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", richtext.one_line(self.name))
        values = [richtext.one_line(cell) for cell in self.values]
        while values and not values[-1]:
            values.pop()
        object.__setattr__(self, "values", tuple(values))


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison(Block):
    """Two to four things side by side, point by point."""

    kind = "comparison"
    verbose_name = "comparison"
    prose = ("title", "options", "rows")
    points = ("title", "options")
    needs = ("options", "rows")
    title: str = ""
    options: tuple[str, ...] = ()
    rows: tuple[ComparisonRow, ...] = ()

    def paired(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """For each row its name, and each option with its cell."""
        width = range(max(len(self.options), *(len(row.values) for row in self.rows)))
        return [(row.name, [(_at(self.options, at), _at(row.values, at)) for at in width]) for row in self.rows]


def _at(texts: tuple[str, ...], position: int) -> str:
    return texts[position] if position < len(texts) else ""
