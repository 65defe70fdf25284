"""What a CRM is told of an enquiry, by signed webhooks: each event once, nothing that nobody allowed, until it has it."""

import json
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings as site
from django.utils import timezone
from jsonschema import Draft202012Validator
from pytest_django import Settings
from standardwebhooks import Webhook

from articles.outbox.channels import CHANNELS
from articles.outbox.models import Message
from articles.outbox.sending import send_due
from enquiries.handling import delivery, verbs
from enquiries.handoff import secrets, webhooks, writing
from enquiries.handoff.verbs import NOT_NOW, send_again
from enquiries.intake.receiving import receive
from enquiries.locking import NotAllowed
from enquiries.models import Enquiry, Event, Handoff, Receiver
from enquiries.models.handoff import PREFIX
from enquiries.privacy import erasure, restriction, rights
from tests import cast
from tests.enquiries import people, stored
from tests.enquiries.handoff.crm import CRM, receiver

pytestmark = pytest.mark.django_db
SCHEMA = json.loads((Path(site.BASE_DIR) / "docs/handoff.schema.json").read_text())
ANSWERS = {
    "role": "candidate",
    "name": "Pat O'Neil",
    "email": "pat@example.org",
    "phone": "+441614960123",
    "role_sought": "Tester",
    "message": "Is there a job?",
    "marketing": True,
    "from": "/guides/a-guide/",
}


def deliver() -> int:
    """A round of the worker, as if every pause were over."""
    stored.make_due()
    return send_due(writing.CHANNEL)


def received(**changes: Any) -> Enquiry:
    spam = changes.pop("spam_reasons", None)
    return receive(ANSWERS | changes, token=f"token {Enquiry.objects.count()}", spam_reasons=spam)[0]


def erase(enquiry: Enquiry) -> None:
    """As the worker does on its day: every mail has been sent, and a hand-off that was not keeps nothing here."""
    Message.objects.exclude(kind__startswith=PREFIX).update(sent_at=timezone.now())
    erasure.erase(enquiry)


def states(enquiry: Enquiry) -> list[str]:
    kinds = (Event.Kind.HANDED_OFF, Event.Kind.NOT_HANDED_OFF)
    return list(enquiry.events.filter(kind__in=kinds).values_list("words", flat=True))


def test_each_event_is_told_once_signed_and_as_the_schema_says(crm: CRM) -> None:
    cast.live_guide("a-guide", title="A guide")
    receiver(crm, with_files=True)
    sam = people.consultant()
    enquiry = received()
    people.cv(enquiry)
    people.attachment(enquiry)
    verbs.take(enquiry, sam)
    verbs.reply(enquiry, "Hello", "Words.", sam)
    delivery.correct(enquiry, {"name": "Pat O'Neal"}, sam)
    verbs.close(enquiry, "placed", sam)
    assert deliver() == 5
    told = crm.told()
    for body in told:
        Draft202012Validator(SCHEMA).validate(body)
    assert [body["type"] for body in told] == [
        "enquiry.received", "enquiry.assigned", "enquiry.answered", "enquiry.corrected", "enquiry.closed",
    ]  # fmt: skip
    assert len(set(crm.ids())) == 5
    assert states(enquiry) == ["CRM: received", "CRM: assigned", "CRM: answered", "CRM: corrected", "CRM: closed"]
    assert deliver() == 0
    first = told[0]["data"]["enquiry"]
    assert {name: first[name] for name in ("reference", "state", "outcome", "guide", "owner", "team", "source")} == {
        "reference": enquiry.reference,
        "state": "closed",
        "outcome": "placed",
        "guide": {"title": "A guide", "url": "http://localhost/guides/a-guide/"},
        "owner": {"name": "Sam Example", "email": "sam@agency.example"},
        "team": "Enquiries team",
        "source": {"value": "form", "words": "our form"},
    }
    assert {"name": "role", "label": "I am", "value": "candidate", "words": "looking for work"} in first["answers"]
    assert first["consent"]["marketing"] == {
        "version": 1,
        "text": enquiry.marketing_wording.text,  # type: ignore[union-attr]
        "at": enquiry.received_at.isoformat(),
    }
    assert [(file["kind"], file["name"]) for file in first["files"]] == [
        ("cv", "Pat O'Neal CV.pdf"),
        ("other", "letter.pdf"),
    ]


def test_nothing_leaves_by_default(crm: CRM) -> None:
    Receiver.objects.create(name="New", kind="webhook", address=crm.address)
    receiver(crm, name="Told nothing", happenings=[])
    receiver(crm, name="Off", is_on=False)
    received()
    assert not Handoff.objects.exists()


