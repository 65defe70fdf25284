"""The file: a tar archive, packed with gzip, encrypted with age; written and read as a stream.

`age --decrypt --identity key.txt backup.tar.gz.age | tar --extract --gzip` opens it without this project.
"""

import gzip
import os
import tarfile
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import IO, Any

import pyrage
from pyrage import x25519

# Pictures do not shrink, rows shrink at any level, and higher ones take several times as long.
LEVEL = 3
PIECE = 2**16


class Unreadable(Exception):
    """Not a backup, not for this key, or not whole."""


class Hashing:
    """A file that is hashed while somebody reads it."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file, self.hash = file, sha256()

    def read(self, size: int = -1) -> bytes:
        """As of any file."""
        read = self.file.read(size)
        self.hash.update(read)
        return read


class Archive:
    """What a backup is written into."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self.tar = tar

    def add(self, name: str, content: bytes) -> None:
        """Adds a file of this content."""
        self.add_file(name, len(content), BytesIO(content))

    def add_file(self, name: str, size: int, file: IO[bytes]) -> str:
        """Adds a file that may be larger than memory; returns its SHA-256."""
        member, hashing = tarfile.TarInfo(name), Hashing(file)
        member.size, member.mode = size, 0o600
        self.tar.addfile(member, hashing)
        return hashing.hash.hexdigest()


@contextmanager
def written(path: Path, recipients: list[x25519.Recipient]) -> Iterator[Archive]:
    """A new archive at `path`, which only the recipients can read."""
    with (
        path.open("xb") as target,
        _pipe(lambda plain: pyrage.encrypt_io(plain, target, recipients), inwards=True) as plain,
        gzip.GzipFile(fileobj=plain, mode="wb", compresslevel=LEVEL) as packed,
        tarfile.open(fileobj=packed, mode="w|") as tar,
    ):
        yield Archive(tar)


@contextmanager
def opened(source: IO[bytes], identity: x25519.Identity) -> Iterator[Iterator[tuple[str, "Content"]]]:
    """Name and content of each file in turn, to be read before the next. Raises `Unreadable`."""

    def decrypt(plain: IO[bytes]) -> None:
        with _readable():
            pyrage.decrypt_io(source, plain, [identity])

    with _pipe(decrypt, inwards=False) as packed:
        with _readable():
            unpacked = gzip.GzipFile(fileobj=packed)
            tar = tarfile.open(fileobj=unpacked, mode="r|")  # noqa: SIM115 - nothing to close but the pipe
        yield _members(tar)
        with _readable():
            while unpacked.read(PIECE):
                pass  # to the end, where a file that was cut short is found out


class Content:
    """A file of the archive, read once and from its beginning."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file

    def read(self, size: int = -1) -> bytes:
        """As of any file. Raises `Unreadable`."""
        with _readable():
            return self.file.read(size)


def _members(tar: tarfile.TarFile) -> Iterator[tuple[str, Content]]:
    while True:
        with _readable():
            member = tar.next()
            content = tar.extractfile(member) if member else None
        if member is None:
            return
        if content:
            yield member.name, Content(content)


@contextmanager
def _readable() -> Iterator[None]:
    try:
        yield
    except (pyrage.DecryptError, OSError, EOFError, tarfile.TarError, zlib.error) as error:
        raise Unreadable("It is no backup of ours, is for another key, or is damaged or cut short.") from error


@contextmanager
def _pipe(run: Callable[[IO[bytes]], Any], *, inwards: bool) -> Iterator[IO[bytes]]:
    """One end of a pipe, whose other end is worked on in a thread: age pulls what we push, and the other way round."""
    reading, writing = os.pipe()
    theirs, ours = (reading, writing) if inwards else (writing, reading)
    with ThreadPoolExecutor(1) as pool:
        work = pool.submit(_work, run, theirs, "rb" if inwards else "wb")
        try:
            with os.fdopen(ours, "wb" if inwards else "rb") as end:
                yield end
        except BrokenPipeError:
            work.result()  # says why it stopped listening
            raise
        work.result()


def _work(run: Callable[[IO[bytes]], Any], end: int, mode: str) -> None:
    with os.fdopen(end, mode) as file:
        run(file)
