"""What the mail server refuses for good, and what only waits until the server is itself again."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from articles.outbox import leases, mail, sending
from articles.outbox.channels import CHANNELS
from articles.outbox.models import Message
from articles.outbox.sending import send_due
from enquiries.models import Notice
from enquiries.notices import writing
from tests.enquiries import stored
from tests.enquiries.mail_server import MailServer

pytestmark = pytest.mark.django_db
PAT, TEAM = "pat@example.org", "team@agency.example"
HOURS = timedelta(hours=6)


def refuse_pat(server: MailServer, answer: str, stage: str = "answer") -> None:
    setattr(server, stage, answer)
    server.refused = {PAT}


def standing() -> dict[str, tuple[bool, bool]]:
    """Of each recipient, whether the message was sent and whether it is undeliverable."""
    return {one.recipient: (one.sent_at is not None, one.undeliverable_at is not None) for one in Message.objects.all()}


@pytest.mark.parametrize(
    ("stage", "answer", "errors"),
    [
        ("answer", "550 5.1.1 no such mailbox", ["SMTPRecipientsRefused 550", ""]),
        ("answer", "553 no such mailbox", ["SMTPRecipientsRefused 553", ""]),
        ("data_answer", "554 5.6.0 not wanted", ["SMTPDataError 554", ""]),
        # One that may be about the server is believed once the server has taken another mail.
        ("answer", "554 5.7.1 not wanted", ["SMTPRecipientsRefused 554", "", "SMTPRecipientsRefused 554"]),
        ("data_answer", "554 5.7.1 spam", ["SMTPDataError 554", "", "SMTPDataError 554"]),
    ],
)
def test_a_mail_refused_for_good_is_undeliverable_and_not_tried_again(
    mail_server: MailServer, stage: str, answer: str, errors: list[str]
) -> None:
    refuse_pat(mail_server, answer, stage)
    stored.received()

    assert send_due("mail") == 1

    assert standing() == {PAT: (False, True), TEAM: (True, False)}
    assert stored.errors() == errors
    stored.make_due()
    assert send_due("mail") == 0
    assert stored.errors() == errors


def test_the_history_says_why_and_once(mail_server: MailServer) -> None:
    refuse_pat(mail_server, "550 5.1.1 no such mailbox")
    enquiry = stored.enquiry()
    writing.acknowledge(enquiry)
    [slow] = leases.claim(CHANNELS["mail"])
    stored.make_due()
    send_due("mail")

    sending._give_up(slow, ValueError())

    assert list(enquiry.events.values_list("kind", "words")) == [
        ("undeliverable", "acknowledgement to the enquirer: 550 5.1.1 no such mailbox")
    ]


@pytest.mark.parametrize("address", ["no-address", "josé@example.org", f"pat@{'ü' * 60}.example"])
def test_an_address_that_nobody_can_write_to_is_undeliverable_at_once(mail_server: MailServer, address: str) -> None:
    mail_server.lacks = {"SMTPUTF8"}
    enquiry = stored.enquiry(email=address)
    writing.acknowledge(enquiry)

    assert send_due("mail") == 0

    assert standing() == {address: (False, True)}
    assert enquiry.events.get().words == "acknowledgement to the enquirer: no mail can be sent to this address"


@pytest.mark.parametrize(
    ("stage", "answer"),
    [
        ("sender_answer", "550 5.7.1 this sender is unknown"),
        ("sender_answer", "530 5.7.0 Authentication required"),
        ("answer", "554 5.7.1 Client host blocked"),
        ("answer", "554 5.7.1 Relay access denied"),
        ("data_answer", "554 Message rejected: Email address is not verified."),
    ],
)
def test_a_server_that_takes_nothing_makes_nothing_undeliverable(
    mail_server: MailServer, stage: str, answer: str
) -> None:
    """All goes at once when it is mended, however long that took."""
    setattr(mail_server, stage, answer)
    for _ in range(3):
        stored.received()
    for _ in range(12):
        stored.make_due()
        send_due("mail")
    assert not Message.objects.undeliverable().exists()
    Message.objects.filter(waits_for_server=True).update(due_at=timezone.now() + HOURS)

    setattr(mail_server, stage, "")
    writing.alert(stored.enquiry())

    assert send_due("mail") == 7


def test_relaying_that_is_denied_to_strangers_alone_makes_nothing_undeliverable(mail_server: MailServer) -> None:
    refuse_pat(mail_server, "554 5.7.1 <pat@example.org>: Relay access denied")
    stored.received()

    for _ in range(3):
        stored.make_due()
        send_due("mail")

    assert standing() == {PAT: (False, False), TEAM: (True, False)}


@pytest.mark.parametrize("answer", ["451 4.3.0 temporary local problem", "452 4.3.1 insufficient system storage"])
def test_what_a_full_or_troubled_server_put_off_for_a_day_goes_as_soon_as_anything_gets_through(
    mail_server: MailServer, answer: str
) -> None:
    mail_server.answer = answer
    for _ in range(3):
        stored.received()
    for _ in range(10):
        stored.make_due()
        send_due("mail")
    assert min(stored.minutes_until_due()) == 360

    mail_server.answer = ""
    writing.alert(stored.enquiry())

    assert send_due("mail") == 7


def test_a_recipient_put_off_while_others_are_served_is_not_hurried_by_them(mail_server: MailServer) -> None:
    refuse_pat(mail_server, "451 4.7.1 greylisted")
    stored.received()
    for _ in range(3):
        send_due("mail")
        stored.make_due()
        writing.alert(stored.enquiry())
    send_due("mail")
    writing.alert(stored.enquiry())

    assert send_due("mail") == 1

    assert stored.minutes_until_due() == [8]


def test_a_person_sends_it_again(mail_server: MailServer) -> None:
    refuse_pat(mail_server, "550 no such mailbox")
    stored.received()
    send_due("mail")
    mail_server.answer = ""

    assert sending.retry(Message.objects.undeliverable()) == 1
    assert send_due("mail") == 1

    assert standing() == {PAT: (True, False), TEAM: (True, False)}


def test_what_was_not_sent_is_dropped_and_the_rest_stays(mail_server: MailServer) -> None:
    refuse_pat(mail_server, "550 no such mailbox")
    stored.received()
    send_due("mail")
    under_way = writing.reply(stored.enquiry(), subject="Hello", body="Hello")
    leases.claim(CHANNELS["mail"])
    writing.acknowledge(stored.enquiry(state="spam"))

    assert sending.drop(Message.objects.all()) == 2

    assert set(Message.objects.values_list("pk", flat=True)) == {
        under_way.pk,
        Message.objects.get(sent_at__isnull=False).pk,
    }


@pytest.mark.parametrize("ending", [sending._record_one, lambda attempt: sending._give_up(attempt, ValueError())])
def test_a_message_that_got_another_address_while_it_left_for_the_old_one_goes_to_the_new_one(
    mail_server: MailServer, ending: Any
) -> None:
    writing.acknowledge(stored.enquiry())
    [slow] = leases.claim(CHANNELS["mail"])
    sending.readdress("right@example.org", Message.objects.all())

    ending(slow)

    assert send_due("mail") == 1
    assert mail_server.recipients == [["right@example.org"]]


def test_late_messages_are_those_that_still_wait(mail_server: MailServer) -> None:
    refuse_pat(mail_server, "550 no such mailbox")
    stored.received()
    send_due("mail")
    stored.age(HOURS)

    assert not Message.objects.late().exists()
    assert not Message.objects.waiting().exists()


def test_a_message_says_when_it_is_tried_next_while_it_is_to_be_tried() -> None:
    message = Message(due_at=timezone.now(), channel=mail.CHANNEL)

    assert message.next_try == message.due_at
    for settled in ({"sent_at": timezone.now()}, {"undeliverable_at": timezone.now()}, {"is_held": True}):
        assert Message(due_at=timezone.now(), **settled).next_try is None


def test_a_reply_alone_waits_for_another_mail_to_tell_whose_fault_it_is(mail_server: MailServer) -> None:
    refuse_pat(mail_server, "554 5.7.1 not wanted")
    writing.reply(stored.enquiry(), subject="Hello", body="Hello")
    send_due("mail")
    assert not Message.objects.undeliverable().exists()

    writing.alert(stored.enquiry())
    send_due("mail")

    assert Message.objects.undeliverable().get() == Notice.objects.get(kind="reply").message_ptr
