"""Every enquiry in one encrypted file: what is in it is what we hold, and only its passphrase opens it."""

import csv
import io
import json
import os
import pty
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pyrage
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from pyrage import x25519

from articles.audit.models import Entry
from enquiries import history
from enquiries.handling import verbs
from enquiries.models import (
    CV,
    Attachment,
    Enquiry,
    Event,
    IncomingMail,
    Notice,
    PrivacyRequest,
    ReplyDraft,
    Scan,
    Wording,
)
from enquiries.moving_out import archive, records, sealing
from enquiries.privacy import erasure, restriction, retention, rights
from tests.enquiries import data_subject as subject
from tests.enquiries import people

pytestmark = pytest.mark.django_db
PASSPHRASE = "correct horse battery staple"
PDF = b"%PDF-1.7 her papers"
FORMULA = '=HYPERLINK("https://evil.example")'
# The history of the fixture: kind, by whom, words and files of each line.
LINES: list[tuple[str, str, str, list[str]]] = [
    ("received", "", "", []),
    ("taken", "pat", "", []),
    ("noted", "pat", FORMULA, []),
    ("replied", "pat", "Hello\n\nWhen can we talk?", []),
    ("wrote", "", "On Tuesday.", ["papers.pdf"]),
    ("held", "pat", "A dispute", []),
]


def passphrase_file(folder: Path, words: str = PASSPHRASE, mode: int = 0o600) -> Path:
    path = folder / "passphrase"
    path.write_text(f"{words}\n")
    path.chmod(mode)
    return path


def export(folder: Path) -> Path:
    """The encrypted file. Few tests make one: the passphrase costs a second and a gigabyte, so that nobody can guess it."""
    path = folder / "enquiries.zip.age"
    call_command("export_enquiries", path, passphrase_file=passphrase_file(folder))
    return path


def opened(path: Path) -> dict[str, bytes]:
    """The files in it, as age and any program for ZIP files open them."""
    key = pyrage.passphrase.decrypt(sealing.key_file(path).read_bytes(), PASSPHRASE).decode().strip()
    return unzipped(pyrage.decrypt(path.read_bytes(), [x25519.Identity.from_str(key)]))


def unzipped(content: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(content)) as whole:
        assert whole.testzip() is None
        return {name: whole.read(name) for name in whole.namelist()}


def plain() -> dict[str, bytes]:
    """What is encrypted."""
    return unzipped(b"".join(archive.pieces(records.every())))


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def moment(value: datetime | None) -> str:
    """As Django writes it into JSON."""
    return str(DjangoJSONEncoder().default(value))


def at(enquiry: Enquiry, kind: str) -> str:
    return moment(enquiry.events.get(kind=kind).at)


def words_of(wording: Wording) -> dict[str, Any]:
    return {"version": wording.version, "text": wording.text}


@pytest.fixture
def enquiry() -> Enquiry:
    """With everything that an enquiry can have: files, mails both ways, a note, a draft, a hold, a consent."""
    made, pat = subject.enquiry(), subject.colleague()
    verbs.take(made, by=pat)
    verbs.note(made, FORMULA, by=pat)
    verbs.reply(made, "Hello", "When can we talk?", by=pat)
    Notice.objects.filter(kind="reply").update(sent_at=timezone.now())
    event = history.record(made, Event.Kind.WROTE, words="On Tuesday.")
    Attachment.objects.create(
        enquiry=made, event=event, name="papers.pdf", content_type="application/pdf", content=PDF, size=len(PDF)
    )
    IncomingMail.objects.create(
        digest="d",
        raw=b"raw",
        size=3,
        came_by="imap",
        state="matched",
        sender="siobhan@example.org",
        sender_name="Siobhán",
        subject="Re: Hello",
        text="On Tuesday.",
        quoted="> When?",
        enquiry=made,
        event=event,
    )
    ReplyDraft.objects.create(enquiry=made, person=pat, subject="Tuesday", body="It is.", cc="")
    retention.hold(made, "A dispute", by=pat)
    made.refresh_from_db()
    return made


