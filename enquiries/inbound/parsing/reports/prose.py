"""Bounces in a server's own words: qmail, Exim, older Sendmail and Exchange, and others that know no RFC 3464."""

import re

from enquiries.inbound.parsing.incoming import Kind, Report
from enquiries.inbound.parsing.mime.addresses import mailboxes, wire_form
from enquiries.inbound.parsing.mime.headers import Headers
from enquiries.inbound.parsing.mime.parts import Part
from enquiries.inbound.parsing.reports.standard import RETURNED, STATUS, original_message_id, said

MACHINES = re.compile(
    r"\b(?:mailer-?daemon|mail-?daemon|postmaster|microsoftexchange\w*|mail delivery (?:sub)?system|mail administrator"
    r"|mail delivery service|mdaemon|delivery-?(?:status|failure)|bounces?(?=@))",
    re.IGNORECASE,
)
DAEMON = re.compile(r"\bmailer-?daemon\b", re.IGNORECASE)
FAILED = re.compile(
    r"undeliver(?:able|ed)|delivery (?:has )?fail|failure notice|returned mail|returned to sender|mail delivery failed"
    r"|delivery status notification ?\(failure|delivery (?:notification|report)|mail (?:delivery )?error"
    r"|(?:could|can) ?not be delivered|couldn't be delivered|was not delivered|wasn't (?:delivered|able to deliver)"
    r"|(?:unable|not able|failed|wasn't able) to deliver|did not reach|permanent (?:fatal )?error|address(?: was)? not found"
    r"|user unknown|unknown user|no such user|mailbox (?:unavailable|not found)|recipient address rejected"
    r"|nicht zugestellt|unzustellbar|non remis|no se (?:ha )?(?:podido|pudo) entregar|mancata consegna|onbestelbaar",
    re.IGNORECASE,
)
DELAYED = re.compile(
    r"delayed|warning: |warning message only|(?:will|still) (?:be )?(?:re)?tr(?:y|ying|ied)|has not (?:yet )?been delivered"
    r"|not yet been|delivery is delayed|do(?:es)? not need to resend|temporary (?:fatal|non-fatal) errors|delivery incomplete",
    re.IGNORECASE,
)
GAVE_UP = re.compile(
    r"giv(?:en|ing) up|permanent|will not be retried|has failed|delivery failed|too long", re.IGNORECASE
)
FAILED_RECIPIENTS = ("x-failed-recipients",)
# An address alone on its line, as all of these write it above the reason; or one right after “to”.
ALONE = re.compile(
    r"^[ \t]*(?:(?:To|Recipient):[ \t]*)?<?([^\s<>@,;:()]+@[^\s<>@,;:()]+\.[\w-]+)>?(?=$|[\s:])", re.MULTILINE
)
ANYWHERE = re.compile(r"(?<![^\s<>@,;:()\"'])([^\s<>@,;:()\"']+@[^\s<>@,;:()\"']+\.[\w-]*\w)")
ENHANCED = re.compile(rf"(?<![\d.])({STATUS.pattern})(?![\d.]*\d)")
REPLY = re.compile(r"(?<![\d.-])([45])\d\d(?=[ :-])")
# Where what the server says ends, and the mail that comes back begins.
COPY_BELOW = re.compile(
    r"^\W{0,10}(?:this is a copy of|below (?:this line )?is a copy of|a copy of the (?:original )?message|copy of your message"
    r"|(?:original|returned|unsent) message(?: header)?s?(?: follows?| is| below|\W*$)|message headers? follow).*$"
    r"|^(?:received|return-path): ",
    re.IGNORECASE | re.MULTILINE,
)
LONGEST_READ = 20_000


def kind_and_report(mail: Part, text: str) -> tuple[Kind, Report] | None:
    """What a server says of our mail in plain words; None for a mail that no server wrote about one of ours."""
    headers = mail.headers
    told = parted(text[:LONGEST_READ])[0]
    about = f"{headers.text('subject')}\n{told}"
    if not (_names_recipients(headers) or (_is_machine(headers) and (FAILED.search(about) or DELAYED.search(about)))):
        return None
    is_late = bool(DELAYED.search(about)) and not GAVE_UP.search(about)
    status = _status(told)
    report = Report(
        original_message_id=original_message_id(mail, []),
        recipient=_recipient(headers, told),
        status=status,
        is_permanent=not is_late and not status.startswith("4"),
        said=said(_reason(told)),
    )
    return (Kind.DELAY if is_late else Kind.BOUNCE), report


def parted(text: str) -> tuple[str, str]:
    """The words of the server alone, and the mail that it gives back below them."""
    begins = (copy.start() for copy in COPY_BELOW.finditer(text))
    place = next((place for place in begins if text[:place].strip()), len(text))
    return text[:place].strip(), text[place:].strip()


def _names_recipients(headers: Headers) -> bool:
    return any(name in headers for name in FAILED_RECIPIENTS)


def _is_machine(headers: Headers) -> bool:
    """Whether a server wrote it: by its name, or with an empty return path and our mail attached (RFC 5321, 4.5.5)."""
    return bool(MACHINES.search(headers.text("from"))) or is_from_nobody(headers)


def is_from_nobody(headers: Headers) -> bool:
    return any(value.replace(" ", "") == "<>" for value in headers.all("return-path"))


def returns_a_mail(mail: Part) -> bool:
    return any(part.content_type in RETURNED for part in mail.walk())


def _recipient(headers: Headers, told: str) -> str:
    named = [mailbox.address for value in headers.all(*FAILED_RECIPIENTS) for mailbox in mailboxes(value)]
    if named:
        return named[0]
    found = ALONE.search(told) or ANYWHERE.search(told)
    return wire_form(found[1]) if found else ""


def _status(told: str) -> str:
    if found := ENHANCED.search(told):
        return found[1]
    return f"{found[1]}.0.0" if (found := REPLY.search(told)) else ""


def _reason(told: str) -> str:
    """What stands from the first recipient or status on."""
    found = ALONE.search(told) or ENHANCED.search(told) or REPLY.search(told)
    if not found:
        return told.strip().partition("\n\n")[0]
    start = told.rfind("\n", 0, found.start()) + 1
    paragraph = told[start:].strip().split("\n\n")
    return " ".join(paragraph[:3] if "@" in paragraph[0] and len(paragraph[0]) < 100 else paragraph[:1])
