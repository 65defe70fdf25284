"""A reminder when the promised time is near, and an escalation once it has passed."""

from collections import defaultdict
from datetime import datetime, timedelta
from functools import reduce
from operator import or_

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.lib import databases
from enquiries import cover, history, working_hours
from enquiries.models import Enquiry, Event, ReplyPromise, Team
from enquiries.notices import digests
from enquiries.notices.recipients import alert_address, escalation_address

NEAR = 4  # the promise is near in its last quarter, counted in working hours


def send_out() -> int:
    """Writes to everybody about what is due and late, in one mail each; returns how many mails.

    Each enquiry is told of once for a promise when its time is near, and once when it is over.
    """
    reminders = _not_told(_nearly_due(), Event.Kind.REMINDED)
    escalations = _not_told(Enquiry.objects.overdue(), Event.Kind.ESCALATED)
    found = {pk for enquiries in (reminders, escalations) for pk in enquiries.values_list("pk", flat=True)}
    return _tell_of(sorted(found), reminders, escalations) if found else 0


def near_until(now: datetime, promise: ReplyPromise) -> datetime:
    """What is due by then has a quarter of the promised working hours left, or less."""
    return working_hours.after(now, timedelta(hours=max(1, promise.hours // NEAR)), promise)


def _nearly_due() -> QuerySet[Enquiry]:
    now, promises = databases.now(), working_hours.for_each([None, *Team.objects.all()])
    near = (Q(team=team, reply_due_at__lte=near_until(now, promise)) for team, promise in promises.items())
    return Enquiry.objects.unanswered().filter(reduce(or_, near), reply_due_at__gte=now)


def _not_told(enquiries: QuerySet[Enquiry], told: Event.Kind) -> QuerySet[Enquiry]:
    return enquiries.exclude(Exists(Event.objects.filter(enquiry=OuterRef("pk"), kind=told)))


@transaction.atomic
def _tell_of(pks: list[int], reminders: QuerySet[Enquiry], escalations: QuerySet[Enquiry]) -> int:
    """Looks again once the enquiries are locked: another worker or a reply may have been faster."""
    list(Enquiry.objects.select_for_update().filter(pk__in=pks).order_by("pk"))
    mails: dict[str, list[Enquiry]] = defaultdict(list)
    away = cover.today()
    for enquiry in reminders.filter(pk__in=pks).select_related("owner", "team"):
        mails[alert_address(enquiry, away)].append(enquiry)
        history.record(enquiry, Event.Kind.REMINDED)
    for enquiry in escalations.filter(pk__in=pks).select_related("owner", "team"):
        mails[escalation_address()].append(enquiry)
        history.record(enquiry, Event.Kind.ESCALATED)
    for address, enquiries in mails.items():
        digests.write(address, enquiries)
    return len(mails)
