"""Headings of other editors, which know six levels, as the two levels of a guide.

The levels that are used are mapped in their order, so that a section stays inside the one it stood in. Headings below
the second become bold paragraphs. What has guide headings alone is left as it is, since it may go on from an earlier
text.
"""

import re

OURS = {2, 3}
TAG = re.compile(r"<(/?)h([1-6])(?=[\s/>])([^>]*)>", re.IGNORECASE)
NAMES = ("h2", "h3", "p")


def as_guide_headings(html: str) -> str:
    """The HTML, perhaps not yet sanitised, with `h2`, `h3` and bold paragraphs for its headings."""
    levels = [int(level) for closing, level, _ in TAG.findall(html) if not closing]
    if OURS.issuperset(levels):
        return html
    ranks = _ranks(levels)
    return TAG.sub(lambda tag: _tag(tag[1], ranks.get(int(tag[2]), 0), tag[3]), html)


def _ranks(levels: list[int]) -> dict[int, int]:
    """The rank of each level: 0 for `h2`, 1 for `h3`, 2 for less."""
    used = sorted(set(levels))
    if len(used) == 1:
        return {used[0]: int(used[0] > min(OURS))}
    # The title of a whole page stands for no section, and would push all others down.
    above = 1 if _begins_with_its_title(levels) and len(used) > 2 else 0
    return {level: min(max(rank - above, 0), 2) for rank, level in enumerate(used)}


def _begins_with_its_title(levels: list[int]) -> bool:
    return levels[0] == 1 and levels.count(1) == 1


def _tag(closing: str, rank: int, attributes: str) -> str:
    name = NAMES[rank]
    if name != "p":
        return f"<{closing}{name}{attributes}>"
    return "</strong></p>" if closing else f"<p{attributes}><strong>"
