"""A document as Markdown (CommonMark with GitHub's tables)."""

import re
from functools import singledispatch
from urllib.parse import urlencode, urljoin

from django.utils.text import capfirst

from articles.document.blocks import (
    Block,
    CallToAction,
    Document,
    Figure,
    FinalTakeaway,
    Insight,
    KeyTakeaways,
    QuestionAnswer,
    Quote,
    SalaryTable,
    Text,
)
from articles.document.inline_markdown import destination, escape
from articles.document.rich_markdown import to_markdown as _rich
from articles.document.salary_bands import band, basis_in_words
from articles.lib import days

# A link or picture whose address does not say where it begins; an escaped bracket is a word.
RELATIVE = re.compile(r"(?<!\\)((?:\\\\)*\]\()(?![a-z][a-z\d+.-]*:|//)([^()\s]*)(?=\))", re.IGNORECASE)


def to_markdown(document: Document, *notes: str) -> str:
    """The whole guide: title, standfirst, notes and blocks, separated by blank lines. Empty blocks leave nothing.

    `notes` are paragraphs of Markdown.
    """
    shown = [block for block in (document.hero, *document.blocks) if block.is_shown()]
    parts = [f"# {escape(document.title)}", escape(document.standfirst), *notes, *map(block_to_markdown, shown)]
    return "\n\n".join(part for part in parts if part) + "\n"


def with_full_addresses(text: str, page: str) -> str:
    """Markdown whose links and pictures can be followed wherever it is read; `page` is the address of its page."""
    return RELATIVE.sub(lambda link: link[1] + urljoin(page, link[2]), text)


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())


@singledispatch
def block_to_markdown(block: Block) -> str:
    """A block that has something to show; raises for a kind that has no Markdown form."""
    raise TypeError(f"No Markdown for {block!r}")


@block_to_markdown.register
def _(block: Text) -> str:
    return _rich(block.html)


@block_to_markdown.register
def _(block: Figure) -> str:
    picture = f"![{escape('' if block.decorative else block.alt)}]({destination(block.image.url)})"  # type: ignore[union-attr]
    words = ". ".join(escape(text) for text in (block.caption, block.credit) if text)
    return f"{picture}\n\n{words}".strip()


@block_to_markdown.register
def _(block: KeyTakeaways) -> str:
    return "## Key takeaways\n\n" + "\n".join(f"- {escape(item)}" for item in block.items)


@block_to_markdown.register
def _(block: SalaryTable) -> str:
    columns = ["Level", "Region", "Salary a year", "Basis", "As of", "Source"]
    rows = [
        (f.level, f.region, band(f), basis_in_words(f.basis), days.in_words(f.as_of), f.source) for f in block.figures
    ]
    lines = [columns, ["---"] * len(columns), *([escape(cell) for cell in row] for row in rows)]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return f"**{escape(capfirst(block.role_name))}: salary a year**\n\n{table}" if block.role_name else table


@block_to_markdown.register
def _(block: Insight) -> str:
    said = [f"{block.speaker.name}, {block.speaker.role}".strip(", ")] if block.speaker else []
    said += [days.in_words(block.said_on)] if block.said_on else []
    attribution = f"\n\n— {escape(', '.join(said))}" if said else ""
    return _quoted(_rich(block.html) + attribution)


@block_to_markdown.register
def _(block: QuestionAnswer) -> str:
    return f"### {escape(block.question)}\n\n{_rich(block.answer)}"


@block_to_markdown.register
def _(block: Quote) -> str:
    source = f"\n\n— {escape(block.source)}" if block.source else ""
    return _quoted(escape(block.text) + source)


@block_to_markdown.register
def _(block: FinalTakeaway) -> str:
    return f"## Final takeaway\n\n{_rich(block.html)}"


@block_to_markdown.register
def _(block: CallToAction) -> str:
    link = f"[{escape(block.label)}](/enquiries/new/?{urlencode({'role': block.role})})"
    return "\n\n".join(part for part in (f"## {escape(block.heading)}", escape(block.text), link) if part)