def test_only_what_was_chosen_leaves(crm: CRM) -> None:
    desk = people.team()
    receiver(crm, name="Clients", roles=["client"])
    receiver(crm, name="Closed alone", happenings=["closed"])
    receiver(crm, name="Desk").teams.add(desk)
    receiver(crm, name="Everything")
    enquiry = received()
    verbs.assign(enquiry, desk, people.consultant("kim"))
    told = [(one.receiver.name, one.happening) for one in Handoff.objects.order_by("pk")]
    assert told == [("Everything", "received"), ("Desk", "assigned"), ("Everything", "assigned")]


def test_without_leave_for_files_no_link_goes_along(crm: CRM) -> None:
    receiver(crm)
    people.cv(received())
    deliver()
    [file] = crm.told()[0]["data"]["enquiry"]["files"]
    assert (file["url"], file["url_ends_at"]) == (None, None)


@pytest.mark.parametrize("status", [301, 307, 400, 401, 404, 429, 500, 503])
def test_any_other_answer_is_tried_again_under_the_same_id(crm: CRM, status: int) -> None:
    receiver(crm)
    enquiry = received()
    crm.statuses = [status]
    assert (deliver(), deliver(), deliver()) == (0, 1, 0)
    assert len(crm.got) == 2
    assert len(set(crm.ids())) == 1
    assert stored.errors() == [f"Refused {status}", ""]
    assert states(enquiry) == ["CRM: received"]


