"""A button that is pressed twice gets the first answer again, wherever it is, and what it does is done once."""

from datetime import timedelta
from typing import Any

import pytest
from django.db.models import F
from django.test import Client

from enquiries import access_links
from enquiries.handling import verbs
from enquiries.intake import spam
from enquiries.models import Enquiry, Event, Notice, State
from enquiries.privacy import rights
from tests.enquiries import data_subject, people

pytestmark = pytest.mark.django_db
NEW = "/enquiries/new/"
CORRECTION = {name: data_subject.answers()[name] for name in rights.correctable("candidate")}


@pytest.fixture(autouse=True)
def _unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spam, "FASTEST", timedelta(0))


@pytest.fixture
def sam(client: Client) -> Any:
    user = people.consultant("sam", people.default_team(), may=("erase_enquiry",))
    client.force_login(user)
    return user


def page_of(enquiry: Enquiry, part: str = "") -> str:
    return f"/enquiries/status/{access_links.status_token(enquiry)}/{part}"


def press(client: Client, enquiry: Enquiry, action: str, **fields: Any) -> list[str]:
    """What the admin says to each of two presses."""
    path = f"/admin/enquiries/enquiry/{enquiry.pk}/{action}/"
    pages = [client.post(path, fields, follow=True) for _ in range(2)]
    return [str(message) for page in pages for message in page.context["messages"]]


def an_hour_later() -> None:
    Event.objects.update(at=F("at") - timedelta(hours=1))


# The enquirer's own page


def test_a_corrected_address_is_answered_with_the_new_link_both_times(client: Client) -> None:
    old = page_of(data_subject.enquiry(), "correct/")
    right = CORRECTION | {"email": "right@example.org", "phone": "0161 496 0000 ext 5"}

    first, second = client.post(old, right), client.post(old, right)

    assert (first.status_code, second.status_code) == (302, 302)
    assert second.headers["Location"] == first.headers["Location"] == page_of(Enquiry.objects.get(), "?done=correct")
    assert "Your details are corrected." in client.get(second.headers["Location"]).content.decode()
    assert Notice.objects.filter(kind="acknowledgement").count() == 1


@pytest.mark.parametrize(
    "other", [{"email": "guessed@example.org"}, {"name": "Somebody"}, {"phone": ""}, {"email": "", "name": ""}]
)
def test_the_old_link_gives_the_new_one_to_nobody_who_does_not_know_all_of_it(
    client: Client, other: dict[str, str]
) -> None:
    old = page_of(data_subject.enquiry(), "correct/")
    right = CORRECTION | {"email": "right@example.org"}
    client.post(old, right)

    response = client.post(old, right | other)

    assert response.status_code == 410
    assert "right@example.org" not in response.content.decode()
    assert page_of(Enquiry.objects.get()) not in response.content.decode()


def test_nor_to_anybody_later(client: Client) -> None:
    old = page_of(data_subject.enquiry(), "correct/")
    right = CORRECTION | {"email": "right@example.org"}
    client.post(old, right)
    an_hour_later()

    assert client.post(old, right).status_code == 410


@pytest.mark.parametrize("part", ["", "copy/", "cv/", "complaint/", "correct/"])
def test_the_old_link_says_what_became_of_it_and_shows_nothing_else(client: Client, part: str) -> None:
    enquiry = data_subject.enquiry()
    old = page_of(enquiry, part)
    client.post(page_of(enquiry, "correct/"), CORRECTION | {"email": "right@example.org"})

    response = client.get(old)

    assert response.status_code == 410
    assert "The e-mail address of this enquiry was corrected" in response.content.decode()
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert not any(word in response.content.decode() for word in ("Siobhán", "right@", "secret wish"))


def test_nothing_is_left_of_the_old_link_once_the_data_is_erased(client: Client, admin_client: Client) -> None:
    enquiry = data_subject.enquiry()
    old = page_of(enquiry)
    client.post(page_of(enquiry, "correct/"), CORRECTION | {"email": "right@example.org"})
    Enquiry.objects.update(state=State.CLOSED)
    Notice.objects.all().delete()

    admin_client.post(f"/admin/enquiries/enquiry/{enquiry.pk}/erase/")

    assert Enquiry.objects.values_list("ended_links", "sent_as").get() == ([], "")
    assert client.get(old).status_code == 404


@pytest.mark.parametrize(
    ("action", "sent"),
    [
        ("correct", CORRECTION | {"name": "Niamh"}),
        ("withdraw", {}),
        ("hearing-from-us", {"wording": ""}),
        ("erasure", {"words": "All of it."}),
        ("complaint", {"words": "You called\r\nat night."}),
    ],
)
def test_every_form_of_the_page_answers_twice_alike_and_is_taken_once(
    client: Client, action: str, sent: dict[str, str]
) -> None:
    enquiry = data_subject.enquiry()
    path = page_of(enquiry, f"{action}/")

    responses = [client.post(path, sent) for _ in range(2)]

    assert [response.headers["Location"] for response in responses] == [page_of(enquiry, f"?done={action}")] * 2
    assert enquiry.events.count() == 2  # received, and this


# The form


