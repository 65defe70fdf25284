"""A CV and a virus scanner: refused, taken, or kept until the scanner answers, with a warning to staff meanwhile."""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from agency.running import environment
from enquiries import access_links
from enquiries.intake.cv_kinds.kinds import SENTENCES, Kind
from enquiries.models import CV, Attachment, Enquiry, Event, PendingCV, Scan
from enquiries.monitoring import health
from enquiries.privacy import disclosure
from enquiries.scanning import clamd, verdicts
from tests.enquiries import data_subject, files, people
from tests.enquiries.scanner import NAME, VIRUS, Scanner

pytestmark = pytest.mark.django_db
NEW = "/enquiries/new/"
SOUND, SICK = files.RTF, files.RTF + VIRUS
AWAY = "The virus scanner does not answer."


@pytest.fixture
def scanner(tmp_path: Path, settings: Settings) -> Iterator[Scanner]:
    with Scanner(tmp_path) as running:
        settings.VIRUS_SCANNER = running.address
        yield running


def send(client: Client, content: bytes = SOUND, **changed: str) -> HttpResponse:
    words = {name: value for name, value in data_subject.answers().items() if value and name != "marketing"}
    cv = SimpleUploadedFile("cv.rtf", content)
    return client.post(NEW, words | {"role": "candidate", "token": "t" * 32, "cv": cv} | changed)  # type: ignore[return-value]


def kept(content: bytes = SOUND, **values: str) -> CV:
    """A CV that came in while the scanner was away."""
    return people.cv(people.enquiry(), content=content, **values)


def never() -> bool:
    return False


def page_of(cv: CV, name: str = "change") -> str:
    return reverse(f"admin:enquiries_enquiry_{name}", args=[cv.enquiry_id])


@pytest.fixture
def staff(client: Client) -> Client:
    client.force_login(people.consultant(may=("download_cv", "view_every_enquiry")))
    return client


def test_a_clean_cv_is_taken_and_marked_so(client: Client, scanner: Scanner) -> None:
    assert send(client).status_code == 302
    assert (CV.objects.get().scan, scanner.scanned) == (Scan.CLEAN, [SOUND])


def test_a_cv_of_many_pieces_arrives_whole(scanner: Scanner) -> None:
    content = bytes(range(256)) * 1000
    assert (clamd.virus_in(content), scanner.scanned) == ("", [content])


def test_a_virus_is_refused_with_what_to_do(client: Client, scanner: Scanner) -> None:
    response = send(client, SICK)

    assert (response.status_code, response.context["form"].errors) == (422, {"cv": [SENTENCES[Kind.VIRUS]]})  # type: ignore[attr-defined]
    assert not Enquiry.objects.exists()
    assert not PendingCV.objects.exists()


@pytest.mark.parametrize("answer", [None, b"stream: OK", b"what? ERROR\0", b"\xff\0", b"x" * 9000])
def test_a_cv_is_kept_unscanned_when_the_scanner_gives_no_answer(
    client: Client, scanner: Scanner, answer: bytes | None
) -> None:
    scanner.answer = answer
    assert send(client).status_code == 302
    assert CV.objects.get().scan == Scan.WAITING


