"""A document as Markdown (CommonMark with GitHub's tables)."""

import re
from functools import singledispatch

from markdownify import markdownify

from articles import salaries
from articles.document import (
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

SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
LEADING = re.compile(r"^(\s*)([-+=]|\d+[.)])", re.MULTILINE)


def to_markdown(document: Document) -> str:
    """The whole guide: title, standfirst and blocks, separated by blank lines. Empty blocks leave nothing."""
    parts = [f"# {escape(document.title)}", escape(document.standfirst)]
    if document.hero.image:
        parts.append(block_to_markdown(document.hero))
    parts += [block_to_markdown(block) for block in document.blocks]
    return "\n\n".join(part for part in parts if part) + "\n"


def escape(text: str) -> str:
    """Plain text that no Markdown reader takes for markup."""
    return LEADING.sub(r"\1\\\2", SPECIAL.sub(r"\\\1", text))


def _rich(html: str) -> str:
    return markdownify(html, heading_style="atx", bullets="-", escape_misc=True).strip()


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())


@singledispatch
def block_to_markdown(block: Block) -> str:
    """One block; raises for a kind that has no Markdown form."""
    raise TypeError(f"No Markdown for {block!r}")


@block_to_markdown.register
def _(block: Text) -> str:
    return _rich(block.html)


@block_to_markdown.register
def _(block: Figure) -> str:
    if not block.image:
        return ""
    picture = f"![{escape('' if block.decorative else block.alt)}](/media/{block.image.name})"
    words = ". ".join(escape(text) for text in (block.caption, block.credit) if text)
    return f"{picture}\n\n{words}".strip()


@block_to_markdown.register
def _(block: KeyTakeaways) -> str:
    if not block.items:
        return ""
    return "## Key takeaways\n\n" + "\n".join(f"- {escape(item)}" for item in block.items)


@block_to_markdown.register
def _(block: SalaryTable) -> str:
    if not block.figures:
        return ""
    rows = [
        f"| {escape(f.level)} | {escape(f.region)} | {salaries.band(f)} | {salaries.BASES[f.basis]} | {f.as_of:%d %B %Y} |"
        for f in block.figures
    ]
    return "\n".join(["| Level | Region | Salary a year | Basis | As of |", "| --- | --- | --- | --- | --- |", *rows])


@block_to_markdown.register
def _(block: Insight) -> str:
    said = [f"{block.voice.name}, {block.voice.role}".strip(", ")] if block.voice else []
    said += [f"{block.said_on:%d %B %Y}"] if block.said_on else []
    attribution = f"\n\n— {escape(', '.join(said))}" if said else ""
    return _quoted(_rich(block.html) + attribution) if block.html else ""


@block_to_markdown.register
def _(block: QuestionAnswer) -> str:
    question = f"### {escape(block.question)}" if block.question else ""
    return f"{question}\n\n{_rich(block.answer)}".strip()


@block_to_markdown.register
def _(block: Quote) -> str:
    source = f"\n\n— {escape(block.source)}" if block.source else ""
    return _quoted(escape(block.text) + source) if block.text else ""


@block_to_markdown.register
def _(block: FinalTakeaway) -> str:
    return f"## Final takeaway\n\n{_rich(block.html)}" if block.html else ""


@block_to_markdown.register
def _(block: CallToAction) -> str:
    heading = f"## {escape(block.heading)}" if block.heading else ""
    link = f"[{escape(block.label)}](/enquiries/new/?role={block.role})" if block.label else ""
    return "\n\n".join(part for part in (heading, escape(block.text), link) if part)
