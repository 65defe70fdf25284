"""The enquirer's own link, how long personal data is kept, and erasing it.

This module knows nothing of notices, so that their words can carry the link. What enquirers do through their page is in
`rights`.
"""

import re
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Now, TruncDate
from django.urls import reverse
from django.utils import timezone

from enquiries import history
from enquiries.models import CV, Enquiry, Event, Notice, PrivacyRequest, ReplyBy, Retention, State

TOKEN = re.compile(r"(?P<reference>[A-Z2-9]{8}):[-\w]{43}", re.ASCII)
MAX_REASON = 200
OPEN = (State.NEW, State.OPEN, State.WAITING)
KEPT_FOR_THE_COUNTS = ("role", "reply_by")
ERASED_FIELDS = (*(name for name in Enquiry.ANSWERS if name not in KEPT_FOR_THE_COUNTS), "source_path")


class NotAllowed(Exception):
    """The enquiry's state does not admit it; the message is a sentence for whoever asked."""


def status_link(enquiry: Enquiry) -> str:
    """The address of the enquirer's own page. It works for this e-mail address, until the enquiry is erased."""
    return settings.SITE_URL + reverse("enquiries:status", args=[status_token(enquiry)])


def status_token(enquiry: Enquiry) -> str:
    """The signed part of the link: whoever has it may see and change what we hold."""
    return _signer(enquiry).sign(enquiry.reference)


def find(token: str) -> Enquiry | None:
    """The enquiry that a link opens; none for a link that we did not make, or that is of use no more."""
    match = TOKEN.fullmatch(token)
    enquiry = match and Enquiry.objects.exclude(state=State.ERASED).filter(reference=match["reference"]).first()
    if not enquiry:
        return None
    try:
        _signer(enquiry).unsign(token)
    except BadSignature:
        return None
    return enquiry


def _signer(enquiry: Enquiry) -> Signer:
    """Bound to the e-mail address: whoever got the mail by a slip in it is shut out once it is corrected."""
    return Signer(salt=f"enquiries.status {enquiry.email}")


def set_erase_date(enquiry: Enquiry) -> None:
    """Dates the erasing by the most exact rule: role and outcome, role, outcome, neither. A later rule moves no date."""
    rules = Retention.objects.filter(role__in=["", enquiry.role], outcome__in=["", enquiry.outcome])
    rule = max(rules, key=lambda rule: (bool(rule.role), bool(rule.outcome)))
    enquiry.erase_on = timezone.localdate() + timedelta(days=rule.days)
    enquiry.save(update_fields=["erase_on"])


@transaction.atomic
def hold(enquiry: Enquiry, reason: str, by: Any) -> None:
    """Keeps the enquiry from being erased, whatever its date, until the hold is lifted."""
    lock(enquiry)
    if enquiry.state == State.ERASED:
        raise NotAllowed("There is nothing left to keep: it is erased.")
    if not 0 < len(reason.strip()) <= MAX_REASON:
        raise NotAllowed(f"Say in up to {MAX_REASON} characters why it must not be erased.")
    enquiry.hold_reason = reason.strip()
    enquiry.save(update_fields=["hold_reason"])
    history.record(enquiry, Event.Kind.HELD, by=by, words=enquiry.hold_reason)


@transaction.atomic
def unhold(enquiry: Enquiry, by: Any) -> None:
    """Lifts the hold; the erase date counts again."""
    lock(enquiry)
    if not enquiry.hold_reason:
        raise NotAllowed("It is not on hold.")
    enquiry.hold_reason = ""
    enquiry.save(update_fields=["hold_reason"])
    history.record(enquiry, Event.Kind.UNHELD, by=by)


def due_for_erasure() -> QuerySet[Enquiry]:
    """What is closed, or was never taken out of quarantine, and has come to its date; nothing stands in the way."""
    return Enquiry.objects.filter(
        ~Exists(_undelivered(OuterRef("pk"))),
        ~Exists(_open_complaints(OuterRef("pk"))),
        state__in=[State.CLOSED, State.SPAM],
        hold_reason="",
        erase_on__lte=TruncDate(Now()),
    )


def date_quarantined() -> None:
    """Dates what has lain in quarantine since it came; nobody closes that."""
    for enquiry in Enquiry.objects.filter(state=State.SPAM, erase_on=None):
        set_erase_date(enquiry)


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
    """Takes everything personal and leaves an anonymous line for the counts. There is no way back.

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


def lock(enquiry: Enquiry) -> None:
    """Reads the enquiry afresh and keeps others from changing it until the transaction ends."""
    enquiry.refresh_from_db(from_queryset=Enquiry.objects.select_for_update())


def _obstacle(enquiry: Enquiry, by: Any) -> str:
    """Why it cannot be erased now; empty when it can."""
    if enquiry.state == State.ERASED:
        return "It is erased already."
    if enquiry.hold_reason:
        return f"It is on hold: {enquiry.hold_reason}"
    if _open_complaints(enquiry.pk).exists():
        return "A complaint about it is not dealt with yet."
    if by and enquiry.privacy_requests.filter(kind=PrivacyRequest.Kind.ERASURE).exists():
        return ""
    if enquiry.state in OPEN:
        return "It is open. Close it first, or record that the enquirer asked for erasure."
    if _undelivered(enquiry.pk).exists():
        return "A notice is still on its way. Wait until it is sent, or record that the enquirer asked for erasure."
    return ""


def _undelivered(enquiry: Any) -> QuerySet[Notice]:
    """Notices still to be sent. Those held back with suspected spam wait for nobody and do not count."""
    return Notice.objects.filter(enquiry=enquiry, sent_at=None, is_held=False)


def _open_complaints(enquiry: Any) -> QuerySet[PrivacyRequest]:
    return PrivacyRequest.objects.filter(enquiry=enquiry, kind=PrivacyRequest.Kind.COMPLAINT, done_at=None)
