"""One line of rich text as Markdown, so that every CommonMark reader with GitHub's extensions reads it as it is meant.

A mark is written with asterisks or tildes where a reader takes these for one: not beside white space, and not between
a letter outside and a punctuation mark inside (CommonMark 0.31, section 6.2). Elsewhere white space and punctuation
leave the mark, and where that does not help the mark is a tag.
"""

import re
import string
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from urllib.parse import quote

from articles.document.tree import Element

SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&])")
# What GitHub would make a link of.
AUTOLINK = re.compile(r"((?:https?|ftp)(?=://)|\b(?:mailto|xmpp)(?=:)|\bwww(?=\.)|(?<=[\w.+-])(?=@\w))", re.IGNORECASE)
# What makes a line a list or an underline: only the punctuation mark can be escaped.
LEADING = re.compile(r"^((?=[-+=]|:-)|\d+(?=[.)]))")
# What would end an address, or be read as something else first.
UNSAFE = re.compile(r"[\s\x00-\x20<>()\\|`]")
ENTITY = re.compile(r"&(?=#?\w+;)")
SPACE = re.compile(r"[ \t\n\r\f]+")
SIGNS = {"strong": "**", "em": "*", "s": "~~"}
LINK = "["
# Within a link, which would end with its line; in no text of a document.
BREAK = "\0"
TAGS_ONLY = ("sup", "sub", "code")
# What no code between backticks can hold, or a table takes for the end of a cell.
UNQUOTABLE = re.compile(r"[`|\0]")
MARKS = frozenset({*SIGNS, *TAGS_ONLY})
# Of these a sign at the end can be left out; struck out or raised, every sign counts.
STRESSES = frozenset({"strong", "em"})


@dataclass(frozen=True, slots=True)
class Run:
    """Text with the same marks and link."""

    text: str
    marks: frozenset[str] = frozenset()
    link: Element | None = None
    is_quoted: bool = False


@dataclass(slots=True)
class Mark:
    """A mark as it is written: by signs until that turns out to be misread."""

    name: str
    is_tag: bool

    def written(self, *, opens: bool) -> str:
        if self.is_tag:
            return f"<{self.name}>" if opens else f"</{self.name}>"
        return SIGNS[self.name]


# Text, or a mark where it begins or ends.
type Token = str | tuple[Mark, bool]


def escape(text: str) -> str:
    """One line of plain text that no Markdown reader takes for markup."""
    return LEADING.sub(r"\1\\", _escaped(text))


def destination(address: str) -> str:
    """The address of a link or picture, which no reader cuts short."""
    return ENTITY.sub(r"\\&", UNSAFE.sub(lambda sign: quote(sign[0]), address))


def lines(nodes: Iterable[Element | str]) -> list[str]:
    """Inline text, line by line; lines on which nothing stands are left out. The first sign may still begin a list."""
    broken: list[list[Run]] = [[]]
    for run in _runs(nodes, Run("")):
        if run is None:
            broken.append([])
        else:
            broken[-1].append(run)
    return [line for line in map(_line, broken) if line]


def _runs(nodes: Iterable[Element | str], around: Run) -> Iterator[Run | None]:
    """The text in runs; None is a line break."""
    for node in nodes:
        if isinstance(node, str):
            yield replace(around, text=node)
        elif node.tag == "br":
            yield None if around.link is None else replace(around, text=BREAK)
        elif node.tag == "a":
            yield from _linked(node, replace(around, link=node))
        elif node.tag in MARKS:
            yield from _runs(node.children, replace(around, marks=around.marks | {node.tag}))
        else:
            yield from _runs(node.children, around)


def _linked(node: Element, around: Run) -> Iterator[Run | None]:
    """A link that shows nothing is written all the same, without its marks."""
    if node.words().strip():
        yield from _runs(node.children, around)
    else:
        yield Run(BREAK if any(node.all("br")) else node.words(), link=around.link)


def _line(runs: list[Run]) -> str:
    written = ""
    tokens: list[Token] = []
    for link, group in groupby(_spaced(runs), key=lambda run: run.link):
        inner = _marked(list(group))
        tokens += inner if link is None else [LINK, *inner, f"]({destination(link.attributes.get('href', ''))})"]
    _settle(tokens)
    for token in tokens:
        if token == LINK and written.endswith("!"):
            written = f"{written[:-1]}\\!"
        written += token if isinstance(token, str) else token[0].written(opens=token[1])
    return written.strip()


def _spaced(runs: list[Run]) -> list[Run]:
    """With single spaces between words, and none at the ends of the line."""
    found: list[Run] = []
    after_space = True
    for run in runs:
        text = SPACE.sub(" ", run.text)
        text = text[1:] if after_space and text.startswith(" ") else text
        after_space = text.endswith(" ") if text else after_space
        if text or (run.link is not None and not run.link.words().strip()):
            found.append(replace(run, text=text))
    return found


def _marked(runs: list[Run]) -> list[Token]:
    """The runs of one link, or of none, as text between marks."""
    tokens: list[Token] = []
    open_marks: list[Mark] = []
    runs = _quoted(_loosened(_loosened(runs, MARKS, _is_blank), STRESSES, _is_sign_beside_word))
    for number, run in enumerate(runs):
        while any(mark.name not in run.marks for mark in open_marks):
            tokens.append((open_marks.pop(), False))
        new = run.marks - {mark.name for mark in open_marks}
        for name in sorted(new, key=lambda name: (name in TAGS_ONLY, -_lasting(runs[number:], name), name)):
            open_marks.append(Mark(name, is_tag=name in TAGS_ONLY))
            tokens.append((open_marks[-1], True))
        tokens.append(run.text if run.is_quoted else _escaped(run.text))
    return [*tokens, *((mark, False) for mark in reversed(open_marks))]


