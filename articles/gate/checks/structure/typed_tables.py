"""Tables pasted as text: cells parted by bars, tabs or rows of dots, or by nothing at all."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from articles.document import Text, tree
from articles.document.tree import Element
from articles.gate.checks.structure.rich_trees import words_of
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Fix, Level, Place, Rule
from articles.gate.prose import repeats
from articles.gate.prose.document_text import DocumentText, Kind, Passage
from articles.gate.prose.fixes import with_content
from articles.gate.prose.own_passages import content_of, own_passages
from articles.gate.prose.patterns import filtered
from articles.gate.prose.words import cut

BARS = filtered(
    r"^[^|.!?]{1,60}(?:\s\|\s?[^|.!?]{1,60}){2,11}\|?$"
    r"|^[\w£$€,.]+(?: [\w£$€,.]+)?\s\|\s[\w£$€,.]+(?: [\w£$€,.]+)?$|^\|(?:[^|]{1,60}\|){2,11}$"
    r"|^\|?(?:\s?:?-{3,}:?\s?\|)+"
)
LEADERS = filtered(r"(?<=\w)(?=[ ._…-]) ?(?:\.{5,}|_{4,}|(?: \.){4,}|…{2,}|-{5,}) ?[£$€\w]|\w ?[-=]{1,2}> ?[£$€]")
CELLS = re.compile(r"[^.!?;]{1,40}(?:;\s?[^.!?;]{1,40}){2,11}$|[A-Z]\w{1,20}(?:,[A-Z]\w{1,20}){1,11}$")
GAPS = re.compile(r"[\w.)%]\t+[\w£$€(]|[\w.)%](?:[ \xa0]{4,})[\w£$€(]")
# What prose has and the cells of a table have not.
PROSE = filtered(
    r"[.,;!?:](?: |$)|\b(?:a|an|and|are|as|at|be|but|can|do|for|from|has|have|if|in|is|it|of|on|or|our|that|the|their|they|"
    r"this|to|was|we|were|what|when|who|will|with|you|your)\b|@|/",
)
# “Junior: £30,000 Senior: £60,000”
PRICED = re.compile(
    r"(?:[A-Z][a-z]{1,20}(?: [A-Za-z]{1,20})?(?::| [-–])? ?[£$€]\d[\d,.]{0,12}k?(?: ?[-–] ?[£$€]?\d[\d,.]{0,12}k?)?(?: |$)){2,20}$"
)
AMOUNT = re.compile(r"[£$€]\d[\d,.]*(?:k|m)?\b|\b\d{1,3}(?:,\d{3})*\b%?")
POSTCODE = filtered(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\b\d{5,}\b|\b(?:19|20)\d\d\b")
# A row begins: a name after a cell that ends in a number or a small word.
ROW = re.compile(r"[\da-z%k] (?=[A-Z][a-z]+(?: [A-Z]?[a-z]+)?(?: [–-])? (?:[£$€]?\d))")
# Signs typed to part short cells; one dash or two may part a sentence, where no figure stands.
RULED = re.compile(r"[\w£$€%., ]{1,30}(?: (?:-{3,}|={2,}|~{2,}) [\w£$€%., ]{1,30}){2,11}\.?$")
DASHED = re.compile(r"(?=(?:.*\d){2})[\w£$€%,]+(?: [\w£$€%,]+){0,3}(?: -- [\w£$€%,]+(?: [\w£$€%,]+){0,3}){2,11}$")
# Where a row begins again: a capital after a figure or a small word.
AGAIN = re.compile(r"(?<=[\da-z%]) (?=[A-Z][A-Za-z]*(?: [A-Z])? )")
MOST_IN_ROW = 6
FEWEST_AGAIN = 3
FEWEST_CELLS = 6
FEWEST_ROWS = 2

TYPED = Rule(
    check="table-typed-by-hand",
    level=Level.WARNS,
    why="On a phone the columns fall apart, and screen readers cannot tell which cell belongs to which heading.",
    advice="Make it a table with the button for tables.",
)


def table_typed_by_hand(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Once for the guide."""
    return repeats.once(_typed(guide))


