"""One mail each morning that says where everything stands, to each person and team that chose it.

It belongs to no enquiry, so erasing one could not reach its words. What is stored therefore names nobody, and says
nothing but whose mail it is; the words are made when it leaves.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.dispatch import receiver
from django.utils import timezone

from articles.lib import databases
from articles.outbox import mail
from articles.outbox.models import Message
from articles.outbox.sending import leaving
from enquiries import countdown, cover, teams, working_hours
from enquiries.models import Enquiry, MailPreference, ReplyPromise, State, Team
from enquiries.models.mail_choice import WITH_DIGEST
from enquiries.notices.digests import Line, who
from enquiries.notices.recipients import answered_by

KIND = "morning"
FOLDER = "enquiries/mail/morning"
MOST_LINES = 20  # of one section; the list shows the rest
MOST_LOOKED_AT = 1000


@dataclass
class Section:
    """What stands at the same point, the most urgent first; `more` is how many lines were left out."""

    heading: str
    short: str
    fits: Callable[[Enquiry, datetime], bool]
    lines: list[Line] = field(default_factory=list)
    more: int = 0

    @property
    def number(self) -> int:
        return len(self.lines) + self.more


def write_due() -> int:
    """Writes the mails of those whose day has begun, once a day; returns how many. Where nothing is in hand, there is none."""
    now = timezone.localtime(databases.now())
    promises = working_hours.for_each([None, *Team.objects.all()])
    return sum(_write(*due, now) for due in (*_due_teams(promises, now), *_due_people(promises, now)))


@receiver(leaving)
def say_where_it_stands(message: Message, **_signal: Any) -> None:
    """Puts the words in with which the mail leaves now; they are not stored."""
    if message.kind == KIND:
        vars(message).update(_words(_in_hand(message.payload)))


type Due = tuple[type[MailPreference | Team], int, str, dict[str, int]]


def _due_teams(promises: dict[Team | None, ReplyPromise], now: datetime) -> Iterator[Due]:
    for team in Team.objects.filter(mails__in=WITH_DIGEST).exclude(digested_on=now.date()):
        if _is_open([promises[team]], now):
            yield Team, team.pk, team.inbox, {"team": team.pk}


def _due_people(promises: dict[Team | None, ReplyPromise], now: datetime) -> Iterator[Due]:
    """Those who are here; their day begins with that of the first of their teams."""
    chosen = MailPreference.objects.filter(mails__in=WITH_DIGEST, person__in=teams.consultants()).exclude(
        digested_on=now.date()
    )
    away = cover.on(now.date())
    for preference in chosen.select_related("person").prefetch_related("person__teams"):
        person: Any = preference.person
        own = [promises[team] for team in person.teams.all()] or [promises[None]]
        if person.email and not away.absence_of(person) and _is_open(own, now):
            yield MailPreference, preference.pk, person.email, {"person": person.pk}


def _is_open(promises: list[ReplyPromise], now: datetime) -> bool:
    hours = (working_hours.opening(now.date(), promise) for promise in promises)
    return any(opens <= now < closes for opens, closes in filter(None, hours))


@transaction.atomic
def _write(model: Any, pk: int, to: str, whose: dict[str, int], now: datetime) -> int:
    """Of two workers, the second finds the day taken."""
    if not model.objects.filter(pk=pk).exclude(digested_on=now.date()).update(digested_on=now.date()):
        return 0
    if not _in_hand(whose).exists():
        return 0
    words = mail.words(FOLDER, {"is_stored": True})
    Message.objects.create(kind=KIND, recipient=to, payload=whose, **mail.envelope(KIND), **words)
    return 1


def _in_hand(whose: dict[str, int]) -> QuerySet[Enquiry]:
    """All that the team works on; or what is the person's, and what they look after for others who are away."""
    rows = Enquiry.objects.in_hand().filter(is_synthetic=False, is_restricted=False)
    if "team" in whose:
        is_default = teams.default_team().pk == whose["team"]
        return rows.filter(Q(team=whose["team"]) | (Q(team=None) if is_default else Q(pk__in=[])))
    person = teams.consultants().filter(pk=whose["person"]).first()
    return rows.filter(owner__in=[person, *teams.covering(person)]) if person else rows.none()


def _words(rows: QuerySet[Enquiry]) -> dict[str, str]:
    now, away = timezone.now(), cover.today()
    found = list(rows.select_related("owner", "team").defer("message").order_by("reply_due_at", "pk")[:MOST_LOOKED_AT])
    promises = working_hours.for_each({enquiry.team for enquiry in found})
    sections = _sections()
    for enquiry in found:
        section = next((one for one in sections if one.fits(enquiry, now)), None)
        if section is None:  # put aside until a later day
            continue
        if len(section.lines) == MOST_LINES:
            section.more += 1
            continue
        left = countdown.in_words(enquiry, promises[enquiry.team], now)
        section.lines.append(Line(enquiry, left, who(enquiry), answered_by(enquiry, away)))
    return mail.words(FOLDER, {"sections": [section for section in sections if section.lines]})


def _sections() -> list[Section]:
    """In the order in which they ask for something; an enquiry stands in the first that fits."""
    return [
        Section("Late", "late", lambda one, now: one.is_overdue(now)),
        Section("Due today", "due today", _is_due_today),
        Section(
            "To follow up", "to follow up", lambda one, now: bool(one.follow_up_on) and not _is_put_aside(one, now)
        ),
        Section("New", "new", lambda one, now: one.state == State.NEW and not _is_put_aside(one, now)),
        Section(
            "Waiting for us", "waiting for us", lambda one, now: one.state == State.OPEN and not _is_put_aside(one, now)
        ),
        Section("Waiting for the enquirer", "waiting for the enquirer", lambda one, now: not _is_put_aside(one, now)),
    ]


def _is_due_today(enquiry: Enquiry, now: datetime) -> bool:
    return enquiry.is_unanswered and timezone.localdate(enquiry.reply_due_at) == timezone.localdate(now)


def _is_put_aside(enquiry: Enquiry, now: datetime) -> bool:
    return enquiry.follow_up_on is not None and enquiry.follow_up_on > timezone.localdate(now)
