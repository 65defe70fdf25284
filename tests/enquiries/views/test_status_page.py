import html
import json
import re
from datetime import timedelta
from typing import Any

import pytest
from django.db.models.functions import Now
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format

from enquiries import access_links, wordings
from enquiries.handling import verbs
from enquiries.models import CV, Enquiry, Notice, PrivacyRequest, Retention, State, Wording
from enquiries.privacy import disclosure, erasure, requests, retention, rights
from tests import cast
from tests.enquiries import data_subject as subject

pytestmark = pytest.mark.django_db
FORMS = ("correct", "withdraw", "hearing-from-us", "erasure", "complaint", "rights")
CORRECTION = {
    name: subject.answers()[name]
    for name in ("name", "email", "phone", "reply_by", "reply_when", "role_sought", "location", "right_to_work")
}


def page_of(enquiry: Enquiry, part: str = "") -> str:
    return f"/enquiries/status/{access_links.status_token(enquiry)}/{part}"


def words(response: Any) -> str:
    """The text of the page's main part, as a reader sees it."""
    main = response.content.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).split())


def errors(response: Any) -> list[tuple[str, str]]:
    summary = response.content.decode().partition('class="error-summary"')[2].partition("</ul>")[0]
    found = re.findall(r'<li>(?:<a href="#id_(\w+)">)?([^<]+)', summary)
    return [(field, html.unescape(sentence)) for field, sentence in found]


# Seeing


def test_the_enquirer_sees_all_that_is_held(client: Client) -> None:
    cast.full_guide()
    enquiry = subject.enquiry()

    shown = words(client.get(page_of(enquiry)))

    for held in (
        f"Your reference is {enquiry.reference}",
        "Status Received.",
        f"Arrived {date_format(timezone.localtime(enquiry.received_at), 'l j F Y, H:i')}",
        f"Reply promised by {date_format(timezone.localtime(enquiry.reply_due_at), 'l j F Y, H:i')}",
        "I am looking for work",
        "Name Siobhán O'Neil",
        "E-mail siobhan@example.org",
        "Phone +44 161 496 0000",
        "Reply Either is fine",
        "Best time Tuesdays",
        "Role sought Lead tester",
        "Location Didsbury",
        "Right to work in the UK Yes",
        "Message My secret wish: a new job.",
        "CV Siobhán O'Neil CV.pdf (17",
        "The page you came from /guides/a-guide/",
        f"(version 1): {enquiry.privacy_wording.text}",
        f"You agreed to this (version 1): {enquiry.marketing_wording.text}",
    ):
        assert held in shown


def test_the_wordings_are_those_that_were_shown_not_todays(client: Client) -> None:
    enquiry = subject.enquiry()
    wordings.change(Wording.Kind.PRIVACY, "Entirely new privacy words.")

    shown = words(client.get(page_of(enquiry)))

    assert "(version 1)" in shown
    assert "Entirely new" not in shown


def suspect(enquiry: Enquiry) -> None:
    Enquiry.objects.update(state=State.SPAM)


def take(enquiry: Enquiry) -> None:
    verbs.take(enquiry, by=subject.colleague())


def answer(enquiry: Enquiry) -> None:
    verbs.reply(enquiry, "Hello", "Hello", by=subject.colleague())


def close(enquiry: Enquiry) -> None:
    verbs.close(enquiry, "unsuitable", by=subject.colleague())


@pytest.mark.parametrize(
    ("step", "status"),
    [
        (suspect, "Status Received. It has arrived and is waiting to be read."),
        (take, "Status Being dealt with. One of us is looking after it."),
        (answer, "Status Waiting for your answer. We have written to you. We will carry on when you answer."),
        (close, "Status Closed. We have finished working on it."),
        (rights.withdraw, "Status Closed. You withdrew it."),
    ],
)
def test_the_status_is_told_in_plain_words(client: Client, step: Any, status: str) -> None:
    enquiry = subject.enquiry()
    step(enquiry)

    shown = words(client.get(page_of(enquiry)))

    assert status in shown
    assert "spam" not in shown.lower()


