"""Mail that came back."""

from django.db import transaction
from django.db.models.functions import Now

from articles.outbox.models import Message
from enquiries import history
from enquiries.models import Enquiry, Event, Notice
from enquiries.notices.sending import without_address


@transaction.atomic
def record(message_id: str, reason: str) -> None:
    """Notes that a mail bounced, in the history too where it is about an enquiry.

    A second report, or one about a message that is not ours, changes nothing.
    """
    notice = Notice.objects.filter(message_id=message_id).first()
    if notice is None:
        Message.objects.filter(message_id=message_id, bounced_at=None).update(bounced_at=Now())
        return
    enquiry = Enquiry.objects.select_for_update().get(pk=notice.enquiry_id)
    if Notice.objects.filter(pk=notice.pk, bounced_at=None).update(bounced_at=Now()):
        history.record(enquiry, Event.Kind.BOUNCED, words=words_of(notice, reason))


def words_of(notice: Notice, said: str) -> str:
    """Which mail it is, and what a server said of it, without the address."""
    words = notice.get_kind_display()
    return f"{words}: {without_address(said, notice)}" if said else words
