"""The mail that an applicant tracking system reads: labelled lines, the CV as it came, and nothing of it stored."""

import pytest
from django.utils import timezone
from pytest_django import Settings

from articles.outbox import mail
from articles.outbox.sending import send_due
from enquiries.handling import verbs
from enquiries.handoff import writing
from enquiries.handoff.verbs import send_again
from enquiries.models import Enquiry, Event, Handoff, Scan
from enquiries.privacy import erasure
from tests.enquiries import people, stored
from tests.enquiries.handoff.crm import mailbox
from tests.enquiries.mail_server import MailServer

pytestmark = pytest.mark.django_db
TO = "parse@ats.example"


@pytest.fixture
def enquiry() -> Enquiry:
    made = people.enquiry(
        name="Zoë O'Neil",
        email="zoe@example.org",
        phone="+441614960123",
        role_sought="Tester",
        location="Leeds",
        message="First line.\nName: Somebody Else",
    )
    people.cv(made)
    return made


def deliver() -> int:
    stored.make_due()
    return send_due(mail.CHANNEL)


def test_the_lines_are_labelled_and_the_cv_is_attached(mail_server: MailServer, enquiry: Enquiry) -> None:
    mailbox(with_files=True)
    verbs.take(enquiry, people.consultant())
    assert deliver() == 1
    got = mail_server.mail_to(TO)
    assert (got["Subject"], got["Reply-To"]) == (f"Zoë O'Neil, Tester ({enquiry.reference})", "zoe@example.org")
    [text, cv] = got.iter_parts()
    assert text.get_content().splitlines() == [
        "Event: assigned",
        "Name: Zoë O'Neil",
        "Email: zoe@example.org",
        "Phone: +44 161 496 0123",
        "Type: looking for work",
        "Role: Tester",
        "Location: Leeds",
        "Reply by: By e-mail",
        "Source: our form",
        "Consent to news: no",
        f"Reference: {enquiry.reference}",
        f"Received: {timezone.localdate(enquiry.received_at).isoformat()}",
        "Status: taken",
        "Consultant: Sam Example sam@agency.example",
        "Team: Enquiries team",
        "Message:",
        "First line.",
        "Name: Somebody Else",
    ]
    assert (cv.get_content_type(), cv.get_filename(), cv.get_content()) == (
        "application/pdf", "Zoë O'Neil CV.pdf", b"%PDF-1.7 words",
    )  # fmt: skip
    message = Handoff.objects.get()
    assert (message.subject, message.text, message.html, message.reply_to) == ("", "", "", "")
    assert enquiry.events.get(kind=Event.Kind.HANDED_OFF).words == "ATS: assigned"


def test_without_leave_the_cv_stays_here(mail_server: MailServer, enquiry: Enquiry) -> None:
    mailbox()
    verbs.take(enquiry, people.consultant())
    deliver()
    assert not mail_server.mail_to(TO).is_multipart()


def test_a_file_that_was_not_scanned_stays_here_and_the_mail_says_so(
    mail_server: MailServer, enquiry: Enquiry, settings: Settings
) -> None:
    settings.VIRUS_SCANNER = "tcp://127.0.0.1:1"
    people.attachment(enquiry, scan=Scan.CLEAN)
    mailbox(with_files=True)
    verbs.take(enquiry, people.consultant())
    deliver()
    [text, letter] = mail_server.mail_to(TO).iter_parts()
    assert letter.get_filename() == "letter.pdf"
    last = text.get_content().splitlines()[-1]
    assert last == "Not attached, since no virus scanner has passed it: Zoë O'Neil CV.pdf"


def test_an_address_that_is_refused_for_good_is_told_to_staff(mail_server: MailServer, enquiry: Enquiry) -> None:
    mailbox()
    verbs.take(enquiry, people.consultant())
    mail_server.answer = "550 5.1.1 no such mailbox"
    assert deliver() == 0
    words = enquiry.events.get(kind=Event.Kind.NOT_HANDED_OFF).words
    assert words == "ATS: assigned. 550 5.1.1 no such mailbox."


def test_it_follows_to_another_mailbox(mail_server: MailServer, enquiry: Enquiry) -> None:
    ats = mailbox()
    verbs.take(enquiry, people.consultant())
    ats.address = "other@ats.example"
    ats.save()
    writing.settle(ats)
    deliver()
    assert mail_server.recipients == [["other@ats.example"]]


def test_sent_again_it_is_another_mail(mail_server: MailServer, enquiry: Enquiry) -> None:
    mailbox()
    verbs.take(enquiry, people.consultant())
    deliver()
    send_again(Handoff.objects.get(), people.consultant("kim"))
    assert deliver() == 1
    first, second = (got["Message-ID"] for got in mail_server.mails)
    assert first != second


def test_erasure_asks_it_to_erase_and_names_the_reference_alone(mail_server: MailServer, enquiry: Enquiry) -> None:
    mailbox(happenings=["assigned"], with_files=True)
    verbs.take(enquiry, people.consultant())
    deliver()
    verbs.close(enquiry, "unsuitable", people.consultant("kim"))
    erasure.erase(enquiry)
    assert deliver() == 1
    got = mail_server.mails[-1]
    assert got["Subject"] == f"Please erase {enquiry.reference}"
    assert got.get_content().splitlines()[:2] == ["Event: erased", f"Reference: {enquiry.reference}"]


def test_what_was_dropped_while_a_worker_had_it_does_not_leave(mail_server: MailServer, enquiry: Enquiry) -> None:
    mailbox()
    verbs.take(enquiry, people.consultant())
    Handoff.objects.get().delete(keep_parents=True)
    assert (deliver(), mail_server.mails, stored.errors()) == (0, [], ["Withheld"])
