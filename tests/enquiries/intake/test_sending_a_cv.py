"""A CV on its way through the form: a phone's file is taken, and one that nobody could open keeps everything else."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from enquiries.intake.cv_kinds.kinds import SENTENCES, Kind
from enquiries.models import CV, Enquiry
from tests.enquiries import data_subject, files

pytestmark = pytest.mark.django_db
NEW = "/enquiries/new/"


def send(client: Client, cv: SimpleUploadedFile) -> Any:
    words = {name: value for name, value in data_subject.answers().items() if value and name != "marketing"}
    return client.post(NEW, words | {"role": "candidate", "token": "t" * 32, "cv": cv})


def test_a_file_of_a_phone_is_stored_as_what_it_is(client: Client) -> None:
    content = files.archive({"[Content_Types].xml": files.types("/word/document2.xml"), "word/document2.xml": ""})

    assert send(client, SimpleUploadedFile("document", content, "application/octet-stream")).status_code == 302

    cv = CV.objects.get()
    assert (cv.name, bytes(cv.content)) == ("cv.docx", content)
    assert cv.download_name == f"{Enquiry.objects.get().name} CV.docx"


def test_a_locked_file_is_refused_with_what_to_do_and_the_words_are_kept(client: Client) -> None:
    response = send(client, SimpleUploadedFile("cv.pdf", files.locked_pdf(user="open"), "application/pdf"))

    assert response.status_code == 422
    assert response.context["form"].errors == {"cv": [SENTENCES[Kind.PROTECTED]]}
    assert f'value="{data_subject.answers()["email"]}"' in response.content.decode()
    assert not Enquiry.objects.exists()


def test_the_form_hides_no_file_of_a_phone(client: Client) -> None:
    page = client.get(f"{NEW}?role=candidate").content.decode()
    assert 'type="file"' in page
    assert "accept=" not in page
