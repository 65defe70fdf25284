from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.models.functions import Now
from django.utils import timezone

from articles.outbox.sending import send_due
from enquiries import defaults
from enquiries.handling import verbs
from enquiries.intake import receiving
from enquiries.models import CV, Enquiry, Notice, PendingCV, PrivacyRequest, State, Submission
from enquiries.notices import writing
from enquiries.privacy import erasure, retention, rights
from tests.enquiries import data_subject as subject
from tests.enquiries.mail_server import MailServer

pytestmark = pytest.mark.django_db


def purge(capsys: pytest.CaptureFixture[str], *options: str) -> list[str]:
    call_command("purge_enquiries", *options)
    return capsys.readouterr().out.splitlines()


def states() -> list[str]:
    return list(Enquiry.objects.order_by("pk").values_list("state", flat=True))


@pytest.fixture
def due() -> Enquiry:
    enquiry = subject.closed()
    subject.come_due(enquiry)
    return enquiry


def test_what_has_come_to_its_date_is_erased_and_counted(due: Enquiry, capsys: pytest.CaptureFixture[str]) -> None:
    later = subject.closed(token="b" * 32)
    subject.come_due(later, days_left=1)

    assert purge(capsys) == [
        "enquiries: 1 erased",
        "CVs of unfinished forms: 0 erased",
        "counted form submissions: 0 erased",
        "enquiries past their date: 0 kept (on hold, open, or with a notice or request pending)",
        "persons behind answered requests without an enquiry: 0 erased",
    ]
    assert states() == ["erased", "closed"]
    assert CV.objects.get().enquiry == later


def test_what_is_kept_for_an_hour_or_a_day_goes_after_it(capsys: pytest.CaptureFixture[str]) -> None:
    for minutes in (59, 61):
        PendingCV.objects.create(
            token=str(minutes), name="cv.pdf", content=b"%PDF", size=4, kept_at=Now() - timedelta(minutes=minutes)
        )
    for hours in (23, 25):
        Submission.objects.create(key=str(hours), at=Now() - timedelta(hours=hours))

    assert purge(capsys)[1:3] == ["CVs of unfinished forms: 1 erased", "counted form submissions: 1 erased"]
    assert (PendingCV.objects.get().token, Submission.objects.get().key) == ("59", "23")


def test_a_dry_run_says_the_same_and_changes_nothing(due: Enquiry, capsys: pytest.CaptureFixture[str]) -> None:
    PendingCV.objects.create(token="t", name="cv.pdf", content=b"%PDF", size=4, kept_at=Now() - timedelta(days=2))
    before = subject.stored()

    said = purge(capsys, "--dry-run")

    assert subject.stored() == before
    assert said == [line.replace(" erased", " would be erased") for line in purge(capsys)]


def hold(enquiry: Enquiry) -> None:
    retention.hold(enquiry, "A dispute.", by=subject.colleague())


def reopen_with_a_date(enquiry: Enquiry) -> None:
    verbs.reopen(enquiry, by=subject.colleague())
    subject.come_due(enquiry)


def leave_something_to_send(enquiry: Enquiry) -> None:
    writing.reply(enquiry, subject="Hello", body="Hello")


def complain(enquiry: Enquiry) -> None:
    rights.request(enquiry, PrivacyRequest.Kind.COMPLAINT, "You called at night.")


@pytest.mark.parametrize("obstacle", [hold, reopen_with_a_date, leave_something_to_send, complain])
def test_what_must_stay_stays_and_is_counted(due: Enquiry, capsys: pytest.CaptureFixture[str], obstacle: Any) -> None:
    obstacle(due)

    said = purge(capsys)

    assert said[0] == "enquiries: 0 erased"
    assert said[3].startswith("enquiries past their date: 1 kept")
    assert Enquiry.objects.get().name == "Siobhán O'Neil"


def test_what_was_refused_for_good_is_no_obstacle(mail_server: MailServer, capsys: pytest.CaptureFixture[str]) -> None:
    enquiry = subject.enquiry()
    mail_server.answer, mail_server.refused = "550 5.1.1 no such mailbox", {enquiry.email}
    send_due("mail")
    verbs.close(enquiry, "unsuitable", by=subject.colleague())
    subject.come_due(enquiry)

    said = purge(capsys)

    assert said[0] == "enquiries: 1 erased"
    assert said[3].startswith("enquiries past their date: 0 kept")
    assert (states(), Notice.objects.count()) == (["erased"], 0)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="what SQLite leaves in files")
@pytest.mark.parametrize("how", ["purge", "by hand"])
def test_no_words_of_what_was_erased_stay_in_the_files_of_the_database(
    capsys: pytest.CaptureFixture[str], how: str
) -> None:
    defaults.ensure()
    enquiry = subject.closed(message="A secret wish: Quixotry.")
    subject.come_due(enquiry)
    file = Path(connection.settings_dict["NAME"])
    files = [file, file.with_name(f"{file.name}-wal")]
    assert any(b"Quixotry" in one.read_bytes() for one in files)

    if how == "purge":
        purge(capsys)
    else:
        erasure.erase(enquiry, by=subject.colleague())

    assert states() == ["erased"]
    assert [b"Quixotry" in one.read_bytes() for one in files] == [False, False]


def test_a_dealt_with_complaint_is_no_obstacle(due: Enquiry, capsys: pytest.CaptureFixture[str]) -> None:
    request = rights.request(due, PrivacyRequest.Kind.COMPLAINT, "You called at night.")
    rights.finish(request, "Sorry.", by=subject.colleague())
    Notice.objects.update(sent_at=Now())

    assert purge(capsys)[0] == "enquiries: 1 erased"


def test_quarantine_gets_a_date_and_then_ends(capsys: pytest.CaptureFixture[str]) -> None:
    enquiry, _ = receiving.receive(subject.answers(), token="a" * 32, cv=None, spam_reasons=["A reason."])

    assert purge(capsys)[0] == "enquiries: 0 erased"
    enquiry.refresh_from_db()
    assert enquiry.erase_on > timezone.localdate()

    subject.come_due(enquiry)
    assert purge(capsys)[0] == "enquiries: 1 erased"


def test_an_enquiry_that_changed_since_it_was_listed_is_looked_at_again(
    due: Enquiry, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = list(erasure.due_for_erasure())
    hold(due)
    fresh, answers = erasure.due_for_erasure, iter([Enquiry.objects.filter(pk__in=[one.pk for one in listed])])
    monkeypatch.setattr(erasure, "due_for_erasure", lambda: next(answers, None) or fresh())

    assert erasure.erase_due() == 0
    assert states() == [State.CLOSED]


def test_a_second_run_finds_nothing_left(due: Enquiry, capsys: pytest.CaptureFixture[str]) -> None:
    purge(capsys)

    assert purge(capsys)[0] == "enquiries: 0 erased"
