"""One mail that reminds somebody of several enquiries.

It belongs to none of them, so erasing one could not reach its words. What is stored therefore names nobody; names are
put in when the mail leaves, of those enquiries alone that still wait for a reply.
"""

from dataclasses import dataclass
from typing import Any

from django.dispatch import receiver
from django.utils import timezone

from articles.outbox import mail
from articles.outbox.models import Message
from articles.outbox.sending import leaving, sent
from enquiries import countdown, cover, history, working_hours
from enquiries.models import Enquiry, Event, State
from enquiries.notices.recipients import answered_by
from enquiries.notices.threads import conversation

KIND = "reminders"
FOLDER = "enquiries/mail/reminders"


@dataclass(frozen=True)
class Line:
    """One enquiry of the mail."""

    enquiry: Enquiry
    countdown: str
    who: str
    answered_by: str


def write(to: str, enquiries: list[Enquiry]) -> Message:
    """Stores a mail that reminds `to` of the enquiries."""
    [first, *others] = enquiries
    return Message.objects.create(
        kind=KIND,
        recipient=to,
        payload={"enquiries": [enquiry.pk for enquiry in enquiries]},
        in_reply_to="" if others else conversation(first, with_enquirer=False),
        **mail.envelope(KIND),
        **_words(enquiries, is_named=False),
    )


@receiver(leaving)
def name_the_enquiries(message: Message, **_signal: Any) -> None:
    """Puts the words in with which the mail leaves now; they are not stored."""
    if message.kind == KIND:
        waiting = Enquiry.objects.unanswered().filter(pk__in=message.payload["enquiries"])
        vars(message).update(_words(list(waiting.select_related("owner", "team")), is_named=True))


@receiver(sent)
def note_in_the_histories(message: Message, **_signal: Any) -> None:
    """Two workers may have sent one mail: that is one line in each history."""
    if message.kind != KIND:
        return
    told = Enquiry.objects.exclude(state=State.ERASED).filter(pk__in=message.payload["enquiries"])
    enquiries = list(told.select_for_update().order_by("pk"))
    if Message.objects.filter(pk=message.pk, sent_at=None).exists():
        for enquiry in enquiries:
            history.record(enquiry, Event.Kind.NOTIFIED, words="reminder")


def _words(enquiries: list[Enquiry], *, is_named: bool) -> dict[str, str]:
    now = timezone.now()
    enquiries = sorted(enquiries, key=lambda enquiry: enquiry.reply_due_at)
    overdue = sum(enquiry.is_overdue(now) for enquiry in enquiries)
    promises, away = working_hours.for_each({enquiry.team for enquiry in enquiries}), cover.today()
    lines = [
        Line(
            enquiry,
            countdown.in_words(enquiry, promises[enquiry.team], now),
            who(enquiry) if is_named else enquiry.get_role_display(),
            answered_by(enquiry, away),
        )
        for enquiry in enquiries
    ]
    context: dict[str, Any] = {"lines": lines, "overdue": overdue, "soon": len(lines) - overdue}
    return mail.words(FOLDER, context)


def who(enquiry: Enquiry) -> str:
    """Who wrote, for whom, and what they want."""
    what = enquiry.get_role_display()
    if job := enquiry.role_to_fill or enquiry.role_sought:
        what = f"{what}: {job}"
    return ", ".join(filter(None, [enquiry.name, enquiry.organisation, what]))
