"""The texts of a tree as they were meant: encodings, spaces, signs that nobody sees, character references in plain sight."""

import re
from collections.abc import Callable, Iterator
from html import unescape

from lxml import html
from lxml.html import HtmlElement

from articles.gate.prose.encodings.mojibake import repair
from articles.importing.doctor.notes import Notes
from articles.importing.doctor.reading.parsing import CONTROL
from articles.importing.doctor.reading.visible import UNSPOKEN
from articles.lib import typed_text

SPOKEN_ATTRIBUTES = ("alt", "value", "placeholder", "title", "summary", "aria-label", "content")
# Parts the texts while they are repaired together: one damaged sign tells how the others were damaged.
PARTED = "\n\x1f\n"
WINDOWS = re.compile("[\x80-\x9f]")
REFERENCE = re.compile(
    r"&(?:amp|nbsp|quot|apos|pound|euro|[lr]squo|[lr]dquo|[nm]dash|hellip|middot|bull|copy|reg|trade|#0?39|#8\d{3}|#16[03]|#x20[12][0-9a-f]);",
    re.IGNORECASE,
)
# “5 km”, “£ 40”: where a line should not break.
BINDING = re.compile("(?<=[\\d£$€])\xa0(?! )|(?<! )\xa0(?=[\\d%–])")
MARKUP = re.compile(r"<[a-z/][^<>]*>", re.IGNORECASE)
EXAMPLES = 3
LONGEST = 40

type Text = tuple[Callable[[str], None], str]


def mend(root: HtmlElement, notes: Notes) -> None:
    """Mends every text and every attribute that is read, in place."""
    places = list(_texts(root))
    texts = [text for _put, text in places]
    for step in (_windows, _references, _encodings, _unseen):
        texts = step(texts, notes)
    for (put, before), text in zip(places, texts, strict=True):
        if text != before:
            put(text)


def mended(text: str) -> str:
    """One line that stands beside the tree, such as a title; of HTML its words."""
    if MARKUP.search(text):
        text = " ".join(html.fragment_fromstring(CONTROL.sub("", text), create_parent="div").itertext())
    silent = Notes()
    texts = _unseen(_encodings(_references(_windows([unescape(text)], silent), silent), silent), silent)
    return " ".join(texts[0].split())


def _texts(root: HtmlElement) -> Iterator[Text]:
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag not in UNSPOKEN - {"title", "meta", "head"}:
            if element.text:
                yield _putting(element, "text"), element.text
            yield from (_attribute(element, name) for name in SPOKEN_ATTRIBUTES if element.get(name))
        if element.tail:
            yield _putting(element, "tail"), element.tail


def _putting(element: HtmlElement, name: str) -> Callable[[str], None]:
    return lambda text: setattr(element, name, text)


def _attribute(element: HtmlElement, name: str) -> Text:
    return lambda text: element.set(name, text), element.get(name)


def _windows(texts: list[str], notes: Notes) -> list[str]:
    """Bytes 128 to 159 mean signs of Windows-1252, as browsers take them (HTML Living Standard, 13.2.5.80)."""
    return [WINDOWS.sub(lambda sign: sign[0].encode("latin-1").decode("cp1252", "ignore"), text) for text in texts]


def _references(texts: list[str], notes: Notes) -> list[str]:
    """References that were escaped once more than is right, and so were read as they stand."""
    meant = [REFERENCE.sub(lambda sign: unescape(sign[0]), text) if "&" in text else text for text in texts]
    _tell(notes, "Codes that stood in plain sight became the signs that they mean", texts, meant)
    return meant


def _encodings(texts: list[str], notes: Notes) -> list[str]:
    joined = PARTED.join(texts)
    if joined.isascii() and "+" not in joined and "#" not in joined:
        return texts
    meant = repair(joined).split(PARTED)
    if len(meant) != len(texts):
        meant = list(map(repair, texts))
    _tell(notes, "Signs that were damaged by a wrong encoding are repaired", texts, meant)
    return meant


def _unseen(texts: list[str], notes: Notes) -> list[str]:
    """Without what nobody sees, and with plain spaces where a fixed one binds nothing."""
    clean = [text if text.isascii() else _plainly_spaced(typed_text.visible(text)) or " " for text in texts]
    changed = sum(before != after for before, after in zip(texts, clean, strict=True))
    if changed:
        notes.repaired(
            f"Unseen signs and fixed spaces are taken out of {changed} {'place' if changed == 1 else 'places'}."
        )
    return clean


def _plainly_spaced(text: str) -> str:
    bound = BINDING.sub("\ue000", text)
    return bound.replace("\xa0", " ").replace("\ue000", "\xa0")


def _tell(notes: Notes, what: str, before: list[str], after: list[str]) -> None:
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    if changed:
        shown = "; ".join(f"“{_cut(old)}” is “{_cut(new)}”" for old, new in changed[:EXAMPLES])
        more = f", and so on in {len(changed)} places" if len(changed) > EXAMPLES else ""
        notes.repaired(f"{what}: {shown}{more}.")


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
