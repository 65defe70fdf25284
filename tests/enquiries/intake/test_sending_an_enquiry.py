import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection, connections
from django.test import Client
from django.utils import timezone

from agency.models import Identity
from articles.lib import databases
from articles.models import Article
from articles.publishing import publication
from enquiries import wordings, working_hours
from enquiries.intake import receiving, spam, throttle
from enquiries.models import CV, Enquiry, Event, Notice, PendingCV, State, Submission, Wording
from enquiries.views import form
from tests import cast
from tests.articles import live
from tests.enquiries import data_subject, files

pytestmark = pytest.mark.django_db
NEW = "/enquiries/new/"
UPLOAD = {"role": "candidate"}
SPAM = "Casino bonus for you: https://casino.example"
SPAM_REASONS = [
    "The message links elsewhere than to a profile.",
    "It uses words that are common in spam: “casino bonus”.",
    "It is about neither work nor our agency.",
    "It turns to us with something else.",
    "It names what is often sold by spam: “casino”.",
]


@pytest.fixture(autouse=True)
def _unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the visitor had taken their time over the form."""
    monkeypatch.setattr(spam, "FASTEST", timedelta(0))


def answers(**changed: Any) -> dict[str, Any]:
    return {
        "token": "t" * 32,
        "stamp": spam.stamp(),
        "role": "client",
        "name": "Siobhán O'Neil & Sons",
        "email": "siobhan@example.org",
        "message": "We need a tester.\r\nSoon.",
        "from": "/guides/a-guide/",
    } | changed


def errors(response: Any) -> list[str]:
    """The sentences of the error summary, with the fields that they lead to."""
    return re.findall(r'<li><a href="#id_(.+?)">(.+?)</a></li>', response.content.decode())


def test_the_first_question_on_a_guide_leads_to_the_form_with_the_guide_carried_along(client: Client) -> None:
    cast.full_guide()

    page = client.get(NEW, {"role": "client", "from": "/guides/a-guide/"}).content.decode()

    assert re.search(r'value="client"[^>]*checked', page)
    assert 'name="from" value="/guides/a-guide/"' in page


def test_an_enquiry_is_stored_with_its_guide_before_the_visitor_is_thanked(client: Client) -> None:
    guide = cast.full_guide()

    response = client.post(NEW, answers())

    enquiry = Enquiry.objects.get()
    assert response.headers["Location"].startswith("/enquiries/sent/")
    assert (enquiry.role, enquiry.name, enquiry.email, enquiry.message, enquiry.source_path, enquiry.guide) == (
        "client",
        "Siobhán O'Neil & Sons",
        "siobhan@example.org",
        "We need a tester.\nSoon.",
        "/guides/a-guide/",
        guide.article,
    )


def test_the_visitor_is_told_the_reference_who_will_answer_and_by_when(client: Client) -> None:
    response = client.post(NEW, answers(), follow=True)

    enquiry = Enquiry.objects.get()
    page = response.content.decode()
    assert enquiry.reference in page
    assert "Enquiries team" in page
    assert f'datetime="{timezone.localtime(enquiry.reply_due_at).isoformat()}"' in page
    assert "Neil" not in page
    assert "no-store" in response.headers["Cache-Control"]


def test_a_slip_in_the_address_is_pointed_out_and_does_not_stand_in_the_way(client: Client) -> None:
    page = client.post(NEW, answers(email="pat@gmial.com"), follow=True).content.decode()

    assert "Did you mean pat@gmail.com?" in page
    assert Enquiry.objects.get().email == "pat@gmial.com"


def test_an_enquiry_brings_an_acknowledgement_and_an_alert_into_being(client: Client) -> None:
    client.post(NEW, answers())

    notices = Notice.objects.order_by("kind").values_list("kind", "recipient")
    assert list(notices) == [("acknowledgement", "siobhan@example.org"), ("alert", "team@agency.example")]


def test_when_a_notice_cannot_be_stored_neither_is_the_enquiry(client: Client, monkeypatch: Any) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Notice.objects, "create", fail)
    with pytest.raises(OSError, match="disk full"):
        client.post(NEW, answers())

    assert not Enquiry.objects.exists()
    assert not Event.objects.exists()


def test_when_the_database_is_away_the_visitor_is_told_and_their_words_are_kept(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    Identity.objects.update(phone="+44 161 496 0000")
    client.get(NEW)

    def fail(*args: Any, **kwargs: Any) -> None:
        raise OperationalError("the server closed the connection")

    monkeypatch.setattr(form, "_received", fail)
    response = client.post(NEW, answers())

    assert (response.status_code, response.headers["Retry-After"]) == (503, "60")
    page = response.content.decode()
    assert "nothing has been sent" in page
    assert 'href="tel:+441614960000"' in page
    assert "We need a tester." in page
    assert f'name="token" value="{"t" * 32}"' in page


@pytest.mark.skipif(connection.vendor != "sqlite", reason="on such a disk PostgreSQL does not even start")
def test_on_a_disk_that_takes_nothing_pages_are_read_and_no_words_are_lost(client: Client) -> None:
    cast.live_guide("a-guide")
    client.get(NEW)
    with nothing_can_be_written():
        response = client.post(NEW, answers())
        guide = client.get("/guides/a-guide/")

    assert (response.status_code, guide.status_code) == (503, 200)
    assert "We need a tester." in response.content.decode()
    assert not Enquiry.objects.exists()


@contextmanager
def nothing_can_be_written() -> Iterator[None]:
    """SQLite refuses every change, as on a disk that is full or read-only."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = ON")
        try:
            yield
        finally:
            cursor.execute("PRAGMA query_only = OFF")