def test_the_erase_date_is_told_once_it_is_set(client: Client) -> None:
    enquiry = subject.enquiry()
    assert "Your data will be erased on" not in words(client.get(page_of(enquiry)))

    verbs.close(enquiry, "answered", by=subject.colleague())

    shown = words(client.get(page_of(enquiry)))
    assert f"Your data will be erased on {date_format(enquiry.erase_on, 'j F Y')}" in shown
    assert "Reply promised" not in shown
    assert "Withdraw your enquiry" not in shown


def test_a_hold_is_told_without_its_reason(client: Client) -> None:
    enquiry = subject.closed()
    retention.hold(enquiry, "Lawyers", by=subject.colleague())

    shown = words(client.get(page_of(enquiry)))

    assert "we have to keep it for now" in shown
    assert "Lawyers" not in shown


def test_notes_for_colleagues_are_not_shown(client: Client) -> None:
    enquiry = subject.enquiry()
    verbs.note(enquiry, "For colleagues only", by=subject.colleague())

    assert b"For colleagues only" not in client.get(page_of(enquiry)).content
    assert b"For colleagues only" not in client.get(page_of(enquiry, "copy/")).content


def test_hostile_words_are_shown_as_words(client: Client) -> None:
    enquiry = subject.enquiry(name="<script>alert(1)</script>", message="</dd><img src=x onerror=alert(1)>")

    page = client.get(page_of(enquiry)).content.decode()

    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_the_copy_is_a_file_with_everything(client: Client) -> None:
    cast.full_guide()
    enquiry = subject.enquiry()
    verbs.reply(enquiry, "About you", "Dear Siobhán", by=subject.colleague())
    Notice.objects.update(sent_at=Now())
    rights.request(enquiry, PrivacyRequest.Kind.COMPLAINT, "You called at night.")

    response = client.get(page_of(enquiry, "copy/"))

    assert response.headers["Content-Disposition"] == f'attachment; filename="enquiry-{enquiry.reference}.json"'
    copy = json.loads(response.content)
    assert copy["answers"] == {
        name: value
        for name, value in subject.answers(organisation="", role_to_fill="", engagement="", urgency="").items()
        if name not in {"from", "marketing"}
    }
    assert (copy["reference"], copy["status"], copy["came_from"], copy["cv"]) == (
        enquiry.reference,
        "Waiting for your answer",
        "/guides/a-guide/",
        {"name": "Siobhán O'Neil CV.pdf", "type": "application/pdf", "size": 17, "scan": "not scanned for viruses"},
    )
    assert copy["privacy_notice"] == {"version": 1, "text": enquiry.privacy_wording.text}
    assert copy["marketing_consent"] == {"version": 1, "text": enquiry.marketing_wording.text}
    assert [request["words"] for request in copy["requests"]] == ["You called at night."]
    assert sorted(mail["recipient"] for mail in copy["mails_to_you"]) == ["siobhan@example.org"] * 2


def test_the_cv_comes_back_as_it_was_sent_and_as_a_file(client: Client) -> None:
    response = client.get(page_of(subject.enquiry(), "cv/"))

    assert response.content == subject.CV.content
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"] == (
        "attachment; filename=\"Siobhan O'Neil CV.pdf\"; filename*=UTF-8''Siobh%C3%A1n%20O%27Neil%20CV.pdf"
    )
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_without_a_cv_there_is_none_to_fetch(client: Client) -> None:
    enquiry = subject.enquiry(cv=None)

    assert client.get(page_of(enquiry, "cv/")).status_code == 404
    assert ">CV<" not in client.get(page_of(enquiry)).content.decode()


# Who gets in