def _typed(guide: DocumentText) -> Iterator[Finding]:
    """Once for each run of paragraphs."""
    gapped = _gapped(guide)
    before: Passage | None = None
    for passage in own_passages(guide, (Kind.PARAGRAPH,)):
        is_table = _is_table(passage.wording) or (passage.place in gapped and passage.text in gapped[passage.place])
        follows = before is not None and before.place == passage.place
        if is_table and not follows:
            what = f"“{cut(passage.text)}” looks like part of a table."
            yield TYPED.found(passage.place, what, excerpt=cut(passage.text), fix=_tabled(guide, passage.place))
        before = passage if is_table else None


def _is_table(text: str) -> bool:
    return (
        any(pattern.search(text) for pattern in (BARS, LEADERS))
        or any(pattern.match(text) for pattern in (RULED, DASHED))
        or CELLS.match(text) is not None
        or _is_flattened(text)
    )


def _is_flattened(text: str) -> bool:
    """Whether the rows of a table stand one after the other, with nothing between the cells."""
    if PRICED.match(text):
        return True
    if _repeats(text):
        return True
    if PROSE.search(text) or POSTCODE.search(text) or len(text.split()) < FEWEST_CELLS:
        return False
    return len(AMOUNT.findall(text)) >= FEWEST_ROWS and len(ROW.findall(text)) >= FEWEST_ROWS - 1


def _repeats(text: str) -> bool:
    """Whether rows of one pattern follow each other, each a name in capitals or with a capital, then a figure."""
    if not text[:1].isupper() or POSTCODE.search(text) or PROSE.search(text.replace(" to ", " ")):
        return False
    rows = AGAIN.split(text)
    return len(rows) >= FEWEST_AGAIN and all(
        1 < len(row.split()) <= MOST_IN_ROW and any(sign.isdigit() for sign in row) for row in rows
    )


def _gapped(guide: DocumentText) -> dict[Place, set[str]]:
    """The paragraphs whose cells tabs or many spaces part, which no passage shows."""
    found: dict[Place, set[str]] = {}
    for position, block in guide.blocks:
        if isinstance(block, Text) and GAPS.search(block.html):
            paragraphs = tree.parse(block.html).all("p")
            texts = {words_of(paragraph) for paragraph in paragraphs if GAPS.search(paragraph.words())}
            found[Place(block=position, field="html")] = texts
    return found


def _tabled(guide: DocumentText, place: Place) -> Fix | None:
    """The repair of rows with bars, where each has as many cells as the first."""
    if place.block is None or not isinstance(guide.document.blocks[place.block], Text):
        return None
    html = content_of(guide, place)[0]
    return with_content(place, with_tables) if with_tables(html) != html else None


@lru_cache(maxsize=64)  # asked for each run of a text
def with_tables(html: str) -> str:
    """The HTML with each run of paragraphs with bars as a table, the first as its headings."""
    root = tree.parse(html)
    children: list[Element | str] = []
    for is_row, group in groupby(root.children, key=_is_row):
        nodes = list(group)
        rows = [_cells(node) for node in nodes if isinstance(node, Element)] if is_row else []
        is_even = len(rows) > 1 and len({len(row) for row in rows}) == 1
        children += [_table(rows)] if is_even else nodes
    root.children = children
    return tree.serialise(root)


def _is_row(node: Element | str) -> bool:
    """Whether this is a paragraph of plain words parted by bars."""
    if isinstance(node, str) or node.tag != "p" or any(isinstance(child, Element) for child in node.children):
        return False
    return BARS.search(words_of(node)) is not None


def _cells(row: Element) -> list[str]:
    return [cell.strip() for cell in words_of(row).strip("|").split("|")]


def _table(rows: list[list[str]]) -> Element:
    first, *rest = [row for row in rows if not all(re.fullmatch(r":?-{3,}:?", cell) for cell in row)]
    head = Element("thead", children=[_row("th", first)])
    return Element("table", children=[head, Element("tbody", children=[_row("td", row) for row in rest])])


def _row(tag: str, cells: list[str]) -> Element:
    return Element("tr", children=[Element(tag, children=[cell]) for cell in cells])


CHECKS = (table_typed_by_hand,)
