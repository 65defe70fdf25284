"""Footnotes, which a guide does not have: their words come to its end, under the numbers that its text has."""

import re

from lxml.html import HtmlElement

BACK = re.compile(r"^\s*(?:↑|↩|\^)\ufe0e?\s*$")
NOTE = re.compile(r"#(?:fn|footnote|endnote|ftnt|_ftn)\w*[-_:]?\d*$")
HEADING = "Notes"


def at_the_end(root: HtmlElement) -> None:
    """Makes plain numbers of the links to notes, takes out the links back, and puts a heading over the notes."""
    noted = False
    for link in list(root.iter("a")):
        if BACK.match("".join(link.itertext())):
            link.drop_tree()
        elif NOTE.search(link.get("href", "")) and (link.getparent().tag == "sup" or link.find("sup") is not None):
            _plain(link)
            noted = True
    if noted and (last := _last_list(root)) is not None:
        heading = root.makeelement("h2")
        heading.text = HEADING
        last.addprevious(heading)
    for line in list(root.iter("hr")):
        if "footnotes-sep" in line.get("class", ""):
            line.drop_tree()


def _plain(link: HtmlElement) -> None:
    for part in (link, *link.iter("sup")):
        part.text = (part.text or "").strip("[]") if part.text else part.text
    link.drop_tag()


def _last_list(root: HtmlElement) -> HtmlElement | None:
    """The list of notes, or what holds it."""
    found = [
        one
        for one in root.iter("ol")
        if any("fn" in item.get("id", "") or "note" in item.get("id", "") for item in one)
    ]
    if not found:
        return None
    holder = found[-1].getparent()
    return holder if holder is not None and holder is not root and holder.tag == "section" else found[-1]
