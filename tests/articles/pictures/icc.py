"""Colour profiles as Pillow does not make them."""

import struct


def grey(*, gamma: float) -> bytes:
    """A profile for greys of this gamma (ICC.1:2001-04, 6.3.1 and 6.5)."""
    white = b"XYZ " + bytes(4) + struct.pack(">3i", 63_190, 65_536, 54_061)
    curve = b"curv" + bytes(4) + struct.pack(">IH", 1, round(gamma * 256)) + bytes(2)
    described = b"desc" + bytes(4) + struct.pack(">I", 2) + b"g\0" + bytes(78 + 2)
    tags, body = b"", b""
    for name, data in ((b"desc", described), (b"wtpt", white), (b"kTRC", curve)):
        tags += name + struct.pack(">II", 128 + 4 + 3 * 12 + len(body), len(data))
        body += data
    size = 128 + 4 + len(tags) + len(body)
    header = struct.pack(">I4sI4s4s4s", size, b"lcms", 0x02400000, b"mntr", b"GRAY", b"XYZ ") + bytes(12) + b"acsp"
    header = header.ljust(68, b"\0") + struct.pack(">3i", 63_190, 65_536, 54_061)
    return header.ljust(128, b"\0") + struct.pack(">I", 3) + tags + body
