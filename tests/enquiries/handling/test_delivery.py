"""Mail that does not reach somebody: addresses put right, notices sent again or dropped, and what then still waits."""

from typing import Any

import pytest
from django.test import Client

from articles.outbox.models import Message
from articles.outbox.sending import send_due
from enquiries import access_links
from enquiries.handling import delivery, verbs
from enquiries.locking import NotAllowed
from enquiries.models import Enquiry, Notice, ReplyPromise, State, Team
from enquiries.monitoring import health
from enquiries.notices import bounces, digests, writing
from enquiries.privacy import erasure, rights
from tests.enquiries import people, stored
from tests.enquiries.mail_server import MailServer

pytestmark = pytest.mark.django_db
PAT, RIGHT, TEAM = "pat@example.org", "right@example.org", "team@agency.example"


@pytest.fixture
def sam() -> Any:
    return people.consultant("sam", people.default_team())


def refused(server: MailServer, address: str = PAT, **fields: Any) -> Enquiry:
    """An enquiry whose mail to the address was refused for good."""
    server.answer, server.refused = "550 no such mailbox", {address}
    enquiry = stored.received(**{"email": PAT} | fields)
    send_due("mail")
    return enquiry


def details(**changed: str) -> dict[str, str]:
    return {"name": "O'Neil & Sons", "email": PAT, "phone": ""} | changed


def notices(enquiry: Enquiry) -> list[tuple[str, str, bool, bool]]:
    """Kind and recipient of each, whether it was sent, and whether it is undeliverable."""
    return [
        (notice.kind, notice.recipient, bool(notice.sent_at), bool(notice.undeliverable_at))
        for notice in enquiry.notices.order_by("pk")
    ]


def history(enquiry: Enquiry) -> list[tuple[str, str]]:
    return list(enquiry.events.order_by("pk").values_list("kind", "words"))


def team_form(team: Team, **changed: Any) -> dict[str, Any]:
    return {"name": team.name, "email": team.email, "members": [], "is_default": "on"} | changed


def test_a_corrected_address_gets_the_acknowledgement_and_the_replies_with_its_own_link(
    mail_server: MailServer, sam: Any
) -> None:
    enquiry = refused(mail_server)
    verbs.reply(enquiry, "Hello", "Dear Pat", by=sam)
    send_due("mail")
    old_link = access_links.status_link(enquiry)

    delivery.correct(enquiry, details(email=RIGHT), by=sam)
    assert send_due("mail") == 2

    assert notices(enquiry) == [
        ("alert", TEAM, True, False),
        ("reply", RIGHT, True, False),
        ("acknowledgement", RIGHT, True, False),
    ]
    assert mail_server.recipients == [[TEAM], [RIGHT], [RIGHT]]
    for mail in mail_server.mails[1:]:
        text = mail.get_body(("plain",)).get_content()
        assert (access_links.status_link(enquiry) in text, old_link in text) == (True, False)
    acknowledgement, reply = "acknowledgement to the enquirer", "reply to the enquirer"
    assert history(enquiry) == [
        ("undeliverable", f"{acknowledgement}: 550 no such mailbox"),
        ("notified", "alert to the owner or team"),
        ("replied", "Hello\n\nDear Pat"),
        ("undeliverable", f"{reply}: 550 no such mailbox"),
        ("amended", f"E-mail: {PAT} → {RIGHT}"),
        ("notified", reply),
        ("notified", acknowledgement),
    ]
    assert enquiry.events.get(kind="amended").by == sam


def test_what_waits_for_the_enquirer_goes_to_the_corrected_address(mail_server: MailServer, sam: Any) -> None:
    enquiry = stored.received(email=PAT)
    verbs.reply(enquiry, "Hello", "Dear Pat", by=sam)

    delivery.correct(enquiry, details(email=RIGHT), by=sam)
    send_due("mail")

    assert sorted(mail_server.recipients) == [[RIGHT], [RIGHT], [TEAM]]


def test_a_reply_that_came_back_goes_to_the_corrected_address_under_a_name_of_its_own(
    mail_server: MailServer, sam: Any
) -> None:
    enquiry = stored.enquiry(email=PAT)
    verbs.reply(enquiry, "Hello", "Dear Pat", by=sam)
    send_due("mail")
    first = Notice.objects.get()
    bounces.record(first.message_id, "550 no such mailbox")
    assert health.bounced().exists()

    delivery.correct(enquiry, details(email=RIGHT), by=sam)
    send_due("mail")
    delivery.correct(enquiry, details(email="other@example.org"), by=sam)

    replies = enquiry.notices.filter(kind="reply").order_by("pk")
    assert [reply.recipient for reply in replies] == [PAT, RIGHT]
    assert replies[1].message_id != first.message_id
    assert access_links.status_link(enquiry) not in replies[0].text
    assert not health.bounced().exists()


