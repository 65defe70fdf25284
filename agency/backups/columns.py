"""A row of the database as a line of JSON that means the same on every database, and back."""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import connection, models

type Line = str
type Way = Callable[[Any], Any]
AS_THEY_ARE = {
    *("AutoField", "BigAutoField", "SmallAutoField", "IntegerField", "BigIntegerField", "SmallIntegerField"),
    *("PositiveIntegerField", "PositiveBigIntegerField", "PositiveSmallIntegerField", "FloatField"),
    *("CharField", "TextField", "SlugField", "FileField"),
}


def _moment(value: datetime) -> str:
    """SQLite holds UTC without saying so."""
    return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(UTC).isoformat()


def _canonical(text: str) -> str:
    """PostgreSQL keeps JSON in an order and with white space of its own."""
    return json.dumps(json.loads(text), sort_keys=True, ensure_ascii=False)


# From what a cursor reads to what JSON can say.
TOLD: dict[str, Way] = {
    "BooleanField": bool,
    "DateTimeField": _moment,
    "DateField": date.isoformat,
    "TimeField": time.isoformat,
    "JSONField": _canonical,
    "BinaryField": lambda value: b64encode(value).decode(),
    "UUIDField": lambda value: str(value if isinstance(value, UUID) else UUID(value)),
    "GenericIPAddressField": str,
    "DecimalField": str,
}
# And from there to what a cursor writes, where that is not what JSON says.
WRITTEN: dict[str, Way] = {
    "DateTimeField": lambda value: connection.ops.adapt_datetimefield_value(datetime.fromisoformat(value)),
    "DateField": lambda value: connection.ops.adapt_datefield_value(date.fromisoformat(value)),
    "TimeField": lambda value: connection.ops.adapt_timefield_value(time.fromisoformat(value)),
    "BinaryField": b64decode,
    "UUIDField": lambda value: value if connection.features.has_native_uuid_field else UUID(value).hex,
}


class UnknownKind(Exception):
    """A column of a kind that no backup was ever made of."""


@dataclass(frozen=True)
class Table:
    """The name of a table, and of each of its columns with its kind in Django's words."""

    name: str
    columns: tuple[tuple[str, str], ...]

    def line(self, row: tuple[Any, ...]) -> Line:
        """The row as one line of text, the same for the same content."""
        told = [
            value if value is None or tell is None else tell(value)
            for value, tell in zip(row, self.telling, strict=True)
        ]
        return json.dumps(told, ensure_ascii=False, separators=(",", ":"))

    def row(self, line: Line) -> list[Any]:
        """The values of a line, for a cursor to write."""
        return [
            value if value is None or write is None else write(value)
            for value, write in zip(json.loads(line), self.writing, strict=True)
        ]

    def has(self, kind: str) -> bool:
        """Whether a column is of this kind."""
        return any(one == kind for _, one in self.columns)

    @cached_property
    def telling(self) -> list[Way | None]:
        """How to tell each column."""
        return [TOLD.get(kind) for _, kind in self.columns]

    @cached_property
    def writing(self) -> list[Way | None]:
        """How to write each column."""
        return [WRITTEN.get(kind) for _, kind in self.columns]


def described(model: type[models.Model]) -> Table:
    """The table of a model, without what the database works out by itself. Raises `UnknownKind`."""
    fields = [field for field in model._meta.local_concrete_fields if not getattr(field, "generated", False)]
    table = Table(model._meta.db_table, tuple((str(field.column), _kind(field)) for field in fields))
    if unknown := {kind for _, kind in table.columns} - AS_THEY_ARE - TOLD.keys():
        raise UnknownKind(f"{table.name} has columns of a kind that backups do not know: {', '.join(sorted(unknown))}")
    return table


def _kind(field: Any) -> str:
    while field.is_relation:
        field = field.target_field
    return str(field.get_internal_type())