def test_everything_that_is_held_is_in_it(enquiry: Enquiry) -> None:
    held = plain()

    folder = f"enquiries/{enquiry.reference}"
    assert list(held) == [
        "about.json",
        "enquiries.csv",
        "conversations.csv",
        f"{folder}/enquiry.json",
        f"{folder}/Siobhán O'Neil CV.pdf",
        f"{folder}/files/1 papers.pdf",
    ]
    assert held[f"{folder}/Siobhán O'Neil CV.pdf"] == subject.CV.content
    assert held[f"{folder}/files/1 papers.pdf"] == PDF
    about = json.loads(held["about.json"])
    assert datetime.fromisoformat(about.pop("made_at")) <= timezone.now()
    assert about == {"format": 1, "site": settings.SITE_URL, "enquiries": 1}


def test_the_record_says_everything_of_the_enquiry(enquiry: Enquiry) -> None:
    record = json.loads(plain()[f"enquiries/{enquiry.reference}/enquiry.json"])

    [mail] = record["held"].pop("mails_to_you")
    reply = enquiry.notices.get(kind="reply")
    assert mail == {
        "recipient": "siobhan@example.org",
        "cc": "",
        "subject": "Hello",
        "text": reply.text,
        "sent_at": moment(reply.sent_at),
    }
    assert "When can we talk?" in reply.text
    assert record == {
        "reference": enquiry.reference,
        "held": {
            "reference": enquiry.reference,
            "received_at": moment(enquiry.received_at),
            "status": "Waiting for your answer",
            "reply_promised_by": moment(enquiry.reply_due_at),
            "first_replied_at": moment(enquiry.first_replied_at),
            "first_reply_by": "e-mail",
            "closed_at": None,
            "erased_on": None,
            "is_application": False,
            "last_service_on": None,
            "answers": {
                "role": "candidate",
                "name": "Siobhán O'Neil",
                "email": "siobhan@example.org",
                "phone": "+441614960000",
                "reply_by": "either",
                "reply_when": "Tuesdays",
                "role_sought": "Lead tester",
                "location": "Didsbury",
                "right_to_work": "yes",
                "organisation": "",
                "role_to_fill": "",
                "engagement": "",
                "urgency": "",
                "message": "My secret wish:\na new job.",
            },
            "came_from": "/guides/a-guide/",
            "cv": {
                "name": "Siobhán O'Neil CV.pdf",
                "type": "application/pdf",
                "size": len(subject.CV.content),
                "scan": "not scanned for viruses",
            },
            "you_wrote": [{"kind": "wrote", "at": at(enquiry, "wrote"), "words": "On Tuesday."}],
            "mails_from_you": [
                {
                    "received_at": moment(enquiry.mails.get().received_at),
                    "sender": "siobhan@example.org",
                    "sender_name": "Siobhán",
                    "subject": "Re: Hello",
                    "text": "On Tuesday.",
                    "quoted": "> When?",
                    "size": 3,
                }
            ],
            "files": [
                {
                    "name": "papers.pdf",
                    "content_type": "application/pdf",
                    "size": len(PDF),
                    "added_at": moment(enquiry.attachments.get().added_at),
                }
            ],
            "questions_for_guides": [],
            "privacy_notice": words_of(enquiry.privacy_wording),
            "marketing_consent": words_of(enquiry.marketing_wording),
            "marketing_consents": [
                {
                    "wording__version": enquiry.marketing_wording.version,
                    "wording__text": enquiry.marketing_wording.text,
                    "given_at": moment(enquiry.consents.get().given_at),
                    "state": "given",
                    "ended_at": None,
                }
            ],
            "no_news": None,
            "looked_at_by_us": [],
            "requests": [],
            "reference_elsewhere": "",
            "passed_on_to": [],
        },
        "handling": {
            "state": "waiting",
            "outcome": "",
            "source": "form",
            "spam_reasons": [],
            "reply_minutes": enquiry.reply_minutes,
            "follow_up_on": None,
            "is_restricted": False,
            "hold_reason": "A dispute",
            "hold_until": None,
            "owner": "pat",
            "team": "Enquiries team",
            "guide": None,
        },
        "history": [
            {"kind": kind, "at": at(enquiry, kind), "by": by, "words": words, "files": files}
            for kind, by, words, files in LINES
        ],
        "drafts_of_replies": [
            {
                "by": "pat",
                "subject": "Tuesday",
                "body": "It is.",
                "cc": "",
                "saved_at": moment(enquiry.reply_drafts.get().saved_at),
            }
        ],
        "files_left_out": [],
    }


