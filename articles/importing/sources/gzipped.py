"""Files in gzip, read as a stream and never more than was promised."""

import zlib
from gzip import BadGzipFile, GzipFile
from io import RawIOBase
from typing import BinaryIO, cast

from articles.importing.posts import Unreadable
from articles.importing.sources.archives import DENSEST, HARMLESS, MOST_BYTES


def unpacked(stream: BinaryIO, name: str) -> BinaryIO:
    """The same file, out of its gzip where its name says that it is in one."""
    return cast("BinaryIO", Unpacking(stream, name)) if name.lower().endswith(".gz") else stream


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
        if self._given > min(MOST_BYTES, max(HARMLESS, DENSEST * self._packed.tell())):
            raise Unreadable(f"{self._name} unpacks to far more than an export holds, so it stays packed.")
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._unpacked.close()
        self._packed.close()
        super().close()
