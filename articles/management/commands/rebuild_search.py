from typing import Any

from django.core.management.base import BaseCommand

from articles.drafts import finding
from articles.search import indexing


class Command(BaseCommand):
    help = (
        "Rebuilds the search index from the live guides, and the one by which staff find drafts. "
        "Run it at any time; publishing waits until it is done."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        finding.rebuild()
        self.stdout.write(f"{indexing.rebuild()} guides can be found")
