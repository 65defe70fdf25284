"""A program that opens the PDF on its standard input and writes what can be seen of it, within bounds of its own.

Its arguments are `picture` and the number of a page, of which it writes a picture (PNG), or `text` and a number, for which
it writes as JSON how many pages there are and the words of so many of them. It ends with 0, or with one of the numbers below. The library has no scripts
in it, forms are not set up, and nobody can click on a picture: what the PDF would do by itself, it does not.
"""

import json
import resource
import sys
from typing import Any

import pypdfium2
import pypdfium2.raw

LOCKED, BROKEN = 3, 4
MEMORY = 350 * 1024 * 1024
CPU_SECONDS = 6
WIDTH, HIGHEST = 1200, 3600  # pixels
MOST_SIGNS = 20_000  # of a page


def main() -> int:
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return show(sys.stdin.buffer.read(), sys.argv[1], int(sys.argv[2]))


def show(content: bytes, what: str, number: int) -> int:
    """The number that the program ends with."""
    try:
        document = pypdfium2.PdfDocument(content)
        if what == "text":
            sys.stdout.write(json.dumps(_words(document, number)))
        else:
            _picture(document[number - 1]).save(sys.stdout.buffer, "PNG")
    except pypdfium2.PdfiumError as error:
        return LOCKED if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD else BROKEN
    except IndexError:
        return BROKEN
    return 0


def _words(document: Any, most: int) -> dict[str, Any]:
    number = len(document)
    return {"pages": number, "texts": [_text(document, page) for page in range(min(number, most))]}


def _text(document: Any, number: int) -> str:
    """Nothing of a page that is broken: the others may not be."""
    try:
        text: str = document[number].get_textpage().get_text_bounded(errors="replace")[:MOST_SIGNS]
    except pypdfium2.PdfiumError:
        return ""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _picture(page: Any) -> Any:
    width, height = page.get_size()
    scale = min(WIDTH / max(width, 1), HIGHEST / max(height, 1))
    return page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")


if __name__ == "__main__":
    sys.exit(main())
