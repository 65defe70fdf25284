"""Questions with their answers: under a heading that says so, labelled, folded, or known to search engines alone."""

import re
from collections.abc import Iterator, Sequence

from articles.document import tree
from articles.document.blocks import Block, QuestionAnswer
from articles.document.conversion.parts import QUESTION_LABEL, is_labelled
from articles.document.conversion.parts import blocks_of as blocks_in
from articles.document.conversion.questions import questions
from articles.document.richtext import plain
from articles.document.tree import Element
from articles.importing.doctor.accounting import missing
from articles.importing.doctor.composing.answers import Known, tell_of_unseen, with_questions_of
from articles.importing.doctor.composing.opened import opened
from articles.importing.doctor.composing.parts import (
    elements_of,
    is_bold,
    is_list,
    is_paragraph,
    level,
    section_end,
    words,
)
from articles.importing.doctor.notes import Notes
from articles.importing.doctor.reading.lines import Box, Piece

ASKED = r"(?:faqs?|f\.a\.q\.?s?|frequently asked(?: questions)?|common(?:ly asked)? questions|questions (?:and|&) answers|q ?(?:&|and) ?as?|people also ask|your questions,? answered)"
# “Tester FAQs”, “FAQ: pay”, “Frequently asked questions about pay (FAQ)”; not “Why a FAQ helps”.
TITLE = re.compile(
    rf"(?:(?!why|how)\w[\w’' -]{{0,40}} )?{ASKED}(?:(?::| [–—-]| about| on| for| from| \().{{1,60}})?:?", re.IGNORECASE
)

FEWEST_WORDS = 3  # of a question without its mark


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
            end = _labelled_end(pieces, at)
            made += _asked(pieces[at:end], notes)
            at = end
        else:
            made.append(pieces[at])
            at += 1
    made = opened(made, notes)
    tell_of_unseen(made, known, notes)
    return made


def _labelled_end(pieces: Sequence[Piece], at: int) -> int:
    """Where labelled questions end that stand under no heading: with the last answer, and a list right under it."""
    end = at
    for place in range(at, len(pieces)):
        if isinstance(pieces[place], Block | Box) or (level(pieces[place]) and not _is_labelled(pieces[place])):
            break
        is_answer = place == end and (is_list(pieces[place]) or _is_labelled(pieces[place - 1]))
        end = place + 1 if is_labelled([pieces[place]]) or is_answer else end  # type: ignore[list-item]
    return max(end, at + 1)


def _end(pieces: Sequence[Piece], at: int) -> int:
    """Where the questions end: headings of the section’s own level belong to it while they ask something."""
    end = section_end(pieces, at)
    while end < len(pieces) and level(pieces[end]) == level(pieces[at]) and words(pieces[end]).endswith("?"):
        end = section_end(pieces, end)
    return end


def _section(heading: Piece, inner: Sequence[Piece], known: Known, notes: Notes) -> list[Piece]:
    inner = [part for piece in inner for part in _itemised(piece)]
    start = next((at for at, piece in enumerate(inner) if _begins(piece)), None)
    answers = with_questions_of(inner, known, notes) if start is None else []
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
        yield from [pair] if pair.is_shown() and _asks(pair.question) else _unanswered(pair, notes)
    told = [text for pair in pairs for text in (pair.question, plain(pair.answer))]
    if labels := missing(before, told):
        notes.kept("The labels of questions and answers are left out.", labels)


def _asks(question: str) -> bool:
    """Whether it is more than a bare heading such as “Getting started” between questions."""
    return "?" in question or len(question.split()) >= FEWEST_WORDS


def _unanswered(pair: QuestionAnswer, notes: Notes) -> Iterator[Piece]:
    if pair.question.endswith("?"):
        notes.proposed(f"“{pair.question}” has no answer: write one, or delete it.")
    if pair.question:
        yield Element("h3", {}, [pair.question])
    if pair.answer:
        yield from tree.parse(pair.answer).elements()
