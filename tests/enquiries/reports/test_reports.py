"""What the reports count, what they leave out, and who may read them."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db.models.functions import Now
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string
from pytest_django import DjangoAssertNumQueries

from articles.lib.reports import charts
from enquiries import history, wordings
from enquiries.models import Enquiry, Event, PrivacyRequest, Wording
from enquiries.reports import statistics, tables
from enquiries.reports.statistics import Statistics
from tests import cast
from tests.enquiries import people

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def enquiry(role: str = "client", *, replied: float | None = None, **fields: Any) -> Enquiry:
    """One that came ten days ago and was promised a reply within ten hours; `replied` is after how many there was one."""
    received_at = fields.pop("received_at", timezone.now() - timedelta(days=10))
    defaults = {
        "token": get_random_string(32),
        "name": "Siobhán Secret",
        "email": "secret@example.org",
        "message": "A secret message.",
        "privacy_wording": wordings.current(Wording.Kind.PRIVACY),
        "reply_due_at": received_at + 10 * HOUR,
        "first_replied_at": None if replied is None else received_at + replied * HOUR,
    }
    return Enquiry.objects.create(role=role, received_at=received_at, **(defaults | fields))


def erased_spam(*verdicts: Event.Kind) -> None:
    made = enquiry(state="erased", spam_reasons=["erased"])
    for verdict in verdicts:
        history.record(made, verdict)


def rows(make: Any, weeks: int = 26) -> list[tuple[Any, ...]]:
    return make(Statistics(weeks)).rows


def test_each_week_is_counted_the_quiet_ones_too(monkeypatch: Any) -> None:
    monkeypatch.setattr(statistics.timezone, "localdate", lambda: date(2026, 7, 15))
    for day in (6, 6, 13, 15):
        enquiry(received_at=datetime(2026, 7, day, 12, tzinfo=UTC))

    assert rows(tables.by_week, 4) == [
        (date(2026, 6, 22), 0),
        (date(2026, 6, 29), 0),
        (date(2026, 7, 6), 2),
        (date(2026, 7, 13), 2),
    ]


def test_a_week_begins_at_midnight_in_london(monkeypatch: Any) -> None:
    monkeypatch.setattr(statistics.timezone, "localdate", lambda: date(2026, 7, 15))
    enquiry(received_at=datetime(2026, 7, 12, 22, 59, tzinfo=UTC))
    enquiry(received_at=datetime(2026, 7, 12, 23, 1, tzinfo=UTC))
    enquiry(received_at=datetime(2026, 6, 21, 22, 59, tzinfo=UTC))

    assert [count for _, count in rows(tables.by_week, 4)] == [0, 0, 1, 1]


def test_only_the_chosen_weeks_are_counted() -> None:
    enquiry()
    enquiry(received_at=timezone.now() - timedelta(weeks=20))

    counts = {weeks: sum(count for _, count in rows(tables.by_week, weeks)) for weeks in (4, 13, 26, 52)}
    assert counts == {4: 1, 13: 1, 26: 2, 52: 2}


def test_roles_are_counted_with_their_share() -> None:
    for role in ("candidate", "candidate", "client"):
        enquiry(role)

    assert rows(tables.by_role) == [("Looking for work", 2, 67), ("Hiring", 1, 33), ("Something else", 0, 0)]


def test_guides_are_counted_by_their_titles_and_a_deleted_one_as_none() -> None:
    few, many, deleted = (cast.full_draft(slug) for slug in ("few", "many", "deleted"))
    for guide in (few, many, many, many, deleted, None):
        enquiry(guide=guide)
    deleted.delete()

    assert rows(tables.by_guide) == [("Title of many", 3), ("No guide", 2), ("Title of few", 1)]


def test_guides_with_one_title_are_two_and_twenty_are_shown() -> None:
    for number in range(21):
        enquiry(guide=cast.full_draft(f"guide-{number}", title="Same title"))

    assert rows(tables.by_guide) == [("Same title", 1)] * 20
    assert [row[:2] for row in rows(tables.by_guide_and_outcome)] == [("Same title", 1)] * 20


def test_what_became_of_each_guides_enquiries() -> None:
    busy, other = cast.full_draft("busy"), cast.full_draft("other")
    for outcome in ("placed", "placed", "unsuitable"):
        enquiry(guide=busy, state="closed", outcome=outcome, closed_at=Now())
    enquiry(guide=busy)
    enquiry(guide=other, state="erased", outcome="placed", closed_at=Now())
    enquiry(guide=other, state="spam")
    enquiry(guide=other, is_synthetic=True, state="closed", outcome="placed", closed_at=Now())

    report = tables.by_guide_and_outcome(Statistics(26))

    assert report.header == (
        "Guide",
        "Enquiries",
        "Led to a placement",
        "Joined our candidates or clients",
        "Answered, nothing further",
        "The enquirer did not answer",
        "We could not help",
        "Withdrawn by the enquirer",
        "Not closed",
        "Placed, %",
    )
    assert report.rows == [
        ("Title of busy", 4, 2, 0, 0, 0, 1, 0, 1, 50),
        ("Title of other", 1, 1, 0, 0, 0, 0, 0, 0, 100),
    ]
    assert report.drawn == [2, 1]


def test_sources_are_counted_with_their_share() -> None:
    for source in ("form", "form", "linkedin", "phone"):
        enquiry(source=source)
    enquiry(source="fair", state="spam")

    assert [row for row in rows(tables.by_source) if row[1]] == [
        ("Our form", 2, 50),
        ("Phone", 1, 25),
        ("LinkedIn", 1, 25),
    ]


def test_outcomes_are_counted_whatever_became_of_the_enquiry_since() -> None:
    enquiry()
    enquiry(state="closed", outcome="placed", closed_at=Now())
    enquiry(state="erased", outcome="placed", closed_at=Now())

    assert [row for row in rows(tables.by_outcome) if row[1]] == [
        ("Led to a placement", 2, 67),
        ("Not closed", 1, 33),
    ]


def test_spam_is_counted_with_what_the_filter_got_wrong() -> None:
    enquiry()
    enquiry(state="spam", spam_reasons=["A reason."])
    enquiry(state="new", spam_reasons=["A reason."])
    enquiry(state="spam")

    assert rows(tables.spam) == [
        ("Received", 4, None),
        ("Suspected by the filter", 2, 50),
        ("Released as genuine (false positives)", 1, 50),
        ("Marked by hand (missed by the filter)", 1, 25),
    ]
    assert sum(count for _, count in rows(tables.by_week)) == 2


def test_erased_spam_is_told_from_an_erased_enquiry_by_its_history() -> None:
    kinds = Event.Kind
    erased_spam(kinds.RECEIVED, kinds.QUARANTINED, kinds.ERASED)
    erased_spam(kinds.QUARANTINED, kinds.RELEASED, kinds.MARKED_SPAM)
    erased_spam(kinds.QUARANTINED, kinds.RELEASED)
    enquiry(state="erased")

    assert [row[1] for row in rows(tables.spam)] == [4, 3, 1, 0]
    assert sum(count for _, count in rows(tables.by_week)) == 2


def test_our_own_trials_are_in_no_report() -> None:
    enquiry(is_synthetic=True, replied=1, outcome="placed", state="closed", guide=cast.full_draft())
    enquiry(is_synthetic=True, state="spam")

    counts = [cell for make in tables.REPORTS.values() for row in rows(make) for cell in row[1:]]
    assert [count for count in counts if isinstance(count, int) and count] == []


def test_the_number_of_queries_does_not_grow(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for queries in (5, 7, 7):  # names of people and teams are looked up when there are any
        with django_assert_num_queries(queries):
            all_together = Statistics(26)
            [make(all_together) for make in tables.REPORTS.values()]
        for number in range(5):
            name = f"{number}-{Enquiry.objects.count()}"
            made = enquiry(guide=cast.full_draft(name), replied=number, owner=person(name), team=people.team(name))
            PrivacyRequest.objects.create(enquiry=made, kind="access", due_on=date(2026, 7, 1))


def person(username: str, *permissions: str) -> Any:
    user = get_user_model().objects.create_user(username, is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return user


@pytest.fixture
def staff(client: Client) -> Client:
    """Somebody who may see the reports on everybody, and nothing else."""
    client.force_login(person("reader", "view_reports", "view_every_enquiry", "view_privacyrequest"))
    return client


def test_the_page_shows_every_report_and_nothing_personal(staff: Client) -> None:
    enquiry(replied=1)

    page = staff.get(reverse("admin:enquiries_reports")).content.decode()

    assert all(f'<h2 id="{slug}">' in page for slug in tables.REPORTS)
    assert "last 26 weeks" in page
    assert not any(word in page for word in ("Siobhán", "secret"))


def test_a_site_without_enquiries_has_reports_too(staff: Client) -> None:
    page = staff.get(reverse("admin:enquiries_reports")).content.decode()
    assert page.count("There is nothing to show yet.") == 5  # the weeks; guides twice, people, teams
    assert '<svg class="report-columns"' not in page


@pytest.mark.parametrize(("asked", "shown"), [("4", 4), ("52", 52), ("", 26), ("5", 26), ("-1", 26), ("４", 26)])
def test_the_period_is_one_of_those_offered(staff: Client, asked: str, shown: int) -> None:
    page = staff.get(reverse("admin:enquiries_reports"), {"weeks": asked}).content.decode()
    assert f'<a href="?weeks={shown}" aria-current="page">' in page


def test_each_report_is_to_be_had_as_csv(staff: Client) -> None:
    enquiry("client", guide=cast.full_draft(title="=cmd()"))

    files = {slug: staff.get(reverse("admin:enquiries_report", args=[slug])) for slug in tables.REPORTS}

    assert files["roles"].content.decode() == (
        '\ufeffRole,Enquiries,"Share, %"\r\nLooking for work,0,0\r\nHiring,1,100\r\nSomething else,0,0\r\n'
    )
    assert files["guides"].content.decode() == "\ufeffGuide,Enquiries\r\n'=cmd(),1\r\n"
    assert files["weeks"].headers["Content-Disposition"] == 'attachment; filename="enquiries-weeks-26-weeks.csv"'
    assert not any(word in table.content.decode() for table in files.values() for word in ("Siobhán", "secret"))


def test_an_unknown_report_is_not_found(staff: Client) -> None:
    assert staff.get(reverse("admin:enquiries_report", args=["visitors"])).status_code == 404


@pytest.mark.parametrize("name", [("enquiries_reports", []), ("enquiries_report", ["roles"])])
def test_the_reports_are_for_those_who_may_see_them(client: Client, name: tuple[str, list[str]]) -> None:
    address = reverse(f"admin:{name[0]}", args=name[1])
    assert client.get(address).headers["Location"].startswith("/admin/login/")

    client.force_login(person("editor", "view_article", "view_enquiry"))
    assert client.get(address).status_code == 403


def test_columns_fill_the_picture_and_are_told_in_words() -> None:
    first, second = charts.columns([2, 4])

    assert first == charts.Column(x=5.0, y=50.0, width=40.0, height=50.0)
    assert second == charts.Column(x=55.0, y=0.0, width=40.0, height=100.0)
    assert charts.in_words(["May", "June"], [2, 4]) == "Most: 4 (June). Fewest: 2 (May)."


def test_nothing_makes_an_empty_picture() -> None:
    assert charts.columns([]) == []
    assert charts.lengths([0, 0]) == [0, 0]
    assert charts.lengths([50], full=100) == [50]
    assert charts.in_words(["May"], [0]) == "There is nothing to show yet."