def test_other_details_are_corrected_without_any_mail(sam: Any) -> None:
    enquiry = stored.enquiry(email=PAT)

    delivery.correct(enquiry, details(name="Pat O'Neil", phone="+441614960000"), by=sam)

    enquiry.refresh_from_db()
    assert (enquiry.name, enquiry.phone) == ("Pat O'Neil", "+441614960000")
    assert history(enquiry) == [("amended", "Name: O'Neil & Sons → Pat O'Neil\nPhone: – → +44 161 496 0000")]
    assert not Notice.objects.exists()


def test_a_correction_that_changes_nothing_leaves_no_trace(sam: Any) -> None:
    enquiry = stored.enquiry(email=PAT)

    delivery.correct(enquiry, details(), by=sam)

    assert history(enquiry) == []


def test_a_closed_enquiry_gets_its_reply_and_no_acknowledgement_any_more(mail_server: MailServer, sam: Any) -> None:
    enquiry = refused(mail_server)
    verbs.reply(enquiry, "Sorry", "We cannot help.", by=sam)
    verbs.close(enquiry, "unsuitable", by=sam)
    send_due("mail")

    delivery.correct(enquiry, details(email=RIGHT), by=sam)
    send_due("mail")

    assert notices(enquiry) == [("alert", TEAM, True, False), ("reply", RIGHT, True, False)]


def test_whoever_withdrew_is_sent_nothing_more_at_any_address(mail_server: MailServer, sam: Any) -> None:
    enquiry = stored.enquiry(email=PAT)
    verbs.reply(enquiry, "Hello", "Dear Pat", by=sam)
    send_due("mail")
    bounces.record(Notice.objects.get().message_id, "")
    rights.withdraw(enquiry)

    delivery.correct(enquiry, details(email=RIGHT), by=sam)

    assert not Message.objects.waiting().exists()


def test_suspected_spam_gets_nothing_at_a_corrected_address_until_it_is_released(
    mail_server: MailServer, sam: Any
) -> None:
    enquiry = stored.received(state=State.SPAM, email=PAT)

    delivery.correct(enquiry, details(email=RIGHT), by=sam)
    assert send_due("mail") == 0
    verbs.release(enquiry, by=sam)
    send_due("mail")

    assert sorted(mail_server.recipients) == [[RIGHT], [TEAM]]


def test_what_is_erased_cannot_be_corrected(sam: Any) -> None:
    enquiry = stored.enquiry(state=State.ERASED, email="")

    with pytest.raises(NotAllowed, match="has been erased"):
        delivery.correct(enquiry, details(), by=sam)


def test_an_enquirer_who_corrects_the_address_gets_what_was_undeliverable(mail_server: MailServer) -> None:
    enquiry = refused(mail_server)

    rights.correct(enquiry, {name: getattr(enquiry, name) for name in rights.correctable("client")} | {"email": RIGHT})
    send_due("mail")

    assert notices(enquiry) == [("alert", TEAM, True, False), ("acknowledgement", RIGHT, True, False)]


def test_a_notice_is_sent_again_by_hand(mail_server: MailServer, sam: Any) -> None:
    enquiry = refused(mail_server)
    mail_server.answer = ""

    delivery.send_again(enquiry.notices.get(kind="acknowledgement"), by=sam)
    send_due("mail")

    assert notices(enquiry) == [("acknowledgement", PAT, True, False), ("alert", TEAM, True, False)]


def test_an_alert_that_is_sent_again_goes_to_whoever_has_the_enquiry_by_now(mail_server: MailServer, sam: Any) -> None:
    enquiry = refused(mail_server, TEAM)
    Enquiry.objects.update(owner=sam)

    delivery.send_again(enquiry.notices.get(kind="alert"), by=sam)
    send_due("mail")

    assert mail_server.recipients == [[PAT], [sam.email]]


def test_a_notice_is_dropped_and_the_history_says_so(mail_server: MailServer, sam: Any) -> None:
    enquiry = refused(mail_server)
    acknowledgement = enquiry.notices.get(kind="acknowledgement")

    delivery.drop(acknowledgement, by=sam)

    assert notices(enquiry) == [("alert", TEAM, True, False)]
    assert history(enquiry)[-1] == ("dropped", "acknowledgement to the enquirer")
    assert not health.undeliverable().exists()


