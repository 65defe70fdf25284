"""Which enquiry a mail belongs to, and on whose side of it its sender stands."""

import re
from dataclasses import dataclass
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model

from articles.outbox.models import Message
from enquiries import reply_addresses
from enquiries.handling import permissions
from enquiries.inbound.parsing import Incoming
from enquiries.models import Enquiry, Notice, State
from enquiries.models.enquiry import REFERENCE_LENGTH, REFERENCE_LETTERS
from enquiries.notices.sending import TO_ENQUIRER
from enquiries.reply_addresses import A_TEAM, ReplyAddress

REFERENCE = re.compile(rf"\b[{REFERENCE_LETTERS}]{{{REFERENCE_LENGTH}}}\b")
MOST_REFERENCES = 50  # of the mails that one mail answers; the newest stand last
NOTHING = "Nothing in it says which enquiry it is about."
ANOTHER_ADDRESS = (
    "Its address was made for another e-mail address of the enquirer ({reference}), or somebody made it up."
)
NOT_THE_PERSON = "It answers a mail to our staff about {reference}, and its sender has no account that may do so."
COLLEAGUE = "A colleague sent it as if they were the enquirer ({reference})."


@dataclass(frozen=True, kw_only=True)
class Match:
    """The enquiry, and the member of staff who answers; without an enquiry the reason, for the tray.

    `is_staffs`: it came to an address that only our staff were given.
    """

    enquiry: Enquiry | None = None
    person: Any = None
    is_staffs: bool = False
    reason: str = NOTHING


def match(incoming: Incoming) -> Match:
    """By the signed address that it was sent to; else by the mail of ours that it answers; else by the reference in its
    subject and the enquirer's address. What came to an address of staff that does not hold is not looked at further."""
    named = [_by_address(read, incoming) for read in map(reply_addresses.read, incoming.recipients) if read]
    for one in named:
        if one.enquiry or one.is_staffs:
            return one
    found = _by_answered_mail(incoming) or _by_reference(incoming)
    return _as_enquirer(found, incoming) if found else next(iter(named), Match())


def is_own(incoming: Incoming) -> bool:
    """Whether we sent it ourselves: a loop ends here."""
    sender = incoming.sender.casefold()
    ours = sender == parseaddr(settings.DEFAULT_FROM_EMAIL)[1].casefold() or reply_addresses.is_ours(sender)
    return ours or (bool(incoming.message_id) and Message.objects.filter(message_id=incoming.message_id).exists())


def account_of(email: str) -> Any:
    """The member of staff with this address; None when nobody has it, or several do."""
    people = list(get_user_model().objects.filter(email__iexact=email, is_active=True, is_staff=True)[:2])
    return people[0] if email and len(people) == 1 else None


def _by_address(address: ReplyAddress, incoming: Incoming) -> Match:
    enquiry = Enquiry.objects.select_related("owner", "team").filter(reference=address.reference).first()
    is_staffs = address.person is not None
    if enquiry is None or not (address.is_for(enquiry) or enquiry.state == State.ERASED):
        return Match(is_staffs=is_staffs, reason=ANOTHER_ADDRESS.format(reference=address.reference))
    if is_staffs:
        return _by_staffs_address(address, enquiry, incoming)
    return _as_enquirer(enquiry, incoming)


def _as_enquirer(enquiry: Enquiry, incoming: Incoming) -> Match:
    """What reached us as the enquirer's; a colleague who answers in the conversation is not taken for them."""
    sender = incoming.sender.casefold()
    if sender != enquiry.email.casefold() and account_of(sender):
        return Match(reason=COLLEAGUE.format(reference=enquiry.reference))
    return Match(enquiry=enquiry)


def _by_staffs_address(address: ReplyAddress, enquiry: Enquiry, incoming: Incoming) -> Match:
    person = account_of(incoming.sender)
    is_theirs = person and address.person in (A_TEAM, person.pk)
    if is_theirs and person.has_perm("enquiries.handle_enquiry") and permissions.may_see(person, enquiry):
        return Match(enquiry=enquiry, person=person, is_staffs=True)
    return Match(is_staffs=True, reason=NOT_THE_PERSON.format(reference=enquiry.reference))


def _by_answered_mail(incoming: Incoming) -> Enquiry | None:
    """A Message-ID of ours is known to whom we wrote alone; if that was at an address that was wrong, only the enquirer's
    own sender's address counts."""
    ids = [name[:200] for name in incoming.in_reply_to[-MOST_REFERENCES:]]
    answered = Notice.objects.filter(message_id__in=ids, kind__in=TO_ENQUIRER).select_related("enquiry__owner")
    for notice in answered.order_by("-pk"):
        enquiry = notice.enquiry
        if enquiry.email.casefold() in (notice.recipient.casefold(), incoming.sender.casefold()):
            return enquiry
    return None


def _by_reference(incoming: Incoming) -> Enquiry | None:
    named = Enquiry.objects.filter(reference__in=REFERENCE.findall(incoming.subject.upper())[:MOST_REFERENCES])
    return named.filter(email__iexact=incoming.sender).order_by("-pk").first() if incoming.sender else None
