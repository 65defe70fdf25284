"""Whether this machine's clock and the database's tell the same."""

from datetime import timedelta

from django.utils import timezone

from articles.lib import databases

FURTHEST = timedelta(minutes=1)


def reason() -> str:
    """Why staff must look at them, empty when they need not.

    What falls due goes by the database's clock. By this machine's go the days that pages name, how long a form or a
    session lasts, and the codes of authenticator apps, which are wrong half a minute later.
    """
    if abs(timezone.now() - databases.now()) > FURTHEST:
        return "The clocks of this machine and of the database are more than a minute apart."
    return ""
