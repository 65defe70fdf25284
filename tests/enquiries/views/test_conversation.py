"""The page of one enquiry as a conversation: who says what, what is folded, and where each action stands."""

from typing import Any

import pytest
from django.test import Client

from enquiries import history
from enquiries.admin import conversation, grouping
from enquiries.admin.actions import ACTIONS
from enquiries.models import Enquiry, Event, State
from tests.enquiries import people

pytestmark = pytest.mark.django_db
Kind = Event.Kind


@pytest.fixture
def sam(client: Client) -> Any:
    user = people.consultant("sam", people.default_team())
    client.force_login(user)
    return user


def happened(*kinds: Kind) -> Enquiry:
    enquiry = people.enquiry(phone="+441614960123")
    for kind in kinds:
        history.record(enquiry, kind, words=f"Words of {kind.value}")
    return enquiry


def shown(client: Client, enquiry: Enquiry) -> Any:
    return client.get(f"/admin/enquiries/enquiry/{enquiry.pk}/change/")


def test_each_line_says_who_speaks(client: Client, sam: Any) -> None:
    enquiry = happened(Kind.RECEIVED, Kind.WROTE, Kind.REPLIED, Kind.NOTED, Kind.BOUNCED, Kind.CLOSED)

    lines = [line for stretch in shown(client, enquiry).context["history"] for line in stretch.lines]

    assert [line.voice for line in lines] == ["step", "theirs", "ours", "noted", "trouble", "step"]


def test_what_is_routine_is_folded_where_there_is_much_of_it(client: Client, sam: Any) -> None:
    enquiry = happened(Kind.RECEIVED, *[Kind.NOTIFIED] * 3, Kind.WROTE, *[Kind.NOTIFIED] * 3, Kind.CLOSED)

    stretches = shown(client, enquiry).context["history"]

    assert [(len(stretch.lines), stretch.is_folded) for stretch in stretches] == [
        (4, True),
        (1, False),
        (3, False),
        (1, False),
    ]


def test_what_goes_wrong_or_was_said_is_never_folded() -> None:
    assert {kind for kind, voice in conversation.VOICES.items() if voice != "step"} & conversation.ROUTINE == set()


def test_what_was_said_last_is_one_link_away_in_a_long_history(client: Client, sam: Any) -> None:
    short, long = happened(Kind.WROTE), happened(*[Kind.CORRECTED] * 8, Kind.WROTE, Kind.NOTIFIED)
    last = long.events.get(kind=Kind.WROTE)

    assert "Go to what was said last" not in shown(client, short).content.decode()
    page = shown(client, long).content.decode()
    assert f'<a href="#event-{last.pk}">Go to what was said last</a>' in page
    assert f'<li id="event-{last.pk}" class="theirs">' in page


def test_each_action_has_one_place() -> None:
    places = [*grouping.FIRST, *(key for keys in grouping.GROUPS.values() for key in keys)]

    assert sorted(places) == sorted(ACTIONS)


@pytest.mark.parametrize(
    ("fields", "buttons"),
    [
        ({}, ["Write a reply", "Call", "Take it"]),
        ({"phone": "after six"}, ["Write a reply", "Take it"]),
        ({"is_restricted": True}, []),
        ({"state": State.CLOSED}, ["Reopen it"]),
        ({"state": State.SPAM}, ["Release: it is not spam"]),
    ],
)
def test_the_answer_is_at_hand(client: Client, sam: Any, fields: dict[str, Any], buttons: list[str]) -> None:
    enquiry = people.enquiry(**{"phone": "+441614960123"} | fields)

    page = shown(client, enquiry).content.decode()

    bar = page[page.index('class="answer-bar"') : page.index('href="#actions"')]
    named = ["Write a reply", "Call", "Take it", "Reopen it", "Release: it is not spam"]
    assert [name for name in named if f">{name}<" in bar] == buttons


def test_only_the_note_and_what_must_be_corrected_are_unfolded(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()

    before = shown(client, enquiry).context["action_groups"]
    after = client.post(f"/admin/enquiries/enquiry/{enquiry.pk}/close/").context["action_groups"]

    assert [group.title for group in before if group.is_open] == ["Write a note"]
    assert [group.title for group in after if group.is_open] == ["Write a note", "Close the enquiry"]
