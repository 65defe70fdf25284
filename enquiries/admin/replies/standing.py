"""What the page of an enquiry says of replies that have not left."""

from typing import Any

from enquiries.handling import drafts
from enquiries.models import Enquiry
from enquiries.notices import replies


def about(enquiry: Enquiry, user: Any) -> dict[str, Any]:
    """The user's own draft, and the replies that are to leave later, whoever wrote them."""
    return {
        "draft": drafts.of(enquiry, user),
        "scheduled": replies.scheduled(enquiry).defer("text", "html").select_related("event__by"),
    }
