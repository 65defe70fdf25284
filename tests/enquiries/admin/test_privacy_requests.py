"""The register of requests about personal data in the admin, and the page of each."""

import csv
import io
import json
import zipfile
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils import timezone

from enquiries.admin.actions import MOST_WORDS
from enquiries.admin.privacy_actions import ACTIONS
from enquiries.handling import verbs
from enquiries.models import Enquiry, Event, Notice, PrivacyRequest, Team
from enquiries.privacy import deadlines, erasure, rights
from tests.enquiries import data_subject as subject
from tests.enquiries import people

pytestmark = pytest.mark.django_db
Kind, Outcome = PrivacyRequest.Kind, PrivacyRequest.Outcome
LIST = "/admin/enquiries/privacyrequest/"
A_DAY = timedelta(days=1)


def page_of(request: PrivacyRequest, part: str = "change/") -> str:
    return f"{LIST}{request.pk}/{part}"


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def manager() -> User:
    user = User.objects.create_user("max", is_staff=True, first_name="Max", last_name="Manager")
    user.groups.add(Group.objects.get(name="Managers"))
    return user


@pytest.fixture
def client() -> Client:
    return signed_in(manager())


@pytest.fixture
def asked() -> PrivacyRequest:
    return rights.request(subject.enquiry(), Kind.COMPLAINT, "You called at night.")


def test_the_list_says_where_requests_go_when_the_team_follows_the_settings(client: Client) -> None:
    Team.objects.filter(is_default=True).update(email="")

    assert f"at {settings.ENQUIRIES_EMAIL}." in client.get(LIST).content.decode()


def some_of_every_kind() -> dict[str, PrivacyRequest]:
    """An overdue complaint, an erasure that waits, a refused access, and an objection without an enquiry."""
    enquiry, pat = subject.enquiry(), subject.colleague()
    made = {
        "complaint": rights.request(enquiry, Kind.COMPLAINT, "Late"),
        "erasure": rights.request(enquiry, Kind.ERASURE, ""),
        "access": rights.request(enquiry, Kind.ACCESS, ""),
        "objection": rights.request(None, Kind.OBJECTION, "Stop.", by=pat, name="Ada Letter"),
    }
    PrivacyRequest.objects.filter(kind="complaint").update(due_on=timezone.localdate() - A_DAY)
    rights.finish(made["erasure"], "We erase it.", by=pat)
    rights.finish(made["access"], "No.", by=pat, outcome=Outcome.REFUSED)
    return made


# The list


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("", ["complaint", "erasure", "objection"]),
        ("?state=overdue", ["complaint"]),
        ("?state=agreed", ["erasure"]),
        ("?state=done", ["access"]),
        ("?state=all", ["complaint", "erasure", "objection", "access"]),
        ("?kind__exact=objection", ["objection"]),
        ("?q=ada", ["objection"]),
        ("?state=all&q=NOTHING2", []),
    ],
)
def test_the_list_shows_what_is_open_the_most_urgent_first_and_what_is_asked_for(
    client: Client, query: str, kinds: list[str]
) -> None:
    some_of_every_kind()

    response = client.get(LIST + query)

    assert [request.kind for request in response.context["cl"].result_list] == kinds


def test_a_request_is_found_by_its_reference(client: Client) -> None:
    made = some_of_every_kind()

    for reference, kinds in (
        (made["access"].reference.lower(), {"complaint", "erasure", "access"}),
        (made["objection"].reference, {"objection"}),
    ):
        response = client.get(f"{LIST}?state=all&q={reference}")
        assert {request.kind for request in response.context["cl"].result_list} == kinds


def test_the_list_says_what_is_overdue_and_what_an_agreed_erasure_waits_for(client: Client) -> None:
    some_of_every_kind()

    page = client.get(LIST).content.decode()

    assert page.count('<strong class="late">overdue</strong>') == 1
    assert "agreed, waiting for another request to be answered and a message to be sent" in page


