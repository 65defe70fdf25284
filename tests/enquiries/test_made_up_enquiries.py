"""Enquiries that are made up in bulk are as receiving, handling and erasing them would have left them."""

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from articles.outbox.models import Message
from enquiries.demo import storing
from enquiries.models import Enquiry, Event, Notice, SearchWord, State

pytestmark = pytest.mark.django_db
KINDS = Event.Kind


def test_they_are_spread_over_the_states_and_belong_to_nobody_real() -> None:
    call_command("make_enquiries", "400", verbosity=0)

    assert Enquiry.objects.count() == 400
    assert Enquiry.objects.exclude(email="").exclude(email__endswith="@example.org").count() == 0
    assert set(Enquiry.objects.values_list("state", flat=True)) >= {State.CLOSED, State.ERASED, State.SPAM}
    assert Event.objects.filter(kind=KINDS.RECEIVED).count() == 400


def test_only_what_is_not_erased_has_words_and_notices() -> None:
    call_command("make_enquiries", "400", verbosity=0)

    kept = set(Enquiry.objects.exclude(state=State.ERASED).values_list("pk", flat=True))
    assert set(SearchWord.objects.values_list("enquiry", flat=True)) == kept
    assert set(Notice.objects.values_list("enquiry", flat=True)) == kept
    assert set(Event.objects.filter(kind=KINDS.ERASED).values_list("enquiry", flat=True)) == set(
        Enquiry.objects.filter(state=State.ERASED).values_list("pk", flat=True)
    )


def test_nothing_of_them_is_sent() -> None:
    call_command("make_enquiries", "400", verbosity=0)

    assert (Message.objects.waiting().count(), Message.objects.plain().count()) == (0, 0)
    assert set(Notice.objects.filter(is_held=True).values_list("enquiry__state", flat=True)) == {State.SPAM}


def test_what_was_made_before_a_stop_stays_and_the_rest_follows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storing, "BATCH", 10)
    stopped = storing.make(25)
    next(stopped)
    stopped.close()

    assert (storing.last_number(), Enquiry.objects.count()) == (10, 10)
    assert sum(storing.make(25)) == 15
    assert sum(storing.make(25)) == 0
    assert Enquiry.objects.values("token").distinct().count() == 25


def test_what_follows_has_keys_of_its_own() -> None:
    call_command("make_enquiries", "5", verbosity=0)
    enquiry = Enquiry.objects.latest("received_at")

    event = Event.objects.create(enquiry=enquiry, kind=KINDS.NOTED)

    assert event.pk == max(Event.objects.values_list("pk", flat=True))


def test_staff_work_on_them(admin_client: Client) -> None:
    call_command("make_enquiries", "60", verbosity=0)
    enquiry = Enquiry.objects.exclude(state=State.ERASED).latest("received_at")

    assert admin_client.get(reverse("admin:enquiries_enquiry_changelist")).status_code == 200
    page = admin_client.get(reverse("admin:enquiries_enquiry_change", args=[enquiry.pk]))
    assert enquiry.name.split()[0] in page.content.decode()


def test_progress_is_told_line_by_line_where_there_is_no_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storing, "BATCH", 10)
    call_command("make_enquiries", "20")

    assert capsys.readouterr().out == "10 of 20 enquiries\n20 of 20 enquiries\n20 enquiries made up\n"


def test_they_are_made_up_on_this_machine_only(settings: Settings) -> None:
    settings.SITE = settings.SITE._replace(netloc="www.agency.example")
    with pytest.raises(CommandError):
        call_command("make_enquiries", "1")
    assert Enquiry.objects.count() == 0