@pytest.mark.parametrize("drips", [False, True])
def test_one_that_hangs_keeps_nobody_waiting_for_long(crm: CRM, drips: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    channel = replace(CHANNELS[writing.CHANNEL], send=partial(webhooks.send, seconds=0.2))
    monkeypatch.setitem(CHANNELS, writing.CHANNEL, channel)
    receiver(crm)
    received()
    crm.hangs, crm.drips = True, drips
    assert deliver() == 0
    assert stored.errors() == ["Unreachable"]
    crm.hangs = False
    assert deliver() == 1
    assert len(set(crm.ids())) == 1


def test_of_one_that_answers_twice_the_first_answer_counts(crm: CRM) -> None:
    receiver(crm)
    received()
    crm.answers_twice = True
    assert (deliver(), deliver(), len(crm.got)) == (1, 0, 1)


def test_a_worker_that_dies_before_it_noted_the_answer_sends_under_the_same_id(crm: CRM) -> None:
    receiver(crm)
    received()
    webhooks.send([Message.objects.get(kind="handoff_received")])
    assert deliver() == 1
    assert len(crm.told()) == 2
    assert len(set(crm.ids())) == 1


def test_one_that_is_away_does_not_keep_another_waiting(crm: CRM) -> None:
    receiver(name="Away", address="http://127.0.0.1:1/")
    secrets.renew(Receiver.objects.get(name="Away"))
    receiver(crm)
    enquiry = received()
    assert deliver() == 1
    assert states(enquiry) == ["CRM: received"]


def test_one_that_is_gone_is_switched_off_and_the_team_is_told(crm: CRM) -> None:
    gone = receiver(crm)
    enquiry = received()
    verbs.take(enquiry, people.consultant())
    crm.statuses = [410]
    deliver()
    gone.refresh_from_db()
    assert (gone.is_on, gone.gone_at is not None, len(crm.got)) == (False, True, 1)
    assert states(enquiry) == ["CRM: received."]
    told = Message.objects.get(kind="receiver_gone")
    assert told.subject == "CRM is gone: nothing is sent to it any more"
    assert (deliver(), len(crm.got)) == (0, 1)
    gone.is_on = True
    gone.save()
    writing.settle(gone)
    assert (deliver(), crm.types()[1:]) == (2, ["enquiry.received", "enquiry.assigned"])


def test_suspected_spam_is_told_once_it_is_released(crm: CRM) -> None:
    receiver(crm)
    enquiry = received(spam_reasons=["Many links."])
    rights.correct(enquiry, {name: getattr(enquiry, name) for name in Enquiry.ANSWERS} | {"name": "Pat"})
    assert not Handoff.objects.exists()
    verbs.release(enquiry, people.consultant())
    assert (deliver(), crm.types()) == (1, ["enquiry.received"])


def test_spam_that_was_withdrawn_is_told_to_nobody(crm: CRM) -> None:
    receiver(crm)
    rights.withdraw(received(spam_reasons=["Many links."]))
    assert not Handoff.objects.exists()


def test_what_is_taken_for_spam_later_waits_and_is_received_once(crm: CRM) -> None:
    receiver(crm)
    enquiry, sam = received(), people.consultant()
    verbs.mark_spam(enquiry, sam)
    assert deliver() == 0
    verbs.release(enquiry, sam)
    assert (deliver(), crm.types()) == (1, ["enquiry.received"])


def test_while_its_use_is_restricted_nothing_leaves(crm: CRM) -> None:
    receiver(crm)
    enquiry, sam = received(), people.consultant()
    restriction.restrict(enquiry, sam)
    delivery.correct(enquiry, {"name": "Pat"}, sam)
    assert deliver() == 0
    restriction.lift(enquiry, "They agreed.", sam)
    assert (deliver(), crm.types()) == (2, ["enquiry.received", "enquiry.corrected"])


def test_what_may_not_leave_is_kept_back_even_when_somebody_hurries_it(crm: CRM) -> None:
    receiver(crm)
    enquiry = received()
    Enquiry.objects.filter(pk=enquiry.pk).update(is_restricted=True)
    assert (deliver(), crm.got) == (0, [])
    assert Handoff.objects.get().is_held
    with pytest.raises(NotAllowed, match=NOT_NOW):
        send_again(Handoff.objects.get(), people.consultant())


def test_our_own_test_enquiries_are_told_to_nobody(crm: CRM) -> None:
    receiver(crm)
    receive(ANSWERS, token="synthetic", is_synthetic=True)
    assert not Handoff.objects.exists()


def test_erasure_is_told_with_the_reference_alone_and_drops_the_rest(crm: CRM) -> None:
    receiver(crm)
    receiver(crm, name="Never reached", happenings=["closed"])
    enquiry, sam = received(), people.consultant()
    crm.secret = secrets.renew(Receiver.objects.get(name="CRM"))
    deliver()
    verbs.close(enquiry, "unsuitable", sam)
    erase(enquiry)
    assert [(one.receiver.name, one.happening) for one in Handoff.objects.order_by("pk")] == [
        ("CRM", "received"),
        ("CRM", "erased"),
    ]
    assert deliver() == 1
    last = crm.told()[-1]
    Draft202012Validator(SCHEMA).validate(last)
    assert (last["type"], last["data"]["enquiry"]) == ("enquiry.erased", {"reference": enquiry.reference})
    columns = ("subject", "text", "html", "reply_to")
    assert set(Handoff.objects.values_list(*columns)) == {("", "", "", "")}


def test_one_whose_answer_was_lost_is_told_of_the_erasure_too(crm: CRM) -> None:
    receiver(crm)
    enquiry = received()
    crm.statuses = [500]
    deliver()
    verbs.close(enquiry, "unsuitable", people.consultant())
    erase(enquiry)
    assert (deliver(), crm.types()) == (1, ["enquiry.received", "enquiry.erased"])


def test_one_that_is_switched_off_hears_of_an_erasure_when_it_is_switched_on(crm: CRM) -> None:
    crm_receiver = receiver(crm)
    enquiry = received()
    deliver()
    crm_receiver.is_on = False
    crm_receiver.save()
    writing.settle(crm_receiver)
    verbs.close(enquiry, "unsuitable", people.consultant())
    erase(enquiry)
    assert deliver() == 0
    crm_receiver.is_on = True
    crm_receiver.save()
    writing.settle(crm_receiver)
    assert (deliver(), crm.types()[-1]) == (1, "enquiry.erased")


def test_what_was_sent_can_be_sent_again_under_its_id(crm: CRM) -> None:
    receiver(crm)
    enquiry = received()
    deliver()
    send_again(Handoff.objects.get(), people.consultant())
    assert deliver() == 1
    assert len(set(crm.ids())) == 1
    assert states(enquiry) == ["CRM: received", "CRM: received"]


def test_a_test_is_sent_before_it_is_switched_on(crm: CRM) -> None:
    off = receiver(crm, is_on=False)
    writing.test(off)
    assert deliver() == 1
    [told] = crm.told()
    Draft202012Validator(SCHEMA).validate(told)
    assert told["type"] == "test"


def test_for_a_day_the_secret_before_the_newest_one_signs_too(crm: CRM) -> None:
    changed = receiver(crm)
    old = crm.secret
    crm.secret = secrets.renew(changed)
    received()
    deliver()
    [[headers, body]] = crm.got
    assert Webhook(old).verify(body, headers) == Webhook(crm.secret).verify(body, headers)
    Receiver.objects.update(secret_made_at=changed.secret_made_at - timedelta(days=2))
    assert len(secrets.signatures(Receiver.objects.get(), "id", 1, "").split()) == 1


def test_the_secret_stands_encrypted_and_survives_another_key_only_with_the_old_one(
    crm: CRM, settings: Settings
) -> None:
    receiver(crm)
    assert crm.secret.removeprefix("whsec_") not in Receiver.objects.get().secret
    received()
    old_key, settings.SECRET_KEY = settings.SECRET_KEY, "another key"
    assert (deliver(), stored.errors()) == (0, ["Unreadable"])
    settings.SECRET_KEY_FALLBACKS = [old_key]
    assert (deliver(), len(crm.told())) == (1, 1)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "10.0.0.1", "169.254.169.254", "[::]"])
def test_a_public_site_sends_nothing_inside_a_network(crm: CRM, host: str, settings: Settings) -> None:
    settings.SITE = urlsplit("https://www.agency.example")
    receiver(crm, address=f"http://{host}:{crm.server_port}/")
    received()
    assert (deliver(), stored.errors(), crm.got) == (0, ["Unreachable"], [])
