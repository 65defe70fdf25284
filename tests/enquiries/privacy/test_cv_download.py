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
    enquiry = people.enquiry(name="Jane Doe")
    content = bytes(range(256))
    people.cv(enquiry, content=content, size=256)

    response = client.get(address(enquiry))

    assert response.status_code == 200
    assert response.content == content
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="Jane Doe CV.pdf"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
    assert [(event.kind, event.by) for event in enquiry.events.all()] == [("downloaded", sam)]


@pytest.mark.parametrize(
    ("name", "kind", "disposition"),
    [
        ("Łukasz Żółć", "docx",
         "filename=\"Lukasz Zolc CV.docx\"; filename*=UTF-8''%C5%81ukasz%20%C5%BB%C3%B3%C5%82%C4%87%20CV.docx"),
        ("李雷", "doc", "filename=\"LiLei CV.doc\"; filename*=UTF-8''%E6%9D%8E%E9%9B%B7%20CV.doc"),
        ('a"; filename="b.exe', "pdf", "filename=\"a filename= b.exe CV.pdf\"; filename*=UTF-8''a%20%3B%20filename%3D%20b.exe%20CV.pdf"),
        ("a\r\nSet-Cookie: x=1", "pdf", 'filename="a Set-Cookie x=1 CV.pdf"'),
        ("🚀", "odt", "filename=\"rocket CV.odt\"; filename*=UTF-8''%F0%9F%9A%80%20CV.odt"),
    ],
)  # fmt: skip
def test_it_is_named_after_the_enquirer(client: Client, sam: Any, name: str, kind: str, disposition: str) -> None:
    enquiry = people.enquiry(name=name)
    people.cv(enquiry, name=f"cv.{kind}")

    response = client.get(address(enquiry))

    assert response["Content-Disposition"] == f"attachment; {disposition}"
    assert "Set-Cookie" not in response


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


def test_a_download_is_asked_for_as_a_whole(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()
    people.cv(enquiry)

    assert [client.head(address(enquiry)).status_code, client.put(address(enquiry)).status_code] == [405, 405]
    assert not Event.objects.exists()
