"""What a part holds, taken out of its transfer encoding (RFC 2045, section 6), also where that is wrongly labelled."""

import binascii
import re

# Lines as encoders write them; whatever stands below was put there by somebody who did not look, such as a list.
BASE64_LINES = re.compile(
    rb"\s*(?:(?:[A-Za-z0-9+/]{4,}={0,2}|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{2}==)[ \t]*(?:\r?\n|\Z)\s*)+"
)
BASE64_WHOLE = re.compile(rb"\s*(?:[A-Za-z0-9+/]{76}\r?\n)+[A-Za-z0-9+/]{1,76}={0,2}\s*")
QUOTED = re.compile(rb"=(?:[0-9A-F]{2}|[ \t]*\r?\n)")
SOFT_BREAK = re.compile(rb"=[ \t]*\r?\n")
UNPRINTABLE = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")


def content(body: bytes, encoding: str, *, is_text: bool) -> bytes:
    """The bytes that `body` stands for. For text, a label that the body contradicts is not followed."""
    match encoding.strip("\"' \t").lower():
        case "base64":
            return _of_base64(body, is_text=is_text)
        case "quoted-printable":
            return binascii.a2b_qp(body)
        case _:
            return _unlabelled(body) if is_text else body


def _of_base64(body: bytes, *, is_text: bool) -> bytes:
    if not is_text:
        return _lenient(body)
    if not (lines := BASE64_LINES.match(body)):
        return body
    data = _lenient(lines[0])
    is_plainly_text = UNPRINTABLE.search(data) or not _is_text(data)
    return (
        body
        if is_plainly_text and not UNPRINTABLE.search(body) and body.isascii() and len(body) < 1000
        else (data + body[lines.end() :])
    )


def _is_text(data: bytes) -> bool:
    """Whether it could be somebody's words: of UTF-8, or with more signs of ASCII than others."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return sum(byte < 128 for byte in data) * 2 > len(data)
    return True


def _lenient(body: bytes) -> bytes:
    """Also of what was cut off, or has other signs between."""
    signs = re.sub(rb"[^A-Za-z0-9+/]", b"", body.translate(bytes.maketrans(b"-_", b"+/")))
    signs = signs[: len(signs) - 1] if len(signs) % 4 == 1 else signs
    return binascii.a2b_base64(signs + b"=" * (-len(signs) % 4))


def _unlabelled(body: bytes) -> bytes:
    if SOFT_BREAK.search(body) and len(QUOTED.findall(body)) == body.count(b"="):
        return binascii.a2b_qp(body)
    if BASE64_WHOLE.fullmatch(body):
        data = _lenient(body)
        return body if UNPRINTABLE.search(data) or not _is_text(data) else data
    return body
