"""A guide as a reader meets it: its passages in order, with what kind of text each is and where it stands."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from html.parser import HTMLParser
from itertools import groupby, pairwise
from operator import itemgetter

from articles.document import Block, Document, Figure, richtext
from articles.gate.findings import Place
from articles.gate.prose.quoting import run_on
from articles.lib.visible import without_unseen

# White space after a full stop, question or exclamation mark, perhaps with a closing mark, before a new beginning.
SENTENCE_END = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][”’\"')\]]))\s+(?=[“‘\"'(\[]*[A-Z0-9£$€])")
# Words whose full stop ends no sentence.
ABBREVIATED = re.compile(r"(?:\b(?:e\.g|i\.e|vs|approx|no|Dr|Mr|Mrs|Ms|Prof|St|Ltd|Inc)|\b[A-Z])\.$")
OF_ONESELF = re.compile(r"\b(?:I|I[’'](?:m|ve|d|ll)|[Mm]y(?:self)?)\b")
FEWEST_QUESTIONS = 3  # of a list that is made of them
FEWEST_OF_ONESELF = 4  # paragraphs of “I” in a text that somebody tells of themselves
# Letters that a pattern in which case does not matter takes for others, so that no word list has what it matched.
TAKEN_FOR_OTHERS = str.maketrans("ıİſ\u212a", "iIsK")
STRUCTURE = {"p": "paragraph", "li": "item", "th": "cell", "td": "cell", "h2": "heading", "h3": "heading"}


class Kind(StrEnum):
    """What a passage is to its reader. A line is a short text that need not be a sentence: caption, button, alt text."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    QUESTION = "question"
    LINE = "line"


