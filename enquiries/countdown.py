"""What is left of a promised time of reply, in the words of the work list."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.timesince import timesince

from enquiries.models import Enquiry, ReplyPromise
from enquiries.working_hours import is_working_day


def in_words(enquiry: Enquiry, promise: ReplyPromise, now: datetime) -> str:
    """Working hours until the reply is due, or for how long it has been overdue; “replied” once it was sent; nothing when none is due."""
    if enquiry.first_replied_at:
        return "replied"
    if not enquiry.is_unanswered:
        return ""
    if enquiry.is_overdue(now):
        return f"{timesince(enquiry.reply_due_at, now, depth=1)} overdue"
    minutes = working_time(now, enquiry.reply_due_at, promise) // timedelta(minutes=1)
    hours, minutes = divmod(minutes, 60)
    parts = [f"{hours} h"] * bool(hours) + [f"{minutes} min"] * bool(minutes or not hours)
    return f"{' '.join(parts)} left"


def working_time(start: datetime, end: datetime, promise: ReplyPromise) -> timedelta:
    """The opening hours between two moments."""
    start, end = timezone.localtime(start), timezone.localtime(end)
    total, day = timedelta(), start.date()
    while day <= end.date():
        if is_working_day(day, promise.nation):
            opens = timezone.make_aware(datetime.combine(day, promise.opens))
            closes = timezone.make_aware(datetime.combine(day, promise.closes))
            total += max(timedelta(), min(end, closes) - max(start, opens))
        day += timedelta(days=1)
    return total
