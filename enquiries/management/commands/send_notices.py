import logging
import signal
from threading import Event
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import InterfaceError, OperationalError, connection

from enquiries import notices, reminders

PAUSE_SECONDS = 2
PAUSE_WITHOUT_DATABASE_SECONDS = 5
log = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Sends the notices that are due, and goes on doing so until it is told to stop."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="send what is due and end, for use by cron")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        if once:
            self.stdout.write(f"{notices.send_due()} sent")
            reminders.send_out()
            return
        stopped = Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopped.set())
        while not stopped.is_set():
            stopped.wait(work(stopped))


def work(stopped: Event) -> float:
    """One round; returns how long to pause. A database that is away or restarts is waited for, as long as it takes."""
    try:
        notices.send_due(stopped.is_set)
        reminders.send_out()
    except (InterfaceError, OperationalError) as error:
        log.warning("the database does not answer: %s; trying again", type(error).__name__)
        return PAUSE_WITHOUT_DATABASE_SECONDS
    finally:
        connection.close()
    return PAUSE_SECONDS
