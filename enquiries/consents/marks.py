"""What stands for an e-mail address where the address itself may not be kept: a keyed hash of it."""

import unicodedata
from contextlib import suppress

import idna
from django.conf import settings
from django.utils.crypto import salted_hmac

from articles.lib.mail_addresses import ascii_domain

SALT = "enquiries.suppression"


def normal(address: str) -> str:
    """The address as all its spellings: small letters, composed accents, its domain in ASCII."""
    user, at, domain = unicodedata.normalize("NFC", address.strip()).lower().rpartition("@")
    with suppress(idna.IDNAError):  # of an earlier release, or typed by staff: still one address
        domain = ascii_domain(domain)
    return f"{user}{at}{domain}"


def mark(address: str) -> str:
    """The hash by today's `SECRET_KEY`: HMAC with SHA-256, so nobody without the key can try addresses against it."""
    return _mark(address, settings.SECRET_KEY)


def marks(address: str) -> list[str]:
    """The hashes by each key that still counts, today's first; none for somebody without an address, who is not everybody
    without one."""
    if not address.strip():
        return []
    return [_mark(address, key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]


def key_in_use() -> str:
    """What tells today's key from others, and nothing about it."""
    return _name(settings.SECRET_KEY)


def keys_that_count() -> list[str]:
    return [_name(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]


def _mark(address: str, key: str) -> str:
    return salted_hmac(SALT, normal(address), secret=key, algorithm="sha256").hexdigest()


def _name(key: str) -> str:
    return salted_hmac(f"{SALT}.key", "", secret=key, algorithm="sha256").hexdigest()[:8]
