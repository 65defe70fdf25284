"""The list of who agreed to hear from us, its CSV for the mailing tool, and the suppression list."""

import csv
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries, Settings

from articles.audit.models import Entry
from enquiries import wordings
from enquiries.consents import links, suppression, verbs
from enquiries.models import Enquiry, State, Suppression, Wording
from tests.enquiries import data_subject as subject
from tests.enquiries import people

pytestmark = pytest.mark.django_db
LIST, CSV = "/admin/enquiries/consent/", "/admin/enquiries/consent/mailing-list.csv"
SUPPRESSIONS = "/admin/enquiries/suppression/"
Reason = Suppression.Reason


@pytest.fixture
def manager(client: Client) -> Client:
    user = get_user_model().objects.create_user("mary", "mary@agency.example", is_staff=True)
    user.groups.add(Group.objects.get(name="Managers"))
    client.force_login(user)
    return client


def agreed(number: int, **changed: Any) -> Enquiry:
    return subject.enquiry(token=f"{number:032}", cv=None, email=f"pat{number}@example.org", **changed)


def table(answer: Any) -> list[list[str]]:
    return list(csv.reader(answer.content.decode("utf-8-sig").splitlines()))


def test_the_csv_has_a_line_for_each_address_that_may_be_written_to(manager: Client) -> None:
    agreed(1)
    newer = subject.enquiry(token="x" * 32, cv=None, email="PAT1@example.org", name="Pat")
    verbs.end(agreed(2), Reason.WITHDRAWN)
    Enquiry.objects.filter(pk=agreed(3).pk).update(state=State.SPAM)
    Enquiry.objects.filter(pk=agreed(4).pk).update(is_restricted=True)
    Enquiry.objects.filter(pk=agreed(5).pk).update(is_synthetic=True)
    agreed(6, marketing=False)

    header, *lines = table(manager.get(CSV))

    assert header == ["e-mail", "name", "role", "agreed to", "agreed on", "guide", "unsubscribe link"]
    assert [(line[0], line[1], line[2]) for line in lines] == [("PAT1@example.org", "Pat", "looking for work")]
    assert lines[0][6] == links.link(newer)
    assert Entry.objects.filter(action="exported").values_list("who", "about").get() == (
        "mary",
        "mailing list: 1 addresses",
    )


def test_list_and_csv_keep_to_the_same_filters(manager: Client) -> None:
    candidate, client = agreed(1), agreed(2, role="client", right_to_work="")

    page = manager.get(LIST, {"enquiry__role": "client"}).content.decode()
    lines = table(manager.get(CSV, {"enquiry__role": "client"}))
    second = wordings.change(Wording.Kind.MARKETING, "Other words.")
    assert table(manager.get(CSV, {"wording__id__exact": second.pk}))[1:] == []
    whole = manager.get(LIST).content.decode()
    assert ["By wording" in whole, "By role" in whole, "privacy notice" in whole] == [True, True, False]

    assert [client.email in page, candidate.email in page] == [True, False]
    assert [line[0] for line in lines[1:]] == [client.email]
    assert manager.get(CSV, {"given_at__gte": "never"}).status_code == 302


def test_the_list_says_who_withdrew_and_who_gets_nothing_all_the_same(manager: Client) -> None:
    verbs.end(agreed(1), Reason.WITHDRAWN)
    verbs.end(agreed(2), Reason.OBJECTED)
    agreed(3)
    subject.enquiry(token="x" * 32, cv=None, email="pat2@example.org")

    page = manager.get(LIST).content.decode()

    assert page.count("withdrawn on ") == 1
    assert page.count("ended by an objection on ") == 1
    assert page.count("given, but gets nothing: objected (UK GDPR, article 21) on ") == 1


def test_the_list_needs_as_many_queries_for_many_as_for_one(
    manager: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    agreed(1)
    manager.get(LIST)
    with CaptureQueriesContext(connection) as one:
        manager.get(LIST)
    for number in range(2, 6):
        agreed(number)

    with django_assert_num_queries(len(one)):
        manager.get(LIST)


def test_only_who_may_sees_the_list_and_takes_the_csv(client: Client) -> None:
    agreed(1)
    client.force_login(people.consultant("sam"))
    assert [client.get(path).status_code for path in (LIST, CSV, SUPPRESSIONS)] == [403, 403, 403]

    client.force_login(people.consultant("kim", people.default_team(), may=("view_consent",)))
    assert [client.get(path).status_code for path in (LIST, CSV)] == [200, 403]


def test_an_address_that_was_told_elsewhere_is_added_and_never_shown(manager: Client) -> None:
    agreed(1)

    for _ in range(2):
        answer = manager.post(
            f"{SUPPRESSIONS}add/", {"address": "Pat1@example.org", "reason": "withdrawn"}, follow=True
        )
        assert answer.status_code == 200

    page = manager.get(SUPPRESSIONS).content.decode()
    assert Suppression.objects.values_list("reason", "added_by__username").get() == ("withdrawn", "mary")
    assert "pat1@" not in page.lower()
    assert "consent withdrawn" in page
    assert table(manager.get(CSV))[1:] == []


def test_the_suppression_list_says_when_a_key_is_missing(manager: Client, settings: Settings) -> None:
    suppression.add("pat@example.org", Reason.OBJECTED)
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "n" * 60
    cache.clear()
    assert "no longer name" not in manager.get(SUPPRESSIONS).content.decode()

    settings.SECRET_KEY_FALLBACKS = []
    user = get_user_model().objects.get(username="mary")
    manager.force_login(user)

    assert "1 of these were made with a SECRET_KEY" in manager.get(SUPPRESSIONS).content.decode()


def test_the_page_of_an_enquiry_says_why_no_news_may_be_sent(manager: Client) -> None:
    enquiry = agreed(1)
    verbs.end(enquiry, Reason.OBJECTED)

    page = manager.get(f"/admin/enquiries/enquiry/{enquiry.pk}/change/").content.decode()

    assert "No: objected (UK GDPR, article 21) on " in page
