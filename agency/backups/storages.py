"""Where backups are, by the moment that their names tell, and which of them to keep."""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.core.files.storage import Storage, storages

NAME = "website-%Y%m%dT%H%M%SZ.tar.gz.age"
IS_NAME = re.compile(r"website-\d{8}T\d{6}Z\.tar\.gz\.age")
# What two backups have in common when one of them is enough.
DAY: Callable[[datetime], Any] = datetime.date
WEEK: Callable[[datetime], Any] = lambda moment: moment.isocalendar()[:2]  # noqa: E731
MONTH: Callable[[datetime], Any] = lambda moment: (moment.year, moment.month)  # noqa: E731


def storage() -> Storage:
    """The folder or bucket of `BACKUP_STORAGE_URL`."""
    return storages["backups"]


def named(moment: datetime) -> str:
    """The name of the backup of this moment."""
    return moment.astimezone(UTC).strftime(NAME)


def moment_of(name: str) -> datetime:
    """The moment that a name tells."""
    return datetime.strptime(name, NAME).replace(tzinfo=UTC)


def every() -> list[str]:
    """The names of all backups, the newest first. Other files are none of our business."""
    try:
        _folders, files = storage().listdir("")
    except FileNotFoundError:  # a folder is made with the first
        return []
    return sorted(filter(IS_NAME.fullmatch, files), reverse=True)


def rotate() -> list[str]:
    """Deletes those that `BACKUP_KEEP` does not keep; returns their names."""
    gone = sorted(set(every()) - kept(every(), settings.BACKUP_KEEP))
    for name in gone:
        storage().delete(name)
    return gone


def kept(names: Iterable[str], numbers: tuple[int, int, int]) -> set[str]:
    """The newest of each of the last so many days, weeks and months that have one; the newest of all in any case."""
    newest_first = sorted(names, reverse=True)
    keep = set(newest_first[:1])
    for period, number in zip((DAY, WEEK, MONTH), numbers, strict=True):
        newest: dict[Any, str] = {}
        for name in newest_first:
            newest.setdefault(period(moment_of(name)), name)
        keep.update(list(newest.values())[:number])
    return keep
