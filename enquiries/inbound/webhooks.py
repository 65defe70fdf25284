"""What a mail provider tells us by django-anymail's webhooks: mail that came in, and mail of ours that did not arrive.

Anymail reads every provider's own format and checks who asks; a webhook is answered once this returns, so what is to be
kept is committed by then. What raises is brought again.
"""

import json
import logging
from collections.abc import Iterator
from email import encoders
from email import policy as policies
from typing import Any

from django.http import HttpRequest

from articles.outbox.models import Message
from enquiries.inbound import reports, storing
from enquiries.models import IncomingMail
from enquiries.notices import bounces

INBOUND = "inbound"
CAME_BACK = ("bounced", "rejected", "failed")
COMPLAINED = "complained"
NAMES_OF_ID = ("message-id", "smtp-id")
CODED = "Content-Transfer-Encoding"
AS_IT_CAME = policies.SMTP.clone(refold_source="none")
log = logging.getLogger(__name__)


def listen() -> None:
    """Hears of what anymail's webhooks take in. Needs the package, which is optional."""
    from anymail import signals

    signals.inbound.connect(received, dispatch_uid="enquiries.inbound.received")
    signals.tracking.connect(tracked, dispatch_uid="enquiries.inbound.tracked")


def received(event: Any, **_signal: Any) -> None:
    """Stores a mail that came in."""
    if event.event_type == INBOUND:
        storing.store(_raw(event), IncomingMail.Way.WEBHOOK)


def tracked(event: Any, **_signal: Any) -> None:
    """Notes that a mail of ours came back, or was marked as spam; other news of mails changes nothing."""
    if event.event_type not in (*CAME_BACK, COMPLAINED):
        return
    if message := _about(event):
        said = event.mta_response or event.description or event.reject_reason or ""
        is_complaint = event.event_type == COMPLAINED
        bounces.record(message.message_id, reports.MARKED if is_complaint else reports.one_line(said))


def _raw(event: Any) -> bytes:
    """The mail as it came, or as anymail put it together again; what nobody can make a mail of, as it was told.

    Where it was put together, its boundaries are drawn by lot: they are given names, so that the same mail is the same.
    """
    message = event.message
    recipient = message.envelope_recipient
    try:
        if recipient and recipient not in str(message.get_all("Delivered-To", "")):
            message["Delivered-To"] = recipient
        for number, part in enumerate(message.walk()):
            if part.get_content_maintype() == "multipart" and part.get_boundary() is None:
                part.set_boundary(f"=_part {number} of what a provider told us_=")
            elif not part.is_multipart() and part.get_content_maintype() != "text" and CODED not in part:
                encoders.encode_base64(part)  # bytes whose ends of lines must stay as they are
        return bytes(message.as_bytes(policy=AS_IT_CAME))
    except (ValueError, LookupError, AttributeError, TypeError) as error:
        log.warning("a mail could not be put together again: %s", type(error).__name__)
        return _as_told(event.esp_event)


def _as_told(told: Any) -> bytes:
    if isinstance(told, HttpRequest):
        told = {name: told.POST.getlist(name) for name in told.POST}
    return json.dumps(told, default=str, sort_keys=True).encode()


def _about(event: Any) -> Message | None:
    """Providers name a mail in their own way, by our Message-ID, or somewhere in what they tell."""
    for name in (event.message_id, *_ids_in(event.esp_event)):
        bare = str(name or "").strip("<> ")
        if bare and (found := Message.objects.filter(message_id=f"<{bare}>").first()):
            return found
    return reports.about("", event.recipient or "")


def _ids_in(told: Any) -> Iterator[str]:
    """Our Message-ID, where the headers of the mail, or its name by SMTP, are told: as SES, Mailgun and SendGrid do."""
    match told:
        case {"name": str(name), "value": str(value)} if name.lower() in NAMES_OF_ID:
            yield value
        case dict():
            for name, value in told.items():
                if str(name).lower() in NAMES_OF_ID and isinstance(value, str):
                    yield value
                else:
                    yield from _ids_in(value)
        case list():
            for value in told:
                yield from _ids_in(value)
