"""The text of a post: what stands in its content, or else in the fields in which a page builder keeps it."""

import json
import re
from html import unescape

from articles.importing.doctor.unbuild.saying import words_of
from articles.importing.doctor.unbuild.stored.fields import from_fields
from articles.importing.report import Deed, Line
from articles.importing.sources.wordpress.index import Index
from articles.importing.sources.wordpress.items import Item
from articles.importing.sources.wordpress.pictures import with_pictures

REUSED = re.compile(r'<!--\s{0,20}wp:block\s{0,20}\{"ref":\s{0,20}(\d{1,12})[^{}]*\}\s{0,20}/-->')
FOOTNOTES = re.compile(r"<!--\s{0,20}wp:footnotes\b[^<>]{0,2000}/-->")
# What an editor leaves in a page that a builder keeps elsewhere.
NOTHING = re.compile(r"<!--[^<>]{0,2000}-->|</?(?:p|br|div|span)\b[^<>]{0,2000}>|&nbsp;|\xa0", re.IGNORECASE)
MOST_MISSING = 0.02
DEEPEST = 5  # blocks within blocks that are shown in many posts
LONGEST = 8_000_000  # characters of a post with all of them


def body(item: Item, index: Index) -> tuple[str, tuple[Line, ...]]:
    """Everything that readers saw, as WordPress keeps it, with shared blocks and the addresses of pictures in it."""
    content = item.fields.get("content", "")
    lines: tuple[Line, ...] = ()
    fields = {key: values[0] for key, values in item.meta.items() if values}
    if not NOTHING.sub("", content).strip():
        kept, lines = from_fields(fields)
        content = kept or content
    elif fields.get("_elementor_edit_mode") == "builder" and "elementor-" not in content:
        content, lines = _as_built(content, fields)
    content = _with_footnotes(_with_reused(content, index), item)
    html, missing = with_pictures(content, item, index)
    return html, (*lines, *missing)


def _as_built(content: str, fields: dict[str, str]) -> tuple[str, tuple[Line, ...]]:
    """Elementor writes the words of a page into its content without their shape. Where something opened, its own record is
    read instead, if that says nearly all of them; what only the page as it was drawn said is named."""
    kept, _ = from_fields({"_elementor_data": fields.get("_elementor_data", "")})
    drawn = words_of(NOTHING.sub(" ", content)).split()
    recorded = set(words_of(unescape(kept)).split())
    missing = [word for word in drawn if unescape(word) not in recorded]
    if "<details>" not in kept or len(missing) > MOST_MISSING * len(drawn):
        return content, ()
    lines = [Line(deed=Deed.REPAIRED, what="What opens on this page was read from Elementor's own record of it.")]
    if missing:
        lines.append(
            Line(deed=Deed.LEFT_OUT, what="Words that Elementor drew and does not record.", words=" ".join(missing))
        )
    return kept, tuple(lines)


def _with_footnotes(content: str, item: Item) -> str:
    """With the list that WordPress 6.3 keeps in a field, where the post shows it."""
    if not FOOTNOTES.search(content):
        return content
    try:
        notes = json.loads(item.meta_of("footnotes") or "[]")
    except ValueError:
        return content
    said = [
        f"<li>{note['content']}</li>"
        for note in (notes if isinstance(notes, list) else ())
        if isinstance(note, dict) and isinstance(note.get("content"), str)
    ]
    return FOOTNOTES.sub(lambda _: f"<ol>{''.join(said)}</ol>" if said else "", content, count=1)


def _with_reused(content: str, index: Index) -> str:
    """With the blocks that many posts share in their place; what stays is named later on."""
    for _ in range(DEEPEST):
        room = LONGEST - len(content)

        def put(reference: re.Match[str]) -> str:
            nonlocal room
            found = index.reused.get(int(reference[1]))
            if found is None or len(found) > room:
                return reference[0]
            room -= len(found)
            return found

        resolved = REUSED.sub(put, content)
        if resolved == content:
            break
        content = resolved
    return content
