"""Elements of a Word document: their words, and taking them out."""

from collections.abc import Iterator

from lxml import etree

from articles.importing.sources.documents.word.package import W

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
TEXT = (f"{W}t", f"{W}delText", f"{A}t", f"{M}t")
APART = (f"{W}p", f"{W}tc", f"{A}p", f"{W}tab", f"{W}br", f"{W}cr")


def words(element: etree._Element) -> str:
    """All words beneath an element, as one line."""
    return " ".join("".join(_spoken(element)).split())


def _spoken(element: etree._Element) -> Iterator[str]:
    for one in element.iter():
        if one.tag in TEXT:
            yield one.text or ""
        elif one.tag in APART:
            yield " "


def remove(element: etree._Element) -> None:
    """Takes the element out, with all that is in it."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: etree._Element) -> None:
    """Takes the element out, and leaves what is in it."""
    for child in element:
        element.addprevious(child)
    remove(element)
