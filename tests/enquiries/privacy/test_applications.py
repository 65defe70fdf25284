"""Enquiries that became applications, which the law keeps, and holds that end."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from enquiries import access_links
from enquiries.consents import suppression
from enquiries.handling import verbs
from enquiries.locking import NotAllowed
from enquiries.models import Consent, Enquiry, Event, PrivacyRequest, State
from enquiries.models.protection.retained import kept_by_law
from enquiries.privacy import applications, disclosure, erasure, restriction, retention, rights
from tests.enquiries import data_subject as subject
from tests.enquiries import people

pytestmark = pytest.mark.django_db
Kind, Outcome = PrivacyRequest.Kind, PrivacyRequest.Outcome
KEPT = "/admin/enquiries/enquiry/kept/"


def days_ago(number: int) -> date:
    return timezone.localdate() - timedelta(days=number)


def application(last_service_on: date | None = None, **changed: Any) -> Enquiry:
    enquiry = subject.closed(**changed)
    applications.mark(enquiry, last_service_on, by=subject.colleague())
    return enquiry


def arrive(enquiry: Enquiry, on: date) -> None:
    Enquiry.objects.filter(pk=enquiry.pk).update(received_at=timezone.now() - (timezone.localdate() - on))
    enquiry.refresh_from_db()


def last_event(enquiry: Enquiry) -> tuple[str, str]:
    event = enquiry.events.latest("id")
    return event.kind, event.words


def test_marking_is_in_the_history_and_moves_a_date_that_is_too_early() -> None:
    enquiry = subject.closed("withdrawn")
    assert enquiry.erase_on == timezone.localdate() + timedelta(days=30)

    for _ in range(2):
        applications.mark(enquiry, timezone.localdate(), by=subject.colleague())

    assert last_event(enquiry)[0] == "application"
    assert enquiry.events.filter(kind=Event.Kind.APPLICATION).count() == 1
    assert enquiry.kept_by_law_until is not None
    assert enquiry.erase_on == enquiry.kept_by_law_until + timedelta(days=1)
    assert enquiry.kept_by_law_until.replace(year=timezone.localdate().year) == timezone.localdate()


def test_while_we_work_for_them_there_is_no_end_and_closing_sets_it() -> None:
    enquiry = subject.enquiry()
    applications.mark(enquiry, None, by=subject.colleague())
    assert (enquiry.is_kept_by_law, enquiry.kept_by_law_until) == (True, None)

    verbs.close(enquiry, "unsuitable", by=subject.colleague())
    assert enquiry.last_service_on == timezone.localdate()
    assert enquiry.erase_on > enquiry.kept_by_law_until

    verbs.reopen(enquiry, by=subject.colleague())
    assert (enquiry.last_service_on, enquiry.kept_by_law_until) == (None, None)


@pytest.mark.parametrize(("served", "came", "is_kept"), [(365, 800, True), (368, 800, False), (500, 365, True)])
def test_a_year_from_creation_and_from_the_last_service_counts(served: int, came: int, is_kept: bool) -> None:
    enquiry = application(days_ago(served))
    arrive(enquiry, days_ago(came))
    subject.come_due(enquiry)

    assert enquiry.is_kept_by_law is is_kept
    assert Enquiry.objects.filter(kept_by_law()).exists() is is_kept
    assert erasure.erase_due() == (0 if is_kept else 1)


def test_erasing_earlier_is_refused_with_the_words_of_the_law() -> None:
    enquiry = application(days_ago(3))
    rights.request(enquiry, Kind.ERASURE, "")

    with pytest.raises(NotAllowed) as refusal:
        erasure.erase(enquiry, by=subject.colleague())

    assert "at least one year after the date on which" in str(refusal.value)
    assert "regulation 29 of the Conduct of Employment Agencies" in str(refusal.value)
    assert "article 17(3)(b)" in str(refusal.value)


def test_who_asks_for_erasure_is_told_why_not_and_loses_what_the_law_does_not_ask_for(admin_client: Client) -> None:
    enquiry = application(days_ago(3))
    form = Client().get(f"/enquiries/status/{access_links.status_token(enquiry)}/erasure/").content.decode()
    request = rights.request(enquiry, Kind.ERASURE, "")
    with pytest.raises(NotAllowed, match="Agree in part, or refuse"):
        rights.finish(request, "Yes.", by=subject.colleague(), outcome=Outcome.AGREED)
    page = admin_client.get(f"/admin/enquiries/privacyrequest/{request.pk}/change/").content.decode()

    answer = applications.explanation(enquiry)
    rights.finish(request, answer, by=subject.colleague(), outcome=Outcome.PARTLY)

    assert "article 17(3)(b)" in form
    assert "article 17(3)(b)" in page
    assert 'value="agreed"' not in page
    assert suppression.of(enquiry.email) is not None
    enquiry.refresh_from_db()
    assert (enquiry.reply_when, enquiry.source_path, enquiry.marketing_wording) == ("", "", None)
    assert (enquiry.name, Consent.objects.exists()) == ("Siobhán O'Neil", False)
    assert request.done_at is not None
    assert "article 17(3)(b)" in enquiry.notices.get(kind="request_answered").text


def test_an_erasure_agreed_to_before_waits_for_the_law() -> None:
    enquiry = subject.closed()
    rights.finish(rights.request(enquiry, Kind.ERASURE, ""), "Yes.", by=subject.colleague())
    enquiry.notices.all().delete()
    applications.mark(enquiry, None, by=subject.colleague())

    assert erasure.erase_agreed() == 0
    standing = PrivacyRequest.objects.with_obstacles().get().standing()
    assert standing == "agreed, waiting for the end of the year for which the law keeps an application"

    applications.unmark(enquiry, "A mistake.", by=subject.colleague())
    assert erasure.erase_agreed() == 1
    assert Enquiry.objects.values_list("is_application", "last_service_on").get() == (False, None)


def test_the_enquirer_sees_it_on_their_page_and_in_their_copy(client: Client) -> None:
    enquiry = application(days_ago(3))

    page = client.get(f"/enquiries/status/{access_links.status_token(enquiry)}/").content.decode()

    assert "Your enquiry became an application. The law obliges us" in page
    held = disclosure.everything(enquiry)
    assert (held["is_application"], held["last_service_on"]) == (True, days_ago(3))


def test_unmarking_needs_a_reason_and_is_done_once() -> None:
    enquiry = application()

    with pytest.raises(NotAllowed, match="Say why"):
        applications.unmark(enquiry, "  ", by=subject.colleague())
    for _ in range(2):
        applications.unmark(enquiry, "Sent by mistake.", by=subject.colleague())

    assert last_event(enquiry) == ("not_application", "Sent by mistake.")
    assert enquiry.events.filter(kind=Event.Kind.NOT_APPLICATION).count() == 1
    with pytest.raises(NotAllowed, match="not marked"):
        applications.unmark(enquiry, "Again.", by=subject.colleague())


@pytest.mark.parametrize("changed", [{"state": State.SPAM}, {"state": State.ERASED}, {"is_restricted": True}], ids=str)
def test_what_is_put_aside_is_no_application(changed: dict[str, Any]) -> None:
    enquiry = subject.closed()
    Enquiry.objects.update(**changed)
    with pytest.raises(NotAllowed):
        applications.mark(enquiry, None, by=subject.colleague())


def test_a_service_of_tomorrow_is_not_the_last_one() -> None:
    with pytest.raises(NotAllowed, match="still to come"):
        application(days_ago(-1))


# Holds


def test_a_hold_lifts_itself_after_its_last_day() -> None:
    lasting, ended = subject.closed(), subject.closed(token="b" * 32)
    retention.hold(lasting, "A dispute.", by=subject.colleague(), until=timezone.localdate())
    retention.hold(ended, "A dispute.", by=subject.colleague(), until=timezone.localdate())
    Enquiry.objects.filter(pk=ended.pk).update(hold_until=days_ago(1))

    assert [retention.lift_ended(), retention.lift_ended()] == [1, 0]

    ended.refresh_from_db()
    lasting.refresh_from_db()
    assert (ended.hold_reason, ended.hold_until, lasting.hold_reason) == ("", None, "A dispute.")
    assert last_event(ended) == ("unheld", f"Its last day was {days_ago(1):%d/%m/%Y}.")


def test_a_restriction_goes_on_when_the_hold_before_it_ends() -> None:
    enquiry = subject.closed()
    retention.hold(enquiry, "A dispute.", by=subject.colleague(), until=timezone.localdate())
    request = rights.request(enquiry, Kind.RESTRICTION, "")
    rights.finish(request, "We keep it.", by=subject.colleague())
    Enquiry.objects.update(hold_until=days_ago(1))

    retention.lift_ended()

    enquiry.refresh_from_db()
    assert enquiry.hold_reason == restriction.HOLD
    with pytest.raises(NotAllowed, match="on hold"):
        erasure.erase(enquiry)


def test_a_hold_does_not_end_before_today() -> None:
    with pytest.raises(NotAllowed, match="This day is over"):
        retention.hold(subject.closed(), "A dispute.", by=subject.colleague(), until=days_ago(1))


# In the admin


def test_consultants_mark_hold_and_see_what_is_kept(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    kim = people.consultant("kim", people.default_team())
    client.force_login(kim)
    enquiry, other = people.enquiry(), people.enquiry(team=people.team())
    retention.hold(other, "Not theirs.", by=subject.colleague())
    path, until = f"/admin/enquiries/enquiry/{enquiry.pk}", timezone.localdate() + timedelta(days=9)

    client.post(f"{path}/application/", {"last_service_on": ""})
    client.post(f"{path}/service/", {"last_service_on": str(days_ago(2))})
    client.post(f"{path}/hold/", {"reason": "A dispute.", "until": str(until)})

    client.get(KEPT)
    with CaptureQueriesContext(connection) as one:
        page = client.get(KEPT).content.decode()
    for text in ("An application", "A dispute.", "Kim Example", f"{until.day} {until:%B %Y}", enquiry.reference):
        assert text in page
    assert other.reference not in page
    for _ in range(3):
        retention.hold(people.enquiry(), "A dispute.", by=kim)
    with django_assert_num_queries(len(one)):
        client.get(KEPT)

    client.post(f"{path}/not-application/", {"reason": "A mistake."})
    enquiry.refresh_from_db()
    assert (enquiry.is_application, enquiry.hold_until) == (False, until)


def test_a_hold_without_an_end_is_asked_for_one(admin_client: Client) -> None:
    enquiry = people.enquiry()

    answer = admin_client.post(f"/admin/enquiries/enquiry/{enquiry.pk}/hold/", {"reason": "A dispute."})

    assert answer.status_code == 422
    assert "Enter the last day of the hold." in answer.content.decode()
