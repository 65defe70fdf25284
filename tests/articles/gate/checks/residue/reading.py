"""What the checks of one module find in a guide made for a test."""

from collections.abc import Callable, Iterable
from datetime import date
from html import escape

from articles.document import Block, Document, Text
from articles.gate.context import SiteContext
from articles.gate.findings import Finding
from articles.gate.prose.document_text import DocumentText

FACTS = SiteContext(today=date(2026, 11, 24))
type Checks = tuple[Callable[[DocumentText, SiteContext], Iterable[Finding]], ...]


def find(checks: Checks, *blocks: Block, **fields: str) -> list[Finding]:
    document_text = DocumentText(Document(blocks=blocks, **fields))
    return [finding for check in checks for finding in check(document_text, FACTS)]


def in_paragraph(checks: Checks, text: str, tag: str = "p") -> list[tuple[str, str]]:
    """Name and level of each finding in the plain text as a paragraph, or as another element."""
    found = find(checks, Text(html=f"<{tag}>{escape(text, quote=False)}</{tag}>"))
    return [(finding.check, finding.level.value) for finding in found]
