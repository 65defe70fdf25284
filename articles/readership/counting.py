"""Counting what happens, in memory; a thread writes it down every few seconds, so that no reader waits for a database.

What happens costs one step, without a lock. What cannot be written stays until it can, as far as there is room.
"""

import logging
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import lru_cache

from django.db import Error, connection
from django.utils import timezone

from articles.lib.days import tomorrow
from articles.models.readership import What
from articles.readership import writing
from articles.readership.asking import plain
from articles.readership.writing import Happening

WRITE_EVERY = timedelta(seconds=10)
MOST_AT_ONCE = 200_000  # that happen between two times of writing
MOST_KEPT = 50_000  # different ones, while the database is away: far more than there are guides

log = logging.getLogger(__name__)
_happened: deque[Happening] = deque(maxlen=MOST_AT_ONCE)
_unwritten: Counter[tuple[date, Happening]] = Counter()
_starting = threading.Lock()
_writer: threading.Thread | None = None
_is_serving = False
_others: list[Callable[[date], int]] = []


def viewed(guide: int) -> None:
    """Somebody opened the page of the guide with this number."""
    _note(_view(guide))


def started(guide: int, role: str) -> None:
    """Somebody opened the enquiry form from the guide, and said what they are, or not yet."""
    _note(Happening(What.STARTED, guide, role))


def searched(text: str, guides: Iterable[int], *, is_first_page: bool, is_missed: bool) -> None:
    """Somebody searched, and was shown these guides; `is_missed` when there was nothing that has all the words."""
    words = plain(text)
    if is_first_page:
        _note(Happening(What.SEARCHED))
    if is_missed:
        _note(Happening(What.MISSED, words=words))
    for guide in guides:
        _note(Happening(What.FOUND, guide, words=words))


def serve() -> None:
    """From now on this process writes down what happens in it: with the first of it, and for the last time when it ends."""
    global _is_serving
    _is_serving = True


def also_write(write: Callable[[date], int]) -> None:
    """From now on the thread calls `write`, too: for others who count in memory. It gets the day, and may raise `Error`."""
    if write not in _others:
        _others.append(write)


def wake() -> None:
    """Something waits to be written; the thread may have to be started for it."""
    if _is_serving and _writer is None:
        _begin()


def write_down(day: date | None = None) -> int:
    """Writes what has happened since the last time, on this day or today, and returns how much; what fails is kept."""
    day = day or timezone.localdate()
    while _happened:
        keep(_unwritten, (day, _happened.popleft()))
    return writing.add_all(_unwritten)


def keep(kept: Counter[tuple[date, Happening]], one: tuple[date, Happening], times: int = 1) -> None:
    """Adds it to what is kept, unless that is full of others."""
    if one in kept or len(kept) < MOST_KEPT:
        kept[one] += times


@lru_cache(4096)
def _view(guide: int) -> Happening:
    """Made once, since it happens most often by far."""
    return Happening(What.VIEWED, guide)


def _note(happening: Happening) -> None:
    _happened.append(happening)
    wake()


def _begin() -> None:
    """Only now, since a server may copy a process before it serves, and threads are not copied along."""
    global _writer
    with _starting:
        if _writer is None:
            # Not a daemon, as it would be by itself when a thread of the server begins it: the last writing is waited for.
            _writer = threading.Thread(target=_write_on, name="readership", daemon=False)
            _writer.start()


def _write_on() -> None:
    """Until the process ends, which waits for the last writing; what happens before midnight is of the day before."""
    main, is_away = threading.main_thread(), False
    while main.is_alive():
        day = timezone.localdate()
        main.join(min(WRITE_EVERY, tomorrow() - timezone.now()).total_seconds())
        try:
            for write in (write_down, *_others):
                write(day)
            is_away = False
        except Error as error:
            if not is_away:
                log.warning("what readers do cannot be written down: %s; trying again", type(error).__name__)
            is_away = True
        finally:
            connection.close()
