"""Questions that people asked us, proposed for a guide: taken up in its draft, or declined; and noted when published."""

from dataclasses import replace
from itertools import takewhile
from typing import Any

from django.db import transaction
from django.db.models.functions import Now

from articles.document import Block, CallToAction, Document, FinalTakeaway, QuestionAnswer
from articles.drafts import saving
from articles.drafts.rows import document_of
from articles.models import Article, ProposedQuestion

State = ProposedQuestion.State


class Decided(Exception):
    """Somebody has decided about the question already; the message is a sentence for whoever comes second."""


@transaction.atomic
def propose(article: Article, question: str, *, by: Any) -> ProposedQuestion:
    """Lays the question before the guide's editors; one that was proposed for it already in these words is that one."""
    saving.lock(article)
    same = [known for known in article.proposed_questions.all() if _folded(known.question) == _folded(question)]
    return same[0] if same else article.proposed_questions.create(question=question, proposed_by=by)


@transaction.atomic
def add_to_draft(proposed: ProposedQuestion, *, by: Any) -> None:
    """Puts the question into the draft, with no answer yet, after its other questions.

    Raises `Decided`, and `saving.CannotRestore` when the draft names what is gone.
    """
    article = _lock(proposed, State.PROPOSED)
    document = document_of(article)
    block = QuestionAnswer(question=proposed.question)
    saving.put(article, replace(document, blocks=_with(document, block)), by=by)
    _decide(proposed, State.TAKEN_UP, by, answered_as=proposed.question)


@transaction.atomic
def take_up(proposed: ProposedQuestion, answered_as: str, *, by: Any) -> None:
    """Notes which question of the guide answers it, live or still in the draft. Raises `Decided`."""
    article = _lock(proposed, State.PROPOSED, State.TAKEN_UP)
    _decide(proposed, State.TAKEN_UP, by, answered_as=answered_as)
    if live := article.revisions.published().first():
        note_published(article, live.document())


@transaction.atomic
def decline(proposed: ProposedQuestion, reason: str, *, by: Any) -> None:
    """Keeps it out of the guide; whoever proposed it reads why. Raises `Decided`."""
    _lock(proposed, State.PROPOSED, State.TAKEN_UP)
    _decide(proposed, State.DECLINED, by, reason=reason)


def note_published(article: Article, document: Document) -> None:
    """Marks the questions that the document answers as published; call it in the transaction that makes it live.

    One that an editor wrote into the guide in the same words without taking it up here is answered, too.
    """
    answered = {_folded(block.question) for block in document.shown() if isinstance(block, QuestionAnswer)}
    open_ones = article.proposed_questions.filter(state__in=[State.PROPOSED, State.TAKEN_UP])
    found = [one.pk for one in open_ones if _folded(one.answered_as or one.question) in answered]
    article.proposed_questions.filter(pk__in=found).update(state=State.PUBLISHED, decided_at=Now())


def asked_in(document: Document) -> list[str]:
    """The questions of the guide in its order, those without an answer too."""
    return [block.question for block in document.blocks if isinstance(block, QuestionAnswer) and block.question]


def _with(document: Document, block: QuestionAnswer) -> tuple[Block, ...]:
    """The blocks with this one behind the last question; without any, before what ends a guide."""
    blocks = document.blocks
    asked = [place for place, one in enumerate(blocks) if isinstance(one, QuestionAnswer)]
    endings = takewhile(lambda one: isinstance(one, CallToAction | FinalTakeaway), reversed(blocks))
    place = asked[-1] + 1 if asked else len(blocks) - len(list(endings))
    return (*blocks[:place], block, *blocks[place:])


def _lock(proposed: ProposedQuestion, *states: State) -> Article:
    """Locks its guide, before the question itself, as publishing does."""
    article = saving.lock(proposed.article)
    proposed.refresh_from_db()
    if proposed.state not in states:
        raise Decided(f"This question is {proposed.get_state_display()} already.")
    return article


def _decide(proposed: ProposedQuestion, state: State, by: Any, **words: str) -> None:
    ProposedQuestion.objects.filter(pk=proposed.pk).update(state=state, decided_by=by, decided_at=Now(), **words)


def _folded(question: str) -> str:
    return " ".join(question.casefold().split()).rstrip("?")
