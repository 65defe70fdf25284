"""Making up enquiries: who wrote what and when, and what became of it."""

import random
from datetime import datetime, timedelta
from itertools import accumulate
from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone

from articles.language.letters import plain
from articles.models import Article
from enquiries import wordings
from enquiries.models import Channel, Enquiry, Outcome, Role, Source, State, Team, Wording
from enquiries.models.enquiry import IN_HAND, OWED_A_REPLY, new_reference

TOKEN = "made up "  # noqa: S105 - how ours are told from others
SPAN = timedelta(days=3 * 365)
KEPT = timedelta(days=365)
RECENT = timedelta(days=14)  # older ones are dealt with
GUIDES = 1000
STATES = {State.CLOSED: 65, State.SPAM: 8, State.WAITING: 12, State.OPEN: 10, State.NEW: 5}
FIRST_NAMES = (
    "Ada", "Chidi", "Siobhán", "Zoë", "Ömer", "Priya", "Łukasz", "Mei", "Tom", "Fatima", "Kofi", "Anne-Marie",
    "Dmitry", "Sakura", "Rhys", "Helen",
)  # fmt: skip
LAST_NAMES = (
    "Example", "O'Neil", "Nguyễn", "Şahin", "Raman", "Nowak", "Li", "Smith-Jones", "Hussein", "Mensah", "Lefèvre",
    "Ivanov", "Satō", "Gwilym",
)  # fmt: skip
PLACES = ("Manchester", "Leeds", "London", "Remote", "")
JOBS = ("Tester", "Data engineer", "Machine learning engineer", "Platform engineer", "Product manager")


class Maker:
    """Makes up the enquiries of three years, the oldest first; one number always gives the same but for its reference."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.now = timezone.now()
        self.owners = [*consultants(), None]
        self.team = Team.objects.get(is_default=True)
        self.wording = wordings.current(Wording.Kind.PRIVACY)
        self.consent = wordings.current(Wording.Kind.MARKETING)
        self.guides = [*Article.objects.order_by("pk").values_list("pk", flat=True)[:GUIDES], None]
        self.popularity = list(accumulate(range(1, len(self.guides) + 1)))

    def enquiry(self, number: int) -> Enquiry:
        """The unsaved enquiry of this number, from 1 to the count."""
        dice = random.Random(number)  # noqa: S311 - nothing secret
        received_at = self.now - SPAN * (1 - number / self.count)
        role = dice.choices(list(Role), [6, 3, 1])[0]
        first, last, some = dice.choice(FIRST_NAMES), dice.choice(LAST_NAMES), dice.randrange(100_000)
        enquiry = Enquiry(
            reference=new_reference(),
            token=f"{TOKEN}{number:09}",
            role=role,
            name=f"{first} {last}",
            email=f"{plain(first)}.{some}@example.org",
            phone=dice.choice(["", f"+44161496{some % 1000:04}"]),
            message=f"I am {role.label} and would like to talk about it. This is made-up enquiry number {number}.",
            role_sought=dice.choice(JOBS) if role == Role.CANDIDATE else "",
            role_to_fill=dice.choice(JOBS) if role == Role.CLIENT else "",
            organisation=f"{last} & Sons" if role == Role.CLIENT else "",
            location=dice.choice(PLACES),
            guide_id=dice.choices(self.guides, cum_weights=self.popularity)[0],
            privacy_wording=self.wording,
            team=self.team,
            state=self._state(received_at, dice),
            was_suspected=False,
            received_at=received_at,
            reply_due_at=received_at + timedelta(days=1),
        )
        self._handle(enquiry, dice)
        enquiry.source = dice.choices(list(Source), [70, 10, 8, 5, 3, 3, 1, 0])[0]
        if enquiry.state != State.ERASED and dice.random() < 0.2:
            enquiry.marketing_wording = self.consent
        if enquiry.is_in_hand and dice.random() < 0.1:
            enquiry.follow_up_on = timezone.localdate(self.now) + timedelta(days=dice.randrange(-1, 14))
        if enquiry.first_replied_at:
            enquiry.first_reply_channel = dice.choices(list(Channel), [70, 20, 5, 5])[0]
        return enquiry

    def _state(self, received_at: datetime, dice: random.Random) -> State:
        state = dice.choices(list(STATES), list(STATES.values()))[0]
        return State.CLOSED if state in IN_HAND and received_at < self.now - RECENT else state

    def _handle(self, enquiry: Enquiry, dice: random.Random) -> None:
        """What happened to it: suspected, released, replied to, closed; erased when its time was over."""
        is_spam = enquiry.state == State.SPAM
        if is_spam or dice.random() < 0.01:
            enquiry.spam_reasons, enquiry.was_suspected = ["The message contains several links."], True
        if is_spam:
            enquiry.erase_on = timezone.localdate(enquiry.received_at + KEPT)
        elif enquiry.state != State.NEW:
            enquiry.owner = dice.choice(self.owners)
        if not is_spam and enquiry.state not in OWED_A_REPLY:
            enquiry.first_replied_at = self._later(enquiry.received_at, 16, dice)
        if enquiry.state == State.CLOSED:
            enquiry.closed_at = self._later(enquiry.received_at + timedelta(days=3), 200, dice)
            enquiry.outcome = dice.choice(Outcome.values)
            enquiry.erase_on = timezone.localdate(enquiry.closed_at + KEPT)
        if enquiry.erase_on and (enquiry.erase_on <= timezone.localdate(self.now) or dice.random() < 0.01):
            _erase(enquiry)

    def _later(self, moment: datetime, hours: float, dice: random.Random) -> datetime:
        return min(moment + timedelta(hours=dice.expovariate(1 / hours)), self.now)


def _erase(enquiry: Enquiry) -> None:
    enquiry.name = enquiry.email = enquiry.phone = enquiry.message = ""
    enquiry.role_sought = enquiry.role_to_fill = enquiry.organisation = enquiry.location = ""
    enquiry.spam_reasons = ["erased"] if enquiry.spam_reasons else []
    enquiry.last_owner, enquiry.last_team = enquiry.owner, enquiry.team
    enquiry.owner = enquiry.team = None
    enquiry.state = State.ERASED


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
