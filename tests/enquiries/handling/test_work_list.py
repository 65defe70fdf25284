"""The work list: what stands on which tab, in which order, how it is searched, and what it costs."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from enquiries import countdown
from enquiries.handling import verbs, work_list
from enquiries.models import Enquiry, ReplyPromise, State
from tests import cast
from tests.enquiries import people

pytestmark = pytest.mark.django_db
LIST = "/admin/enquiries/enquiry/"
PAST = timedelta(hours=-1)


@pytest.fixture
def sam(client: Client) -> Any:
    user = people.consultant("sam", people.default_team())
    client.force_login(user)
    return user


def shown(client: Client, query: str = "") -> list[str]:
    """The names on the list, from the top."""
    return [row.enquiry.name for row in client.get(LIST + query).context["rows"]]


def counts(client: Client) -> dict[str, int]:
    return {tab.key: number for tab, _, number, _ in client.get(LIST).context["tabs"]}


def one_of_each(sam: Any) -> None:
    late = timezone.now() + PAST
    people.enquiry(name="New")
    people.enquiry(name="New and mine", owner=sam)
    people.enquiry(name="Mine", owner=sam, state=State.OPEN)
    people.enquiry(name="Waiting", state=State.WAITING, first_replied_at=late)
    people.enquiry(name="Overdue", state=State.OPEN, reply_due_at=late)
    people.enquiry(name="Reopened", state=State.OPEN, reply_due_at=late, first_replied_at=late)
    people.enquiry(name="Closed", state=State.CLOSED, reply_due_at=late, owner=sam)
    people.enquiry(name="Spam", state=State.SPAM, reply_due_at=late, owner=sam)
    people.enquiry(name="Trial", is_synthetic=True, reply_due_at=late, owner=sam)
    people.enquiry(name="Trial spam", is_synthetic=True, state=State.SPAM)
    people.enquiry(name="Not mine to see", team=people.team("Elsewhere"), reply_due_at=late)


def test_each_enquiry_stands_where_it_belongs(client: Client, sam: Any) -> None:
    one_of_each(sam)

    assert {key: set(shown(client, f"?tab={key}")) for key in work_list.TABS} == {
        "new": {"New", "New and mine"},
        "mine": {"New and mine", "Mine"},
        "waiting": {"Waiting"},
        "overdue": {"Overdue"},
        "followup": set(),
        "spam": {"Spam"},
        "closed": {"Closed"},
        "all": {"New", "New and mine", "Mine", "Waiting", "Overdue", "Reopened", "Closed"},
    }


def test_each_tab_says_how_many_there_are(client: Client, sam: Any) -> None:
    one_of_each(sam)

    assert counts(client) == {
        "new": 2,
        "mine": 2,
        "waiting": 1,
        "overdue": 1,
        "followup": 0,
        "spam": 1,
        "closed": 1,
        "all": 7,
    }


def test_without_enquiries_every_tab_says_nought(client: Client, sam: Any) -> None:
    assert set(counts(client).values()) == {0}
    assert "Nothing here." in client.get(LIST).content.decode()


def test_counting_stops_somewhere(client: Client, sam: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work_list, "MOST_COUNTED", 2)
    for _ in range(3):
        people.enquiry()

    assert '<span class="count">2+</span>' in client.get(LIST).content.decode()


@pytest.mark.parametrize("query", ["", "?tab=nonsense", "?tab=", "?after=nonsense", "?after=2026-01-01,1"])
def test_whatever_is_asked_the_list_begins_with_the_new_ones(client: Client, sam: Any, query: str) -> None:
    people.enquiry(name="Later")
    people.enquiry(name="Sooner", reply_due_at=timezone.now())

    assert shown(client, query) == ["Sooner", "Later"]


@pytest.mark.parametrize("tab", ["new", "all"])
def test_pages_follow_each_other_without_gap_or_repetition(
    client: Client, sam: Any, tab: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work_list, "PAGE", 3)
    same_moment = timezone.now()
    for index in range(7):
        people.enquiry(name=f"{index}", reply_due_at=same_moment, received_at=same_moment)

    seen, after = [], ""
    for _ in range(3):
        response = client.get(LIST, {"tab": tab, "after": after} if after else {"tab": tab})
        seen.append([row.enquiry.name for row in response.context["rows"]])
        after = response.context["after"]

    in_order = [["0", "1", "2"], ["3", "4", "5"], ["6"]]
    assert seen == (in_order if tab == "new" else [["6", "5", "4"], ["3", "2", "1"], ["0"]])
    assert after == ""


@pytest.mark.parametrize("after", ["0001-01-01T00:00:00+14:00,1", f"2026-01-01T00:00:00+00:00,{'9' * 30}", ",", "\x00"])
def test_a_made_up_page_is_no_error(client: Client, sam: Any, after: str) -> None:
    assert client.get(LIST, {"after": after}).status_code == 200


@pytest.mark.parametrize(
    "text",
    ["siobh", "O'Neil", "SIOBHÁN example", "siobhan@example.org", "+44 161 496 0123", "0161 496 0123", "reference"],
)
def test_search_finds_by_the_beginnings_of_words_on_every_tab(client: Client, sam: Any, text: str) -> None:
    found = people.enquiry(
        name="Siobhán O'Neil",
        email="siobhan@example.org",
        phone="+441614960123",
        organisation="Example Ltd",
        state=State.CLOSED,
    )
    people.enquiry(name="Somebody")

    assert shown(client, f"?q={found.reference.lower() if text == 'reference' else text.replace('+', '%2B')}") == [
        "Siobhán O'Neil"
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Łukasz", "lukasz"),
        ("Łukasz", "ŁUKASZ"),
        ("Søren", "soren"),
        ("Đorđe", "dorde"),
        ("Ægir", "aegir"),
        ("Guðrún", "gudrun"),
        ("Strauß", "strauss"),
        ("Zoë", "\u200bzoe\u202c"),
        ("Lukasz", "łukasz"),
        ("Anne\u2011Marie", "anne-marie"),
        ("Anne-Marie", "anne\u2013marie"),
    ],
)
def test_a_name_is_found_with_and_without_the_marks_of_its_letters(
    client: Client, sam: Any, name: str, text: str
) -> None:
    people.enquiry(name=name)

    assert shown(client, f"?q={text}") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "0161 496 0000",
        "0161 496 0001",
        "01614960001",
        "+44 161 496 0001",
        "+44 (0)161 496 0001",
        "0044 161 496 0001",
        "0161\u2011496\u20110001",
    ],
)
def test_every_number_of_a_phone_field_as_typed_is_found(client: Client, sam: Any, text: str) -> None:
    people.enquiry(name="Pat", phone="0161 496 0000 / 0161 496 0001 ext 5")

    assert shown(client, f"?q={text.replace('+', '%2B')}") == ["Pat"]


def test_search_finds_nothing_that_the_user_may_not_see_or_that_we_sent_ourselves(client: Client, sam: Any) -> None:
    people.enquiry(name="Hidden", team=people.team("Elsewhere"))
    people.enquiry(name="Hidden", is_synthetic=True)

    response = client.get(LIST, {"q": "hidden"})

    assert response.context["rows"] == []
    assert "Nothing was found." in response.content.decode()


@pytest.mark.parametrize("text", ["%", "_", "\x00", "' OR 1=1 --", "\\", "a" * 5000, "<script>alert(1)</script>", "😀"])
def test_a_hostile_search_finds_nothing_and_is_escaped(client: Client, sam: Any, text: str) -> None:
    people.enquiry(name="Pat")

    response = client.get(LIST, {"q": text})

    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()


@pytest.mark.parametrize("number", [1, 20])
def test_the_list_costs_the_same_however_many_enquiries(
    client: Client, sam: Any, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for index in range(number):
        owner = people.consultant(f"c{index}")
        enquiry = people.enquiry(guide=cast.full_draft(f"guide-{index}", body=[]), owner=owner)
        people.cv(enquiry)
        verbs.note(enquiry, "Pat rang.", by=owner)

    client.get(LIST)  # what all pages share is remembered

    # Session, user, two for the permissions, teams, absences, rows, what happened last, the counts, kept filters, the
    # content version; the guides, teams and people to choose from.
    with django_assert_num_queries(14):
        response = client.get(LIST)

    assert len(response.context["rows"]) == number


def test_a_search_costs_two_queries(sam: Any, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for _ in range(20):
        people.enquiry(name="Pat Example")

    with django_assert_num_queries(2):
        page = work_list.page(work_list.Asked(sam, Enquiry.objects.all(), work_list.FOUND, "pat exam"))

    assert len(page.rows) == 20


def moment(text: str) -> datetime:
    return timezone.make_aware(datetime.fromisoformat(text))


@pytest.mark.parametrize(
    ("now", "due", "words"),
    [
        ("2026-11-23 09:00", "2026-11-23 17:00", "8 h left"),
        ("2026-11-23 16:45", "2026-11-23 17:30", "45 min left"),
        ("2026-11-20 16:30", "2026-11-23 10:15", "2 h 15 min left"),
        ("2026-11-21 12:00", "2026-11-23 10:00", "1 h left"),
        ("2026-12-24 17:00", "2026-12-29 09:30", "1 h left"),
        ("2026-11-23 17:00", "2026-11-23 17:00", "0 min left"),
        ("2026-11-23 12:00", "2026-11-23 10:00", "2\xa0hours overdue"),
        ("2026-11-23 12:00", "2026-11-20 10:00", "3\xa0days overdue"),
    ],
)
def test_what_is_left_is_told_in_working_hours_and_what_is_late_in_all_hours(now: str, due: str, words: str) -> None:
    enquiry = Enquiry(reply_due_at=moment(due))

    assert countdown.in_words(enquiry, ReplyPromise(), moment(now)) == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"first_replied_at": moment("2026-11-20 10:00"), "state": State.CLOSED}, "replied"),
        ({"state": State.CLOSED}, ""),
        ({"state": State.SPAM}, ""),
    ],
)
def test_no_time_is_left_for_what_was_answered_or_needs_no_answer(fields: dict[str, Any], words: str) -> None:
    enquiry = Enquiry(reply_due_at=moment("2026-11-20 10:00"), **fields)

    assert countdown.in_words(enquiry, ReplyPromise(), moment("2026-11-23 10:00")) == words


def test_an_owner_without_a_name_is_shown_by_their_login(client: Client, sam: Any) -> None:
    people.enquiry(owner=get_user_model().objects.create_user("nameless"))

    assert "nameless" in client.get(LIST).content.decode()
