"""Addresses of this site for those who read them elsewhere."""

from django.conf import settings


def absolute(path: str) -> str:
    """A path of this site as an address for those who read it elsewhere."""
    return f"{settings.SITE_URL}{path}"
