"""The headers of a mail as every server takes them (RFC 5322, RFC 2047): printable ASCII, folded, nothing lost.

Python's own policy glues encoded words together, makes them too long, drops spaces between them, and takes a name that
looks like an encoded word for one (python/cpython issues 144156, 85725 and 91957).
"""

import re
from email.header import Header
from email.policy import EmailPolicy
from email.utils import formataddr, getaddresses
from typing import Any

LONGEST_LINE = 76  # of a line with an encoded word: RFC 2047, section 2
LONGEST_WORD = 60  # in plain ASCII; a longer one could not be folded
ADDRESSES = {"from", "to", "cc", "reply-to"}
MESSAGE_IDS = {"message-id", "in-reply-to", "references"}
TEXTS = {"subject"}
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class PlainHeaders(EmailPolicy):
    """Keeps headers as they leave, and encodes bodies so that they need no 8BITMIME.

    With `utf8`, an address that is not ASCII stands in them as it is (RFC 6532).
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"cte_type": "7bit", "refold_source": "none"} | kwargs)

    def header_store_parse(self, name: str, value: Any) -> tuple[str, Any]:
        """Raises `ValueError` for an address that is none."""
        match name.lower():
            case kind if kind in TEXTS:
                return name, text(name, value)
            case kind if kind in ADDRESSES:
                return name, addresses(name, value)
            case kind if kind in MESSAGE_IDS:  # Python makes encoded words of long ones
                return name, "\r\n ".join(value.split())
        return super().header_store_parse(name, value)


def text(name: str, words: str) -> str:
    """The words as the value of the header `name`: as they are where they can be, otherwise in encoded words."""
    line = _one_line(words)
    return _folded(name, line, "us-ascii" if _is_plain(line) else "utf-8")


def addresses(name: str, value: str) -> str:
    """The addresses as the value of the header `name`, one a line. Raises `ValueError` when one is none."""
    found = getaddresses([value])
    if not all(address for _who, address in found):
        raise ValueError(f"{name} holds something that is no address.")
    return ",\r\n ".join(_mailbox(name, _one_line(who), address) for who, address in found)


def _mailbox(name: str, who: str, address: str) -> str:
    if not who:
        return address
    if _is_plain(who) and len(who) <= LONGEST_WORD:
        mailbox = formataddr((who, address))
    else:
        mailbox = f"{_folded(name, who, 'utf-8')} <{address}>"
    if len(mailbox) > LONGEST_WORD:
        mailbox = "\r\n ".join(mailbox.rsplit(" ", 1))
    return mailbox


def _one_line(words: str) -> str:
    return " ".join(CONTROLS.sub(" ", words).split())


def _is_plain(line: str) -> bool:
    """Whether readers see the line as it is, and it can be folded."""
    return line.isascii() and "=?" not in line and all(len(word) <= LONGEST_WORD for word in line.split())


def _folded(name: str, line: str, charset: str) -> str:
    return Header(line, charset, LONGEST_LINE, name).encode(splitchars=" ", linesep="\r\n")
