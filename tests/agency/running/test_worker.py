"""The worker: it does all that is due, waits for what is away, and one part's trouble is not another's."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone

from agency.management.commands import work
from agency.management.commands.work import Part
from articles.models import Revision
from articles.publishing import publication, scheduling
from tests import cast
from tests.enquiries import stored
from tests.enquiries.mail_server import MailServer

pytestmark = pytest.mark.django_db
TEAM = "team@agency.example"
PERSONAL = "connection of pat@example.org lost"
ROOT = Path(__file__).parents[3]


def due_publication() -> Revision:
    """A guide whose hour has come."""
    revision = publication.schedule(cast.full_draft(), by=None, at=timezone.now() + timedelta(days=1))
    Revision.objects.update(goes_live_at=timezone.now() - timedelta(seconds=1))
    return revision


def failing(error: type[Exception]) -> Part:
    def fail(_stop: Any) -> int:
        raise error(PERSONAL)

    return Part("a part", fail)


def test_the_command_does_what_is_due_and_ends(mail_server: MailServer, capsys: pytest.CaptureFixture[str]) -> None:
    stored.received()
    revision = due_publication()

    call_command("work", "--once")

    assert capsys.readouterr().out.splitlines() == [
        "scheduled publications: 1",
        "reminders of promises: 0",
        "mails of the morning: 0",
        "fetching mail: 0",
        "mail that came in: 0",
        "privacy requests: 0",
        "answered questions: 0",
        "weekly reviews: 0",
        "mail: 2",
        "other systems: 0",
        "password links: 0",
        "pictures: 1",
        "search engines: 0",
        "CVs of unfinished forms: 0",
        "old mail in the mailbox: 0",
        "old mail without an enquiry: 0",
        "scans of CVs: 0",
        "prepared pages: 0",
        "checks of live pages: 1",
        "words of enquiries: 1",
        "tallies of enquiries: 1",
        "kept promise: 1",
        "autosaved work: 0",
        "holds that ended: 0",
        "old lines of the audit trail: 0",
        "old records of views: 0",
        "old counts of readers: 0",
        "addresses asked for in vain: 0",
        "moving in: 0",
        "form entries: 0",
        "old uploads of form entries: 0",
        "uploaded files: 0",
        "ended sessions: 0",
        "sign of life: 1",
    ]
    revision.refresh_from_db()
    assert revision.is_live


def test_a_part_that_fails_keeps_no_other_from_running_and_the_command_says_so(
    mail_server: MailServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stored.received()
    monkeypatch.setattr(scheduling, "run_due", lambda: 1 / 0)

    with pytest.raises(CommandError, match=r"^Not everything could be done\.$"):
        call_command("work", "--once")

    assert capsys.readouterr().out.splitlines()[0] == "scheduled publications: failed"
    assert sorted(mail_server.recipients) == [["pat@example.org"], [TEAM]]


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_a_database_that_is_away_is_waited_for(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, error: type[Exception]
) -> None:
    monkeypatch.setattr(connection, "close", lambda: None)

    assert work.work(failing(error), Event()) == work.PAUSE_AFTER_TROUBLE_SECONDS
    assert caplog.messages == [f"a part: the database does not answer: {error.__name__}; trying again"]


def test_a_fault_is_logged_with_its_place_and_without_its_words(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(connection, "close", lambda: None)

    assert work.work(failing(ValueError), Event()) == work.PAUSE_AFTER_TROUBLE_SECONDS

    [message] = caplog.messages
    assert message.startswith("a part: ValueError; trying again\n")
    assert "test_worker.py" in message
    assert PERSONAL not in message


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_a_worker_goes_on_after_the_database_cut_it_off(mail_server: MailServer) -> None:
    stored.received()
    mail = next(part for part in work.parts() if part.name == "mail")
    with connection.cursor() as cursor, ThreadPoolExecutor(1) as worker:
        stopped = Event()

        def cut_off_worker() -> float:
            connection.ensure_connection()
            number = connection.connection.info.backend_pid
            cut = worker_is_cut.submit(cursor.execute, "SELECT pg_terminate_backend(%s, 5000)", [number])
            cut.result()
            return work.work(mail, stopped)

        with ThreadPoolExecutor(1) as worker_is_cut:
            pause = worker.submit(cut_off_worker).result()

        assert pause == work.PAUSE_AFTER_TROUBLE_SECONDS
        assert worker.submit(work.work, mail, stopped).result() == work.PAUSE_SECONDS
    assert sorted(mail_server.recipients) == [["pat@example.org"], [TEAM]]


def test_a_part_that_hangs_keeps_no_other_from_its_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "close", lambda: None)
    stopped, released, ran = Event(), Event(), Event()
    hangs = Part("hangs", lambda _stop: released.wait(20) and 0)
    runs = Part("runs", lambda _stop: ran.set() or 0)
    monkeypatch.setattr(work, "parts", lambda: [hangs, runs])

    worker = Thread(target=work.go_on, args=(stopped,))
    worker.start()
    ran_meanwhile = ran.wait(20)
    stopped.set()
    released.set()
    worker.join(20)

    assert ran_meanwhile
    assert not worker.is_alive()


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="the process is the same on either database")
def test_the_process_honours_a_schedule_within_seconds_and_ends_when_told(tmp_path: Path) -> None:
    revision = due_publication()
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "agency.settings",
        "DATA_DIR": str(tmp_path),
        "DATABASE_URL": f"sqlite:///{connection.settings_dict['NAME']}",
        "EMAIL_URL": (tmp_path / "mail").as_uri(),
    }
    with subprocess.Popen([sys.executable, "manage.py", "work"], cwd=ROOT, env=environment) as worker:
        try:
            deadline = time.monotonic() + 30
            while not Revision.objects.published().exists() and time.monotonic() < deadline:
                time.sleep(0.1)
            worker.send_signal(signal.SIGTERM)
            assert worker.wait(20) == 0
        finally:
            worker.kill()

    assert Revision.objects.published().get() == revision
