"""Folders and ZIPs of strangers: what is in them is read where it lies, never unpacked, and never more than was promised."""

import os
import stat
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Protocol, cast
from zipfile import BadZipFile, ZipFile, ZipInfo

from articles.importing.posts import Unreadable

MOST_FILES = 200_000
MOST_BYTES = 4 * 2**30  # unpacked, of one file, and of text in all
LARGEST = 200 * 2**20  # of one file that is held in memory
# Text packs to a twentieth. What packs to a three-hundredth was made to fill a disk or a memory.
DENSE, DENSEST = 20, 300
HARMLESS = 10 * 2**20  # bytes that may come out of anything
DEEPEST = 40  # folders in folders
IS_UTF8, IS_LOCKED = 0x800, 0x1
DAMAGED = (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError)
# Of systems and programs, and none of anybody's writing.
UNSEEN = frozenset({"__macosx", "thumbs.db", "desktop.ini", "node_modules"})


class Shelf(Protocol):
    """Files by their path under a root, with forward slashes; hidden ones are not there."""

    name: str

    def __iter__(self) -> Iterator[str]: ...

    def __contains__(self, path: object) -> bool: ...

    def passed_over(self) -> tuple[str, ...]:
        """The paths of what is there and cannot be read."""

    def open(self, path: str) -> BinaryIO | None:
        """None for a path at which there is nothing. Raises `Unreadable` for what is damaged or made to do harm."""


class Folder:
    """A folder and those in it, or only some of those in it; links that lead to other places are passed over."""

    def __init__(self, root: Path, *, under: Sequence[str] = ("",)) -> None:
        self.root, self.name, self._links = root.resolve(), root.resolve().name, dict[str, None]()
        self._under = under

    def __iter__(self) -> Iterator[str]:
        count = 0
        for folder, folders, names in chain.from_iterable(os.walk(self.root / part) for part in self._under):
            folders[:] = sorted(name for name in folders if is_seen(name))
            for path in (Path(folder, name) for name in sorted(names) if is_seen(name)):
                if path.is_symlink() or not path.is_file():
                    self._links[path.relative_to(self.root).as_posix()] = None
                    continue
                if (count := count + 1) > MOST_FILES:
                    raise Unreadable(f"There are more than {MOST_FILES:,} files in {self.name}.")
                yield path.relative_to(self.root).as_posix()

    def passed_over(self) -> tuple[str, ...]:
        return tuple(self._links)

    def __contains__(self, path: object) -> bool:
        found = self.root / str(path)
        try:
            return found.resolve().is_relative_to(self.root) and found.is_file()
        except (OSError, ValueError):  # such as a name that no file can have
            return False

    def open(self, path: str) -> BinaryIO | None:
        return (self.root / path).open("rb") if path in self else None


class Archive:
    """A ZIP, or a file that is one inside and of which hidden parts count.

    Raises `Unreadable` for one that is damaged, locked, or made to do harm.
    """

    def __init__(self, file: Path | BinaryIO, name: str, *, kind: str = "ZIP file", hidden: bool = False) -> None:
        self.name = name
        try:
            self._zip = ZipFile(file)
        except DAMAGED as error:
            raise Unreadable(f"{name} is no {kind} that can be opened.") from error
        infos = [info for info in self._zip.infolist() if _path(info) and not info.is_dir()]
        _refuse_harm(infos, name, size=cast("BinaryIO", self._zip.fp).seek(0, os.SEEK_END))
        seen = {_path(info): info for info in infos if hidden or all(map(is_seen, _path(info).split("/")))}
        links = [path for path, info in seen.items() if stat.S_ISLNK(info.external_attr >> 16)]
        deep = [path for path in seen if path.count("/") > DEEPEST]
        self._passed_over = tuple(dict.fromkeys([*links, *deep]))
        self._infos = {path: info for path, info in sorted(seen.items()) if path not in self._passed_over}

    def __iter__(self) -> Iterator[str]:
        yield from self._infos

    def passed_over(self) -> tuple[str, ...]:
        return self._passed_over

    def __contains__(self, path: object) -> bool:
        return path in self._infos

    def open(self, path: str) -> BinaryIO | None:
        if path not in self._infos:
            return None
        info = self._infos[path]
        if info.file_size > min(MOST_BYTES, max(HARMLESS, DENSEST * info.compress_size)):
            file = PurePosixPath(path).name
            raise Unreadable(f"{file} in {self.name} would unpack to {info.file_size:,} bytes, so it stays packed.")
        try:
            return cast("BinaryIO", self._zip.open(info))
        except DAMAGED as error:
            raise Unreadable(f"{PurePosixPath(path).name} is damaged.") from error


def shelf(path: Path) -> Shelf:
    """Raises `Unreadable` when it is neither a folder nor a ZIP."""
    return Folder(path) if path.is_dir() else Archive(path, path.name)


def content(shelf: Shelf, path: str, most: int = LARGEST) -> bytes:
    """Everything in a file. Raises `Unreadable` when it is not there, damaged, or more than `most`."""
    name = PurePosixPath(path).name
    opened = shelf.open(path)
    if opened is None:
        raise Unreadable(f"There is no {name}.")
    try:
        with opened:
            data = opened.read(most + 1)
    except DAMAGED as error:
        raise Unreadable(f"{name} is damaged.") from error
    if len(data) > most:
        raise Unreadable(f"{name} is larger than {most // 2**20:,} MB.")
    return data


def is_seen(name: str) -> bool:
    """Whether a file or folder of this name is anybody's writing: not hidden, nor the mark of a program that has it open."""
    return not name.startswith((".", "~$")) and name.casefold() not in UNSEEN


def _path(info: ZipInfo) -> str:
    """The path with its signs as they were: few programs say that they write UTF-8, and macOS writes letters in parts."""
    name = info.filename
    if not info.flag_bits & IS_UTF8:
        with suppress(UnicodeError):  # then it was no UTF-8
            name = name.encode("cp437").decode()
    return unicodedata.normalize("NFC", name.replace("\\", "/")).removeprefix("./")


def _refuse_harm(infos: list[ZipInfo], name: str, *, size: int) -> None:
    if len(infos) > MOST_FILES:
        raise Unreadable(f"There are more than {MOST_FILES:,} files in {name}.")
    for info in infos:
        path = PurePosixPath(_path(info))
        if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
            raise Unreadable(f"{name} holds “{str(path)[:80]}”, a path that leads out of it. Pack it again.")
        if info.flag_bits & IS_LOCKED:
            raise Unreadable(f"{name} is locked with a password. Unpack it, and take the folder.")
    if sum(info.file_size for info in infos) > max(MOST_BYTES, DENSE * size):
        raise Unreadable(f"{name} would unpack to more than {MOST_BYTES // 2**30} GB. Take a part of it at a time.")
