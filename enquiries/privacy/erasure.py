"""The enquirer's own link, how long personal data is kept, and erasing it.

This module knows nothing of notices, so that their words can carry the link. What enquirers do through their page is in
`rights`.
"""

from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Now, TruncDate

from articles.lib.databases import empty_write_ahead_log
from articles.outbox.models import Message
from enquiries import history
from enquiries.locking import NotAllowed, lock
from enquiries.models import CV, Enquiry, Event, Notice, PrivacyRequest, ReplyBy, State

KEPT_FOR_THE_COUNTS = ("role", "reply_by")
ERASED_FIELDS = (*(name for name in Enquiry.ANSWERS if name not in KEPT_FOR_THE_COUNTS), "source_path")


def due_for_erasure() -> QuerySet[Enquiry]:
    """What is closed, or was never taken out of quarantine, and has come to its date; nothing stands in the way."""
    return Enquiry.objects.filter(
        ~Exists(_undelivered(OuterRef("pk"))),
        ~Exists(_open_complaints(OuterRef("pk"))),
        state__in=[State.CLOSED, State.SPAM],
        hold_reason="",
        erase_on__lte=TruncDate(Now()),
    )


def erase_due() -> int:
    """Erases what is due, one by one, each looked at again under its lock; returns how many."""
    erased = 0
    for key in list(due_for_erasure().values_list("pk", flat=True)):
        with transaction.atomic():
            enquiry = due_for_erasure().select_for_update().filter(pk=key).first()
            if enquiry:
                erase(enquiry)
                erased += 1
    return erased


@transaction.atomic
def erase(enquiry: Enquiry, by: Any = None) -> None:
    """Erases everything personal and leaves an anonymous line for statistics. It cannot be undone.

    Raises `NotAllowed` while the enquiry is on hold or a complaint about it is open; while it is open or a notice is on
    its way, too, unless a member of staff (`by`) does what the enquirer asked for.
    """
    lock(enquiry)
    if obstacle := _obstacle(enquiry, by):
        raise NotAllowed(obstacle)
    CV.objects.filter(enquiry=enquiry).delete()
    enquiry.search_words.all().delete()
    enquiry.notices.all().delete()
    enquiry.events.update(words="")
    enquiry.privacy_requests.filter(done_at=None).update(done_at=Now(), done_by=by)
    enquiry.privacy_requests.update(words="", answer="")
    # The admin's own log repeats the enquirer's name.
    LogEntry.objects.filter(content_type=ContentType.objects.get_for_model(Enquiry), object_id=str(enquiry.pk)).update(
        object_repr=enquiry.reference, change_message=""
    )
    for field in ERASED_FIELDS:
        setattr(enquiry, field, "")
    enquiry.reply_by = ReplyBy.EMAIL
    enquiry.marketing_wording = enquiry.owner = enquiry.team = None
    # That it was suspected is a count; the reasons may quote the enquirer.
    enquiry.spam_reasons = ["erased"] if enquiry.spam_reasons else []
    # A form still open somewhere must become a new enquiry, not lead to this one.
    enquiry.token = f"erased {enquiry.reference}"
    enquiry.state = State.ERASED
    enquiry.save()
    history.record(enquiry, Event.Kind.ERASED, by=by)
    transaction.on_commit(empty_write_ahead_log, robust=True)


def _obstacle(enquiry: Enquiry, by: Any) -> str:
    """Why it cannot be erased now; empty when it can."""
    if enquiry.state == State.ERASED:
        return "It has already been erased."
    if enquiry.hold_reason:
        return f"It is on hold: {enquiry.hold_reason}"
    if _open_complaints(enquiry.pk).exists():
        return "A complaint about it is still open."
    if by and enquiry.privacy_requests.filter(kind=PrivacyRequest.Kind.ERASURE).exists():
        return ""
    if enquiry.is_in_hand:
        return "It is open. Close it first, or record that the enquirer asked for erasure."
    if _undelivered(enquiry.pk).exists():
        return "A notice is still on its way. Wait until it is sent, drop it, or record that the enquirer asked for erasure."
    return ""


def _undelivered(enquiry: Any) -> QuerySet[Notice]:
    """Notices still to be sent. Those that are undeliverable or held with suspected spam do not count."""
    return Notice.objects.filter(enquiry=enquiry, pk__in=Message.objects.waiting())


def _open_complaints(enquiry: Any) -> QuerySet[PrivacyRequest]:
    return PrivacyRequest.objects.filter(enquiry=enquiry, kind=PrivacyRequest.Kind.COMPLAINT, done_at=None)