def test_the_list_says_who_gets_what_comes_in(client: Client) -> None:
    nobody = "Nobody is named who looks after data protection, so the default team gets what comes in, at {}."
    assert nobody.format(settings.ENQUIRIES_EMAIL) in client.get(LIST).content.decode()

    Team.objects.create(name="Data protection", email="privacy@agency.example", looks_after_data=True)

    somebody = "Data protection looks after data protection and gets what comes in, at privacy@agency.example."
    assert somebody in client.get(LIST).content.decode()


@pytest.mark.parametrize("number", [1, 20])
def test_list_and_register_cost_the_same_however_many(
    client: Client, number: int, django_assert_num_queries: Any
) -> None:
    pat = subject.colleague()
    for index in range(number):
        enquiry = subject.enquiry(token=f"{index:032}")
        rights.finish(rights.request(enquiry, Kind.ERASURE, ""), "We erase it.", by=pat)
        rights.request(None, Kind.ACCESS, "", by=pat, name=f"Ada {index}")
    client.get(LIST)

    with django_assert_num_queries(9):
        client.get(f"{LIST}?state=all")
    with django_assert_num_queries(6):
        client.get(f"{LIST}register.csv")


def test_the_register_is_to_be_had_as_csv_without_what_says_who_asked(client: Client) -> None:
    made = some_of_every_kind()

    response = client.get(f"{LIST}register.csv")

    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert [row["kind"] for row in rows] == ["complaint", "erasure", "objection", "access"]
    assert (rows[3]["reference"], rows[3]["outcome"], rows[3]["by"]) == (made["access"].reference, "refused", "pat")
    assert not any(words in response.content.decode() for words in (*subject.PERSONAL, "Ada", "Stop."))


# Who sees them


def test_who_looks_after_data_protection_sees_them_and_the_team_complained_of_does_not(asked: PrivacyRequest) -> None:
    dpo = people.team("Data protection", looks_after_data=True)
    sam, dana = people.consultant("sam", people.default_team()), people.consultant("dana", dpo)

    assert [signed_in(sam).get(page_of(asked)).status_code, signed_in(dana).get(page_of(asked)).status_code] == [
        404,
        200,
    ]
    assert signed_in(sam).get(LIST).context["cl"].result_count == 0
    page = signed_in(sam).get(f"/admin/enquiries/enquiry/{asked.enquiry_id}/change/").content.decode()
    assert "Whoever looks after data protection deals with this." in page
    assert "You called at night." not in page


def test_the_default_team_deals_with_them_while_nobody_is_named(asked: PrivacyRequest) -> None:
    sam = people.consultant("sam", people.default_team())

    assert "You called at night." in signed_in(sam).get(page_of(asked)).content.decode()


@pytest.mark.parametrize("group", ["Authors", "Editors"])
def test_others_see_none(asked: PrivacyRequest, group: str) -> None:
    user = User.objects.create_user("ed", is_staff=True)
    user.groups.add(Group.objects.get(name=group))

    codes = [signed_in(user).get(path).status_code for path in (LIST, page_of(asked), f"{LIST}register.csv")]
    assert codes == [403, 404, 403]


def test_ticking_another_team_moves_data_protection_there(client: Client) -> None:
    first = people.team("First", looks_after_data=True)
    second = people.team("Second")

    client.post(
        f"/admin/enquiries/team/{second.pk}/change/",
        {"name": "Second", "email": second.email, "looks_after_data": "on"},
    )

    assert list(Team.objects.filter(looks_after_data=True)) == [second]
    client.post(f"/admin/enquiries/team/{second.pk}/change/", {"name": "Second", "email": second.email})
    assert not Team.objects.filter(looks_after_data=True).exists()
    assert first.pk != second.pk


# Taking one down


def told(**changed: Any) -> dict[str, Any]:
    return {
        "kind": "access",
        "received": str(timezone.localdate()),
        "reference": "",
        "name": "",
        "email": "",
        "words": "All of it.",
    } | changed


