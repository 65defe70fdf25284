"""What a post became, as lines that can be read and compared."""

import re
from collections.abc import Iterator

from articles.document import Block, Text, plain_text
from articles.document.richtext import one_line
from articles.document.salary_bands import band
from articles.importing.doctor import Healed

# Elements that begin a line of their own.
STARTS = re.compile(r"(?<=>)(?=<(?:p|h2|h3|ul|ol|table|tr|li)\b)")


def outline(healed: Healed) -> str:
    """The document, the proposed salaries and the report, a line for each part."""
    return "\n".join(_lines(healed)) + "\n"


def _lines(healed: Healed) -> Iterator[str]:
    document = healed.document
    yield f"title: {document.title}"
    yield from (f"{name}: {text}" for name in ("standfirst", "description") if (text := getattr(document, name)))
    if healed.author:
        yield f"author: {healed.author.name}"
    if healed.published_at:
        yield f"published: {healed.published_at:%Y-%m-%d}"
    for block in document.blocks:
        yield from ("", f"[{block.kind.replace('_', ' ')}]", *_block(block))
    for role, figures in healed.salaries:
        yield from ("", f"[salaries: {role}]")
        yield from (f"{figure.level}, {figure.region}: {band(figure)}, {figure.as_of}" for figure in figures)
    yield ""
    for line in healed.lines:
        yield f"{line.deed}: {line.what}" + (f" <{one_line(line.words)}>" if line.words else "")


def _block(block: Block) -> list[str]:
    """Text as it is stored, any other block in words."""
    return STARTS.split(block.html) if isinstance(block, Text) else plain_text.lines(block)
