"""Agreeing to hear from us, and the two ways of ending it. Each adds its line to the history."""

from django.db import transaction
from django.db.models.functions import Now

from enquiries import history, wordings
from enquiries.consents import suppression
from enquiries.locking import NotAllowed, lock
from enquiries.models import Consent, Enquiry, Event, State, Suppression, Wording

Reason = Suppression.Reason
STATES = {Reason.WITHDRAWN: Consent.State.WITHDRAWN, Reason.OBJECTED: Consent.State.OBJECTED}
KINDS = {Reason.WITHDRAWN: Event.Kind.UNCONSENTED, Reason.OBJECTED: Event.Kind.OBJECTED}


def hears_from_us(enquiry: Enquiry) -> bool:
    """Whether news may be sent to the enquirer."""
    return bool(enquiry.marketing_wording_id) and not suppression.of(enquiry.email)


def note(enquiry: Enquiry) -> None:
    """Keeps what was agreed to in a form that has just been stored; call it in its transaction.

    A new consent takes the place of an earlier withdrawal, and not of an objection: a form does not prove who filled it
    in, so that takes the person's own page.
    """
    if enquiry.marketing_wording:
        Consent.objects.create(enquiry=enquiry, wording=enquiry.marketing_wording, given_at=enquiry.received_at)
        suppression.lift(enquiry.email, only=Reason.WITHDRAWN)


@transaction.atomic
def give(enquiry: Enquiry) -> None:
    """The enquirer agrees on their own page to the words shown today. What they want now counts: it ends an objection."""
    lock(enquiry)
    if enquiry.state == State.ERASED:
        raise NotAllowed("It has already been erased.")
    if hears_from_us(enquiry):
        return
    suppression.lift(enquiry.email)
    enquiry.consents.given().update(state=Consent.State.WITHDRAWN, ended_at=Now())
    enquiry.marketing_wording = wordings.current(Wording.Kind.MARKETING)
    enquiry.save(update_fields=["marketing_wording"])
    Consent.objects.create(enquiry=enquiry, wording=enquiry.marketing_wording)
    history.record(enquiry, Event.Kind.CONSENTED, words=str(enquiry.marketing_wording))


@transaction.atomic
def end(enquiry: Enquiry, reason: Suppression.Reason) -> None:
    """Ends consent for the enquirer's address, also where they gave it with another enquiry, and suppresses the address.

    Said once more, it changes nothing, but for an objection after a withdrawal.
    """
    lock(enquiry)
    line = suppression.of(enquiry.email)
    is_said = not enquiry.email or (line is not None and line.reason in (reason, Reason.OBJECTED))
    if enquiry.state == State.ERASED or (is_said and not enquiry.marketing_wording_id):
        return
    _end_one(enquiry, reason)
    if not enquiry.email:
        return
    suppression.add(enquiry.email, reason)
    others = Enquiry.objects.filter(email=enquiry.email, marketing_wording__isnull=False).exclude(pk=enquiry.pk)
    for other in others.order_by("pk"):
        lock(other)
        _end_one(other, reason)


def _end_one(enquiry: Enquiry, reason: Suppression.Reason) -> None:
    enquiry.marketing_wording = None
    enquiry.save(update_fields=["marketing_wording"])
    enquiry.consents.given().update(state=STATES[reason], ended_at=Now())
    history.record(enquiry, KINDS[reason])
