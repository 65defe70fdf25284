"""Questions with their answers: under a heading that says so, labelled, folded, or known to search engines alone."""

import re
from collections.abc import Iterator, Sequence

from articles.document import tree
from articles.document.blocks import Block, QuestionAnswer
from articles.document.conversion.parts import QUESTION_LABEL, simple
from articles.document.conversion.parts import blocks_of as blocks_in
from articles.document.conversion.questions import questions
from articles.document.richtext import plain
from articles.document.tree import Element
from articles.importing.doctor.accounting import missing
from articles.importing.doctor.composing.parts import (
    elements_of,
    folded,
    is_bold,
    is_list,
    is_paragraph,
    level,
    section_end,
    standing_of,
    words,
)
from articles.importing.doctor.notes import Notes
from articles.importing.doctor.reading.flow import Box, Piece

TITLE = re.compile(
    r"(?:.*\b)?(?:faqs?|f\.a\.q\.?s?|frequently asked(?: questions)?|common(?:ly asked)? questions|questions (?:and|&) answers|q ?(?:&|and) ?as?|"
    r"people also ask|your questions(?:,)? answered|questions people ask)(?:\b.*)?:?",
    re.IGNORECASE,
)  # fmt: skip

type Known = Sequence[tuple[str, str]]


def with_questions(pieces: Sequence[Piece], known: Known, notes: Notes) -> list[Piece]:
    """`known` are the questions that search engines were told, each with its answer."""
    made: list[Piece] = []
    at = 0
    while at < len(pieces):
        if level(pieces[at]) and TITLE.fullmatch(words(pieces[at])):
            end = _end(pieces, at)
            made += _section(pieces[at], pieces[at + 1 : end], known, notes)
            at = end
        elif _is_labelled(pieces[at]):
            end = next(
                (
                    place
                    for place in range(at + 1, len(pieces))
                    if level(pieces[place]) or isinstance(pieces[place], Block)
                ),
                len(pieces),
            )
            made += _asked(pieces[at:end], notes)
            at = end
        else:
            made.append(pieces[at])
            at += 1
    made = _opened(made, notes)
    _tell_of_unseen(made, known, notes)
    return made


def _tell_of_unseen(made: Sequence[Piece], known: Known, notes: Notes) -> None:
    """Questions that search engines alone were told, with answers that stand nowhere."""
    asked = {folded(piece.question) for piece in made if isinstance(piece, QuestionAnswer)}
    asked |= {folded(words(piece)) for piece in made if level(piece)}
    for question, answer in known:
        if question and folded(question) not in asked:
            notes.proposed(f"Search engines were told the question “{question}”, which the page does not show.", answer)


def _end(pieces: Sequence[Piece], at: int) -> int:
    """Where the questions end: headings of the section’s own level belong to it while they ask something."""
    end = section_end(pieces, at)
    while end < len(pieces) and level(pieces[end]) == level(pieces[at]) and words(pieces[end]).endswith("?"):
        end = section_end(pieces, end)
    return end


def _section(heading: Piece, inner: Sequence[Piece], known: Known, notes: Notes) -> list[Piece]:
    inner = [part for piece in inner for part in _itemised(piece)]
    start = next((at for at, piece in enumerate(inner) if _begins(piece)), None)
    answers = _answers_of(inner, known, notes) if start is None else []
    made = answers if start is None else [*inner[:start], *_asked(inner[start:], notes)]
    if not any(isinstance(piece, QuestionAnswer | Box) for piece in made):
        if made:
            notes.proposed(
                f"Under “{words(heading)}” no question was found for the answers: ask each, as a question with its answer."
            )
        return [heading, *made]
    notes.kept(f"“{words(heading)}” is left to the page, which has its own heading over questions.", words(heading))
    return made


def _itemised(piece: Piece) -> list[Piece]:
    """A list of questions with their answers item by item; anything else as it is."""
    if not is_list(piece) or not isinstance(piece, Element):
        return [piece]
    items = [list(blocks_in(tree.serialise(Element(children=item.children)))) for item in piece.elements()]
    asks = all(len(lines) > 1 and words(lines[0]).endswith("?") for lines in items)
    return [line for lines in items for line in lines] if asks else [piece]


