"""Shortcodes become HTML, the innermost first; of one that nobody knows the inner text stays."""

import json
import re
from collections import Counter
from collections.abc import Sequence
from html import unescape
from itertools import chain, pairwise, zip_longest

from articles.importing.doctor.notes import Notes
from articles.importing.doctor.unbuild.saying import left_out
from articles.importing.doctor.unbuild.shortcodes import modules
from articles.importing.doctor.unbuild.shortcodes.absent import what_is_absent
from articles.importing.doctor.unbuild.shortcodes.grammar import Shortcode, flat, parse
from articles.importing.doctor.unbuild.shortcodes.known import MODULES
from articles.importing.doctor.unbuild.shortcodes.layout import INLINE, LAYOUT, laid_out
from articles.importing.doctor.unbuild.shortcodes.media import MEDIA
from articles.importing.doctor.unbuild.shortcodes.texts import FAMILY, any_module, texts_in

# Whatever a theme calls itself, its button is one.
BUTTON = re.compile(r"\w+_(?:button|btn)", re.IGNORECASE)
PARAGRAPH = "\n\n"


def expand(text: str, notes: Notes) -> str:
    """The text with each shortcode as the HTML that it stood for; what stood for something elsewhere is named."""
    if "[" not in text:
        return text
    pieces = parse(text, is_known)
    counted = Counter(code.tag for code in flat(pieces) if is_known(code.tag) and not what_is_absent(code))
    if counted:
        names = ", ".join(f"[{tag}]" for tag in counted)
        notes.repaired(f"Shortcodes were read as what they showed, {counted.total():,} in all: {names}.")
    return _said(pieces, notes)


def is_known(tag: str) -> bool:
    named = tag.replace("-", "_")
    return bool(
        named in MODULES
        or named in MEDIA
        or LAYOUT.fullmatch(named)
        or INLINE.fullmatch(named)
        or FAMILY.match(named)
        or BUTTON.fullmatch(named)
        or what_is_absent(Shortcode(tag, {}, (), ""))
    )


def _said(pieces: "Sequence[str | Shortcode]", notes: Notes) -> str:
    """Of two side by side that are buttons, or that nobody knows, each showed something: their words do not run together."""
    said = [piece if isinstance(piece, str) else _meaning(piece, notes) for piece in pieces]
    apart = (PARAGRAPH if all(map(_stands_alone, two)) else "" for two in pairwise(pieces))
    return "".join(chain.from_iterable(zip_longest(said, apart, fillvalue="")))


def _stands_alone(piece: "str | Shortcode") -> bool:
    return isinstance(piece, Shortcode) and (_is_button(piece) or not is_known(piece.tag))


def _is_button(code: Shortcode) -> bool:
    named = code.tag.replace("-", "_")
    return MODULES.get(named) is modules.button or bool(BUTTON.fullmatch(named))


def _meaning(code: Shortcode, notes: Notes) -> str:
    _unfold(code)
    inner = _said(code.inner or [], notes)
    html = _shown(code, inner, notes)
    if html is None:
        notes.left_out(f"The shortcode [{code.tag}], of which only its plug-in knows what it showed.", code.written)
        return inner
    if not html.strip() and code.tag.replace("-", "_") in MEDIA:
        notes.left_out(f"The shortcode [{code.tag}] showed what the export does not hold.", code.written)
        return html
    said = unescape(html)
    if unsaid := " ".join(value for value in texts_in(code) if value not in said):
        notes.left_out(f"What else stood in the shortcode [{code.tag}].", unsaid)
    return html


def _shown(code: Shortcode, inner: str, notes: Notes) -> str | None:
    """None for one that nobody knows."""
    named = code.tag.replace("-", "_")
    if absent := what_is_absent(code):
        if not absent.is_proposed:
            return left_out(absent.said(code), inner)
        notes.proposed(f"{absent.what} is kept elsewhere in WordPress: put it in here by hand.", code.written)
        return inner
    if known := MODULES.get(named) or MEDIA.get(named):
        return known(code, inner)
    if LAYOUT.fullmatch(named) or INLINE.fullmatch(named):
        return laid_out(named, code, inner)
    if FAMILY.match(named):
        return any_module(code, inner)
    return modules.button(code, inner) if BUTTON.fullmatch(named) else None


def _unfold(code: Shortcode) -> None:
    """Oxygen keeps all that it knows of an element in one attribute, as JSON."""
    try:
        options = json.loads(code.attributes.pop("ct_options", "{}"))
    except (ValueError, RecursionError):
        return
    original = options.get("original") if isinstance(options, dict) else None
    for known in (options, original):
        for name, value in known.items() if isinstance(known, dict) else ():
            if isinstance(value, str):
                code.attributes.setdefault(str(name), value)
