"""What the databases do differently and no query can say."""

import logging

from django.db import connection

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


def drop_dead_connections() -> None:
    """On PostgreSQL, empties the pool of connections that a restart of the database has broken; elsewhere it does nothing.

    The pool finds them by itself, but waits a second, two and four after the first ones before it tries another.
    """
    if pool := getattr(connection, "pool", None):
        pool.check()
