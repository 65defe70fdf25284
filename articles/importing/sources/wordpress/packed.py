"""Folders and ZIPs of strangers: what is in them is read, never unpacked, and never more than was promised."""

import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from gzip import BadGzipFile, GzipFile
from io import BytesIO, RawIOBase
from pathlib import Path, PurePosixPath
from tempfile import TemporaryFile
from typing import BinaryIO, Protocol, cast
from zipfile import BadZipFile, ZipFile, ZipInfo

from articles.importing.posts import Unreadable

MOST_FILES = 200_000
LARGEST_EXPORT = 4_000_000_000  # bytes, unpacked
LARGEST_PICTURE = 200_000_000
# Text of a database packs to a twentieth. What packs to a five-hundredth was made to fill a disk or a memory.
DENSEST = 500
CHUNK = 1 << 18
IN_MEMORY = 5_000_000
HARMLESS = 10_000_000  # bytes that may come out of anything


class Shelf(Protocol):
    """Files by their path under a root, with forward slashes."""

    def __iter__(self) -> Iterator[str]: ...

    def open(self, name: str) -> BinaryIO:
        """Raises `Unreadable` for what is damaged or made to fill the memory."""


class Folder:
    """A folder and those in it; links to other places are passed over."""

    def __init__(self, root: Path, *, under: tuple[str, ...] = ("",)) -> None:
        self.root, self._under = root, under

    def __iter__(self) -> Iterator[str]:
        count = 0
        for part in self._under:
            for folder, folders, names in os.walk(self.root / part):
                folders.sort()
                for name in sorted(names):
                    path = Path(folder, name)
                    if path.is_symlink() or not path.is_file():
                        continue
                    if (count := count + 1) > MOST_FILES:
                        raise Unreadable(f"There are more than {MOST_FILES:,} files in {self.root.name}.")
                    yield path.relative_to(self.root).as_posix()

    def open(self, name: str) -> BinaryIO:
        return (self.root / name).open("rb")


class Archive:
    """A ZIP. Raises `Unreadable` for one that is damaged, or that holds a path or a link which leads out of it."""

    def __init__(self, path: Path) -> None:
        try:
            self._zip = ZipFile(path)
        except (BadZipFile, OSError, NotImplementedError, ValueError) as error:
            raise Unreadable(f"{path.name} is not a ZIP that can be opened.") from error
        self._infos = {_name(info): info for info in self._zip.infolist() if not info.is_dir()}
        if len(self._infos) > MOST_FILES:
            raise Unreadable(f"There are more than {MOST_FILES:,} files in {path.name}.")
        for info in self._infos.values():
            _refuse_what_leads_out(info, path.name)

    def __iter__(self) -> Iterator[str]:
        yield from self._infos

    def open(self, name: str) -> BinaryIO:
        info = self._infos[name]
        if info.file_size > max(HARMLESS, DENSEST * info.compress_size) or info.file_size > LARGEST_EXPORT:
            raise Unreadable(
                f"{PurePosixPath(name).name} would unpack to {info.file_size:,} bytes, so it stays packed."
            )
        try:
            return cast("BinaryIO", self._zip.open(info))
        except (BadZipFile, RuntimeError, NotImplementedError, OSError) as error:
            raise Unreadable(f"{PurePosixPath(name).name} is damaged or locked with a password.") from error


class Unpacking(RawIOBase):
    """What comes out of a gzip file, as long as it stays in proportion to what went in."""

    def __init__(self, packed: BinaryIO, name: str) -> None:
        self._packed, self._unpacked, self._name, self._given = packed, GzipFile(fileobj=packed), name, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]
        try:
            data = self._unpacked.read(len(buffer))
        except (BadGzipFile, zlib.error) as error:
            raise Unreadable(f"{self._name} is not a gzip file that can be opened.") from error
        except EOFError:  # cut off; what came so far counts
            return 0
        self._given += len(data)
        if self._given > min(LARGEST_EXPORT, max(HARMLESS, DENSEST * self._packed.tell())):
            raise Unreadable(f"{self._name} unpacks to far more than an export holds, so it stays packed.")
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._unpacked.close()
        self._packed.close()
        super().close()


def shelf(path: Path) -> Shelf:
    """Raises `Unreadable` when it is neither a folder nor a ZIP."""
    return Folder(path) if path.is_dir() else Archive(path)


def unpacked(stream: BinaryIO, name: str) -> BinaryIO:
    """The same file, out of its gzip where its name says that it is in one."""
    return cast("BinaryIO", Unpacking(stream, name)) if name.lower().endswith(".gz") else stream


def bounded(stream: BinaryIO, name: str, most: int = LARGEST_PICTURE) -> BinaryIO:
    """The whole file, read to its end; a large one lies on the disk until it is closed.

    Raises `Unreadable` when it is larger than `most`, or damaged.
    """
    try:
        if len(first := stream.read(IN_MEMORY)) < IN_MEMORY:
            return BytesIO(first)
        with ExitStack() as closed_when_it_fails:
            kept = closed_when_it_fails.enter_context(TemporaryFile())
            kept.write(first)
            while data := stream.read(CHUNK):
                kept.write(data)
                if kept.tell() > most:
                    raise Unreadable(f"{name} is larger than {most:,} bytes.")
            closed_when_it_fails.pop_all()
    except (BadZipFile, zlib.error, EOFError, OSError) as error:
        raise Unreadable(f"{name} is damaged.") from error
    kept.seek(0)
    return cast("BinaryIO", kept)


def _name(info: ZipInfo) -> str:
    """The name of a file; macOS writes UTF-8 without saying so."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return info.filename.encode("cp437").decode()
    except UnicodeError:
        return info.filename


def _refuse_what_leads_out(info: ZipInfo, archive: str) -> None:
    path = PurePosixPath(info.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        raise Unreadable(f"{archive} holds “{info.filename[:80]}”, a path that leads out of it. Pack it again.")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise Unreadable(f"{archive} holds a link, “{info.filename[:80]}”. Pack it again with the files themselves.")