def test_the_tables_say_it_to_a_spreadsheet(enquiry: Enquiry) -> None:
    held = plain()

    assert table(held["enquiries.csv"]) == [
        {
            "reference": enquiry.reference,
            "received_at": enquiry.received_at.isoformat(),
            "state": "waiting",
            "outcome": "",
            "source": "form",
            "owner": "pat",
            "team": "Enquiries team",
            "guide": "",
            "source_path": "/guides/a-guide/",
            "first_replied_at": enquiry.first_replied_at.isoformat(),  # type: ignore[union-attr]
            "closed_at": "",
            "erase_on": "",
            "is_restricted": "False",
            "is_application": "False",
            "ats_reference": "",
            "agreed_to_news": "True",
            "role": "candidate",
            "name": "Siobhán O'Neil",
            "email": "siobhan@example.org",
            "phone": "'+441614960000",
            "reply_by": "either",
            "reply_when": "Tuesdays",
            "role_sought": "Lead tester",
            "location": "Didsbury",
            "right_to_work": "yes",
            "organisation": "",
            "role_to_fill": "",
            "engagement": "",
            "urgency": "",
            "message": "My secret wish:\na new job.",
        }
    ]
    told = [
        (line["reference"], line["kind"], line["by"], line["words"], line["files"])
        for line in table(held["conversations.csv"])
    ]
    assert told == [
        (enquiry.reference, kind, by, f"'{words}" if words == FORMULA else words, ", ".join(files))
        for kind, by, words, files in LINES
    ]


def test_what_is_erased_due_or_our_own_stays_out_and_the_rest_goes_along() -> None:
    pat = subject.colleague()
    erased, due, kept = (subject.closed(token=letter * 32, email=f"{letter}@example.org") for letter in "bcd")
    erasure.erase(erased)
    for enquiry in (due, kept):
        subject.come_due(enquiry)
    retention.hold(kept, "A dispute", by=pat)
    restricted, objected = (subject.enquiry(token=letter * 32, email=f"{letter}@example.org") for letter in "ef")
    restriction.restrict(restricted, pat)
    rights.request(objected, PrivacyRequest.Kind.OBJECTION, "Write to me no more.")
    people.enquiry(is_synthetic=True)

    held = plain()

    rows = {row["reference"]: row for row in table(held["enquiries.csv"])}
    assert set(rows) == {one.reference for one in (kept, restricted, objected)}
    assert {name.split("/")[1] for name in held if "/" in name} == set(rows)
    records = {reference: json.loads(held[f"enquiries/{reference}/enquiry.json"])["held"] for reference in rows}
    assert records[restricted.reference]["status"] == "On hold"
    assert rows[restricted.reference]["is_restricted"] == "True"
    assert records[objected.reference]["no_news"] == {"reason": "objected", "since": str(timezone.localdate())}
    assert rows[objected.reference]["agreed_to_news"] == "False"


def test_a_file_with_a_virus_is_named_and_left_out(enquiry: Enquiry) -> None:
    CV.objects.update(scan=Scan.INFECTED)

    held = plain()

    assert f"enquiries/{enquiry.reference}/Siobhán O'Neil CV.pdf" not in held
    assert json.loads(held[f"enquiries/{enquiry.reference}/enquiry.json"])["files_left_out"] == ["cv.pdf"]


def test_an_export_without_enquiries_says_so() -> None:
    held = plain()

    assert list(held) == ["about.json", "enquiries.csv", "conversations.csv"]
    assert json.loads(held["about.json"])["enquiries"] == 0


def test_only_the_passphrase_opens_it(enquiry: Enquiry, tmp_path: Path) -> None:
    path = export(tmp_path)

    files = {file.name: file for file in tmp_path.iterdir()}
    assert set(files) == {"passphrase", "enquiries.zip.age", "enquiries.zip.age.key"}
    assert {file.stat().st_mode & 0o777 for file in files.values()} == {0o600}
    content = path.read_bytes() + sealing.key_file(path).read_bytes()
    personal = ("Siobhán", "siobhan@", enquiry.reference, "AGE-SECRET-KEY")
    assert [words for words in personal if words.encode() in content] == []
    expected, found = plain(), opened(path)
    assert json.loads(found.pop("about.json")).keys() == json.loads(expected.pop("about.json")).keys()
    assert found == expected
    with pytest.raises(pyrage.DecryptError):
        pyrage.passphrase.decrypt(sealing.key_file(path).read_bytes(), "another passphrase")