def test_a_form_sent_again_unchanged_after_going_back_is_one_enquiry() -> None:
    """A page that is never stored comes with another token when the browser goes back to it."""
    browser = Client()
    browser.get(NEW)
    sent = {"role": "other", "name": "Pat", "email": "pat@example.org", "message": "Hello", "stamp": spam.stamp()}

    first = browser.post(NEW, sent | {"token": "a" * 32}, follow=True)
    second = browser.post(NEW, sent | {"token": "b" * 32}, follow=True)
    browser.post(NEW, sent | {"token": "c" * 32, "message": "One more thing."})
    Client().post(NEW, sent | {"token": "d" * 32})

    reference = Enquiry.objects.order_by("pk").first().reference
    assert [reference in page.content.decode() for page in (first, second)] == [True, True]
    assert list(Enquiry.objects.order_by("pk").values_list("message", flat=True)) == [
        "Hello",
        "One more thing.",
        "Hello",
    ]


def test_the_same_words_another_day_are_another_enquiry() -> None:
    browser = Client()
    browser.get(NEW)
    sent = {"role": "other", "name": "Pat", "email": "pat@example.org", "message": "Please call me"}

    browser.post(NEW, sent | {"token": "a" * 32})
    Enquiry.objects.update(received_at=F("received_at") - timedelta(days=2))
    browser.post(NEW, sent | {"token": "b" * 32})

    assert Enquiry.objects.count() == 2


# The admin


def test_a_reply_is_sent_once_and_said_to_be_on_its_way_twice(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()

    said = press(client, enquiry, "reply", subject="Hello", body="Words\r\nMore", replies_seen=0, send="1")

    assert said == ["Your reply is on its way."] * 2
    assert Notice.objects.filter(kind="reply").count() == 1


def test_a_reply_after_a_colleagues_is_not_sent_and_its_words_are_kept(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()
    path = f"/admin/enquiries/enquiry/{enquiry.pk}/reply/"
    words = {"subject": "Hello", "body": "My own words", "send": "1"}
    verbs.reply(enquiry, "Hello", "First", people.consultant("ada"))

    refused = client.post(path, words | {"replies_seen": 0})
    form = refused.context["form"]

    assert refused.status_code == 422
    assert [str(message) for message in refused.context["messages"]] == [
        "Another reply has just been sent. Read it in the history before you send yours."
    ]
    assert (form["body"].value(), form["replies_seen"].value()) == ("My own words", 1)
    assert client.post(path, words | {"replies_seen": 1}).status_code == 302
    assert Notice.objects.filter(kind="reply").count() == 2


def test_a_reply_to_what_was_closed_meanwhile_keeps_its_words(client: Client, sam: Any) -> None:
    path = f"/admin/enquiries/enquiry/{people.enquiry(state=State.CLOSED).pk}/reply/"

    response = client.post(path, {"subject": "Hello", "body": "My own words", "replies_seen": 0, "send": "1"})

    assert response.status_code == 422
    assert response.context["form"]["body"].value() == "My own words"
    assert not Notice.objects.exists()


@pytest.mark.parametrize(
    ("action", "state", "fields", "said"),
    [
        ("take", State.NEW, {}, "It is yours now."),
        ("note", State.NEW, {"words": "Rang; no answer."}, "The note is in the history."),
        ("close", State.OPEN, {"outcome": "answered", "words": "Done."}, "Closed."),
        ("reopen", State.CLOSED, {}, "Reopened."),
        ("spam", State.OPEN, {}, "Moved to spam. Messages that were not sent yet are held."),
        (
            "release",
            State.SPAM,
            {},
            "Released. It is a new enquiry now, and the notices that were held are being sent.",
        ),
        ("hold", State.OPEN, {"reason": "A dispute.", "until": "2099-12-31"}, "On hold: it will not be erased."),
        (
            "application",
            State.OPEN,
            {},
            "It is an application now, and kept for as long as the law asks for.",
        ),
        ("unhold", State.OPEN, {}, "The hold is lifted, and the erase date applies again."),
        ("erase", State.CLOSED, {}, "The personal data is erased."),
    ],
)
def test_every_action_says_the_same_twice_and_is_one_line_of_the_history(
    client: Client, sam: Any, action: str, state: State, fields: dict[str, str], said: str
) -> None:
    enquiry = people.enquiry(state=state, hold_reason="A dispute." if action == "unhold" else "")
    sam.user_permissions.set(people.Permission.objects.filter(content_type__app_label="enquiries"))

    assert press(client, enquiry, action, **fields) == [said] * 2
    assert enquiry.events.count() == 1


def test_passing_it_on_twice_tells_them_once(client: Client, sam: Any) -> None:
    sam.user_permissions.set(people.Permission.objects.filter(content_type__app_label="enquiries"))
    ada, enquiry = people.consultant("ada"), people.enquiry()

    assert press(client, enquiry, "assign", to=f"person-{ada.pk}") == ["Passed on. They will hear by e-mail."] * 2
    assert (enquiry.events.count(), enquiry.notices.count()) == (1, 1)


def test_the_same_note_on_another_day_is_another_line(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()
    press(client, enquiry, "note", words="Rang; no answer.")
    an_hour_later()
    press(client, enquiry, "note", words="Rang; no answer.")

    assert enquiry.events.count() == 2
