"""The mail to an applicant tracking system: labelled lines and the files as they came, put in when it leaves."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from articles.outbox import mail
from articles.outbox.models import Message
from enquiries.handoff import files, text
from enquiries.models import Enquiry, Handoff
from enquiries.models.handoff import ERASED, PREFIX, TEST
from enquiries.scanning import verdicts


@dataclass
class Enclosed:
    name: str
    content_type: str
    content: bytes


def fill(message: Message, handoff: Any) -> None:
    """The words of the mail, for this one time: they are not stored."""
    enquiry = handoff.enquiry
    match handoff.happening:
        case happening if happening == TEST:
            message.subject = f"Test from {settings.SITE.hostname}"
            message.text = "This is a test. Nothing has happened to any enquiry.\n"
        case happening if happening == ERASED:
            message.subject = f"Please erase {enquiry.reference}"
            message.text = (
                f"Event: erased\nReference: {enquiry.reference}\n\n"
                "We have erased the personal data of this enquiry. Please erase what you hold of it.\n"
            )
        case happening:
            message.subject, message.reply_to = text.subject(enquiry), enquiry.email
            message.text = f"Event: {happening}\n{text.of(enquiry)}{_left_out(handoff)}"


def enclosed(message: Message) -> Iterable[Enclosed]:
    """The files of a mail to a system that may have them, without those that nobody may open."""
    if message.channel == mail.CHANNEL and message.kind.startswith(PREFIX):
        handoff = Handoff.objects.select_related("receiver", "enquiry").filter(pk=message.pk).first()
        if handoff and handoff.enquiry and handoff.receiver.with_files and handoff.may_leave():
            yield from (
                Enclosed(file.name, file.content_type, bytes(file.file.content))
                for file in _files(handoff.enquiry)
                if verdicts.may_leave(file.file)
            )


def _files(enquiry: Enquiry) -> list[files.Sent]:
    return files.of(enquiry) if enquiry.may_be_passed_on else []


def _left_out(handoff: Any) -> str:
    if not handoff.receiver.with_files:
        return ""
    names = [file.name for file in _files(handoff.enquiry) if not verdicts.may_leave(file.file)]
    return f"\nNot attached, since no virus scanner has passed it: {', '.join(names)}\n" if names else ""
