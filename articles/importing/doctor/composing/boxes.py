"""Boxes that say what they mean, and paragraphs that begin with the word on such a box."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from articles.document.blocks import FinalTakeaway, Insight, KeyTakeaways, Step, Steps, Tip
from articles.document.conversion import from_text
from articles.document.conversion.parts import items_of, simple
from articles.document.tree import Element
from articles.importing.doctor.composing.parts import (
    elements_of,
    html,
    is_heading,
    is_list,
    is_paragraph,
    level,
    standing_of,
    words,
)
from articles.importing.doctor.composing.sections import INSIGHT, tell_of_links
from articles.importing.doctor.notes import Notes
from articles.importing.doctor.reading.lines import Box, Piece

TIPS = re.compile(
    r"(?P<label>(?:(?:top|pro|quick|expert|hot|recruiter|our)\s+)?tip|hint|note|n\.?b\.?|good to know|remember)(?:\s+#?\d+)?\s*[:!–—-]\s*",
    re.IGNORECASE,
)
# A label without any mark around it says more than “note”, with which many a sentence begins.
TYPED = re.compile(
    r"\s*(?:(?:(?:top|pro|quick|expert|hot|recruiter)\s+)?tip|warning|caution)\s*:\s+(?=\S)", re.IGNORECASE
)
WARNINGS = re.compile(r"(?P<label>warning|caution|important|beware|watch out|attention)\s*[:!–—-]\s*", re.IGNORECASE)


def with_boxes(pieces: Iterable[Piece], notes: Notes) -> Iterator[Piece]:
    for piece in pieces:
        if isinstance(piece, Box):
            box = replace(piece, pieces=list(with_boxes(piece.pieces, notes)))
            yield from MAKERS.get(box.meaning, _as_text)(box, notes) if box.meaning != "opens" else [box]
        elif is_paragraph(piece) and isinstance(piece, Element) and (tip := _labelled(piece, notes)):
            yield tip
        else:
            yield piece


def _as_text(box: Box, _notes: Notes) -> Sequence[Piece]:
    return box.pieces


def _labelled(piece: Element, notes: Notes) -> Tip | None:
    """“**Tip:** Ask first.”: the label is bold, or begins the paragraph by itself."""
    first = piece.children[0] if piece.children else None
    if isinstance(first, str) and (typed := TYPED.match(first)):
        first = Element("strong", {}, [typed[0]])
        piece = Element("p", {}, [first, str(piece.children[0])[typed.end() :], *piece.children[1:]])
    if not isinstance(first, Element) or first.tag not in ("strong", "em"):
        return None
    text = f"{words(first)}{'' if words(first).endswith((':', '!')) else _sign_after(piece)}"
    warning = WARNINGS.fullmatch(text)
    if not (warning or TIPS.fullmatch(text)):
        return None
    rest = (
        [str(piece.children[1]).lstrip(" :–—-")]
        if len(piece.children) > 1 and isinstance(piece.children[1], str)
        else piece.children[1:2]
    )
    notes.kept(f"A paragraph became a {'warning' if warning else 'tip'}; its label is left to the page.", words(first))
    return Tip(warning=warning is not None, html=html([Element("p", {}, [*rest, *piece.children[2:]])]))


def _sign_after(piece: Element) -> str:
    after = piece.children[1] if len(piece.children) > 1 else ""
    return after.strip()[:1] if isinstance(after, str) else ""


def _tip(box: Box, notes: Notes) -> Sequence[Piece]:
    return _rich(box, lambda said: Tip(warning=box.meaning == "warning", html=said))


def _insight(box: Box, notes: Notes) -> Sequence[Piece]:
    """Its heading is left to the page, as that of a section is."""
    first = box.pieces[0] if box.pieces else None
    if first is not None and (level(first) or is_paragraph(first)) and INSIGHT.fullmatch(words(first).rstrip(" :")):
        notes.kept("A box became a recruiter insight; its heading is left to the page.", words(first))
        box.pieces = box.pieces[1:]
    notes.proposed("Say who says the insight: its box named nobody of this site.")
    return _rich(box, lambda said: Insight(html=said))


def _final(box: Box, notes: Notes) -> Sequence[Piece]:
    return _rich(_without_title(box, "the final takeaway", notes), lambda said: FinalTakeaway(html=said))


def _rich(box: Box, make: object) -> Sequence[Piece]:
    """The block of a single rich text, then what cannot stand in it."""
    inner = [Element("h3", {}, piece.children) if level(piece) else piece for piece in elements_of(box.pieces)]
    made = make("".join(map(simple, inner)))  # type: ignore[operator]
    return [*([made] if made.is_shown() else []), *standing_of(box.pieces)]


def _takeaways(box: Box, notes: Notes) -> Sequence[Piece]:
    box = _without_title(box, "key takeaways", notes)
    tell_of_links("Key takeaways hold", box.pieces, notes)
    return [*(one for one in from_text(html(box.pieces), KeyTakeaways) if one.is_shown()), *standing_of(box.pieces)]


def _without_title(box: Box, what: str, notes: Notes) -> Box:
    first = box.pieces[0] if box.pieces else None
    if first is None or not is_heading(first) or len(box.pieces) < 2:
        return box
    notes.kept(f"“{words(first)}” became {what}; the page has its own heading over them.", words(first))
    return replace(box, pieces=box.pieces[1:])


def _steps(box: Box, notes: Notes) -> Sequence[Piece]:
    """Each item of its lists is a step, named by what is bold at its beginning; a heading over them is their title."""
    tell_of_links("Steps hold", box.pieces, notes)
    title = ""
    steps: list[Step] = []
    for piece in elements_of(box.pieces):
        if level(piece) and not steps and not title:
            title = words(piece)
        elif is_list(piece):
            steps += [_step(item) for item in piece.elements()]
        else:
            steps += [Step(name=item) for item in items_of(piece)]
    return [Steps(title=title, checklist=box.meaning == "checklist", items=tuple(steps)), *standing_of(box.pieces)]


def _step(item: Element) -> Step:
    lines = list(items_of(item))
    bold = next(item.all("strong"), None)
    name = words(bold) if bold is not None else ""
    whole = " ".join(lines)
    if name and whole.startswith(name):
        return Step(name=name, detail=whole[len(name) :].lstrip())
    return Step(name=lines[0] if lines else "", detail=" ".join(lines[1:]))


MAKERS = {
    "tip": _tip,
    "warning": _tip,
    "insight": _insight,
    "final-takeaway": _final,
    "takeaways": _takeaways,
    "steps": _steps,
    "checklist": _steps,
}
