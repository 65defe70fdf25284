"""The gate's checks: small functions that take a guide and say what is wrong with it.

Each takes the `DocumentText` and the `SiteContext` and yields findings. A check never touches the database, so that it
can be tried on any document. To add one, write it in the module of its subject and name it in that module's `CHECKS`; a
new module is named in its package, a new package here.
"""

from collections.abc import Callable, Iterable

from articles.document import Document
from articles.gate.checks import (
    consistency,
    dates,
    evidence,
    findability,
    links,
    numbers,
    pay,
    people,
    residue,
    spelling,
    structure,
    typography,
    wording,
)
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Place
from articles.gate.prose.document_text import DocumentText

type Check = Callable[[DocumentText, SiteContext], Iterable[Finding]]

SUBJECTS = (
    residue,
    spelling,
    typography,
    wording,
    structure,
    evidence,
    people,
    links,
    findability,
    consistency,
    dates,
    pay,
    numbers,
)
CHECKS: tuple[Check, ...] = tuple(check for subject in SUBJECTS for check in subject.CHECKS)


def examine(document: Document, site: SiteContext) -> list[Finding]:
    """Everything that the checks find, what blocks first, then in the order of the page."""
    document_text = DocumentText(document)
    found = [finding for check in CHECKS for finding in check(document_text, site)]
    return sorted(found, key=lambda finding: (not finding.blocks, _position(finding.place)))


def _position(place: Place) -> int:
    return -1 if place.block is None else place.block
