from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand

from articles.publishing import preparing


class Command(BaseCommand):
    help = "Prepares the pages of live guides that an older release prepared, at once; the worker does so by itself."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{preparing.prepare_due(settled=timedelta(0))} pages prepared")
