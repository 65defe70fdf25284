"""What sending a notice, or failing to, means to its enquiry. The outbox does the sending."""

import re
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.dispatch import receiver

from articles.lib.mail_addresses import on_the_wire
from articles.outbox.models import Message
from articles.outbox.sending import leaving, sent, undeliverable
from enquiries import history, reply_addresses
from enquiries.models import Enquiry, Event, Notice
from enquiries.notices.recipients import alert_address
from enquiries.teams import data_protection_team

# Owed to whoever used a right, whatever becomes of their enquiry.
ABOUT_REQUESTS = (
    Notice.Kind.REQUEST_ACKNOWLEDGED,
    Notice.Kind.REQUEST_EXTENDED,
    Notice.Kind.REQUEST_ANSWERED,
    Notice.Kind.RESTRICTION_LIFTED,
    Notice.Kind.NEW_LINK,
)
NEVER_HELD = (Notice.Kind.REQUEST, *ABOUT_REQUESTS)
TO_ENQUIRER = (Notice.Kind.ACKNOWLEDGEMENT, Notice.Kind.REPLY, Notice.Kind.QUESTION_ANSWERED, *ABOUT_REQUESTS)
# To people outside the agency; whoever gets a copy of a reply is not who wrote to us.
OUTSIDE = (*TO_ENQUIRER, Notice.Kind.COPY)


@receiver(leaving)
def lead_answers_to_the_other_side(message: Message, **_signal: Any) -> None:
    """Answers go to the enquirer, or to the person who is dealing with the enquiry when the notice is sent; by way of the
    site, where mail comes in."""
    notice = Notice.objects.select_related("enquiry__owner", "enquiry__team").filter(pk=message.pk).first()
    if notice and notice.kind != Notice.Kind.BURST:  # which concerns nobody in particular
        if notice.kind in ABOUT_REQUESTS:
            message.reply_to = data_protection_team().inbox
        elif settings.INBOUND_EMAIL and notice.kind != Notice.Kind.REQUEST and not notice.enquiry.is_synthetic:
            message.reply_to = _by_way_of_the_site(notice)
        else:
            enquiry = notice.enquiry
            message.reply_to = alert_address(enquiry) if notice.kind in OUTSIDE else enquiry.email


def _by_way_of_the_site(notice: Notice) -> str:
    enquiry = notice.enquiry
    if notice.kind in OUTSIDE:
        return reply_addresses.for_enquirer(enquiry)
    owner = enquiry.owner
    is_owners = owner is not None and owner.email.casefold() == notice.recipient.casefold()
    return reply_addresses.for_staff(enquiry, owner.pk if owner and is_owners else reply_addresses.A_TEAM)


@receiver(sent)
def note_in_the_history(message: Message, **_signal: Any) -> None:
    """The enquiry is locked before its notice, as the verbs do.

    Two workers may have sent one notice: that is one line.
    """
    enquiry = Enquiry.objects.select_for_update().filter(notices=message.pk).first()
    notice = Notice.objects.filter(pk=message.pk, sent_at=None).first()
    if enquiry and notice:
        history.record(enquiry, Event.Kind.NOTIFIED, words=notice.get_kind_display())


@receiver(undeliverable)
def note_that_it_is_undeliverable(message: Message, answer: str, **_signal: Any) -> None:
    """In the order of locks of the above; silent when it was sent, or given another address, in the meantime."""
    enquiry = Enquiry.objects.select_for_update().filter(notices=message.pk).first()
    refused = Notice.objects.filter(pk=message.pk, sent_at=None, undeliverable_at=None, recipient=message.recipient)
    if enquiry and (notice := refused.first()):
        said = without_address(answer, notice) or "no mail can be sent to this address"
        words = f"{notice.get_kind_display()}: {said}"
        history.record(enquiry, Event.Kind.UNDELIVERABLE, words=words)


def without_address(words: str, notice: Notice) -> str:
    """A server's words without the address: the history keeps them, and the address may be put right or somebody else's."""
    with suppress(ValidationError):
        words = words.replace(on_the_wire(notice.recipient), "…")
    return re.sub(re.escape(notice.recipient), "…", words, flags=re.IGNORECASE)
