"""What staff see of notices: the front page's panel, the list, and hurrying one along."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils import timezone

from agency.models import Identity
from articles.outbox import leases, sending
from articles.outbox.channels import CHANNELS
from articles.outbox.models import PATIENCE, Attempt
from enquiries.models import Enquiry, Notice, State, Team
from enquiries.monitoring import health
from enquiries.notices import writing
from tests.enquiries import stored

pytestmark = pytest.mark.django_db
LIST = "/admin/enquiries/notice/"
HEALTHY = "Every notice has been sent, and no promised reply is overdue."
LONG_AGO = 2 * PATIENCE
FRONT_PAGE_QUERIES = 37
LIST_QUERIES = 5


def staff(client: Client, group: str, *, team: Team | None = None) -> User:
    """Somebody of the group, signed in."""
    user = User.objects.create_user(group, is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    if team:
        team.members.add(user)
    client.force_login(user)
    return user


def late(**fields: Any) -> Notice:
    notice = writing.acknowledge(stored.enquiry(**fields))
    Notice.objects.filter(pk=notice.pk).update(due_at=notice.created_at - LONG_AGO)
    return notice


def bounced(**fields: Any) -> Notice:
    notice = writing.acknowledge(stored.enquiry(**fields))
    Notice.objects.filter(pk=notice.pk).update(sent_at=notice.created_at, bounced_at=notice.created_at)
    return notice


def undeliverable(**fields: Any) -> Notice:
    notice = writing.acknowledge(stored.enquiry(**fields))
    Notice.objects.filter(pk=notice.pk).update(undeliverable_at=notice.created_at)
    return notice


def overdue(**fields: Any) -> Enquiry:
    return stored.enquiry(reply_due_at=timezone.now() - LONG_AGO, **fields)


def panel(client: Client) -> str:
    """The panel of the front page; empty when there is none."""
    found = re.search(
        r'<section class="module" aria-labelledby="enquiry-health">.*?</section>', _text(client), re.DOTALL
    )
    return found[0] if found else ""


def headings(client: Client) -> list[tuple[str, str]]:
    return re.findall(r'<h3><a href="(.+?)">(.+?)</a></h3>', panel(client))


def rows(client: Client, **query: str) -> set[int]:
    return {int(pk) for pk in re.findall(rf"{LIST}(\d+)/change/", _text(client, LIST, **query))}


def _text(client: Client, path: str = "/admin/", **query: str) -> str:
    return client.get(path, query).content.decode()


def test_the_front_page_names_what_is_wrong_and_leads_there(admin_client: Client) -> None:
    undelivered, refused, returned, waiting = late(), undeliverable(), bounced(), overdue()

    assert headings(admin_client) == [
        ("/admin/enquiries/enquiry/?tab=overdue", "1 not replied to in the promised time"),
        (f"{LIST}?arrival=late", "1 not delivered for more than 15 minutes"),
        (f"{LIST}?arrival=undeliverable", "1 undeliverable"),
        (f"{LIST}?arrival=bounced", "1 bounced"),
    ]
    links = re.findall(r'<a href="/admin/enquiries/enquiry/(\d+)/change/">(.+?)</a>', panel(admin_client))
    assert links == [
        (str(one.pk), one.reference)
        for one in (waiting, *(notice.enquiry for notice in (undelivered, refused, returned)))
    ]
    assert HEALTHY not in panel(admin_client)


def test_the_front_page_says_so_when_all_is_well(admin_client: Client) -> None:
    stored.received()

    assert headings(admin_client) == []
    assert HEALTHY in panel(admin_client)


def test_editors_see_nothing_of_enquiries(client: Client) -> None:
    late()
    staff(client, "Editors")

    assert client.get("/admin/").status_code == 200
    assert panel(client) == ""
    assert client.get(LIST).status_code == 403


def test_a_burst_is_shown_for_a_day(admin_client: Client) -> None:
    writing.tell_of_burst(stored.enquiry(), 20)
    old = writing.tell_of_burst(stored.enquiry(), 20)
    Notice.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(hours=25))
    Notice.objects.update(sent_at=timezone.now())

    assert headings(admin_client) == [
        ("/admin/enquiries/enquiry/?tab=new", "1 began a burst from one connection in the last 24 hours")
    ]


def test_consultants_see_what_concerns_their_own_enquiries(client: Client) -> None:
    mine, others = Team.objects.create(name="Mine", email="mine@agency.example"), Team.objects.get(is_default=True)
    seen = late(team=mine)
    hidden = [late(team=others), bounced(team=others), overdue(team=others)]
    staff(client, "Consultants", team=mine)

    assert headings(client) == [(f"{LIST}?arrival=late", "1 not delivered for more than 15 minutes")]
    assert rows(client) == {seen.pk}
    assert client.get(f"{LIST}{seen.pk}/change/").status_code == 200
    assert client.get(f"{LIST}{hidden[0].pk}/change/").status_code == 302  # to the front page: there is no such notice


@pytest.mark.parametrize("number", [1, 12])
def test_the_front_page_costs_the_same_however_many(
    admin_client: Client, number: int, django_assert_num_queries: Any
) -> None:
    for _ in range(number):
        late()
        undeliverable()
        bounced()
        overdue()
    Identity.objects.update(first_steps_done_at=timezone.now())
    admin_client.get("/admin/")

    with django_assert_num_queries(FRONT_PAGE_QUERIES):
        admin_client.get("/admin/")


def test_the_list_shows_what_did_not_arrive_and_on_request_the_rest(admin_client: Client) -> None:
    undelivered, refused, returned = late(), undeliverable(), bounced()
    fresh = writing.alert(stored.enquiry())
    held = writing.alert(stored.enquiry(state=State.SPAM))
    sent = writing.alert(stored.enquiry())
    Notice.objects.filter(pk=sent.pk).update(sent_at=timezone.now())

    assert rows(admin_client) == {undelivered.pk, refused.pk, returned.pk, fresh.pk}
    assert rows(admin_client, arrival="late") == {undelivered.pk}
    assert rows(admin_client, arrival="undeliverable") == {refused.pk}
    assert rows(admin_client, arrival="bounced") == {returned.pk}
    assert rows(admin_client, arrival="held") == {held.pk}
    assert rows(admin_client, arrival="all") == {
        undelivered.pk,
        refused.pk,
        returned.pk,
        fresh.pk,
        held.pk,
        sent.pk,
    }


@pytest.mark.parametrize("number", [1, 20])
def test_the_list_costs_the_same_however_many(
    admin_client: Client, number: int, django_assert_num_queries: Any
) -> None:
    for _ in range(number):
        Attempt.objects.create(message=late(), error="TimeoutError")

    with django_assert_num_queries(LIST_QUERIES):
        assert "TimeoutError" in _text(admin_client, LIST)


def test_a_notice_shows_its_attempts_and_cannot_be_changed(admin_client: Client) -> None:
    notice = late()
    Attempt.objects.create(message=notice, error="SMTPRecipientsRefused 550")

    page = _text(admin_client, f"{LIST}{notice.pk}/change/")

    assert "SMTPRecipientsRefused 550" in page
    assert 'name="_save"' not in page
    assert admin_client.post(f"{LIST}{notice.pk}/change/", {"recipient": "x@example.org"}).status_code == 403
    assert admin_client.post(f"{LIST}{notice.pk}/delete/", {"post": "yes"}).status_code == 403
    assert admin_client.get(f"{LIST}add/").status_code == 403


def test_a_notice_that_waits_can_be_hurried(admin_client: Client) -> None:
    notice = writing.acknowledge(stored.enquiry())
    Notice.objects.update(due_at=timezone.now() + timedelta(hours=6))

    response = admin_client.post(LIST, {"action": "try_again", "_selected_action": [notice.pk]}, follow=True)

    assert "1 will be sent now." in response.content.decode()
    assert stored.minutes_until_due() == [0]


def test_hurrying_needs_the_permission_to_answer(client: Client) -> None:
    notice = late()
    Notice.objects.update(due_at=timezone.now() + timedelta(hours=6))
    user = staff(client, "Consultants", team=Team.objects.get(is_default=True))
    user.groups.get().permissions.remove(*user.groups.get().permissions.filter(codename="handle_enquiry"))

    client.post(LIST, {"action": "try_again", "_selected_action": [notice.pk]})

    assert stored.minutes_until_due() == [360]


def test_undeliverable_notices_are_sent_again_or_dropped_from_the_list(admin_client: Client) -> None:
    again, dropped, sent = undeliverable(), undeliverable(), bounced()

    said = [
        admin_client.post(LIST, {"action": action, "_selected_action": chosen}, follow=True).text
        for action, chosen in (("try_again", [again.pk, sent.pk]), ("drop", [dropped.pk, sent.pk]))
    ]

    assert "1 will be sent now." in said[0]
    assert "1 dropped." in said[1]
    assert rows(admin_client, arrival="all") == {again.pk, sent.pk}
    assert [event.kind for event in dropped.enquiry.events.all()] == ["dropped"]
    assert not health.undeliverable().exists()


@pytest.mark.parametrize(("minutes", "is_late"), [(14, False), (16, True)])
def test_a_notice_is_late_after_a_quarter_of_an_hour(minutes: int, is_late: bool) -> None:
    writing.acknowledge(stored.enquiry())
    stored.age(timedelta(minutes=minutes))

    assert health.late().exists() is is_late


def test_a_notice_whose_attempts_fail_is_late_although_it_is_put_off() -> None:
    writing.acknowledge(stored.enquiry())
    sending._put_off(leases.claim(CHANNELS["mail"]), OSError())
    stored.age(LONG_AGO)
    Notice.objects.update(due_at=timezone.now() + timedelta(hours=6))

    assert health.late().count() == 1


def test_a_notice_that_was_released_a_moment_ago_is_not_late() -> None:
    enquiry = stored.received(state=State.SPAM)
    stored.age(LONG_AGO)
    assert not health.late().exists()

    writing.release(enquiry)

    assert not health.late().exists()


@pytest.mark.parametrize("state", [State.CLOSED, State.SPAM, State.ERASED])
def test_a_bounce_is_dealt_with_once_its_enquiry_is(state: State) -> None:
    bounced()
    assert health.bounced().count() == 1

    Enquiry.objects.update(state=state)

    assert not health.bounced().exists()
