"""Salary figures as rows of a CSV file, which the page for pasting them reads back."""

from django.utils.text import capfirst

from articles.document.salary_bands import basis_in_words
from articles.models import SalaryFigure

HEADER = ("Role", "Level", "Region", "Currency", "Low", "High", "Or more", "Basis", "As of", "Source")


def cells(figure: SalaryFigure) -> tuple[object, ...]:
    """The cells of a row; the figure comes with its role."""
    return (
        capfirst(figure.job_role.name),
        figure.level,
        figure.region,
        figure.currency,
        figure.low,
        figure.high,
        "yes" if figure.open_ended else "no",
        basis_in_words(figure.basis),
        figure.as_of.isoformat(),
        figure.source,
    )