@pytest.mark.skipif(shutil.which("age") is None, reason="age is not installed")
def test_age_itself_opens_it(enquiry: Enquiry, tmp_path: Path) -> None:
    path, out = export(tmp_path), tmp_path / "enquiries.zip"
    child, terminal = pty.fork()  # age reads a passphrase from nothing but a terminal
    if not child:
        os.execlp("age", "age", "-d", "-i", str(sealing.key_file(path)), "-o", str(out), str(path))  # noqa: S606, S607
    asked = b""
    while b"passphrase" not in asked:
        asked += os.read(terminal, 1000)
    os.write(terminal, f"{PASSPHRASE}\n".encode())

    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    with ZipFile(out) as whole:
        assert whole.testzip() is None
        assert f"enquiries/{enquiry.reference}/enquiry.json" in whole.namelist()


def test_the_audit_trail_knows_of_it_and_nothing_names_anybody(
    enquiry: Enquiry, tmp_path: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    Entry.objects.all().delete()

    export(tmp_path)

    assert list(Entry.objects.values_list("who", "action", "about")) == [
        ("", "exported", "every enquiry, encrypted: 1")
    ]
    said = capsys.readouterr()
    told = said.out + said.err + caplog.text
    assert "1 enquiries in" in told
    assert [words for words in (*subject.PERSONAL, enquiry.reference, PASSPHRASE) if words in told] == []


@pytest.mark.parametrize(
    ("words", "mode", "reason"),
    [
        ("eleven char", 0o600, "The passphrase has fewer than 12 characters."),
        ("", 0o600, "The passphrase has fewer than 12 characters."),
        (PASSPHRASE, 0o640, "Others can read"),
        (PASSPHRASE, 0o604, "Others can read"),
    ],
)
def test_a_weak_or_open_passphrase_is_refused(tmp_path: Path, words: str, mode: int, reason: str) -> None:
    with pytest.raises(CommandError, match=reason):
        call_command("export_enquiries", tmp_path / "out", passphrase_file=passphrase_file(tmp_path, words, mode))

    assert [file.name for file in tmp_path.iterdir()] == ["passphrase"]
    assert not Entry.objects.filter(action="exported").exists()


def test_a_passphrase_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be read as text"):
        call_command("export_enquiries", tmp_path / "out", passphrase_file=tmp_path / "none")


def test_without_a_terminal_nobody_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(PASSPHRASE))

    with pytest.raises(CommandError, match="There is no terminal"):
        call_command("export_enquiries", tmp_path / "out")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ([PASSPHRASE, PASSPHRASE], ""),
        ([PASSPHRASE, "correct horse battery stable"], "two different passphrases"),
        (["too short"], "fewer than 12"),
    ],
)
def test_on_a_terminal_it_is_typed_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: list[str], reason: str
) -> None:
    answers = iter(typed)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("enquiries.moving_out.passphrases.getpass", lambda _: next(answers))
    path = tmp_path / "out"

    if reason:
        with pytest.raises(CommandError, match=reason):
            call_command("export_enquiries", path)
        assert not path.exists()
    else:
        call_command("export_enquiries", path)
        assert "about.json" in opened(path)
    assert list(answers) == []


@pytest.mark.parametrize("taken", ["enquiries.zip.age", "enquiries.zip.age.key"])
def test_a_file_that_is_there_is_not_written_over(tmp_path: Path, taken: str) -> None:
    (tmp_path / taken).write_text("mine")

    with pytest.raises(CommandError, match="is there already"):
        export(tmp_path)

    assert (tmp_path / taken).read_text() == "mine"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be written: No such file"):
        call_command("export_enquiries", tmp_path / "none/out", passphrase_file=passphrase_file(tmp_path))


def test_what_breaks_off_leaves_nothing_behind(tmp_path: Path) -> None:
    def pieces() -> Any:
        yield b"half"
        raise RuntimeError("The database went away.")

    with pytest.raises(pyrage.EncryptError, match="went away"):
        sealing.seal(tmp_path / "out", pieces(), PASSPHRASE)

    assert list(tmp_path.iterdir()) == []
