"""The filters of the work list: each, together, with tabs and words, whatever the address says, and kept under a name."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from enquiries import history, wordings
from enquiries.handling import verbs
from enquiries.models import Enquiry, Event, SavedFilter, State, Wording
from tests import cast
from tests.enquiries import people

pytestmark = pytest.mark.django_db
LIST = "/admin/enquiries/enquiry/"


@pytest.fixture
def sam(client: Client) -> Any:
    user = people.consultant("sam", people.default_team(), may=("view_every_enquiry",))
    client.force_login(user)
    return user


def shown(client: Client, **asked: Any) -> list[str]:
    return sorted(row.enquiry.name for row in client.get(LIST, asked).context["rows"])


@pytest.fixture
def others(sam: Any) -> dict[str, Any]:
    """Two enquiries that have nothing in common, and the values of the first."""
    guide, team, ada = cast.full_draft("guide", body=[]), people.team("Elsewhere"), people.consultant("ada")
    now = timezone.now()
    people.enquiry(
        name="Ann",
        role="client",
        source="phone",
        guide=guide,
        team=team,
        owner=ada,
        state=State.CLOSED,
        outcome="placed",
        marketing_wording=wordings.current(Wording.Kind.MARKETING),
        received_at=now,
        message="Platform engineers",
    )
    people.enquiry(name="Bob", owner=sam, state=State.CLOSED, received_at=now - timedelta(days=400), message="Platform")
    return {"guide": guide.pk, "team": team.pk, "owner": ada.pk, "today": timezone.localdate(now).isoformat()}


@pytest.mark.parametrize(
    "name", ["role=client", "source=phone", "guide", "team", "owner", "outcome=placed", "period=today", "period=year",
             "since", "consent=yes"],
)  # fmt: skip
def test_each_filter_lets_through_what_fits_under_a_tab_and_in_a_search(
    client: Client, others: dict[str, Any], name: str
) -> None:
    field, _, value = name.partition("=")
    asked = {field: value or others["today" if field == "since" else field]}

    assert shown(client, tab="closed", **asked) == ["Ann"]
    assert shown(client, q="platform", **asked) == ["Ann"]
    assert shown(client, tab="new", **asked) == []
    assert shown(client, q="platform", tab="new", **asked) == []


@pytest.mark.parametrize("asked", [{"owner": "me"}, {"consent": "no"}, {"role": "candidate"}, {"until": "2026-01-01"}])
def test_the_other_is_let_through_by_the_opposite(
    client: Client, others: dict[str, Any], asked: dict[str, str]
) -> None:
    Enquiry.objects.filter(name="Bob").update(received_at="2025-12-31T23:59:00Z")

    assert shown(client, tab="closed", **asked) == ["Bob"]


def test_nobody_is_an_owner_too(client: Client, sam: Any) -> None:
    people.enquiry(name="Free")
    people.enquiry(name="Taken", owner=sam)

    assert shown(client, owner="nobody") == ["Free"]


def test_filters_go_together_and_the_tabs_count_what_they_let_through(client: Client, others: dict[str, Any]) -> None:
    asked = {"tab": "all", "role": "client", "owner": others["owner"], "period": "week"}

    context = client.get(LIST, asked).context

    assert [row.enquiry.name for row in context["rows"]] == ["Ann"]
    assert {tab.key: number for tab, _, number, _ in context["tabs"] if number} == {"closed": 1, "all": 1}
    assert all("role=client" in address for _, address, _, _ in context["tabs"])
    assert shown(client, **asked | {"role": "candidate"}) == []


@pytest.mark.parametrize(
    "asked",
    [
        {"role": "king"}, {"source": "\x00"}, {"guide": "x"}, {"guide": "9" * 40}, {"team": "-1"}, {"owner": "' OR 1=1"},
        {"period": "aeon"}, {"since": "yesterday"}, {"until": "2026-02-31"}, {"consent": "maybe"}, {"outcome": "٣"},
    ],
)  # fmt: skip
def test_what_is_no_filter_is_left_out_and_said(client: Client, sam: Any, asked: dict[str, str]) -> None:
    people.enquiry(name="Pat")

    response = client.get(LIST, asked)

    assert [row.enquiry.name for row in response.context["rows"]] == ["Pat"]
    assert "was left out" in response.content.decode()


@pytest.mark.parametrize("asked", [{"guide": "999999"}, {"owner": "0"}, {"team": "9" * 18}])
def test_nothing_comes_of_what_is_not_there(client: Client, sam: Any, asked: dict[str, str]) -> None:
    people.enquiry(name="Pat")

    assert shown(client, **asked) == []


def test_a_row_says_what_they_want_how_to_reach_them_and_what_happened_last(client: Client, sam: Any) -> None:
    enquiry = people.enquiry(
        name="Ann",
        organisation="Crème & Sons",
        phone="+441614960123",
        reply_by="phone",
        reply_when="after 6",
        message="\nTwo testers, please.\nMore below.",
        owner=sam,
        state=State.OPEN,
    )
    people.cv(enquiry)
    verbs.reply(enquiry, "Hello", "Dear Ann", sam)
    history.record(enquiry, Event.Kind.NOTIFIED)

    [row] = client.get(LIST, {"tab": "mine"}).context["rows"]
    page = client.get(LIST, {"tab": "mine"}).content.decode()

    assert (row.first_line, row.enquiry.has_cv, row.enquiry.happened.kind) == ("Two testers, please.", True, "replied")
    assert (row.has_written, "They wrote" in page) == (False, False)
    assert 'href="tel:+441614960123"' in page
    assert "Crème &amp; Sons" in page
    assert "By phone: after 6" in page

    history.record(enquiry, Event.Kind.WROTE, words="Tuesday suits me.")
    verbs.note(enquiry, "She wrote.", sam)

    [row] = client.get(LIST, {"tab": "mine"}).context["rows"]
    assert (row.has_written, row.enquiry.happened.kind) == (True, "noted")
    assert '<span class="badge news">They wrote</span>' in client.get(LIST, {"tab": "mine"}).content.decode()


def kept(user: Any) -> dict[str, str]:
    return dict(SavedFilter.objects.filter(user=user).values_list("name", "query"))


def test_a_filter_is_kept_under_a_name_shown_renamed_and_deleted(client: Client, sam: Any) -> None:
    SavedFilter.objects.create(user=people.consultant("ada"), name="Hers", query="tab=all")
    people.enquiry(name="Ann", role="client")
    people.enquiry(name="Bob")
    query = {"list": "role=client&nonsense=1&after=x&owner=me'", "name": " Clients "}

    response = client.post(f"{LIST}filters/keep/", query)

    assert response.headers["Location"] == f"{LIST}?tab=new&role=client"
    assert kept(sam) == {"Clients": "tab=new&role=client"}
    page = client.get(f"{LIST}?tab=new&role=client").content.decode()
    assert '<a href="?tab=new&amp;role=client" aria-current="page">Clients</a>' in page
    assert "Hers" not in page

    one = SavedFilter.objects.get(user=sam)
    client.post(f"{LIST}filters/", {"rename": one.pk, "name": "Hiring"})
    assert kept(sam) == {"Hiring": "tab=new&role=client"}
    assert "Hiring" in client.get(f"{LIST}filters/").content.decode()
    client.post(f"{LIST}filters/", {"delete": one.pk})
    assert kept(sam) == {}


def test_kept_again_it_is_what_the_list_shows_now(client: Client, sam: Any) -> None:
    for query in ("tab=all", "tab=closed"):
        client.post(f"{LIST}filters/keep/", {"list": query, "name": "One"})

    assert kept(sam) == {"One": "tab=closed"}


def test_what_cannot_be_kept_or_renamed_is_refused_with_the_reason(client: Client, sam: Any) -> None:
    for number in range(20):
        SavedFilter.objects.create(user=sam, name=f"{number}", query="tab=all")
    hers = SavedFilter.objects.create(user=people.consultant("ada"), name="Hers", query="tab=all")
    mine = SavedFilter.objects.get(user=sam, name="0")

    def said(address: str, **fields: Any) -> str:
        return str(*client.post(f"{LIST}{address}", fields, follow=True).context["messages"])

    assert said("filters/keep/", list="tab=all", name="More") == "You keep 20 filters already. Delete one first."
    assert said("filters/keep/", list="tab=all", name=" ") == "Give it a name."
    assert said("filters/", rename=mine.pk, name="1") == "You keep another filter under this name."
    assert said("filters/", rename=mine.pk, name="") == "Give it a name."
    assert said("filters/", rename=hers.pk, name="Mine") == "This filter has been deleted."
    assert said("filters/", rename="x", name="Mine") == "This filter has been deleted."
    client.post(f"{LIST}filters/", {"delete": hers.pk})
    assert (len(kept(sam)), SavedFilter.objects.get(pk=hers.pk).name) == (20, "Hers")


def test_an_enquiry_leads_to_the_next_of_the_list_after_each_action(client: Client, sam: Any) -> None:
    soon = timezone.now() + timedelta(hours=1)
    first = people.enquiry(name="First", role="client", reply_due_at=soon)
    people.enquiry(name="Not asked for", reply_due_at=soon)
    second = people.enquiry(name="Second", role="client")
    carried = "?list=tab%3Dnew%26role%3Dclient"
    page = client.get(LIST, {"role": "client"}).content.decode()
    assert f'href="{LIST}{first.pk}/change/?list=tab%3Dnew%26role%3Dclient"' in page

    for key, words in (("take", {}), ("follow_up", {"on": "2999-01-01"}), ("close", {"outcome": "answered"})):
        response = client.post(f"{LIST}{first.pk}/{key}/{carried}", words, follow=True)

        assert response.redirect_chain[0][0] == f"{LIST}{first.pk}/change/{carried}"
        assert response.context["next"] == second
        assert f'<a rel="next" href="{LIST}{second.pk}/change/{carried}">' in response.content.decode()

    assert client.get(f"{LIST}{second.pk}/change/{carried}").context["next"] is None
    assert "next" not in client.get(f"{LIST}{second.pk}/change/").context
