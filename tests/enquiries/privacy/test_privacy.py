from datetime import date, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core import signing
from django.core.signing import Signer
from django.db.models.functions import Now
from django.utils import timezone

from enquiries import access_links, history, search
from enquiries.consents import verbs as consents
from enquiries.handling import verbs
from enquiries.intake import receiving
from enquiries.locking import NotAllowed
from enquiries.models import (
    CV,
    Attachment,
    Enquiry,
    Event,
    Notice,
    PrivacyRequest,
    Retention,
    SearchWord,
    State,
    Suppression,
)
from enquiries.notices import writing
from enquiries.privacy import deadlines, erasure, retention, rights
from tests import cast
from tests.enquiries import data_subject as subject
from tests.enquiries import people

pytestmark = pytest.mark.django_db
ERASURE, COMPLAINT = PrivacyRequest.Kind.ERASURE, PrivacyRequest.Kind.COMPLAINT


def token_of(enquiry: Enquiry) -> str:
    return access_links.status_link(enquiry).rstrip("/").rpartition("/")[2]


def last_event(enquiry: Enquiry) -> tuple[str, str, str]:
    event = enquiry.events.latest("id")
    return event.kind, event.words, event.by.username if event.by else ""


def changes(**changed: str) -> dict[str, str]:
    told = subject.answers(**changed)
    return {name: told[name] for name in rights.correctable("candidate")}


# The link


def test_the_link_is_absolute_and_opens_its_enquiry() -> None:
    enquiry = subject.enquiry()

    assert access_links.status_link(enquiry) == f"{settings.SITE_URL}/enquiries/status/{token_of(enquiry)}/"
    assert access_links.find(token_of(enquiry)) == enquiry


def test_links_that_were_made_before_open_their_enquiry() -> None:
    enquiry = subject.enquiry()
    status = Signer(salt=f"enquiries.status {enquiry.email}").sign(enquiry.reference)
    confirmation = signing.dumps(enquiry.reference, salt="enquiries.sent")

    assert access_links.find(status) == access_links.find_confirmed(confirmation) == enquiry


def test_the_acknowledgement_carries_the_link() -> None:
    enquiry = subject.enquiry()

    acknowledgement = enquiry.notices.get(kind="acknowledgement")
    assert access_links.status_link(enquiry) in acknowledgement.text
    assert access_links.status_link(enquiry) in acknowledgement.html


@pytest.mark.parametrize("part", [slice(0, 1), slice(9, 10), slice(-1, None)])
def test_a_tampered_link_opens_nothing(part: slice) -> None:
    token = list(token_of(subject.enquiry()))
    token[part] = "A" if token[part] != ["A"] else "B"

    assert access_links.find("".join(token)) is None


def test_a_signature_opens_no_other_enquiry() -> None:
    mine, other = subject.enquiry(), subject.enquiry(token="b" * 32)
    signature = token_of(mine).partition(":")[2]

    assert access_links.find(f"{other.reference}:{signature}") is None


@pytest.mark.parametrize("token", ["", ":", "\x00", "ABCDEFGH", "ABCDEFGH:" + "x" * 43, "é" * 52, "x" * 10_000])
def test_what_we_never_made_opens_nothing(token: str) -> None:
    assert access_links.find(token) is None


def test_the_link_ends_when_the_email_address_is_corrected_and_another_takes_its_place() -> None:
    enquiry = subject.enquiry()
    old = token_of(enquiry)

    rights.correct(enquiry, changes(email="right@example.org"))

    assert access_links.find(old) is None
    assert access_links.find(token_of(enquiry)) == enquiry


def test_the_link_outlives_every_other_correction() -> None:
    enquiry = subject.enquiry()
    old = token_of(enquiry)

    rights.correct(enquiry, changes(name="Siobhan", phone=""))

    assert access_links.find(old) == enquiry


def test_the_link_ends_with_the_data() -> None:
    enquiry = subject.closed()
    old = token_of(enquiry)

    erasure.erase(enquiry)

    assert access_links.find(old) is None
    assert access_links.find(token_of(enquiry)) is None
    assert access_links.find_confirmed(access_links.confirmation_token(enquiry)) is None


