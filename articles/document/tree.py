"""Sanitised HTML as a tree, for what regular expressions cannot tell: what stands inside what, and beside it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser


@dataclass(slots=True, eq=False)
class Element:
    """One element, or with an empty tag the whole text. Children are elements and plain text."""

    tag: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)

    def elements(self) -> Iterator["Element"]:
        """The children that are elements."""
        return (child for child in self.children if isinstance(child, Element))

    def all(self, tag: str) -> Iterator["Element"]:
        """Every element with this tag beneath this one, in order; what stands inside one of them as well."""
        for child in self.elements():
            if child.tag == tag:
                yield child
            yield from child.all(tag)

    def words(self) -> str:
        """All the text beneath this element, as it stands."""
        return "".join(child if isinstance(child, str) else child.words() for child in self.children)


def parse(html: str) -> Element:
    """The tree of sanitised HTML, in which every element that is not a `br` is closed."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.open[0]


def serialise(element: Element) -> str:
    """The HTML of a tree, as the sanitiser writes it."""
    inner = "".join(_escaped(child) if isinstance(child, str) else serialise(child) for child in element.children)
    if not element.tag:
        return inner
    named = "".join(f' {name}="{escape(value)}"' for name, value in element.attributes.items())
    return f"<{element.tag}{named}>" if element.tag == "br" else f"<{element.tag}{named}>{inner}</{element.tag}>"


def _escaped(text: str) -> str:
    return escape(text, quote=False).replace("\xa0", "&nbsp;")


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element()]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag != "br":
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1].tag == tag and tag:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)
