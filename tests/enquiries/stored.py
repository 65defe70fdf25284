"""Enquiries as they stand in the database, and the moves of time that the tests of notices share."""

from datetime import timedelta
from typing import Any

from django.db.models import F
from django.utils import timezone

from articles.outbox.models import Attempt, Message
from enquiries import wordings, working_hours
from enquiries.models import Enquiry, Team, Wording
from enquiries.notices import writing


def enquiry(**fields: Any) -> Enquiry:
    """A client's enquiry with the default team, with the time that is promised still before it; `fields` change it."""
    number = Enquiry.objects.count()
    values = {
        "token": f"token-{number}",
        "role": "client",
        "name": "O'Neil & Sons",
        "email": f"pat{number or ''}@example.org",
        "message": "We need a <b>tester</b>.",
        "privacy_wording": wordings.current(Wording.Kind.PRIVACY),
        "team": Team.objects.get(is_default=True),
        "reply_due_at": working_hours.promised_from(timezone.now()),
    }
    return Enquiry.objects.create(**values | fields)


def received(**fields: Any) -> Enquiry:
    """An enquiry with its acknowledgement and alert, as receiving leaves it."""
    stored = enquiry(**fields)
    writing.acknowledge(stored)
    writing.alert(stored)
    return stored


def make_due() -> None:
    """As if every pause and lease were over."""
    Message.objects.update(due_at=F("created_at"))


def age(by: timedelta) -> None:
    """As if everything about the messages had happened that much earlier."""
    Message.objects.update(due_at=F("due_at") - by, created_at=F("created_at") - by)
    Attempt.objects.update(started_at=F("started_at") - by)


def minutes_until_due() -> list[int]:
    """Whole minutes until each unsent message is due, the soonest first."""
    unsent = Message.objects.filter(sent_at=None).order_by("due_at")
    return [round((notice.due_at - timezone.now()) / timedelta(minutes=1)) for notice in unsent]


def errors() -> list[str]:
    """How each finished attempt ended; empty when it went well."""
    return list(Attempt.objects.exclude(finished_at=None).order_by("pk").values_list("error", flat=True))