# Erasing


def test_erasing_leaves_nothing_personal_anywhere() -> None:
    cast.full_guide()
    enquiry = subject.enquiry()
    verbs.note(enquiry, "She told me of her secret wish.", by=subject.colleague())
    verbs.reply(enquiry, "About Siobhán", "Dear Siobhán", by=subject.colleague())
    people.attachment(enquiry, content=b"her life")
    rights.request(enquiry, ERASURE, "I am Siobhán, forget me.")
    LogEntry.objects.create(
        user=subject.colleague(),
        content_type=ContentType.objects.get_for_model(Enquiry),
        object_id=str(enquiry.pk),
        object_repr=str(enquiry),
        action_flag=CHANGE,
    )
    assert [words for words in subject.PERSONAL if words not in subject.stored()] == []

    erasure.erase(enquiry, by=subject.colleague())

    assert [words for words in subject.PERSONAL if words in subject.stored()] == []
    assert not CV.objects.exists()
    assert not Attachment.objects.exists()
    assert not SearchWord.objects.exists()


def test_erasing_leaves_an_anonymous_line_for_the_counts() -> None:
    guide = cast.full_guide().article
    enquiry = subject.closed(outcome="placed")
    Enquiry.objects.update(first_replied_at=Now())
    before = Enquiry.objects.values("role", "guide", "received_at", "reply_due_at", "first_replied_at", "outcome").get()

    erasure.erase(enquiry)

    assert Enquiry.objects.values(*before).get() == before
    enquiry.refresh_from_db()
    assert (enquiry.state, enquiry.guide, enquiry.owner, enquiry.team) == (State.ERASED, guide, None, None)
    assert last_event(enquiry) == ("erased", "", "")


def test_that_it_was_suspected_stays_and_the_reasons_go() -> None:
    enquiry, _ = receiving.receive(subject.answers(), token="a" * 32, cv=None, spam_reasons=["It says secret wish."])

    erasure.erase(enquiry)

    assert enquiry.spam_reasons == ["erased"]
    assert not Notice.objects.exists()


def test_the_same_form_sent_again_later_is_a_new_enquiry() -> None:
    enquiry = subject.closed()
    erasure.erase(enquiry)

    assert subject.enquiry() != enquiry


def test_erasing_finishes_what_was_asked_and_says_who_did_it() -> None:
    enquiry = subject.enquiry()
    request = rights.request(enquiry, ERASURE, "")

    erasure.erase(enquiry, by=subject.colleague())

    request.refresh_from_db()
    assert request.done_at
    assert request.done_by == subject.colleague()


@pytest.mark.parametrize("by_staff", [True, False])
def test_an_open_enquiry_is_not_erased(by_staff: bool) -> None:
    enquiry = subject.enquiry()
    Notice.objects.update(sent_at=Now())

    with pytest.raises(NotAllowed, match="It is open"):
        erasure.erase(enquiry, by=subject.colleague() if by_staff else None)
    assert Enquiry.objects.get().name == "Siobhán O'Neil"


def test_nothing_is_erased_while_a_notice_is_on_its_way() -> None:
    enquiry = subject.closed()
    writing.reply(enquiry, subject="One more thing", body="Hello")

    with pytest.raises(NotAllowed, match="still on its way"):
        erasure.erase(enquiry, by=subject.colleague())


def test_staff_may_erase_an_open_enquiry_with_its_notices_when_the_enquirer_asked() -> None:
    enquiry = subject.enquiry()
    rights.request(enquiry, ERASURE, "")

    erasure.erase(enquiry, by=subject.colleague())

    assert (enquiry.state, Notice.objects.count()) == (State.ERASED, 0)


def test_a_request_alone_erases_nothing() -> None:
    enquiry = subject.enquiry()
    rights.request(enquiry, ERASURE, "")

    with pytest.raises(NotAllowed, match="It is open"):
        erasure.erase(enquiry)


