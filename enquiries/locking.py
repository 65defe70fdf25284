"""What every verb begins with: the row locked and read afresh, or a sentence on why not."""

from enquiries.models import Enquiry


class NotAllowed(Exception):
    """The enquiry's state does not admit it; the message is a sentence for whoever asked."""


def lock(enquiry: Enquiry) -> None:
    """Reads the enquiry afresh and keeps others from changing it until the transaction ends."""
    enquiry.refresh_from_db(from_queryset=Enquiry.objects.select_for_update())
