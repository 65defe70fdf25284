"""Staff's sessions: when they begin and end, by themselves or by somebody (ASVS 7.3 and 7.4).

Django ends a session that nobody used for `SESSION_COOKIE_AGE`, and all others of a user when the password changes. Here
it also ends `SESSION_LONGEST_SECONDS` after signing in, however busy, and when somebody ends it.
"""

from time import time
from typing import Any

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from agency.accounts import events
from agency.models import CacheEntry
from articles.audit import recording as audit

BEGAN, SEEN = "began_at", "seen_at"
# How exactly it is known when a session was last used: writing that down at each request would cost one more each time.
SECONDS_UNNOTICED = 5 * 60


def begin(session: Any) -> None:
    """Call it when somebody signs in; a session that never began is over."""
    session[BEGAN] = session[SEEN] = int(time())
    session.set_expiry(None)  # from now on it lasts as the settings say


def began_at(session: Any) -> int:
    return session.get(BEGAN, 0)


def is_over(session: Any) -> bool:
    return time() - began_at(session) > settings.SESSION_LONGEST_SECONDS


def keep(request: HttpRequest) -> None:
    """Moves the idle end ahead: Django counts it from the last time that the session was written."""
    if time() - request.session.get(SEEN, 0) > SECONDS_UNNOTICED:
        request.session[SEEN] = int(time())
        UserSession.objects.filter(session_key=request.session.session_key).update(last_seen_at=timezone.now())


def of(user: Any) -> QuerySet[UserSession]:
    """Where the user is signed in, what was used last first."""
    still = Session.objects.filter(expire_date__gt=timezone.now())
    return UserSession.objects.filter(user=user, session_key__in=still.values("session_key")).order_by("-last_seen_at")


def end_all(user: Any, *, but: str | None = None) -> int:
    """Ends the sessions of the user, but the one with that key; returns how many."""
    ended = [session for session in UserSession.objects.filter(user=user) if session.session_key != but]
    for session in ended:
        session.end()
    if ended:
        events.note(f"sessions ended: {len(ended)}", user)
        audit.record(audit.Action.SESSION_ENDED, user.get_username())
    return len(ended)


def clear() -> int:
    """Forgets sessions that are over, whence they came, and what no brake counts any more; returns how many sessions."""
    over, _ = Session.objects.filter(expire_date__lt=timezone.now()).delete()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
    CacheEntry.objects.filter(expires__lt=timezone.now()).delete()
    return over


def on_sign_in(request: HttpRequest, **_signal: Any) -> None:
    begin(request.session)
