"""Elements by their classes."""

from collections.abc import Iterator
from html import escape

from lxml import etree
from lxml.html import HtmlElement


def classes_of(element: HtmlElement) -> list[str]:
    return (element.get("class") or "").split()


def all_with(root: HtmlElement, name: str) -> list[HtmlElement]:
    """Every element under it that has the class, in their order; the names before `>` are of its parent."""
    parent, _, own = name.rpartition(">")
    if parent:
        return [child for one in all_with(root, parent) for child in one.iterchildren(own)]
    return [one for one in _elements(root) if name in classes_of(one)]


def first_with(root: HtmlElement, *names: str) -> HtmlElement | None:
    return next((one for one in _elements(root) if any(name in classes_of(one) for name in names)), None)


def _elements(root: HtmlElement) -> Iterator[HtmlElement]:
    return (one for one in root.iterdescendants(etree.Element) if isinstance(one.tag, str))


def inner(element: HtmlElement) -> str:
    """The HTML in it."""
    children = "".join(etree.tostring(one, encoding="unicode", method="html") for one in element)
    return escape(element.text or "", quote=False) + children


def is_within(element: HtmlElement, root: HtmlElement) -> bool:
    return any(one is root for one in element.iterancestors())


def renew(element: HtmlElement, tag: str, **attributes: str) -> None:
    """Makes another element of it, with what it holds."""
    element.tag = tag
    element.attrib.clear()
    element.attrib.update(attributes)


def take_out(element: HtmlElement) -> None:
    """With everything in it; what follows it stays."""
    if element.getparent() is not None:
        element.drop_tree()
