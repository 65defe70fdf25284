"""Who answers enquiries."""

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Q

from articles.lib import people
from enquiries import cover
from enquiries.models import Team


def default_team() -> Team:
    """The one that takes what no rule sends elsewhere."""
    return Team.objects.get(is_default=True)


def with_other_inbox() -> Team | None:
    """The default team, if mail for it does not go to the mailbox that the settings name."""
    team = default_team()
    return team if team.inbox.lower() != settings.ENQUIRIES_EMAIL.lower() else None


def data_protection_team() -> Team:
    """Who looks after data protection; the default team while nobody is named."""
    return Team.objects.filter(Q(looks_after_data=True) | Q(is_default=True)).order_by("-looks_after_data")[0]


def is_data_protection_named() -> bool:
    return Team.objects.filter(looks_after_data=True).exists()


def consultants() -> Any:
    """The people who may be given an enquiry."""
    return (
        get_user_model()
        .objects.with_perm("enquiries.handle_enquiry")
        .filter(is_staff=True)
        .order_by("first_name", "last_name", "username")
    )


def cover_seen_by(user: Any) -> cover.Cover:
    """Today's cover, read once for the user at hand: a request has one, and asks for each of its lists."""
    if not hasattr(user, "_cover"):
        user._cover = cover.today()
    found: cover.Cover = user._cover
    return found


def covering(user: Any) -> list[Any]:
    """The people who are away today, and for whom the user answers meanwhile."""
    return cover_seen_by(user).stood_in_by(user)


def name_of(owner: Any) -> str:
    """A person's full name, or the name of a team."""
    return owner.name if isinstance(owner, Team) else people.name_of(owner)
