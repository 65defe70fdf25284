"""What a mail that did not go has met: a server that is away, a bad moment, or a no for good, and to whom that no is said.

A mail server says no for good (5xx) to a wrong address, and in the same way to a sender that it does not know, to a
machine on a list of spammers, or to everybody until its own settings are mended. Only the first is about the mail. Reply
codes are those of RFC 5321, section 4.2, and RFC 4954, section 6; enhanced status codes those of RFC 3463, section 3.
"""

import re
from enum import Enum, auto
from smtplib import (
    SMTPDataError,
    SMTPNotSupportedError,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPSenderRefused,
)

from django.core.exceptions import ValidationError

CLOSING = 421  # RFC 5321, section 3.8: the server shuts down or takes nothing now, whatever the message
FOR_GOOD = 500
# Unknown or misplaced commands, and what asks for a password or for encryption: every mail would meet them.
ABOUT_THE_LINE = (500, 502, 503, 504, 530, 534, 535, 538)
ABOUT_A_MAILBOX = (501, 550, 551, 552, 553, 555, 556)
STATUS = re.compile(r"(?<![\d.])5\.(\d{1,3})\.(\d{1,3})(?![\d.])")
ADDRESS, MAILBOX, CONTENT = 1, 2, 6
SENDERS_ADDRESS = ((1, 7), (1, 8))
TOO_LARGE = (3, 4)
# Words of servers that do not take us for a customer, which other mails may not meet: those to their own domain.
SETUP = re.compile(r"relay|rcpthosts|authenti", re.IGNORECASE)
# Words about this site, where the server gives no status.
US = re.compile(r"from address|verif|client|helo|block|black|spamhaus|listed", re.IGNORECASE)
LONGEST_ANSWER = 300


class Verdict(Enum):
    """What to do with the mail."""

    AWAY = auto()  # the server takes nothing now: ask again soon, with any mail
    LATER = auto()  # try this mail again
    DOUBTFUL = auto()  # final if the server takes others; otherwise it may be the server's own fault, or ours
    FINAL = auto()  # nobody will ever take this mail for this address


def verdict(error: Exception, recipient: str) -> Verdict:
    """What to make of the error that sending a mail to the recipient met."""
    match error:
        case SMTPRecipientsRefused() | SMTPSenderRefused() | SMTPDataError():
            return _of_an_answer(error, *_answer(error))
        case SMTPNotSupportedError() if "SMTPUTF8" in str(error):
            return Verdict.FINAL
        case OSError():
            return Verdict.AWAY
    return Verdict.FINAL if _cannot_be_an_address(error, recipient) else Verdict.LATER


def answer_of(error: BaseException) -> str:
    """What the server said, on one line; it may name people. Empty if it was never asked."""
    code, words = _answer(error)
    printable = "".join(sign if sign.isprintable() else " " for sign in words)
    return " ".join(f"{code or ''} {printable}".split())[:LONGEST_ANSWER]


def _of_an_answer(error: Exception, code: int, words: str) -> Verdict:
    if code == CLOSING or code in ABOUT_THE_LINE:
        return Verdict.AWAY
    if code < FOR_GOOD:
        return Verdict.LATER
    status = STATUS.search(words)
    about = (int(status[1]), int(status[2])) if status else None
    blames_sender = isinstance(error, SMTPSenderRefused) or "sender" in words.casefold()
    if about and _is_about_the_mail(*about) and not blames_sender:
        return Verdict.FINAL
    if SETUP.search(words):
        return Verdict.LATER
    if about or blames_sender or US.search(words):
        return Verdict.DOUBTFUL
    is_clear = isinstance(error, SMTPDataError) or code in ABOUT_A_MAILBOX
    return Verdict.FINAL if is_clear else Verdict.DOUBTFUL


def _is_about_the_mail(subject: int, detail: int) -> bool:
    if (subject, detail) in SENDERS_ADDRESS:
        return False
    return subject in (ADDRESS, MAILBOX, CONTENT) or (subject, detail) == TOO_LARGE


def _answer(error: BaseException) -> tuple[int, str]:
    """The server's code and words; of a mail to several, which we never send, those for the first."""
    match error:
        case SMTPRecipientsRefused():
            return _readable(*next(iter(error.recipients.values())))
        case SMTPResponseException():
            return _readable(error.smtp_code, error.smtp_error)
    return 0, ""


def _readable(code: int, words: bytes | str) -> tuple[int, str]:
    return code, words.decode(errors="replace") if isinstance(words, bytes) else words


def _cannot_be_an_address(error: Exception, recipient: str) -> bool:
    """Whether it was refused on this side; the sender's address is refused in the same ways, and is not the mail's fault."""
    match error:
        case ValidationError():
            return True
        case UnicodeEncodeError():
            return bool(error.object) and recipient.endswith(error.object)
        case ValueError():
            return repr(recipient) in str(error)
    return False
