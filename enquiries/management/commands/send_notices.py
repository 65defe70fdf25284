import signal
from threading import Event
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import connection

from enquiries import notices

PAUSE_SECONDS = 2


class Command(BaseCommand):
    help = "Sends the notices that are due, and goes on doing so until it is told to stop."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="send what is due and end, for use by cron")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        if once:
            self.stdout.write(f"{notices.send_due()} sent")
            return
        stopped = Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopped.set())
        while not stopped.is_set():
            notices.send_due()
            connection.close()
            stopped.wait(PAUSE_SECONDS)
