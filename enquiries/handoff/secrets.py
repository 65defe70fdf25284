"""What receivers check signatures with (Standard Webhooks, https://www.standardwebhooks.com)."""

import base64
import hashlib
import hmac
import secrets

from django.db.models.functions import Now

from articles.lib import databases
from enquiries import sealed_text
from enquiries.models import Receiver
from enquiries.models.handoff import OLD_SECRET_FOR

BYTES = 32
PREFIX = "whsec_"
PURPOSE = "enquiries.handoff"


def renew(receiver: Receiver) -> str:
    """A new secret, which is shown this once. For a day the one before it signs too, so that nothing is missed."""
    text = PREFIX + base64.b64encode(secrets.token_bytes(BYTES)).decode()
    receiver.old_secret, receiver.secret = receiver.secret, sealed_text.seal(text, PURPOSE)
    receiver.secret_made_at = Now()
    receiver.save(update_fields=["old_secret", "secret", "secret_made_at"])
    receiver.refresh_from_db(fields=["secret_made_at"])
    return text


def signatures(receiver: Receiver, delivery_id: str, timestamp: int, body: str) -> str:
    """The header `webhook-signature`. Raises `Unreadable` after another SECRET_KEY."""
    told = f"{delivery_id}.{timestamp}.{body}".encode()
    return " ".join(f"v1,{_signature(sealed, told)}" for sealed in _in_use(receiver))


def _in_use(receiver: Receiver) -> list[str]:
    made_at = receiver.secret_made_at
    is_fresh = made_at is not None and databases.now() - made_at < OLD_SECRET_FOR
    return [receiver.secret, receiver.old_secret] if receiver.old_secret and is_fresh else [receiver.secret]


def _signature(sealed: str, told: bytes) -> str:
    key = base64.b64decode(sealed_text.unseal(sealed, PURPOSE).removeprefix(PREFIX))
    return base64.b64encode(hmac.digest(key, told, hashlib.sha256)).decode()
