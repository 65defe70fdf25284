"""The content version: what changes whenever anything changes that visitors see.

Answers that are kept are right as long as the version is the one under which they were made.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any
from uuid import uuid4

from django.db import connection, models, transaction
from django.db.models import Subquery


class ContentVersion(models.Model):
    """One row for each transaction that ever renewed the version at the same time as others; all rows are the version.

    One for all would make every publication wait until the one before has committed, and two that write the same guides
    in another order would wait for each other. Values are random and no numbers: after a backup was restored, a number
    would come back with other content.
    """

    value = models.UUIDField(default=uuid4)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.value)


def current(on: Any = connection) -> str:
    """The version that is committed, as the database connection sees it; empty while nothing was ever changed."""
    with on.cursor() as cursor:
        cursor.execute(_query())
        return " ".join(str(value) for (value,) in cursor.fetchall())


@cache
def _query() -> str:
    """Kept, since every page asks it, and Django takes four times as long to write it as a database to answer it."""
    return str(ContentVersion.objects.order_by("pk").values("value").query)


@transaction.atomic
def renew() -> None:
    """Call it in the transaction of a change that visitors see: its readers wait for the same commit."""
    free = ContentVersion.objects.select_for_update(skip_locked=True).order_by("pk").values("pk")[:1]
    if not ContentVersion.objects.filter(pk=Subquery(free)).update(value=uuid4()):
        ContentVersion.objects.create()


def renew_after_migrate(**_signal: Any) -> None:
    """For `post_migrate`; a migration backwards may have dropped the table."""
    if ContentVersion._meta.db_table in connection.introspection.table_names():
        renew()


class ShownQuerySet[M: models.Model](models.QuerySet[M]):
    """Writes of many rows at a time that visitors see."""

    @transaction.atomic
    def update(self, **values: Any) -> int:
        changed = super().update(**values)
        renew()
        return changed

    @transaction.atomic
    def bulk_create(self, objs: Iterable[M], *args: Any, **kwargs: Any) -> list[M]:
        made = super().bulk_create(objs, *args, **kwargs)
        renew()
        return made

    @transaction.atomic
    def delete(self) -> tuple[int, dict[str, int]]:
        deleted = super().delete()
        renew()
        return deleted


class Shown(models.Model):
    """A row that visitors see something of: whoever writes it renews the content version in the same transaction."""

    objects = ShownQuerySet.as_manager()

    class Meta:
        abstract = True

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        renew()

    @transaction.atomic
    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        deleted = super().delete(*args, **kwargs)
        renew()
        return deleted
