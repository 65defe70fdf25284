"""PDF files: with other bytes around them, without an end, behind a password, and with more in them than pages."""

import logging
import re
import subprocess
import sys
from pathlib import Path
from threading import BoundedSemaphore

from enquiries.intake.cv_kinds.eicar import EICAR
from enquiries.intake.cv_kinds.kinds import Kind

HEADER = b"%PDF-"
# Readers look for the header in the first 1024 bytes (PDF Reference 1.7, appendix H, implementation note 13), and pass
# over what follows the end mark, or a missing one.
HEADER_WITHIN = 1024
OBJECT = re.compile(rb"\d\s{1,20}\d{1,10}\s{1,20}obj\b")
# Without either of these a reader that rebuilds a cut file does not know where its pages are.
PAGES = re.compile(rb"/(?:Root|Catalog)\b")
INSPECTOR = Path(__file__).with_name("inspect_pdf.py")
SECONDS = 10
# What the inspector ends with; anything else means that it met a bound of its own.
ENDINGS = {
    0: None,
    3: Kind.PROTECTED,
    4: Kind.DAMAGED,
    5: Kind.SCRIPTED,
    6: Kind.EMBEDDED,
    7: Kind.VIRUS,
}
# Each may take a processor and hundreds of megabytes for as long as it may run.
_at_once = BoundedSemaphore(2)
log = logging.getLogger(__name__)


def kind_of(content: bytes) -> Kind:
    """Whether it opens, for a file that has the header."""
    if not (OBJECT.search(content) and PAGES.search(content)):
        return Kind.DAMAGED
    # An owner's password only forbids printing or copying; such a file opens without one.
    if b"/Encrypt" in content and found(content) in (Kind.PROTECTED, Kind.DAMAGED, Kind.UNCHECKED):
        return Kind.PROTECTED
    return Kind.PDF


def found(content: bytes) -> Kind | None:
    """Why the PDF is not taken; None for one that opens without a password and only shows pages.

    Asked in a process of its own: 50 KB can unfold to gigabytes while the file is opened.
    """
    if not _at_once.acquire(timeout=SECONDS):
        log.warning("a PDF waited more than %s seconds to be looked through", SECONDS)
        return Kind.UNCHECKED
    try:
        return _inspected(content)
    finally:
        _at_once.release()


def _inspected(content: bytes) -> Kind | None:
    command = [sys.executable, "-P", str(INSPECTOR), EICAR.hex()]
    try:
        ended = subprocess.run(command, input=content, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        log.warning("a PDF took more than %s seconds to look through", SECONDS)
        return Kind.UNCHECKED
    if ended.returncode not in ENDINGS:
        log.warning("looking through a PDF ended with %s", ended.returncode)
    return ENDINGS.get(ended.returncode, Kind.UNCHECKED)
