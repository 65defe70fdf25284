"""Storing salary figures: all rows of a change pass the rules together, or none is stored."""

from collections.abc import Sequence

from django.db import transaction

from articles.document.salary_bands import Row
from articles.drafts import saving
from articles.drafts.where_used import guides_showing
from articles.models import JobRole, SalaryFigure
from articles.models.salary import FIGURE_FIELDS
from articles.salaries.rules import problems


class RefusedFigures(Exception):
    """The rows break a rule; `reasons` are sentences that say which row."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


@transaction.atomic
def store(role: JobRole, rows: Sequence[Row]) -> tuple[int, int]:
    """Adds the rows, or updates the figure of the same level, region and currency; returns how many of each.

    Raises `RefusedFigures` when the rows, or they and the figures that stay, break a rule.
    """
    replaced = {key(row) for row in rows}
    existing = list(role.figures.select_for_update())
    staying = [figure.row() for figure in existing if key(figure) not in replaced]
    if reasons := problems(rows, staying):
        raise RefusedFigures(reasons)
    ids = {key(figure): figure.pk for figure in existing}
    for row in rows:
        fields = {name: getattr(row, name) for name in FIGURE_FIELDS}
        SalaryFigure(pk=ids.get(key(row)), job_role=role, **fields).save()
    saving.note_changes(guides_showing(role))
    updated = len(replaced & ids.keys())
    return len(rows) - updated, updated


def key(figure: Row | SalaryFigure) -> tuple[str, str, str]:
    """What there is one figure of in each role."""
    return figure.level.casefold(), figure.region.casefold(), figure.currency
