"""Personal links end, and outlive a change of the key."""

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings as site
from django.core import signing
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from articles.models import ApprovalRequest
from articles.review import links
from articles.review.links import LinkUnknown
from enquiries import access_links
from enquiries.intake import spam
from enquiries.models import Enquiry, Notice
from enquiries.monitoring import synthetic
from enquiries.privacy import erasure, rights
from tests import cast
from tests.articles import staff
from tests.enquiries import data_subject as subject

pytestmark = pytest.mark.django_db
NEW_KEY = "new-key-" * 8
BEFORE = access_links.LIFETIME + timedelta(days=2)
PARTS = ("", "copy/", "cv/", "correct/", "erasure/")


def made_before(monkeypatch: pytest.MonkeyPatch, enquiry: Enquiry, age: timedelta = BEFORE) -> str:
    """The token of a mail that was written so long ago."""
    with monkeypatch.context() as patch:
        moment = (timezone.now() - age).timestamp()
        patch.setattr("time.time", lambda: moment)
        return access_links.status_token(enquiry)


def change_key(settings: Settings, *, is_fallback: bool) -> None:
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY] if is_fallback else []
    settings.SECRET_KEY = NEW_KEY


def address(token: str, part: str = "") -> str:
    return f"/enquiries/status/{token}/{part}"


# Age


