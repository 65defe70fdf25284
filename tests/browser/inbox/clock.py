"""A clock that a test sets: for Python and for SQLite, which `Now()` asks."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import time_machine
from django.db import connections
from django.db.backends.signals import connection_created
from time_machine import Traveller


@contextmanager
def set_to(moment: datetime) -> Iterator[Traveller]:
    """It stands still at this moment, in every thread, until the test moves it."""
    with time_machine.travel(moment, tick=False) as clock:
        connection_created.connect(_give_clock)
        for connection in connections.all(initialized_only=True):
            connection.ensure_connection()
            _give_clock(connection)
        yield clock
        connection_created.disconnect(_give_clock)
    connections.close_all()


def _give_clock(connection: Any, **_signal: Any) -> None:
    """Django's `Now()` is STRFTIME with a format and 'NOW'."""
    connection.connection.create_function("strftime", 2, _now)


def _now(form: str, moment: str) -> str:
    assert (form, moment) == ("%Y-%m-%d %H:%M:%f", "NOW")
    return f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S.%f}"[:-3]