def test_the_promise_goes_by_the_clock_of_those_who_watch_over_it(client: Client, monkeypatch: Any) -> None:
    moment = timezone.now() - timedelta(hours=26)
    monkeypatch.setattr(databases, "now", lambda: moment)

    client.post(NEW, answers())

    assert Enquiry.objects.get().reply_due_at == working_hours.promised_from(moment)


def test_the_databases_clock_tells_its_own_time() -> None:
    Submission.objects.create(key="any")

    assert abs(databases.now() - Submission.objects.get().at) < timedelta(minutes=1)


def test_one_form_is_one_enquiry_however_often_it_arrives(client: Client) -> None:
    sent = answers()

    first, second = client.post(NEW, sent, follow=True), client.post(NEW, sent, follow=True)

    reference = Enquiry.objects.get().reference
    assert reference in first.content.decode()
    assert reference in second.content.decode()
    assert Notice.objects.count() == 2


def test_a_form_that_was_changed_after_going_back_is_another_enquiry(client: Client) -> None:
    client.post(NEW, answers())
    client.post(NEW, answers(message="One more thing."))

    assert Enquiry.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_ten_copies_at_the_same_moment_are_one_enquiry() -> None:
    sent, start = answers(), Barrier(10)

    def post() -> int:
        start.wait()
        try:
            return Client().post(NEW, sent).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(10) as pool:
        statuses = [future.result() for future in [pool.submit(post) for _ in range(10)]]

    assert statuses == [302] * 10
    assert Enquiry.objects.count() == 1
    assert Notice.objects.count() == 2


def test_a_candidate_is_stored_with_their_answers_and_cv(client: Client) -> None:
    cv = SimpleUploadedFile("Zoë’s CV.pdf", files.PDF)
    told = {"role": "candidate", "role_sought": "Tester", "location": "Leeds", "right_to_work": "yes"}

    client.post(NEW, answers(cv=cv, phone="0161 496 0000", reply_by="phone", reply_when="After five", **told))

    enquiry = Enquiry.objects.get()
    assert (enquiry.role_sought, enquiry.location, enquiry.right_to_work) == ("Tester", "Leeds", "yes")
    assert (enquiry.phone, enquiry.reply_by, enquiry.reply_when) == ("+441614960000", "phone", "After five")
    assert (enquiry.cv.name, enquiry.cv.content_type, bytes(enquiry.cv.content)) == (
        "cv.pdf",
        "application/pdf",
        files.PDF,
    )


