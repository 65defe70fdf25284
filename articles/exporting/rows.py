"""Rows of tables as JSON data, and back. An account is named by its user name, any other row by its number."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from typing import Any, Self

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db.models import FileField, ForeignKey, Model

from articles.exporting.manifest import MEDIA

type Told = dict[str, Any]


class Unfit(ValueError):
    """The data is no row of this table; the sentence says why."""


class People:
    """Accounts by their numbers, and back; `met` are those that rows name."""

    def __init__(self, names: Mapping[int, str]) -> None:
        self.names, self.met = names, set[str]()
        self.numbers = {name: pk for pk, name in names.items()}

    @classmethod
    def here(cls) -> Self:
        """Those of this site."""
        return cls(dict(get_user_model()._default_manager.values_list("pk", "username")))

    def name(self, number: int | None) -> str | None:
        """The user name; the export holds it from then on."""
        if number is None:
            return None
        self.met.add(self.names[number])
        return self.names[number]


def columns_of(model: type[Model], *, but: Iterable[str] = ()) -> tuple[str, ...]:
    """The names of all columns, but some."""
    left_out = set(but)
    return tuple(field.name for field in model._meta.concrete_fields if field.name not in left_out)


def told(row: Model, columns: Iterable[str], people: People) -> Told:
    """These columns of a row."""
    return {name: _told(row, row._meta.get_field(name), people) for name in columns}


def values(model: type[Model], columns: Iterable[str], row: Any, people: People) -> dict[str, Any]:
    """What was told, by the attributes of the model. Raises `Unfit`."""
    wanted = tuple(columns)
    if not isinstance(row, dict) or row.keys() != set(wanted):
        raise Unfit(f"It does not have the columns of a {model._meta.verbose_name}.")
    fields = [model._meta.get_field(name) for name in wanted]
    return {field.attname: _value(field, row[field.name], people) for field in fields}  # type: ignore[union-attr]


def _told(row: Model, field: Any, people: People) -> Any:
    value = getattr(row, field.attname)
    if _names_account(field):
        return people.name(value)
    if isinstance(field, FileField):
        return str(value.name or "")
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date | time) else value


def _names_account(field: Any) -> bool:
    return isinstance(field, ForeignKey) and field.related_model is get_user_model()


def _value(field: Any, value: Any, people: People) -> Any:
    try:
        if value is None and not field.null:
            raise ValidationError("it cannot be empty")
        if value is None:
            return None
        return _account(value, people) if _names_account(field) else _read(field, value)
    except (ValidationError, TypeError, ValueError, OverflowError) as error:
        reason = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
        raise Unfit(f"Its {field.verbose_name} cannot be “{str(value)[:60]}”: {reason}") from error


def _account(name: Any, people: People) -> int:
    if name not in people.numbers:
        raise ValidationError("no such account is in the export")
    return people.numbers[name]


def _read(field: Any, value: Any) -> Any:
    if isinstance(field, ForeignKey) or field.primary_key:
        return _number(value)
    if isinstance(field, FileField):
        return _name(value)
    read = field.to_python(value)
    if read not in field.empty_values:  # what may be empty is the form's concern
        field.validate(read, None)
        field.run_validators(read)
    return read


def _number(value: Any) -> int:
    if type(value) is not int or value < 1:
        raise ValidationError("a number is asked for")
    return value


def _name(value: Any) -> str:
    if not isinstance(value, str) or not MEDIA.fullmatch(value):
        raise ValidationError("no original has such a name")
    return value
