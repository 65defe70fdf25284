"""Lists: an item with nothing in it, one item alone, a list in pieces, items of different shapes."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from articles.document import richtext
from articles.document.tree import Element
from articles.gate.checks.structure.rich_trees import rich_texts, words_of
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText, sentences
from articles.gate.prose.fixes import with_content
from articles.gate.prose.patterns import filtered
from articles.gate.prose.words import cut

LISTS = ("ul", "ol")
SMALL = re.compile(r"[a-z]+(?:[-’'][a-z]+)*[,;.!?]?(?: |$)")
CAPITAL = re.compile(r"(?![A-Z]\w*[a-z][A-Z]|[A-Z][a-z]+ [A-Z])[A-Z][a-z]")  # no name, as GitHub or British Council
STOPPED = re.compile(r"(?<!\betc)(?<!…)(?<!\.\.)\.[”’\"')]*$")
# Joined to what is around it: “word; and”, “word,”.
RUNS_ON = filtered(r"(?:[;,]|\b(?:and|or))$")
FEWEST_UNEVEN = 4
# Of so many items one may be the odd one out; where more are, the list is mixed on purpose.
ODD_ONE_OF = 4
FEWEST_ANNOUNCING = 3  # words

EMPTY = Rule(
    check="list-item-empty",
    level=Level.WARNS,
    why="Something may have been forgotten. The page leaves the item out, so no reader will miss it for you.",
    advice="Write the item, or delete it.",
)
ALONE = Rule(
    check="list-of-one",
    level=Level.WARNS,
    why="One item is no list, and readers wonder what is missing.",
    advice="Write the other items, or make it a sentence of the text.",
)
BROKEN = Rule(
    check="list-in-pieces",
    level=Level.WARNS,
    why="A list that is broken up counts from one again, and screen readers announce each piece as a list of its own.",
    advice="Join the pieces, or say before the second what it lists.",
)
UNEVEN = Rule(
    check="list-uneven",
    level=Level.WARNS,
    why="Items that begin or end differently look as if they came from different lists.",
    advice="Begin them all with a capital or none, and end them all with a full stop or none.",
)


def list_item_empty(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for place, text in rich_texts(guide, "li></li"):
        number = sum(not words_of(item) for name in LISTS for each in text.all(name) for item in _items(each))
        if number:
            what = (
                "A list has an item with nothing in it."
                if number == 1
                else f"{number} items of lists have nothing in them."
            )
            yield EMPTY.found(place, what, fix=with_content(place, richtext.without_blank_items))


def list_of_one(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """The first of the guide that is numbered, or that a lead-in announces.

    Not a list within another, nor one of several pieces, which another finding names. One bullet beneath a heading is
    how some write a note.
    """
    for place, text in rich_texts(guide, *LISTS):
        pieces = {id(one) for pair in _pieces(text) for one in pair}
        announced = {id(after) for before, after in pairwise(text.elements()) if _announces(before)}
        for each in (each for each in text.elements() if each.tag in LISTS and id(each) not in pieces):
            items = [item for item in _items(each) if words_of(item)]
            is_list = each.tag == "ol" or id(each) in announced
            if is_list and len(items) == 1 and not list(_lists(items[0])) and not _is_link(items[0]):
                yield ALONE.found(place, "A list has only one item.", excerpt=cut(words_of(items[0])))
                return


def list_in_pieces(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Two lists of a kind with nothing between, or numbered ones that each begin at one."""
    for place, text in rich_texts(guide, *LISTS):
        for _, second in _pieces(text):
            first_item = next((words_of(item) for item in _items(second)), "")
            yield BROKEN.found(place, "A list goes on in a second one.", excerpt=cut(first_item))
            break


def list_uneven(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """The first list of the guide that is."""
    for place, text in rich_texts(guide, *LISTS):
        for each in _lists(text):
            texts = [said for item in _items(each) if (said := words_of(item))]
            if how := _unevenness(texts):
                yield UNEVEN.found(place, f"Some items of a list {how}, others do not.", excerpt=cut(texts[0]))
                return


def _announces(before: Element) -> bool:
    """Whether it is the lead-in of a list, and more than a label: “Bring these papers:”."""
    said = words_of(before)
    return before.tag == "p" and said.endswith(":") and len(said.split()) >= FEWEST_ANNOUNCING


def _unevenness(texts: Sequence[str]) -> str:
    """How some items differ from the others; a name may begin a few with a capital, and the last may end with a stop."""
    small = sum(SMALL.match(text) is not None for text in texts)
    capital = sum(CAPITAL.match(text) is not None for text in texts)
    if 0 < small <= capital and _is_odd(small, len(texts)):
        return "begin with a capital letter"
    if len(texts) < FEWEST_UNEVEN or any(len(sentences(text)) > 1 or RUNS_ON.search(text) for text in texts):
        return ""
    stopped = [STOPPED.search(text) is not None for text in texts]
    odd = min(sum(stopped[:-1]), stopped.count(False))
    return "end with a full stop" if _is_odd(odd, len(texts)) else ""


def _is_odd(number: int, of: int) -> bool:
    """Whether so many items are the exception."""
    return 0 < number * ODD_ONE_OF <= max(of, ODD_ONE_OF)


def _lists(text: Element) -> Iterator[Element]:
    return (each for name in LISTS for each in text.all(name))


def _is_link(item: Element) -> bool:
    """Whether the item leads on, as the one entry of “see also” does."""
    return any(words_of(link) == words_of(item) for link in item.all("a"))


def _items(each: Element) -> list[Element]:
    return [item for item in each.elements() if item.tag == "li"]


def _pieces(text: Element) -> Iterator[tuple[Element, Element]]:
    """Lists that are one list in truth, each with the piece before it; loose text between two parts them."""
    children = [child for child in text.children if isinstance(child, Element) or child.strip()]
    blocks = [child if isinstance(child, Element) else Element() for child in children]
    yield from ((first, second) for first, second in pairwise(blocks) if first.tag == second.tag in LISTS)
    for first, between, second in zip(blocks, blocks[1:], blocks[2:], strict=False):
        if _is_parted(first, between, second):
            yield first, second


def _is_parted(first: Element, between: Element, second: Element) -> bool:
    """Whether a paragraph parts two lists of one item each."""
    alike = first.tag == second.tag in LISTS and between.tag == "p" and not words_of(between).endswith(":")
    return alike and len(_items(first)) == len(_items(second)) == 1 and "start" not in second.attributes


CHECKS = (list_item_empty, list_of_one, list_in_pieces, list_uneven)
