from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from agency.models import Identity
from articles.demo import generating, loading

IDENTITY = {
    "name": "Adria Solutions",
    "tagline": "Recruitment for tech, done with care",
    "introduction": "We have two decades of experience in the tech sector. Two desks, one for data and AI and one for "
    "software engineering, help people find work that suits them and help teams find people who stay.",
    "email": "hello@adria.example",
    "phone": "+44 161 496 0000",
    "address": "Adria Solutions\nManchester",
}


class Command(BaseCommand):
    help = "Loads the demo content: the agency's identity and its guides. What is already there stays the same."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--articles", type=int, default=0, metavar="N", help="also publish N made-up guides, for tests of scale"
        )

    def handle(self, *args: Any, articles: int, **options: Any) -> None:
        identity = Identity.objects.order_by("pk").first() or Identity()
        if not identity.tagline:
            for name, value in IDENTITY.items():
                setattr(identity, name, value)
            identity.save()
        self.stdout.write(f"{loading.load()} guides loaded")
        if articles:
            self.stdout.write(f"{generating.generate(articles)} guides made up")
