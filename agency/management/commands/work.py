"""Everything that happens automatically: scheduled publications, reminders, sending messages, tallies, tidying up."""

import logging
import signal
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from threading import Event, Thread
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import InterfaceError, OperationalError, connection
from django.db.models.functions import Now

from agency.accounts import sessions
from agency.models import SignOfLife
from agency.serving import proxy_views
from articles.audit import recording as audit
from articles.drafts import autosaving
from articles.gate import nightly
from articles.importing import uploads as imports
from articles.library import loose_files
from articles.moved import forgetting as missed_addresses
from articles.outbox import sending
from articles.outbox.channels import CHANNELS
from articles.publishing import preparing, scheduling
from articles.readership import forgetting
from articles.review import reminders as review_reminders
from enquiries import search
from enquiries.handling import questions, viewings
from enquiries.importing import running as entry_imports
from enquiries.importing import uploads as entry_uploads
from enquiries.inbound import fetching, tray, working
from enquiries.intake import pending_cvs
from enquiries.monitoring import inbox
from enquiries.notices import morning, reminders
from enquiries.privacy import requests, retention
from enquiries.reports import kept_promise
from enquiries.scanning import verdicts
from enquiries.tallies import keeping

PAUSE_SECONDS = 2
PAUSE_AFTER_TROUBLE_SECONDS = 5
PAUSE_OF_REMINDERS_SECONDS = 5 * 60  # what falls due meanwhile goes in one mail
PAUSE_OF_FETCHING_SECONDS = 30
PAUSE_OF_WEEKLY_SECONDS = 15 * 60
PAUSE_OF_LOOKS_SECONDS = 15 * 60
PAUSE_OF_CVS_SECONDS = 60
PAUSE_OF_QUESTIONS_SECONDS = 60
PAUSE_OF_PREPARING_SECONDS = 60
PAUSE_OF_LIFE_SECONDS = 60
PAUSE_OF_WORDS_SECONDS = 10 * 60  # only an upgrade leaves something to do
PAUSE_OF_TALLIES_SECONDS = 5 * 60  # until then reports count from the rows
PAUSE_OF_PROMISE_SECONDS = 15 * 60  # it is counted once a day
PAUSE_OF_FORGETTING_SECONDS = 60 * 60
PAUSE_OF_AUTOSAVED_SECONDS = 60 * 60
PAUSE_OF_HOLDS_SECONDS = 60 * 60
PAUSE_OF_SESSIONS_SECONDS = 60 * 60
PAUSE_OF_PICTURES_SECONDS = 60 * 60
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Part:
    """One thing that is done over and over: `run` does what is due, however long nobody did, and returns how much.

    It gets a function that says whether it should stop.
    """

    name: str
    run: Callable[[Callable[[], bool]], int]
    pause: float = PAUSE_SECONDS


