"""The channel of webhooks: one signed POST for each hand-off (Standard Webhooks).

Each receiver is a server of its own, so one that is away is no reason to wait with what is for others.
"""

import json
import time
from collections.abc import Sequence
from http import HTTPStatus
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError

from articles.lib import http_client
from articles.lib.http_client import Resolver, is_loopback, is_public, public_addresses
from articles.outbox.channels import Channel, Refused, RefusedForGood
from articles.outbox.models import Message
from enquiries.handoff import payload, secrets
from enquiries.handoff.writing import CHANNEL
from enquiries.models import Handoff

SECONDS = 10
AGENT = "hand-off (Standard Webhooks)"


def send(messages: Sequence[Message], seconds: float = SECONDS) -> None:
    """Raises `RefusedForGood` when the receiver says that it is gone; `Refused`, `Unreachable` or `Unreadable`."""
    for message in messages:
        handoff = Handoff.objects.select_related("receiver", "event", "enquiry__owner", "enquiry__team").get(
            pk=message.pk
        )
        status = _post(handoff, seconds)
        if status == HTTPStatus.GONE:
            raise RefusedForGood(is_certain=True) from Refused(status)
        if not HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
            raise Refused(status)


CHANNEL_OF_WEBHOOKS = Channel(CHANNEL, send)


def check_address(address: str) -> None:
    """Raises `ValidationError` for an address to which nothing would be sent."""
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname, parts.port
    except ValueError:
        host = None
    if not host or any(sign.isspace() for sign in address):
        raise ValidationError("Enter a whole address, such as https://crm.example/hooks/enquiries.")
    is_local = is_loopback(host) and is_loopback(settings.SITE.hostname)
    if parts.scheme != "https" and not (parts.scheme == "http" and is_local):
        raise ValidationError("The address must begin with https://.")
    if parts.username or parts.password or parts.fragment:
        raise ValidationError("Leave out a user name, a password and what comes after a #.")
    if not is_local and _is_private(host):
        raise ValidationError("This is an address inside a network. Enter one that is on the public internet.")


def addresses(host: str) -> list[str]:
    """Public ones; where the site itself runs on this machine alone, also this machine's. Raises `Unreachable`."""
    if is_loopback(host) and is_loopback(settings.SITE.hostname):
        return ["127.0.0.1"] if host == "localhost" else [host]
    return public_addresses(host)


def _is_private(host: str) -> bool:
    """Of an IP address or localhost; where a name leads is looked up each time something is sent."""
    try:
        return not is_public(host)
    except ValueError:
        return is_loopback(host)


def _post(handoff: Handoff, seconds: float, resolve: Resolver = addresses) -> int:
    body, timestamp = json.dumps(payload.told(handoff)), int(time.time())
    headers = {
        "Content-Type": "application/json",
        "User-Agent": AGENT,
        "webhook-id": handoff.delivery_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": secrets.signatures(handoff.receiver, handoff.delivery_id, timestamp, body),
    }
    return http_client.post(handoff.receiver.address, body, headers, resolve, seconds)
