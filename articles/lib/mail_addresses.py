"""E-mail addresses as mail servers are told them."""

import re
from email.headerregistry import AddressHeader

import idna
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

# RFC 6531 allows every letter before the @; Django's validator knows those of ASCII only.
NOT_ASCII = re.compile(r"[^\x00-\x7f]")
# In bytes: RFC 5321, sections 4.5.3.1.1 and 4.5.3.1.3, of which the brackets of a path take two.
LONGEST_NAME, LONGEST = 64, 254


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
    if len(user.encode()) > LONGEST_NAME or len(f"{user}@{domain}".encode()) > LONGEST:
        raise ValidationError("The address is longer than any that mail can be sent to.", code="too_long")
    plain = f"{NOT_ASCII.sub('x', user)}@{domain}"
    validate_email(plain)
    _refuse_misread(plain)
    return f"{user}@{domain}"


def _refuse_misread(address: str) -> None:
    """The library that writes our mails must read it as it is: some signs before the @ it takes for an encoded word.

    The last part of a domain is never a number (RFC 3696, section 2): an IP address is no mailbox's.
    """
    read = AddressHeader.value_parser(address)
    mailboxes = [mailbox.addr_spec for mailbox in read.all_mailboxes]
    if read.all_defects or mailboxes != [address] or address.rpartition(".")[2].isdecimal():
        raise ValidationError("No mail can be sent to this address.", code="unsendable")


def ascii_domain(domain: str) -> str:
    """The domain by IDNA 2008: IDNA 2003 leads `faß.example` to `fass.example`, which is another's.

    Raises `idna.IDNAError` for a domain that cannot be.
    """
    return domain if domain.isascii() else idna.encode(domain, uts46=True, std3_rules=True).decode()
