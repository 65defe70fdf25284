"""What notices say, to whom, and how they leave."""

from datetime import UTC, datetime
from email.message import EmailMessage
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from pytest_django import Settings

from articles.outbox.sending import send_due
from enquiries import access_links
from enquiries.models import Enquiry, Notice, ReplyPromise, State, Team
from enquiries.notices import writing
from enquiries.notices.recipients import alert_address, escalation_address
from tests import cast
from tests.enquiries import stored
from tests.enquiries.mail_server import MailServer

pytestmark = pytest.mark.django_db
TEAM = "team@agency.example"
IN_SUMMER = datetime(2026, 7, 7, 14, 30, tzinfo=UTC)  # half past three in London


def bodies(mail: EmailMessage) -> tuple[str, str]:
    """The text and the HTML, as the recipient's program decodes them."""
    text, html = (mail.get_body((kind,)) for kind in ("plain", "html"))
    return text.get_content().replace("\r\n", "\n"), html.get_content().replace("\r\n", "\n")


def person(**fields: Any) -> User:
    values = {"username": "sam", "first_name": "Sam", "last_name": "Sample", "email": "sam@agency.example"}
    return User.objects.create_user(**values | fields)


def test_the_acknowledgement_says_who_answers_and_by_when(mail_server: MailServer) -> None:
    enquiry = stored.received(reply_due_at=IN_SUMMER)

    assert send_due("mail") == 2

    mail = mail_server.mail_to("pat@example.org")
    text, html = bodies(mail)
    link = access_links.status_link(enquiry)
    assert mail["Subject"] == f"Thank you for your enquiry ({enquiry.reference})"
    assert "Hello O'Neil & Sons," in text
    assert (
        f"Your reference: {enquiry.reference}\nWho will answer: Enquiries team\nBy when: Tuesday 7 July 2026, 15:30\n"
        in text
    )
    assert f"\n{link}\n" in text
    assert "Hello O&#x27;Neil &amp; Sons," in html
    assert f'href="{link}"' in html


def test_the_acknowledgement_does_not_carry_a_strangers_words_to_an_address_they_typed(mail_server: MailServer) -> None:
    stored.received(message="Buy at https://evil.example")

    send_due("mail")

    assert "evil" not in "".join(bodies(mail_server.mail_to("pat@example.org")))


def test_the_alert_says_what_the_enquirer_wants(mail_server: MailServer) -> None:
    guide = cast.full_guide().article
    enquiry = stored.received(guide=guide, phone="+441614960000", reply_due_at=IN_SUMMER)

    send_due("mail")

    mail = mail_server.mail_to(TEAM)
    text, html = bodies(mail)
    address = f"http://localhost/admin/enquiries/enquiry/{enquiry.pk}/change/"
    assert mail["Subject"] == f"New enquiry {enquiry.reference}: O'Neil & Sons, hiring"
    assert text == (
        "A new enquiry is waiting for a reply.\n\n"
        "O'Neil & Sons is hiring.\nReply: By e-mail\nPhone: +44 161 496 0000\nE-mail: pat@example.org\n"
        "Came from the guide “Title of a-guide”\nReply promised by Tuesday 7 July 2026, 15:30\n\n"
        f"We need a <b>tester</b>.\n\nOpen it: {address}\n\n-- \nAgency\n"
    )
    assert "We need a &lt;b&gt;tester&lt;/b&gt;." in html
    assert f'href="{address}"' in html


def test_a_reply_is_the_consultants_own_words(mail_server: MailServer) -> None:
    enquiry = stored.enquiry(owner=person())

    writing.reply(enquiry, subject="About O'Neil & Sons", body="Hello,\n\n1 < 2 & 3.\n\nSam")
    send_due("mail")

    mail = mail_server.mail_to("pat@example.org")
    text, html = bodies(mail)
    assert mail["Subject"] == "About O'Neil & Sons"
    assert text.startswith("Hello,\n\n1 < 2 & 3.\n\nSam\n\nYour reference: ")
    assert "<p>1 &lt; 2 &amp; 3.</p>" in html
    assert mail["Auto-Submitted"] == "no"
    assert mail["Reply-To"] == "sam@agency.example"


def test_the_alert_says_what_decides_who_rings_and_how(mail_server: MailServer) -> None:
    enquiry = stored.enquiry(
        name="Pat Potter",
        organisation="Potter & Daughters",
        role_to_fill="Test lead",
        engagement="contract",
        urgency="month",
        reply_by="phone",
        reply_when="After 4 pm",
        phone="+441614960000",
        reply_due_at=IN_SUMMER,
    )
    writing.alert(enquiry)

    send_due("mail")

    text, html = bodies(mail_server.mail_to(TEAM))
    assert text.startswith(
        "A new enquiry is waiting for a reply.\n\nPat Potter is hiring.\n"
        "Organisation: Potter & Daughters\nRole to fill: Test lead\nPermanent or contract: Contract\n"
        "How soon: Within a month\nReply: By phone\nBest time: After 4 pm\nPhone: +44 161 496 0000\n"
        "E-mail: pat@example.org\nReply promised by Tuesday 7 July 2026, 15:30\n"
    )
    assert "<br>Organisation: Potter &amp; Daughters\n<br>Role to fill: Test lead" in html