def test_a_client_is_stored_with_their_answers_and_nothing_of_another_role(client: Client) -> None:
    told = {"organisation": "Acme", "role_to_fill": "Tester", "engagement": "contract", "urgency": "month"}

    client.post(
        NEW, answers(role_sought="Left over", right_to_work="nonsense", cv=SimpleUploadedFile("x.exe", b"MZ"), **told)
    )

    enquiry = Enquiry.objects.get()
    assert (enquiry.organisation, enquiry.role_to_fill, enquiry.engagement, enquiry.urgency) == tuple(told.values())
    assert (enquiry.role_sought, enquiry.right_to_work) == ("", "")
    assert not CV.objects.exists()


def test_a_sound_cv_need_not_be_uploaded_again_after_an_error(client: Client) -> None:
    first = client.post(NEW, answers(name="", cv=SimpleUploadedFile("cv.pdf", files.PDF), **UPLOAD))
    client.post(NEW, answers(**UPLOAD))

    assert "We keep your CV" in first.content.decode()
    assert bytes(Enquiry.objects.get().cv.content) == files.PDF
    assert not PendingCV.objects.exists()


def test_a_form_that_arrives_again_creates_nothing() -> None:
    enquiry, created = receiving.receive(data_subject.answers(), token="a" * 32)

    assert created
    assert receiving.receive(data_subject.answers(), token="a" * 32) == (enquiry, False)


def test_a_double_click_after_an_error_is_one_enquiry_with_the_kept_cv(client: Client) -> None:
    client.post(NEW, answers(name="", cv=SimpleUploadedFile("cv.pdf", files.PDF), **UPLOAD))
    client.post(NEW, answers(**UPLOAD))
    client.post(NEW, answers(**UPLOAD))

    assert bytes(Enquiry.objects.get().cv.content) == files.PDF


def test_nobody_elses_kept_cv_is_taken(client: Client) -> None:
    client.post(NEW, answers(name="", cv=SimpleUploadedFile("cv.pdf", files.PDF), **UPLOAD))
    client.post(NEW, answers(token="u" * 32, **UPLOAD))

    assert not CV.objects.exists()


def test_the_words_shown_and_the_consent_given_are_kept(client: Client) -> None:
    client.post(NEW, answers(marketing="on"))
    wordings.change(Wording.Kind.PRIVACY, "New words.")
    client.post(NEW, answers(token="u" * 32))

    agreed, silent = Enquiry.objects.order_by("id")
    assert (agreed.privacy_wording.version, silent.privacy_wording.version) == (1, 2)
    assert agreed.marketing_wording is not None
    assert silent.marketing_wording is None


def test_suspected_spam_is_stored_and_thanked_for_like_any_other(client: Client) -> None:
    honest = client.post(NEW, answers(), follow=True)
    spam_too = client.post(NEW, answers(token="u" * 32, message=SPAM), follow=True)

    suspected = Enquiry.objects.get(state=State.SPAM)
    assert suspected.spam_reasons == SPAM_REASONS
    assert (spam_too.status_code, spam_too.templates[0].name) == (honest.status_code, honest.templates[0].name)
    assert set(suspected.notices.values_list("is_held", flat=True)) == {True}


@pytest.mark.parametrize("filled_in", ["https://www.example.com", "\x00", "x" * 5000])
def test_a_trap_that_a_browser_filled_in_holds_and_locks_nothing(client: Client, filled_in: str) -> None:
    client.post(NEW, answers(subject=filled_in))

    assert Enquiry.objects.get().state == State.NEW


def test_the_trap_is_out_of_everybodys_way(client: Client) -> None:
    page = client.get(NEW).content.decode()

    assert '<div class="trap" aria-hidden="true" inert>' in page
    trap = re.search(r'<input[^>]*name="subject"[^>]*>', page)
    assert trap
    for attribute in (
        'autocomplete="off"',
        'tabindex="-1"',
        "data-1p-ignore",
        "data-bwignore",
        'data-form-type="other"',
        'data-lpignore="true"',
        'data-protonpass-ignore="true"',
    ):
        assert attribute in trap[0]


