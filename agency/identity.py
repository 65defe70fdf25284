"""The agency's identity, for every template."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from agency.models import Identity


def current() -> Identity:
    """The one row; a blank identity while there is none."""
    return Identity.objects.order_by("pk").first() or Identity()


def context(request: HttpRequest) -> dict[str, Any]:
    """`identity`, fetched only when a template asks for it, and `site_url`, the address without a path."""
    return {"identity": SimpleLazyObject(current), "site_url": settings.SITE_URL}