def test_the_alert_says_what_a_candidate_looks_for_and_may_do(mail_server: MailServer) -> None:
    wanted = {"role_sought": "Data engineer", "location": "Leeds", "right_to_work": "sponsorship"}
    writing.alert(stored.enquiry(role="candidate", **wanted))

    send_due("mail")

    assert (
        "O'Neil & Sons is looking for work.\nRole sought: Data engineer\nLocation: Leeds\n"
        "Right to work in the UK: I would need sponsorship\nReply: By e-mail\n"
    ) in bodies(mail_server.mail_to(TEAM))[0]


def test_a_very_long_message_is_cut_in_the_alert_which_says_so(mail_server: MailServer) -> None:
    enquiry = stored.enquiry(message="a" * 1999 + "bc")
    writing.alert(enquiry)
    Enquiry.objects.update(message="a" * 1999 + "b")
    enquiry.refresh_from_db()
    writing.alert(enquiry)

    send_due("mail")

    cut, whole = (bodies(mail)[0] for mail in mail_server.mails)
    rest = "\nThis is the beginning of a long message. Read the rest on the page of the enquiry.\n"
    assert f"\n{'a' * 1999}…\n{rest}\nOpen it: " in cut
    assert f"\n{'a' * 1999}b\n\nOpen it: " in whole


def test_whom_it_was_passed_on_to_learns_by_whom_and_why(mail_server: MailServer) -> None:
    enquiry = stored.enquiry(owner=person(), reply_due_at=IN_SUMMER)
    writing.pass_on(enquiry, by="Ada Example", reason="I am away.\n1 < 2 & 3.")

    send_due("mail")

    mail = mail_server.mail_to("sam@agency.example")
    text, html = bodies(mail)
    assert mail["Subject"] == f"Passed on to you: enquiry {enquiry.reference} from O'Neil & Sons, hiring"
    assert text.startswith(
        "Ada Example has passed this enquiry on to you.\n\nAda Example writes:\nI am away.\n1 < 2 & 3.\n\n"
        "O'Neil & Sons is hiring.\n"
    )
    assert "<p>I am away.<br>1 &lt; 2 &amp; 3.</p>" in html


def test_a_team_is_told_that_it_is_the_teams(mail_server: MailServer) -> None:
    enquiry = stored.enquiry()
    writing.pass_on(enquiry, by="Ada Example", reason="")

    send_due("mail")

    mail = mail_server.mail_to(TEAM)
    assert mail["Subject"] == f"Passed on to your team: enquiry {enquiry.reference} from O'Neil & Sons, hiring"
    assert bodies(mail)[0].startswith(
        "Ada Example has passed this enquiry on to your team.\n\nO'Neil & Sons is hiring.\n"
    )


def test_what_was_passed_on_and_held_is_written_anew_when_it_is_released() -> None:
    enquiry = stored.enquiry(state=State.SPAM)
    notice = writing.pass_on(enquiry, by="Ada Example", reason="I am away.")
    enquiry.reply_due_at = IN_SUMMER

    writing.release(enquiry)

    notice.refresh_from_db()
    assert notice.text.startswith("Ada Example has passed this enquiry on to your team.\n\nAda Example writes:\n")
    assert "Reply promised by Tuesday 7 July 2026, 15:30" in notice.text


def test_an_answer_to_any_mail_reaches_the_other_side(mail_server: MailServer) -> None:
    stored.received(owner=person())

    send_due("mail")

    assert mail_server.mail_to("sam@agency.example")["Reply-To"] == "pat@example.org"
    assert mail_server.mail_to("pat@example.org")["Reply-To"] == "sam@agency.example"


def test_every_mail_has_one_recipient_its_stored_name_and_says_that_no_person_sent_it(mail_server: MailServer) -> None:
    enquiry = stored.received()

    send_due("mail")

    assert sorted(mail_server.recipients) == [["pat@example.org"], [TEAM]]
    for notice in enquiry.notices.all():
        mail = mail_server.mail_to(notice.recipient)
        assert (mail["To"], mail["Cc"], mail["Bcc"]) == (notice.recipient, None, None)
        assert mail["Message-ID"] == notice.message_id
        assert mail["Auto-Submitted"] == "auto-generated"
        assert mail["From"] == "Agency <website@agency.example>"


def test_two_replies_have_names_of_their_own() -> None:
    enquiry = stored.enquiry()

    first, second = (writing.reply(enquiry, subject="Hello", body="Hello") for _ in range(2))

    assert first.message_id != second.message_id