def test_a_client_with_many_vacancies_is_heard_each_time_and_written_to_thrice(client: Client) -> None:
    pages = [
        client.post(NEW, answers(token=f"{number:032}", message=f"Vacancy {number}"), follow=True).content.decode()
        for number in range(5)
    ]

    assert list(Enquiry.objects.values_list("state", flat=True)) == [State.NEW] * 5
    kinds = list(Notice.objects.values_list("kind", flat=True))
    assert (kinds.count("acknowledgement"), kinds.count("alert")) == (3, 5)
    told = ["this time we do not send it by e-mail" in page for page in pages]
    assert told == [False, False, False, True, True]
    assert Event.objects.filter(kind="received").latest("pk").words == (
        "No acknowledgement was sent. This e-mail address has had its acknowledgements of the day."
    )


def test_a_careers_fair_behind_one_address_is_heard_and_told_to_the_team_once(client: Client) -> None:
    for number in range(24):
        told = answers(token=f"{number:032}", role="candidate", email=f"{number}@example.org", message="We met today.")
        client.post(NEW, told, REMOTE_ADDR="203.0.113.7")

    assert list(Enquiry.objects.values_list("state", flat=True)) == [State.NEW] * 24
    assert Notice.objects.filter(kind="acknowledgement").count() == 24
    burst = Notice.objects.get(kind="burst")
    assert (burst.recipient, burst.enquiry.email, burst.is_held) == ("team@agency.example", "20@example.org", False)


@pytest.mark.parametrize(
    ("before", "message", "status", "acknowledged"),
    [
        (59, "We met today.", 302, 1),
        (60, "We met today.", 302, 0),
        (299, "We met today.", 302, 0),
        (300, "We met today.", 429, 0),
        (59, SPAM, 302, 1),
        (60, SPAM, 429, 0),
    ],
)
def test_a_crowd_behind_one_address_is_heard_and_a_flood_asked_to_come_back(
    client: Client, before: int, message: str, status: int, acknowledged: int
) -> None:
    throttle.note("203.0.113.7", "other@example.org")
    key = Submission.objects.latest("pk").key
    Submission.objects.bulk_create(Submission(key=key) for _ in range(before - 1))

    response = client.post(NEW, answers(message=message), REMOTE_ADDR="203.0.113.7")

    assert response.status_code == status
    assert Enquiry.objects.count() == (status == 302)
    assert Notice.objects.filter(kind="acknowledgement").count() == acknowledged
    if status == 429:
        assert response.headers["Retry-After"] == "3600"
        assert message in response.content.decode()


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"role": ""}, ("role_0", "Choose whether you are looking for work, hiring or something else.")),
        ({"role": "admin"}, ("role_0", "Choose whether you are looking for work, hiring or something else.")),
        ({"name": "  "}, ("name", "Enter your name.")),
        ({"name": "\x00"}, ("name", "Enter your name.")),
        ({"name": "x" * 201}, ("name", "Your name can have up to 200 characters.")),
        (
            {"name": "Pat\r\nBcc: all@example.org"},
            ("name", "Use letters, spaces and punctuation only, on a single line."),
        ),
        ({"email": ""}, ("email", "Enter your e-mail address.")),
        (
            {"email": "pat@"},
            ("email", "Something is missing after the @. Enter it in the form name@example.com."),
        ),
        (
            {"email": "pat@example.org\nBcc: all@example.org"},
            ("email", "Enter an e-mail address in the form name@example.com."),
        ),
        ({"message": ""}, ("message", "Tell us in a few words how we can help.")),
        ({"message": "x" * 5001}, ("message", "Shorten your message to 5,000 characters or fewer.")),
        ({"message": "\x00"}, ("message", "Tell us in a few words how we can help.")),
        (
            {"reply_by": "phone"},
            ("phone", "Enter your phone number so that we can call you, or choose another way to reply."),
        ),
        ({"engagement": "slavery"}, ("engagement_0", "Choose one of the answers.")),
        ({"organisation": "x" * 201}, ("organisation", "Use up to 200 characters.")),
    ],
)
def test_an_answer_that_will_not_do_is_named_and_nothing_is_lost(
    client: Client, changed: dict[str, str], error: tuple[str, str]
) -> None:
    response = client.post(NEW, answers(**changed))

    assert response.status_code == 422
    assert errors(response) == [error]
    page = response.content.decode()
    assert "<title>Error: About you" in page
    assert 'name="from" value="/guides/a-guide/"' in page
    kept = {"name": "Siobhán O&#x27;Neil &amp; Sons", "email": "siobhan@example.org", "message": "We need a tester."}
    assert all(words in page for field, words in kept.items() if field not in changed)
    assert not Enquiry.objects.exists()


