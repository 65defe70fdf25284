"""How old an enquiry is, and what is left of a promised time of reply, in the words of the work list."""

from datetime import datetime, timedelta

from django.template.defaultfilters import pluralize
from django.utils.timesince import timesince

from enquiries.models import Enquiry, ReplyPromise
from enquiries.working_hours import working_time

LONGEST_COUNTED = timedelta(days=28)


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


def age_in_words(enquiry: Enquiry, promise: ReplyPromise, now: datetime) -> str:
    """The working time since it came, in hours and in days of as many hours as the agency is open.

    By the calendar once it is older than `LONGEST_COUNTED`, and for what nobody works on.
    """
    if not enquiry.is_in_hand or now - enquiry.received_at > LONGEST_COUNTED:
        return timesince(enquiry.received_at, now, depth=1)
    a_day = datetime.combine(now, promise.closes) - datetime.combine(now, promise.opens)
    worked = working_time(enquiry.received_at, now, promise)
    days, rest = divmod(worked, a_day) if a_day else (0, worked)
    hours, minutes = rest // timedelta(hours=1), rest % timedelta(hours=1) // timedelta(minutes=1)
    parts = [f"{days} working day{pluralize(days)}"] * bool(days) + [f"{hours} h"] * bool(hours)
    return " ".join(parts) or f"{minutes} min"
