"""CVs that wait for a corrected form: few of one address, not many in all, and none for longer than an hour."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models.functions import Now
from django.http import HttpResponse
from django.test import Client

from enquiries.intake import pending_cvs
from enquiries.models import CV, PendingCV
from tests.enquiries import data_subject, files

pytestmark = pytest.mark.django_db
NEW = "/enquiries/new/"
LOST = "We could not keep your CV while you correct the form."


def send(
    client: Client, number: int, content: bytes = files.RTF, *, address: str = "203.0.113.7", **changed: str
) -> HttpResponse:
    """A form without a name."""
    words = {name: value for name, value in data_subject.answers().items() if value and name != "marketing"}
    form = words | {
        "role": "candidate",
        "name": "",
        "token": str(number).zfill(32),
        "cv": SimpleUploadedFile("cv", content),
    }
    return client.post(NEW, form | changed, REMOTE_ADDR=address)  # type: ignore[return-value]


def is_lost(response: HttpResponse) -> bool:
    return LOST in response.content.decode()


def test_one_address_may_have_so_many(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pending_cvs, "OF_ONE_ADDRESS", (2, 10_000))

    assert [is_lost(send(client, number)) for number in (1, 2, 3)] == [False, False, True]
    assert is_lost(send(client, 4, address="203.0.113.8")) is False
    assert PendingCV.objects.count() == 3


def test_one_address_may_have_so_many_bytes(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pending_cvs, "OF_ONE_ADDRESS", (20, 2 * len(files.RTF)))
    assert [is_lost(send(client, number)) for number in (1, 2, 3)] == [False, False, True]


@pytest.mark.parametrize("most", [(2, 10_000), (20, 2 * len(files.RTF))])
@pytest.mark.parametrize("address", ["203.0.113.{}", "127.0.0.1"], ids=["many addresses", "unknown ones"])
def test_there_are_so_many_in_all(
    client: Client, monkeypatch: pytest.MonkeyPatch, most: tuple[int, int], address: str
) -> None:
    monkeypatch.setattr(pending_cvs, "IN_ALL", most)
    lost = [is_lost(send(client, number, address=address.format(number))) for number in (1, 2, 3)]
    assert lost == [False, False, True]


def test_another_cv_of_the_same_form_takes_the_place_of_the_first(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pending_cvs, "OF_ONE_ADDRESS", (1, 10_000))

    assert [is_lost(send(client, 1, files.RTF + b" " * number)) for number in (1, 2)] == [False, False]
    assert PendingCV.objects.get().size == len(files.RTF) + 2


def test_the_address_itself_is_not_kept(client: Client) -> None:
    send(client, 1)
    assert len(PendingCV.objects.get().sender) == 64


def test_room_is_made_within_the_hour(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pending_cvs, "IN_ALL", (1, 10_000))
    send(client, 1)
    PendingCV.objects.update(kept_at=Now() - timedelta(minutes=61))

    assert is_lost(send(client, 2)) is False
    assert PendingCV.objects.count() == 1


def test_after_an_hour_it_is_not_sent_along_and_the_worker_deletes_it(client: Client) -> None:
    send(client, 1)
    PendingCV.objects.update(kept_at=Now() - timedelta(minutes=61))

    assert "We keep your CV" not in send(client, 1, cv="").content.decode()
    assert pending_cvs.expire() == 1
    assert send(client, 1, cv="", name="Jane").status_code == 302
    assert not CV.objects.exists()
