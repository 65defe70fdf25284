"""Who answers an enquiry, and where they read mail."""

from typing import Any

from enquiries import cover
from enquiries.cover import Cover
from enquiries.models import Enquiry, MailChoice, MailPreference, ReplyPromise, Team
from enquiries.teams import default_team


def alert_address(enquiry: Enquiry, away: Cover | None = None) -> str:
    """The mailbox of those who answer: that of the owner or of whoever stands in for them, else the team's inbox.

    A test enquiry's mail goes back to its sender, and to nobody else. Who asks for many gives the cover of today.
    """
    if enquiry.is_synthetic:
        return enquiry.email
    person = who_answers(enquiry, away)
    return (person.email if person else "") or _team(enquiry).inbox


def wants_alert(enquiry: Enquiry) -> bool:
    """Whether those who answer hear of a new enquiry at once, or have chosen to read of it in the morning alone."""
    if enquiry.is_synthetic:
        return True
    person = who_answers(enquiry)
    if person and person.email:
        return not MailPreference.objects.filter(person=person, mails=MailChoice.DIGEST).exists()
    return _team(enquiry).mails != MailChoice.DIGEST


def team_address(enquiry: Enquiry) -> str:
    """The inbox of the team, whoever owns the enquiry."""
    return _team(enquiry).inbox


def escalation_address() -> str:
    """The address that hears of broken promises."""
    return ReplyPromise.objects.get().escalation_email or default_team().inbox


def answered_by(enquiry: Enquiry, away: Cover | None = None) -> str:
    """The name of the person or team that the enquirer will hear from."""
    person = who_answers(enquiry, away)
    return (person.get_full_name() if person else "") or _team(enquiry).name


def who_answers(enquiry: Enquiry, away: Cover | None = None) -> Any:
    """The owner, or while they are away whoever stands in for them; nobody if it is the team."""
    if enquiry.owner is None:
        return None
    return (away or cover.today()).answering_for(enquiry.owner)


def _team(enquiry: Enquiry) -> Team:
    return enquiry.team or default_team()