# By the names of blocks' fields; what is not named here is a line.
KINDS = {
    "question": Kind.QUESTION,
    "text": Kind.PARAGRAPH,
    "items": Kind.ITEM,
    "moments": Kind.ITEM,
    "options": Kind.CELL,
    "rows": Kind.CELL,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """A link of a passage: where it leads and the words that are linked."""

    address: str
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """One heading, paragraph, list item, table cell or line, as plain words.

    `level` is 1 for the title, 2 and 3 for headings, else 0. `ordinal` counts lists and tables of a text, so that
    items of one list share it. `code` are the stretches shown as code, in order.
    """

    place: Place
    kind: Kind
    text: str
    level: int = 0
    ordinal: int = 0
    links: tuple[Link, ...] = ()
    code: tuple[str, ...] = ()

    @property
    def wording(self) -> str:
        """The text with an “x” for each sign of what is shown as code."""
        return without_code(self.text, self.code, "x")

    @property
    def sentences(self) -> list[str]:
        return sentences(self.text)


class DocumentText:
    """A document with its passages; every check reads this. Blocks that no reader sees are passed over."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Everything that a reader reads or hears, in the order of the page; the description comes first."""
        return tuple(self._passages())

    @cached_property
    def prose(self) -> tuple[Passage, ...]:
        """The passages that are made of sentences: paragraphs and list items."""
        return tuple(passage for passage in self.passages if passage.kind in (Kind.PARAGRAPH, Kind.ITEM))

    @cached_property
    def headings(self) -> tuple[Passage, ...]:
        return tuple(passage for passage in self.passages if passage.kind is Kind.HEADING)

    @cached_property
    def blocks(self) -> tuple[tuple[int, Block], ...]:
        """The blocks that are shown, each with its position in the document."""
        return tuple((position, block) for position, block in enumerate(self.document.blocks) if block.is_shown())

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The positions of the passages that stand in a quotation of several paragraphs."""
        found: set[int] = set()
        for _, run in groupby(enumerate(self.passages), key=lambda one: one[1].place):
            positions, passages = zip(*run, strict=True)
            found.update(positions[number] for number in run_on([passage.text for passage in passages]))
        return frozenset(found)

    @cached_property
    def starts(self) -> dict[int | None, int]:
        """Where the passages of each block begin among all of them."""
        return {passage.place.block: position for position, passage in reversed([*enumerate(self.passages)])}

    @cached_property
    def is_told_by_one(self) -> bool:
        """Whether somebody tells of themselves: another “I” is their own voice there, and no sign of talk among writers."""
        told = (OF_ONESELF.search(passage.text) for passage in self.passages if passage.kind is Kind.PARAGRAPH)
        return sum(map(bool, told)) >= FEWEST_OF_ONESELF

    @cached_property
    def questionnaires(self) -> frozenset[tuple[Place, int]]:
        """The lists, by place and ordinal, of three or more items that are questions for the most part."""
        return frozenset(
            one
            for one, items in self.lists.items()
            if len(items) >= FEWEST_QUESTIONS and 2 * _asked(items) > len(items)
        )

    @cached_property
    def lists(self) -> dict[tuple[Place, int], list[str]]:
        """The items of each list, by its place and ordinal."""
        lists: dict[tuple[Place, int], list[str]] = {}
        for passage in self.passages:
            if passage.kind is Kind.ITEM:
                lists.setdefault((passage.place, passage.ordinal), []).append(passage.text)
        return lists

    @cached_property
    def following(self) -> dict[int, Passage]:
        """The passage that comes next in the same text, by the identity of the one before it."""
        return {id(one): after for one, after in pairwise(self.passages) if one.place == after.place}

    def after(self, position: int) -> Iterator[Passage]:
        """The passages that follow one; a copy of them for each would be slow in a long text."""
        return (self.passages[number] for number in range(position + 1, len(self.passages)))

    def block_after(self, position: int) -> tuple[int, Block] | None:
        """The next block that is shown, with its position."""
        number = bisect_right(self.blocks, position, key=itemgetter(0))
        return self.blocks[number] if number < len(self.blocks) else None

    def _passages(self) -> Iterator[Passage]:
        document = self.document
        for name, kind in (("description", Kind.PARAGRAPH), ("title", Kind.TITLE), ("standfirst", Kind.PARAGRAPH)):
            yield from _line(Place(field=name), kind, getattr(document, name), level=int(kind is Kind.TITLE))
        yield from _of_figure(document.hero, None, "hero.")
        for position, block in self.blocks:
            yield from of_block(block, position)


def of_block(block: Block, position: int | None = None) -> Iterator[Passage]:
    """The passages of one block."""
    if isinstance(block, Figure):
        yield from _of_figure(block, position)
        return
    addresses = dict(block.links)
    for name in block.prose:
        place, address = Place(block=position, field=name), getattr(block, addresses.get(name, ""), "")
        for text in block.texts(name):
            yield from passages_of(text, place) if name in block.rich else _line(place, _kind_of(name), text, address)


def passages_of(html: str, place: Place) -> Iterator[Passage]:
    """The passages of sanitised HTML."""
    parser = _Parser(place)
    parser.feed(richtext.typed(html))
    parser.close()
    yield from parser.finished()


def _read(text: str) -> str:
    """The text as a reader has it: what nobody sees parts no word, and a letter is the one that it looks like."""
    return richtext.one_line(without_unseen(text)).translate(TAKEN_FOR_OTHERS)


def without_code(text: str, code: tuple[str, ...], sign: str) -> str:
    """The text with a sign in place of each that its stretches of code have; as long as it was."""
    start = 0
    for stretch in code:
        found = text.find(stretch, start)
        if found >= 0:
            start = found + len(stretch)
            text = f"{text[:found]}{sign * len(stretch)}{text[start:]}"
    return text


def sentences(text: str) -> list[str]:
    """The sentences of one line of plain text; a stop after an abbreviation or an initial ends none."""
    return list(_sentences(text))


@lru_cache(maxsize=4096)  # forty checks ask of the same texts
def _sentences(text: str) -> tuple[str, ...]:
    found: list[list[str]] = []
    for part in SENTENCE_END.split(text):
        if found and ABBREVIATED.search(found[-1][-1]):
            found[-1].append(part)
        else:
            found.append([part])
    whole = (" ".join(parts).strip() for parts in found)
    return tuple(sentence for sentence in whole if sentence)


def _asked(items: list[str]) -> int:
    return sum("?" in item for item in items)


def _kind_of(name: str) -> Kind:
    return KINDS.get(name, Kind.LINE)


def _of_figure(figure: Figure, position: int | None, prefix: str = "") -> Iterator[Passage]:
    heard = () if figure.decorative else ("alt",)
    for name in (*heard, "caption", "credit") if figure.image else ():
        yield from _line(Place(block=position, field=prefix + name), Kind.LINE, getattr(figure, name))


def _line(place: Place, kind: Kind, text: str, address: str = "", level: int = 0) -> Iterator[Passage]:
    """`address` is where the whole text leads."""
    if text:
        links = (Link(address=address, words=_read(text)),) if address else ()
        yield Passage(place=place, kind=kind, text=_read(text), level=level, links=links)


class _Parser(HTMLParser):
    """Cuts sanitised HTML into passages. Loose text between elements becomes a paragraph."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.found: list[Passage] = []
        self.texts: list[str] = []
        self.tags: list[str] = []
        self.links: list[Link] = []
        self.codes: list[str] = []
        self.coded: list[str] | None = None
        self.address: str | None = None
        self.linked: list[str] = []
        self.is_linked = False
        self.lists = 0
        self.ordinals: list[int] = []  # of the lists and tables that are open, the innermost last

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.handle_data(" ")
        elif tag == "a":
            self.address, self.linked, self.is_linked = dict(attrs).get("href") or "", [], False
        elif tag == "code":
            self.coded = []
        elif tag in ("ul", "ol", "table"):
            self._finish()
            self.lists += 1
            self.ordinals.append(self.lists)
        elif tag in STRUCTURE:
            # A paragraph inside a list item or cell goes on with it.
            if not (tag == "p" and self.tags and self.tags[-1] in ("li", "th", "td")):
                self._finish()
            self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._note_link()
            self.address = None
        elif tag == "code":
            self._note_code()
            self.coded = None
        elif tag in STRUCTURE and self.tags:
            inside = tag == "p" and len(self.tags) > 1 and self.tags[-2] in ("li", "th", "td")
            self.texts.append(" ") if inside else self._finish()
            self.tags.pop()
        elif tag in ("ul", "ol", "table") and self.ordinals:
            self._finish()
            self.ordinals.pop()

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
        if self.address is not None:
            self.linked.append(data)
        if self.coded is not None:
            self.coded.append(data)

    def finished(self) -> list[Passage]:
        self._finish()
        return self.found

    def _note_link(self) -> None:
        """Notes the open link with its words. One around several paragraphs is noted with each, and has no rest."""
        words = _read("".join(self.linked))
        if self.address is not None and (words or not self.is_linked):
            self.links.append(Link(address=self.address, words=words))
            self.linked, self.is_linked = [], True

    def _note_code(self) -> None:
        """Notes the open code with its text. One around several paragraphs is noted with each."""
        if self.coded and (code := _read("".join(self.coded))):
            self.codes.append(code)
            self.coded = []

    def _finish(self) -> None:
        text = _read("".join(self.texts))
        if text:
            self._note_link()
            self._note_code()
        tag = self.tags[-1] if self.tags else "p"
        kind = Kind(STRUCTURE[tag])
        if text:
            self.found.append(
                Passage(
                    place=self.place,
                    kind=kind,
                    text=text,
                    level=int(tag[1]) if kind is Kind.HEADING else 0,
                    ordinal=self.ordinals[-1] if self.ordinals and kind in (Kind.ITEM, Kind.CELL) else 0,
                    links=tuple(self.links),
                    code=tuple(self.codes),
                )
            )
        self.texts, self.links, self.codes = [], [], []
