"""Drafts of replies, and seeing that a colleague is writing, too."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from articles.lib.days import moment_in_words
from enquiries.handling import drafts, presence, verbs
from enquiries.models import DraftFile, Notice, ReplyDraft, State, WritingNow
from tests.enquiries import people
from tests.enquiries.replies.conversation import page, post, said, upload, written

pytestmark = pytest.mark.django_db
AUTOSAVE = "reply/draft"


@pytest.fixture
def sam(client: Client) -> Any:
    sam = people.consultant("sam", people.default_team())
    client.force_login(sam)
    return sam


def kept(enquiry: Any) -> list[tuple[str, str, str, str]]:
    return list(enquiry.reply_drafts.order_by("pk").values_list("person__username", "subject", "body", "cc"))


def test_a_draft_is_saved_found_again_and_gone_once_it_is_sent(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()

    saved = post(client, enquiry, "save", subject="", body="Half a thou", cc="jo@", uploads=[upload()])
    assert said(saved) == ["Your draft is saved. You find it on the page of the enquiry."]
    shown = client.get(page(enquiry, "change")).content.decode()
    again = client.get(page(enquiry))

    assert f"You have a draft, saved on {moment_in_words(ReplyDraft.objects.get().saved_at)}." in shown
    assert [again.context["form"][name].value() for name in ("subject", "body", "cc")] == ["", "Half a thou", "jo@"]
    assert [file.name for file in again.context["files"]] == ["terms.pdf"]
    post(client, enquiry, body="A whole thought")
    assert (kept(enquiry), DraftFile.objects.count(), enquiry.attachments.count()) == ([], 0, 1)
    assert "You have a draft" not in client.get(page(enquiry, "change")).content.decode()


def test_each_has_their_own_and_sees_no_other(client: Client, sam: Any) -> None:
    enquiry, ada = people.enquiry(), people.consultant("ada", people.default_team())
    post(client, enquiry, "save", body="Sam’s")
    client.force_login(ada)

    begun = client.get(page(enquiry)).context["form"].initial["body"]
    post(client, enquiry, "save", body="Ada’s")

    assert "Sam’s" not in begun
    assert [(who, body) for who, _subject, body, _cc in kept(enquiry)] == [("sam", "Sam’s"), ("ada", "Ada’s")]


def test_a_draft_is_thrown_away(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()
    post(client, enquiry, "save", uploads=[upload()])

    assert said(post(client, enquiry, "discard")) == ["Your draft is thrown away."]
    assert (ReplyDraft.objects.count(), DraftFile.objects.count()) == (0, 0)


def test_it_is_saved_while_it_is_written(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()

    answer = client.post(page(enquiry, AUTOSAVE), {"subject": "A", "body": "B\r\nC", "cc": "", "replies_seen": "0"})
    later = client.post(page(enquiry, AUTOSAVE))

    assert answer.json() == {"writing": "", "saved": f"Your draft was saved at {timezone.localtime():%H:%M}."}
    assert later.json() == {"writing": ""}
    assert kept(enquiry) == [("sam", "A", "B\nC", "")]
    assert client.get(page(enquiry, AUTOSAVE)).status_code == 405


def test_what_arrives_after_it_was_sent_is_no_draft_again(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()
    words = written()
    client.post(page(enquiry), words)

    client.post(page(enquiry, AUTOSAVE), words)
    assert kept(enquiry) == []
    assert said(client.post(page(enquiry), words)) == ["Your reply is on its way."]
    assert (kept(enquiry), Notice.objects.filter(kind="reply").count()) == ([], 1)


def test_the_same_words_once_more_on_purpose_are_a_reply_with_its_files(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()
    post(client, enquiry)

    post(client, enquiry, "preview", replies_seen=1, uploads=[upload()])
    post(client, enquiry, replies_seen=1)

    assert [event.attachments.count() for event in enquiry.events.filter(kind="replied")] == [0, 1]


def test_who_loses_a_race_keeps_words_copies_and_files(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()
    post(client, enquiry, "preview", uploads=[upload()])
    verbs.reply(enquiry, "Hello", "First", people.consultant("ada"))

    refused = post(client, enquiry, cc="jo@example.org", body="My own words")
    again = client.get(page(enquiry))

    assert refused.status_code == 422
    form = refused.context["form"]
    assert (form["body"].value(), form["cc"].value()) == ("My own words", "jo@example.org")
    assert kept(enquiry) == [("sam", "About your enquiry", "My own words", "jo@example.org")]
    assert [file.name for file in refused.context["files"]] == ["terms.pdf"]
    assert "Since you wrote this draft, a reply has been sent." in again.content.decode()
    post(client, enquiry, cc="jo@example.org", body="My own words", replies_seen=1)
    sent = enquiry.events.filter(kind="replied").last()
    assert (sent.words, sent.attachments.count()) == (
        "About your enquiry\nCopy to: jo@example.org\n\nMy own words",
        1,
    )


def test_nothing_is_kept_of_who_was_erased(client: Client, sam: Any) -> None:
    enquiry = people.enquiry(state=State.ERASED)

    post(client, enquiry, "save")
    client.post(page(enquiry, AUTOSAVE), written())

    assert not ReplyDraft.objects.exists()


def test_others_may_not_write(client: Client) -> None:
    client.force_login(people.consultant("eve"))

    for name in ("reply", AUTOSAVE, "reply/scheduled"):
        assert client.post(page(people.enquiry(), name), written()).status_code == 404
    assert not ReplyDraft.objects.exists()


def test_two_who_write_at_once_see_each_other(client: Client, sam: Any) -> None:
    enquiry, ada = people.enquiry(name="Pat"), people.consultant("ada", people.default_team())

    assert "data-writing></p>" in client.get(page(enquiry)).content.decode()
    assert presence.note(enquiry, ada) == ["Sam Example"]
    assert ">Ada Example is writing to Pat, too.</p>" in client.get(page(enquiry)).content.decode()
    presence.note(enquiry, people.consultant("bo"))
    assert client.post(page(enquiry, AUTOSAVE)).json() == {
        "writing": "Ada Example and Bo Example are writing to Pat, too."
    }
    assert client.post(page(people.enquiry(), AUTOSAVE)).json() == {"writing": ""}


def test_who_has_left_or_sent_is_not_there_any_more(client: Client, sam: Any) -> None:
    enquiry, ada = people.enquiry(), people.consultant("ada", people.default_team())
    client.get(page(enquiry))
    WritingNow.objects.update(seen_at=timezone.now() - presence.SEEN_FOR - timedelta(seconds=1))

    assert presence.note(enquiry, ada) == []
    client.get(page(enquiry))
    post(client, enquiry)
    assert presence.note(enquiry, ada) == []
    WritingNow.objects.update(seen_at=timezone.now() - presence.FORGOTTEN_AFTER)
    presence.note(people.enquiry(), sam)
    assert WritingNow.objects.count() == 1


def test_files_that_are_removed_are_those_of_the_draft(client: Client, sam: Any) -> None:
    enquiry, ada = people.enquiry(), people.consultant("ada")
    words = {"subject": "", "body": "x", "cc": "", "replies_seen": 0}
    other = drafts.keep(enquiry, ada, **words, add=[])
    file = DraftFile.objects.create(draft=other, name="a.txt", content_type="text/plain", content=b"a", size=1)

    post(client, enquiry, "save", remove=[str(file.pk), "nonsense", "9" * 30])

    assert DraftFile.objects.filter(pk=file.pk).exists()