def test_a_scanner_that_is_not_there_or_silent_is_away(
    scanner: Scanner, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert health.reasons() == []
    scanner.answer = None
    assert health.reasons() == [AWAY]
    for nowhere in ("/nowhere/clamd.ctl", ("127.0.0.1", 1)):
        settings.VIRUS_SCANNER = nowhere
        assert health.reasons() == [AWAY]
        with pytest.raises(clamd.ScannerAway):
            clamd.virus_in(SOUND)
    settings.VIRUS_SCANNER = None
    assert health.reasons() == []


def test_a_scanner_that_takes_too_long_is_away(scanner: Scanner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clamd, "SECONDS", 0)
    with pytest.raises(clamd.ScannerAway):
        clamd.virus_in(SOUND)


def test_the_mark_goes_along_while_a_form_is_corrected(client: Client, scanner: Scanner) -> None:
    send(client, name="")
    assert PendingCV.objects.get().scan == Scan.CLEAN
    send(client, cv="")
    assert CV.objects.get().scan == Scan.CLEAN


def test_the_worker_scans_what_was_kept(scanner: Scanner) -> None:
    sound, sick = kept(), kept(SICK)

    assert [verdicts.scan_waiting(never), verdicts.scan_waiting(never)] == [2, 0]

    assert set(CV.objects.values_list("pk", "scan", "virus")) == {(sound.pk, "clean", ""), (sick.pk, "infected", NAME)}
    event = Event.objects.get(kind=Event.Kind.INFECTED)
    assert (event.enquiry, event.words) == (sick.enquiry, f"{NAME}. The CV can no longer be downloaded.")


def test_the_worker_scans_other_files_too_and_they_are_handed_out_like_cvs(staff: Client, scanner: Scanner) -> None:
    enquiry = kept().enquiry
    sound = people.attachment(enquiry, content=SOUND)
    sick = people.attachment(enquiry, content=SICK, name="letter.pdf")
    address = reverse("admin:enquiries_enquiry_file", args=[enquiry.pk, sound.pk])
    assert "This file has not been scanned for viruses" in staff.get(address).content.decode()
    assert staff.post(address).content == SOUND

    assert verdicts.scan_waiting(never) == 3

    assert dict(Attachment.objects.values_list("pk", "scan")) == {sound.pk: "clean", sick.pk: "infected"}
    event = Event.objects.get(kind=Event.Kind.INFECTED)
    assert event.words == f"{NAME}. letter.pdf can no longer be downloaded."
    assert staff.get(address).content == SOUND


def test_the_worker_waits_for_a_scanner_that_is_away(settings: Settings) -> None:
    kept()
    settings.VIRUS_SCANNER = "/nowhere/clamd.ctl"
    assert verdicts.scan_waiting(never) == 0
    assert CV.objects.get().scan_tried_at is None


def test_one_that_the_scanner_cannot_read_keeps_no_other_waiting(
    scanner: Scanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verdicts, "AT_ONCE", 1)
    scanner.longest = len(SOUND)
    large, small = kept(SOUND + bytes(9)), kept()

    assert [verdicts.scan_waiting(never) for _ in range(3)] == [0, 1, 0]

    assert dict(CV.objects.values_list("pk", "scan")) == {large.pk: Scan.WAITING, small.pk: Scan.CLEAN}


def test_without_a_scanner_nothing_is_marked_or_warned_of(staff: Client) -> None:
    cv = kept()

    assert verdicts.scan_waiting(never) == 0
    assert "scanned for viruses" not in staff.get(page_of(cv)).content.decode()
    assert staff.get(page_of(cv, "cv")).content == SOUND


def test_staff_are_asked_before_they_download_what_was_not_scanned(staff: Client, scanner: Scanner) -> None:
    cv = kept()

    assert "Not scanned for viruses yet" in staff.get(page_of(cv)).content.decode()
    warning = staff.get(page_of(cv, "cv"))
    assert (warning["Content-Type"], Event.objects.filter(kind=Event.Kind.DOWNLOADED).count()) == (
        "text/html; charset=utf-8",
        0,
    )
    assert "This CV has not been scanned for viruses" in warning.content.decode()
    answer = staff.post(page_of(cv, "cv"))
    assert (answer.content, Event.objects.filter(kind=Event.Kind.DOWNLOADED).count()) == (SOUND, 1)


def test_once_scanned_it_is_downloaded_without_a_question(staff: Client, scanner: Scanner) -> None:
    cv = kept()
    verdicts.scan_waiting(never)

    assert "No virus found" in staff.get(page_of(cv)).content.decode()
    assert staff.get(page_of(cv, "cv")).content == SOUND


@pytest.mark.usefixtures("scanner")
@pytest.mark.parametrize("is_on", [True, False], ids=["scanner on", "scanner switched off"])
def test_a_cv_with_a_virus_leaves_no_way(staff: Client, settings: Settings, is_on: bool) -> None:
    cv = kept(SICK, scan=Scan.INFECTED, virus=NAME)
    settings.VIRUS_SCANNER = settings.VIRUS_SCANNER if is_on else None

    page = staff.get(page_of(cv)).content.decode()
    assert f"Virus found: {NAME}" in page
    assert page_of(cv, "cv") not in page
    for answer in (staff.get(page_of(cv, "cv"), follow=True), staff.post(page_of(cv, "cv"), follow=True)):
        assert "A virus was found in this CV. It cannot be downloaded." in answer.content.decode()
    assert staff.get(f"/enquiries/status/{access_links.status_token(cv.enquiry)}/cv/").status_code == 404
    assert VIRUS not in disclosure.archive(cv.enquiry, with_history=True)


def test_a_download_of_everything_leaves_out_what_was_not_scanned(settings: Settings) -> None:
    cv = kept()
    assert SOUND in disclosure.archive(cv.enquiry, with_history=False)
    settings.VIRUS_SCANNER = "/nowhere/clamd.ctl"
    assert SOUND not in disclosure.archive(cv.enquiry, with_history=False)


def test_a_download_of_everything_has_the_files_beside_the_cv() -> None:
    enquiry = people.enquiry()
    for content in (b"a reference", b"a certificate"):
        people.attachment(enquiry, name="letter.pdf", content=content)
    people.attachment(enquiry, name="virus.pdf", content=b"sick", scan=Scan.INFECTED)

    with ZipFile(BytesIO(disclosure.archive(enquiry, with_history=False))) as held:
        said = json.loads(held.read("enquiry.json"))["files"]
        found = {name: held.read(name) for name in held.namelist() if name.startswith("files/")}

    assert found == {"files/1 letter.pdf": b"a reference", "files/2 letter.pdf": b"a certificate"}
    assert [file["name"] for file in said] == ["letter.pdf", "letter.pdf", "virus.pdf"]


@pytest.mark.parametrize(
    ("url", "where"),
    [("", None), ("unix:/run/clamav/clamd.ctl", "/run/clamav/clamd.ctl"), ("unix:///run/a", "/run/a"),
     ("tcp://scanner:3310", ("scanner", 3310)), ("tcp://[::1]:3310", ("::1", 3310))],
)  # fmt: skip
def test_the_setting_says_where_the_scanner_is(url: str, where: object) -> None:
    assert environment.virus_scanner(url) == where


@pytest.mark.parametrize(
    "url", ["on", "unix:clamd.ctl", "tcp://scanner", "tcp://scanner:x", "http://scanner:3310", "unix://a/b"]
)
def test_any_other_setting_is_refused(url: str) -> None:
    with pytest.raises(ImproperlyConfigured):
        environment.virus_scanner(url)