@pytest.mark.parametrize(
    ("owner", "address"),
    [
        ({}, "sam@agency.example"),
        ({"email": ""}, TEAM),
        ({"is_active": False}, TEAM),
    ],
)
def test_the_alert_goes_to_the_owner_or_else_to_the_team(owner: dict[str, Any], address: str) -> None:
    assert alert_address(stored.enquiry(owner=person(**owner))) == address


def test_the_alert_goes_to_the_enquirys_own_team() -> None:
    other = Team.objects.create(name="Clients", email="clients@agency.example")

    assert alert_address(stored.enquiry(team=other)) == "clients@agency.example"


def test_an_enquiry_without_anybody_goes_to_the_default_team() -> None:
    assert alert_address(stored.enquiry(team=None)) == TEAM


def test_an_owner_is_named_by_full_name_and_otherwise_the_team_is(mail_server: MailServer) -> None:
    stored.received(owner=person())
    stored.received(owner=person(username="x", first_name="", last_name=""))

    send_due("mail")

    assert "Who will answer: Sam Sample\n" in bodies(mail_server.mail_to("pat@example.org"))[0]
    assert "Who will answer: Enquiries team\n" in bodies(mail_server.mail_to("pat1@example.org"))[0]


@pytest.mark.parametrize(("chosen", "address"), [("boss@agency.example", "boss@agency.example"), ("", TEAM)])
def test_an_escalation_goes_where_the_promise_says_or_to_the_default_team(chosen: str, address: str) -> None:
    ReplyPromise.objects.update(escalation_email=chosen)
    Team.objects.create(name="Clients", email="clients@agency.example")

    assert escalation_address() == address


def test_a_burst_is_told_to_the_team_whoever_owns_the_enquiry_and_whatever_it_is(mail_server: MailServer) -> None:
    enquiry = stored.enquiry(owner=person(), state=State.SPAM)
    writing.tell_of_burst(enquiry, 20)

    assert send_due("mail") == 1

    mail = mail_server.mail_to(TEAM)
    text, html = bodies(mail)
    assert mail["Subject"] == "More than 20 enquiries from one connection within an hour"
    assert mail["Reply-To"] is None
    assert f"The newest of them: http://localhost/admin/enquiries/enquiry/{enquiry.pk}/change/\n" in text
    assert f"/admin/enquiries/enquiry/{enquiry.pk}/change/" in html


def test_notices_of_suspected_spam_wait_until_it_is_released(mail_server: MailServer) -> None:
    enquiry = stored.received(state=State.SPAM)
    other = stored.received(state=State.SPAM)

    assert send_due("mail") == 0
    writing.release(enquiry)
    assert send_due("mail") == 2

    assert set(other.notices.values_list("is_held", flat=True)) == {True}
    assert sorted(mail_server.recipients) == [["pat@example.org"], [TEAM]]


def test_notices_are_undone_with_what_they_tell_of() -> None:
    with transaction.atomic():
        stored.received()
        transaction.set_rollback(True)

    assert not Notice.objects.exists()


@pytest.mark.parametrize(
    "name", ["Pat\r\nBcc: all@example.org", "Pat\nBcc: all@example.org", "Pat\u2028Bcc: all@example.org"]
)
def test_a_line_break_in_a_name_adds_no_header(mail_server: MailServer, name: str) -> None:
    stored.received(name=name)

    assert send_due("mail") == 2

    assert [mail["Bcc"] for mail in mail_server.mails] == [None, None]
    assert sorted(mail_server.recipients) == [["pat@example.org"], [TEAM]]


@pytest.mark.parametrize(
    "address",
    ["pat@example.org\nBcc: all@example.org", "pat@example.org, all@example.org", "pat", "Pat <pat@example.org>"],
)
def test_an_address_that_is_not_exactly_one_gets_nothing(mail_server: MailServer, address: str) -> None:
    enquiry = stored.enquiry()
    writing.acknowledge(enquiry)
    Notice.objects.update(recipient=address)

    assert send_due("mail") == 0

    assert mail_server.mails == []
    assert stored.errors() == ["ValidationError"]


@pytest.mark.parametrize(
    "text",
    [
        "ÅΩ≈ 田中 عربي 👩‍💻",
        "e\u0301 \u202e \u200b",
        "x" * 2000,
        "\x1b[31m \x7f \ufeff",
        ".\n..\nFrom me",
        "=?utf-8?q?a?=",
    ],
)
def test_any_words_arrive_as_they_are(mail_server: MailServer, text: str) -> None:
    stored.received(name=text[:200], message=text)

    assert send_due("mail") == 2

    assert text in bodies(mail_server.mail_to(TEAM))[0]


def test_a_long_host_name_leaves_the_message_id_whole(mail_server: MailServer, settings: Settings) -> None:
    settings.SITE = settings.SITE._replace(netloc="www.a-rather-long-name-of-an-agency-for-recruitment.example.org")
    notice = writing.acknowledge(stored.enquiry())

    send_due("mail")

    assert mail_server.mails[0]["Message-ID"] == notice.message_id
    assert notice.message_id.endswith("@www.a-rather-long-name-of-an-agency-for-recruitment.example.org>")