@pytest.mark.parametrize("part", PARTS)
def test_an_old_link_opens_nothing_and_says_what_to_do(
    client: Client, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    enquiry = subject.enquiry()
    token = made_before(monkeypatch, enquiry)

    response = client.get(address(token, part))

    shown = response.content.decode()
    assert response.status_code == 410
    assert "This link is too old" in shown
    assert f'action="{address(token, "new-link/")}"' in shown
    assert not any(held in shown for held in (*subject.PERSONAL, enquiry.email))
    assert response.headers["Referrer-Policy"] in ("no-referrer", "same-origin")
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert "no-store" in response.headers["Cache-Control"]
    assert response.cookies == {}


def test_a_link_works_until_its_last_day(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    token = made_before(monkeypatch, subject.enquiry(), access_links.LIFETIME - timedelta(days=1))
    assert client.get(address(token)).status_code == 200


def test_using_a_link_does_not_keep_it_alive(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    enquiry = subject.enquiry()
    token = made_before(monkeypatch, enquiry, access_links.LIFETIME - timedelta(days=1))

    page = client.get(address(token)).content.decode()
    done = client.post(address(token, "withdraw/"), {"reason": ""})

    assert access_links.status_token(enquiry) not in page
    assert done.headers["Location"] == address(token) + "?done=withdraw"


def test_a_link_of_an_earlier_version_is_as_old_as_its_enquiry() -> None:
    enquiry = subject.enquiry()
    token = signing.Signer(salt=f"enquiries.status {enquiry.email}").sign(enquiry.reference)
    assert access_links.find(token) == enquiry

    Enquiry.objects.update(received_at=timezone.now() - BEFORE)

    assert (access_links.find(token), access_links.find_expired(token)) == (None, enquiry)


def test_a_link_without_its_day_is_none_of_ours() -> None:
    reference, _day, signature = access_links.status_token(subject.enquiry()).split(":")
    assert access_links.find(f"{reference}:{signature}") is None


def test_a_confirmation_of_before_says_where_to_look(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        moment = (timezone.now() - timedelta(days=2)).timestamp()
        patch.setattr("time.time", lambda: moment)
        token = access_links.confirmation_token(subject.enquiry())

    response = client.get(f"/enquiries/sent/{token}/")

    assert (response.status_code, "This confirmation is no longer shown" in response.content.decode()) == (410, True)


# A new one


def test_a_new_link_goes_to_the_address_of_the_enquiry_once_an_hour(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    enquiry = subject.enquiry()
    old = made_before(monkeypatch, enquiry)

    for _ in range(2):
        assert client.post(address(old, "new-link/")).status_code == 200

    notice = Notice.objects.get(kind="new_link")
    assert (notice.recipient, notice.is_held) == (enquiry.email, False)
    assert access_links.status_link(enquiry) in notice.text
    assert access_links.status_link(enquiry) in notice.html
    assert client.get(address(old)).status_code == 410  # whoever has the old one is no further


def test_the_answer_does_not_tell_whether_we_hold_the_enquiry(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, erased = subject.enquiry(), subject.closed(token="b" * 32)
    tokens = [
        made_before(monkeypatch, kept),
        made_before(monkeypatch, erased),
        f"ZZZZZZZZ:aaa:{'x' * 43}",
        "nothing-of-ours",
    ]
    erasure.erase(erased)

    answers = [client.post(address(token, "new-link/")) for token in tokens]

    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content.decode().replace(token, "") for answer, token in zip(answers, tokens, strict=True)}) == 1
    assert Notice.objects.filter(kind="new_link").count() == 1


def test_who_has_the_link_of_a_mistyped_address_gets_no_new_one(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    enquiry = subject.enquiry()
    old = made_before(monkeypatch, enquiry)
    rights.correct(
        enquiry,
        {name: subject.answers()[name] for name in rights.correctable("candidate")} | {"email": "right@example.org"},
    )

    client.post(address(old, "new-link/"))

    assert Notice.objects.filter(kind="new_link").count() == 0
    assert access_links.find_ended(old) == enquiry


def test_a_link_in_use_needs_no_new_one(client: Client) -> None:
    client.post(address(access_links.status_token(subject.enquiry()), "new-link/"))
    assert Notice.objects.filter(kind="new_link").count() == 0


# Another key


def approval() -> ApprovalRequest:
    return ApprovalRequest.objects.create(
        article=cast.draft(),
        name="Sam",
        email="sam@example.org",
        expires_at=timezone.now() + timedelta(days=7),
        created_by=staff.editor(),
    )


def test_every_personal_link_outlives_the_key_that_made_it_as_long_as_that_is_named(
    client: Client, settings: Settings
) -> None:
    enquiry = subject.enquiry()
    untimed = signing.Signer(salt=f"enquiries.status {enquiry.email}").sign(enquiry.reference)
    made = [address(access_links.status_token(enquiry)), address(untimed)]
    made += [f"/enquiries/sent/{access_links.confirmation_token(enquiry)}/"]

    change_key(settings, is_fallback=True)
    assert [client.get(link).status_code for link in made] == [200, 200, 200]

    settings.SECRET_KEY_FALLBACKS = []
    assert [client.get(link).status_code for link in made] == [404, 404, 404]


def test_a_link_that_was_replaced_before_or_after_the_change_stays_so(settings: Settings) -> None:
    enquiry = subject.enquiry()
    old = access_links.status_token(enquiry)
    change_key(settings, is_fallback=True)
    newer = access_links.status_token(enquiry)

    corrected = {name: subject.answers()[name] for name in rights.correctable("candidate")}
    rights.correct(enquiry, corrected | {"email": "right@example.org"})

    assert [access_links.find(token) for token in (old, newer)] == [None, None]
    assert [access_links.find_ended(token) for token in (old, newer)] == [enquiry, enquiry]


def test_an_approval_link_outlives_its_key_as_long_as_that_is_named(settings: Settings) -> None:
    asked = approval()
    token = links.link(asked).rstrip("/").rpartition("/")[2]

    change_key(settings, is_fallback=True)
    assert links.find(token) == asked

    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(LinkUnknown):
        links.find(token)


def test_forms_that_are_open_and_our_own_trials_outlive_the_change(settings: Settings) -> None:
    stamp, mark = spam.stamp(), synthetic.mark()
    fault = spam.fault_of(stamp)
    change_key(settings, is_fallback=True)

    assert (spam.fault_of(stamp), synthetic.is_ours(mark)) == (fault, True)


def test_staff_stay_signed_in(client: Client, settings: Settings) -> None:
    client.force_login(staff.editor())
    change_key(settings, is_fallback=True)
    assert client.get(reverse("admin:index")).status_code == 200

    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "third-key-" * 8, []
    assert client.get(reverse("admin:index")).status_code == 302


def test_pages_sealed_with_the_old_key_are_shown_from_their_text(client: Client, settings: Settings) -> None:
    cast.live_guide()
    before = client.get("/guides/a-guide/").content

    change_key(settings, is_fallback=True)

    assert client.get("/guides/a-guide/").content == before


def test_what_waits_to_be_sent_gets_the_link_of_the_new_address(monkeypatch: pytest.MonkeyPatch) -> None:
    enquiry = subject.enquiry()
    old = f"{site.SITE_URL}/enquiries/status/{made_before(monkeypatch, enquiry, timedelta(days=3))}/"
    other = f"{site.SITE_URL}/enquiries/status/ZZZZZZZZ:aaa:{'x' * 43}/"

    words: Any = access_links.replaced(f"See {old} and {other}.", enquiry)

    assert words == f"See {access_links.status_link(enquiry)} and {other}."
