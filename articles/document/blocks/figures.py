"""Blocks of numbers."""

from dataclasses import dataclass

from articles.document.blocks.base import Block
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
