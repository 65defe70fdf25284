"""Escapes of programming languages, mails and addresses that nothing has undone: “\\u2019”, “=E2=80=99”, “%20”."""

import re
from collections.abc import Iterator
from email.header import decode_header, make_header
from urllib.parse import unquote

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Fix, Level, Place, Rule
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.fixes import with_content, with_text
from articles.gate.prose.own_words import own_words
from articles.gate.prose.patterns import filtered
from articles.gate.prose.words import cut

ESCAPE = Rule(
    check="escaped-character",
    level=Level.BLOCKS,
    why="A program wrote the character as a code, so readers see the code.",
    advice="Choose the repair on offer, or type the character itself.",
)
UTF8 = (
    r"(?:{0}[cC][2-9a-fA-F]|{0}[dD][0-9a-fA-F]){0}[89abAB][0-9a-fA-F]"
    r"|{0}[eE][0-9a-fA-F](?:{0}[89abAB][0-9a-fA-F]){{2}}|{0}[fF][0-4](?:{0}[89abAB][0-9a-fA-F]){{3}}"
)
BYTES = re.compile("|".join(UTF8.format(mark) for mark in ("=", "%", r"\\+x")))
CODE_POINT = re.compile(
    r"\\+u\{?([0-9a-fA-F]{4})\}?|_x([0-9A-F]{4})_|(?<=[A-Za-z])u(20[12][0-9a-fA-F]"
    r"|00[a-fA-F][0-9a-fA-F])(?=[a-z\s.,]|$)|<U\+([0-9a-fA-F]{4,6})>|(?<=[a-z])U\+(2019)(?=[a-z])"
    r"|<0x([0-9a-fA-F]{2})>"
)
WINDOWS = re.compile(
    r"(?:\\+x([2-9a-fA-F][0-9a-fA-F])|(?:(?<![\d.])(?<!\b[A-Za-z])=|\\')([89][0-9a-fA-F]|a[03]|A[03])(?![0-9a-fA-F])(?=[\w\s.,;]|$)"
    r"|=(A3)(?=\d{3})|(?<=[a-z])=([C-F][0-9A-F])(?![0-9A-Z]))"
)
QUOTED_SIGN = re.compile(r"(?<!\\)\\([\"“”'’‘])")
# The word that an escape is a part of.
WORD_BEFORE, WORD_AFTER = re.compile(r"\S*$"), re.compile(r"^\S*")
SOFT = re.compile(r"(?<=[a-z.,]{3})=(?:20|09|0A|0D)$|=3D(?=\s|$)|(?<=[A-Za-z.,])=$|^=3D$")
# Quoted-printable (RFC 2045) of a sign that every alphabet has, within or after a word.
PRINTABLE = re.compile(r"(?<=[a-z]{2})=(20|09)(?=[A-Za-z])|(?<=[a-z]{2})=(2[CE]|3[ABF])(?=[A-Za-z\s]|$)")
SPACE = re.compile(
    r"(?<![\w/%.?=&-])([A-Za-z]*(?:%(?:20|27|2C)[A-Za-z]+)+)(?![\w/%.?=&])|(?<!\S)%20(?=\s|$)|(?<=[a-z])%(?:2C|3A|3B|3F|21)(?=\s|$)"
)
BREAK = re.compile(
    r"(?:\\{1,2}r)?\\{1,2}n(?=[A-Z\s\\•-]|$)|\\{1,2}r(?=\\|$)|\\{1,2}t(?=[A-Z])|(?<=[a-z])\\t(?=[a-z])|(?<=[a-z])/n(?=[A-Z])"
)
OTHER = re.compile(
    r"\{\\rtf1|\\par\b|\\(?:rquote|lquote|rdblquote|ldblquote|emdash|endash|bullet)\b|=\?[\w-]+\?[bq]\?[^?\s]*\?=|\\N\{[A-Z ]{3,}\}",
    re.IGNORECASE,
)
HEADER = re.compile(r"=\?(?:utf-8|iso-8859-1|windows-1252)\?[bq]\?[^?\s]*\?=", re.IGNORECASE)  # RFC 2047
HINT = filtered(r"[\\=%]|U\+|u20|u00|_x|<0x|/n[A-Z]")
PATH = re.compile(r"\b[A-Za-z]:\\\w|^\\\\\w+\\\w|https?://|\bwww\.")
ABOUT_ESCAPES = re.compile(
    r"\b(?:escap\w+|newline|line[- ]?breaks?|regex|regular expressions?|code points?|unicode|encod\w+|strings?|LaTeX|character class|JSON|"
    r"quoted-printable|UTF-8|characters?|backslash\w*|query|URL|bytes?)\b",
    re.IGNORECASE,
)


def escaped_character(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """“It\\u2019s”, “It=E2=80=99s”, “<U+2019>”, “First line\\nSecond line”."""
    for passage in guide.passages:
        if HINT.search(passage.text) and (found := _escape(passage.text, own_words(passage))):
            read = whole(found)
            shown = f"“{found}” should read “{read}”." if read.strip() and read != found else f"“{found}” is an escape."
            fix = _fix(guide, passage.place) if read != found else None
            yield ESCAPE.found(passage.place, shown, excerpt=cut(passage.text), fix=fix)


def whole(text: str) -> str:
    """The text with each escape as the character it means; a break of the line is a space."""
    return BREAK.sub(" ", _characters(text))


def _escape(text: str, own: str) -> str:
    """The first escape that is neither quoted, part of a path, nor in a sentence about such things."""
    if PATH.search(own):
        return ""
    for pattern in (OTHER, BYTES, CODE_POINT, BREAK, SPACE, PRINTABLE, SOFT, WINDOWS, QUOTED_SIGN):
        found = pattern.search(text if pattern is QUOTED_SIGN else own)
        if found:
            about = ABOUT_ESCAPES.search(
                WORD_BEFORE.sub("", own[: found.start()]) + WORD_AFTER.sub("", own[found.end() :])
            )
            return "" if about else found[0]
    return ""


def _fix(guide: DocumentText, place: Place) -> Fix:
    block = guide.document.blocks[place.block] if place.block is not None else None
    if block is None or place.field not in block.rich:
        return with_text(place, whole)
    in_text = with_text(place, _characters)
    with_breaks = with_content(place, lambda html: BREAK.sub("<br>", html))
    return lambda document: with_breaks(in_text(document))


def _characters(text: str) -> str:
    text = HEADER.sub(lambda found: str(make_header(decode_header(found[0]))), text)
    text = BYTES.sub(_decoded, text)
    text = PRINTABLE.sub(lambda found: chr(int(found[1] or found[2], 16)), text)
    text = CODE_POINT.sub(lambda found: chr(int(next(filter(None, found.groups())), 16)), text)
    text = WINDOWS.sub(lambda found: bytes.fromhex(next(filter(None, found.groups()))).decode("cp1252", "ignore"), text)
    text = SPACE.sub(lambda found: unquote(found[0]), text)
    return QUOTED_SIGN.sub(r"\1", SOFT.sub("", text))


def _decoded(found: re.Match[str]) -> str:
    return bytes.fromhex(re.sub(r"[^0-9a-fA-F]", "", found[0].replace("x", ""))).decode("utf-8", "replace")


CHECKS = (escaped_character,)
