"""PNG files as Pillow does not write them."""

import struct
import zlib

type Chunk = tuple[bytes, bytes]


def file(size: tuple[int, int], depth: int, colour: int, chunks: list[Chunk], rows: list[bytes]) -> bytes:
    """A PNG with these chunks before its pixels (PNG specification, sections 5 and 11)."""
    header = struct.pack(">IIBBBBB", *size, depth, colour, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows))
    parts = [(b"IHDR", header), *chunks, (b"IDAT", pixels), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )
