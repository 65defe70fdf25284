"""Questions that only search engines were told, and the answers that stand without them."""

from collections.abc import Sequence

from articles.document.blocks import QuestionAnswer
from articles.importing.doctor.composing.parts import folded, in_simple_html, level, words
from articles.importing.doctor.notes import Notes
from articles.importing.doctor.reading.lines import Piece

type Known = Sequence[tuple[str, str]]


def with_questions_of(inner: Sequence[Piece], known: Known, notes: Notes) -> list[Piece]:
    """Answers that stand without questions, each with the question that search engines were told."""
    made: list[Piece] = []
    at = 0
    while at < len(inner):
        question, count = _told(inner, at, known)
        if question:
            made.append(QuestionAnswer(question=question, answer=in_simple_html(inner[at : at + count])))
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


def tell_of_unseen(made: Sequence[Piece], known: Known, notes: Notes) -> None:
    """Questions that search engines alone were told, with answers that stand nowhere."""
    asked = {folded(piece.question) for piece in made if isinstance(piece, QuestionAnswer)}
    asked |= {folded(words(piece)) for piece in made if level(piece)}
    for question, answer in known:
        if question and folded(question) not in asked:
            notes.proposed(f"Search engines were told the question “{question}”, which the page does not show.", answer)
