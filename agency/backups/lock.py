"""One backup or restore at a time: on this machine by a file, on all machines of one PostgreSQL by its own lock."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connection

NUMBER = 0x6261636B7570  # of the lock in PostgreSQL: any that nobody else uses


class Busy(Exception):
    """Another backup or restore is under way."""


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Raises `Busy`. A process that dies lets go."""
    with (settings.DATA_DIR / "backup.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Busy("Another backup or restore is under way.") from error
        with _in_the_database():
            yield


@contextmanager
def _in_the_database() -> Iterator[None]:
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [NUMBER])
        if not cursor.fetchone()[0]:
            raise Busy("Another backup or restore is under way on this database.")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [NUMBER])
