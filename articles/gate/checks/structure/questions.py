"""Questions and answers: each with the other, and each answer to its own question."""

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from articles.document import QuestionAnswer, Text, richtext
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Place, Rule
from articles.gate.prose.document_text import DocumentText, Kind, Passage, sentences
from articles.gate.prose.own_passages import is_bold
from articles.gate.prose.words import cut, folded

UNPAIRED = Rule(
    check="unpaired-question",
    level=Level.BLOCKS,
    why="A question without its answer, or an answer without its question, is left out of the page.",
    advice="Write the missing half, or remove the block.",
)
PASTED = Rule(
    check="answers-without-questions",
    level=Level.BLOCKS,
    why="The answers were pasted and their questions were not, so readers cannot tell what is being answered.",
    advice="Make a “question and answer” block of each, with the question as a reader would ask it, and remove this section.",
)
NO_QUESTION = Rule(
    check="question-asks-nothing",
    level=Level.BLOCKS,
    why="Readers and search engines look for the question that they have in mind, in whole words.",
    advice="Write the question as a reader would ask it.",
)
NO_MARK = Rule(
    check="question-without-mark",
    level=Level.WARNS,
    why="A question is easier to recognise, and is read aloud as one, when it ends in a question mark.",
    advice="Word it as a question and end it with a question mark.",
)
MISMATCH = Rule(
    check="yes-or-no-answer",
    level=Level.WARNS,
    why="The answer begins with “Yes” or “No”, but the question asks for something else. It may belong to another question.",
    advice="Check that question and answer belong together, and begin with what was asked.",
)
TWICE = Rule(
    check="question-asked-twice",
    level=Level.WARNS,
    why="Readers who meet a question again wonder which answer counts.",
    advice="Keep the better answer and remove the other.",
)
ECHO = Rule(
    check="answer-repeats-question",
    level=Level.WARNS,
    why="The answer tells a reader nothing that the question did not.",
    advice="Answer the question in the first sentence.",
)
WH = "what|how|why|who|whom|whose|which|when|where"
AUXILIARY = (
    "am|is|are|was|were|do|does|did|can|could|will|would|shall|should|may|might|must|have|has|had|need|ought|"
    "isn’t|aren’t|wasn’t|weren’t|don’t|doesn’t|didn’t|can’t|couldn’t|won’t|wouldn’t|shouldn’t|haven’t|hasn’t"
)
ASKS = re.compile(rf"(?:{WH}|{AUXILIARY})\b", re.IGNORECASE)
OPEN = re.compile(rf"(?:(?:and|so|but|then),?\s+)?(?:{WH})\b(?!\s+(?:if|about|else)\b)", re.IGNORECASE)
# “When I apply, do I need a portfolio?” can be answered with yes or no for all that it begins with “when”.
CLOSED_LATER = re.compile(rf",\s*(?:and\s+|then\s+)?(?:{AUXILIARY})\b", re.IGNORECASE)
YES_OR_NO = re.compile(r"(?:yes|no)\s*[.,;:!–—](?!\s*\d| (?:said|says)\b)", re.IGNORECASE)
STAND_IN = re.compile(r"(?:question|q)\s*\d*\s*[?.:]?", re.IGNORECASE)
FAQ = re.compile(
    r"(?:our |your |some |the )?(?:faqs?|frequently asked questions)(?:\s*\(faqs?\))?(?: (?:about|for|from|on)\b.*)?[:?]?",
    re.IGNORECASE,
)
QUESTIONS = re.compile(
    r"(?:common|popular|other|more) questions|questions (?:and|&) answers|q ?(?:&|and) ?a|(?:your )?questions answered",
    re.IGNORECASE,
)


