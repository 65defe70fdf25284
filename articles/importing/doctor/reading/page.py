"""The article of a whole page: what stands beside it is left out, with its words."""

from lxml.html import HtmlElement

from articles.importing.doctor.notes import Notes
from articles.importing.doctor.reading.visible import words_of

MOST = 0.6  # of the words; an article that holds fewer is one of several


def article(root: HtmlElement, notes: Notes) -> HtmlElement:
    """The element that holds the article, the whole tree where none stands out."""
    body = root.find("body") if root.find("body") is not None else root
    found = _holding_most(body, [*body.iter("main"), *body.xpath(".//*[@role='main']")])
    found = _holding_most(found, list(found.iter("article")))
    if found is not body:
        found.drop_tree()
        found.tail = None
        if words := words_of(body):
            notes.left_out("What stood around the article is left out.", words)
    return found


def _holding_most(holder: HtmlElement, candidates: list[HtmlElement]) -> HtmlElement:
    whole = len(words_of(holder).split())
    most = max(candidates, key=_length, default=holder)
    return most if _length(most) >= MOST * whole else holder


def _length(element: HtmlElement) -> int:
    return len(words_of(element).split())
