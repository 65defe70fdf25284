from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from agency.identity import DEMO
from agency.models import Identity
from articles.demo import generating, loading
from articles.lib import progress


class Command(BaseCommand):
    help = "Loads the demo content: the agency's identity and its guides. What is already there stays the same."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--articles",
            type=int,
            default=0,
            metavar="N",
            help="also publish made-up guides until there are N, for tests of scale; a run that was stopped goes on",
        )

    def handle(self, *args: Any, articles: int, verbosity: int, **options: Any) -> None:
        identity = Identity.objects.order_by("pk").first() or Identity()
        if not identity.tagline:
            for name, value in DEMO.items():
                setattr(identity, name, value)
            identity.save()
        self.stdout.write(f"{loading.load()} guides loaded")
        if articles:
            self._make_up(articles, shows_progress=verbosity > 0)

    def _make_up(self, articles: int, *, shows_progress: bool) -> None:
        numbers = generating.missing(articles)
        made = generating.generate(numbers)
        if shows_progress:
            made = progress.shown(made, len(numbers), "guides", self.stdout)
        try:
            self.stdout.write(f"{sum(made)} guides made up")
        except KeyboardInterrupt:
            raise CommandError(
                "Stopped. The guides made so far stay, and the same command goes on from there."
            ) from None