@pytest.mark.parametrize("part", ["", "copy/", "cv/", *(f"{form}/" for form in FORMS)])
def test_a_link_that_opens_nothing_tells_nothing(client: Client, part: str) -> None:
    mine, other = subject.enquiry(), subject.enquiry(token="b" * 32)
    signature = access_links.status_token(mine).partition(":")[2]
    erased = subject.closed(token="c" * 32)
    dead = page_of(erased, part)
    erasure.erase(erased)

    answers = [
        client.get(path)
        for path in (
            f"/enquiries/status/{other.reference}:{signature}/{part}",
            f"/enquiries/status/{other.reference}/{part}",
            f"/enquiries/status/AAAAAAAA:{'x' * 43}/{part}",
            dead,
        )
    ]

    assert {answer.status_code for answer in answers} == {404}
    assert len({words(answer) for answer in answers}) == 1
    assert not any(held in words(answers[0]) for held in subject.PERSONAL)


@pytest.mark.parametrize("part", [f"{form}/" for form in FORMS])
def test_a_link_that_opens_nothing_changes_nothing(client: Client, part: str) -> None:
    enquiry = subject.enquiry()
    before = subject.stored()

    response = client.post(f"/enquiries/status/{enquiry.reference}:{'x' * 43}/{part}", CORRECTION | {"words": "x"})

    assert response.status_code == 404
    assert subject.stored() == before


@pytest.mark.parametrize("part", ["", "copy/", "cv/", "nothing/", *(f"{form}/" for form in FORMS)])
def test_no_answer_is_kept_indexed_or_told_to_other_hosts(client: Client, part: str) -> None:
    enquiry = subject.enquiry()

    for path in (page_of(enquiry, part), f"/enquiries/status/AAAAAAAA:{'x' * 43}/{part}"):
        response = client.get(path)
        assert "no-store" in response.headers["Cache-Control"]
        assert response.headers["X-Robots-Tag"] == "noindex"
        # "same-origin" where a form is: with "no-referrer" browsers send "Origin: null", and the form is refused.
        assert response.headers["Referrer-Policy"] == (
            "same-origin" if part[:-1] in (*FORMS, "nothing") else "no-referrer"
        )
        addresses = re.findall(r'(?:href|src|action)="(https?://[^"]+)"', response.content.decode())
        assert not any("status" in address for address in addresses if not address.startswith("http://localhost/"))


def test_reading_sets_no_cookie(client: Client) -> None:
    client.get(page_of(subject.enquiry()))

    assert not client.cookies


@pytest.mark.parametrize("part", [f"{form}/" for form in FORMS])
def test_a_forged_change_is_refused(part: str) -> None:
    enquiry = subject.enquiry()
    before = subject.stored()

    response = Client(enforce_csrf_checks=True).post(page_of(enquiry, part), CORRECTION | {"words": "x", "wording": ""})

    assert response.status_code == 403
    assert subject.stored() == before


@pytest.mark.parametrize("part", ["", "copy/", "cv/"])
def test_reading_changes_nothing_and_posting_there_is_refused(client: Client, part: str) -> None:
    enquiry = subject.enquiry()
    before = subject.stored()

    assert client.get(page_of(enquiry, part)).status_code == 200
    assert client.post(page_of(enquiry, part)).status_code == 405
    assert subject.stored() == before


# Changing


@pytest.mark.parametrize("part", FORMS)
def test_opening_a_form_changes_nothing(client: Client, part: str) -> None:
    enquiry = subject.enquiry()
    before = subject.stored()

    response = client.get(page_of(enquiry, f"{part}/"))

    assert response.status_code == 200
    assert 'action="' not in response.content.decode().partition("<main")[2]
    assert subject.stored() == before