def _quoted(runs: list[Run]) -> list[Run]:
    """With code between backticks, where it can stand there; elsewhere it stays a mark, written as a tag."""
    around = [Run(""), *runs, Run("")]
    return [
        replace(run, text=f"`{run.text}`", marks=run.marks - {"code"}, is_quoted=True)
        if "code" in run.marks - before.marks - after.marks and _is_quotable(run.text)
        else run
        for before, run, after in zip(around, runs, around[2:], strict=False)
    ]


def _is_quotable(text: str) -> bool:
    return text.strip() == text != "" and not UNQUOTABLE.search(text)


def _lasting(runs: list[Run], name: str) -> int:
    """For how many runs the mark stays open."""
    return next((number for number, run in enumerate(runs) if name not in run.marks), len(runs))


def _loosened(runs: list[Run], marks: frozenset[str], is_outside: Callable[[str, str], bool]) -> list[Run]:
    """With signs at the ends of `marks` outside them; `is_outside(sign, neighbour)` says which."""
    around = [Run(""), *runs, Run("")]
    pieces = [
        piece
        for before, run, after in zip(around, runs, around[2:], strict=False)
        for piece in _pieces(before, run, after, marks, is_outside)
    ]
    joined = groupby(pieces, key=lambda run: (run.marks, run.link))
    return [Run("".join(run.text for run in group), marks, link) for (marks, link), group in joined]


def _pieces(
    before: Run, run: Run, after: Run, marks: frozenset[str], is_outside: Callable[[str, str], bool]
) -> Iterator[Run]:
    ends_before, ends_after = (run.marks & marks - other.marks for other in (before, after))
    start = _count(run.text, before.text[-1:], is_outside) if ends_before else 0
    rest = run.text[start:]
    end = len(rest) - (_count(rest[::-1], after.text[:1], is_outside) if ends_after else 0)
    parts: tuple[tuple[str, frozenset[str]], ...] = (
        (run.text[:start], ends_before),
        (rest[:end], frozenset()),
        (rest[end:], ends_after),
    )
    found = [replace(run, text=text, marks=run.marks - without) for text, without in parts if text]
    yield from found or [run]


def _count(text: str, neighbour: str, is_outside: Callable[[str, str], bool]) -> int:
    return next((at for at, sign in enumerate(text) if not is_outside(sign, neighbour)), len(text))


def _is_blank(sign: str, _neighbour: str) -> bool:
    return sign.isspace() or sign == BREAK


def _is_sign_beside_word(sign: str, neighbour: str) -> bool:
    is_word = bool(neighbour) and not neighbour.isspace() and not _is_punctuation(neighbour)
    return is_word and (_is_any_sign(sign) or sign.isspace())


def _settle(tokens: list[Token]) -> None:
    """Turns into tags the marks that a reader would take for plain signs, which may change how others are read."""
    settled = False
    while not settled:
        inner = _within_others(tokens)
        wrong = [
            token[0]
            for at, token in enumerate(tokens)
            if not isinstance(token, str) and not token[0].is_tag and _is_misread(tokens, at, *token, inner)
        ]
        for mark in wrong:
            mark.is_tag = True
        settled = not wrong


def _within_others(tokens: list[Token]) -> set[int]:
    """The ids of the marks of asterisks that stand within another."""
    found: set[int] = set()
    around = 0
    for mark, opens in (token for token in tokens if not isinstance(token, str)):
        if mark.is_tag or mark.name not in STRESSES:
            continue
        if opens and around:
            found.add(id(mark))
        around += 1 if opens else -1
    return found


def _is_misread(tokens: list[Token], at: int, mark: Mark, opens: bool, within_others: set[int]) -> bool:
    before, after = _beside(tokens, at, -1), _beside(tokens, at, 1)
    inner, outer = (after, before) if opens else (before, after)
    if not inner or inner.isspace() or (opens and _follows_end(tokens, at)):
        return True
    if not outer or outer.isspace():
        return False
    # Within another mark, a row of signs that could as well end as begin would be read as the end of the outer one.
    is_open_to_doubt = not _is_punctuation(outer) or _is_any_sign(inner)
    return (id(mark) in within_others and is_open_to_doubt) or (_is_any_sign(inner) and not _is_punctuation(outer))


def _beside(tokens: list[Token], at: int, step: int) -> str:
    """The nearest sign on one side that is no part of the same row of signs."""
    own = tokens[at][0].written(opens=True)[0]  # type: ignore[union-attr]
    at += step
    while 0 <= at < len(tokens):
        token = tokens[at]
        text = token if isinstance(token, str) else token[0].written(opens=token[1])
        if text and (isinstance(token, str) or text[0] != own):
            return text[0] if step > 0 else text[-1]
        at += step
    return ""


def _follows_end(tokens: list[Token], at: int) -> bool:
    """Whether another mark of the same sign ends right here, so that a reader could not tell the two apart."""
    before = tokens[at - 1] if at else ""
    if isinstance(before, str) or before[0].is_tag:
        return False
    mark = tokens[at][0]
    return not before[1] and before[0].written(opens=False)[0] == mark.written(opens=True)[0]  # type: ignore[union-attr]


def _escaped(text: str) -> str:
    return AUTOLINK.sub(r"\1\\", SPECIAL.sub(r"\\\1", text)).replace(BREAK, "<br>")


def _is_punctuation(sign: str) -> bool:
    """Punctuation to every version of CommonMark."""
    return sign in string.punctuation or unicodedata.category(sign).startswith("P")


def _is_any_sign(sign: str) -> bool:
    """Punctuation to some version; the newer ones count symbols."""
    return sign in string.punctuation or unicodedata.category(sign)[0] in "PS"
