"""Headings that are only large: lines whose letters are larger than those of the text, in documents without styles."""

from collections import Counter
from typing import Any

import mammoth
from mammoth import documents

USUAL = 11.0  # points; what a run without a size of its own has, near enough
LARGER = 1.15
LONGEST = 120  # letters
LEVELS = 3


def with_headings(document: Any) -> Any:
    """The document with its large lines as headings; as it is where it has headings by their style."""
    paragraphs = [one for one in document.children if isinstance(one, documents.Paragraph)]
    if any(_is_styled(one) for one in paragraphs):
        return document
    letters: Counter[float] = Counter()
    for one in paragraphs:
        letters.update({size: len(text) for size, text in _runs(one)})
    text_size = letters.most_common(1)[0][0] if letters else USUAL
    large = sorted({size for one in paragraphs if (size := _size(one)) > LARGER * text_size}, reverse=True)
    levels = {size: min(at, LEVELS) for at, size in enumerate(large, start=1)}

    def styled(paragraph: Any) -> Any:
        level = levels.get(_size(paragraph))
        return paragraph.copy(style_name=f"heading {level}") if level else paragraph

    return mammoth.transforms.paragraph(styled)(document)


def _is_styled(paragraph: Any) -> bool:
    return (paragraph.style_name or "").casefold().startswith(("heading", "title"))


def _size(paragraph: Any) -> float:
    """The size of its letters where it may be a heading, otherwise none."""
    runs = _runs(paragraph)
    sizes = {size for size, _text in runs}
    is_short = 0 < sum(len(text) for _size, text in runs) <= LONGEST
    return sizes.pop() if len(sizes) == 1 and is_short and paragraph.numbering is None else 0.0


def _runs(paragraph: Any) -> list[tuple[float, str]]:
    runs = ((one.font_size or USUAL, _text(one)) for one in paragraph.children if isinstance(one, documents.Run))
    return [(size, text) for size, text in runs if text]


def _text(run: Any) -> str:
    return "".join(one.value for one in run.children if isinstance(one, documents.Text)).strip()
