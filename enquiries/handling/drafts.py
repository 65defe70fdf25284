"""Drafts of replies: what somebody has written to an enquirer and not sent, with the files that are to go along."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Now
from django.utils import timezone

from enquiries import history
from enquiries.handling import verbs
from enquiries.intake.attachments import CheckedFile
from enquiries.locking import NotAllowed, lock
from enquiries.models import DraftFile, Enquiry, Event, ReplyDraft, State

SENDING = (Event.Kind.REPLIED, Event.Kind.SCHEDULED, Event.Kind.UNSCHEDULED)
LONGEST = 100_000  # of words that are kept, though a reply may not be so long


def of(enquiry: Enquiry, person: Any) -> ReplyDraft | None:
    return enquiry.reply_drafts.filter(person=person).first()


def files(enquiry: Enquiry, person: Any) -> QuerySet[DraftFile]:
    """Those that are to go with the person's reply, without their content."""
    return DraftFile.objects.filter(draft__enquiry=enquiry, draft__person=person).defer("content")


@transaction.atomic
def keep(
    enquiry: Enquiry,
    person: Any,
    *,
    subject: str,
    body: str,
    cc: str,
    replies_seen: int,
    add: Iterable[CheckedFile] = (),
    remove: Sequence[str] = (),
) -> ReplyDraft | None:
    """Keeps what stands in the form, sound or not, in place of what was kept before; adds and removes files.

    Nothing is kept of what was just sent: a form may arrive a second time. Raises `NotAllowed` for an erased enquiry.
    """
    lock(enquiry)
    if enquiry.state == State.ERASED:
        raise NotAllowed(verbs.NOT_IN_HAND[State.ERASED])
    files = list(add)
    if not files and _was_just_sent(enquiry, person, subject, body, replies_seen):
        return None
    words = {"subject": subject[:LONGEST], "body": body[:LONGEST], "cc": cc[:LONGEST]}
    draft, _ = ReplyDraft.objects.update_or_create(
        enquiry=enquiry, person=person, defaults={**words, "replies_seen": replies_seen, "saved_at": Now()}
    )
    draft.files.filter(pk__in=[pk for pk in draft.files.values_list("pk", flat=True) if str(pk) in remove]).delete()
    for file in files:
        DraftFile.objects.create(draft=draft, size=len(file.content), **vars(file))
    return draft


def discard(enquiry: Enquiry, person: Any) -> None:
    enquiry.reply_drafts.filter(person=person).delete()


@transaction.atomic
def send(enquiry: Enquiry, by: Any, *, at: datetime | None = None, **words: Any) -> None:
    """Sends the words, or schedules them, with the files of the person's draft, and ends that draft.

    Raises `NotAllowed`; the draft then stays.
    """
    with_files = words | {"files": DraftFile.objects.filter(draft__enquiry=enquiry, draft__person=by)}
    if at:
        verbs.schedule(enquiry, by=by, at=at, **with_files)
    else:
        verbs.reply(enquiry, by=by, **with_files)
    discard(enquiry, by)


def _was_just_sent(enquiry: Enquiry, person: Any, subject: str, body: str, replies_seen: int) -> bool:
    """Whether the form is one that was sent before: it knows nothing of the reply that says the same."""
    last = enquiry.events.filter(kind__in=SENDING).last()
    if last is None or last.by != person or last.kind == Event.Kind.UNSCHEDULED:
        return False
    is_of_now = timezone.now() - last.at < history.SECOND_PRESS
    is_stale = is_of_now if last.kind == Event.Kind.SCHEDULED else replies_seen < verbs.replies_sent(enquiry)
    return is_stale and f"{subject.strip()}\n" in last.words and last.words.endswith(f"\n\n{body.strip()}")
