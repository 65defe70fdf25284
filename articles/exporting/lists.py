"""What spreadsheets open, and what pages of the admin take: salary figures and old addresses as CSV."""

from collections.abc import Iterable, Sequence
from typing import Any

from articles.exporting.folder import Folder
from articles.lib import csv_export
from articles.models import OldAddress, SalaryFigure
from articles.moved import csv_rows as of_addresses
from articles.salaries import csv_rows as of_salaries


def write(folder: Folder) -> None:
    """The part of an export that holds them."""
    figures = SalaryFigure.objects.select_related("job_role").order_by("job_role__name", "pk")
    _write(folder, "salaries", of_salaries.HEADER, map(of_salaries.cells, figures))
    addresses = OldAddress.objects.order_by("address")
    _write(folder, "old-addresses", of_addresses.HEADER, of_addresses.written(addresses))


def _write(folder: Folder, name: str, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    folder.write(f"{name}.csv", (line.encode() for line in csv_export.lines(header, rows)))
