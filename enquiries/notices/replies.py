"""A reply to an enquirer: its line in the history, its files, and its mails.

One that is scheduled is only that until it leaves: then it becomes a reply, and counts as one. Until then it can be taken
back, which makes it a draft again. Call all of this with the enquiry locked, as the verbs do.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Now
from django.dispatch import receiver

from articles.lib.days import moment_in_words
from articles.outbox.leases import idle
from articles.outbox.models import Message
from articles.outbox.sending import sent
from enquiries import first_reply, follow_ups, history
from enquiries.locking import lock
from enquiries.models import Attachment, Channel, DraftFile, Enquiry, Event, Notice, ReplyDraft, Scan, State
from enquiries.notices import writing


def in_words(subject: str, body: str, cc: Sequence[str] = ()) -> str:
    """As the history tells it."""
    copies = f"\nCopy to: {', '.join(cc)}" if cc else ""
    return f"{subject}{copies}\n\n{body}"


def send(enquiry: Enquiry, subject: str, body: str, by: Any, *, cc: Sequence[str], files: Iterable[Any]) -> None:
    """Has it sent now, and counts it as the answer."""
    count(enquiry, by)
    event = history.record(enquiry, Event.Kind.REPLIED, by=by, words=in_words(subject, body, cc))
    _enclose(event, files)
    writing.reply(enquiry, subject=subject, body=body, event=event, cc=cc)


def scheduled_words(subject: str, body: str, cc: Sequence[str], at: datetime) -> str:
    """As the history tells that it is scheduled."""
    return f"For {moment_in_words(at)}.\n\n{in_words(subject, body, cc)}"


def schedule(
    enquiry: Enquiry, subject: str, body: str, by: Any, *, at: datetime, cc: Sequence[str], files: Iterable[Any]
) -> None:
    """Keeps it until `at`; it is no answer before."""
    event = history.record(enquiry, Event.Kind.SCHEDULED, by=by, words=scheduled_words(subject, body, cc, at))
    _enclose(event, files)
    writing.reply(enquiry, subject=subject, body=body, event=event, cc=cc, at=at)


def count(enquiry: Enquiry, by: Any, channel: Channel = Channel.EMAIL, at: datetime | None = None) -> None:
    """That it was answered, now or `at` a moment that is over: who has it, and that it now waits for the enquirer."""
    enquiry.owner = enquiry.owner or by
    first_reply.count(enquiry, channel, at)
    enquiry.state = State.WAITING
    enquiry.save(update_fields=["owner", "state", *first_reply.FIELDS])
    follow_ups.settle(enquiry)


def scheduled(enquiry: Enquiry) -> QuerySet[Any]:
    """The mails to the enquirer of replies that are still to leave."""
    return enquiry.notices.filter(kind=Notice.Kind.REPLY, sent_at=None, event__kind=Event.Kind.SCHEDULED)


def take_back_all(enquiry: Enquiry, why: str, by: Any = None) -> list[Any]:
    """Makes drafts of the replies that are still to leave, for the reason that the history says; returns whose they are.

    One that is leaving at this moment leaves.
    """
    persons = [notice.event.by for notice in scheduled(enquiry) if take_back(notice, why, by)]
    return [person for person in dict.fromkeys(persons) if person]


def take_back(notice: Any, why: str = "", by: Any = None) -> bool:
    """Makes a draft of a scheduled reply; false when it has left, or is leaving at this moment.

    Whose account is gone gets no draft: the history has the words.
    """
    mails = Message.objects.filter(notice__event=notice.event)
    # Locked before they are looked at: a worker that comes now passes over them.
    list(mails.select_for_update())
    if not idle(mails).filter(pk=notice.pk).exists():
        return False
    idle(mails).delete()
    if notice.event.by:
        _give_back(notice)
    history.record(notice.enquiry, Event.Kind.UNSCHEDULED, by=by, words=why)
    return True


def replies_sent(enquiry: Enquiry) -> int:
    return enquiry.events.filter(kind=Event.Kind.REPLIED).count()


def files_of(message: Message) -> Iterable[Any]:
    """What a mail about an enquiry carries, for the outbox."""
    return Attachment.objects.filter(event__notices=message.pk)


@receiver(sent)
def count_what_was_scheduled(message: Message, **_signal: Any) -> None:
    """It left: from now on it is a reply. Two workers may have sent it: that is one reply."""
    due: QuerySet[Any] = Notice.objects.filter(
        pk=message.pk, kind=Notice.Kind.REPLY, sent_at=None, event__kind=Event.Kind.SCHEDULED
    ).select_related("enquiry", "event__by")
    if (notice := due.first()) is None:
        return
    lock(notice.enquiry)
    if not due.exists():
        return
    by, words = notice.event.by, notice.payload
    if notice.enquiry.is_in_hand:
        count(notice.enquiry, by)
    said = in_words(words["subject"], words["body"], words["cc"])
    reply = history.record(notice.enquiry, Event.Kind.REPLIED, by=by, words=said)
    notice.event.attachments.update(event=reply)
    Notice.objects.filter(event=notice.event).update(event=reply)


def _enclose(event: Event, files: Iterable[Any]) -> None:
    """Keeps the files with the line of the history, from where the mails take them."""
    for file in files:
        content = bytes(file.content)
        Attachment.objects.create(
            enquiry=event.enquiry,
            event=event,
            added_by=event.by,
            name=file.name,
            content_type=file.content_type,
            content=content,
            size=len(content),
            scan=getattr(file, "scan", Scan.WAITING),
        )


def _give_back(notice: Any) -> None:
    """Above what the writer has begun meanwhile, if they have."""
    words, event = notice.payload, notice.event
    draft, _ = ReplyDraft.objects.get_or_create(enquiry=notice.enquiry, person=event.by)
    draft.subject = words["subject"]
    draft.body = "\n\n".join(filter(None, (words["body"], draft.body)))
    draft.cc = ", ".join(dict.fromkeys([*words["cc"], *filter(None, draft.cc.split(", "))]))
    draft.replies_seen, draft.saved_at = replies_sent(notice.enquiry), Now()
    draft.save()
    for file in event.attachments.all():
        DraftFile.objects.create(
            draft=draft,
            name=file.name,
            content_type=file.content_type,
            content=file.content,
            size=file.size,
            scan=file.scan,
        )
    event.attachments.all().delete()
