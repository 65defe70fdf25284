"""CVs and other files that staff add to an enquiry: checked, kept, downloaded, removed."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image
from pytest_django import Settings

from articles.audit.models import Entry
from enquiries.handling import files as verbs
from enquiries.models import CV, Attachment, Enquiry, Event, Scan, State
from enquiries.privacy import disclosure, erasure
from enquiries.scanning import verdicts
from tests.enquiries import files, people
from tests.enquiries.scanner import NAME, VIRUS, Scanner

pytestmark = pytest.mark.django_db
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def sam(client: Client) -> Any:
    user = people.consultant("sam", people.default_team())
    client.force_login(user)
    return user


@pytest.fixture
def enquiry(sam: Any) -> Enquiry:
    return people.enquiry(name="Zoë Example")


def address(enquiry: Enquiry, part: str = "files") -> str:
    return f"/admin/enquiries/enquiry/{enquiry.pk}/{part}/"


def add(client: Client, enquiry: Enquiry, name: str, content: bytes, kind: str = "other") -> Any:
    return client.post(address(enquiry), {"kind": kind, "file": SimpleUploadedFile(name, content)}, follow=True)


def said(response: Any) -> list[str]:
    return [str(message) for message in response.context["messages"]]


def history(enquiry: Enquiry) -> list[tuple[str, str]]:
    return list(enquiry.events.values_list("kind", "words"))


def picture() -> bytes:
    with BytesIO() as out:
        Image.new("RGB", (8, 8), "red").save(out, "PNG")
        return out.getvalue()


def spreadsheet() -> bytes:
    main = files.types("/xl/workbook.xml", SHEET).replace("document.main", "sheet.main")
    return files.archive({"[Content_Types].xml": main, "xl/workbook.xml": "<workbook/>"})


def test_a_file_is_added_downloaded_and_removed(client: Client, sam: Any, enquiry: Enquiry) -> None:
    letter = files.docx()
    page = add(client, enquiry, "Cover letter.docx", letter)
    assert said(page) == ["The file is added."]
    file = Attachment.objects.get()
    assert (file.name, file.added_by, bytes(file.content)) == ("Cover letter.docx", sam, letter)
    assert "added by Sam Example" in client.get(address(enquiry, "change")).text

    got = client.get(address(enquiry, f"files/{file.pk}"))
    assert got.content == letter
    assert got["Content-Disposition"] == 'attachment; filename="Cover letter.docx"'
    assert got["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in got["Cache-Control"]

    removed = client.post(address(enquiry, f"files/{file.pk}/remove"), follow=True)
    assert said(removed) == ["The file is removed."]
    assert not Attachment.objects.exists()
    assert history(enquiry) == [
        ("file_added", "Cover letter.docx"),
        ("downloaded", "Cover letter.docx"),
        ("file_removed", "Cover letter.docx"),
    ]
    assert Entry.objects.filter(action="cv_downloaded", about=enquiry.reference, who="sam").count() == 1


@pytest.mark.parametrize(
    ("called", "content", "name"),
    [
        ("photo.jpeg", picture(), "photo.png"),
        ("figures.xlsx", spreadsheet(), "figures.xlsx"),
        ("paper", files.PDF, "paper.pdf"),
        ("../../etc/notes.txt", b"Plain words, in lines.\n", "notes.txt"),
    ],
)
def test_usual_kinds_are_taken_by_what_they_are(
    client: Client, enquiry: Enquiry, called: str, content: bytes, name: str
) -> None:
    add(client, enquiry, called, content)

    assert Attachment.objects.get().name == name


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "This file is empty."),
        (b"MZ\0" + bytes(100), "is of no kind that can be attached"),
        (files.archive({"a.txt": "b"}), "is a compressed folder"),
        (files.locked_pdf(user="secret"), "is protected by a password"),
        (files.docx(**{"word/vbaProject.bin": b"x"}), "has macros in it"),
        (files.PDF[:40], "is damaged or incomplete"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "is of no kind that can be attached"),
    ],
)
def test_what_could_do_harm_or_does_not_open_is_refused(
    client: Client, enquiry: Enquiry, content: bytes, sentence: str
) -> None:
    response = add(client, enquiry, "it.pdf", content)

    assert response.status_code == 422
    assert sentence in response.text
    assert (Attachment.objects.exists(), history(enquiry)) == (False, [])


def test_a_cv_is_added_and_replaced(client: Client, enquiry: Enquiry) -> None:
    add(client, enquiry, "first.pdf", files.PDF, "cv")
    add(client, enquiry, "second.rtf", files.RTF, "cv")

    assert (CV.objects.get().name, bytes(CV.objects.get().content)) == ("cv.rtf", files.RTF)
    assert CV.objects.get().download_name == "Zoë Example CV.rtf"
    assert history(enquiry) == [
        ("file_added", "Their CV."),
        ("file_added", "Their CV, in place of the one before, which is gone."),
    ]


def test_a_picture_is_no_cv(client: Client, enquiry: Enquiry) -> None:
    response = add(client, enquiry, "cv.png", picture(), "cv")

    assert response.status_code == 422
    assert "A CV is a PDF, DOC, DOCX, ODT or RTF file." in response.text
    assert not CV.objects.exists()


@pytest.mark.parametrize("kind", ["cv", "other"])
def test_a_second_press_adds_nothing_more(client: Client, enquiry: Enquiry, kind: str) -> None:
    pages = [add(client, enquiry, "cv.pdf", files.PDF, kind) for _press in range(2)]

    assert said(pages[0]) == said(pages[1]) == ["The file is added."]
    assert len(history(enquiry)) == 1


def test_a_second_removal_says_that_it_is_gone(client: Client, enquiry: Enquiry) -> None:
    file = people.attachment(enquiry)

    pages = [client.post(address(enquiry, f"files/{file.pk}/remove"), follow=True) for _press in range(2)]

    assert [said(page) for page in pages] == [["The file is removed."], ["This file has been removed."]]


def test_what_went_out_with_a_reply_stays(client: Client, sam: Any, enquiry: Enquiry) -> None:
    event = enquiry.events.create(kind=Event.Kind.REPLIED, by=sam, words="Hello")
    file = people.attachment(enquiry, event=event)
    assert "Part of a reply; it stays." in client.get(address(enquiry)).text

    page = client.post(address(enquiry, f"files/{file.pk}/remove"), follow=True)

    assert said(page) == [verbs.WAS_SENT]
    assert Attachment.objects.exists()


def test_another_enquiry_s_files_are_out_of_reach(client: Client, enquiry: Enquiry) -> None:
    file = people.attachment(people.enquiry(team=people.team("Elsewhere")))

    assert client.get(address(enquiry, f"files/{file.pk}")).status_code == 404
    client.post(address(enquiry, f"files/{file.pk}/remove"))

    assert Attachment.objects.exists()


@pytest.mark.parametrize("changed", [{"state": State.ERASED}, {"is_restricted": True}])
def test_nothing_is_added_to_what_is_erased_or_restricted(
    client: Client, enquiry: Enquiry, changed: dict[str, Any]
) -> None:
    Enquiry.objects.update(**changed)

    add(client, enquiry, "cv.pdf", files.PDF, "cv")
    add(client, enquiry, "cv.pdf", files.PDF)

    assert (CV.objects.exists(), Attachment.objects.exists()) == (False, False)
    assert address(enquiry) not in client.get(address(enquiry, "change")).text


def test_there_is_an_end_to_them(client: Client, enquiry: Enquiry) -> None:
    for number in range(verbs.MOST):
        people.attachment(enquiry, content=b"%d" % number, size=2)

    assert said(add(client, enquiry, "cv.pdf", files.PDF)) == [verbs.TOO_MANY]


def test_erasing_takes_them_and_their_names(client: Client, sam: Any, enquiry: Enquiry) -> None:
    add(client, enquiry, "Zoë's letter.pdf", files.PDF)
    assert [file["name"] for file in disclosure.everything(enquiry)["files"]] == ["Zoë's letter.pdf"]
    Enquiry.objects.update(state=State.CLOSED)

    erasure.erase(enquiry)

    assert not Attachment.objects.exists()
    assert set(enquiry.events.values_list("words", flat=True)) == {""}


def test_only_who_may_handle_adds_and_only_who_may_download_downloads(client: Client) -> None:
    enquiry = people.enquiry()
    file = people.attachment(enquiry)
    reader = people.consultant("reader", people.default_team(), may=("view_enquiry",))
    reader.groups.clear()
    client.force_login(reader)

    statuses = [
        client.get(address(enquiry)).status_code,
        client.post(address(enquiry, f"files/{file.pk}/remove")).status_code,
        client.get(address(enquiry, f"files/{file.pk}")).status_code,
    ]

    assert statuses == [403, 403, 403]
    assert "letter.pdf" in client.get(address(enquiry, "change")).text


@pytest.fixture
def scanner(tmp_path: Path, settings: Settings) -> Iterator[Scanner]:
    with Scanner(tmp_path) as running:
        settings.VIRUS_SCANNER = running.address
        yield running


def test_a_virus_is_refused_when_it_comes_and_found_later(client: Client, enquiry: Enquiry, scanner: Scanner) -> None:
    assert "is reported as a virus" in add(client, enquiry, "notes.rtf", files.RTF + VIRUS).text
    sick = people.attachment(enquiry, name="sick.rtf", content=files.RTF + VIRUS)
    sound = people.attachment(enquiry, name="sound.rtf", content=files.RTF)
    assert "was not scanned" in client.get(address(enquiry, f"files/{sick.pk}")).text
    assert client.post(address(enquiry, f"files/{sound.pk}")).content == files.RTF

    assert verdicts.scan_waiting(lambda: False) == 2

    assert dict(Attachment.objects.values_list("name", "scan")) == {"sick.rtf": Scan.INFECTED, "sound.rtf": Scan.CLEAN}
    assert ("infected", f"{NAME}. sick.rtf can no longer be downloaded.") in history(enquiry)
    for method in (client.get, client.post):
        refused = method(address(enquiry, f"files/{sick.pk}"), follow=True)
        assert said(refused) == ["A virus was found in this file. It cannot be downloaded."]
    assert client.get(address(enquiry, f"files/{sound.pk}")).content == files.RTF


def test_queries_do_not_grow_with_the_files(client: Client, sam: Any, enquiry: Enquiry) -> None:
    counts = []
    for _round in range(2):
        people.attachment(enquiry, added_by=sam)
        for part in ("files", "change"):
            with CaptureQueriesContext(connection) as queries:
                client.get(address(enquiry, part))
            counts.append(len(queries))
    assert counts[:2] == counts[2:]