def test_the_thanks_lead_on_to_guides_for_the_same_kind_of_reader(client: Client) -> None:
    cast.full_guide("read")
    cast.full_guide("another")

    page = client.post(NEW, answers(role="client") | {"from": "/guides/read/"}, follow=True).content.decode()

    assert "While you wait: guides to hiring" in page
    assert re.findall(r'card__title" dir="auto"><a href="([^"]+)"', page) == ["/guides/another/"]


@pytest.mark.parametrize(
    "source", ["", "/", "/guides/", "/guides/nothing/", "//[", "https://evil.example/guides/a-guide/", "x" * 500]
)
def test_a_source_that_is_no_guide_is_kept_as_sent(client: Client, source: str) -> None:
    cast.full_guide()

    client.post(NEW, answers(**{"from": source}))

    enquiry = Enquiry.objects.get()
    assert (enquiry.source_path, enquiry.guide) == (source, None)


@pytest.mark.parametrize("source", ["/guides/old/", "/guides/a-guide/?page=1", "/guides/a-guide/#section"])
def test_a_guide_is_known_by_any_address_it_had(client: Client, source: str) -> None:
    guide = cast.full_guide("old").article
    Article.objects.update(slug="a-guide")
    publication.publish(guide, by=None)

    client.post(NEW, answers(**{"from": source}))

    assert Enquiry.objects.get().guide == guide


def test_nobody_comes_from_a_guide_that_only_waits_for_its_hour(client: Client) -> None:
    guide = cast.full_guide("old").article
    Article.objects.update(slug="a-guide")
    publication.publish(guide, by=None)
    live.schedule(cast.full_draft("old"), timezone.now() + timedelta(days=1))

    client.post(NEW, answers(**{"from": "/guides/old/"}))

    assert Enquiry.objects.get().guide == guide


def test_the_enquiry_outlives_its_guide(client: Client) -> None:
    cast.full_guide()
    client.post(NEW, answers())

    Article.objects.all().delete()

    enquiry = Enquiry.objects.get()
    assert (enquiry.guide, enquiry.source_path) == (None, "/guides/a-guide/")


def test_a_form_without_its_token_gets_a_page_that_says_what_to_do() -> None:
    response = Client(enforce_csrf_checks=True).post(NEW, answers())

    assert response.status_code == 403
    assert "Please send the form again" in response.content.decode()
    assert not Enquiry.objects.exists()


@pytest.mark.parametrize(
    "text",
    [
        "ÅΩ≈ 田中 عربي 👩‍💻",
        "<script>alert(1)</script>",
        "'; DROP TABLE x; --",
        "e\u0301 \u202e \u200b.",
        "x\u2028y\x85z",
    ],
)
def test_any_words_are_stored_exactly(client: Client, text: str) -> None:
    client.post(NEW, answers(message=text))

    assert Enquiry.objects.get().message == text


def test_hostile_words_come_back_as_words(client: Client) -> None:
    page = client.post(NEW, answers(name="<script>alert(1)</script>", email="")).content.decode()

    assert "<script>alert" not in page


@pytest.mark.parametrize("token", ["NOTHING1", "%00", "abc:def:ghi", "x" * 500])
def test_a_confirmation_that_we_did_not_sign_is_a_404(client: Client, token: str) -> None:
    client.post(NEW, answers())

    assert client.get(f"/enquiries/sent/{token}/").status_code == 404
    assert client.get(f"/enquiries/sent/{Enquiry.objects.get().reference}/").status_code == 404


def test_a_line_of_half_a_character_is_refused(client: Client) -> None:
    body = "&".join(f"{name}={value}" for name, value in answers(message="%ED%A0%80", name="A").items())

    response = client.post(NEW, body, content_type="application/x-www-form-urlencoded")

    assert response.status_code in (302, 422)
