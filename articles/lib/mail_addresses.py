"""E-mail addresses as mail servers are told them."""

import re

import idna
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

# RFC 6531 allows every letter before the @; Django's validator knows those of ASCII only.
NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def on_the_wire(address: str) -> str:
    """The address with its domain in ASCII; before the @ it stays as it is.

    Raises `ValidationError` for an address that no mail server would take.
    """
    user, _at, domain = address.rpartition("@")
    try:
        domain = ascii_domain(domain)
    except idna.IDNAError as error:
        raise ValidationError("No mail can be sent to this domain.", code="domain") from error
    if not user.isprintable():
        raise ValidationError("The address holds characters that cannot be seen.", code="invisible")
    validate_email(f"{NOT_ASCII.sub('x', user)}@{domain}")
    return f"{user}@{domain}"


def ascii_domain(domain: str) -> str:
    """The domain by IDNA 2008: IDNA 2003 leads `faß.example` to `fass.example`, which is another's.

    Raises `idna.IDNAError` for a domain that cannot be.
    """
    return domain if domain.isascii() else idna.encode(domain, uts46=True, std3_rules=True).decode()
