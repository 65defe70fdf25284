"""Addresses in the text that nobody can follow."""

import re
from collections.abc import Iterator

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Fix, Level, Rule
from articles.gate.prose.document_text import DocumentText, Kind, Passage
from articles.gate.prose.fixes import with_content
from articles.gate.prose.own_passages import own_passages
from articles.gate.prose.patterns import filtered
from articles.gate.prose.quoting import without_quoted
from articles.gate.prose.words import cut

TOPS = "com|org|net|edu|gov|uk|ie|eu|de|fr|nl|io|co|ai|app|dev|info|example|test|wales|scot|london|jobs|tech|site"
EMAIL = r"[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,5}[a-z]{2,12}"
HOST = rf"(?:[a-z\d](?:[a-z\d-]{{0,61}})\.){{1,5}}(?:{TOPS})"
ADDRESS = re.compile(
    rf"(?<![\w@./:-])(?<!\]\()(?<!<)(?:{EMAIL}|(?:(?:https?://|www\.)[^\s“”<>\"]{{3,400}}|{HOST}/[^\s“”<>\"]{{1,400}}"
    rf"|[a-z\d-]{{1,63}}\.(?!(?:co|org|gov|ac|com)\.uk\b){HOST}(?![\w/@.-]*\w)"
    rf"|(?:(?<=at )|(?<=[Gg]o to )|(?<=on )|(?<=see )|(?<=See )|(?<=isit )|(?<=via )){HOST}(?![\w/@.-]*\w)))"
)
MAIL = re.compile(EMAIL)
HINT = filtered(r"[\w-]\.[a-z]{2}|://")
TRAILING = ".,;:!?)’'…"

NOBODY = re.compile(
    r"(?:your\.?name|name|user|username|first(?:name)?\.?last(?:name)?|first\.last|someone|you|me)@", re.IGNORECASE
)
SHOWN = re.compile(r"\b(?:no|not|such as|like|avoid|never|e\.g\.|example,?|than) $", re.IGNORECASE)
SPOKEN = (Kind.PARAGRAPH, Kind.ITEM, Kind.CELL)

UNLINKED = Rule(
    check="address-not-linked",
    level=Level.WARNS,
    why="On a phone an address that is not a link has to be copied out by hand.",
    advice="Link the name of the page or of the person, and leave the address itself out of the text.",
)


def address_not_linked(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Once for the guide, at the first address that no link holds, with the number of all."""
    found = [(passage, address) for passage in own_passages(guide, SPOKEN) for address in _unlinked(passage)]
    if found:
        passage, address = found[0]
        counted = f" This guide has {len(found)} such addresses." if len(found) > 1 else ""
        what = f"“{cut(address)}” is not a link.{counted}"
        yield UNLINKED.found(passage.place, what, excerpt=cut(address), fix=_linked(guide, passage, address))


def _unlinked(passage: Passage) -> Iterator[str]:
    if not HINT.search(passage.wording):
        return
    linked = " ".join(link.words for link in passage.links)
    for found in ADDRESS.finditer(without_quoted(passage.wording)):
        if (address := found[0].rstrip(TRAILING)) not in linked and not _is_example(found):
            yield address


def _is_example(found: re.Match[str]) -> bool:
    """Whether nobody is to write to it: “name@…”, “not partygirl@…”."""
    before = found.string[: found.start()]
    return "@" in found[0] and bool(NOBODY.match(found[0]) or SHOWN.search(before))


def _linked(guide: DocumentText, passage: Passage, address: str) -> Fix | None:
    """The repair for a mail address in rich text; what a page is called nobody but the editor knows."""
    place = passage.place
    if not MAIL.fullmatch(address) or place.block is None or place.field not in guide.document.blocks[place.block].rich:
        return None
    return with_content(place, lambda html: _with_link(html, address))


def _with_link(html: str, mail: str) -> str:
    pieces = re.split(r"(<a\b.*?</a>|<[^>]*>)", html, flags=re.DOTALL)
    whole = re.compile(rf"(?<![\w.+-]){re.escape(mail)}(?![\w-])")
    linked = f'<a href="mailto:{mail}">{mail}</a>'
    return "".join(piece if piece.startswith("<") else whole.sub(linked, piece) for piece in pieces)


CHECKS = (address_not_linked,)
