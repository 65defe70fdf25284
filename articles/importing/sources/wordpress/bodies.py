"""The text of a post: what stands in its content, or else in the fields in which a page builder keeps it."""

import re

from articles.importing.doctor.unbuild.stored.fields import from_fields
from articles.importing.report import Line
from articles.importing.sources.wordpress.index import Index
from articles.importing.sources.wordpress.items import Item
from articles.importing.sources.wordpress.pictures import with_pictures

REUSED = re.compile(r'<!--\s{0,20}wp:block\s{0,20}\{"ref":\s{0,20}(\d{1,12})[^{}]*\}\s{0,20}/-->')
DEEPEST = 5  # blocks within blocks that are shown in many posts
LONGEST = 8_000_000  # characters of a post with all of them


def body(item: Item, index: Index) -> tuple[str, tuple[Line, ...]]:
    """Everything that readers saw, as WordPress keeps it, with shared blocks and the addresses of pictures in it."""
    content = item.fields.get("content", "")
    lines: tuple[Line, ...] = ()
    if not content.strip():
        content, lines = from_fields({key: values[0] for key, values in item.meta.items() if values})
    return with_pictures(_with_reused(content, index), item, index), lines


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