def test_details_are_corrected(client: Client) -> None:
    enquiry = subject.enquiry()

    response = client.post(page_of(enquiry, "correct/"), CORRECTION | {"name": "Niamh", "phone": "0161 496 0001"})

    assert response.headers["Location"] == page_of(enquiry, "?done=correct")
    enquiry = Enquiry.objects.get()
    assert (enquiry.name, enquiry.phone, enquiry.role, enquiry.message) == (
        "Niamh",
        "+441614960001",
        "candidate",
        "My secret wish:\na new job.",
    )
    assert "Your details are corrected." in words(client.get(response.headers["Location"]))


def test_the_form_begins_with_what_is_held_and_offers_the_questions_of_the_role(client: Client) -> None:
    client_page = client.get(page_of(subject.enquiry(role="client", organisation="Acme & Co"), "correct/"))
    page = client_page.content.decode()

    assert 'value="Acme &amp; Co"' in page
    assert "Which role are you looking for?" not in page
    assert "How can we help?" not in page


def test_a_corrected_address_leads_on_to_the_new_link_and_the_old_one_ends(client: Client) -> None:
    enquiry = subject.enquiry()
    old = page_of(enquiry)

    response = client.post(page_of(enquiry, "correct/"), CORRECTION | {"email": "right@example.org"})

    assert client.get(response.headers["Location"]).status_code == 200
    ended = client.get(old)
    assert ended.status_code == 410
    assert "right@example.org" not in ended.content.decode()


def test_an_answer_on_how_to_reply_that_is_left_out_means_by_email(client: Client) -> None:
    enquiry = subject.enquiry()

    client.post(page_of(enquiry, "correct/"), CORRECTION | {"reply_by": ""})

    assert Enquiry.objects.get().reply_by == "email"


def test_role_and_message_cannot_be_changed_whatever_is_posted(client: Client) -> None:
    enquiry = subject.enquiry()

    client.post(page_of(enquiry, "correct/"), CORRECTION | {"role": "client", "message": "Other", "state": "closed"})

    enquiry.refresh_from_db()
    assert (enquiry.role, enquiry.message, enquiry.state) == ("candidate", "My secret wish:\na new job.", State.NEW)


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"name": ""}, ("name", "Enter your name.")),
        (
            {"email": "pat@"},
            ("email", "Something is missing after the @. Enter it in the form name@example.com."),
        ),
        (
            {"name": "Pat\r\nBcc: all@example.org"},
            ("name", "Use letters, spaces and punctuation only, on a single line."),
        ),
        ({"right_to_work": "no"}, ("right_to_work_0", "Choose one of the answers.")),
        (
            {"reply_by": "phone", "phone": ""},
            ("phone", "Enter your phone number so that we can call you, or choose another way to reply."),
        ),
    ],
)
def test_a_correction_is_held_to_the_rules_of_the_form(
    client: Client, changed: dict[str, str], error: tuple[str, str]
) -> None:
    enquiry = subject.enquiry()
    before = subject.stored()

    response = client.post(page_of(enquiry, "correct/"), CORRECTION | {"location": "Leeds"} | changed)

    assert response.status_code == 422
    assert errors(response) == [error]
    assert "<title>Error: Correct your details" in response.content.decode()
    assert 'value="Leeds"' in response.content.decode()
    assert subject.stored() == before


def test_an_enquiry_is_withdrawn(client: Client) -> None:
    enquiry = subject.enquiry()

    response = client.post(page_of(enquiry, "withdraw/"), follow=True)

    assert "Your enquiry is withdrawn." in words(response)
    assert Enquiry.objects.get().outcome == "withdrawn"


def test_what_we_closed_cannot_be_withdrawn(client: Client) -> None:
    response = client.post(page_of(subject.closed(), "withdraw/"))

    assert response.status_code == 422
    assert errors(response) == [("", "This enquiry is already closed.")]


