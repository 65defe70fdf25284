"""Addresses out of headers, as mail servers are told them (`articles/lib/mail_addresses.py`)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

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
    box = _Box()
    for token in TOKEN.finditer(value):
        if not token["end"]:
            box.add(token)
        elif box.angle or box.bare:
            yield from box.mailbox()
            box = _Box()
        elif box.words:  # a comma within a name
            box.words[-1] += token[0]
    yield from box.mailbox()


@dataclass
class _Box:
    """One mailbox in the making."""

    words: list[str] = field(default_factory=list)
    comment: str = ""
    angle: str = ""
    bare: str = ""

    def add(self, token: re.Match[str]) -> None:
        if token["group"]:
            self.words, self.bare = [], ""
        elif token["angle"] is not None:
            self.angle = self.angle or token["angle"]
        elif token["comment"] is not None:
            self.comment = self.comment or token["comment"]
        elif token["word"] is None:
            self.words.append(ESCAPED.sub(r"\1", token["quoted"]))
        else:
            self._add_word(token["word"])

    def _add_word(self, word: str) -> None:
        if word.startswith("@") and self.words:
            word = f'"{self.words.pop()}"{word}'
        self.words.append(word)
        self.bare = self.bare or (word if "@" in word else "")

    def mailbox(self) -> Iterator[Mailbox]:
        address = wire_form(self.angle or self.bare)
        if "@" in address:
            name = " ".join(self.words if self.angle else [word for word in self.words if "@" not in word])
            yield Mailbox(decoded(name.strip("' ") or self.comment), address)


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
