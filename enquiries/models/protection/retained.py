from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone

from articles.lib.days import months_later, start_of

KEPT_MONTHS = 12


def kept_by_law() -> Q:
    """Applications in the time for which `Retained.is_kept_by_law` says so."""
    year_ago = months_later(timezone.localdate(), -KEPT_MONTHS)
    lasts = Q(last_service_on=None) | Q(last_service_on__gte=year_ago) | Q(received_at__gte=start_of(year_ago))
    return Q(is_application=True) & lasts


class Retained(models.Model):
    """What keeps an enquiry from being erased: a hold, or that it became an application."""

    received_at: Any
    hold_reason = models.CharField(max_length=200, blank=True, help_text="Why it must not be erased for now.")
    hold_until = models.DateField(null=True, help_text="The last day of the hold. Empty: until somebody lifts it.")
    is_application = models.BooleanField(
        "application",
        default=False,
        db_default=False,
        help_text="The law obliges us to keep its records for a year after the last service.",
    )
    last_service_on = models.DateField(
        "last service on", null=True, help_text="When we last worked for them. Empty while we do."
    )

    class Meta:
        abstract = True

    @property
    def kept_by_law_until(self) -> date | None:
        """The last day of the year for which an application is kept; none while we still work for them.

        Conduct of Employment Agencies and Employment Businesses Regulations 2003, regulation 29(2): a year from the
        records' creation, and a year after the last service.
        """
        if not self.is_application or self.last_service_on is None:
            return None
        return months_later(max(self.last_service_on, timezone.localdate(self.received_at)), KEPT_MONTHS)

    @property
    def is_kept_by_law(self) -> bool:
        """The same as `kept_by_law` says of rows."""
        year_ago = months_later(timezone.localdate(), -KEPT_MONTHS)
        lasts = self.last_service_on is None or self.last_service_on >= year_ago
        return self.is_application and (lasts or self.received_at >= start_of(year_ago))
