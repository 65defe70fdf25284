"""Pages that are read at one moment."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def one_snapshot() -> Iterator[None]:
    """All queries inside see the database as it was at the first of them, so that no page shows half of a change.

    On PostgreSQL. SQLite has no transaction that only reads as the site sets it up (`transaction_mode`): there a page may
    show both sides of a change that is committed between two of its queries, until the cache looks again. Inside a
    transaction nothing changes.
    """
    if connection.vendor != "postgresql" or connection.in_atomic_block:
        yield
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield
