"""Putting right answers in place of wrong ones, whoever does it; a new e-mail address gets what did not reach the old one."""

from typing import Any

from django.contrib.admin.utils import label_for_field
from django.db.models import QuerySet
from django.utils.text import capfirst

from articles.outbox import mail, sending
from articles.outbox.models import Message
from enquiries import access_links, answers, history, search
from enquiries.consents import suppression
from enquiries.models import Enquiry, Event, Notice, Outcome
from enquiries.notices import writing
from enquiries.notices.sending import TO_ENQUIRER

NOTHING = "–"
# What is sent again when it came back; the site writes an acknowledgement anew.
BY_A_PERSON = (Notice.Kind.REPLY, Notice.Kind.REQUEST_ANSWERED, Notice.Kind.REQUEST_EXTENDED)


def changes(enquiry: Enquiry, given: dict[str, Any]) -> dict[str, Any]:
    """Those of the answers that are not as they were."""
    return {name: value for name, value in given.items() if value != getattr(enquiry, name)}


def make(enquiry: Enquiry, changed: dict[str, Any], kind: Event.Kind, by: Any = None) -> None:
    """Stores valid answers in place of the old ones. Call it with the enquiry locked.

    The history keeps the old ones of a correction by staff; of the enquirer's own it only says which they were.
    At a new e-mail address the enquirer gets all that did not leave for the old one, replies that came back from there,
    and an acknowledgement with a link while the enquiry is open, or if they corrected it themselves. The link for the
    old address ends.
    """
    old_address = enquiry.email
    if "email" in changed:
        access_links.note_end(enquiry)
    words = told(enquiry, changed) if by else ", ".join(map(_label, changed))
    for name, value in changed.items():
        setattr(enquiry, name, value)
    enquiry.save(update_fields=[*changed, "ended_links"])
    search.index(enquiry)
    history.record(enquiry, kind, by=by, words=words)
    if "email" in changed:
        suppression.follow(old_address, enquiry.email)
        _follow(enquiry, old_address)
        if enquiry.email and (enquiry.is_open or by is None):
            writing.acknowledge(enquiry)


def told(enquiry: Enquiry, changed: dict[str, Any]) -> str:
    """Each answer before and after, a line each; of words in several lines, what they were: they are read where they stand."""
    after = Enquiry(**{name: changed.get(name, getattr(enquiry, name)) for name in Enquiry.ANSWERS})
    return "\n".join(_change(name, answers.said(enquiry, name), answers.said(after, name)) for name in changed)


def _change(name: str, before: str, after: str) -> str:
    if name == "message":
        return f"{capfirst(_label(name))}, before:\n{before}"
    return f"{capfirst(_label(name))}: {before or NOTHING} → {after or NOTHING}"


def _label(name: str) -> str:
    return str(label_for_field(name, Enquiry))


def unsent(enquiry: Enquiry) -> QuerySet[Notice]:
    """What is to go to the enquirer and did not leave."""
    return Notice.objects.filter(enquiry=enquiry, kind__in=TO_ENQUIRER, sent_at=None)


def _follow(enquiry: Enquiry, old_address: str) -> None:
    """The new acknowledgement says all that an old one would. Who withdrew is sent nothing more."""
    unsent(enquiry).filter(kind=Notice.Kind.ACKNOWLEDGEMENT).delete()
    came_back = enquiry.notices.filter(kind__in=BY_A_PERSON, recipient=old_address, bounced_at__isnull=False)
    for reply in came_back.exclude(enquiry__outcome=Outcome.WITHDRAWN):
        _repeat(reply)
    for notice in unsent(enquiry):
        words = {field: access_links.replaced(getattr(notice, field), enquiry) for field in ("text", "html")}
        Notice.objects.filter(pk=notice.pk).update(**words)
    sending.readdress(enquiry.email, Message.objects.filter(pk__in=unsent(enquiry).values("pk")))


def _repeat(reply: Notice) -> None:
    """Under a name of its own: what is still reported about the first is not about this one."""
    Notice.objects.create(
        enquiry=reply.enquiry,
        kind=reply.kind,
        recipient=reply.recipient,
        is_automatic=reply.is_automatic,
        subject=reply.subject,
        text=reply.text,
        html=reply.html,
        cc=reply.cc,
        sender_name=reply.sender_name,
        event=reply.event,
        **mail.envelope(f"{reply.enquiry.reference}.{reply.kind}"),
    )
