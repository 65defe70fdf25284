"""The pages of a PDF, as pictures and as words. Each is made in a process of its own, and nothing is kept."""

import json
import logging
import subprocess
import sys
from pathlib import Path
from threading import BoundedSemaphore
from typing import NamedTuple

PROGRAM = Path(__file__).with_name("render_pdf.py")
MOST_PAGES = 10
SECONDS, SECONDS_TO_WAIT = 10, 20
LOCKED = "It is protected by a password."
TOO_MUCH = "It is too large or too complicated to be shown here."
BROKEN = "It is damaged, or no page of it can be shown."
ENDINGS = {3: LOCKED, 4: BROKEN}
# Each may take a processor and hundreds of megabytes for as long as it may run.
_at_once = BoundedSemaphore(2)
log = logging.getLogger(__name__)


class NoPreview(Exception):
    """It cannot be shown; the message says why, in a sentence."""


class Pages(NamedTuple):
    """How many pages there are, and the words of the first of them."""

    number: int
    texts: list[str]

    @property
    def are_cut(self) -> bool:
        return self.number > MOST_PAGES


def pages(content: bytes) -> Pages:
    """Raises `NoPreview`."""
    told = json.loads(_made(content, "text", MOST_PAGES))
    if not told["texts"]:
        raise NoPreview(BROKEN)
    return Pages(told["pages"], told["texts"])


def picture(content: bytes, number: int) -> bytes:
    """A page as a PNG. Raises `NoPreview`, also for a page that there is not."""
    if not 1 <= number <= MOST_PAGES:
        raise NoPreview(BROKEN)
    return _made(content, "picture", number)


def _made(content: bytes, what: str, number: int) -> bytes:
    if not _at_once.acquire(timeout=SECONDS_TO_WAIT):
        raise NoPreview("Too many documents are being shown at this moment. Try again in a minute.")
    try:
        # Without our environment: the process that opens the file knows no secret.
        ended = subprocess.run(  # noqa: S603
            [sys.executable, "-I", str(PROGRAM), what, str(number)],
            input=content,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env={},
        )
    except subprocess.TimeoutExpired:
        log.warning("showing a PDF took more than %s seconds", SECONDS)
        raise NoPreview(TOO_MUCH) from None
    finally:
        _at_once.release()
    if ended.returncode:
        log.warning("showing a PDF ended with %s", ended.returncode)
        raise NoPreview(ENDINGS.get(ended.returncode, TOO_MUCH))
    return ended.stdout
