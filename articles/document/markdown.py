"""A document as Markdown (CommonMark with GitHub's tables)."""

import re
from collections.abc import Iterable, Sequence
from functools import singledispatch
from itertools import count
from urllib.parse import urlencode, urljoin

from django.template.defaultfilters import filesizeformat
from django.utils.text import capfirst

from articles.document.blocks import (
    Block,
    CallToAction,
    Comparison,
    Diagram,
    Document,
    Download,
    Figure,
    FinalTakeaway,
    Insight,
    KeyTakeaways,
    PullFigure,
    QuestionAnswer,
    Quote,
    SalaryTable,
    Steps,
    Text,
    Timeline,
    Tip,
    Video,
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
    words = escape(". ".join(filter(None, [block.caption, block.credit])))  # as a whole: “0” and “. ” begin a list
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
    return _titled(f"{capfirst(block.role_name)}: salary a year" if block.role_name else "", _table(columns, rows))


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [map(escape, columns), ["---"] * len(columns), *(map(escape, row) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _titled(title: str, text: str) -> str:
    return f"**{escape(title)}**\n\n{text}" if title else text


@block_to_markdown.register
def _(block: Video) -> str:
    address = block.film.url if block.film else block.hosted.page if block.hosted else ""
    words = f"{escape(block.title)}{f' ({block.length})' if block.lasts else ''}"
    return "\n\n".join(
        filter(None, [f"[{words}]({destination(address)})" if address else words, _rich(block.transcript)])
    )


@block_to_markdown.register
def _(block: Steps) -> str:
    marks = ("- [ ] " if block.checklist else f"{number}. " for number in count(1))
    steps = (
        " ".join(filter(None, [step.name and f"**{escape(step.name)}**", escape(step.detail)])) for step in block.items
    )
    return _titled(block.title, "\n".join(f"{mark}{step}" for mark, step in zip(marks, steps, strict=False)))


@block_to_markdown.register
def _(block: Tip) -> str:
    return _quoted(f"**{'Warning' if block.warning else 'Tip'}**\n\n{_rich(block.html)}")


@block_to_markdown.register
def _(block: PullFigure) -> str:
    source = (
        f"[{escape(block.source)}]({destination(block.link)})" if block.link and block.source else escape(block.source)
    )
    return f"**{escape(block.number)}** {escape(block.text)}" + (f"\n\nSource: {source}" if source else "")


@block_to_markdown.register
def _(block: Comparison) -> str:
    rows = [[name, *(cell for _, cell in cells)] for name, cells in block.paired()]
    columns = ["", *block.options] + [""] * (len(rows[0]) - len(block.options) - 1)
    return _titled(block.title, _table(columns, rows))


@block_to_markdown.register
def _(block: Diagram) -> str:
    """What it says as a list, numbered where its parts have an order."""
    marks = (f"{number}. " if block.is_ordered else "- " for number in count(1))
    parts = (
        ": ".join(filter(None, [part.label and f"**{escape(part.label)}**", escape(part.note)])) for part in block.parts
    )
    listed = "\n".join(f"{mark}{part}" for mark, part in zip(marks, parts, strict=False))
    return _titled(block.title, "\n\n".join(filter(None, [escape(block.text), listed])))


@block_to_markdown.register
def _(block: Timeline) -> str:
    return _titled(block.title, _table(("Time", "What"), ((moment.time, moment.what) for moment in block.moments)))


@block_to_markdown.register
def _(block: Download) -> str:
    words = f"{escape(block.title)} ({block.file.ending.upper()}, {filesizeformat(block.file.size)})"  # type: ignore[union-attr]
    link = f"[{words}]({destination(block.file.url)})"  # type: ignore[union-attr]
    return "\n\n".join(filter(None, [link, escape(block.text)]))


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
