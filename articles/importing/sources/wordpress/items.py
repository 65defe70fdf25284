"""An export as it goes by: what it says of its site, then one item after the other, so that memory holds one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from articles.importing.sources.wordpress.cleaning import Cleaned

# Of the site: its name, addresses, people and terms, each written once before the items.
OF_THE_SITE = frozenset(("title", "link", "description", "pubDate", "base_site_url", "base_blog_url", "wxr_version"))


@dataclass(frozen=True, slots=True)
class Term:
    """A category, tag or other list that an item stands in."""

    taxonomy: str
    slug: str
    name: str


@dataclass(slots=True)
class Item:
    """One item: its plain fields by name, `content` and `excerpt` as they are, its fields of plug-ins, its terms."""

    fields: dict[str, str] = field(default_factory=dict)
    meta: dict[str, list[str]] = field(default_factory=dict)
    terms: list[Term] = field(default_factory=list)
    comments: int = 0
    other_comments: int = 0  # waiting, spam, mentions by other sites

    def get(self, name: str) -> str:
        return self.fields.get(name, "").strip()

    def meta_of(self, *keys: str) -> str:
        """The first of these fields that says something."""
        return next((value.strip() for key in keys for value in self.meta.get(key, ()) if value.strip()), "")


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that the export says of its site: its name there, and the parts of it."""

    name: str
    parts: dict[str, str]


@dataclass(frozen=True, slots=True)
class Break:
    """Where the XML is broken, and what the parser says."""

    line: int
    message: str


def read(export: Cleaned, broken: list[Break] | None = None) -> Iterator[Item | Fact]:
    """Everything of an export in its order. `broken` is told at the end where it could not be read."""
    parser = etree.iterparse(
        export,
        events=("end",),
        recover=True,
        huge_tree=True,  # texts of more than ten megabytes; what could swell has been refused with the DTD
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
    )
    for _, element in parser:
        parent = element.getparent()
        if parent is None or not isinstance(element.tag, str):
            continue
        around, name = _name(parent), _name(element)
        if name == "item":
            yield _item(element)
        elif around == "channel" and len(element):
            yield Fact(name, {_name(part): _text(part) for part in element if isinstance(part.tag, str)})
        elif around == "channel" and name in OF_THE_SITE:
            yield Fact(name, {"": _text(element)})
        if around == "channel" or name == "item":
            _forget(element)
    if broken is not None:
        broken.extend(Break(error.line, error.message) for error in list(parser.error_log)[:20])


def _forget(element: etree._Element) -> None:
    """What has been read leaves the memory; the parser holds the element itself until it is past it."""
    element.clear()
    while (before := element.getprevious()) is not None:
        before.getparent().remove(before)


def _item(element: etree._Element) -> Item:
    item = Item()
    for part in element:
        if not isinstance(part.tag, str):
            continue
        match name := _name(part):
            case "postmeta":
                values = {_name(value): _text(value) for value in part if isinstance(value.tag, str)}
                item.meta.setdefault(values.get("meta_key", "").strip(), []).append(values.get("meta_value", ""))
            case "comment":
                values = {_name(value): _text(value) for value in part if isinstance(value.tag, str)}
                is_seen = values.get("comment_approved", "1") == "1" and values.get("comment_type", "") in (
                    "",
                    "comment",
                )
                item.comments += is_seen
                item.other_comments += not is_seen
            case "category":
                term = Term(part.get("domain") or "category", part.get("nicename") or "", _text(part).strip())
                item.terms.append(term)
            case _:
                item.fields.setdefault(name, _text(part))
    return item


def _name(element: etree._Element) -> str:
    """What an element is called, by whichever version of the format; a prefix that was never declared is part of it."""
    tag = str(element.tag)
    if "excerpt" in tag.rpartition("}")[0] or tag.startswith("excerpt:"):
        return "excerpt"
    local = tag.rpartition("}")[2].rpartition(":")[2]
    if local == "encoded":
        return "content"
    if local == "category" and "}" not in tag and ":" not in tag:
        return "category"
    return f"wp:{local}" if local in ("category", "tag", "term", "author") else local


def _text(element: etree._Element) -> str:
    """Its text, with whatever elements stand in it because a text was not wrapped."""
    if not len(element):
        return element.text or ""
    inner = (etree.tostring(child, encoding="unicode", with_tail=True) for child in element)
    return (element.text or "") + "".join(re.sub(r'\sxmlns:?\w*="[^"]*"', "", part) for part in inner)
