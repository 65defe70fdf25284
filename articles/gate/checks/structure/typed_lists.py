"""Lists typed as paragraphs, with a dash, a bullet or a number before each item."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import pairwise

from articles.document import Text, tree
from articles.document.tree import Element
from articles.gate.checks.structure.rich_trees import words_of
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Fix, Level, Place, Rule
from articles.gate.prose import repeats
from articles.gate.prose.document_text import DocumentText, Kind, Passage
from articles.gate.prose.fixes import with_content
from articles.gate.prose.own_passages import own_passages
from articles.gate.prose.patterns import filtered
from articles.gate.prose.words import cut

SIGNS = "-–—*•·▪◦‣●○■□◆◇★➤►→✓✔☑+>"
BULLET = re.compile(rf"[{re.escape(SIGNS)}] ?(?=[A-Za-z“‘(£\d])")
NUMBER = re.compile(
    r"\(?(?:\d{1,2}|[a-z]|i{1,3}|iv|vi{0,3}|ix)[.)] ?(?=[A-Z“‘(])|(?:[A-H]|I{1,3}|IV|VI{0,3})\) (?=[A-Z])|\d{1,2} ?- (?=[A-Z])|o (?=[A-Z][a-z])"
)
MARKED = re.compile(rf"(?P<bullet>{BULLET.pattern})|(?P<number>{NUMBER.pattern})")
# Several items in one paragraph.
SEVERAL = filtered(
    r"(?:^|[.:;!?] )(?:(?P<digit>\(?1[.)] ?[A-Z].{1,200}?\W\(?2[.)] ?[A-Z])|(?P<letter>\(?a[.)] ?[A-Z].{1,200}?\W\(?b[.)] ?[A-Z])"
    r"|(?P<step>(?P<named>Step|Stage|Part|Phase) (?:1|one)\W.{1,200}?(?P=named) (?:2|two)\W)"
    r"|(?P<ordinal>First(?:ly)?[:–—-] .{1,200}?[.;] ?Second(?:ly)?[:–—-] ))"
    r"|^[-–•*·▪] ?\S.{0,200}? [-–•*·▪] \S.{0,200}? [-–•*·▪] \S|(?:^|\s)•.{1,200}?\s•"
)
# Who said the words above: “– Anna Berg, engineer”.
SIGNED = re.compile(r"[-–—] ?(?:@\w|(?:[A-Z][\w.’-]*,? ){1,3}(?:[A-Z][\w.’-]*|\d)|[A-Z][\w’-]+, )")
# A note at the end of a text, which a sign in the text leads to.
NOTED = filtered(r"\w[.,]?\*(?!\w)")
NEGATIVE = re.compile(r"[-–+] ?[\d£]")
LONGEST = 300
LONGEST_HEADING = 80

TYPED = Rule(
    check="list-typed-by-hand",
    level=Level.WARNS,
    why="It looks like a list and is none: screen readers do not count the items, and lines that wrap do not hang together.",
    advice="Make it a list with the button for lists, and take the typed signs out.",
)


def list_typed_by_hand(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Once for the guide; the repair makes one list of each run of paragraphs."""
    return repeats.once(_typed(guide))


def _typed(guide: DocumentText) -> Iterator[Finding]:
    """One for each run of paragraphs."""
    headings = _typed_headings(guide)
    before: Passage | None = None
    has_notes = any(NOTED.search(passage.wording) for passage in guide.passages)
    for passage in own_passages(guide):
        if (has_notes and passage.text.startswith("*")) or passage in headings:
            continue
        if passage.kind is Kind.PARAGRAPH and not passage.place.field.endswith("description"):
            sign = _sign(passage.wording)
            follows = before is not None and before.place == passage.place and _sign(before.wording) != ""
            if sign and not follows:
                what = f"“{cut(passage.text)}” is typed as an item of a list."
                yield TYPED.found(passage.place, what, excerpt=cut(passage.text), fix=_listed(guide, passage.place))
            elif not sign and SEVERAL.search(passage.wording):
                what = "This paragraph holds the items of a list."
                yield TYPED.found(passage.place, what, excerpt=cut(passage.text))
        before = passage if passage.kind is Kind.PARAGRAPH else None


def _typed_headings(guide: DocumentText) -> Collection[Passage]:
    """The numbered lines with a text of its own beneath each: “1. Small teams”, which are headings and no list."""
    found = [
        line
        for line, text in pairwise(guide.passages)
        if line.kind is text.kind is Kind.PARAGRAPH
        and NUMBER.match(line.wording)
        and len(line.text) < LONGEST_HEADING
        and line.text[-1] not in ".;"
        and not _sign(text.wording)
        and len(text.text) > len(line.text)
    ]
    return found if len(found) > 1 else ()


def _sign(text: str) -> str:
    """The sign or number typed before an item; nothing before a name that signs, or a figure below nought."""
    found = MARKED.match(text)
    if not found or len(text) > LONGEST or SIGNED.match(text) or NEGATIVE.match(text):
        return ""
    return found[0] if not SEVERAL.search(text) else ""


def _listed(guide: DocumentText, place: Place) -> Fix | None:
    """The repair of all runs of the text; none where only one paragraph is marked, which may be no list."""
    if place.block is None or not isinstance(guide.document.blocks[place.block], Text):
        return None
    html = getattr(guide.document.blocks[place.block], place.field)
    return with_content(place, with_lists) if with_lists(html) != html else None


@lru_cache(maxsize=64)  # asked for each run of a text
def with_lists(html: str) -> str:
    """The HTML with each run of two or more paragraphs that are marked alike as a list."""
    root = tree.parse(html)
    children: list[Element | str] = []
    run: list[Element] = []
    for child in [*root.children, ""]:
        if run and not (isinstance(child, Element) and typed_kind(child) == typed_kind(run[0])):
            children += [_list(run)] if _is_list(run) else run
            run = []
        if isinstance(child, Element) and typed_kind(child):
            run.append(child)
        else:
            children.append(child)
    root.children = children
    return tree.serialise(root)


def typed_kind(element: Element) -> str:
    found = MARKED.match(words_of(element)) if element.tag == "p" else None
    if not found or not _sign(words_of(element)) or not isinstance(element.children[0], str):
        return ""
    return "ul" if found["bullet"] else "ol"


def _is_list(run: list[Element]) -> bool:
    """Whether these are two items at least, and numbered ones count from one."""
    if len(run) < 2 or typed_kind(run[0]) == "ul":
        return len(run) > 1
    numbers = [re.sub(r"\W", "", MARKED.match(words_of(item))[0]) for item in run]  # type: ignore[index]
    return numbers in ([str(n) for n in range(1, len(run) + 1)], list("abcdefghijklmnopqrstuvwxyz"[: len(run)]))


def _list(run: list[Element]) -> Element:
    letters = {"type": "a"} if words_of(run[0]).lstrip("(").startswith("a") else {}
    items = [Element("li", children=[_unmarked(str(item.children[0])), *item.children[1:]]) for item in run]
    kind = typed_kind(run[0])
    return Element(kind, letters if kind == "ol" else {}, list(items))


def _unmarked(text: str) -> str:
    return MARKED.sub("", text.lstrip(), count=1).lstrip()


CHECKS = (list_typed_by_hand,)