def test_a_request_by_phone_is_taken_down_with_the_day_on_which_it_came(client: Client) -> None:
    enquiry = subject.enquiry()
    came = timezone.localdate() - 5 * A_DAY

    response = client.post(f"{LIST}add/", told(reference=f" {enquiry.reference.lower()} ", received=str(came)))

    assert response.status_code == 302
    request = PrivacyRequest.objects.get()
    assert (request.enquiry, timezone.localdate(request.received_at)) == (enquiry, came)
    assert enquiry.events.get(kind="requested").by.username == "max"


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"reference": "AAAAAAAA"}, "reference", "No enquiry has this reference."),
        ({}, None, "Enter the reference of the enquiry, or who asks: a name or an e-mail address."),
        ({"name": "Ada", "received": "2999-01-01"}, "received", "This day is still to come. Enter the day on which the request reached us."),
        ({"name": "Ada", "received": "yesterday"}, "received", "Enter a valid date."),
        ({"name": "Ada", "kind": "wish"}, "kind", "Select a valid choice. wish is not one of the available choices."),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_down_says_why(client: Client, changed: Any, field: Any, sentence: str) -> None:
    response = client.post(f"{LIST}add/", told(**changed))

    assert response.context["adminform"].form.errors[field or "__all__"] == [sentence]
    assert not PrivacyRequest.objects.exists()


@pytest.mark.parametrize("is_erased", [True, False])
def test_a_request_about_nothing_that_we_hold_is_taken_down(client: Client, is_erased: bool) -> None:
    enquiry = subject.closed()
    erasure.erase(enquiry)
    reference = enquiry.reference if is_erased else ""

    client.post(f"{LIST}add/", told(reference=reference, name="Ada Letter", email="ada@example.org"))

    request = PrivacyRequest.objects.get()
    assert (request.enquiry, request.person, request.address) == (
        enquiry if is_erased else None,
        "Ada Letter",
        "ada@example.org",
    )
    assert client.get(page_of(request)).status_code == 200


# The page of one


def act(client: Client, asked: PrivacyRequest, key: str, **words: Any) -> Any:
    return client.post(page_of(asked, f"do/{key}/"), words)


def test_a_request_is_answered_on_its_page(client: Client, asked: PrivacyRequest) -> None:
    assert "You called at night." in client.get(page_of(asked)).content.decode()

    assert act(client, asked, "answer", outcome="agreed", answer="").status_code == 422
    assert act(client, asked, "answer", outcome="", answer="We are sorry.").status_code == 422
    assert PrivacyRequest.objects.get().done_at is None

    assert act(client, asked, "answer", outcome="agreed", answer="We are sorry.").status_code == 302
    asked.refresh_from_db()
    assert (asked.answer, asked.outcome, asked.done_by.username) == ("We are sorry.", "agreed", "max")
    assert Notice.objects.filter(kind="request_answered").count() == 1


@pytest.mark.parametrize("blank", ["\u200b", "\r\n \u2800"])
def test_an_answer_in_which_nothing_can_be_seen_is_none(client: Client, asked: PrivacyRequest, blank: str) -> None:
    assert act(client, asked, "answer", outcome="agreed", answer=blank).status_code == 422