@pytest.mark.parametrize("verb", [delivery.drop, delivery.send_again])
def test_what_was_sent_meanwhile_is_neither_dropped_nor_sent_again(
    mail_server: MailServer, sam: Any, verb: Any
) -> None:
    enquiry = stored.received(email=PAT)
    send_due("mail")

    with pytest.raises(NotAllowed, match="sent meanwhile"):
        verb(enquiry.notices.first(), by=sam)
    assert enquiry.notices.count() == 2


def test_mail_to_a_team_follows_its_corrected_address(mail_server: MailServer, admin_client: Client) -> None:
    team = people.default_team()
    enquiry = refused(mail_server, TEAM)
    digests.write(TEAM, [enquiry])
    held = writing.alert(stored.enquiry(state=State.SPAM))

    page = admin_client.post(
        f"/admin/enquiries/team/{team.pk}/change/", team_form(team, email="desk@agency.example"), follow=True
    )
    send_due("mail")

    assert "3 unsent messages will now go to desk@agency.example." in page.text
    assert sorted(mail_server.recipients) == [["desk@agency.example"], ["desk@agency.example"], [PAT]]
    held.refresh_from_db()
    assert (held.recipient, held.is_held) == ("desk@agency.example", True)


def test_mail_of_another_team_with_the_same_mailbox_stays_where_it_is(
    mail_server: MailServer, admin_client: Client
) -> None:
    desk = people.team(email=TEAM)
    stored.received(email=PAT)
    moved = writing.alert(stored.enquiry(team=desk))

    admin_client.post(
        f"/admin/enquiries/team/{desk.pk}/change/", {"name": desk.name, "email": "desk@agency.example", "members": []}
    )

    moved.refresh_from_db()
    alerts = Notice.objects.filter(kind="alert").order_by("pk").values_list("recipient", flat=True)
    assert list(alerts) == [TEAM, "desk@agency.example"]


def test_an_enquirer_with_the_teams_address_keeps_it(admin_client: Client) -> None:
    team = people.default_team()
    writing.acknowledge(stored.enquiry(email=TEAM))

    admin_client.post(f"/admin/enquiries/team/{team.pk}/change/", team_form(team, email="desk@agency.example"))

    assert Notice.objects.get().recipient == TEAM


def test_escalations_follow_the_corrected_address(mail_server: MailServer, admin_client: Client) -> None:
    promise = ReplyPromise.objects.get()
    ReplyPromise.objects.update(escalation_email="boss@agency.exmaple")
    digests.write("boss@agency.exmaple", [stored.enquiry()])

    admin_client.post(
        f"/admin/enquiries/replypromise/{promise.pk}/change/",
        {
            "hours": promise.hours,
            "opens": "09:00",
            "closes": "17:30",
            "nation": promise.nation,
            "escalation_email": "boss@agency.example",
        },
    )

    assert Message.objects.get().recipient == "boss@agency.example"


@pytest.mark.parametrize("state", [State.CLOSED, State.SPAM])
def test_an_undeliverable_notice_is_dealt_with_once_its_enquiry_is(mail_server: MailServer, state: State) -> None:
    refused(mail_server)
    assert health.undeliverable().count() == 1

    Enquiry.objects.update(state=state)

    assert not health.undeliverable().exists()


def test_a_reply_that_nobody_got_stays_to_be_dealt_with_after_closing(mail_server: MailServer, sam: Any) -> None:
    enquiry = refused(mail_server)
    verbs.reply(enquiry, "Sorry", "We cannot help.", by=sam)
    send_due("mail")
    verbs.close(enquiry, "unsuitable", by=sam)
    assert [notice.kind for notice in health.undeliverable()] == ["reply"]
    assert health.reasons() == []

    delivery.drop(enquiry.notices.get(kind="reply"), by=sam)

    assert not health.undeliverable().exists()


def test_staff_erase_what_has_an_undeliverable_notice(mail_server: MailServer, sam: Any) -> None:
    enquiry = refused(mail_server)
    verbs.close(enquiry, "unsuitable", by=sam)

    erasure.erase(enquiry, by=sam)

    assert (enquiry.state, enquiry.name, Notice.objects.count()) == (State.ERASED, "", 0)


def test_dropping_what_waits_lets_staff_erase(mail_server: MailServer, sam: Any) -> None:
    enquiry = stored.received(email=PAT)
    verbs.close(enquiry, "unsuitable", by=sam)
    with pytest.raises(NotAllowed, match="drop it"):
        erasure.erase(enquiry, by=sam)

    for notice in enquiry.notices.all():
        delivery.drop(notice, by=sam)
    erasure.erase(enquiry, by=sam)

    assert enquiry.state == State.ERASED
