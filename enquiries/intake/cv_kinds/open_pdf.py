"""A program that opens the PDF on its standard input without a password, within bounds of its own.

It ends with 0 if that opens, and with `CLOSED` if it does not.
"""

import resource
import sys
from io import BytesIO

import pikepdf

CLOSED = 3
MEMORY = 200 * 1024 * 1024
CPU_SECONDS = 2


def main() -> int:
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    # The end mark helps the library to find the last object of a file that lost its own.
    file = BytesIO(sys.stdin.buffer.read() + b"\n%%EOF\n")
    try:
        pikepdf.open(file, inherit_page_attributes=False).close()
    except (pikepdf.PasswordError, pikepdf.PdfError):
        return CLOSED
    return 0


if __name__ == "__main__":
    sys.exit(main())