def test_consent_is_taken_back_and_given_again(client: Client) -> None:
    enquiry = subject.enquiry()
    assert "You agreed to this:" in words(client.get(page_of(enquiry, "hearing-from-us/")))

    client.post(page_of(enquiry, "hearing-from-us/"), {"wording": ""})
    assert Enquiry.objects.get().marketing_wording is None
    assert "You have not agreed" in words(client.get(page_of(enquiry)))

    form = client.get(page_of(enquiry, "hearing-from-us/"))
    assert 'name="wording" value="1"' in form.content.decode()
    client.post(page_of(enquiry, "hearing-from-us/"), {"wording": "1"})
    assert Enquiry.objects.get().marketing_wording == wordings.current(Wording.Kind.MARKETING)


def test_nobody_agrees_to_words_they_were_not_shown(client: Client) -> None:
    enquiry = subject.enquiry(marketing=False)
    wordings.change(Wording.Kind.MARKETING, "Entirely new words.")

    response = client.post(page_of(enquiry, "hearing-from-us/"), {"wording": "1"})

    assert response.status_code == 422
    assert "Entirely new words." in words(response)
    assert 'name="wording" value="2"' in response.content.decode()
    assert Enquiry.objects.get().marketing_wording is None


@pytest.mark.parametrize(
    ("part", "told", "kind", "days"),
    [("erasure", "", "erasure", None), ("complaint", "You called at night.", "complaint", timedelta(days=29))],
)
def test_a_request_becomes_a_task_and_shows_on_the_page(
    client: Client, part: str, told: str, kind: str, days: timedelta | None
) -> None:
    enquiry = subject.enquiry()

    response = client.post(page_of(enquiry, f"{part}/"), {"words": told}, follow=True)

    request = PrivacyRequest.objects.get()
    assert (request.kind, request.words) == (kind, told)
    assert days is None or request.due_on == timezone.localdate() + days
    assert f"You will hear from us by {date_format(request.due_on, 'j F Y')}." in words(response)


@pytest.mark.parametrize("kind", PrivacyRequest.Kind)
def test_every_right_is_used_with_one_form(client: Client, kind: PrivacyRequest.Kind) -> None:
    enquiry = subject.enquiry()
    assert f'value="{kind}"' in client.get(page_of(enquiry, "rights/")).content.decode()

    for _ in range(2):
        response = client.post(page_of(enquiry, "rights/"), {"kind": kind, "words": "Please."}, follow=True)

    request = PrivacyRequest.objects.get()
    assert (request.kind, request.words) == (kind, "Please.")
    assert "We have your request." in words(response)
    assert f"{disclosure.ASKED[kind]} on {date_format(timezone.localdate(), 'j F Y')}." in words(response)


@pytest.mark.parametrize(
    ("posted", "error"),
    [
        ({"words": "Please."}, ("kind_0", "Choose what you want us to do.")),
        ({"kind": "wish"}, ("kind_0", "Choose what you want us to do.")),
        ({"kind": "rectification", "words": " "}, ("words", "Tell us what is wrong, and what would be right.")),
        ({"kind": "objection"}, ("words", "Tell us what you object to, and why.")),
        ({"kind": "complaint"}, ("words", "Tell us what went wrong.")),
        ({"kind": "access", "words": "x" * 5001}, ("words", "Shorten this to 5,000 characters or fewer.")),
    ],
)
def test_the_form_of_rights_says_what_is_missing(
    client: Client, posted: dict[str, str], error: tuple[str, str]
) -> None:
    response = client.post(page_of(subject.enquiry(), "rights/"), posted)

    assert response.status_code == 422
    assert errors(response) == [error]
    assert not PrivacyRequest.objects.exists()


def test_an_objection_on_the_page_ends_the_consent_to_news(client: Client) -> None:
    enquiry = subject.enquiry()

    client.post(page_of(enquiry, "rights/"), {"kind": "objection", "words": "No news, please."})

    assert "You objected to hearing from us on " in words(client.get(page_of(enquiry)))


