"""PDF files: with other bytes around them, without an end, and behind a password."""

import logging
import re
import subprocess
import sys
from pathlib import Path

from enquiries.intake.cv_kinds.kinds import Kind

HEADER = b"%PDF-"
# Readers look for the header in the first 1024 bytes (PDF Reference 1.7, appendix H, implementation note 13), and pass
# over what follows the end mark, or a missing one.
HEADER_WITHIN = 1024
OBJECT = re.compile(rb"\d\s{1,20}\d{1,10}\s{1,20}obj\b")
# Without either of these a reader that rebuilds a cut file does not know where its pages are.
PAGES = re.compile(rb"/(?:Root|Catalog)\b")
OPENER = Path(__file__).with_name("open_pdf.py")
SECONDS = 10
# What the opener ends with.
OPEN, CLOSED = 0, 3
log = logging.getLogger(__name__)


def kind_of(content: bytes) -> Kind:
    """Whether it opens, for a file that has the header."""
    if not (OBJECT.search(content) and PAGES.search(content)):
        return Kind.DAMAGED
    if b"/Encrypt" in content and not _opens_without_password(content):
        return Kind.PROTECTED
    return Kind.PDF


def _opens_without_password(content: bytes) -> bool:
    """An owner's password only forbids printing or copying; such a file opens without one.

    Asked in a process of its own: 50 KB can unfold to gigabytes while the file is opened.
    """
    command = [sys.executable, "-P", str(OPENER)]
    try:
        ended = subprocess.run(command, input=content, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        log.warning("a PDF took more than %s seconds to open", SECONDS)
        return False
    if ended.returncode not in (OPEN, CLOSED):
        log.warning("opening a PDF ended with %s", ended.returncode)
    return ended.returncode == OPEN
