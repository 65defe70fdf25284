"""Where in a guide a finding is: in words, and as the part of its form to jump to."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.text import Truncator, capfirst

from articles.diff.comparison import FIELDS
from articles.document import Document
from articles.gate import repairs
from articles.gate.findings import Finding, Place
from articles.gate.prose.document_text import of_block
from articles.models import BlockRow

LABEL_LENGTH = 60
HERO = {
    "hero.image": "Picture at the top",
    "hero.alt": "Picture at the top, alternative text",
    "hero.decorative": "Picture at the top, “decorative”",
    "hero.caption": "Picture at the top, caption",
    "hero.credit": "Picture at the top, credit",
}

COLUMNS = {"hero.image": "hero_picture"}  # where the form has another name than the document


@dataclass(frozen=True, kw_only=True)
class Located:
    """A finding and where it is; `fragment` is empty where it is about the guide as a whole.

    `is_repairable` says that it brings a repair that changes the document.
    """

    finding: Finding
    where: str
    fragment: str = ""
    is_repairable: bool = False


def locate(
    found: Sequence[Finding], document: Document, rows: Sequence[BlockRow], fragments: Sequence[str] | None = None
) -> list[Located]:
    """The findings in the document that these rows make, each with its place in the form.

    `fragments` are the ids of the rows there, unless the form is as it was opened.
    """
    blocks = list(_blocks(document, rows))
    if fragments is not None:
        blocks = [block | {"fragment": fragment} for block, fragment in zip(blocks, fragments, strict=True)]
    repairable = repairs.repairable(found, document)
    return [
        Located(
            finding=finding,
            is_repairable=position in repairable,
            **(_field(finding.place) if finding.place.block is None else blocks[finding.place.block]),
        )
        for position, finding in enumerate(found)
    ]


def _field(place: Place) -> dict[str, str]:
    label = (FIELDS | HERO).get(place.field)
    if label is None:
        return {"where": "The guide as a whole"}
    return {"where": label, "fragment": f"id_{COLUMNS.get(place.field) or place.field.replace('.', '_')}"}


def _blocks(document: Document, rows: Sequence[BlockRow]) -> Iterator[dict[str, str]]:
    """Each block with the id that Django's admin gives its row: the rows of a kind are numbered among themselves."""
    seen: Counter[type[BlockRow]] = Counter()
    for row, block in zip(rows, document.blocks, strict=True):
        first = next(of_block(block), None)
        label = Truncator(first.text if first else str(row)).chars(LABEL_LENGTH)
        where = f"{capfirst(row._meta.verbose_name)} block {seen[type(row)] + 1}"
        yield {
            "where": f"{where}, “{label}”" if label else where,
            "fragment": f"articles_{row._meta.model_name}_set-{seen[type(row)]}",
        }
        seen[type(row)] += 1
