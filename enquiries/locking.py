"""What every verb begins with: it locks the row and reads it again, or says why it may not."""

from enquiries.models import Enquiry
from enquiries.tallies import keeping


class NotAllowed(Exception):
    """The enquiry's state does not allow it; the message is a sentence for the person who tried."""


def lock(enquiry: Enquiry) -> None:
    """Reads the enquiry again and stops others from changing it until the transaction ends.

    What the caller changes is counted from its row until the worker tallies it again.
    """
    enquiry.refresh_from_db(from_queryset=Enquiry.objects.select_for_update())
    if enquiry.tallied_in:
        keeping.count_out(enquiry)
