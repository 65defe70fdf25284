"""The download of a CV: for those who may, as a file to save, with a line in the history."""

from typing import Any

import pytest
from django.test import Client

from enquiries.models import Event
from tests.enquiries import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam(client: Client) -> Any:
    user = people.consultant("sam", people.default_team())
    client.force_login(user)
    return user


def address(enquiry: Any) -> str:
    return f"/admin/enquiries/enquiry/{enquiry.pk}/cv/"


def test_a_cv_is_served_as_a_file_to_save_and_the_download_is_in_the_history(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()
    content = bytes(range(256))
    people.cv(enquiry, name=f"CV {enquiry.reference}.pdf", content=content, size=256)

    response = client.get(address(enquiry))

    assert response.status_code == 200
    assert response.content == content
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'attachment; filename="CV {enquiry.reference}.pdf"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
    assert [(event.kind, event.by) for event in enquiry.events.all()] == [("downloaded", sam)]


@pytest.mark.parametrize("name", ['a"; filename="b.exe', "a\r\nSet-Cookie: x=1.pdf", "CV – Zoë.pdf"])
def test_no_name_adds_a_header_or_ends_the_quotes(client: Client, sam: Any, name: str) -> None:
    enquiry = people.enquiry()
    people.cv(enquiry, name=name)

    response = client.get(address(enquiry))

    disposition = response["Content-Disposition"]
    assert "Set-Cookie" not in response
    assert "\r" not in disposition
    assert "\n" not in disposition
    assert disposition.startswith(("attachment; filename=", "attachment; filename*=utf-8''"))
    assert 'filename="b.exe' not in disposition.replace('\\"', "")


def test_without_the_permission_there_is_no_download_and_no_link(client: Client, sam: Any) -> None:
    sam.groups.get().permissions.remove(*sam.groups.get().permissions.filter(codename="download_cv"))
    enquiry = people.enquiry()
    people.cv(enquiry)

    assert client.get(address(enquiry)).status_code == 403
    page = client.get(f"/admin/enquiries/enquiry/{enquiry.pk}/change/").content.decode()
    assert address(enquiry) not in page
    assert "Attached; your account may not download CVs." in page
    assert not Event.objects.exists()


def test_an_enquiry_without_a_cv_has_none_to_download(client: Client, sam: Any) -> None:
    assert client.get(address(people.enquiry())).status_code == 404
    assert not Event.objects.exists()


def test_a_download_is_asked_for_with_get(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()
    people.cv(enquiry)

    assert [client.head(address(enquiry)).status_code, client.post(address(enquiry)).status_code] == [405, 405]
    assert not Event.objects.exists()