def test_a_hold_outweighs_even_the_enquirers_request() -> None:
    enquiry = subject.closed()
    rights.request(enquiry, ERASURE, "")
    retention.hold(enquiry, "A court asked for it.", by=subject.colleague())

    with pytest.raises(NotAllowed, match="It is on hold: A court asked for it"):
        erasure.erase(enquiry, by=subject.colleague())

    retention.unhold(enquiry, by=subject.colleague())
    erasure.erase(enquiry, by=subject.colleague())
    assert enquiry.state == State.ERASED


def test_an_open_complaint_keeps_what_it_is_about() -> None:
    enquiry = subject.closed()
    rights.request(enquiry, COMPLAINT, "You called at night.")

    with pytest.raises(NotAllowed, match="complaint"):
        erasure.erase(enquiry, by=subject.colleague())


def test_nothing_is_erased_twice() -> None:
    enquiry = subject.closed()
    erasure.erase(enquiry)

    with pytest.raises(NotAllowed, match="already been erased"):
        erasure.erase(enquiry)


# Dates and holds


@pytest.mark.parametrize(("outcome", "days"), [("placed", 10), ("answered", 20), ("withdrawn", 20), ("", 20)], ids=str)
def test_the_most_exact_rule_decides_a_role_before_an_outcome(outcome: str, days: int) -> None:
    enquiry = subject.enquiry()
    Retention.objects.all().delete()
    for role, for_outcome, kept in (
        ("candidate", "placed", 10),
        ("candidate", "", 20),
        ("", "withdrawn", 30),
        ("", "", 40),
        ("client", "answered", 50),
    ):
        Retention.objects.create(role=role, outcome=for_outcome, days=kept)
    enquiry.outcome = outcome

    retention.set_erase_date(enquiry)

    enquiry.refresh_from_db()
    assert enquiry.erase_on == timezone.localdate() + timedelta(days=days)


@pytest.mark.parametrize(("outcome", "days"), [("withdrawn", 30), ("answered", 40)])
def test_without_a_rule_for_the_role_the_outcome_decides_then_the_default(outcome: str, days: int) -> None:
    enquiry = subject.enquiry()
    Retention.objects.all().delete()
    Retention.objects.create(outcome="withdrawn", days=30)
    Retention.objects.create(days=40)
    enquiry.outcome = outcome

    retention.set_erase_date(enquiry)

    assert enquiry.erase_on == timezone.localdate() + timedelta(days=days)


def test_a_hold_and_its_end_are_in_the_history() -> None:
    enquiry = subject.closed()

    retention.hold(enquiry, " A dispute. ", by=subject.colleague())
    assert last_event(enquiry) == ("held", "A dispute.", "pat")
    retention.unhold(enquiry, by=subject.colleague())
    assert last_event(enquiry) == ("unheld", "", "pat")


@pytest.mark.parametrize("reason", ["", "  ", "x" * 201])
def test_a_hold_needs_a_reason_of_some_length(reason: str) -> None:
    with pytest.raises(NotAllowed, match="200 characters"):
        retention.hold(subject.closed(), reason, by=subject.colleague())


def test_what_is_not_on_hold_cannot_be_freed_and_what_is_erased_not_held() -> None:
    enquiry = subject.closed()
    with pytest.raises(NotAllowed, match="not on hold"):
        retention.unhold(enquiry, by=subject.colleague())

    erasure.erase(enquiry)
    with pytest.raises(NotAllowed, match="it is erased"):
        retention.hold(enquiry, "Late", by=subject.colleague())


# What enquirers do themselves


def test_a_correction_replaces_the_answer_and_the_history_names_the_field_only() -> None:
    enquiry = subject.enquiry()

    rights.correct(enquiry, changes(name="Niamh", phone="", location="Leeds"))

    enquiry = Enquiry.objects.get()
    assert (enquiry.name, enquiry.phone, enquiry.location) == ("Niamh", "", "Leeds")
    assert last_event(enquiry) == ("corrected", "name, phone, location", "")


