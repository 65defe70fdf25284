"""The mails of one enquiry as conversations: one with the enquirer, one among ourselves."""

from django.db.models import Q

from enquiries.models import Enquiry
from enquiries.notices.sending import OUTSIDE


def conversation(enquiry: Enquiry, *, with_enquirer: bool) -> str:
    """The Message-ID of the first mail to that side, under which mail programs gather the others; empty before it."""
    ours = Q(kind__in=OUTSIDE)
    mails = enquiry.notices.filter(ours if with_enquirer else ~ours)
    return mails.order_by("pk").values_list("message_id", flat=True).first() or ""