def test_a_line_break_of_an_answer_counts_as_one_sign(client: Client, asked: PrivacyRequest) -> None:
    answer = "We erase it.\r\n" * (MOST_WORDS // 13)

    assert act(client, asked, "answer", outcome="agreed", answer=answer).status_code == 302
    asked.refresh_from_db()
    assert asked.answer == answer.replace("\r\n", "\n").strip()


def press(client: Client, asked: PrivacyRequest, key: str, **words: Any) -> list[str]:
    """What the admin says to each of two presses."""
    pages = [client.post(page_of(asked, f"do/{key}/"), words, follow=True) for _ in range(2)]
    return [str(message) for page in pages for message in page.context["messages"]]


def test_an_answer_whose_button_is_pressed_twice_is_sent_once(client: Client, asked: PrivacyRequest) -> None:
    assert press(client, asked, "answer", outcome="agreed", answer="We are sorry. ") == ["Answered."] * 2

    assert Notice.objects.filter(kind="request_answered").count() == 1


def test_the_second_press_may_come_when_the_data_is_gone(client: Client) -> None:
    asked = rights.request(subject.enquiry(), Kind.ERASURE, "")
    rights.finish(asked, "We erase it.", by=User.objects.get(username="max"))
    Notice.objects.update(sent_at=timezone.now())
    assert erasure.erase_agreed() == 1

    assert press(client, asked, "answer", outcome="agreed", answer="We erase it.") == ["Answered."] * 2


@pytest.mark.parametrize(
    ("key", "words", "mails"),
    [
        ("acknowledge", {}, 0),
        ("day", {"on": str(timezone.localdate() - A_DAY)}, 1),
        ("identity", {"on": str(timezone.localdate())}, 0),
        ("more-time", {"months": "1", "reason": "There is a lot. "}, 1),
    ],
)
def test_what_moves_the_day_says_the_same_twice_and_writes_once(
    client: Client, key: str, words: dict[str, str], mails: int
) -> None:
    asked = rights.request(subject.enquiry(), Kind.ACCESS, "")
    if key == "acknowledge":
        PrivacyRequest.objects.update(acknowledged_at=None)
    before = Notice.objects.count()

    first, second = press(client, asked, key, **words)

    assert first == second == str(ACTIONS[key].done)
    assert Notice.objects.count() == before + mails


def test_a_restriction_is_lifted_once(client: Client) -> None:
    asked = rights.request(subject.enquiry(), Kind.RESTRICTION, "")
    rights.finish(asked, "It is on hold.", by=subject.colleague())

    first, second = press(client, asked, "lift", reason="You asked us.")

    assert first == second == str(ACTIONS["lift"].done)
    assert Notice.objects.filter(kind="restriction_lifted").count() == 1


def test_data_is_erased_whole_or_not_at_all(client: Client) -> None:
    erase = rights.request(subject.enquiry(), Kind.ERASURE, "")

    assert act(client, erase, "answer", outcome="partly", answer="Half.").status_code == 422
    assert 'value="partly"' not in client.get(page_of(erase)).content.decode()


def test_more_time_and_a_confirmed_identity_move_the_day(client: Client) -> None:
    request = rights.request(subject.enquiry(), Kind.ACCESS, "")

    act(client, request, "day", on=str(timezone.localdate() - A_DAY))
    request.refresh_from_db()
    assert request.due_on == deadlines.due_on(Kind.ACCESS, timezone.localdate() - A_DAY)
    assert act(client, request, "identity", on=str(timezone.localdate() + A_DAY)).status_code == 302
    assert act(client, request, "identity", on="").status_code == 422
    act(client, request, "identity", on=str(timezone.localdate()))
    act(client, request, "more-time", months="2", reason="There is much.")

    request.refresh_from_db()
    assert (request.identity_confirmed_on, bool(request.extended_at)) == (timezone.localdate(), True)
    assert request.due_on == deadlines.due_on(Kind.ACCESS, timezone.localdate(), 2)
    assert 'action="/admin/enquiries/privacyrequest/' in client.get(page_of(request)).content.decode()


def test_a_restriction_is_lifted_on_the_page_of_its_request(client: Client) -> None:
    request = rights.request(subject.enquiry(), Kind.RESTRICTION, "")
    act(client, request, "answer", outcome="agreed", answer="We keep it.")
    for path in (page_of(request), f"/admin/enquiries/enquiry/{request.enquiry_id}/change/"):
        page = client.get(path).content.decode()
        assert "The use of this data is restricted" in page
        assert "Write a reply" not in page

    assert act(client, request, "lift", reason="").status_code == 422
    act(client, request, "lift", reason="It is checked.")

    assert not Enquiry.objects.get().is_restricted


def test_what_is_restricted_takes_only_a_note_and_no_reply(client: Client) -> None:
    request = rights.request(subject.enquiry(), Kind.RESTRICTION, "")
    act(client, request, "answer", outcome="agreed", answer="We keep it.")
    page = f"/admin/enquiries/enquiry/{request.enquiry_id}/"

    assert list(client.get(f"{page}change/").context["actions"]) == ["note"]
    client.post(f"{page}reply/", {"subject": "Hello", "body": "Hello", "replies_seen": "0", "send": "1"})
    client.post(f"{page}close/", {"outcome": "answered"})
    assert not Notice.objects.filter(kind="reply").exists()
    assert Enquiry.objects.get().state == "new"


def test_somebody_without_an_address_is_marked_as_told(client: Client) -> None:
    request = rights.request(None, Kind.COMPLAINT, "By letter.", by=subject.colleague(), name="Ada Letter")
    assert "None: acknowledge and answer by letter or phone" in client.get(page_of(request)).content.decode()

    act(client, request, "acknowledge")

    request.refresh_from_db()
    assert request.acknowledged_at


@pytest.mark.parametrize(("kind", "has_history"), [(Kind.ACCESS, True), (Kind.PORTABILITY, False)])
def test_what_is_held_is_one_file_to_send_on(client: Client, kind: Any, has_history: bool) -> None:
    enquiry = subject.enquiry()
    verbs.note(enquiry, "Rang her.", by=subject.colleague())
    request = rights.request(enquiry, kind, "")

    response = client.get(page_of(request, "copy/"))

    assert response.headers["Content-Disposition"] == (
        f'attachment; filename="{enquiry.reference}-{timezone.localdate()}.zip"'
    )
    with zipfile.ZipFile(io.BytesIO(response.content)) as archive:
        cv = enquiry.cv.download_name
        held = json.loads(archive.read("enquiry.json"))
        assert (archive.namelist(), archive.read(cv)) == (["enquiry.json", cv], subject.CV.content)
    assert held["answers"]["name"] == "Siobhán O'Neil"
    assert ("Rang her." in str(held.get("history"))) is has_history
    assert enquiry.events.latest("id").kind == Event.Kind.COPIED


def test_of_what_is_erased_there_is_no_copy(client: Client, asked: PrivacyRequest) -> None:
    rights.finish(asked, "Sorry.", by=subject.colleague())
    rights.request(asked.enquiry, Kind.ERASURE, "")
    erasure.erase(asked.enquiry, by=subject.colleague())

    assert client.get(page_of(asked, "copy/")).status_code == 404
    page = client.get(page_of(asked)).content.decode()
    assert "copy/" not in page
    assert not any(words in page for words in (*subject.PERSONAL, "Sorry."))


@pytest.mark.parametrize("part", ["do/answer/", "do/nothing/", "copy/"])
def test_reading_and_writing_are_kept_apart(client: Client, asked: PrivacyRequest, part: str) -> None:
    wrong = client.post if part == "copy/" else client.get

    assert wrong(page_of(asked, part)).status_code == 405


def test_who_may_only_look_changes_nothing(asked: PrivacyRequest) -> None:
    dana = people.consultant("dana", people.default_team())
    dana.groups.get().permissions.remove(*dana.groups.get().permissions.filter(codename="change_privacyrequest"))
    client = signed_in(dana)

    assert client.get(page_of(asked)).status_code == 200
    assert list(client.get(page_of(asked)).context["actions"]) == []
    assert [act(client, asked, "answer").status_code, client.get(page_of(asked, "copy/")).status_code] == [403, 403]


def test_an_unknown_action_is_not_found(client: Client, asked: PrivacyRequest) -> None:
    assert act(client, asked, "nothing").status_code == 404


def test_a_consultant_may_not_take_one_down() -> None:
    sam = people.consultant("sam", people.default_team())

    assert signed_in(sam).get(f"{LIST}add/").status_code == 403
