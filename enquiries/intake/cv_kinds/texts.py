"""Files of text that pass for a CV: pages, mails, links, and what a phone leaves in the place of a file."""

import codecs
import re

from enquiries.intake.cv_kinds.kinds import Kind

ENOUGH = 4096
HEADER = re.compile(r"[\w-]+: ")
MAIL_HEADER = re.compile(r"^(?:received|message-id|mime-version): ", re.MULTILINE)
GOOGLE = ('"doc_id"', "docs.google.com")
NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def kind_of(content: bytes) -> Kind:
    """What a file is that begins like no document."""
    beginning = content[:ENOUGH]
    text = _decoded(beginning).strip("\ufeff\0 \t\r\n").casefold()
    if not text:
        return Kind.DAMAGED
    if text.startswith("bplist0") or "<plist" in text:
        return Kind.ICLOUD if b"NSURL" in beginning else Kind.LINK
    if text.startswith("[internetshortcut]") or (text.startswith("{") and any(sign in text for sign in GOOGLE)):
        return Kind.LINK
    return _markup_or_mail(text) or (Kind.UNKNOWN if NO_TEXT.search(text) else Kind.TEXT)


def _markup_or_mail(text: str) -> Kind | None:
    if "<html" in text:
        return Kind.MARKUP
    if text.startswith("<"):
        return Kind.PICTURE if "<svg" in text else Kind.MARKUP
    if HEADER.match(text) and MAIL_HEADER.search(text):  # Word and browsers save a page as a mail of related parts
        return Kind.MARKUP if "multipart/related" in text else Kind.EMAIL
    return None


def _decoded(beginning: bytes) -> str:
    return beginning.decode("utf-16" if beginning.startswith(UTF_16) else "utf-8", errors="replace")
