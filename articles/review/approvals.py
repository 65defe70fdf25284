"""Asking people without an account about a draft: the request, its mail and their answers."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from articles.document import Document, Insight
from articles.drafts import history, saving
from articles.lib.people import name_of
from articles.models import ApprovalRequest, Article, Author, GuideEvent
from articles.outbox import mail
from articles.outbox.models import Message
from articles.review.links import LinkEnded, link

KINDS = GuideEvent.Kind
ANSWERS = (KINDS.APPROVED, KINDS.COMMENTED)


class DraftChanged(Exception):
    """The draft is not the one that the answer is about."""


@transaction.atomic
def ask(
    article: Article, *, name: str, email: str, days: int, speaker: Author | None, message: str, by: Any
) -> ApprovalRequest:
    """Makes the draft readable to somebody for some days and mails them the link, where there is an address.

    `speaker` when they are asked about their own words.
    """
    article = saving.lock(article)
    request = ApprovalRequest.objects.create(
        article=article,
        speaker=speaker,
        name=name,
        email=email,
        created_by=by,
        expires_at=timezone.now() + timedelta(days=days),
    )
    # Guides from before versions were kept have none yet, and an approval must name what was approved.
    version = saving.current_version(article) or saving.save(article, by=by)
    history.record(article, KINDS.SHARED, by=by, request=request, version=version, note=message)
    if email:
        request.mail = _invite(request, message)
        request.save(update_fields=["mail"])
    return request


def message_to(request: ApprovalRequest) -> str:
    """The message from the person who asked."""
    return request.events.filter(kind=KINDS.SHARED).values_list("note", flat=True).first() or ""


@transaction.atomic
def end(request: ApprovalRequest, *, by: Any) -> None:
    """Ends the link, and its mail if that is not sent yet; answers stay."""
    article = saving.lock(request.article)
    if ApprovalRequest.objects.filter(pk=request.pk, ended_at=None).update(ended_at=timezone.now()):
        history.record(article, KINDS.UNSHARED, by=by, request=request)
        if request.mail_id:
            Message.objects.filter(pk=request.mail_id, sent_at=None).delete()


@transaction.atomic
def answer(request: ApprovalRequest, *, approves: bool, note: str, version: int) -> GuideEvent:
    """Records the answer, and tells the guide's owner and the person who asked.

    `version` is the number of the draft that was read. Raises `DraftChanged` or `LinkEnded`.
    """
    event = _record(request, KINDS.APPROVED if approves else KINDS.COMMENTED, note, version)
    for address in _who_waits(request):
        context = {"request": request, "answer": event, "approves": approves}
        mail.write("approval_answer", address, "articles/mail/answer", context)
    return event


def words_of(speaker: Author | None, document: Document) -> list[Insight]:
    """What the document quotes of somebody."""
    blocks = (block for block in document.shown() if isinstance(block, Insight))
    return [block for block in blocks if speaker and block.speaker and block.speaker.slug == speaker.slug]


def _record(request: ApprovalRequest, kind: GuideEvent.Kind, note: str, version: int) -> GuideEvent:
    article = saving.lock(request.article)
    if not ApprovalRequest.objects.get(pk=request.pk).is_open():
        raise LinkEnded
    if article.version != version:
        raise DraftChanged
    seen = saving.current_version(article)
    return history.record(article, kind, by_name=request.name, request=request, version=seen, note=note)


def _invite(request: ApprovalRequest, message: str) -> Message:
    asker = request.created_by
    context = {"request": request, "asker": name_of(asker), "message": message, "link": link(request)}
    return mail.write(
        "approval_request",
        request.email,
        "articles/mail/request",
        context,
        reply_to=asker.email if asker else "",
    )


def _who_waits(request: ApprovalRequest) -> list[str]:
    people = [request.article.owner, request.created_by]
    return sorted({person.email for person in people if person and person.is_active and person.email})
