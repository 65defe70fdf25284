"""The files of an export, each as its list says that it was written."""

import json
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any, BinaryIO

from articles.exporting import manifest
from articles.exporting.guides import DATA, GUIDES
from articles.exporting.manifest import NAME, NoManifest
from articles.importing.posts import Unreadable
from articles.importing.sources import archives
from articles.importing.sources.archives import DAMAGED, Shelf

PIECE = 2**20
# In the folder that was packed, or in a folder of its own.
A_GUIDE = re.compile(rf"([^/]+/)?{GUIDES}/\d+-[^/]+/{re.escape(DATA)}")
NOT_WHOLE = "Make the export again, or copy it again, and take that one."


class Package:
    """An export that is whole. Raises `Unreadable` for any other, saying what is wrong with it."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf, self._root = shelf, root_of(shelf) or ""
        if f"{self._root}{NAME}" not in shelf:
            raise Unreadable(f"This export has no {NAME}, which is written last: it was broken off. {NOT_WHOLE}")
        try:
            self.manifest = manifest.read(archives.content(shelf, f"{self._root}{NAME}"))
        except NoManifest as reason:
            raise Unreadable(f"{reason} {NOT_WHOLE}") from reason
        self._refuse_others()
        for path in self.manifest.files:
            self._check(path)

    def open(self, path: str) -> BinaryIO:
        """A file on the list. Raises `Unreadable` where there is none."""
        opened = self._shelf.open(f"{self._root}{path}") if path in self.manifest.files else None
        if opened is None:
            raise Unreadable(f"{path} is missing from this export. {NOT_WHOLE}")
        return opened

    def data(self, path: str) -> Any:
        """A file of JSON."""
        with self.open(path) as file:
            return _parsed(file.read(), path)

    def lines(self, path: str) -> Iterator[Any]:
        """A file of JSON Lines, one after the other."""
        with self.open(path) as file:
            for number, line in enumerate(file, start=1):
                yield _parsed(line, f"{path}, line {number}")

    def _refuse_others(self) -> None:
        listed = {f"{self._root}{path}" for path in (NAME, *self.manifest.files)}
        others = [path for path in (*self._shelf, *self._shelf.passed_over()) if path not in listed]
        if others:
            raise Unreadable(f"{others[0]} is not on the list of this export, so somebody put it there. Take it away.")

    def _check(self, path: str) -> None:
        digest = sha256()
        try:
            with self.open(path) as file:
                while piece := file.read(PIECE):
                    digest.update(piece)
        except DAMAGED as error:
            raise Unreadable(f"{path} is damaged. {NOT_WHOLE}") from error
        if digest.hexdigest() != self.manifest.files[path]:
            raise Unreadable(f"{path} is not as it was written: somebody changed it, or it is damaged. {NOT_WHOLE}")


def root_of(shelf: Shelf) -> str | None:
    """The folder of the export within the shelf, with a slash unless it is the shelf itself; None where there is none."""
    if _is_list(shelf, NAME):
        return ""
    for path in shelf:
        if path.count("/") == 1 and PurePosixPath(path).name == NAME and _is_list(shelf, path):
            return path.removesuffix(NAME)
        if (found := A_GUIDE.fullmatch(path)) and not _is_list(shelf, f"{found[1] or ''}{NAME}"):
            return found[1] or ""
    return None


def _is_list(shelf: Shelf, path: str) -> bool:
    """Whether it is the list of an export, of whichever version; those of browsers have the same name."""
    if path not in shelf:
        return False
    try:
        return json.loads(archives.content(shelf, path)).get("format") == manifest.FORMAT
    except (ValueError, AttributeError):
        return False


def _parsed(text: bytes, path: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise Unreadable(f"{path} is no JSON.") from error
