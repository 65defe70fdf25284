"""The article of a whole page: what stands beside it is left out, with its words."""

import re
from operator import itemgetter

from lxml.html import HtmlElement

from articles.importing.doctor.notes import Notes
from articles.importing.doctor.reading.visible import words_of

STANDFIRST = re.compile(
    r"(?:(?:article|post|entry|page|blog)-?_*)?(?:standfirst|excerpt|subtitle|sub-title|deck|dek)|MsoSubtitle",
    re.IGNORECASE,
)
LONGEST = 80  # words of a standfirst
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


def standfirst(article: HtmlElement, notes: Notes) -> str:
    """The sentence under the title, taken out of the text, where the page names it so."""
    for element in article.iter("p", "div", "span", "h2"):
        words = words_of(element) if any(map(STANDFIRST.fullmatch, element.get("class", "").split())) else ""
        if words and len(words.split()) <= LONGEST:
            notes.kept("The sentence under the title became the standfirst.", words)
            element.drop_tree()
            return words
    return ""


def _holding_most(holder: HtmlElement, candidates: list[HtmlElement]) -> HtmlElement:
    if not candidates:
        return holder
    length, most = max(((_length(one), one) for one in candidates), key=itemgetter(0))
    return most if length >= MOST * _length(holder) else holder


def _length(element: HtmlElement) -> int:
    return len(words_of(element).split())
