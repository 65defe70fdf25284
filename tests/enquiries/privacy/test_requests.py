"""Requests and complaints about personal data, from the day they come until they are done, and what is left of them."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.db.models.functions import Now
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format

from articles.outbox import sending
from articles.outbox.models import Message
from enquiries import access_links
from enquiries.handling import verbs
from enquiries.locking import NotAllowed
from enquiries.models import Enquiry, Event, Notice, PrivacyRequest, Retention, State, Team
from enquiries.notices import reminders, writing
from enquiries.privacy import deadlines, erasure, register, requests, restriction, retention, rights
from tests.enquiries import data_subject as subject
from tests.enquiries.mail_server import MailServer

pytestmark = pytest.mark.django_db
Kind, Outcome = PrivacyRequest.Kind, PrivacyRequest.Outcome
A_DAY = timedelta(days=1)


@pytest.fixture
def dpo() -> Team:
    return Team.objects.create(name="Data protection", email="privacy@agency.example", looks_after_data=True)


@pytest.fixture
def pat() -> Any:
    return subject.colleague()


def today() -> date:
    return timezone.localdate()


def in_words(day: date) -> str:
    return date_format(day, "l j F Y")


def again(request: PrivacyRequest) -> PrivacyRequest:
    return PrivacyRequest.objects.with_obstacles().get(pk=request.pk)


def deliver() -> None:
    sending.send_due("mail")


# Dates


@pytest.mark.parametrize(
    ("start", "months", "due"),
    [
        (date(2026, 1, 31), 0, date(2026, 2, 28)),
        (date(2026, 12, 31), 0, date(2027, 1, 31)),
        (date(2026, 12, 15), 2, date(2027, 3, 15)),
        (date(2026, 11, 30), 2, date(2027, 2, 28)),
        (date(2026, 10, 31), 1, date(2026, 12, 31)),
    ],
)
def test_a_request_is_due_on_the_same_day_of_a_later_month_or_its_last(start: date, months: int, due: date) -> None:
    assert deadlines.due_on(Kind.ACCESS, start, months) == due


@pytest.mark.parametrize("kind", Kind)
def test_the_clock_starts_on_the_day_on_which_it_came(kind: Any, pat: Any) -> None:
    came = today() - 3 * A_DAY

    request = rights.request(subject.enquiry(), kind, "Please.", by=pat, received=came)

    assert timezone.localtime(request.received_at).date() == came
    assert request.due_on == deadlines.due_on(kind, came)


def test_the_clock_starts_anew_when_we_know_who_asks(pat: Any) -> None:
    request = rights.request(subject.enquiry(), Kind.ACCESS, "", by=pat, received=today() - 10 * A_DAY)

    requests.confirm_identity(request, today() - A_DAY, by=pat)

    assert again(request).due_on == deadlines.due_on(Kind.ACCESS, today() - A_DAY)
    for day in (today() + A_DAY, today() - 11 * A_DAY):
        with pytest.raises(NotAllowed, match="from the day on which it came up to today"):
            requests.confirm_identity(request, day, by=pat)


def test_a_day_that_was_taken_down_wrongly_is_corrected_and_the_person_gets_the_right_dates(pat: Any) -> None:
    enquiry = subject.enquiry()
    request = rights.request(enquiry, Kind.COMPLAINT, "By letter.", by=pat)
    came = today() - 6 * A_DAY

    requests.correct_day(request, came, by=pat)

    assert timezone.localdate(again(request).received_at) == came
    assert again(request).due_on == deadlines.due_on(Kind.COMPLAINT, came)
    assert f"Received: {in_words(came)}" in enquiry.notices.filter(kind="request_acknowledged").latest("pk").text
    with pytest.raises(NotAllowed, match="still to come"):
        requests.correct_day(request, today() + A_DAY, by=pat)
    requests.extend(request, 1, "Much.", by=pat)
    with pytest.raises(NotAllowed, match="no longer follows"):
        requests.correct_day(request, came, by=pat)


def test_the_thirty_days_of_a_complaint_wait_for_no_proof(pat: Any) -> None:
    request = rights.request(subject.enquiry(), Kind.COMPLAINT, "You called at night.")

    with pytest.raises(NotAllowed, match="begin on the day on which it came"):
        requests.confirm_identity(request, today(), by=pat)


@pytest.mark.parametrize("months", [1, 2])
def test_more_time_is_taken_once_and_the_person_is_told_why(months: int, pat: Any, mail_server: MailServer) -> None:
    enquiry = subject.enquiry()
    request = rights.request(enquiry, Kind.ACCESS, "", received=today() - 5 * A_DAY, by=pat)
    Notice.objects.update(sent_at=Now())

    requests.extend(request, months, " You wrote to us often. ", by=pat)

    due = deadlines.due_on(Kind.ACCESS, today() - 5 * A_DAY, months)
    assert (again(request).due_on, again(request).extension_reason) == (due, "You wrote to us often.")
    deliver()
    told = mail_server.mail_to("siobhan@example.org").get_body(("plain",)).get_content()
    assert f"by {in_words(due)}." in told
    assert "Why: You wrote to us often." in told
    with pytest.raises(NotAllowed, match="possible once"):
        requests.extend(request, 1, "Again.", by=pat)
    with pytest.raises(NotAllowed, match="already been extended"):
        requests.confirm_identity(request, today(), by=pat)


def test_more_time_needs_a_reason_and_is_taken_in_the_first_month(pat: Any) -> None:
    request = rights.request(subject.enquiry(), Kind.ACCESS, "")
    with pytest.raises(NotAllowed, match="Say why"):
        requests.extend(request, 1, " ", by=pat)
    with pytest.raises(NotAllowed, match="one or two"):
        requests.extend(request, 3, "Much.", by=pat)

    PrivacyRequest.objects.update(due_on=today() - A_DAY)
    with pytest.raises(NotAllowed, match="too late"):
        requests.extend(request, 1, "Much.", by=pat)


# Who is told


def test_a_request_goes_to_who_looks_after_data_protection_and_not_to_the_team_complained_of(
    dpo: Team, mail_server: MailServer
) -> None:
    enquiry = subject.enquiry()
    enquiry.owner = subject.colleague("owner")
    enquiry.owner.email = "owner@agency.example"
    enquiry.owner.save()
    enquiry.save()
    Notice.objects.update(sent_at=Now())

    request = rights.request(enquiry, Kind.COMPLAINT, "You called at night.")
    deliver()

    assert sorted(mail_server.recipients) == [["privacy@agency.example"], ["siobhan@example.org"]]
    told = mail_server.mail_to("privacy@agency.example")
    assert told["Subject"] == (
        f"Data protection: complaint ({enquiry.reference}), answer by {date_format(request.due_on, 'j F Y')}"
    )
    assert told["Reply-To"] == "siobhan@example.org"
    assert mail_server.mail_to("siobhan@example.org")["Reply-To"] == "privacy@agency.example"


def test_without_one_named_it_goes_to_the_default_team() -> None:
    request = rights.request(subject.enquiry(), Kind.ERASURE, "")

    assert request.enquiry.notices.get(kind="request").recipient == "team@agency.example"


def test_the_person_is_told_what_was_asked_when_it_came_who_answers_and_by_when(
    dpo: Team, mail_server: MailServer
) -> None:
    enquiry = subject.enquiry()
    Notice.objects.update(sent_at=Now())

    request = rights.request(enquiry, Kind.RECTIFICATION, "My name is spelt wrongly.")
    deliver()

    mail = mail_server.mail_to("siobhan@example.org")
    text = mail.get_body(("plain",)).get_content()
    assert mail["Subject"] == f"We have your request about your data ({enquiry.reference})"
    for told in (
        "Hello Siobhán O'Neil,",
        "You asked us to correct your personal data.",
        f"Received: {in_words(today())}",
        "Who will answer: Data protection",
        f"By when: {in_words(request.due_on)}",
        access_links.status_link(enquiry),
    ):
        assert told in text
    assert again(request).acknowledged_at


def test_the_confirmation_brings_nobody_the_words_of_somebody_who_typed_their_address(mail_server: MailServer) -> None:
    rights.request(subject.enquiry(), Kind.COMPLAINT, "Buy at evil.example now.")
    deliver()

    assert not any("evil.example" in str(mail) for mail in mail_server.mails)


def test_the_link_is_no_way_to_send_mail_without_an_end(pat: Any) -> None:
    enquiry = subject.enquiry()
    for number in range(rights.MAX_OPEN):
        rights.request(enquiry, Kind.COMPLAINT, f"Number {number}.")

    with pytest.raises(NotAllowed, match="answer your other requests first"):
        rights.request(enquiry, Kind.COMPLAINT, "One more.")
    assert rights.request(enquiry, Kind.COMPLAINT, "Number 0.") == enquiry.privacy_requests.earliest("pk")
    rights.request(enquiry, Kind.COMPLAINT, "By phone.", by=pat)


def test_the_answer_to_a_request_is_owed_even_after_withdrawing(mail_server: MailServer) -> None:
    enquiry = subject.enquiry()
    rights.request(enquiry, Kind.ACCESS, "")

    rights.withdraw(enquiry)

    assert sorted(enquiry.notices.values_list("kind", flat=True)) == ["alert", "request", "request_acknowledged"]


def test_what_waits_about_a_request_goes_to_a_corrected_address() -> None:
    enquiry = subject.enquiry()
    rights.request(enquiry, Kind.ACCESS, "")
    corrected = {name: subject.answers()[name] for name in rights.correctable("candidate")}

    rights.correct(enquiry, corrected | {"email": "right@example.org"})

    notice = enquiry.notices.get(kind="request_acknowledged")
    assert notice.recipient == "right@example.org"
    assert access_links.status_link(enquiry) in notice.text


def test_reminders_come_a_week_before_and_once_more_when_it_is_overdue(dpo: Team, mail_server: MailServer) -> None:
    enquiry = subject.enquiry()
    first = rights.request(enquiry, Kind.ACCESS, "")
    second = rights.request(enquiry, Kind.COMPLAINT, "You called at night.")
    assert requests.do_due() == 0
    PrivacyRequest.objects.update(due_on=today() + 7 * A_DAY)

    assert [requests.do_due(), requests.do_due()] == [2, 0]
    PrivacyRequest.objects.filter(pk=first.pk).update(due_on=today() - A_DAY, reminded_at=Now() - 8 * A_DAY)
    assert [requests.do_due(), requests.do_due()] == [1, 0]

    early, late = Message.objects.filter(kind="privacy_reminder").order_by("pk")
    assert early.recipient == late.recipient == "privacy@agency.example"
    assert f"Access ({enquiry.reference})" in early.text
    assert f"/admin/enquiries/privacyrequest/{second.pk}/change/" in early.text
    assert "overdue" not in early.text
    assert f"due {in_words(today() - A_DAY)}: overdue" in late.text
    assert not any(words in early.text + early.html for words in subject.PERSONAL)


def test_what_is_done_is_not_reminded_of(pat: Any) -> None:
    request = rights.request(subject.enquiry(), Kind.ACCESS, "")
    rights.finish(request, "Here it is.", by=pat)
    PrivacyRequest.objects.update(due_on=today())

    assert requests.do_due() == 0


def test_marking_as_spam_holds_no_mail_about_a_request(pat: Any) -> None:
    enquiry = subject.enquiry()
    rights.finish(rights.request(enquiry, Kind.ACCESS, ""), "Here it is.", by=pat)

    verbs.mark_spam(enquiry, by=pat)

    assert sorted(enquiry.notices.filter(is_held=True).values_list("kind", flat=True)) == ["acknowledgement", "alert"]


# The same request


@pytest.mark.parametrize("kind", Kind)
def test_the_same_request_twice_is_one(kind: Any) -> None:
    enquiry = subject.enquiry()

    once, twice = (rights.request(enquiry, kind, "Please.") for _ in range(2))

    assert once == twice
    assert enquiry.notices.filter(kind__startswith="request").count() == 2


def test_what_is_new_in_a_repeated_request_is_added() -> None:
    enquiry = subject.enquiry()
    for words in ("", "Also the notes.", "Also the notes."):
        rights.request(enquiry, Kind.ACCESS, words)

    assert PrivacyRequest.objects.get().words == "Also the notes."


def test_the_same_letter_taken_down_twice_is_one(pat: Any) -> None:
    for _ in range(2):
        rights.request(None, Kind.ACCESS, "All of it.", by=pat, name="Ada Letter")

    assert PrivacyRequest.objects.count() == 1


# Erasure


def test_an_erasure_that_was_agreed_stays_open_until_the_data_is_gone(pat: Any, mail_server: MailServer) -> None:
    enquiry = subject.enquiry()
    request = rights.request(enquiry, Kind.ERASURE, "")

    rights.finish(request, "We erase everything.", by=pat)

    assert (again(request).done_at, again(request).standing()) == (None, "agreed, waiting for a message to be sent")
    assert requests.do_due() == 0
    deliver()
    assert again(request).standing() == "agreed, waiting for the erasure itself"
    assert requests.do_due() == 1

    done = again(request)
    assert (done.enquiry.state, done.outcome, done.done_by, done.words, done.answer) == (
        State.ERASED,
        "agreed",
        pat,
        "",
        "",
    )
    assert done.done_at
    assert [words for words in subject.PERSONAL if words in subject.stored()] == []
    answer = [mail for mail in mail_server.mails if mail["Subject"] == f"Your data: an answer ({enquiry.reference})"]
    assert "The link to your own page then stops working." in answer[0].get_body(("plain",)).get_content()


def hold(enquiry: Enquiry) -> None:
    retention.hold(enquiry, "A court asked for it.", by=subject.colleague())


def lift_hold(enquiry: Enquiry) -> None:
    retention.unhold(enquiry, by=subject.colleague())


def complain(enquiry: Enquiry) -> None:
    rights.request(enquiry, Kind.COMPLAINT, "You called at night.")
    Notice.objects.update(sent_at=Now())


def answer_complaint(enquiry: Enquiry) -> None:
    rights.finish(enquiry.privacy_requests.get(kind="complaint"), "Sorry.", by=subject.colleague())
    Notice.objects.update(sent_at=Now())


@pytest.mark.parametrize(
    ("hinder", "free", "waits"),
    [
        (hold, lift_hold, "agreed, waiting for the hold to be lifted (A court asked for it.)"),
        (complain, answer_complaint, "agreed, waiting for another request to be answered"),
    ],
)
def test_an_agreed_erasure_waits_for_what_holds_it_back_and_then_happens(
    hinder: Any, free: Any, waits: str, pat: Any
) -> None:
    enquiry = subject.enquiry()
    request = rights.request(enquiry, Kind.ERASURE, "")
    hinder(enquiry)
    rights.finish(request, "We erase everything.", by=pat)
    Notice.objects.update(sent_at=Now())

    assert again(request).standing() == waits
    assert [requests.do_due(), erasure.erase_due()] == [0, 0]
    assert again(request).done_at is None

    free(enquiry)
    assert requests.do_due() == 1
    assert (Enquiry.objects.get().state, again(request).outcome) == (State.ERASED, "agreed")


def test_an_agreed_erasure_is_overdue_like_any_other(pat: Any) -> None:
    enquiry = subject.enquiry()
    request = rights.request(enquiry, Kind.ERASURE, "")
    hold(enquiry)
    rights.finish(request, "We erase everything.", by=pat)
    PrivacyRequest.objects.update(due_on=today() - A_DAY)

    assert list(PrivacyRequest.objects.overdue()) == [request]
    assert requests.do_due() == 1  # the reminder


def test_the_purge_and_staff_finish_it_too(pat: Any) -> None:
    first, second = subject.enquiry(), subject.enquiry(token="b" * 32)
    for enquiry in (first, second):
        rights.finish(rights.request(enquiry, Kind.ERASURE, ""), "We erase everything.", by=pat)
    first.notices.update(sent_at=Now())

    assert erasure.erase_due() == 1
    erasure.erase(second, by=subject.colleague("kim"))

    assert not PrivacyRequest.objects.open().exists()
    assert set(PrivacyRequest.objects.values_list("done_by__username", "outcome")) == {("pat", "agreed")}


def test_the_worker_leaves_what_waits_for_its_date_to_the_purge() -> None:
    subject.come_due(subject.closed())

    assert requests.do_due() == 0


def test_a_refused_erasure_is_done_and_the_person_learns_where_to_complain(pat: Any, mail_server: MailServer) -> None:
    enquiry = subject.closed()
    request = rights.request(enquiry, Kind.ERASURE, "")
    Notice.objects.update(sent_at=Now())

    rights.finish(request, "We have to keep it for a court.", by=pat, outcome=Outcome.REFUSED)
    deliver()

    assert again(request).done_at
    assert again(request).standing() == "refused"
    told = mail_server.mail_to("siobhan@example.org").get_body(("plain",)).get_content()
    assert "We have to keep it for a court." in told
    assert "complain to the Information Commissioner’s Office (https://ico.org.uk/make-a-complaint/)" in told
    assert "then stops working" not in told
    assert requests.do_due() == 0
    verbs.reopen(enquiry, by=pat)
    with pytest.raises(NotAllowed, match="It is open"):
        erasure.erase(enquiry, by=pat)


@pytest.mark.parametrize("kind", sorted(set(Kind) - {Kind.ERASURE}))
def test_what_is_asked_about_the_data_is_answered_before_the_data_goes(kind: Any, pat: Any) -> None:
    enquiry = subject.closed()
    subject.come_due(enquiry)
    request = rights.request(enquiry, kind, "Please.")
    Notice.objects.update(sent_at=Now())

    assert erasure.erase_due() == 0
    with pytest.raises(NotAllowed, match=f"answered first: {kind}"):
        erasure.erase(enquiry, by=pat)

    rights.finish(request, "Done.", by=pat, outcome=Outcome.REFUSED)
    Notice.objects.update(sent_at=Now())
    assert erasure.erase_due() == 1


def test_a_decision_is_made_once(pat: Any) -> None:
    request = rights.request(subject.enquiry(), Kind.ERASURE, "")
    rights.finish(request, "We erase everything.", by=pat)

    for verb in (
        lambda: rights.finish(request, "No.", by=pat, outcome=Outcome.REFUSED),
        lambda: requests.extend(request, 1, "Much.", by=pat),
    ):
        with pytest.raises(NotAllowed, match="already been dealt with"):
            verb()


# Without an enquiry


def test_somebody_of_whom_we_hold_nothing_can_use_a_right(dpo: Team, pat: Any, mail_server: MailServer) -> None:
    request = rights.request(None, Kind.ACCESS, "What do you hold?", by=pat, name="Ada Letter", email="ada@example.org")
    deliver()

    assert request.reference == f"R{request.pk}"
    assert sorted(mail_server.recipients) == [["ada@example.org"], ["privacy@agency.example"]]
    told = mail_server.mail_to("ada@example.org")
    assert told["Reply-To"] == "privacy@agency.example"
    assert "/enquiries/status/" not in told.get_body(("plain",)).get_content()

    rights.finish(request, "Nothing.", by=pat)
    deliver()
    assert again(request).done_at
    assert len(mail_server.mails) == 3


def test_somebody_without_an_address_is_told_by_letter_and_that_is_noted(pat: Any) -> None:
    request = rights.request(None, Kind.COMPLAINT, "By letter.", by=pat, name="Ada Letter")
    assert [message.kind for message in request.mails.all()] == ["request"]
    assert "acknowledge and answer it by letter or phone" in request.mails.get().text
    assert request.acknowledged_at is None

    requests.acknowledge(request, by=pat)
    rights.finish(request, "Sorry.", by=pat)

    done = again(request)
    assert (bool(done.acknowledged_at), bool(done.done_at), done.mails.count()) == (True, True, 1)


def test_a_right_is_used_about_what_is_erased_already(pat: Any) -> None:
    enquiry = subject.closed()
    erasure.erase(enquiry)

    request = rights.request(enquiry, Kind.ERASURE, "Is it gone?", by=pat, email="siobhan@example.org")
    rights.finish(request, "It is.", by=pat)

    assert (request.reference, again(request).standing()) == (enquiry.reference, "agreed")
    assert [message.recipient for message in request.mails.order_by("pk")] == [
        "team@agency.example",
        "siobhan@example.org",
        "siobhan@example.org",
    ]
    assert not enquiry.notices.exists()


def test_after_a_while_the_register_forgets_who_asked_and_keeps_the_line(pat: Any) -> None:
    request = rights.request(None, Kind.ACCESS, "What?", by=pat, name="Ada Letter", email="ada@example.org")
    waiting = rights.request(None, Kind.ACCESS, "Else?", by=pat, name="Ada Second")
    rights.finish(request, "Nothing.", by=pat)
    days = Retention.objects.get(role="", outcome="").days
    assert register.forget() == 0

    PrivacyRequest.objects.filter(pk=request.pk).update(done_at=Now() - timedelta(days=days + 1))
    assert [register.to_forget().count(), register.forget(), register.forget()] == [1, 1, 0]

    left = again(request)
    assert (left.name, left.email, left.words, left.answer, left.mails.count()) == ("", "", "", "", 0)
    assert (left.kind, left.outcome, left.done_by) == ("access", "agreed", pat)
    assert again(waiting).name == "Ada Second"
    assert "ada@example.org" not in [message.recipient for message in Message.objects.all()]


def test_the_register_says_of_each_what_happened_and_never_who_asked(pat: Any) -> None:
    enquiry = subject.enquiry()
    request = rights.request(enquiry, Kind.ERASURE, "Forget Siobhán.")
    rights.finish(request, "Gone.", by=pat)
    erasure.erase(enquiry, by=pat)

    day = today()
    assert register.rows(PrivacyRequest.objects.all()) == [
        (enquiry.reference, "erasure", day, "", day, request.due_on, "", day, day, "agreed", "pat")
    ]


# Restriction


def restricted(enquiry: Enquiry, pat: Any) -> PrivacyRequest:
    request = rights.request(enquiry, Kind.RESTRICTION, "")
    rights.finish(request, "We keep it and do not use it.", by=pat)
    enquiry.refresh_from_db()
    return request


def test_what_is_restricted_is_kept_and_neither_worked_on_nor_erased(pat: Any) -> None:
    enquiry = subject.enquiry()
    request = restricted(enquiry, pat)

    for verb in (
        lambda: verbs.take(enquiry, by=pat),
        lambda: verbs.reply(enquiry, "Hello", "Hello", by=pat),
        lambda: verbs.close(enquiry, "answered", by=pat),
        lambda: verbs.mark_spam(enquiry, by=pat),
    ):
        with pytest.raises(NotAllowed, match="asked us not to use"):
            verb()
    with pytest.raises(NotAllowed, match="Lift the restriction instead"):
        retention.unhold(enquiry, by=pat)
    with pytest.raises(NotAllowed, match="It is on hold"):
        erasure.erase(enquiry, by=pat)
    assert again(request).done_at
    assert dict(enquiry.notices.values_list("kind", "is_held")) == {
        "acknowledgement": True,
        "alert": True,
        "request": False,
        "request_acknowledged": False,
        "request_answered": False,
    }


def test_nobody_is_reminded_of_what_may_not_be_used(pat: Any) -> None:
    enquiry = subject.enquiry()
    restricted(enquiry, pat)
    Enquiry.objects.update(reply_due_at=Now() - A_DAY)

    assert reminders.send_out() == 0
    assert not Enquiry.objects.overdue().exists()


def test_the_end_of_a_restriction_is_told_and_work_goes_on(pat: Any) -> None:
    enquiry = subject.enquiry()
    restricted(enquiry, pat)
    with pytest.raises(NotAllowed, match="Say why"):
        restriction.lift(enquiry, " ", by=pat)

    restriction.lift(enquiry, "Your details are checked.", by=pat)

    assert (enquiry.is_restricted, enquiry.hold_reason) == (False, "")
    assert "Your details are checked." in enquiry.notices.get(kind="restriction_lifted").text
    assert not enquiry.notices.filter(is_held=True).exists()
    verbs.take(enquiry, by=pat)
    with pytest.raises(NotAllowed, match="not restricted"):
        restriction.lift(enquiry, "Again.", by=pat)


def test_a_hold_of_our_own_outlives_the_restriction(pat: Any) -> None:
    enquiry = subject.enquiry()
    hold(enquiry)
    restricted(enquiry, pat)

    restriction.lift(enquiry, "Your details are checked.", by=pat)

    assert enquiry.hold_reason == "A court asked for it."


def test_suspected_spam_stays_held_when_its_restriction_ends(pat: Any) -> None:
    enquiry = subject.enquiry()
    verbs.mark_spam(enquiry, by=pat)
    restricted(enquiry, pat)

    restriction.lift(enquiry, "Your details are checked.", by=pat)

    assert enquiry.notices.get(kind="acknowledgement").is_held


@pytest.mark.parametrize("outcome", [Outcome.REFUSED, Outcome.TAKEN_BACK])
def test_a_restriction_that_is_not_agreed_to_restricts_nothing(outcome: Any, pat: Any) -> None:
    enquiry = subject.enquiry()

    rights.finish(rights.request(enquiry, Kind.RESTRICTION, ""), "No.", by=pat, outcome=outcome)

    enquiry.refresh_from_db()
    assert (enquiry.is_restricted, enquiry.hold_reason) == (False, "")


# Objection


def test_an_objection_ends_the_consent_to_news_at_once() -> None:
    enquiry = subject.enquiry()

    rights.request(enquiry, Kind.OBJECTION, "No more news.")

    enquiry.refresh_from_db()
    assert enquiry.marketing_wording is None
    assert enquiry.events.filter(kind=Event.Kind.OBJECTED).count() == 1


# The history names no words


def test_the_team_complained_of_does_not_read_the_complaint_in_the_history(pat: Any) -> None:
    enquiry = subject.enquiry()
    request = rights.request(enquiry, Kind.COMPLAINT, "Sam called at night.")
    rights.finish(request, "We spoke with Sam.", by=pat, outcome=Outcome.PARTLY)

    told = [words for words in enquiry.events.values_list("words", flat=True) if words]
    assert told == ["complaint", "complaint: agreed in part"]


def test_an_erasure_whose_last_mail_waits_at_the_day_is_shown_to_the_person(client: Client, pat: Any) -> None:
    enquiry = subject.enquiry()
    rights.finish(rights.request(enquiry, Kind.ERASURE, ""), "We erase everything.", by=pat)

    page = client.get(f"/enquiries/status/{access_links.status_token(enquiry)}/").content.decode()

    assert "We agreed. Your data is erased as soon as our last e-mail has been sent" in page


def test_a_message_that_is_held_with_spam_does_not_hold_an_erasure_back(pat: Any) -> None:
    enquiry = subject.enquiry()
    verbs.mark_spam(enquiry, by=pat)
    rights.finish(rights.request(enquiry, Kind.ERASURE, ""), "We erase everything.", by=pat)
    enquiry.notices.filter(is_held=False).update(sent_at=Now())
    writing.alert(enquiry)

    assert requests.do_due() == 1


def test_a_day_in_the_past_is_taken_as_its_start(pat: Any) -> None:
    request = rights.request(subject.enquiry(), Kind.ACCESS, "", by=pat, received=date(2026, 7, 1))

    assert again(request).received_at == timezone.make_aware(datetime.combine(date(2026, 7, 1), time.min))
