"""Replies that leave later: they count when they leave, and are given back to whoever wrote them when they must not."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from articles.lib.days import moment_in_words
from articles.outbox import sending
from articles.outbox.models import Message
from articles.outbox.sending import send_due
from enquiries import working_hours
from enquiries.handling import delivery, verbs
from enquiries.models import Enquiry, Notice, ReplyDraft, State
from enquiries.notices import replies
from enquiries.privacy import corrections, erasure, restriction, rights
from tests.enquiries import people, stored
from tests.enquiries.mail_server import MailServer
from tests.enquiries.replies.conversation import page, post, said, upload

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def sam(client: Client) -> Any:
    sam = people.consultant("sam", people.default_team())
    client.force_login(sam)
    return sam


def tomorrow() -> datetime:
    return (timezone.localtime() + DAY).replace(second=0, microsecond=0)


def typed(at: datetime) -> str:
    return f"{timezone.localtime(at):%Y-%m-%dT%H:%M}"


def scheduled(client: Client, enquiry: Enquiry, **fields: Any) -> Notice:
    fields = {"when": "at", "at": typed(tomorrow()), "cc": "jo@example.org", "uploads": [upload()]} | fields
    post(client, enquiry, "preview", **fields)
    post(client, enquiry, **fields | {"uploads": []})
    enquiry.refresh_from_db()
    return replies.scheduled(enquiry).latest("pk")


def let_it_leave() -> None:
    """As if the moment had come."""
    Message.objects.filter(not_before__isnull=False).update(
        not_before=timezone.now() - DAY, due_at=timezone.now() - DAY
    )


def kinds(enquiry: Enquiry) -> list[str]:
    return list(enquiry.events.exclude(kind="notified").values_list("kind", flat=True))


def test_it_leaves_at_its_time_and_only_then_is_a_reply(client: Client, sam: Any, mail_server: MailServer) -> None:
    enquiry, at = people.enquiry(), tomorrow()

    answer = post(client, enquiry, when="at", at=typed(at), cc="jo@example.org", uploads=[upload()])
    assert said(answer) == [f"Your reply leaves on {moment_in_words(at)}."]
    assert send_due("mail") == 0
    enquiry.refresh_from_db()
    assert (enquiry.state, enquiry.owner, enquiry.first_replied_at) == (State.OPEN, sam, None)
    assert enquiry.is_unanswered
    assert f"leaves on {at:%A} {moment_in_words(at)}" in client.get(page(enquiry, "change")).content.decode()
    let_it_leave()
    assert send_due("mail") == 2

    enquiry.refresh_from_db()
    assert (enquiry.state, enquiry.first_reply_channel) == (State.WAITING, "email")
    assert enquiry.first_replied_at is not None
    assert kinds(enquiry) == ["scheduled", "replied"]
    reply = enquiry.events.get(kind="replied")
    assert (reply.by, reply.words) == (sam, "About your enquiry\nCopy to: jo@example.org\n\nWords")
    assert [file.name for file in reply.attachments.all()] == ["terms.pdf"]
    assert [[part.get_filename() for part in mail.iter_attachments()] for mail in mail_server.mails] == [
        ["terms.pdf"],
        ["terms.pdf"],
    ]
    assert not replies.scheduled(enquiry).exists()


def test_a_second_press_schedules_it_once(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()

    for _ in range(2):
        answer = post(client, enquiry, when="at", at=typed(tomorrow()))
        assert said(answer) == [f"Your reply leaves on {moment_in_words(tomorrow())}."]

    assert (kinds(enquiry), ReplyDraft.objects.count()) == (["scheduled"], 0)


@pytest.mark.parametrize(
    ("at", "why"),
    [
        ("", "Choose the day and time at which it is to leave."),
        ("tomorrow", "Enter a day and a time, such as 2 March 2027, 9:30."),
        ("2020-01-01T09:00", "This time has passed. Choose a later one."),
        ("2099-01-01T09:00", "Choose a day within the next 60 days."),
    ],
)
def test_a_time_that_cannot_be_is_refused(client: Client, sam: Any, at: str, why: str) -> None:
    refused = post(client, people.enquiry(), when="at", at=at)

    assert (refused.status_code, refused.context["form"].errors["at"]) == (422, [why])
    assert not Notice.objects.exists()


def test_an_hour_that_the_clocks_skip_is_refused(client: Client, sam: Any) -> None:
    form = post(client, people.enquiry(), "preview", when="at", at="2026-03-29T01:30").context["form"]

    assert "2026-03-29 01:30:00 couldn’t be interpreted" in form.errors["at"][0]


@pytest.mark.parametrize(
    ("now", "opening"),
    [
        ((2026, 7, 7, 7), (2026, 7, 7, 9)),  # Tuesday, an hour before
        ((2026, 7, 7, 10), (2026, 7, 8, 9)),
        ((2026, 7, 10, 20), (2026, 7, 13, 9)),  # Friday evening
        ((2026, 12, 24, 18), (2026, 12, 29, 9)),  # the 28th is Boxing Day's substitute
    ],
)
def test_the_next_opening_is_suggested(now: tuple[int, ...], opening: tuple[int, ...]) -> None:
    local = timezone.get_current_timezone()

    found = working_hours.next_opening(datetime(*now, tzinfo=local))  # type: ignore[arg-type,misc]

    assert found == datetime(*opening, tzinfo=local)  # type: ignore[arg-type,misc]


def test_it_leaves_when_the_agency_opens_next(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()

    post(client, enquiry, when="opening")

    assert replies.scheduled(enquiry).get().not_before == working_hours.next_opening(timezone.now())


def test_it_can_be_sent_at_once(client: Client, sam: Any, mail_server: MailServer) -> None:
    enquiry = people.enquiry()
    notice = scheduled(client, enquiry)

    answer = client.post(page(enquiry, "reply/scheduled"), {"now": notice.pk})

    assert said(answer) == ["The reply is being sent."]
    assert send_due("mail") == 2
    assert kinds(enquiry) == ["scheduled", "replied"]
    gone = client.post(page(enquiry, "reply/scheduled"), {"back": notice.pk})
    assert said(gone) == ["This reply has left meanwhile, or was taken back."]


@pytest.mark.parametrize("key", ["0", "nonsense", "9" * 40, "²"])
def test_what_is_not_scheduled_is_neither_sent_nor_taken_back(client: Client, sam: Any, key: str) -> None:
    enquiry = people.enquiry()

    for name in ("now", "back"):
        answer = client.post(page(enquiry, "reply/scheduled"), {name: key})
        assert said(answer) == ["This reply has left meanwhile, or was taken back."]


def test_taken_back_it_is_a_draft_with_copies_and_files(client: Client, sam: Any, mail_server: MailServer) -> None:
    enquiry = people.enquiry()
    notice = scheduled(client, enquiry)
    post(client, enquiry, "save", body="Begun anew", cc="ed@example.org")

    answer = client.post(page(enquiry, "reply/scheduled"), {"back": notice.pk})

    assert said(answer) == ["The reply is taken back. Its words are a draft again."]
    draft = ReplyDraft.objects.get()
    assert (draft.subject, draft.body, draft.cc) == (
        "About your enquiry",
        "Words\n\nBegun anew",
        "jo@example.org, ed@example.org",
    )
    assert [file.name for file in draft.files.all()] == ["terms.pdf"]
    assert (enquiry.attachments.count(), send_due("mail")) == (0, 0)
    assert [(event.kind, event.by) for event in enquiry.events.all()] == [("scheduled", sam), ("unscheduled", sam)]
    post(client, enquiry, body=draft.body, cc=draft.cc)
    assert [event.attachments.count() for event in enquiry.events.filter(kind="replied")] == [1]


def test_a_worker_that_has_it_in_hand_keeps_it(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()
    notice = scheduled(client, enquiry)
    notice.attempts.create()

    assert replies.take_back_all(enquiry, "They wrote.") == []
    assert replies.scheduled(enquiry).exists()


def test_when_the_enquirer_writes_first_it_is_put_back_and_its_writer_named(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()
    scheduled(client, enquiry)

    assert replies.take_back_all(enquiry, "The enquirer wrote first.") == [sam]
    assert enquiry.events.last().words == "The enquirer wrote first."
    assert replies.take_back_all(enquiry, "The enquirer wrote first.") == []


ENDS = {
    "closed": lambda enquiry, by: verbs.close(enquiry, "answered", by),
    "marked as spam": lambda enquiry, by: verbs.mark_spam(enquiry, by),
    "withdrawn": lambda enquiry, by: rights.withdraw(enquiry),
    "restricted": lambda enquiry, by: restriction.restrict(enquiry, by),
    "dropped": lambda enquiry, by: delivery.drop(replies.scheduled(enquiry).get(), by),
}


@pytest.mark.parametrize("end", ENDS)
def test_nothing_leaves_later_from_an_enquiry_that_is(client: Client, sam: Any, end: str) -> None:
    enquiry = people.enquiry()
    scheduled(client, enquiry)

    ENDS[end](enquiry, sam)

    assert not enquiry.notices.filter(kind__in=["reply", "copy"]).exists()
    assert ReplyDraft.objects.get().body == "Words"


def test_hurrying_and_a_new_address_do_not_make_it_leave_early(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()
    notice = scheduled(client, enquiry)

    assert sending.retry(Message.objects.filter(pk=notice.pk)) == 0
    corrections.make(enquiry, {"email": "right@example.org"}, "amended", by=sam)

    notice.refresh_from_db()
    assert (notice.recipient, notice.due_at) == ("right@example.org", notice.not_before)
    assert enquiry.notices.get(kind="copy").recipient == "jo@example.org"


def test_an_erasure_does_not_wait_for_it(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()
    scheduled(client, enquiry)
    stored.make_due()
    rights_request = enquiry.privacy_requests.create(kind="erasure", outcome="agreed", due_on=timezone.localdate())

    assert rights_request in enquiry.privacy_requests.open().with_obstacles()
    assert erasure.erase_agreed() == 1
    assert not Notice.objects.filter(enquiry=enquiry).exists()


def test_a_colleagues_reply_refuses_one_that_is_being_scheduled(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()
    verbs.reply(enquiry, "Hello", "First", people.consultant("ada"))

    refused = post(client, enquiry, when="opening")

    assert said(refused) == ["Another reply has just been sent. Read it in the history before you send yours."]
    assert refused.context["form"]["when"].value() == "opening"


def test_without_an_account_its_words_stay_in_the_history(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()
    scheduled(client, enquiry)
    sam.delete()

    assert replies.take_back_all(enquiry, "They wrote.") == []
    assert not ReplyDraft.objects.exists()
    assert enquiry.events.first().words.endswith("\n\nWords")
