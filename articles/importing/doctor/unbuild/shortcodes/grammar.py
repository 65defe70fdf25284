"""Shortcodes in a text: `[tag a="b" c]inner[/tag]`, as codex.wordpress.org/Shortcode_API describes them.

WordPress knows which tags its plug-ins registered; a text alone does not say so. A bracket is a shortcode when its tag is
named as only programs name one, when it has attributes, is closed, or closes itself, or when it is one of the few words
that are complete by themselves and stands in a line of its own. “[sic]”, “[…]” and “[your name]” are what somebody typed.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from articles.importing.doctor.unbuild.pairing import pairs
from articles.importing.doctor.unbuild.shortcodes.attributes import NAME, attributes_of

# Comments and tags of HTML are passed over whole, so that brackets in their attributes are left alone. Each alternative
# stops at the next bracket of its kind, which keeps the time linear.
TOKEN = re.compile(
    r"<!--|</?[A-Za-z][^<>]*>|(?P<code>\[(?P<escaped>\[?)(?P<closes>/?)(?P<tag>[A-Za-z][\w-]{0,99})"
    r"(?P<attributes>(?:[\s/=\"'][^\[\]]*)?)\](?P<escaped_end>\]?))"
)
# Words of one part that are whole shortcodes. Any other word in brackets is one that somebody typed.
COMPLETE = re.compile(
    r"toc|gallery|playlist|more|nextpage|clear|divider|hr|spacer|space|br|line|separator|gap|jobs|blog|sitemap|archives|products"
    r"|catlist|searchform|wpforms|newsletter|jetpack|addtoany|simpletoc|lwptoc|metaslider|contents"
)
MADE_BY_A_PROGRAM = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)+")


@dataclass(slots=True)
class Shortcode:
    """One, with what stands in it where it is closed."""

    tag: str
    attributes: dict[str, str]
    said: tuple[str, ...]  # attributes without a name
    written: str
    inner: "list[str | Shortcode] | None" = None

    def get(self, *names: str) -> str:
        return next((value for name in names if (value := self.attributes.get(name, "").strip())), "")


@dataclass(slots=True)
class Found:
    """One bracket of a text."""

    start: int
    end: int
    tag: str
    closes: bool
    closes_itself: bool
    attributes: str
    pair: int | None = None
    taken: bool = field(default=False)


def parse(text: str, is_known: Callable[[str], bool]) -> list[str | Shortcode]:
    """The text in pieces, in their order; `[[escaped]]` is the text “[escaped]”."""
    top: list[str | Shortcode] = []
    stack: list[tuple[int, list[str | Shortcode]]] = [(-1, top)]
    at = 0
    brackets = _brackets(text)
    _choose(text, brackets, is_known)
    for number, bracket in enumerate(brackets):
        if not bracket.taken:
            continue
        _say(stack[-1][1], text[at : bracket.start])
        at = bracket.end
        if bracket.closes:
            if bracket.pair == stack[-1][0]:
                stack.pop()
            continue
        attributes, said = attributes_of(bracket.attributes)
        code = Shortcode(bracket.tag, attributes, said, text[bracket.start : bracket.end])
        stack[-1][1].append(code)
        if bracket.pair is not None:
            code.inner = []
            stack.append((number, code.inner))
    _say(top, text[at:])
    return top


def _brackets(text: str) -> list[Found]:
    found: list[Found] = []
    at = 0
    while token := TOKEN.search(text, at):
        at = token.end()
        if token[0] == "<!--":
            at = end + 3 if (end := text.find("-->", at)) >= 0 else len(text)
        elif token["code"]:
            is_escaped = bool(token["escaped"] and token["escaped_end"])
            start = token.start("code") + (0 if is_escaped else len(token["escaped"]))
            end = token.end() - (0 if is_escaped else len(token["escaped_end"]))
            at = end
            attributes = token["attributes"]
            bracket = Found(
                start, end, token["tag"].casefold(), bool(token["closes"]), attributes.endswith("/"), attributes
            )
            if is_escaped:
                bracket.tag = ""
            found.append(bracket)
    return found


def _choose(text: str, brackets: list[Found], is_known: Callable[[str], bool]) -> None:
    """Marks what is a shortcode, and which bracket closes which."""
    numbers = [number for number, bracket in enumerate(brackets) if bracket.tag]
    closed = pairs([(brackets[n].tag, brackets[n].closes, brackets[n].closes_itself) for n in numbers])
    for opened, closing in closed.items():
        brackets[numbers[opened]].pair = numbers[closing]
        brackets[numbers[closing]].pair = numbers[opened]
    for bracket in brackets:
        bracket.taken = bool(bracket.tag) and (
            bracket.pair is not None or bracket.closes_itself or _is_one(text, bracket, is_known(bracket.tag))
        )


def _is_one(text: str, bracket: Found, known: bool) -> bool:
    """Whether a bracket that nothing closes is a shortcode."""
    if bracket.closes:
        return known or bool(MADE_BY_A_PROGRAM.fullmatch(bracket.tag))
    if re.match(rf"\s+{NAME}\s{{0,5}}=\s{{0,5}}\S", bracket.attributes) or bracket.attributes.startswith("="):
        return True
    by_a_program = bool(MADE_BY_A_PROGRAM.fullmatch(bracket.tag))
    if bracket.attributes.strip():  # words after it: “[table of contents]”, or `[gallery columns]`
        return known and by_a_program
    return (known and by_a_program) or (
        (by_a_program or bool(COMPLETE.fullmatch(bracket.tag))) and _stands_alone(text, bracket)
    )


def _stands_alone(text: str, bracket: Found) -> bool:
    """Whether there is nothing else in its line, its paragraph or its block."""
    before, after = text[max(0, bracket.start - 80) : bracket.start], text[bracket.end : bracket.end + 80]
    return bool(re.search(r"(?:^|[\n>\]])[ \t]*\Z", before)) and bool(re.match(r"[ \t]*(?:[\n<\[]|\Z)", after))


def _say(pieces: "list[str | Shortcode]", text: str) -> None:
    if text:
        pieces.append(re.sub(r"\[(\[/?[A-Za-z][^\[\]]*\])\]", r"\1", text) if "[[" in text else text)


def flat(pieces: "list[str | Shortcode]") -> Iterator[Shortcode]:
    """All of them, those within others too."""
    for piece in pieces:
        if isinstance(piece, Shortcode):
            yield piece
            yield from flat(piece.inner or [])
