"""Who sees which enquiry, and which request about personal data."""

from typing import Any

from django.db.models import Q

from enquiries.models import Enquiry, PrivacyRequest
from enquiries.models.enquiry import EnquiryQuerySet
from enquiries.models.privacy import PrivacyRequestQuerySet
from enquiries.teams import covering, data_protection_team


def visible_to(user: Any) -> EnquiryQuerySet:
    """Every enquiry for those who may see every one; otherwise those of the user's teams, the user's own, and those
    of the people for whom the user stands in."""
    if not user.has_perm("enquiries.view_enquiry"):
        return Enquiry.objects.none()
    if user.has_perm("enquiries.view_every_enquiry"):
        return Enquiry.objects.all()
    # The numbers of the teams, not a subquery: the database then estimates well and uses its indexes.
    teams = list(user.teams.values_list("pk", flat=True))
    return Enquiry.objects.filter(Q(owner__in=[user, *covering(user)]) | Q(team__in=teams))


def may_see(user: Any, enquiry: Enquiry) -> bool:
    return visible_to(user).filter(pk=enquiry.pk).exists()


def requests_visible_to(user: Any) -> PrivacyRequestQuerySet:
    """Every request for those who deal with them, none for others."""
    return PrivacyRequest.objects.all() if may_see_requests(user) else PrivacyRequest.objects.none()


def may_see_requests(user: Any) -> bool:
    """Whether the user looks after data protection or sees every enquiry.

    The team that somebody complains of does not read the complaint, even where it has their enquiry.
    """
    if not user.has_perm("enquiries.view_privacyrequest"):
        return False
    return user.has_perm("enquiries.view_every_enquiry") or data_protection_team().members.contains(user)
