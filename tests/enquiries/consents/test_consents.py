"""Agreeing to hear from us, taking it back, objecting, and the list of addresses that get nothing."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client, RequestFactory
from django.utils import timezone
from pytest_django import Settings

from enquiries import access_links
from enquiries.consents import links, mailing_list, marks, suppression, verbs
from enquiries.models import Consent, Enquiry, Event, PrivacyRequest, Suppression
from enquiries.monitoring.log_filter import hide_links
from enquiries.privacy import disclosure, erasure, rights
from tests.enquiries import data_subject as subject

pytestmark = pytest.mark.django_db
Reason = Suppression.Reason
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


def path_of(enquiry: Enquiry) -> str:
    return f"/enquiries/unsubscribe/{links.token(enquiry)}/"


def standing() -> list[tuple[str, bool]]:
    """Of each consent in the order in which they were given: its state, and whether its enquiry still says yes."""
    rows = Consent.objects.order_by("pk").values_list("state", "enquiry__marketing_wording")
    return [(state, wording is not None) for state, wording in rows]


def mailed() -> list[str]:
    return [row[0] for row in mailing_list.rows(Consent.objects.all())]


def reasons() -> list[str]:
    return list(Suppression.objects.order_by("pk").values_list("reason", flat=True))


def on_own_page(enquiry: Enquiry, wording: str) -> None:
    path = f"/enquiries/status/{access_links.status_token(enquiry)}/hearing-from-us/"
    assert Client().post(path, {"wording": wording}).status_code == 302


def test_a_ticked_box_is_kept_with_its_words_and_its_moment() -> None:
    enquiry = subject.enquiry()
    subject.enquiry(token="b" * 32, email="silent@example.org", marketing=False)

    consent = Consent.objects.get()
    assert (consent.enquiry, consent.wording, consent.state) == (enquiry, enquiry.marketing_wording, "given")
    assert timezone.now() - consent.given_at < timezone.timedelta(minutes=10)
    assert mailed() == ["siobhan@example.org"]


def test_somebody_without_an_address_speaks_for_nobody_else() -> None:
    one = subject.enquiry()
    subject.enquiry(token="b" * 32)
    Enquiry.objects.update(email="")
    assert mailed() == []

    for enquiry in (one, one):
        enquiry.refresh_from_db()
        verbs.end(enquiry, Reason.WITHDRAWN)

    assert standing() == [("withdrawn", False), ("given", True)]
    assert one.events.filter(kind=Event.Kind.UNCONSENTED).count() == 1
    assert (reasons(), suppression.of("")) == ([], None)


# One click


def test_one_click_withdraws_without_an_account_a_cookie_or_a_redirect() -> None:
    enquiry = subject.enquiry()
    provider = Client(enforce_csrf_checks=True)

    answers = [provider.post(path_of(enquiry), ONE_CLICK) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert not answers[0].cookies
    assert "no more news" in answers[0].content.decode()
    assert (standing(), reasons(), mailed()) == ([("withdrawn", False)], ["withdrawn"], [])
    assert enquiry.events.filter(kind=Event.Kind.UNCONSENTED).count() == 1


def test_one_click_is_read_in_the_other_encoding_of_forms_too() -> None:
    body = "--x\r\nContent-Disposition: form-data; name=List-Unsubscribe\r\n\r\nOne-Click\r\n--x--\r\n"

    Client().post(path_of(subject.enquiry()), body, content_type="multipart/form-data; boundary=x")

    assert reasons() == ["withdrawn"]


def test_opening_the_link_shows_a_button_and_withdraws_nothing(client: Client) -> None:
    enquiry = subject.enquiry()

    page = client.get(path_of(enquiry))
    for answer in (client.head(path_of(enquiry)), client.post(path_of(enquiry), {"List-Unsubscribe": "yes"})):
        assert answer.status_code == 200

    assert '<input type="hidden" name="List-Unsubscribe" value="One-Click">' in page.content.decode()
    assert (page.headers["Referrer-Policy"], page.headers["X-Robots-Tag"]) == ("no-referrer", "noindex")
    assert "no-store" in page.headers["Cache-Control"]
    assert enquiry.email not in page.content.decode()
    assert (standing(), reasons()) == ([("given", True)], [])


def test_a_link_that_is_not_ours_opens_nothing(client: Client) -> None:
    enquiry = subject.enquiry()
    for token in ("x", links.token(enquiry)[:-1], links.token(enquiry).replace(".", ":"), "a:b" * 90):
        assert client.post(f"/enquiries/unsubscribe/{token}/", ONE_CLICK).status_code == 404
    assert (standing(), reasons()) == ([("given", True)], [])


def test_the_link_works_when_the_enquiry_is_erased_or_has_another_address(client: Client) -> None:
    gone = subject.closed()
    old, moved = path_of(gone), subject.enquiry(token="b" * 32, email="old@example.org")
    other = path_of(moved)
    erasure.erase(gone)
    Enquiry.objects.filter(pk=moved.pk).update(email="new@example.org")

    client.post(old, ONE_CLICK)
    client.post(other, ONE_CLICK)

    assert set(suppression.among(["siobhan@example.org", "old@example.org", "new@example.org"])) == {
        "siobhan@example.org",
        "old@example.org",
    }
    assert mailed() == ["new@example.org"]
    assert "no more news" in client.get(old).content.decode()


def test_the_log_does_not_repeat_the_link() -> None:
    request = RequestFactory().get(path_of(subject.enquiry()))
    assert hide_links(f"GET {request.path}") == "GET /enquiries/unsubscribe/…/"


# What holds for the address


def test_withdrawing_counts_for_every_enquiry_of_the_address_however_it_is_spelled() -> None:
    first = subject.enquiry()
    subject.enquiry(token="b" * 32)
    subject.enquiry(token="c" * 32, email="SIOBHAN@Example.org")

    verbs.end(first, Reason.WITHDRAWN)

    assert standing() == [("withdrawn", False), ("withdrawn", False), ("given", True)]
    assert mailed() == []


def test_a_new_form_lifts_a_withdrawal_and_not_an_objection() -> None:
    verbs.end(subject.enquiry(), Reason.WITHDRAWN)
    again = subject.enquiry(token="b" * 32)
    assert (reasons(), mailed()) == ([], ["siobhan@example.org"])

    verbs.end(again, Reason.OBJECTED)
    subject.enquiry(token="c" * 32)
    assert (reasons(), mailed()) == (["objected"], [])


def test_an_objection_is_ended_by_the_person_on_their_own_page(client: Client) -> None:
    enquiry = subject.enquiry()
    rights.request(enquiry, PrivacyRequest.Kind.OBJECTION, "No news.")
    again = subject.enquiry(token="b" * 32)
    page = client.get(f"/enquiries/status/{access_links.status_token(again)}/").content.decode()
    assert "You objected to hearing from us" in page
    assert "although our form was sent with the consent ticked" in page

    on_own_page(again, "1")

    assert (reasons(), mailed()) == ([], ["siobhan@example.org"])
    assert again.events.filter(kind=Event.Kind.CONSENTED).count() == 1


def test_an_objection_stays_one_when_consent_is_withdrawn_after_it() -> None:
    enquiry = subject.enquiry()
    verbs.end(enquiry, Reason.OBJECTED)

    Client().post(path_of(enquiry), ONE_CLICK)
    on_own_page(enquiry, "")

    assert (standing(), reasons()) == ([("objected", False)], ["objected"])


def test_an_objection_goes_along_to_a_corrected_address() -> None:
    enquiry = subject.enquiry()
    verbs.end(enquiry, Reason.OBJECTED)

    rights.correct(enquiry, subject.answers(email="right@example.org"))

    assert suppression.of("right@example.org") is not None


def test_an_objection_without_an_enquiry_is_on_the_list_too() -> None:
    rights.request(
        None, PrivacyRequest.Kind.OBJECTION, "No news.", by=subject.colleague(), name="Pat", email="pat@example.org"
    )

    assert suppression.of("Pat@example.org") is not None


# What outlives the enquiry


def test_erasing_takes_the_consent_and_leaves_the_hash_alone() -> None:
    enquiry = subject.closed()
    verbs.end(enquiry, Reason.OBJECTED)

    erasure.erase(enquiry)

    assert not Consent.objects.exists()
    assert reasons() == ["objected"]
    assert "siobhan" not in subject.stored().lower()
    subject.enquiry(token="b" * 32)
    assert mailed() == []


def test_a_key_that_is_still_named_counts_and_one_that_is_not_is_reported(settings: Settings) -> None:
    enquiry = subject.enquiry()
    old_link = path_of(enquiry)
    suppression.add("pat@example.org", Reason.WITHDRAWN)
    old = settings.SECRET_KEY

    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "n" * 60, [old]
    assert suppression.of("pat@example.org") is not None
    assert suppression.without_key().count() == 0
    Client().post(old_link, ONE_CLICK)
    suppression.add("pat@example.org", Reason.OBJECTED)

    settings.SECRET_KEY_FALLBACKS = []
    assert suppression.of("siobhan@example.org") is not None
    assert suppression.of("pat@example.org") is not None
    settings.SECRET_KEY = "m" * 60
    assert suppression.of("pat@example.org") is None
    assert suppression.without_key().count() == 2


def test_one_address_in_its_spellings_has_one_hash() -> None:
    assert len({marks.mark(one) for one in ("pat@exämple.org", " PAT@EXÄMPLE.ORG", "pat@xn--exmple-cua.org")}) == 1
    assert marks.mark("pat@faß.example") != marks.mark("pat@fass.example")


def test_the_copy_says_what_was_agreed_to_and_how_it_ended() -> None:
    enquiry = subject.enquiry()
    verbs.end(enquiry, Reason.WITHDRAWN)

    held = disclosure.everything(enquiry)

    assert [(one["wording__version"], one["state"]) for one in held["marketing_consents"]] == [(1, "withdrawn")]
    assert held["no_news"] == {"reason": "withdrawn", "since": timezone.localdate()}


def test_what_was_agreed_to_and_objected_to_before_is_taken_over() -> None:
    agreed = subject.enquiry()
    objector = subject.enquiry(token="b" * 32, email="objector@example.org", marketing=False)
    quitter = subject.enquiry(token="c" * 32, email="quitter@example.org", marketing=False)
    Event.objects.create(enquiry=quitter, kind="corrected", words="consent to hear from us withdrawn")
    rights.request(objector, PrivacyRequest.Kind.OBJECTION, "No news.")
    Consent.objects.all().delete()
    Suppression.objects.all().delete()

    migration = import_module("enquiries.migrations.0026_consents")
    migration.take_over(apps, SimpleNamespace(connection=connection))

    consent = Consent.objects.get()
    assert (consent.enquiry, consent.given_at) == (agreed, agreed.received_at)
    found = suppression.among(["siobhan@example.org", "objector@example.org", "quitter@example.org"])
    assert {address: line.reason for address, line in found.items()} == {
        "objector@example.org": "objected",
        "quitter@example.org": "withdrawn",
    }
