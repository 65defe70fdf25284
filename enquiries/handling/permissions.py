"""Who sees which enquiry."""

from typing import Any

from django.db.models import Q

from enquiries.models import Enquiry
from enquiries.models.enquiry import EnquiryQuerySet


def visible_to(user: Any) -> EnquiryQuerySet:
    """Every enquiry for those who may see every one; otherwise the user's own and those of the user's teams."""
    if not user.has_perm("enquiries.view_enquiry"):
        return Enquiry.objects.none()
    if user.has_perm("enquiries.view_every_enquiry"):
        return Enquiry.objects.all()
    # The numbers of the teams, not a subquery: the database then estimates well and uses its indexes.
    teams = list(user.teams.values_list("pk", flat=True))
    return Enquiry.objects.filter(Q(owner=user) | Q(team__in=teams))


def may_see(user: Any, enquiry: Enquiry) -> bool:
    return visible_to(user).filter(pk=enquiry.pk).exists()
