"""Reading and writing whole tables, as fast as each database can and in bounded memory."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from itertools import batched

from django.apps import apps
from django.db import connection, transaction

from agency.backups.columns import Line, Table, described

# Who is signed in now is nobody's loss, and a session that was ended must not come back.
LEFT_OUT = ("sessions.Session",)
ROWS, LARGE_ROWS = 500, 4  # at a time; a row with a file has up to 5 MB
DIGEST_BITS = 256


class Digest:
    """How many rows a table has, and a sum over them that does not depend on their order."""

    def __init__(self) -> None:
        self.rows = self.sum = 0

    def add(self, line: Line) -> None:
        """Counts a row in."""
        self.rows += 1
        self.sum += int.from_bytes(sha256(line.encode()).digest())

    def told(self) -> dict[str, int | str]:
        """For the manifest."""
        return {"rows": self.rows, "digest": f"{self.sum % 2**DIGEST_BITS:064x}"}


def every() -> list[Table]:
    """All tables of all apps, but `LEFT_OUT`."""
    models = apps.get_models(include_auto_created=True)
    ours = [model for model in models if model._meta.managed and not model._meta.proxy]
    return [described(model) for model in ours if model._meta.label not in LEFT_OUT]


@contextmanager
def snapshot() -> Iterator[None]:
    """All that is read inside is of one moment, and nobody waits for it to end."""
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
        return
    # A transaction of Django's would take the lock for writing (`transaction_mode`).
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def read(table: Table) -> Iterator[Line]:
    """Each row of the table, in no order. Call it in a transaction."""
    size = LARGE_ROWS if table.has("BinaryField") else ROWS
    with connection.chunked_cursor() as cursor:
        cursor.execute(f"SELECT {_columns(table)} FROM {_quoted(table.name)}")  # noqa: S608 (names of our own)
        while rows := cursor.fetchmany(size):
            yield from map(table.line, rows)


def clear(tables: Iterable[Table]) -> None:
    """Takes all rows out. Call it in a transaction, at whose end the database looks whether references hold."""
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"DELETE FROM {_quoted(table.name)}")  # noqa: S608 (names of our own)


def write(table: Table, lines: Iterable[Line]) -> None:
    """Puts rows in, as they were read. Call it in a transaction."""
    into = f"{_quoted(table.name)} ({_columns(table)})"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {into} FROM STDIN") as copy:
                for line in lines:
                    copy.write_row(table.row(line))
            return
        places = ", ".join(["%s"] * len(table.columns))
        for some in batched(lines, ROWS):
            cursor.executemany(f"INSERT INTO {into} VALUES ({places})", [table.row(line) for line in some])  # noqa: S608 (as above)


def number_on(table: Table) -> None:
    """Lets the next row get the number after the highest. SQLite does so by itself."""
    if connection.vendor != "postgresql":
        return
    for column, kind in table.columns:
        if kind.endswith("AutoField"):
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT setval(sequence, (SELECT coalesce(max(" + connection.ops.quote_name(column) + "), 0) + 1"  # noqa: S608
                    f" FROM {_quoted(table.name)}), false)"
                    " FROM pg_get_serial_sequence(%s, %s) AS sequence WHERE sequence IS NOT NULL",
                    [_quoted(table.name), column],
                )


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def _columns(table: Table) -> str:
    return ", ".join(_quoted(column) for column, _ in table.columns)
