"""Staff put any answer right; the history says what stood there, until the data is erased."""

from typing import Any

import pytest
from django.test import Client

from enquiries import search
from enquiries.models import Enquiry, Event, Notice, State
from enquiries.privacy import erasure
from tests.enquiries import people

pytestmark = pytest.mark.django_db
PAGE = "/admin/enquiries/enquiry/{}/answers/"


@pytest.fixture
def sam(client: Client) -> Any:
    user = people.consultant("sam", people.default_team())
    client.force_login(user)
    return user


@pytest.fixture
def candidate(sam: Any) -> Enquiry:
    return people.enquiry(location="Leeds", role_sought="Tester", right_to_work="unsure", message="One\nTwo")


def held(enquiry: Enquiry, client: Client) -> dict[str, Any]:
    """The form as it is opened."""
    form = client.get(PAGE.format(enquiry.pk)).context["form"]
    return {field.html_name: field.value() or "" for field in form}


def amended(enquiry: Enquiry) -> list[str]:
    return list(enquiry.events.filter(kind=Event.Kind.AMENDED).values_list("words", flat=True))


def test_every_answer_can_be_corrected_and_the_old_ones_are_in_the_history(client: Client, candidate: Enquiry) -> None:
    assert f'href="{PAGE.format(candidate.pk)}"' in client.get(f"/admin/enquiries/enquiry/{candidate.pk}/change/").text
    changed = {
        "location": "York",
        "right_to_work": "yes",
        "reply_by": "either",
        "reply_when": "after 5 pm",
        "message": "One\nTwo\nThree",
    }

    response = client.post(PAGE.format(candidate.pk), held(candidate, client) | changed, follow=True)

    candidate.refresh_from_db()
    assert {name: getattr(candidate, name) for name in changed} == changed
    assert amended(candidate) == [
        "Reply: By e-mail → Either is fine\n"
        "Best time: – → after 5 pm\n"
        "Location: Leeds → York\n"
        "Right to work in the UK: I am not sure → Yes\n"
        "Message, before:\nOne\nTwo"
    ]
    assert "Location: Leeds → York" in response.text
    assert not Notice.objects.exists()


def test_erasing_takes_the_old_answers_with_the_rest(client: Client, sam: Any, candidate: Enquiry) -> None:
    client.post(PAGE.format(candidate.pk), held(candidate, client) | {"location": "York"})
    Enquiry.objects.update(state=State.CLOSED)

    erasure.erase(candidate)

    assert amended(candidate) == [""]


def test_somebody_of_another_role_loses_the_answers_of_the_old_one(client: Client, candidate: Enquiry) -> None:
    changed = {"role": "client", "organisation": "Example Works"}

    client.post(PAGE.format(candidate.pk), held(candidate, client) | changed)

    candidate.refresh_from_db()
    assert (candidate.role, candidate.organisation) == ("client", "Example Works")
    assert (candidate.location, candidate.role_sought, candidate.right_to_work) == ("", "", "")
    assert "I am: looking for work → hiring" in amended(candidate)[0]
    assert "Location: Leeds → –" in amended(candidate)[0]
    assert list(search.find(Enquiry.objects.all(), "Example Works")) == [candidate]


def test_a_second_press_changes_nothing_more(client: Client, candidate: Enquiry) -> None:
    sent = held(candidate, client) | {"location": "York"}

    responses = [client.post(PAGE.format(candidate.pk), sent) for _press in range(2)]

    assert [response.status_code for response in responses] == [302, 302]
    assert amended(candidate) == ["Location: Leeds → York"]


def test_a_colleague_s_correction_is_not_undone_unseen(client: Client, candidate: Enquiry) -> None:
    opened = held(candidate, client)
    client.post(PAGE.format(candidate.pk), opened | {"location": "York"})

    late = client.post(PAGE.format(candidate.pk), opened | {"role_sought": "Lead tester"})
    assert late.status_code == 422
    assert "Somebody else has corrected this meanwhile" in late.text
    assert 'value="Lead tester"' in late.text

    again = {field.html_name: field.value() or "" for field in late.context["form"]}
    client.post(PAGE.format(candidate.pk), again | {"location": "York"})
    candidate.refresh_from_db()
    assert (candidate.location, candidate.role_sought) == ("York", "Lead tester")


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"message": " "}, "Write in a few words what they want."),
        ({"role": ""}, "Choose"),
        ({"right_to_work": "maybe"}, "Choose one of the answers."),
        ({"location": "x" * 201}, "Use up to 200 characters."),
        ({"reply_by": "phone"}, "Enter their phone number, or choose another way to reply."),
    ],
)
def test_answers_that_cannot_be_right_change_nothing(
    client: Client, candidate: Enquiry, changed: dict[str, str], sentence: str
) -> None:
    response = client.post(PAGE.format(candidate.pk), held(candidate, client) | changed)

    assert response.status_code == 422
    assert sentence in response.text
    assert amended(candidate) == []


def test_what_is_erased_has_no_answers_to_correct(client: Client, sam: Any) -> None:
    enquiry = people.enquiry(state=State.ERASED, name="", email="", message="")

    response = client.post(PAGE.format(enquiry.pk), {"message": "Words"}, follow=True)

    assert [str(message) for message in response.context["messages"]] == ["This enquiry has been erased."]


def test_only_those_who_answer_enquiries_may(client: Client) -> None:
    reader = people.consultant("reader", people.default_team(), may=("view_enquiry",))
    reader.groups.clear()
    client.force_login(reader)
    enquiry = people.enquiry()

    assert client.get(PAGE.format(enquiry.pk)).status_code == 403
