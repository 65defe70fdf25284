"""Addresses out of headers, as mail servers are told them (`articles/lib/mail_addresses.py`)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import idna

from articles.lib.mail_addresses import ascii_domain
from enquiries.inbound.parsing.mime.headers import ESCAPED, Headers, decoded

# Where the address stands to which a mail was delivered, whatever its To says.
RECIPIENTS = (
    *("to", "cc", "bcc", "delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-delivered-to"),
    *("x-forwarded-to", "x-gm-original-to", "x-original-delivered-to", "original-recipient", "x-rcpt-to"),
    *("apparently-to", "resent-to", "resent-cc"),
)
RECEIVED_FOR = re.compile(r"\bfor\s+<?([^\s<>;@]+@[^\s<>;]+)>?")
MOST = 500
TOKEN = re.compile(
    r'"(?P<quoted>(?:[^"\\]|\\.)*+)"|\((?P<comment>(?:[^()\\]|\\.)*+)\)|<(?P<angle>[^<>]*+)>'
    r'|(?P<end>[,;])|(?P<group>:)|(?P<word>[^\s"(<,;:>]+)',
    re.DOTALL,
)
UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069]")


@dataclass(frozen=True)
class Mailbox:
    name: str
    address: str


def mailboxes(value: str) -> list[Mailbox]:
    """Every address of a header (RFC 5322, section 3.4), those of groups too; some programs encode all of it."""
    return list(_mailboxes(value)) or list(_mailboxes(decoded(value)))


def _mailboxes(value: str) -> Iterator[Mailbox]:
    words: list[str] = []
    comment = angle = ""
    for token in (*TOKEN.finditer(value), None):
        if token is None or (token["end"] and (angle or _bare(words))):
            yield from _mailbox(words, comment, angle)
            words, comment, angle = [], "", ""
        elif token["end"]:  # a comma within a name
            words[-1:] = [word + token[0] for word in words[-1:]]
        elif token["group"]:
            words = []
        elif token["angle"] is not None:
            angle = angle or token["angle"]
        elif token["comment"] is not None:
            comment = comment or token["comment"]
        else:
            _add(words, token)


def _add(words: list[str], token: re.Match[str]) -> None:
    if token["word"] is None:
        words.append(ESCAPED.sub(r"\1", token["quoted"]))
    elif token["word"].startswith("@") and words:
        words[-1] = f'"{words[-1]}"{token["word"]}'
    else:
        words.append(token["word"])


def _bare(words: list[str]) -> str:
    return next((word for word in words if "@" in word), "")


def _mailbox(words: list[str], comment: str, angle: str) -> Iterator[Mailbox]:
    address = wire_form(angle or _bare(words))
    if "@" in address:
        name = " ".join(words if "@" in angle else [word for word in words if "@" not in word])
        yield Mailbox(decoded(name.strip("' ") or comment), address)


def wire_form(address: str) -> str:
    """The address with its domain in small letters of ASCII; without a route, a `mailto:` or signs that nobody sees."""
    local, at, domain = UNSEEN.sub("", "".join(address.split())).rpartition(":")[2].rpartition("@")
    try:
        return f"{local}{at}{ascii_domain(domain).lower().rstrip('.')}"
    except idna.IDNAError:
        return f"{local}{at}{domain.lower()}"


def recipients(headers: Headers) -> tuple[str, ...]:
    """Every address that the mail may have been delivered to, in order and once each."""
    told = [
        value.rpartition(";")[2] if value.lower().startswith("rfc822") else value for value in headers.all(*RECIPIENTS)
    ]
    received = [found[1] for value in headers.all("received") if (found := RECEIVED_FOR.search(value))]
    stated = [mailbox.address for value in told for mailbox in mailboxes(value)]
    return tuple(dict.fromkeys((*stated, *map(wire_form, received))))[:MOST]
