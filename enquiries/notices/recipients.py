"""Who answers an enquiry, and where they read mail."""

from enquiries.models import Enquiry, ReplyPromise, Team
from enquiries.teams import default_team


def alert_address(enquiry: Enquiry) -> str:
    """The mailbox of those who answer: the owner's address, else the team's inbox.

    A test enquiry's mail goes back to its sender, and to nobody else.
    """
    if enquiry.is_synthetic:
        return enquiry.email
    owner = enquiry.owner
    return (owner.email if owner and owner.is_active else "") or _team(enquiry).inbox


def team_address(enquiry: Enquiry) -> str:
    """The inbox of the team, whoever owns the enquiry."""
    return _team(enquiry).inbox


def escalation_address() -> str:
    """The address that hears of broken promises."""
    return ReplyPromise.objects.get().escalation_email or default_team().inbox


def answered_by(enquiry: Enquiry) -> str:
    """The name of the person or team that the enquirer will hear from."""
    return (enquiry.owner.get_full_name() if enquiry.owner else "") or _team(enquiry).name


def _team(enquiry: Enquiry) -> Team:
    return enquiry.team or default_team()
