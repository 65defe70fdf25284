"""The agency's identity, for every template."""

from contextlib import suppress
from typing import Any

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from agency.models import Identity
from articles.outbox.letterhead import Letterhead
from articles.remembering import remembered

DEMO = {
    "name": "Adria Solutions",
    "tagline": "Recruitment for tech, done with care",
    "introduction": "We have two decades of experience in the tech sector. Two desks, one for data and AI and one for "
    "software engineering, help people find work that suits them and help teams find people who stay.",
    "email": "hello@adria.example",
    "phone": "+44 161 496 0000",
    "address": "Adria Solutions\nManchester",
}
_last_known = Identity()


@remembered
def _read() -> Identity:
    return Identity.objects.order_by("pk").first() or Identity()


def current() -> Identity:
    """The one row; a blank identity while there is none.

    While the database is away it is the row as it was last seen, so that a page about the trouble can name our phone.
    """
    global _last_known
    with suppress(DatabaseError):
        _last_known = _read()
    return _last_known


def letterhead() -> Letterhead:
    """As what the site writes mails; without a name while nobody has named the agency."""
    known = current()
    is_named = known.name != Identity._meta.get_field("name").get_default()
    return Letterhead(name=known.name if is_named else "", legal="\n".join(known.disclosures()))


def contacts() -> tuple[str, str]:
    """How the agency is reached, as its guides may say it."""
    known = current()
    return known.email, known.phone


def context(request: HttpRequest) -> dict[str, Any]:
    """`identity`, fetched only when a template asks for it, and `site_url`, the address without a path."""
    return {"identity": SimpleLazyObject(current), "site_url": settings.SITE_URL}