def unpaired_question(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """A block with only a question or only an answer. No reader sees it, so the document is asked."""
    for position, block in enumerate(guide.document.blocks):
        if isinstance(block, QuestionAnswer) and bool(block.question) != bool(block.answer):
            missing, given = (
                ("answer", block.question) if block.question else ("question", richtext.plain(block.answer))
            )
            what = f"This {_other(missing)} has no {missing}."
            yield UNPAIRED.found(Place(block=position, field=missing), what, excerpt=cut(given))


def answers_without_questions(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """A section headed “FAQ” in which paragraphs follow that no question introduces."""
    for position, heading in enumerate(guide.passages):
        if heading.kind is Kind.HEADING and _heads_questions(heading.text):
            section = _section(guide, position)
            if _lacks_questions(guide, position, section):
                what = f"Under “{cut(heading.text)}” are {len(section)} paragraphs and no question."
                yield PASTED.found(heading.place, what, excerpt=cut(section[-1].text))


def question_asks_nothing(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """A stand-in such as “Question 1”, a bare word or two, or a question without its mark."""
    for passage in _questions(guide):
        asks, words = ASKS.match(passage.text), len(passage.text.split())
        if STAND_IN.fullmatch(passage.text) or ("?" not in passage.text and not asks and words < 3):
            yield NO_QUESTION.found(passage.place, f"“{cut(passage.text)}” asks nothing.", excerpt=cut(passage.text))
        elif "?" not in passage.text:
            what = f"“{cut(passage.text)}” has no question mark."
            yield NO_MARK.found(passage.place, what, excerpt=cut(passage.text))


def yes_or_no_answer(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """“Yes” or “No” to a question that cannot be answered so, in question blocks and under headings of a text."""
    for asked, answer in pairwise(guide.passages):
        if YES_OR_NO.match(answer.text) and _cannot_be_affirmed(guide, asked, answer):
            what = f"“{cut(asked.text)}” cannot be answered with “{answer.text.split()[0].strip(',.;:!')}”."
            yield MISMATCH.found(answer.place, what, excerpt=cut(answer.text))


def question_asked_twice(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """The same words in two questions."""
    seen: set[str] = set()
    for passage in _questions(guide):
        words = folded(passage.text)
        if words in seen:
            what = f"“{cut(passage.text)}” is asked more than once."
            yield TWICE.found(passage.place, what, excerpt=cut(passage.text))
        seen.add(words)


def answer_repeats_question(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """An answer that is made of the question's own words."""
    for position, block in guide.blocks:
        if isinstance(block, QuestionAnswer):
            asked, answer = set(folded(block.question).split()), richtext.plain(block.answer)
            said = set(folded(answer).split()) - {"yes", "no"}
            if said and said <= asked and len(said) >= len(asked) * 3 / 4:
                place = Place(block=position, field="answer")
                yield ECHO.found(place, "This answer only repeats its question.", excerpt=cut(answer))


def _questions(guide: DocumentText) -> Iterator[Passage]:
    return (passage for passage in guide.passages if passage.kind is Kind.QUESTION)


def _heads_questions(heading: str) -> bool:
    return bool(FAQ.fullmatch(heading) or QUESTIONS.fullmatch(heading))


def _section(guide: DocumentText, position: int) -> list[Passage]:
    """What stands under a heading, as far as its own text goes."""
    heading = guide.passages[position]
    rest = takewhile(lambda passage: passage.place == heading.place, guide.after(position))
    return list(takewhile(lambda passage: not 0 < passage.level <= heading.level, rest))


def _lacks_questions(guide: DocumentText, position: int, section: list[Passage]) -> bool:
    """Whether a section is made of paragraphs that answer unasked questions.

    Paragraphs that lead to question blocks or to another page answer nothing, unless one begins with “Yes” or “No”.
    """
    if any(is_bold(guide, passage) for passage in section):
        return False  # labels in bold stand for the questions
    if len(section) < 2 or any(passage.kind is not Kind.PARAGRAPH or "?" in passage.text for passage in section):
        return False
    if any(YES_OR_NO.match(passage.text) for passage in section):
        return True
    leads_on = any(passage.links for passage in section) or _leads_to_questions(guide, position + len(section))
    return bool(FAQ.fullmatch(guide.passages[position].text)) and not leads_on


def _leads_to_questions(guide: DocumentText, last: int) -> bool:
    """Whether a section that ends with this passage ends its text, and question blocks come next."""
    place, following = guide.passages[last].place, next(guide.after(last), None)
    after = guide.block_after(place.block or 0)
    return (not following or following.place != place) and after is not None and isinstance(after[1], QuestionAnswer)


def _cannot_be_affirmed(guide: DocumentText, asked: Passage, answer: Passage) -> bool:
    """Whether `asked` is the question or heading right before the answer, and asks for more than yes or no."""
    if asked.place.block != answer.place.block or answer.kind is not Kind.PARAGRAPH:
        return False
    if asked.kind is Kind.QUESTION:
        return not _asks_yes_or_no(asked.text)
    in_text = asked.kind is Kind.HEADING and isinstance(guide.document.blocks[asked.place.block or 0], Text)
    return in_text and not _heads_questions(asked.text) and not _asks_yes_or_no(asked.text)


def _asks_yes_or_no(question: str) -> bool:
    """Whether “yes” or “no” can answer a question; a heading without a question mark must begin like one."""
    asked = sentences(question)
    return any(
        not OPEN.match(sentence) or CLOSED_LATER.search(sentence)
        for sentence in asked
        if sentence.endswith("?") or ASKS.match(sentence)
    )


def _other(half: str) -> str:
    return "question" if half == "answer" else "answer"


CHECKS = (
    unpaired_question,
    answers_without_questions,
    question_asks_nothing,
    yes_or_no_answer,
    question_asked_twice,
    answer_repeats_question,
)
