"""The whole way of a conversation by mail: out, back into the history, to the owner, and their answer to the enquirer."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone
from pytest_django import Settings

from articles.outbox.models import Message
from enquiries import reply_addresses
from enquiries.handling import verbs
from enquiries.inbound import conversation
from enquiries.intake import attachments
from enquiries.models import Enquiry, IncomingMail, Notice, State
from enquiries.notices import writing
from enquiries.privacy import erasure, restriction, rights
from tests.enquiries import files, imap_server, people
from tests.enquiries.inbound import mails
from tests.enquiries.mail_server import MailServer

pytestmark = pytest.mark.django_db
THEIRS = "pat@example.org"
WORDS = "Gladly.\n\nDoes Tuesday suit you?"


@pytest.fixture
def enquiry() -> Enquiry:
    """Answered, and waiting for the enquirer."""
    sam = people.consultant("sam", people.default_team())
    made = people.enquiry(email=THEIRS, name="Pat Example")
    verbs.reply(made, "Your enquiry", "When can we talk?", sam)
    made.refresh_from_db()
    return made


def work() -> None:
    """One round of the worker."""
    call_command("work", "--once", stdout=StringIO())


def address(enquiry: Enquiry) -> str:
    return reply_addresses.for_enquirer(enquiry)


def lines(enquiry: Enquiry) -> list[tuple[str, str]]:
    """The history without what was sent."""
    return [
        (event.kind, event.words)
        for event in enquiry.events.all()
        if event.kind not in ("replied", "notified", "taken")
    ]


def state_of(enquiry: Enquiry) -> str:
    enquiry.refresh_from_db()
    return enquiry.state


def told() -> list[str]:
    return list(Notice.objects.filter(kind=Notice.Kind.WROTE).values_list("recipient", flat=True))


def test_a_conversation_goes_to_and_fro(mail_server: MailServer, settings: Settings) -> None:
    sam = people.consultant("sam", people.default_team())
    enquiry = people.enquiry(email=THEIRS, name="Pat Example")
    verbs.reply(enquiry, "Your enquiry", "When can we talk?", sam)
    with imap_server.running() as mailbox:
        mails.read_mailbox(mailbox, settings)
        work()
        ours = mail_server.mail_to(THEIRS)

        pdf = ("My CV.pdf", "application/pdf", files.PDF)
        mailbox.append(mails.mail(ours["Reply-To"], THEIRS, WORDS, In_Reply_To=ours["Message-ID"], files=[pdf]))
        for _ in range(2):  # comes in, goes out
            work()
        news = mail_server.mail_to("sam@agency.example")

        mailbox.append(mails.mail(news["Reply-To"], "Sam <sam@agency.example>", "Tuesday it is.", Subject="Re: news"))
        for _ in range(2):
            work()

        assert [len(mailbox.contents(folder)) for folder in ("INBOX", "Processed")] == [0, 2]
    answer = mail_server.mails[-1]
    assert (answer["To"], answer["Subject"], answer["Reply-To"]) == (
        THEIRS,
        f"Your enquiry {enquiry.reference}",
        ours["Reply-To"],
    )
    assert answer["In-Reply-To"] == ours["Message-ID"]
    assert answer.get_body(("plain",)).get_content().startswith("Tuesday it is.")
    assert f"Pat Example has written:\n\n{WORDS}" in news.get_body(("plain",)).get_content().replace("\r", "")
    happened = [(event.kind, event.by, event.words) for event in enquiry.events.exclude(kind="notified")]
    assert happened == [
        ("replied", sam, "Your enquiry\n\nWhen can we talk?"),
        ("wrote", None, WORDS),
        ("replied", sam, f"Your enquiry {enquiry.reference}\n\nTuesday it is."),
    ]
    [attachment] = enquiry.attachments.all()
    assert (attachment.name, bytes(attachment.content), attachment.event.kind) == ("My CV.pdf", files.PDF, "wrote")
    assert state_of(enquiry) == State.WAITING


def test_what_they_write_reopens_what_waited_for_them_and_tells_its_owner(enquiry: Enquiry) -> None:
    Enquiry.objects.update(follow_up_on=timezone.localdate() + timedelta(days=9))

    came = mails.arrives(mails.mail(address(enquiry), THEIRS, WORDS))

    assert (state_of(enquiry), enquiry.follow_up_on) == (State.OPEN, None)
    assert (came.state, came.enquiry, came.event.words) == ("matched", enquiry, WORDS)
    assert told() == ["sam@agency.example"]


def test_without_an_owner_it_is_new_again_and_the_team_is_told(enquiry: Enquiry) -> None:
    Enquiry.objects.update(owner=None)

    mails.arrives(mails.mail(address(enquiry), THEIRS))

    assert state_of(enquiry) == State.NEW
    assert told() == [people.default_team().inbox]


def test_a_closed_one_is_taken_up_again(enquiry: Enquiry) -> None:
    verbs.close(enquiry, "no_reply", enquiry.owner)

    mails.arrives(mails.mail(address(enquiry), THEIRS, WORDS))

    assert (state_of(enquiry), enquiry.outcome, enquiry.closed_at, enquiry.erase_on) == (State.OPEN, "", None, None)
    assert lines(enquiry)[1:] == [("wrote", WORDS), ("reopened", "")]


def test_one_that_was_closed_long_ago_waits_in_the_tray(enquiry: Enquiry) -> None:
    verbs.close(enquiry, "no_reply", enquiry.owner)
    Enquiry.objects.update(closed_at=timezone.now() - conversation.REOPENED_WITHIN - timedelta(hours=1))

    came = mails.arrives(mails.mail(address(enquiry), THEIRS))

    assert (came.state, came.reason) == (
        "tray",
        f"It answers an enquiry that was closed long ago ({enquiry.reference}).",
    )
    assert state_of(enquiry) == State.CLOSED


def test_one_that_they_withdrew_stays_closed_and_the_owner_is_told(enquiry: Enquiry) -> None:
    rights.withdraw(enquiry)

    mails.arrives(mails.mail(address(enquiry), THEIRS, "Good luck all the same."))

    assert (state_of(enquiry), enquiry.outcome) == (State.CLOSED, "withdrawn")
    assert told() == ["sam@agency.example"]


def test_suspected_spam_keeps_its_words_and_tells_nobody_until_it_is_released(enquiry: Enquiry) -> None:
    verbs.mark_spam(enquiry, enquiry.owner)

    mails.arrives(mails.mail(address(enquiry), THEIRS, WORDS))

    assert state_of(enquiry) == State.SPAM
    assert lines(enquiry)[-1] == ("wrote", WORDS)
    assert Notice.objects.get(kind=Notice.Kind.WROTE).is_held
    verbs.release(enquiry, enquiry.owner)
    assert not Notice.objects.get(kind=Notice.Kind.WROTE).is_held


def test_of_one_whose_use_is_restricted_only_that_they_wrote_is_told(enquiry: Enquiry) -> None:
    restriction.restrict(enquiry, enquiry.owner)

    mails.arrives(mails.mail(address(enquiry), THEIRS, "A secret"))

    notice = Notice.objects.get(kind=Notice.Kind.WROTE)
    assert state_of(enquiry) == State.WAITING
    assert lines(enquiry)[-1] == ("wrote", "A secret")
    assert (notice.is_held, "A secret" in notice.text + notice.html, "restricted" in notice.text) == (
        False,
        False,
        True,
    )


def test_what_is_not_taken_of_its_files_is_said_in_the_history(enquiry: Enquiry) -> None:
    sent = [
        ("macro.docm", "application/msword", files.docx(**{"word/vbaProject.bin": b"x"})),
        ("cat.png", "image/png", b"\x89PNG\r\n\x1a\n"),
        ("letter.pdf", "application/pdf", files.PDF),
    ]

    mails.arrives(mails.mail(address(enquiry), THEIRS, "My papers.", files=sent))

    said = "Not kept: “macro.docm” has macros in it; “cat.png” " + attachments.OTHER + "."
    assert lines(enquiry) == [("wrote", f"My papers.\n\n{said}")]
    assert list(enquiry.attachments.values_list("name", flat=True)) == ["letter.pdf"]


def test_the_same_mail_is_one_however_often_and_by_whichever_way_it_comes(enquiry: Enquiry) -> None:
    raw = mails.mail(address(enquiry), THEIRS)

    mails.arrives(raw)
    mails.arrives(raw)
    again = mails.arrives(b"Received: by another.example\r\n" + raw)

    assert (again.state, again.reason) == ("ignored", "It came before, by another way.")
    assert [kind for kind, _ in lines(enquiry)] == ["wrote"]
    assert len(told()) == 1


def test_an_automatic_reply_is_a_line_and_changes_nothing(enquiry: Enquiry) -> None:
    mails.arrives(mails.mail(address(enquiry), THEIRS, "I am away.", Auto_Submitted="auto-replied"))

    assert lines(enquiry) == [("auto_replied", "I am away.")]
    assert state_of(enquiry) == State.WAITING
    assert told() == []


def test_a_machine_that_answers_for_ever_is_stopped(enquiry: Enquiry) -> None:
    for _ in range(conversation.MOST_AN_HOUR + 2):
        mails.arrives(mails.mail(address(enquiry), THEIRS, "Hello again"))

    assert len(lines(enquiry)) == conversation.MOST_AN_HOUR
    assert set(IncomingMail.objects.filter(state="tray").values_list("reason", flat=True)) == {
        f"More than 20 mails came to this enquiry within an hour ({enquiry.reference})."
    }


@pytest.mark.parametrize("sender", ["website@agency.example", "enquiries@reply.agency.example"])
def test_our_own_mail_ends_here(enquiry: Enquiry, sender: str) -> None:
    came = mails.arrives(mails.mail(address(enquiry), sender))

    assert (came.state, came.reason) == ("ignored", "We sent it ourselves.")
    assert lines(enquiry) == []


def test_a_mail_under_a_message_id_of_ours_ends_here(enquiry: Enquiry) -> None:
    ours = Message.objects.latest("pk").message_id

    assert mails.arrives(mails.mail(address(enquiry), THEIRS, Message_ID=ours)).state == "ignored"


def test_a_list_is_ignored_unless_the_enquirer_writes_through_it(enquiry: Enquiry) -> None:
    ignored = mails.arrives(mails.mail(address(enquiry), "news@list.example", List_Id="<news.list.example>"))
    theirs = mails.arrives(mails.mail(address(enquiry), THEIRS, WORDS, List_Id="<staff.example.org>"))

    assert (ignored.state, theirs.state) == ("ignored", "matched")
    assert lines(enquiry) == [("wrote", WORDS)]


def test_a_bounce_marks_the_notice(enquiry: Enquiry) -> None:
    notice = Notice.objects.get(kind=Notice.Kind.REPLY)

    came = mails.arrives(mails.bounce(notice.message_id, THEIRS))

    notice.refresh_from_db()
    assert notice.bounced_at is not None
    assert [kind for kind, _ in lines(enquiry)] == ["bounced"]
    assert THEIRS not in lines(enquiry)[0][1]
    assert (came.state, came.enquiry) == ("matched", enquiry)


def test_a_mail_that_is_late_is_a_line(enquiry: Enquiry) -> None:
    notice = Notice.objects.get(kind=Notice.Kind.REPLY)

    mails.arrives(mails.bounce(notice.message_id, THEIRS, action="delayed", status="4.4.1"))

    notice.refresh_from_db()
    assert notice.bounced_at is None
    [(kind, words)] = lines(enquiry)
    assert (kind, words.startswith("Delayed: reply to the enquirer")) == ("auto_replied", True)


def test_a_report_about_a_mail_of_others_is_ignored(enquiry: Enquiry) -> None:
    came = mails.arrives(mails.bounce("<a@b.example>", "nobody@example.org"))

    assert (came.state, came.reason) == ("ignored", "It reports on a mail that we did not send.")


def test_the_history_of_an_erased_enquiry_takes_nothing(enquiry: Enquiry) -> None:
    to = address(enquiry)
    mails.arrives(mails.mail(to, THEIRS, WORDS, files=[("a.pdf", "application/pdf", files.PDF)]))
    verbs.close(enquiry, "no_reply", enquiry.owner)
    Notice.objects.update(sent_at=timezone.now())
    erasure.erase(enquiry)

    came = mails.arrives(mails.mail(to, THEIRS, "Are you there?"))

    assert (came.state, came.reason) == ("tray", "It answers an enquiry that has been erased.")
    assert [kind for kind, words in lines(enquiry) if words] == []
    assert IncomingMail.objects.filter(enquiry=enquiry).count() == 0


def test_an_answer_of_staff_goes_out_under_their_name(enquiry: Enquiry) -> None:
    news = reply_addresses.for_staff(enquiry, enquiry.owner.pk)

    came = mails.arrives(mails.mail(news, "Sam@Agency.example", "Yes."))

    event = enquiry.events.last()
    assert (came.state, came.event, event.kind, event.by) == ("matched", event, "replied", enquiry.owner)
    assert Notice.objects.filter(kind=Notice.Kind.REPLY).count() == 2


def test_anybody_of_the_team_may_answer_what_the_team_was_told(enquiry: Enquiry) -> None:
    kim = people.consultant("kim", people.default_team())

    mails.arrives(mails.mail(reply_addresses.for_staff(enquiry), kim.email, "Yes."))

    assert enquiry.events.last().by == kim


@pytest.mark.parametrize("sender", ["stranger@example.org", "kim@agency.example", THEIRS])
def test_an_address_for_one_of_staff_serves_nobody_else(enquiry: Enquiry, sender: str) -> None:
    people.consultant("kim", people.default_team())
    before = enquiry.events.count()

    came = mails.arrives(mails.mail(reply_addresses.for_staff(enquiry, enquiry.owner.pk), sender, "Yes."))

    assert (came.state, enquiry.events.count()) == ("tray", before)
    assert Notice.objects.filter(kind=Notice.Kind.NOT_PASSED_ON).count() == 0


def test_an_account_that_may_not_see_the_enquiry_cannot_answer_it(enquiry: Enquiry) -> None:
    outsider = people.consultant("kim", people.team("Others"))

    assert mails.arrives(mails.mail(reply_addresses.for_staff(enquiry), outsider.email)).state == "tray"


def refusal_of(enquiry: Enquiry, **mail: object) -> str:
    """What the owner is told of their answer, which does not go out."""
    to = reply_addresses.for_staff(enquiry, enquiry.owner.pk)
    came = mails.arrives(mails.mail(to, enquiry.owner.email, **mail))  # type: ignore[arg-type]
    notice = Notice.objects.get(kind=Notice.Kind.NOT_PASSED_ON)
    assert (came.state, came.event, notice.recipient) == ("matched", None, enquiry.owner.email)
    assert Notice.objects.filter(kind=Notice.Kind.REPLY).count() == 1
    return came.reason.removeprefix("An answer of our staff that was not passed on: ")


def test_an_answer_goes_out_with_its_files(enquiry: Enquiry) -> None:
    pdf = ("terms.pdf", "application/pdf", files.PDF)

    mails.arrives(mails.mail(reply_addresses.for_staff(enquiry, enquiry.owner.pk), enquiry.owner.email, files=[pdf]))

    sent = enquiry.events.filter(kind="replied").last()
    assert [(file.name, bytes(file.content)) for file in sent.attachments.all()] == [("terms.pdf", files.PDF)]


def test_an_answer_is_not_sent_without_a_file_that_came_with_it(enquiry: Enquiry) -> None:
    program = ("setup.exe", "application/octet-stream", b"MZ\x90\x00" + bytes(200))

    refused = refusal_of(enquiry, files=[program])

    assert refused.startswith("A file with it cannot be sent: “setup.exe” is of no kind that can be attached")


def test_an_answer_without_words_is_not_sent(enquiry: Enquiry) -> None:
    assert refusal_of(enquiry, text=" \n") == "There were no words of yours in it, above what it quotes."


def test_an_answer_to_a_closed_enquiry_is_not_sent(enquiry: Enquiry) -> None:
    verbs.close(enquiry, "answered", enquiry.owner)

    assert refusal_of(enquiry) == "This enquiry is closed. Reopen it first."


def test_an_answer_after_a_colleagues_is_not_sent(enquiry: Enquiry) -> None:
    news = writing.tell_of_words(enquiry, "Hello?")
    Notice.objects.filter(kind=Notice.Kind.REPLY).delete()
    verbs.reply(enquiry, "Yours", "I answered.", people.consultant("kim", people.default_team()))

    assert refusal_of(enquiry, In_Reply_To=news.message_id).startswith("A colleague has replied since")


def test_an_automatic_reply_of_staff_never_reaches_the_enquirer(enquiry: Enquiry) -> None:
    to = reply_addresses.for_staff(enquiry, enquiry.owner.pk)

    came = mails.arrives(mails.mail(to, enquiry.owner.email, "On holiday", Auto_Submitted="auto-replied"))

    assert (came.state, lines(enquiry)) == ("ignored", [])


def test_without_an_address_for_mail_everything_stays_as_it_was(
    enquiry: Enquiry, mail_server: MailServer, settings: Settings
) -> None:
    settings.INBOUND_EMAIL = ""
    writing.alert(enquiry)

    work()

    reply, alert = mail_server.mail_to(THEIRS), mail_server.mail_to("sam@agency.example")
    assert (reply["Reply-To"], alert["Reply-To"]) == ("sam@agency.example", THEIRS)
    assert "Answer this e-mail" not in alert.get_body(("plain",)).get_content()
