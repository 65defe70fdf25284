"""A source of posts that a test writes down."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import BinaryIO

from articles.importing.posts import Listing, PictureNote, Post, Unreadable
from articles.importing.report import Deed, Line


@dataclass
class Shelf:
    """Posts, and files by their addresses; it breaks off after as many posts as `breaks_after` says."""

    all: list[Post]
    name: str = "old.example"
    hosts: frozenset[str] = frozenset({"old.example"})
    files: dict[str, bytes] = field(default_factory=dict)
    notes: dict[str, PictureNote] = field(default_factory=dict)
    lists: tuple[Listing, ...] = ()
    breaks_after: int | None = None
    opened: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.all)

    def posts(self) -> Iterator[Post]:
        for number, post in enumerate(self.all):
            if number == self.breaks_after:
                raise Unreadable("The file ends in the middle of a post.")
            yield post

    def leftovers(self) -> tuple[Line, ...]:
        return (Line(deed=Deed.LEFT_OUT, what="A menu", words="Home, News"),)

    def listings(self) -> tuple[Listing, ...]:
        return self.lists

    def note(self, address: str) -> PictureNote:
        return self.notes.get(address, PictureNote(address=address))

    def open(self, address: str) -> BinaryIO | None:
        self.opened.append(address)
        return BytesIO(self.files[address]) if address in self.files else None
