"""Who looked at what: kept once an hour, shown to managers, forgotten in time."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from enquiries.handling import viewings
from enquiries.models import Enquiry, Viewing, ViewingPeriod
from enquiries.privacy import disclosure, erasure
from tests.enquiries import data_subject as subject
from tests.enquiries import people

pytestmark = pytest.mark.django_db
LIST = "/admin/enquiries/viewing/"


def this_hour() -> datetime:
    return timezone.now().replace(minute=0, second=0, microsecond=0)


def page_of(enquiry: Enquiry) -> str:
    return f"/admin/enquiries/enquiry/{enquiry.pk}/change/"


def records() -> list[tuple[str, str]]:
    return list(Viewing.objects.order_by("pk").values_list("user__username", "what"))


@pytest.fixture
def mary(client: Client) -> Any:
    """A manager, signed in."""
    user = get_user_model().objects.create_user("mary", "mary@agency.example", is_staff=True, first_name="Mary")
    user.groups.add(Group.objects.get(name="Managers"))
    client.force_login(user)
    return user


def test_opening_an_enquiry_and_taking_its_cv_is_kept_once_an_hour(client: Client) -> None:
    enquiry = people.enquiry()
    people.cv(enquiry)
    client.force_login(people.consultant("sam", people.default_team()))

    for _ in range(2):
        client.get(page_of(enquiry))
        client.get(f"/admin/enquiries/enquiry/{enquiry.pk}/cv/")

    assert records() == [("sam", "page"), ("sam", "cv")]
    Viewing.objects.update(at=this_hour() - timedelta(hours=1))
    client.get(page_of(enquiry))
    assert records() == [("sam", "page"), ("sam", "cv"), ("sam", "page")]


def test_looking_at_a_cv_or_a_file_in_the_browser_is_kept_too(client: Client) -> None:
    enquiry = people.enquiry()
    people.cv(enquiry)
    letter = people.attachment(enquiry)
    client.force_login(people.consultant("sam", people.default_team()))

    client.get(reverse("admin:enquiries_enquiry_cv_preview", args=[enquiry.pk]))
    client.get(reverse("admin:enquiries_enquiry_file_preview", args=[enquiry.pk, letter.pk]))

    assert records() == [("sam", "cv"), ("sam", "file")]


def test_what_was_refused_was_not_looked_at(client: Client) -> None:
    enquiry = people.enquiry(team=people.team("Another"))
    client.force_login(people.consultant("sam", people.default_team()))

    assert client.get(page_of(enquiry)).status_code == 404
    assert records() == []


def test_managers_see_it_on_the_page_and_consultants_do_not(client: Client, mary: Any) -> None:
    enquiry, sam = people.enquiry(), people.consultant("sam", people.default_team())
    viewings.note(enquiry, sam, Viewing.What.CV)

    page = client.get(page_of(enquiry)).content.decode()
    assert "Who looked at this" in page
    assert "Sam Example: CV, " in page

    client.force_login(sam)
    assert "Who looked at this" not in client.get(page_of(enquiry)).content.decode()
    assert client.get(LIST).status_code == 403


def test_the_record_costs_one_query_and_the_same_hour_costs_a_manager_no_more(client: Client, mary: Any) -> None:
    enquiry = people.enquiry()
    client.get(page_of(enquiry))

    with CaptureQueriesContext(connection) as queries:
        client.get(page_of(enquiry))

    assert len([query for query in queries if "enquiries_viewing" in query["sql"]]) == 1


def test_the_list_is_searched_by_reference_and_costs_the_same_for_many(
    client: Client, mary: Any, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    enquiry, other = people.enquiry(), people.enquiry()
    viewings.note(enquiry, mary, Viewing.What.PAGE)
    client.get(LIST)
    with CaptureQueriesContext(connection) as one:
        client.get(LIST)
    for number in range(3):
        viewings.note(other, people.consultant(f"sam{number}"), Viewing.What.PAGE)

    with django_assert_num_queries(len(one)):
        whole = client.get(LIST).content.decode()
    found = client.get(LIST, {"q": enquiry.reference}).content.decode()

    assert (enquiry.reference in whole, other.reference in whole) == (True, True)
    assert (enquiry.reference in found, f"/enquiry/{other.pk}/change/" in found) == (True, False)


def test_the_period_is_set_in_the_admin_and_what_is_older_is_deleted(client: Client, mary: Any) -> None:
    enquiry = people.enquiry()
    for days in (10, 40, 400):
        Viewing.objects.create(enquiry=enquiry, user=mary, what="page", at=this_hour() - timedelta(days=days))

    assert viewings.forget_old() == 1
    row = ViewingPeriod.objects.get()
    path = f"/admin/enquiries/viewingperiod/{row.pk}/change/"
    assert client.post(path, {"months": "0"}).status_code == 200
    assert client.post(path, {"months": "1"}).status_code == 302

    assert viewings.forget_old() == 1
    assert Viewing.objects.count() == 1


def test_it_goes_with_the_enquiry_and_the_copy_names_nobody() -> None:
    enquiry, sam = subject.closed(), people.consultant("sam")
    viewings.note(enquiry, sam, Viewing.What.CV)

    assert disclosure.everything(enquiry)["looked_at_by_us"] == [{"what": "cv", "at": this_hour()}]
    erasure.erase(enquiry)
    assert records() == []


def test_an_account_that_is_deleted_leaves_the_record(client: Client, mary: Any) -> None:
    enquiry, sam = people.enquiry(), people.consultant("sam")
    viewings.note(enquiry, sam, Viewing.What.PAGE)
    sam.delete()

    assert "A deleted account: enquiry, " in client.get(page_of(enquiry)).content.decode()
    assert "a deleted account" in client.get(LIST).content.decode()
