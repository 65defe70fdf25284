"""Text that may be HTML as a tree that can be walked, however broken it is."""

import re

from lxml import etree, html

# What neither XML nor a page can hold. Bytes 128 to 159 are left to `mending`, which knows what they were to be.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|[\ud800-\udfff\ufffe\uffff]")
PAGE = re.compile(r"<(?:html|head|body)[\s>]", re.IGNORECASE)
TAG = re.compile(r"<[^<>]*>")
DEEPEST = 60  # elements; no text means anything by standing deeper, and walking it would end at Python's own limit


def parse(source: str) -> html.HtmlElement:
    """The tree of a page or a part of one, from its `html` down; what stands deeper than `DEEPEST` is raised."""
    source = CONTROL.sub("", source)
    root, was_read = _parsed(source)
    if not was_read:
        root, _ = _parsed(TAG.sub(" ", source))
    _raise_what_is_deep(root)
    return root


def _parsed(source: str) -> tuple[html.HtmlElement, bool]:
    """The tree, and whether all of it was read: libxml2 stops where elements stand in one another by the thousand."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    root = html.document_fromstring(f"<html>{source}".encode(), parser)
    return root, not any(error.level_name == "FATAL" for error in parser.error_log)


def is_page(source: str) -> bool:
    """Whether the source is a whole page, with a head and what stands around its article."""
    return PAGE.search(source) is not None


def _raise_what_is_deep(root: html.HtmlElement) -> None:
    depth = {root: 0}
    deep = []
    for element in root.iterdescendants(etree.Element):
        depth[element] = depth[element.getparent()] + 1
        if depth[element] > DEEPEST:
            deep.append(element)
    for element in reversed(deep):
        element.drop_tag()
