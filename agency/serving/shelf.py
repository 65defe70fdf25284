"""Where the page cache keeps its answers: so many bytes, and what was not asked for longest goes first."""

from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock

from agency.serving.kept_answer import KeptAnswer

# No single answer takes more than this part of a shelf.
SHARE = 8

type Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A kept answer, and how long it is right: under a content version, and until a moment of the day's clock."""

    answer: KeptAnswer
    version: str | None
    until: float


class Shelf:
    """Answers by their keys, in at most `size` bytes. `entries` is for reading: who uses one says so with `touch`."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.taken = 0
        self.entries: OrderedDict[Key, Entry] = OrderedDict()
        self._lock = Lock()

    def has_room_for(self, answer: KeptAnswer) -> bool:
        return answer.size <= self.size // SHARE

    def put(self, key: Key, entry: Entry) -> None:
        with self._lock:
            if before := self.entries.pop(key, None):
                self.taken -= before.answer.size
            self.entries[key] = entry
            self.taken += entry.answer.size
            while self.taken > self.size:
                _key, oldest = self.entries.popitem(last=False)
                self.taken -= oldest.answer.size

    def touch(self, key: Key) -> None:
        """It was asked for just now. Moving one entry is one step for Python, and needs no lock."""
        with suppress(KeyError):  # another thread has just dropped it
            self.entries.move_to_end(key)
