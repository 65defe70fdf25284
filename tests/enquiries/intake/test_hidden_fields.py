"""What a form carries along unseen may be damaged in any way: nobody can correct it, so nobody is refused for it."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client

from enquiries import access_links, wordings
from enquiries.admin.replies.form import ReplyForm
from enquiries.intake import spam
from enquiries.intake.forms import EnquiryForm
from enquiries.models import Enquiry, Notice, Wording
from enquiries.monitoring.visitor import HiddenFields
from tests import cast
from tests.enquiries import data_subject, people

pytestmark = pytest.mark.django_db
NEW = "/enquiries/new/"
GOOD = {"role": "other", "name": "Pat Example", "email": "pat@example.org", "message": "Hello there"}
CARRIED = ("from", "token", "stamp", "synthetic", "subject")
DAMAGED = {
    "NUL": "/a\x00",
    "line breaks": "/guides/x/\r\n\u2028",
    "escape": "\x1b[2J",
    "half a character": "\ud800",
    "invisible": "\u202e\u200b",
    "very long": "x" * 100_000,
    "markup": '"><script>alert(1)</script>',
    "digits": "9" * 5000,
    "empty": "",
}
# Half a character never gets through a request: Django reads it as a question mark.
SENDABLE = [value for name, value in DAMAGED.items() if name != "half a character"]


@pytest.fixture(autouse=True)
def _unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spam, "FASTEST", timedelta(0))


def posted(name: str, *values: str) -> QueryDict:
    """A good form whose field `name` has these values, or is missing."""
    data = QueryDict(mutable=True)
    data.update(GOOD)
    data.setlist(name, list(values)) if values else data.pop(name, None)
    return data


def hidden(page: str) -> dict[str, str]:
    return HiddenFields(page).values


EVERY_DAMAGE = [
    *((name, (value,)) for name in CARRIED for value in DAMAGED.values()),
    *((name, ()) for name in CARRIED),
    *((name, ("one", "two\x00")) for name in CARRIED),
]


def test_every_field_that_is_carried_along_is_tried_here() -> None:
    assert {field.name for field in EnquiryForm().hidden_fields()} | {"subject"} == set(CARRIED)


@pytest.mark.parametrize(("name", "values"), EVERY_DAMAGE)
def test_no_damage_to_one_makes_a_good_form_bad(name: str, values: tuple[str, ...]) -> None:
    form = EnquiryForm(posted(name, *values))

    assert form.errors == {}
    assert all(len(form.cleaned_data[carried]) <= 1000 for carried in CARRIED)
    assert all(form.cleaned_data[carried].isprintable() for carried in CARRIED)


@pytest.mark.parametrize(("name", "values"), EVERY_DAMAGE)
def test_a_form_that_is_shown_again_carries_nothing_damaged_and_all_words(name: str, values: tuple[str, ...]) -> None:
    data = posted(name, *values)
    data["name"] = ""
    form = EnquiryForm(data)

    assert form.errors == {"name": ["Enter your name."]}
    assert (form["email"].value(), form["message"].value()) == (GOOD["email"], GOOD["message"])
    again = {carried: form[carried].value() for carried in CARRIED}
    assert carried_by(EnquiryForm(again | GOOD)) == again


def carried_by(form: EnquiryForm) -> dict[str, Any]:
    assert form.is_valid()
    return {name: form.cleaned_data[name] for name in CARRIED}


@pytest.mark.parametrize("source", ["/guides/a-guide/\r\n", "\x00/guides/a-guide/", "/guides/a-guide/\u200b"])
def test_a_mangled_link_leads_to_a_form_that_can_be_sent_and_the_guide_is_known(client: Client, source: str) -> None:
    guide = cast.full_guide().article

    carried = hidden(client.get(NEW, {"role": "other", "from": source}).content.decode())
    response = client.post(NEW, GOOD | carried)

    assert carried["from"] == "/guides/a-guide/"
    assert response.status_code == 302
    assert Enquiry.objects.get().guide == guide


@pytest.mark.parametrize("name", ["role", "from", "token", "stamp", "synthetic", "subject", "anything"])
@pytest.mark.parametrize("value", SENDABLE)
def test_whatever_the_address_of_the_form_says_a_form_can_be_sent(client: Client, name: str, value: str) -> None:
    page = client.get(NEW, {name: [value, value]})

    assert page.status_code == 200
    assert client.post(NEW, GOOD | hidden(page.content.decode())).status_code == 302


def test_a_lost_token_is_replaced_once_so_that_the_cv_is_kept_under_it() -> None:
    form = EnquiryForm(posted("token", "damaged\x00"))

    assert form.is_valid()
    assert form["token"].value() == form.cleaned_data["token"]
    assert re.fullmatch(r"[A-Za-z0-9]{32}", form.cleaned_data["token"])


def test_a_form_that_lost_its_time_is_suspected_and_gets_a_new_one_with_its_errors() -> None:
    form = EnquiryForm(posted("stamp"))

    assert form.is_valid()
    assert form.cleaned_data["stamp"] == ""
    assert form["stamp"].value().startswith("form:")


@pytest.mark.parametrize("damage", SENDABLE)
@pytest.mark.parametrize("action", ["correct", "withdraw", "erasure", "complaint"])
def test_no_unknown_or_damaged_field_stops_a_form_of_the_status_page(client: Client, action: str, damage: str) -> None:
    enquiry = data_subject.enquiry()
    page = f"/enquiries/status/{access_links.status_token(enquiry)}/{action}/"
    sent = data_subject.answers(words="You called at night.", role=damage) | {"from": damage, "wording": damage}

    assert client.post(page, sent).status_code == 302


@pytest.mark.parametrize("damage", [value for value in SENDABLE if value])
def test_a_consent_that_was_damaged_on_its_way_is_asked_for_again(client: Client, damage: str) -> None:
    enquiry = data_subject.enquiry(marketing=False)
    page = f"/enquiries/status/{access_links.status_token(enquiry)}/hearing-from-us/"

    again = client.post(page, {"wording": damage})
    assert again.status_code == 422
    assert client.post(page, hidden(again.content.decode())).status_code == 302

    enquiry.refresh_from_db()
    assert enquiry.marketing_wording == wordings.current(Wording.Kind.MARKETING)


def test_a_withdrawal_of_consent_that_was_damaged_stays_one(client: Client) -> None:
    enquiry = data_subject.enquiry()
    page = f"/enquiries/status/{access_links.status_token(enquiry)}/hearing-from-us/"

    again = client.post(page, {"wording": "\x00"})
    client.post(page, hidden(again.content.decode()))

    enquiry.refresh_from_db()
    assert enquiry.marketing_wording is None


@pytest.mark.parametrize("damage", SENDABLE)
def test_a_reply_whose_number_was_damaged_can_be_sent_all_the_same(client: Client, damage: str) -> None:
    client.force_login(people.consultant("sam", people.default_team()))
    page = f"/admin/enquiries/enquiry/{people.enquiry().pk}/reply/"
    words = {"subject": "Hello", "body": "My words", "send": "1"}

    again = client.post(page, words | {"replies_seen": damage})
    assert again.status_code == 422
    assert again.context["form"]["body"].value() == "My words"
    carried = {"replies_seen": again.context["form"]["replies_seen"].value()}
    assert client.post(page, words | carried).status_code == 302

    assert Notice.objects.get().subject == "Hello"


def test_the_reply_form_is_tried_with_all_that_it_carries() -> None:
    assert [field.name for field in ReplyForm().hidden_fields()] == ["replies_seen"]
