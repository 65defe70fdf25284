"""Sections whose heading says which block they are."""

import re
from collections.abc import Callable, Sequence

from articles.document.blocks import Block, FinalTakeaway, Insight, KeyTakeaways
from articles.document.conversion import from_text
from articles.document.tree import Element
from articles.importing.doctor.composing.parts import html, is_list, is_paragraph, level, section_end, words
from articles.importing.doctor.notes import Notes
from articles.importing.doctor.reading.lines import Piece

TAKEAWAYS = re.compile(
    r"(?:key|main|quick|top|our) (?:take-?aways?|points|learnings|facts)(?: .{0,40})?|(?:at a glance|in (?:brief|short|a nutshell)|tl;? ?dr|"
    r"take-?aways|what you(?:’|')?ll learn|the short version)",
    re.IGNORECASE,
)  # fmt: skip
INSIGHT = re.compile(
    r"(?:(?:our |the )?(?:recruit(?:er|ment|ing)|consultant|expert|hiring|industry|agency|insider|specialist)(?:’s|'s|s’)?"
    r"(?: (?:team|desk|consultant))?(?:’s|'s)? (?:insights?|view|take|opinion|perspective|tip|comment|says?|advice)|insights? from|a word from)(?P<from>.*)",
    re.IGNORECASE,
)  # fmt: skip
FINAL = re.compile(
    r"(?:(?:the )?(?:final|closing|last|parting) (?:take-?aways?|thoughts?|words?|remarks|message)|(?:in )?conclusions?|in (?:summary|closing)|to (?:sum up|conclude)|"
    r"summing up|wrapping up|the bottom line|the takeaway)",
    re.IGNORECASE,
)  # fmt: skip
FURNITURE = re.compile(
    r"(?:related|recommended|popular|recent|latest|more|other|further) (?:posts?|articles?|guides|stories|blogs?|news|from (?:the|our) blog)|"
    r"you (?:may|might) also (?:like|be interested in|enjoy)|(?:read|up) next|share (?:this|on).{0,30}|follow us.{0,30}|leave a (?:reply|comment).{0,30}|(?:\d+ )?comments?(?: \(\d+\))?|"
    r"(?:post|article) navigation|subscribe.{0,60}|(?:sign up|join).{0,20}\b(?:newsletter|mailing list)\b.{0,40}|(?:our )?newsletter|about the author|(?:get|receive) (?:the|our) latest .{0,60}|"
    r"(?:send us|make) an enquiry|(?:tags|categories|filed under|posted in):?.{0,60}|(?:written|posted) by",
    re.IGNORECASE,
)  # fmt: skip
MOST_WORDS = 250  # of a closing paragraph

type Maker = Callable[[str, Sequence[Piece], bool, Notes], Sequence[Piece] | None]


def with_sections(pieces: Sequence[Piece], notes: Notes) -> list[Piece]:
    made: list[Piece] = []
    at = 0
    while at < len(pieces):
        end = section_end(pieces, at) if level(pieces[at]) else at + 1
        found = _made(pieces, at, end, notes) if level(pieces[at]) else None
        made += [pieces[at]] if found is None else found
        at = at + 1 if found is None else end
    return made


def _made(pieces: Sequence[Piece], at: int, end: int, notes: Notes) -> Sequence[Piece] | None:
    title = words(pieces[at])
    is_last = all(FURNITURE.fullmatch(words(piece)) for piece in pieces[end:] if level(piece))
    for pattern, make in MAKERS:
        if pattern.fullmatch(title.rstrip(" :")):
            return make(title, pieces[at + 1 : end], is_last, notes)
    return None


def _takeaways(title: str, inner: Sequence[Piece], _is_last: bool, notes: Notes) -> Sequence[Piece] | None:
    """A list, after a line that leads to it perhaps; the first of its level belongs to the next section."""
    at = next((place for place, piece in enumerate(inner[:2]) if is_list(piece)), None)
    if at is None:
        return None
    made = from_text(html([inner[at]]), KeyTakeaways)
    _tell(title, "key takeaways", notes)
    tell_of_links("Key takeaways hold", [inner[at]], notes)
    return [*inner[:at], *made, *inner[at + 1 :]]


def _insight(title: str, inner: Sequence[Piece], _is_last: bool, notes: Notes) -> Sequence[Piece] | None:
    count = next(
        (place for place, piece in enumerate(inner) if not (is_paragraph(piece) or is_list(piece))), len(inner)
    )
    if not count:
        return None
    notes.kept("A section became a recruiter insight; its heading is left to the page.", title)
    notes.proposed(f"Say who says the insight: the page only had “{title}” over it.")
    return [Insight(html=html(inner[:count])), *inner[count:]]


def _final(title: str, inner: Sequence[Piece], _is_last: bool, notes: Notes) -> Sequence[Piece] | None:
    count = next(
        (place for place, piece in enumerate(inner) if not (is_paragraph(piece) or is_list(piece))), len(inner)
    )
    said = html(inner[:count])
    if not count or sum(len(words(piece).split()) for piece in inner[:count]) > MOST_WORDS:
        return None
    _tell(title, "the final takeaway", notes)
    return [FinalTakeaway(html=said), *inner[count:]]


def _furniture(title: str, inner: Sequence[Piece], is_last: bool, notes: Notes) -> Sequence[Piece] | None:
    """What other sites have under their articles: only where nothing else follows, and no prose of any length stands in it."""
    if not is_last:
        return None
    said = " ".join(
        [title, *(words(piece) for piece in inner), *(_words_of(piece) for piece in inner if isinstance(piece, Block))]
    )
    notes.left_out(f"“{title}” and what stood under it belong to the old site.", said)
    return []


def _words_of(block: Block) -> str:
    return " ".join(text for name in (*block.prose, "alt") if hasattr(block, name) for text in block.texts(name))


def _tell(title: str, what: str, notes: Notes) -> None:
    notes.kept(f"“{title}” became {what}; the page has its own heading over them.", title)


def tell_of_links(what: str, pieces: Sequence[Piece], notes: Notes) -> None:
    for link in (link for piece in pieces if isinstance(piece, Element) for link in piece.all("a")):
        notes.left_out(f"{what} no links: “{words(link)}” led to {link.attributes['href']}.")


MAKERS: tuple[tuple[re.Pattern[str], Maker], ...] = (
    (TAKEAWAYS, _takeaways),
    (INSIGHT, _insight),
    (FINAL, _final),
    (FURNITURE, _furniture),
)