def test_a_corrected_enquiry_is_found_by_the_new_words_alone() -> None:
    enquiry = subject.enquiry()

    rights.correct(enquiry, changes(email="right@example.org"))

    assert list(search.find(Enquiry.objects.all(), "right@example.org")) == [enquiry]
    assert list(search.find(Enquiry.objects.all(), "siobhan@example.org")) == []


def test_a_correction_that_changes_nothing_leaves_no_trace() -> None:
    enquiry = subject.enquiry()
    events = enquiry.events.count()

    rights.correct(enquiry, changes())

    assert (enquiry.events.count(), enquiry.notices.count()) == (events, 2)


def test_a_new_address_gets_a_new_acknowledgement_and_what_was_not_sent_yet() -> None:
    enquiry = subject.enquiry()
    verbs.reply(enquiry, "Hello", "Dear Siobhán", by=subject.colleague())

    rights.correct(enquiry, changes(email="right@example.org"))

    to_enquirer = enquiry.notices.exclude(kind="alert").values_list("kind", "recipient")
    assert sorted(to_enquirer) == [("acknowledgement", "right@example.org"), ("reply", "right@example.org")]
    for notice in enquiry.notices.exclude(kind="alert"):
        assert access_links.status_link(enquiry) in notice.text
        assert access_links.status_link(enquiry) in notice.html
        assert (notice.text + notice.html).count("/enquiries/status/") == notice.text.count(
            access_links.status_link(enquiry)
        ) + notice.html.count(access_links.status_link(enquiry))


def test_what_went_to_the_old_address_stays_on_record() -> None:
    enquiry = subject.enquiry()
    Notice.objects.update(sent_at=Now())

    rights.correct(enquiry, changes(email="right@example.org"))

    sent = enquiry.notices.filter(kind="acknowledgement", sent_at__isnull=False)
    assert [notice.recipient for notice in sent] == ["siobhan@example.org"]


def test_the_link_is_no_way_to_write_to_the_world() -> None:
    enquiry = subject.enquiry()
    for number in range(3):
        Notice.objects.update(sent_at=Now())
        rights.correct(enquiry, changes(email=f"{number}@example.org"))
    Notice.objects.update(sent_at=Now())

    with pytest.raises(NotAllowed, match="several times"):
        rights.correct(enquiry, changes(email="more@example.org"))
    assert Enquiry.objects.get().email == "2@example.org"


def test_withdrawing_closes_dates_and_silences_the_enquiry() -> None:
    enquiry = subject.enquiry(role="client")

    rights.withdraw(enquiry)

    enquiry = Enquiry.objects.get()
    assert (enquiry.state, enquiry.outcome) == (State.CLOSED, "withdrawn")
    assert enquiry.closed_at
    assert enquiry.erase_on == timezone.localdate() + timedelta(days=30)
    assert [notice.kind for notice in enquiry.notices.all()] == ["alert"]
    assert last_event(enquiry) == ("withdrawn", "", "")


def test_what_is_closed_cannot_be_withdrawn() -> None:
    enquiry = subject.closed(outcome="placed")

    with pytest.raises(NotAllowed, match="already closed"):
        rights.withdraw(enquiry)
    assert Enquiry.objects.get().outcome == "placed"


def test_consent_is_taken_back_and_given_with_its_words() -> None:
    enquiry = subject.enquiry()
    wording = enquiry.marketing_wording

    consents.end(enquiry, Suppression.Reason.WITHDRAWN)
    assert Enquiry.objects.get().marketing_wording is None
    assert last_event(enquiry) == ("unconsented", "", "")

    consents.give(enquiry)
    assert Enquiry.objects.get().marketing_wording == wording
    assert last_event(enquiry) == ("consented", str(wording), "")


def test_consent_that_is_as_it_was_leaves_no_trace() -> None:
    enquiry = subject.enquiry()
    events = enquiry.events.count()

    consents.give(enquiry)

    assert enquiry.events.count() == events


