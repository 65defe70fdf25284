"""Tables of which an export holds each row, on a line of JSON; whoever has such a table registers it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet

from articles.exporting.folder import Folder
from articles.exporting.rows import People, Told, columns_of, told
from articles.models import (
    Author,
    CheckRule,
    JobRole,
    LawChange,
    OldAddress,
    Picture,
    SalaryFigure,
    StyleTerm,
    SynonymGroup,
    Topic,
)

AT_A_TIME = 500


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """The rows of a model, in the file of this name.

    `key` are the columns by which a row is known anywhere; without, there is one row. Rows that documents or other rows
    name by their number keep it (`is_numbered`). A new site has rows in a table that it `begins` with. Rows with the values
    of `but` are left out; rows that are `fixed` are there on every site, and only what they say is kept.
    """

    name: str
    model: type[Model]
    key: tuple[str, ...]
    columns: tuple[str, ...]
    is_numbered: bool = False
    begins: bool = False
    is_fixed: bool = False
    but: tuple[tuple[str, Any], ...] = ()

    @property
    def path(self) -> str:
        """Where its rows are in an export."""
        return f"tables/{self.name}.jsonl"

    def rows(self) -> QuerySet[Any]:
        """Its rows, in the order of the export."""
        rows = self.model._default_manager.exclude(**dict(self.but)) if self.but else self.model._default_manager.all()
        return rows.order_by(*(("pk",) if self.is_numbered or not self.key else self.key))

    def told(self, people: People) -> Iterator[Told]:
        """Each row as data."""
        for row in self.rows().iterator(chunk_size=AT_A_TIME):
            yield told(row, self.columns, people)


def numbered(name: str, model: type[Model], *key: str) -> Table:
    """A table whose rows are named by their numbers."""
    return Table(name=name, model=model, key=key, columns=columns_of(model), is_numbered=True)


def kept(name: str, model: type[Model], *key: str, but: tuple[str, ...] = (), begins: bool = True) -> Table:
    """A table whose rows nothing names."""
    return Table(name=name, model=model, key=key, columns=columns_of(model, but=("id", *but)), begins=begins)


# In the order in which their rows name one another.
_tables: list[Table] = [
    numbered("pictures", Picture, "uploaded_at", "file"),
    numbered("topics", Topic, "slug"),
    numbered("authors", Author, "slug"),
    numbered("job-roles", JobRole, "slug"),
    numbered("salary-figures", SalaryFigure, "job_role", "level", "region", "currency"),
    kept("word-list", StyleTerm, "name"),
    kept("changes-of-the-law", LawChange, "subject"),
    kept("search-synonyms", SynonymGroup, "words"),
    Table(
        name="checks",
        model=CheckRule,
        key=("name",),
        columns=("name", "level"),
        but=(("level", ""),),
        begins=True,
        is_fixed=True,
    ),
    kept("old-addresses", OldAddress, "key", begins=False),
]


def register(*tables: Table) -> None:
    """From now on, exports hold these tables too."""
    _tables.extend(table for table in tables if table not in _tables)


def every() -> tuple[Table, ...]:
    """All tables of which exports hold the rows."""
    return tuple(_tables)


def write(folder: Folder) -> None:
    """The part of an export that holds them."""
    for table in every():
        folder.write_lines(table.path, _noted(table, folder))


def _noted(table: Table, folder: Folder) -> Iterator[Told]:
    """The rows; the originals that they show are copied later."""
    for row in table.told(folder.people):
        if table.model is Picture:
            folder.media.add(row["file"])
        yield row
