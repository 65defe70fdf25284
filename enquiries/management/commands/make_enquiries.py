from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.lib import progress
from enquiries.demo import storing

THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}


class Command(BaseCommand):
    help = (
        "Makes up enquiries until there are N, spread over three years, for tests of scale. Only on this machine. A run "
        "that was stopped goes on."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("count", type=int, metavar="N")

    def handle(self, *args: Any, count: int, verbosity: int, **options: Any) -> None:
        if settings.SITE.hostname not in THIS_MACHINE:
            raise CommandError("Made-up enquiries are only for a site on this machine.")
        made = storing.make(count)
        if verbosity:
            made = progress.shown(made, max(count - storing.last_number(), 1), "enquiries", self.stdout)
        try:
            self.stdout.write(f"{sum(made)} enquiries made up")
        except KeyboardInterrupt:
            raise CommandError("Stopped. What is made so far stays, and the same command goes on from there.") from None
