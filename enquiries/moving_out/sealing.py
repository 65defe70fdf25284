"""A file that only a passphrase opens, written as a stream; in the format of age (https://age-encryption.org/v1).

The library encrypts a stream for a key, and for a passphrase only what is whole in memory. So the file is encrypted for a
key of its own, and that key, in a small file beside it, with the passphrase. `age` itself takes such a key:

    age --decrypt --identity FILE.key --output enquiries.zip FILE
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pyrage
from pyrage import x25519


def key_file(path: Path) -> Path:
    """Where the key of the file at the path is."""
    return path.with_name(f"{path.name}.key")


def seal(path: Path, pieces: Iterable[bytes], passphrase: str) -> None:
    """Writes both files, for their owner alone. Raises `FileExistsError`; what goes wrong half-way leaves neither."""
    key = x25519.Identity.generate()
    with _new(key_file(path)) as locked, _new(path) as target:
        locked.write(pyrage.passphrase.encrypt(f"{key}\n".encode(), passphrase))
        pyrage.encrypt_io(_Reader(pieces), target, [key.to_public()])


@contextmanager
def _new(path: Path) -> Iterator[IO[bytes]]:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        try:
            yield file
        except BaseException:
            path.unlink()
            raise


class _Reader:
    """Pieces as a file that is read once, from its beginning to its end."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self.pieces, self.rest = iter(pieces), b""

    def read(self, size: int) -> bytes:
        while len(self.rest) < size and (piece := next(self.pieces, None)) is not None:
            self.rest += piece
        wanted, self.rest = self.rest[:size], self.rest[size:]
        return wanted
