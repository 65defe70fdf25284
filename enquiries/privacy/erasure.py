"""The enquirer's own link, how long personal data is kept, and erasing it.

This module knows nothing of notices, so that their words can carry the link. What enquirers do through their page is in
`rights`.
"""

from collections.abc import Callable
from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Coalesce, Now, TruncDate

from articles.audit import recording as audit
from articles.lib.databases import empty_write_ahead_log
from articles.outbox.models import Message
from enquiries import history
from enquiries.locking import NotAllowed, lock
from enquiries.models import CV, Enquiry, Event, Notice, PrivacyRequest, ReplyBy, SearchText, State
from enquiries.models.protection.retained import kept_by_law
from enquiries.privacy import applications

KEPT_FOR_THE_COUNTS = ("role", "reply_by")
NOT_REFUSED = ("", PrivacyRequest.Outcome.AGREED)
REQUEST_FIELDS = ("name", "email", "words", "extension_reason", "answer")
ERASED_FIELDS = (*(name for name in Enquiry.ANSWERS if name not in KEPT_FOR_THE_COUNTS), "source_path")


def due_for_erasure() -> QuerySet[Enquiry]:
    """What is closed, or was never taken out of quarantine, and has come to its date, and what was agreed to be erased;
    nothing stands in the way."""
    by_date = Enquiry.objects.filter(state__in=[State.CLOSED, State.SPAM], erase_on__lte=TruncDate(Now()))
    # Not an "or", for which PostgreSQL would read every enquiry.
    return _unhindered().filter(pk__in=by_date.values("pk").union(_agreed()))


def agreed_and_due() -> QuerySet[Enquiry]:
    """What was agreed to be erased, whether it is closed or not; nothing stands in the way any more."""
    return _unhindered().filter(pk__in=_agreed())


def erase_due() -> int:
    """Erases what is due and returns how many."""
    return _erase_each(due_for_erasure)


def erase_agreed() -> int:
    """Erases what was agreed to and returns how many; what waits for its date is left to `erase_due`."""
    return _erase_each(agreed_and_due)


def _erase_each(due: Callable[[], QuerySet[Enquiry]]) -> int:
    """One by one, each looked at again under its lock."""
    erased = 0
    for key in list(due().values_list("pk", flat=True)):
        with transaction.atomic():
            enquiry = due().select_for_update().filter(pk=key).first()
            if enquiry:
                erase(enquiry)
                erased += 1
    return erased


@transaction.atomic
def erase(enquiry: Enquiry, by: Any = None) -> None:
    """Erases everything personal and leaves an anonymous line for statistics. It cannot be undone.

    Raises `NotAllowed` while the enquiry is on hold, the law obliges us to keep it, or another request about it is open; while it is open, unless its
    erasure was agreed to; and while a notice is on its way. A member of staff (`by`) who does what the enquirer asked
    for is stopped by neither of these two.
    """
    lock(enquiry)
    if by and enquiry.state == State.ERASED and history.has_just(enquiry, Event.Kind.ERASED, by=by):
        return
    if obstacle := _obstacle(enquiry, by):
        raise NotAllowed(obstacle)
    CV.objects.filter(enquiry=enquiry).delete()
    enquiry.attachments.all().delete()
    enquiry.asked_questions.all().delete()
    enquiry.reply_drafts.all().delete()
    enquiry.writing_now.all().delete()
    enquiry.mails.all().delete()
    enquiry.consents.all().delete()
    enquiry.viewings.all().delete()
    enquiry.search_words.all().delete()
    SearchText.objects.filter(enquiry=enquiry).delete()
    enquiry.notices.all().delete()
    enquiry.events.update(words="")
    enquiry.privacy_requests.open().update(
        done_at=Now(), done_by=Coalesce("done_by", by and by.pk), outcome=PrivacyRequest.Outcome.AGREED
    )
    enquiry.privacy_requests.update(**dict.fromkeys(REQUEST_FIELDS, ""))
    # The admin's own log repeats the enquirer's name.
    LogEntry.objects.filter(content_type=ContentType.objects.get_for_model(Enquiry), object_id=str(enquiry.pk)).update(
        object_repr=enquiry.reference, change_message=""
    )
    for field in ERASED_FIELDS:
        setattr(enquiry, field, "")
    enquiry.reply_by = ReplyBy.EMAIL
    enquiry.last_owner, enquiry.last_team = enquiry.owner, enquiry.team
    enquiry.marketing_wording = enquiry.owner = enquiry.team = enquiry.follow_up_on = None
    # That it was suspected is a count; the reasons may quote the enquirer.
    enquiry.spam_reasons = ["erased"] if enquiry.spam_reasons else []
    # A form still open somewhere must become a new enquiry, not lead to this one.
    enquiry.token = f"erased {enquiry.reference}"
    enquiry.sent_as, enquiry.ended_links, enquiry.ats_reference = "", [], ""
    enquiry.state, enquiry.is_restricted = State.ERASED, False
    enquiry.is_application, enquiry.last_service_on = False, None
    enquiry.save()
    history.record(enquiry, Event.Kind.ERASED, by=by)
    audit.record(audit.Action.ERASED, enquiry.reference)
    transaction.on_commit(empty_write_ahead_log, robust=True)


def _obstacle(enquiry: Enquiry, by: Any) -> str:
    """Why it cannot be erased now; empty when it can."""
    if enquiry.state == State.ERASED:
        return "It has already been erased."
    if enquiry.hold_reason:
        return f"It is on hold: {enquiry.hold_reason}"
    if enquiry.is_kept_by_law:
        return f"It is an application. {applications.LAW} It is kept {applications.until(enquiry, 'them')}."
    if other := _other_requests(enquiry.pk).first():
        return f"A request about it must be answered first: {other}."
    if by and enquiry.privacy_requests.filter(kind=PrivacyRequest.Kind.ERASURE, outcome__in=NOT_REFUSED).exists():
        return ""
    if enquiry.is_in_hand and not _agreed().filter(enquiry=enquiry).exists():
        return "It is open. Close it first, or record that the enquirer asked for erasure."
    if _undelivered(enquiry.pk).exists():
        return "A notice is still on its way. Wait until it is sent, drop it, or record that the enquirer asked for erasure."
    return ""


def _undelivered(enquiry: Any) -> QuerySet[Notice]:
    """Notices still to be sent. Those that are undeliverable, scheduled, or held with suspected spam do not count."""
    return Notice.objects.filter(enquiry=enquiry, pk__in=Message.objects.on_their_way())


def _other_requests(enquiry: Any) -> QuerySet[PrivacyRequest]:
    return PrivacyRequest.objects.in_the_way().filter(enquiry=enquiry)


def _agreed() -> QuerySet[Any]:
    """The enquiries whose erasure was agreed to."""
    return PrivacyRequest.objects.agreed_erasures().filter(enquiry__isnull=False).values("enquiry")


def _unhindered() -> QuerySet[Enquiry]:
    """What is neither on hold nor kept by law, nor has anything that must be done first."""
    return Enquiry.objects.exclude(state=State.ERASED).filter(
        ~kept_by_law(), ~Exists(_undelivered(OuterRef("pk"))), ~Exists(_other_requests(OuterRef("pk"))), hold_reason=""
    )
