"""Whom a mail server's no is about: the answers are of the kinds that servers in use give."""

from smtplib import (
    SMTPAuthenticationError,
    SMTPConnectError,
    SMTPDataError,
    SMTPHeloError,
    SMTPNotSupportedError,
    SMTPRecipientsRefused,
    SMTPSenderRefused,
    SMTPServerDisconnected,
)

import pytest
from django.core.exceptions import ValidationError

from articles.outbox.refusals import Verdict, answer_of, verdict

PAT = "pat@example.org"


def at_rcpt(answer: str) -> SMTPRecipientsRefused:
    return SMTPRecipientsRefused({PAT: (int(answer[:3]), answer[4:].encode())})


def at_data(answer: str) -> SMTPDataError:
    return SMTPDataError(int(answer[:3]), answer[4:].encode())


def at_mail(answer: str) -> SMTPSenderRefused:
    return SMTPSenderRefused(int(answer[:3]), answer[4:].encode(), "website@agency.example")


@pytest.mark.parametrize(
    "answer",
    [
        "550 no such mailbox",
        "550 5.1.1 <pat@example.org>: Recipient address rejected: User unknown in relay recipient table",
        "550-5.1.1 The account does not exist.\n550 5.1.1 Check for typing errors.",
        "501 5.1.3 Bad recipient address syntax",
        "551 User not local",
        "552 5.2.2 Mailbox full",
        "553 sorry, no mailbox here by that name (#5.1.1)",
        "554 5.2.1 This mailbox has been disabled",
        "555 parameters not recognised",
        "556 5.1.10 Recipient address has null MX",
    ],
)
def test_a_recipient_that_is_refused_is_final(answer: str) -> None:
    assert verdict(at_rcpt(answer), PAT) is Verdict.FINAL


@pytest.mark.parametrize("answer", ["554 no", "550 5.6.0 Not wanted", "552 5.3.4 Message too big", "552 too large"])
def test_content_that_is_refused_is_final(answer: str) -> None:
    assert verdict(at_data(answer), PAT) is Verdict.FINAL


@pytest.mark.parametrize(
    "error",
    [
        at_rcpt("554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using a list"),
        at_rcpt("550 5.1.8 <website@agency.example>: Sender address rejected: Domain not found"),
        at_rcpt("550 5.1.0 <website@agency.example>: Sender address rejected: User unknown"),
        at_rcpt("550 5.4.1 Recipient address rejected: Access denied"),
        at_rcpt("554 no"),
        at_data("550 5.7.25 The sending address has no PTR record"),
        at_data("554 5.7.1 Spam message rejected"),
        at_data("554 Message rejected: Email address is not verified."),
        at_data("550 The from address does not match a verified identity."),
        at_mail("550 5.1.0 Address rejected"),
        at_mail("552 5.3.4 Message size exceeds fixed limit"),
        at_mail("553 5.7.1 not owned by user"),
    ],
)
def test_what_may_be_the_senders_fault_is_doubtful(error: Exception) -> None:
    assert verdict(error, PAT) is Verdict.DOUBTFUL


@pytest.mark.parametrize(
    "error",
    [
        at_rcpt("450 4.2.1 The mailbox is busy"),
        at_rcpt("451 4.7.1 greylisted"),
        at_mail("452 4.3.1 Insufficient system storage"),
        at_data("451 4.3.0 Temporary local problem"),
        at_rcpt("554 5.7.1 <pat@example.org>: Relay access denied"),
        at_rcpt("550 relay not permitted"),
        at_rcpt("553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)"),
        at_data("550 5.7.26 This mail is unauthenticated"),
        KeyError("template"),
    ],
)
def test_what_passes_or_is_set_up_wrongly_is_tried_again(error: Exception) -> None:
    assert verdict(error, PAT) is Verdict.LATER


@pytest.mark.parametrize(
    "error",
    [
        at_rcpt("421 4.3.2 shutting down"),
        at_mail("421 4.7.0 Too many connections"),
        at_mail("530 5.7.0 Must issue a STARTTLS command first"),
        at_rcpt("530 5.7.1 Authentication required"),
        at_rcpt("503 5.5.1 Error: need MAIL command"),
        at_rcpt("504 5.5.2 <website>: Helo command rejected: need fully-qualified hostname"),
        SMTPAuthenticationError(535, b"5.7.8 Username and password not accepted"),
        SMTPConnectError(554, b"5.7.1 no service for you"),
        SMTPHeloError(550, b"go away"),
        SMTPNotSupportedError("STARTTLS extension not supported by server."),
        SMTPServerDisconnected("Connection unexpectedly closed"),
        TimeoutError(),
        ConnectionRefusedError(),
    ],
)
def test_a_server_that_takes_nothing_is_away(error: Exception) -> None:
    assert verdict(error, PAT) is Verdict.AWAY


@pytest.mark.parametrize(
    ("error", "recipient"),
    [
        (ValidationError("Enter a valid email address."), PAT),
        (SMTPNotSupportedError("SMTPUTF8 not supported by server"), "josé@example.org"),
        (ValueError("Invalid address 'josé@example.org': local-part contains non-ASCII"), "josé@example.org"),
        (UnicodeEncodeError("idna", "ü" * 60 + ".example", 0, 60, "label too long"), f"pat@{'ü' * 60}.example"),
    ],
)
def test_an_address_that_cannot_be_written_to_is_final(error: Exception, recipient: str) -> None:
    assert verdict(error, recipient) is Verdict.FINAL


@pytest.mark.parametrize(
    "error",
    [
        ValueError("Invalid address 'web site@agency.example': local-part is no dot-atom"),
        UnicodeEncodeError("idna", "ü" * 60 + ".agency", 0, 60, "label too long"),
    ],
)
def test_our_own_address_that_cannot_be_written_is_no_fault_of_the_mail(error: Exception) -> None:
    assert verdict(error, PAT) is Verdict.LATER


@pytest.mark.parametrize(
    ("error", "answer"),
    [
        (at_rcpt("550 5.1.1 no\r\nsuch\x00 mailbox"), "550 5.1.1 no such mailbox"),
        (at_data(f"554 {'x' * 400}"), f"554 {'x' * 296}"),
        (ValidationError("no"), ""),
    ],
)
def test_the_servers_words_are_kept_on_one_line(error: Exception, answer: str) -> None:
    assert answer_of(error) == answer
