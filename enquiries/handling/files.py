"""What staff do with the files of an enquiry: its CV, and what is beside it."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Now

from enquiries import history
from enquiries.handling.verbs import NOT_IN_HAND, RESTRICTED
from enquiries.intake import receiving
from enquiries.intake.attachments import CheckedFile
from enquiries.intake.cvs import UploadedCV
from enquiries.locking import NotAllowed, lock
from enquiries.models import CV, Attachment, Enquiry, Event, State

NOTED_AGAIN_AFTER = timedelta(hours=1)
MOST = 50  # of one enquiry
TOO_MANY = f"An enquiry can have up to {MOST} files. Remove one that nobody needs."
GONE = "This file has been removed."
WAS_SENT = "This file belongs to a reply, which says that it came with it. It cannot be removed."
# What came from the enquirer or was added by one of us; a reply keeps what it carries.
REMOVABLE = (Event.Kind.FILE_ADDED, Event.Kind.WROTE, Event.Kind.AUTO_REPLIED)


@transaction.atomic
def add(enquiry: Enquiry, file: CheckedFile, by: Any) -> None:
    """Keeps a sound file with the enquiry; one that is there already, only once."""
    _lock(enquiry)
    if any(bytes(one.content) == file.content for one in enquiry.attachments.filter(size=len(file.content))):
        return
    if enquiry.attachments.count() >= MOST:
        raise NotAllowed(TOO_MANY)
    event = history.record(enquiry, Event.Kind.FILE_ADDED, by=by, words=file.name)
    Attachment.objects.create(enquiry=enquiry, event=event, added_by=by, size=len(file.content), **vars(file))


@transaction.atomic
def put_cv(enquiry: Enquiry, cv: UploadedCV, by: Any) -> None:
    """Keeps a sound CV with the enquiry, in place of the one that it has."""
    _lock(enquiry)
    before = CV.objects.filter(enquiry=enquiry).first()
    if before and bytes(before.content) == cv.content:
        return
    words = "Their CV, in place of the one before, which is gone." if before else "Their CV."
    if before:
        before.delete()
    receiving.keep_cv(enquiry, cv)
    history.record(enquiry, Event.Kind.FILE_ADDED, by=by, words=words)


@transaction.atomic
def remove(enquiry: Enquiry, number: int, by: Any) -> None:
    """Deletes a file for good; the history says which it was."""
    _lock(enquiry)
    file = of(enquiry).filter(pk=number).first()
    if file is None:
        raise NotAllowed(GONE)
    if not is_removable(file):
        raise NotAllowed(WAS_SENT)
    file.delete()
    history.record(enquiry, Event.Kind.FILE_REMOVED, by=by, words=file.name)


@transaction.atomic
def note_preview(enquiry: Enquiry, words: str, by: Any) -> bool:
    """Notes in the history that somebody looked at a file, once an hour; whether it did."""
    Enquiry.objects.select_for_update().get(pk=enquiry.pk)
    seen = enquiry.events.filter(kind=Event.Kind.DOWNLOADED, by=by, words=words, at__gt=Now() - NOTED_AGAIN_AFTER)
    if seen.exists():
        return False
    history.record(enquiry, Event.Kind.DOWNLOADED, by=by, words=words)
    return True


def of(enquiry: Enquiry) -> QuerySet[Attachment]:
    """Its files beside the CV, without their content."""
    return enquiry.attachments.defer("content").select_related("event", "added_by")


def is_removable(file: Attachment) -> bool:
    return file.event is None or file.event.kind in REMOVABLE


def _lock(enquiry: Enquiry) -> None:
    lock(enquiry)
    if enquiry.state == State.ERASED:
        raise NotAllowed(NOT_IN_HAND[State.ERASED])
    if enquiry.is_restricted:
        raise NotAllowed(RESTRICTED)