@pytest.mark.parametrize(
    ("kind", "received", "due"),
    [
        (COMPLAINT, date(2026, 3, 1), date(2026, 3, 30)),
        (COMPLAINT, date(2026, 12, 15), date(2027, 1, 13)),
        (ERASURE, date(2026, 3, 1), date(2026, 4, 1)),
        (ERASURE, date(2026, 12, 15), date(2027, 1, 15)),
        (ERASURE, date(2027, 1, 31), date(2027, 2, 28)),
        (ERASURE, date(2028, 1, 31), date(2028, 2, 29)),
        (ERASURE, date(2026, 5, 31), date(2026, 6, 30)),
    ],
    ids=str,
)
def test_a_complaint_is_due_on_its_thirtieth_day_and_a_request_after_a_calendar_month(
    kind: Any, received: date, due: date
) -> None:
    assert deadlines.due_on(kind, received) == due


def test_a_request_is_a_dated_task_and_in_the_history() -> None:
    enquiry = subject.enquiry()

    request = rights.request(enquiry, COMPLAINT, "You called at night.")

    assert (request.kind, request.words, request.done_at) == ("complaint", "You called at night.", None)
    assert request.due_on == timezone.localdate() + timedelta(days=29)
    assert last_event(enquiry) == ("requested", "complaint", "")


def test_the_same_request_twice_is_one_task() -> None:
    enquiry = subject.enquiry()

    once, again = (rights.request(enquiry, COMPLAINT, "You called at night.") for _ in range(2))
    other = rights.request(enquiry, COMPLAINT, "You called at noon.")
    erasures = {rights.request(enquiry, ERASURE, words) for words in ("", "Please.")}

    assert once == again != other
    assert len(erasures) == 1
    assert enquiry.events.filter(kind=Event.Kind.REQUESTED).count() == 3


def test_an_answer_finishes_the_request_and_goes_to_the_enquirer() -> None:
    enquiry = subject.closed()
    request = rights.request(enquiry, COMPLAINT, "You called at night.")

    rights.finish(request, " We are sorry. ", by=subject.colleague())

    request.refresh_from_db()
    assert (request.answer, request.done_by) == ("We are sorry.", subject.colleague())
    assert request.done_at
    assert last_event(enquiry) == ("request_done", "complaint: agreed", "pat")
    notice = enquiry.notices.get(kind="request_answered")
    assert (notice.recipient, notice.is_held) == ("siobhan@example.org", False)
    assert "We are sorry." in notice.text


def test_an_answer_goes_out_even_to_suspected_spam() -> None:
    enquiry, _ = receiving.receive(subject.answers(), token="a" * 32, cv=None, spam_reasons=["A reason."])
    request = rights.request(enquiry, COMPLAINT, "I am no program.")

    rights.finish(request, "We are sorry.", by=subject.colleague())

    held = dict(enquiry.notices.values_list("kind", "is_held"))
    assert held == {
        "acknowledgement": True,
        "alert": True,
        "request": False,
        "request_acknowledged": False,
        "request_answered": False,
    }


def test_a_request_is_finished_once_and_not_without_an_answer() -> None:
    request = rights.request(subject.enquiry(), COMPLAINT, "You called at night.")
    with pytest.raises(NotAllowed, match="Write the answer"):
        rights.finish(request, "  ", by=subject.colleague())

    rights.finish(request, "Sorry.", by=subject.colleague())
    with pytest.raises(NotAllowed, match="already been dealt with"):
        rights.finish(request, "Sorry again.", by=subject.colleague())


def test_what_is_erased_admits_no_request() -> None:
    enquiry = subject.closed()
    erasure.erase(enquiry)

    with pytest.raises(NotAllowed, match="already been erased"):
        rights.request(enquiry, COMPLAINT, "Too late.")


def test_an_event_that_cannot_be_written_undoes_the_erasing(monkeypatch: pytest.MonkeyPatch) -> None:
    enquiry = subject.closed()

    def fail(*args: Any, **kwargs: Any) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(history, "record", fail)
    with pytest.raises(OSError, match="disk full"):
        erasure.erase(enquiry)

    assert Enquiry.objects.get().name == "Siobhán O'Neil"
    assert CV.objects.count() == 1
