"""An enquirer's question, proposed for a guide without anything about them; they hear when it is answered, if they wish."""

import re
from typing import Any

from django.db import transaction
from django.db.models.functions import Now

from articles.document.layout import Outline
from articles.drafts import questions
from articles.drafts import saving as guides
from articles.language.letters import plain
from articles.lib.urls import absolute
from articles.models import Article, ProposedQuestion, Revision
from enquiries import history
from enquiries.handling.verbs import NOT_IN_HAND, RESTRICTED
from enquiries.locking import NotAllowed, lock
from enquiries.models import AskedQuestion, Enquiry, Event, Outcome, State
from enquiries.notices import writing

ADDRESS = re.compile(r"\S+@\S+|https?://|www\.", re.IGNORECASE)
NUMBER = re.compile(r"\d[\d\s().-]{5,}\d")  # seven signs and more; no salary or year is as long
WORD = re.compile(r"[^\W_]+")
LEGAL_FORM = re.compile(r"\W+(ltd|limited|plc|llp|inc|gmbh)\W*$", re.IGNORECASE)


def personal_words(question: str, enquiry: Enquiry) -> list[str]:
    """What in the question could tell who asked it: their name, organisation or reference, addresses, long numbers."""
    words = WORD.findall(question)
    said = f" {' '.join(map(plain, words))} "
    # A small letter or the beginning of the sentence makes it a common word: “How will …”, “Art …”.
    names = {plain(word) for word in words[1:] if word[0].isupper()}
    parts = [name for name in WORD.findall(enquiry.name) if len(name) > 1 and plain(name) in names]
    wholes = [LEGAL_FORM.sub("", enquiry.organisation), enquiry.reference]
    named = [whole for whole in wholes if whole and f" {' '.join(map(plain, WORD.findall(whole)))} " in said]
    return [*parts, *named, *ADDRESS.findall(question), *map(str.strip, NUMBER.findall(question))]


@transaction.atomic
def propose(enquiry: Enquiry, guide: Article, question: str, by: Any, *, wants_answer: bool) -> None:
    """Lays the question before the editors of the guide. Raises `NotAllowed` where it says who asked."""
    guides.lock(guide)  # before the enquiry: who publishes the guide holds it, and the enquiry refers to it
    lock(enquiry)
    _check(enquiry, question)
    proposed = questions.propose(guide, question, by=by)
    asked, is_new = AskedQuestion.objects.get_or_create(
        enquiry=enquiry, proposed=proposed, defaults={"wants_answer": wants_answer}
    )
    if is_new:
        history.record(enquiry, Event.Kind.PROPOSED, by=by, words=f"{question}\nFor the guide “{guide}”.")
    elif asked.wants_answer != wants_answer:
        AskedQuestion.objects.filter(pk=asked.pk).update(wants_answer=wants_answer)


def tell_answered() -> int:
    """Tells those who wanted to know that a guide answers their question; returns how many. The worker calls it."""
    published = AskedQuestion.objects.filter(
        wants_answer=True, told_at=None, proposed__state=ProposedQuestion.State.PUBLISHED
    )
    return sum(map(_tell, list(published.values_list("pk", flat=True))))


@transaction.atomic
def _tell(pk: int) -> bool:
    """Nobody whose data may not be used, who withdrew or gave no address, or whose guide is not live at this moment."""
    asked = AskedQuestion.objects.select_related("enquiry", "proposed").filter(pk=pk, told_at=None).first()
    live = asked and Revision.objects.published().filter(article=asked.proposed.article_id).first()
    if not asked or not live:
        return False
    enquiry = asked.enquiry
    lock(enquiry)
    told = AskedQuestion.objects.filter(pk=pk, told_at=None).update(told_at=Now())
    if (
        not told
        or not enquiry.email
        or enquiry.is_restricted
        or enquiry.state == State.SPAM
        or enquiry.outcome == Outcome.WITHDRAWN
    ):
        return False
    question = asked.proposed.answered_as or asked.proposed.question
    link = absolute(live.get_absolute_url()) + _place(live, question)
    writing.tell_of_answer(enquiry, question=asked.proposed.question, guide=live.title, link=link)
    return True


def _check(enquiry: Enquiry, question: str) -> None:
    if enquiry.state in (State.SPAM, State.ERASED):
        raise NotAllowed(NOT_IN_HAND[State(enquiry.state)])
    if enquiry.is_restricted:
        raise NotAllowed(RESTRICTED)
    if found := personal_words(question, enquiry):
        raise NotAllowed(f"Leave out what could tell who asked: {', '.join(found)}.")


def _place(live: Revision, question: str) -> str:
    """The end of an address that leads to the question; empty where the page has no such heading."""
    headings = Outline(live.document()).headings()
    return next((f"#{heading.anchor}" for heading in headings if heading.words == question), "")