def test_a_restriction_shows_on_the_page_and_nothing_is_promised(client: Client) -> None:
    enquiry = subject.enquiry()
    request = rights.request(enquiry, PrivacyRequest.Kind.RESTRICTION, "")
    rights.finish(request, "We keep it.", by=subject.colleague())

    shown = words(client.get(page_of(enquiry)))

    assert "Status On hold. You asked us not to use your data. We keep it and do nothing else with it." in shown
    assert "Reply promised by" not in shown


def test_what_is_late_is_not_promised_any_more(client: Client) -> None:
    enquiry = subject.enquiry()
    rights.request(enquiry, PrivacyRequest.Kind.ACCESS, "")
    yesterday = timezone.localdate() - timedelta(days=1)
    PrivacyRequest.objects.update(due_on=yesterday)

    assert f"You should have heard from us by {date_format(yesterday, 'j F Y')}." in words(client.get(page_of(enquiry)))


def test_more_time_shows_with_its_reason(client: Client) -> None:
    enquiry = subject.enquiry()
    request = rights.request(enquiry, PrivacyRequest.Kind.ACCESS, "")
    requests.extend(request, 1, "You wrote to us often.", by=subject.colleague())

    due = date_format(PrivacyRequest.objects.get().due_on, "j F Y")
    assert f"You will hear from us by {due}. We need more time: You wrote to us often." in words(
        client.get(page_of(enquiry))
    )


def test_an_answer_to_a_request_shows_on_the_page(client: Client) -> None:
    enquiry = subject.enquiry()
    request = rights.request(enquiry, PrivacyRequest.Kind.COMPLAINT, "You called at night.")
    rights.finish(request, "We are sorry.", by=subject.colleague())

    assert "We are sorry." in words(client.get(page_of(enquiry)))


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ("", "Tell us what went wrong."),
        ("x" * 5001, "Shorten this to 5,000 characters or fewer."),
        (" \u200b\u3164\r\n", "Tell us what went wrong."),
    ],
    ids=["empty", "long", "blank"],
)
def test_a_complaint_that_cannot_be_taken_says_why(client: Client, told: str, sentence: str) -> None:
    response = client.post(page_of(subject.enquiry(), "complaint/"), {"words": told})

    assert response.status_code == 422
    assert errors(response) == [("words", sentence)]
    assert not PrivacyRequest.objects.exists()


@pytest.mark.parametrize("number", [1, 10])
def test_the_page_costs_the_same_however_much_is_held(
    client: Client, number: int, django_assert_max_num_queries: Any
) -> None:
    enquiry = subject.enquiry()
    for index in range(number):
        rights.request(enquiry, PrivacyRequest.Kind.COMPLAINT, f"Number {index}")

    with django_assert_max_num_queries(8):
        client.get(page_of(enquiry))


# Staff


def test_the_rule_for_everything_else_stays_and_rules_stay_within_ten_years(admin_client: Client) -> None:
    default = Retention.objects.get(role="", outcome="")
    path = f"/admin/enquiries/retention/{default.pk}"

    assert admin_client.post(f"{path}/delete/", {"post": "yes"}).status_code == 403
    admin_client.post(f"{path}/change/", {"role": "client", "outcome": "placed", "days": "90"})
    admin_client.post(f"{path}/change/", {"days": "3651"})

    default.refresh_from_db()
    assert (default.role, default.outcome, default.days) == ("", "", 90)


def test_an_editor_sees_no_requests(client: Client) -> None:
    client.force_login(subject.colleague())

    assert client.get("/admin/enquiries/privacyrequest/").status_code == 403
    assert CV.objects.count() == 0


# The log


@pytest.mark.parametrize("part", ["", "complaint/"])
def test_the_log_does_not_hold_the_link(client: Client, part: str, caplog: pytest.LogCaptureFixture) -> None:
    enquiry = subject.enquiry()
    client.post(page_of(enquiry, part), {"words": ""})

    assert caplog.records[-1].getMessage().endswith(f": /enquiries/status/…/{part}")
