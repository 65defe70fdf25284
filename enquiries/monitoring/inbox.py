"""Whether mail for the default team goes to the mailbox that the settings name, said where whoever changed either sees it."""

import logging
from typing import Any

from django.conf import settings
from django.core import checks
from django.db import DatabaseError

from enquiries import teams
from enquiries.models import Team

log = logging.getLogger(__name__)


@checks.register(checks.Tags.database)
def check(**_kwargs: Any) -> list[checks.CheckMessage]:
    """The difference as a system check: of `migrate`, and of `check --database default`."""
    difference = _difference()
    hint = "Clear the inbox of the default team under Teams in the admin, or set ENQUIRIES_EMAIL to the same address."
    return [checks.Warning(difference, hint=hint, id="enquiries.W001")] if difference else []


def warn() -> None:
    """The difference in the log."""
    if difference := _difference():
        log.warning(difference)


def _difference() -> str:
    """Empty when there is none, and while the database is away or not yet made."""
    try:
        team = teams.with_other_inbox()
    except (DatabaseError, Team.DoesNotExist):
        return ""
    if team is None:
        return ""
    return f"New enquiries are announced to {team.inbox}, while ENQUIRIES_EMAIL is {settings.ENQUIRIES_EMAIL}."
