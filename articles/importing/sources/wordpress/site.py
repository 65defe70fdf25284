"""A WordPress site to move in from: its export, read once for what must be known, and again for its posts."""

from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from articles.importing.posts import Listing, PictureNote, Post
from articles.importing.report import Line
from articles.importing.sources.wordpress import left_over
from articles.importing.sources.wordpress.cleaning import Cleaned
from articles.importing.sources.wordpress.exports import Exports
from articles.importing.sources.wordpress.filling import fill
from articles.importing.sources.wordpress.index import POSTS, THROWN_AWAY, Index
from articles.importing.sources.wordpress.items import Break, Fact, Item, read
from articles.importing.sources.wordpress.listings import listings
from articles.importing.sources.wordpress.media import Media
from articles.importing.sources.wordpress.posting import key, post


class WordPress:
    """The posts and pages of an export. `Source` says what each of these does."""

    def __init__(self, exports: Exports, media: Media) -> None:
        self._exports, self._media = exports, media
        self._broken: list[Break] = []
        self._mended: Counter[str] = Counter()
        self._index = Index()
        fill(self._index, self._parts(self._broken, self._mended))
        self.name = f"WordPress: {self._index.title or self._index.host or exports.name}"
        self.hosts = frozenset(self._index.hosts)

    def __len__(self) -> int:
        return self._index.posts

    def posts(self) -> Iterator[Post]:
        seen: set[str] = set()
        for part in self._parts():
            if isinstance(part, Item) and is_post(part) and (name := key(part, self._index)) not in seen:
                seen.add(name)
                yield post(part, self._index)

    def note(self, address: str) -> PictureNote:
        found = self._index.picture(address)
        return found.note if found else PictureNote(address=address)

    def open(self, address: str) -> BinaryIO | None:
        return self._media.open(address)

    def listings(self) -> tuple[Listing, ...]:
        return tuple(listings(self._index))

    def leftovers(self) -> tuple[Line, ...]:
        """What the export holds beside posts, and what is broken in it."""
        return tuple(left_over.leftovers(self._index, self._broken, self._mended))

    def _parts(self, broken: list[Break] | None = None, mended: Counter[str] | None = None) -> Iterator[Item | Fact]:
        for stream in self._exports:
            with stream:
                cleaned = Cleaned(stream)
                yield from read(cleaned, broken)
            if mended is not None:
                mended.update(cleaned.mended)


def is_post(item: Item) -> bool:
    return (item.get("post_type") or "post") in POSTS and (item.get("status") or "publish") not in THROWN_AWAY
