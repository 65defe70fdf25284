"""What a member of staff answers from their own mail program to a mail of ours: it goes to the enquirer through the site."""

from typing import Any

from django.db import transaction

from enquiries.handling import verbs
from enquiries.inbound.files import Checked
from enquiries.inbound.parsing import Incoming
from enquiries.intake import attachments
from enquiries.locking import NotAllowed, lock
from enquiries.models import Enquiry, Event, Notice
from enquiries.notices import writing

SUBJECT = "Your enquiry {reference}"
LONGEST = 20_000  # as on the page
NO_WORDS = "There were no words of yours in it, above what it quotes."
TOO_LONG = "It is longer than 20,000 characters."
TOO_LARGE = "Its files are larger than 15 MB together."
FILES_REFUSED = "A file with it cannot be sent: {files}."
REPLIED_MEANWHILE = "A colleague has replied since that e-mail was sent to you. Read it before you send yours."


@transaction.atomic
def answer(enquiry: Enquiry, incoming: Incoming, checked: Checked, by: Any) -> tuple[Event | None, str]:
    """Sends the words and the files to the enquirer, as a reply on the page of the enquiry would be.

    Returns the line of the history; or none and why not, which whoever wrote them is told.
    """
    try:
        with transaction.atomic():
            _check(enquiry, incoming, checked, by)
            subject, words = SUBJECT.format(reference=enquiry.reference), incoming.text.strip()
            verbs.reply(enquiry, subject, words, by, files=checked.kept)
    except NotAllowed as refusal:
        writing.tell_not_passed_on(enquiry, by.email, str(refusal))
        return None, str(refusal)
    return enquiry.events.filter(kind=Event.Kind.REPLIED).last(), ""


def _check(enquiry: Enquiry, incoming: Incoming, checked: Checked, by: Any) -> None:
    """Raises `NotAllowed` for what would go out otherwise than it was meant."""
    lock(enquiry)
    if not incoming.text.strip():
        raise NotAllowed(NO_WORDS)
    if len(incoming.text) > LONGEST:
        raise NotAllowed(TOO_LONG)
    if checked.refused:
        raise NotAllowed(FILES_REFUSED.format(files="; ".join(checked.refused)))
    if sum(len(file.content) for file in checked.kept) > attachments.MOST_BYTES:
        raise NotAllowed(TOO_LARGE)
    answered = Notice.objects.filter(enquiry=enquiry, message_id__in=incoming.in_reply_to).order_by("-pk").first()
    replies = enquiry.events.filter(kind=Event.Kind.REPLIED).exclude(by=by)
    if answered and replies.filter(at__gt=answered.created_at).exists():
        raise NotAllowed(REPLIED_MEANWHILE)
