"""ZIPs within a folder or a ZIP, as Google Docs makes one of each document: read as folders of their name."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from articles.importing.posts import Unreadable
from articles.importing.sources.archives import Archive, Shelf, content

INNER = re.compile(r"(.*?\.zip)/(.+)", re.IGNORECASE)
LARGEST = 60 * 2**20  # bytes of an inner ZIP, which is held in memory


class Unpacked:
    """A shelf whose ZIPs are folders. Those in them stay packed; they and what cannot be opened are passed over."""

    def __init__(self, outer: Shelf) -> None:
        self.name, self._outer = outer.name, outer
        self._inner: tuple[str, Archive] | None = None
        self._passed_over = dict[str, None]()
        self._paths: list[str] | None = None

    def __iter__(self) -> Iterator[str]:
        """As they were when somebody first asked."""
        if self._paths is None:
            self._paths = list(self._found())
        yield from self._paths

    def _found(self) -> Iterator[str]:
        for path in self._outer:
            if not path.casefold().endswith(".zip"):
                yield path
            elif inner := self._opened(path):
                yield from (f"{path}/{name}" for name in inner)
                self._passed_over.update(dict.fromkeys(f"{path}/{name}" for name in inner.passed_over()))

    def passed_over(self) -> tuple[str, ...]:
        return (*self._outer.passed_over(), *self._passed_over)

    def __contains__(self, path: object) -> bool:
        found = INNER.fullmatch(str(path))
        archive = self._opened(found[1]) if found else None
        return path in self._outer if found is None else archive is not None and found[2] in archive

    def open(self, path: str) -> BinaryIO | None:
        found = INNER.fullmatch(path)
        if found is None:
            return self._outer.open(path)
        archive = self._opened(found[1])
        return archive.open(found[2]) if archive else None

    def _opened(self, path: str) -> Archive | None:
        """The ZIP in the shelf; the last one stays open, since its files are asked for one after the other."""
        if self._inner is None or self._inner[0] != path:
            try:
                self._inner = (path, Archive(BytesIO(content(self._outer, path, LARGEST)), path))
            except Unreadable:
                self._passed_over[path] = None
                return None
        return self._inner[1]