def parts() -> list[Part]:
    """First the parts that write messages, then each channel that sends them; last what may take long."""
    return [
        Part("scheduled publications", lambda _stop: scheduling.run_due()),
        Part("reminders of promises", lambda _stop: reminders.send_out(), PAUSE_OF_REMINDERS_SECONDS),
        Part("mails of the morning", lambda _stop: morning.write_due(), PAUSE_OF_REMINDERS_SECONDS),
        Part("fetching mail", fetching.fetch, PAUSE_OF_FETCHING_SECONDS),
        Part("mail that came in", working.work_off),
        Part("privacy requests", lambda _stop: requests.do_due()),
        Part("answered questions", lambda _stop: questions.tell_answered(), PAUSE_OF_QUESTIONS_SECONDS),
        Part("weekly reviews", lambda _stop: review_reminders.write_weekly(), PAUSE_OF_WEEKLY_SECONDS),
        *(Part(channel, partial(sending.send_due, channel)) for channel in sorted(CHANNELS)),
        Part("CVs of unfinished forms", lambda _stop: pending_cvs.expire(), PAUSE_OF_CVS_SECONDS),
        Part("old mail in the mailbox", lambda _stop: fetching.forget_old(), PAUSE_OF_FORGETTING_SECONDS),
        Part("old mail without an enquiry", lambda _stop: tray.forget_old(), PAUSE_OF_FORGETTING_SECONDS),
        Part("scans of CVs", verdicts.scan_waiting, PAUSE_OF_CVS_SECONDS),
        Part("prepared pages", preparing.prepare_due, PAUSE_OF_PREPARING_SECONDS),
        Part("checks of live pages", nightly.look, PAUSE_OF_LOOKS_SECONDS),
        Part("words of enquiries", search.fill, PAUSE_OF_WORDS_SECONDS),
        Part("tallies of enquiries", keeping.count_in, PAUSE_OF_TALLIES_SECONDS),
        Part("kept promise", lambda _stop: kept_promise.count_due(), PAUSE_OF_PROMISE_SECONDS),
        Part("autosaved work", lambda _stop: autosaving.thin(), PAUSE_OF_AUTOSAVED_SECONDS),
        Part("holds that ended", lambda _stop: retention.lift_ended(), PAUSE_OF_HOLDS_SECONDS),
        Part("old lines of the audit trail", lambda _stop: audit.forget_old(), PAUSE_OF_FORGETTING_SECONDS),
        Part("old records of views", lambda _stop: viewings.forget_old(), PAUSE_OF_FORGETTING_SECONDS),
        Part("old counts of readers", lambda _stop: forgetting.forget_old(), PAUSE_OF_FORGETTING_SECONDS),
        Part("addresses asked for in vain", lambda _stop: missed_addresses.forget_old(), PAUSE_OF_FORGETTING_SECONDS),
        Part("moving in", imports.work_off),
        Part("form entries", entry_imports.work_off),
        Part("old uploads of form entries", lambda _stop: entry_uploads.forget_old(), PAUSE_OF_FORGETTING_SECONDS),
        Part("uploaded files", loose_files.clear, PAUSE_OF_PICTURES_SECONDS),
        Part("ended sessions", lambda _stop: sessions.clear(), PAUSE_OF_SESSIONS_SECONDS),
        Part("sign of life", show_life, PAUSE_OF_LIFE_SECONDS),
        *([Part("views at the proxy", proxy_views.hear, 0)] if settings.PROXY_VIEWS else []),
    ]


def show_life(_stop: Callable[[], bool]) -> int:
    """Lets `check --deploy` see that a worker runs."""
    SignOfLife.objects.update_or_create(process="worker", defaults={"seen_at": Now()})
    return 1


class Command(BaseCommand):
    help = "Does what is due, and keeps doing so until it is stopped."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what is due once and exit, for use from cron")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        if once:
            self._do_once()
            return
        inbox.warn()
        stopped = Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopped.set())
        go_on(stopped)

    def _do_once(self) -> None:
        done = {part.name: attempt(part, Event()) for part in parts()}
        for name, count in done.items():
            self.stdout.write(f"{name}: {'failed' if count is None else count}")
        if None in done.values():
            raise CommandError("Not everything could be done.")


def go_on(stopped: Event) -> None:
    """Each part in a thread of its own: one that waits for a slow mail server keeps no other from its hour."""
    threads = [Thread(target=repeat, args=(part, stopped), name=part.name) for part in parts()]
    for thread in threads:
        thread.start()
    stopped.wait()
    for thread in threads:
        thread.join()


def repeat(part: Part, stopped: Event) -> None:
    """Does the part, round after round, until it should stop."""
    while not stopped.is_set():
        stopped.wait(work(part, stopped))


def work(part: Part, stopped: Event) -> float:
    """One round of a part; returns how long to pause."""
    try:
        return PAUSE_AFTER_TROUBLE_SECONDS if attempt(part, stopped) is None else part.pause
    finally:
        connection.close()


def attempt(part: Part, stopped: Event) -> int | None:
    """How much of the part was done; None when it failed, which the log says without naming anybody.

    A database that is away or restarts is waited for, as long as it takes.
    """
    try:
        return part.run(stopped.is_set)
    except (InterfaceError, OperationalError) as error:
        log.warning("%s: the database does not answer: %s; trying again", part.name, type(error).__name__)
    except Exception as error:  # a fault in one part must not end the others; its words may be a visitor's
        lines = "".join(traceback.format_tb(error.__traceback__))
        log.error("%s: %s; trying again\n%s", part.name, type(error).__name__, lines)
    return None