def _begins(piece: Piece) -> bool:
    """Whether a question begins here: a heading, a label, a bold line, a line that asks, or what opens."""
    if isinstance(piece, Box):
        return piece.meaning == "opens"
    return (
        bool(level(piece))
        or _is_labelled(piece)
        or (is_paragraph(piece) and (words(piece).endswith("?") or is_bold(piece) or _asks_before_a_break(piece)))
    )


def _asks_before_a_break(piece: Piece) -> bool:
    """“**Is it?**”, and the answer on the next line of the same paragraph."""
    first = piece.children[:2] if isinstance(piece, Element) else []
    tags = [child.tag for child in first if isinstance(child, Element)]
    return tags == ["strong", "br"] and words(first[0]).endswith("?")  # type: ignore[arg-type]


def _is_labelled(piece: Piece) -> bool:
    return (is_paragraph(piece) or bool(level(piece))) and QUESTION_LABEL.match(words(piece)) is not None


def _asked(inner: Sequence[Piece], notes: Notes) -> Iterator[Piece]:
    """The questions of a run; what cannot stand in an answer comes after it, what nobody answers stays a heading."""
    run: list[Piece] = []
    for piece in [*inner, None]:
        if piece is None or isinstance(piece, Block | Box):
            yield from _pairs(run, notes)
            run = []
            yield from [piece] if piece is not None else []
        else:
            run.append(piece)


def _pairs(run: Sequence[Piece], notes: Notes) -> Iterator[Piece]:
    nodes = [Element("h3", piece.attributes, piece.children) if level(piece) else piece for piece in elements_of(run)]
    before = " ".join(map(words, nodes))  # finding the questions takes their labels away
    pairs = [pair for pair in questions(nodes) if isinstance(pair, QuestionAnswer)] if nodes else []
    for pair in pairs:
        yield from [pair] if pair.is_shown() else _unanswered(pair, notes)
    told = [text for pair in pairs for text in (pair.question, plain(pair.answer))]
    if labels := missing(before, told):
        notes.kept("The labels of questions and answers are left out.", labels)


def _unanswered(pair: QuestionAnswer, notes: Notes) -> Iterator[Piece]:
    if pair.question.endswith("?"):
        notes.proposed(f"“{pair.question}” has no answer: write one, or delete it.")
    if pair.question:
        yield Element("h3", {}, [pair.question])
    if pair.answer:
        yield from tree.parse(pair.answer).elements()


def _answers_of(inner: Sequence[Piece], known: Known, notes: Notes) -> list[Piece]:
    """Answers that stand without questions, each with the question that search engines were told."""
    made: list[Piece] = []
    at = 0
    while at < len(inner):
        question, count = _told(inner, at, known)
        if question:
            made.append(
                QuestionAnswer(
                    question=question, answer="".join(simple_html(piece) for piece in inner[at : at + count])
                )
            )
            notes.repaired(f"The question “{question}” stood for search engines alone, and is back over its answer.")
        else:
            made.append(inner[at])
        at += count
    return made


def _told(inner: Sequence[Piece], at: int, known: Known) -> tuple[str, int]:
    """The question whose answer begins here, and how many pieces the answer has."""
    for question, answer in known:
        said = ""
        for count, piece in enumerate(inner[at:], start=1):
            said = f"{said} {folded(words(piece))}".strip()
            if said and said == folded(answer):
                return question, count
            if not said or not folded(answer).startswith(said):
                break
    return "", 1


def simple_html(piece: Piece) -> str:
    return simple(piece) if isinstance(piece, Element) else ""


def _opened(pieces: Sequence[Piece], notes: Notes) -> list[Piece]:
    """What opened when it was pressed: a question, or a section of its own."""
    made: list[Piece] = []
    deepest = 2
    for piece in pieces:
        deepest = level(piece) or deepest
        made += _unboxed(piece, deepest, notes) if isinstance(piece, Box) and piece.meaning == "opens" else [piece]
    return made


def _unboxed(box: Box, around: int, notes: Notes) -> list[Piece]:
    inner = _opened(box.pieces, notes)
    elements = elements_of(inner)
    answer = "".join(simple_html(_plain(piece)) for piece in elements)
    made = QuestionAnswer(question=box.title, answer=answer)
    if box.title.endswith("?") and made.is_shown():
        return [made, *standing_of(inner)]
    heading = [Element(f"h{min(around + 1, 6)}", {}, [box.title])] if box.title else []
    return [*heading, *inner]


def _plain(piece: Element) -> Element:
    return Element("h3", {}, piece.children) if level(piece) else piece
