"""What the mail server is told and given for addresses and words of every kind."""

import pytest
from pytest_django import Settings

from articles.outbox.sending import send_due
from enquiries.models import Notice
from enquiries.notices import writing
from tests.enquiries import stored
from tests.enquiries.mail_server import MailServer

pytestmark = pytest.mark.django_db
TEAM = "team@agency.example"


def test_a_mail_goes_to_the_domain_that_was_meant(mail_server: MailServer) -> None:
    stored.received(email="jane@faß.example")

    assert send_due("mail") == 2

    assert mail_server.mail_to("jane@xn--fa-hia.example")["To"] == "jane@xn--fa-hia.example"
    assert mail_server.mail_to(TEAM)["Reply-To"] == "jane@xn--fa-hia.example"


def test_the_senders_own_domain_is_told_by_the_same_rules(mail_server: MailServer, settings: Settings) -> None:
    settings.DEFAULT_FROM_EMAIL = "Łukasz & Søn (Straße) <website@straße.example>"
    writing.acknowledge(stored.enquiry())

    assert send_due("mail") == 1

    assert mail_server.senders == ["website@xn--strae-oqa.example"]
    [sender] = mail_server.mails[0]["From"].addresses
    assert (sender.display_name, sender.addr_spec) == ("Łukasz & Søn (Straße)", "website@xn--strae-oqa.example")


def test_a_domain_that_cannot_be_gets_nothing_and_keeps_no_alert_from_leaving(mail_server: MailServer) -> None:
    stored.received(email="jane@☃.example")

    assert send_due("mail") == 1

    assert mail_server.mail_to(TEAM)["Reply-To"] is None
    assert stored.errors() == ["ValidationError", ""]


def test_letters_of_any_script_before_the_at_sign_reach_a_server_that_knows_them(mail_server: MailServer) -> None:
    stored.received(email="josé@bücher.example", name="José")

    assert send_due("mail") == 2

    assert sorted(mail_server.recipients) == [["josé@xn--bcher-kva.example"], [TEAM]]
    assert [mail["To"] for mail in mail_server.mails] == ["josé@xn--bcher-kva.example", TEAM]


def test_a_server_that_does_not_know_them_refuses_that_mail_alone(mail_server: MailServer) -> None:
    mail_server.lacks = {"SMTPUTF8"}
    stored.received(email="josé@example.org")

    assert send_due("mail") == 1

    assert mail_server.recipients == [[TEAM]]
    assert stored.errors() == ["SMTPNotSupportedError", ""]


def test_an_old_server_gets_seven_bits_and_short_lines(mail_server: MailServer) -> None:
    mail_server.lacks = {"8BITMIME", "SMTPUTF8", "SIZE 33554432"}
    stored.received(name="François Agnieszka García López", message="“Señor” " * 500)

    assert send_due("mail") == 2

    assert all(content.isascii() for content in mail_server.contents)
    assert max(len(line) for content in mail_server.contents for line in content.split(b"\r\n")) <= 78


@pytest.mark.parametrize("name", ["=?utf-8?q?=00?=", "=?utf-8?q?=0ABcc:all=40example.org?=", "Pat =?utf-8?b?AA==?="])
def test_a_name_that_looks_like_an_encoded_word_is_a_name(mail_server: MailServer, name: str) -> None:
    enquiry = stored.enquiry(name=name)
    writing.alert(enquiry)

    send_due("mail")

    assert mail_server.mails[0]["Subject"] == f"New enquiry {enquiry.reference}: {name}, hiring"
    assert mail_server.mails[0]["Bcc"] is None
    assert b"\x00" not in mail_server.contents[0]


def test_absent_people_are_asked_for_no_answer_except_to_a_persons_own_words(mail_server: MailServer) -> None:
    enquiry = stored.received()
    writing.reply(enquiry, subject="About your enquiry", body="Hello")

    send_due("mail")

    assert [(mail["Auto-Submitted"], mail["X-Auto-Response-Suppress"]) for mail in mail_server.mails] == [
        ("auto-generated", "DR, RN, NRN, OOF, AutoReply"),
        ("auto-generated", "DR, RN, NRN, OOF, AutoReply"),
        ("no", None),
    ]


def test_the_mails_to_one_enquirer_are_one_conversation_and_those_to_the_team_another(mail_server: MailServer) -> None:
    enquiry, other = stored.received(), stored.received()
    for _ in range(2):
        writing.reply(enquiry, subject="About your enquiry", body="Hello")
        writing.alert(enquiry)

    assert send_due("mail") == 8

    def threads(kind: str) -> list[tuple[str | None, str | None]]:
        ids = Notice.objects.filter(enquiry=enquiry, kind=kind).order_by("pk").values_list("message_id", flat=True)
        mails = {mail["Message-ID"]: mail for mail in mail_server.mails}
        return [(mails[one]["In-Reply-To"], mails[one]["References"]) for one in ids]

    acknowledgement, alert = (
        Notice.objects.filter(enquiry=enquiry, kind=kind).earliest("pk").message_id
        for kind in ("acknowledgement", "alert")
    )
    assert threads("acknowledgement") == [(None, None)]
    assert threads("reply") == [(acknowledgement, acknowledgement)] * 2
    assert threads("alert") == [(None, None), *[(alert, alert)] * 2]
    assert set(other.notices.values_list("in_reply_to", flat=True)) == {""}
