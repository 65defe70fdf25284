"""The list for the mailing tool: one line for each address that may be written to."""

from collections.abc import Iterator
from itertools import batched
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from enquiries.consents import links, marks, suppression
from enquiries.models import Consent, State

HEADER = ("e-mail", "name", "role", "agreed to", "agreed on", "guide", "unsubscribe link")
AT_A_TIME = 500


def rows(consents: QuerySet[Consent]) -> Iterator[tuple[Any, ...]]:
    """Under `HEADER` the newest of the consents of each address. Left out is who withdrew, objected, or asked us not to
    use their data, who gave no address, and what is suspected spam or our own test.
    """
    usable = consents.filter(state=Consent.State.GIVEN, enquiry__is_restricted=False, enquiry__is_synthetic=False)
    usable = (
        usable.exclude(enquiry__state__in=[State.SPAM, State.ERASED])
        .exclude(enquiry__email="")
        .order_by("-given_at", "-pk")
    )
    written: set[str] = set()
    for some in batched(
        usable.select_related("enquiry__guide", "wording").iterator(AT_A_TIME), AT_A_TIME, strict=False
    ):
        suppressed = suppression.among(consent.enquiry.email for consent in some)
        for consent in some:
            address = marks.normal(consent.enquiry.email)
            if consent.enquiry.email not in suppressed and address not in written:
                written.add(address)
                yield _row(consent)


def _row(consent: Consent) -> tuple[Any, ...]:
    enquiry = consent.enquiry
    return (
        enquiry.email,
        enquiry.name,
        enquiry.get_role_display(),
        str(consent.wording),
        timezone.localdate(consent.given_at),
        str(enquiry.guide or ""),
        links.link(enquiry),
    )
