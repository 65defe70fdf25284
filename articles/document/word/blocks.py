"""Each kind of block in a Word file, in the words that its page and its Markdown have."""

from functools import singledispatch
from urllib.parse import urlencode

from django.template.defaultfilters import filesizeformat
from django.utils.text import capfirst

from articles.document.blocks import (
    Block,
    CallToAction,
    Comparison,
    Diagram,
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
from articles.document.salary_bands import band, basis_in_words
from articles.document.tree import Element
from articles.document.word import pictures, rich
from articles.document.word.paper import Paper
from articles.lib import days

QUOTE, CAPTION = "Quote", "Caption"


@singledispatch
def write(block: Block, paper: Paper) -> None:
    """A block that has something to show; raises for a kind that has no form in Word."""
    raise TypeError(f"No Word for {block!r}")


@write.register
def _(block: Text, paper: Paper) -> None:
    rich.write(paper, block.html)


@write.register
def _(block: Figure, paper: Paper) -> None:
    pictures.write(paper, block.image, block.alt, decorative=block.decorative)  # type: ignore[arg-type] # it is shown
    if words := ". ".join(text for text in (block.caption, block.credit) if text):
        paper.paragraph([words], CAPTION)


@write.register
def _(block: KeyTakeaways, paper: Paper) -> None:
    paper.heading("Key takeaways", 1)
    _items(paper, block.items)


@write.register
def _(block: SalaryTable, paper: Paper) -> None:
    _title(paper, f"{capfirst(block.role_name)}: salary a year" if block.role_name else "")
    rows = [
        (f.level, f.region, band(f), basis_in_words(f.basis), days.in_words(f.as_of), f.source) for f in block.figures
    ]
    paper.table([("Level", "Region", "Salary a year", "Basis", "As of", "Source"), *rows])


@write.register
def _(block: Video, paper: Paper) -> None:
    address = block.film.url if block.film else block.hosted.page if block.hosted else ""
    words = f"{block.title}{f' ({block.length})' if block.lasts else ''}"
    paper.paragraph([_link(words, address) if address else words])
    rich.write(paper, block.transcript)


@write.register
def _(block: Steps, paper: Paper) -> None:
    _title(paper, block.title)
    number = paper.numbering("ul" if block.checklist else "")
    for step in block.items:
        name = [Element("strong", children=[step.name])] if step.name else []
        space = [" "] if step.name and step.detail else []
        paper.item([*name, *space, step.detail], number, 0)


@write.register
def _(block: Tip, paper: Paper) -> None:
    begun = f"<strong>{'Warning' if block.warning else 'Tip'}:</strong>"
    is_paragraph = block.html.startswith("<p>")
    rich.write(paper, f"<p>{begun} {block.html[3:]}" if is_paragraph else f"<p>{begun}</p>{block.html}")


@write.register
def _(block: PullFigure, paper: Paper) -> None:
    paper.paragraph([Element("strong", children=[block.number]), f" {block.text}"])
    if block.source:
        paper.paragraph(["Source: ", _link(block.source, block.link) if block.link else block.source])


@write.register
def _(block: Comparison, paper: Paper) -> None:
    _title(paper, block.title)
    rows = [[name, *(cell for _, cell in cells)] for name, cells in block.paired()]
    paper.table([["", *block.options], *rows])


@write.register
def _(block: Diagram, paper: Paper) -> None:
    """What it says as a list, numbered where its parts have an order."""
    _title(paper, block.title)
    if block.text:
        paper.paragraph([block.text])
    number = paper.numbering("" if block.is_ordered else "ul")
    for part in block.parts:
        label = [Element("strong", children=[part.label])] if part.label else []
        colon = [": "] if part.label and part.note else []
        paper.item([*label, *colon, part.note], number, 0)


@write.register
def _(block: Timeline, paper: Paper) -> None:
    _title(paper, block.title)
    paper.table([("Time", "What"), *((moment.time, moment.what) for moment in block.moments)])


@write.register
def _(block: Download, paper: Paper) -> None:
    file = block.file
    words = f"{block.title} ({file.ending.upper()}, {filesizeformat(file.size)})"  # type: ignore[union-attr] # it is shown
    paper.paragraph([_link(words, file.url)])  # type: ignore[union-attr]
    if block.text:
        paper.paragraph([block.text])


@write.register
def _(block: Insight, paper: Paper) -> None:
    rich.write(paper, block.html, QUOTE)
    said = [f"{block.speaker.name}, {block.speaker.role}".strip(", ")] if block.speaker else []
    said += [days.in_words(block.said_on)] if block.said_on else []
    _by(paper, ", ".join(said))


@write.register
def _(block: QuestionAnswer, paper: Paper) -> None:
    paper.heading(block.question, 2)
    rich.write(paper, block.answer)


@write.register
def _(block: Quote, paper: Paper) -> None:
    paper.paragraph([block.text], QUOTE)
    _by(paper, block.source)


@write.register
def _(block: FinalTakeaway, paper: Paper) -> None:
    paper.heading("Final takeaway", 1)
    rich.write(paper, block.html)


@write.register
def _(block: CallToAction, paper: Paper) -> None:
    if block.heading:
        paper.heading(block.heading, 1)
    if block.text:
        paper.paragraph([block.text])
    paper.paragraph([_link(block.label, f"/enquiries/new/?{urlencode({'role': block.role})}")])


def _title(paper: Paper, words: str) -> None:
    """What stands over a table or a list."""
    if words:
        paper.paragraph([words], CAPTION).paragraph_format.keep_with_next = True


def _items(paper: Paper, items: tuple[str, ...]) -> None:
    number = paper.numbering("ul")
    for item in items:
        paper.item([item], number, 0)


def _by(paper: Paper, words: str) -> None:
    if words:
        paper.paragraph([f"— {words}"], QUOTE)


def _link(words: str, address: str) -> Element:
    return Element("a", {"href": address}, [words])
