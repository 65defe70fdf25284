"""What is done to several enquiries at once: what the page says, what happens, and what is refused and why."""

from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from enquiries.handling import verbs
from enquiries.models import Enquiry, State
from tests.enquiries import people

pytestmark = pytest.mark.django_db
LIST = "/admin/enquiries/enquiry/"


@pytest.fixture
def sam(client: Client) -> Any:
    user = people.consultant("sam", people.default_team())
    client.force_login(user)
    return user


def address(do: str, *enquiries: Enquiry, **more: str) -> str:
    query = [("do", do), *(("enquiry", one.pk) for one in enquiries), *more.items()]
    return f"{LIST}together/?{urlencode(query)}"


def states() -> list[tuple[str, str, str]]:
    rows = Enquiry.objects.order_by("pk").select_related("owner")
    return [(row.name, row.state, row.owner.username if row.owner else "") for row in rows]


def several(sam: Any) -> list[Enquiry]:
    ada = people.consultant("ada", people.default_team())
    return [
        people.enquiry(name="Ann"),
        people.enquiry(name="Bob"),
        people.enquiry(name="Hers", state=State.OPEN, owner=ada),
        people.enquiry(name="Closed", state=State.CLOSED),
        people.enquiry(name="Restricted", is_restricted=True),
        people.enquiry(name="Hidden", team=people.team("Elsewhere")),
    ]


def test_the_page_says_what_will_happen_to_which_and_does_nothing_yet(client: Client, sam: Any) -> None:
    chosen = several(sam)
    before = states()

    context = client.get(address("take", *chosen)).context

    assert [choice.enquiry.name for choice in context["ready"]] == ["Ann", "Bob"]
    assert [(choice.enquiry.name, choice.why_not) for choice in context["left_out"]] == [
        ("Hers", "Ada Example has already taken this enquiry."),
        ("Closed", verbs.NOT_IN_HAND[State.CLOSED]),
        ("Restricted", verbs.RESTRICTED),
    ]
    assert states() == before


def test_what_can_be_taken_is_and_the_rest_is_told_with_the_reason(client: Client, sam: Any) -> None:
    chosen = several(sam)

    response = client.post(address("take", *chosen, list="tab=all&role=candidate"))

    assert response.headers["Location"] == f"{LIST}?tab=all&role=candidate"
    done, left = (str(message) for message in client.get(LIST).context["messages"])
    assert done == f"Yours now: Ann ({chosen[0].reference}), Bob ({chosen[1].reference})."
    assert left.startswith("3 were left as they were:")
    assert f"Hers ({chosen[2].reference})</a>: Ada Example has already taken this enquiry.</li>" in left
    assert states() == [
        ("Ann", "open", "sam"),
        ("Bob", "open", "sam"),
        ("Hers", "open", "ada"),
        ("Closed", "closed", ""),
        ("Restricted", "new", ""),
        ("Hidden", "new", ""),
    ]


def test_several_are_passed_on_put_aside_closed_or_marked_as_spam(client: Client, sam: Any) -> None:
    ann, bob = people.enquiry(name="Ann"), people.enquiry(name="Bob")
    ada = people.consultant("ada", people.default_team())

    assert client.post(address("assign", ann, bob), {"to": ""}).status_code == 422
    client.post(address("assign", ann, bob), {"to": f"person-{ada.pk}", "reason": "You know them."})
    assert states() == [("Ann", "new", "ada"), ("Bob", "new", "ada")]
    client.post(address("follow_up", ann), {"on": "2999-12-31"})
    ann.refresh_from_db()
    assert str(ann.follow_up_on) == "2999-12-31"
    assert client.post(address("close", ann, bob), {"outcome": "nonsense"}).status_code == 422
    client.post(address("close", ann), {"outcome": "answered", "words": "Done."})
    client.post(address("spam", bob))
    assert states() == [("Ann", "closed", "ada"), ("Bob", "spam", "ada")]
    assert list(bob.events.values_list("kind", flat=True)) == ["assigned", "marked_spam"]


def test_a_second_press_says_why_nothing_more_happens(client: Client, sam: Any) -> None:
    ann = people.enquiry(name="Ann")

    for _ in range(2):
        client.post(address("close", ann), {"outcome": "answered"})

    assert ann.events.filter(kind="closed").count() == 1


def test_one_that_breaks_is_no_loss_to_the_others(client: Client, sam: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    ann, bob = people.enquiry(name="Ann"), people.enquiry(name="Bob")
    close = verbs.close

    def closing(enquiry: Enquiry, *args: Any) -> None:
        if enquiry.name == "Ann":
            raise OSError("the disk of Ann")
        close(enquiry, *args)

    monkeypatch.setattr(verbs, "close", closing)
    client.post(address("close", ann, bob), {"outcome": "answered"})

    assert [state for _, state, _ in states()] == ["new", "closed"]
    assert "Try this one by itself." in client.get(LIST).content.decode()


@pytest.mark.parametrize("chosen", ["", "enquiry=", "enquiry=x", f"enquiry={'9' * 30}", "enquiry=0"])
def test_without_a_choice_it_leads_back(client: Client, sam: Any, chosen: str) -> None:
    response = client.get(f"{LIST}together/?do=take&{chosen}", follow=True)

    assert "Choose some enquiries first." in response.content.decode()


def test_there_are_no_other_actions_and_none_without_the_permission(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()
    assert client.get(address("erase", enquiry)).status_code == 404
    sam.groups.clear()
    sam.user_permissions.set(people.Permission.objects.filter(codename="view_enquiry"))

    assert client.post(address("take", enquiry)).status_code == 403
    assert b'id="together"' not in client.get(LIST).content


@pytest.mark.parametrize("number", [1, 20])
def test_the_page_costs_the_same_for_one_and_for_many(
    client: Client, sam: Any, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    chosen = [people.enquiry(owner=people.consultant(f"c{index}")) for index in range(number)]
    client.get(LIST)

    # Session, user, two for the permissions, teams, the enquiries, the content version.
    with django_assert_num_queries(8):
        client.get(address("take", *chosen))
