from typing import Any

from django.core.management.base import BaseCommand

from articles.search import indexing


class Command(BaseCommand):
    help = "Makes the search index anew from the live guides. It may run at any time; publishing waits meanwhile."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{indexing.rebuild()} guides can be found")
