import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import batched
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from articles.language.letters import plain
from articles.models import Article
from enquiries import search, wordings
from enquiries.models import Enquiry, Event, Outcome, Role, SearchWord, State, Team, Wording
from enquiries.models.enquiry import IN_HAND, OWED_A_REPLY, new_reference

BATCH = 2000
THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}
FIRST_NAMES = [
    "Ada",
    "Chidi",
    "Siobhán",
    "Zoë",
    "Ömer",
    "Priya",
    "Łukasz",
    "Mei",
    "Tom",
    "Fatima",
    "Kofi",
    "Anne-Marie",
    "Dmitry",
    "Sakura",
    "Rhys",
    "Helen",
]
LAST_NAMES = [
    "Example",
    "O'Neil",
    "Nguyễn",
    "Şahin",
    "Raman",
    "Nowak",
    "Li",
    "Smith-Jones",
    "Hussein",
    "Mensah",
    "Lefèvre",
    "Ivanov",
    "Satō",
    "Gwilym",
]
PLACES = ("Manchester", "Leeds", "London", "Remote", "")
JOBS = ("Tester", "Data engineer", "Machine learning engineer", "Platform engineer", "Product manager")
STATES = {State.CLOSED: 60, State.ERASED: 20, State.SPAM: 8, State.WAITING: 6, State.OPEN: 4, State.NEW: 2}
RECENT = timedelta(days=14)  # older ones are dealt with


class Command(BaseCommand):
    help = "Makes N made-up enquiries, spread over a year, for tests of scale. Only on this machine."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("count", type=int, metavar="N")

    def handle(self, *args: Any, count: int, **options: Any) -> None:
        if settings.SITE.hostname not in THIS_MACHINE:
            raise CommandError("Made-up enquiries are only for a site on this machine.")
        with transaction.atomic():
            maker = Maker()
            for numbers in batched(range(count), BATCH):
                store([maker.enquiry(number / count) for number in numbers])
        self.stdout.write(f"{count} enquiries made up")


class Maker:
    """Makes up one enquiry after the other; the same ones in every run, but for their references."""

    def __init__(self) -> None:
        self.random = random.Random(8)  # noqa: S311 - nothing secret
        self.now = timezone.now()
        self.owners = [*consultants(), None]
        self.team = Team.objects.get(is_default=True)
        self.wording = wordings.current(Wording.Kind.PRIVACY)
        self.guides = [*Article.objects.order_by("pk"), None]

    def enquiry(self, part_of_year: float) -> Enquiry:
        pick = self.random.choice
        received_at = self.now - timedelta(days=365) * (1 - part_of_year)
        state = self._state(received_at)
        role = self.random.choices(list(Role), [6, 3, 1])[0]
        first, last, number = pick(FIRST_NAMES), pick(LAST_NAMES), self.random.randrange(100_000)
        enquiry = Enquiry(
            reference=new_reference(),
            role=role,
            name=f"{first} {last}",
            email=f"{plain(first)}.{number}@example.org",
            phone=pick(["", f"+44161496{number % 1000:04}"]),
            message=f"I am {role.label} and would like to talk about it. This is made-up enquiry number {number}.",
            role_sought=pick(JOBS) if role == Role.CANDIDATE else "",
            role_to_fill=pick(JOBS) if role == Role.CLIENT else "",
            organisation=f"{last} & Sons" if role == Role.CLIENT else "",
            location=pick(PLACES),
            guide=self.random.choices(self.guides, range(1, len(self.guides) + 1))[0],
            privacy_wording=self.wording,
            team=self.team,
            state=state,
            received_at=received_at,
            reply_due_at=received_at + timedelta(days=1),
        )
        enquiry.token = f"made up {enquiry.reference}"
        self._handle(enquiry)
        return enquiry

    def _state(self, received_at: datetime) -> State:
        state = self.random.choices(list(STATES), list(STATES.values()))[0]
        is_recent = received_at > self.now - RECENT
        return state if is_recent or state not in IN_HAND else State.CLOSED

    def _handle(self, enquiry: Enquiry) -> None:
        """What happened to it: suspected, released, replied to, closed, erased."""
        is_spam = enquiry.state == State.SPAM or (enquiry.state == State.ERASED and self.random.random() < 0.3)
        if is_spam or self.random.random() < 0.01:
            enquiry.spam_reasons = ["The message contains several links."]
        if not is_spam and enquiry.state != State.NEW:
            enquiry.owner = self.random.choice(self.owners)
        if not is_spam and enquiry.state not in OWED_A_REPLY:
            enquiry.first_replied_at = self._later(enquiry.received_at, hours=16)
        if not is_spam and enquiry.state in (State.CLOSED, State.ERASED):
            enquiry.closed_at = self._later(enquiry.received_at + timedelta(days=3), hours=200)
            enquiry.outcome = self.random.choice(Outcome.values)
            enquiry.erase_on = (enquiry.closed_at + timedelta(days=365)).date()
        if enquiry.state == State.ERASED:
            enquiry.name = enquiry.email = enquiry.phone = enquiry.message = enquiry.organisation = ""
            enquiry.owner = enquiry.team = None

    def _later(self, moment: datetime, hours: float) -> datetime:
        return min(moment + timedelta(hours=self.random.expovariate(1 / hours)), self.now)


def consultants() -> list[Any]:
    """Three people without a password, who own the made-up enquiries."""
    users = get_user_model().objects
    return [
        users.get_or_create(
            username=f"made-up-{name}",
            defaults={"first_name": name.capitalize(), "is_staff": True, "email": f"{name}@example.org"},
        )[0]
        for name in ("ash", "robin", "sam")
    ]


def store(enquiries: list[Enquiry]) -> None:
    """Stores enquiries with the words that they are found by and their history."""
    Enquiry.objects.bulk_create(enquiries)
    SearchWord.objects.bulk_create(
        (
            SearchWord(enquiry=enquiry, word=word)
            for enquiry in enquiries
            if enquiry.name
            for word in search.words_of(enquiry)
        ),
        batch_size=BATCH,
    )
    Event.objects.bulk_create((event for enquiry in enquiries for event in history_of(enquiry)), batch_size=BATCH)


def history_of(enquiry: Enquiry) -> Iterator[Event]:
    """The events that brought the enquiry to where it stands."""
    kinds = Event.Kind
    at = enquiry.received_at
    yield Event(enquiry=enquiry, kind=kinds.RECEIVED, at=at)
    if enquiry.spam_reasons:
        yield Event(enquiry=enquiry, kind=kinds.QUARANTINED, at=at)
    if enquiry.first_replied_at:
        if enquiry.spam_reasons:
            yield Event(enquiry=enquiry, kind=kinds.RELEASED, at=at)
        yield Event(enquiry=enquiry, kind=kinds.REPLIED, at=enquiry.first_replied_at, by=enquiry.owner)
    if enquiry.closed_at:
        yield Event(enquiry=enquiry, kind=kinds.CLOSED, at=enquiry.closed_at, by=enquiry.owner)
    if enquiry.state == State.ERASED:
        yield Event(enquiry=enquiry, kind=kinds.ERASED, at=enquiry.closed_at or at)
