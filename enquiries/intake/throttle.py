"""Counting how much each sender sends without knowing who: keyed hashes that change daily and are deleted after a day.

A loopback address is treated as unknown, and an unknown one is never counted. It is this machine's own, or that of a
proxy that TRUSTED_PROXIES does not count, and counting that would shut out every visitor.
"""

import re
from contextlib import suppress
from datetime import date, timedelta
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.conf import settings
from django.db.models.functions import Now
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from enquiries.models import Submission

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
# From one address in an hour: what is told to the team, as a careers fair may be; what gets no acknowledgement any more and,
# if it looks like spam, is refused; and what is refused whatever it says.
BURST_PER_HOUR = 20
CROWD_PER_HOUR = 60
FLOOD_PER_HOUR = 300
MANY_OF_EMAIL = 3  # in a day; a client with more vacancies needs no further acknowledgement
RETRY_AFTER_SECONDS = int(HOUR.total_seconds())
QUOTES = " \t\"'"
FOR = re.compile("^for=", re.IGNORECASE)
IPV6_HOUSEHOLD = 64  # bits; one line is given this many addresses to choose from


def client_address(request: HttpRequest) -> str:
    """The visitor's address, or an IPv6 visitor's network; of X-Forwarded-For only what our proxies wrote counts.

    Each trusted proxy adds one address on the right; whatever is further left, the visitor wrote. Empty when unknown.
    """
    nearest = request.META.get("REMOTE_ADDR", "")
    hops = [*request.META.get("HTTP_X_FORWARDED_FOR", "").split(","), nearest]
    seen = hops[-1 - settings.TRUSTED_PROXIES] if len(hops) > settings.TRUSTED_PROXIES else nearest
    return _normal(seen) or _normal(nearest)


def note(address: str, email: str = "") -> None:
    """Counts one enquiry, and deletes counts older than a day. Call it after `spam.reasons`, once per new enquiry.

    Without an `email` it counts what else somebody sends from the address.
    """
    Submission.objects.filter(at__lt=Now() - DAY).delete()
    today = timezone.now().date()
    keys = [_key(kind, value, today) for kind, value in (("email", email), ("address", address)) if value]
    Submission.objects.bulk_create(Submission(key=key) for key in keys)


def from_address(address: str) -> int:
    """How many enquiries came from this address in the last hour."""
    return _count("address", address, HOUR) if address else 0


def from_email(email: str) -> int:
    """How many enquiries gave this e-mail address in the last 24 hours."""
    return _count("email", email, DAY)


def is_flooding(address: str, *, is_suspected: bool = False) -> bool:
    """True when so much came from this address within the hour that its next form is refused, to be tried again later."""
    return from_address(address) >= (CROWD_PER_HOUR if is_suspected else FLOOD_PER_HOUR)


def begins_burst(address: str) -> bool:
    """True once for each burst from one address, which lasts until there are fewer an hour. Call it after `note`."""
    if from_address(address) <= BURST_PER_HOUR:
        return False
    today = timezone.now().date()
    # Of two forms at the same moment one waits here, and then sees that the other one told.
    list(Submission.objects.select_for_update().filter(key=_key("address", address, today)).order_by("pk")[:1])
    is_new = not _count("burst", address, HOUR)
    Submission.objects.create(key=_key("burst", address, today))
    return is_new


def _normal(address: str) -> str:
    parsed = _parsed(_bare(address))
    parsed = getattr(parsed, "ipv4_mapped", None) or parsed
    if parsed is None or parsed.is_loopback:
        return ""
    if isinstance(parsed, IPv6Address):
        return str(ip_network((int(parsed), IPV6_HOUSEHOLD), strict=False))
    return str(parsed)


def _parsed(bare: str) -> IPv4Address | IPv6Address | None:
    """With or without a port. One behind an IPv6 address without brackets may be taken for a part of it."""
    for text in (bare, bare.rpartition(":")[0]):
        with suppress(ValueError):
            return ip_address(text)
    return None


def _bare(address: str) -> str:
    """Without what proxies write around an address: quotes, brackets and what follows them, a zone, `for=` (RFC 7239)."""
    bare = FOR.sub("", address.partition(";")[0].strip(QUOTES)).strip(QUOTES)
    if bare.startswith("["):
        bare = bare[1:].partition("]")[0]
    return bare.partition("%")[0]


def _count(kind: str, value: str, period: timedelta) -> int:
    """Looks under yesterday's key, too: a period may begin before midnight."""
    today = timezone.now().date()
    keys = [_key(kind, value, today), _key(kind, value, today - DAY)]
    return Submission.objects.filter(key__in=keys, at__gt=Now() - period).count()


def key(kind: str, value: str) -> str:
    """Under what today's counts of a sender are kept, without saying who it is."""
    return _key(kind, value, timezone.now().date())


def _key(kind: str, value: str, day: date) -> str:
    return salted_hmac(f"enquiries.throttle.{kind}.{day}", value.casefold(), algorithm="sha256").hexdigest()
