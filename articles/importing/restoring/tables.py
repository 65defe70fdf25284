"""Putting rows of tables back, all in one transaction."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Model

from articles.exporting import accounts, rows, tables
from articles.exporting.rows import People
from articles.exporting.tables import Table
from articles.importing.restoring.checking import is_empty, key_of, values_of
from articles.importing.restoring.outcome import Outcome
from articles.importing.sources.own_export.package import Package
from articles.models import content_version


@transaction.atomic
def restore(package: Package, outcome: Outcome) -> None:
    """Puts back all tables, and the accounts that the history names."""
    was_empty = is_empty()
    _restore_accounts(package, outcome)
    people = People.here()
    for table in tables.every():
        _restore(table, package, people, outcome, was_empty=was_empty)
    number_on(*(table.model for table in tables.every()))
    content_version.renew()


def insert(row: Model) -> None:
    """Stores a new row as it is, with the number and the moments that it has."""
    row.save_base(raw=True, force_insert=True)


def number_on(*models: type[Model]) -> None:
    """Lets the next row of each get a number after the highest."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(models)):
            cursor.execute(statement)


def _restore_accounts(package: Package, outcome: Outcome) -> None:
    """With them nobody can sign in: they have no password and no rights, and are not active."""
    users = get_user_model()
    for row in package.lines(accounts.PATH):
        if not users._default_manager.filter(username=row["username"]).exists():
            user = users(**row, is_staff=True, is_active=False)
            user.set_unusable_password()
            user.full_clean()
            user.save()
            outcome.restored["accounts"] += 1


def _restore(table: Table, package: Package, people: People, outcome: Outcome, *, was_empty: bool) -> None:
    here = {key_of(table, vars(row)): row for row in table.model._default_manager.all()}
    may_change = was_empty and table.begins
    for values in values_of(table, package, people):
        row = here.pop(key_of(table, values), None)
        if row is None and not table.is_fixed:
            insert(table.model(**values))
            outcome.restored[table.name] += 1
        elif row and _says(row, table, people) == _says(table.model(**values), table, people):
            outcome.known[table.name] += 1
        elif row and may_change:
            _change(row, values, table, outcome)
        else:
            outcome.differing.append(f"{table.name}: {row or table.model(**values)}")
    if may_change and not table.is_fixed:
        for row in here.values():
            outcome.changed.append(f"{table.name}: {row}, which the export does not have")
            row.delete()


def _says(row: Model, table: Table, people: People) -> rows.Told:
    return rows.told(row, table.columns, people)


def _change(row: Model, values: Mapping[str, Any], table: Table, outcome: Outcome) -> None:
    outcome.changed.append(f"{table.name}: {row}")
    for name, value in values.items():
        setattr(row, name, value)
    row.save_base(raw=True, force_update=True)
