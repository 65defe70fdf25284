"""What the databases do differently and no query can say."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils import timezone

# How long one query may take for a page that many readers get: whoever waits longer learns that it cannot be shown now.
# What takes so long is a lock, such as that of a migration.
LONGEST_QUERY = 1_500  # milliseconds

log = logging.getLogger(__name__)


def empty_write_ahead_log() -> None:
    """On SQLite, leaves no copy of what was deleted in the log beside the database; elsewhere it does nothing.

    Call it outside a transaction. It waits for those who read at this moment as long as any statement waits for a lock;
    should they take longer, the next call empties it.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            is_busy, *_pages = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if is_busy:
            log.warning("the write-ahead log could not be emptied: the database is in use")


def now() -> datetime:
    """The moment by the database's clock, by which everything that falls due is told; SQLite's is this machine's."""
    if connection.vendor == "sqlite":
        return timezone.now()
    with connection.cursor() as cursor:
        moment: datetime = cursor.execute("SELECT now()").fetchone()[0]
    return moment


def own_connection(seconds: int) -> BaseDatabaseWrapper:
    """A connection beside those of the threads, for whoever holds it, and for one thread at a time; not open yet.

    A PostgreSQL that says nothing, neither yes nor no, is given up after so many seconds.
    """
    own: BaseDatabaseWrapper = connection.copy()
    own.inc_thread_sharing()
    if own.vendor == "postgresql":
        own.settings_dict["OPTIONS"] |= {"connect_timeout": seconds, "tcp_user_timeout": seconds * 1000}
    return own


@contextmanager
def one_snapshot() -> Iterator[None]:
    """All queries inside see the database as it was at the first of them, so that no page shows half of a change.

    On PostgreSQL, where each of them also raises `OperationalError` once it takes longer than `LONGEST_QUERY`. SQLite has no transaction that only reads as the site sets it up (`transaction_mode`): there a page may
    show both sides of a change that is committed between two of its queries, until the cache looks again. Inside a
    transaction nothing changes.
    """
    if connection.vendor != "postgresql" or connection.in_atomic_block:
        yield
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(
                f"SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; SET LOCAL statement_timeout = {LONGEST_QUERY}"
            )
        yield
