"""By when a request about personal data is to be answered."""

from datetime import date, timedelta

from articles.lib.days import months_later
from enquiries.models import PrivacyRequest

# The day of receipt is the first of the 30 (Data Protection Act 2018, section 164A(3)).
COMPLAINT_ACKNOWLEDGED_AFTER = timedelta(days=29)
MONTHS_TO_ANSWER, MOST_FURTHER_MONTHS = 1, 2


def due_on(kind: str, start: date, further_months: int = 0) -> date:
    """A complaint: the 30th day. A request: the same day of the next month, or its last (UK GDPR article 12(3)).

    `start` is the day of receipt, or the later one on which we knew who is asking (article 12A). With more time it is
    the same day of a later month for a complaint, too.
    """
    if kind == PrivacyRequest.Kind.COMPLAINT and not further_months:
        return start + COMPLAINT_ACKNOWLEDGED_AFTER
    return months_later(start, MONTHS_TO_ANSWER + further_months)
