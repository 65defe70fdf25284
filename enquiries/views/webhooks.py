"""Reports from mail providers on messages we sent; docs/webhooks.md says how to call it."""

import hashlib
import hmac
import json
import re
import time
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from enquiries.notices import bounces

MAX_AGE_SECONDS = 5 * 60
MAX_BYTES = 64 * 1024
LONGEST_REASON = 300
TIMESTAMP = re.compile(r"[0-9]{1,12}")
MESSAGE_ID = re.compile(r"<?([!-;=?-~]{3,198})>?")  # printable ASCII; providers differ in the brackets
EVENTS = ("bounced", "delivered")


class Report(NamedTuple):
    """One thing that happened to one message."""

    message_id: str
    event: str
    reason: str


@csrf_exempt
@never_cache
@require_POST
def mail(request: HttpRequest) -> HttpResponse:
    """Takes one report. Answers 202 whether or not the message is one of ours, so as not to reveal which."""
    if len(request.body) > MAX_BYTES:
        return _answer(413, "The body is too long.")
    if not _is_signed(request):
        return _answer(403, "The signature or its timestamp is wrong.")
    report = _read(request.body)
    if report is None:
        return _answer(400, "The body must be a JSON object with message_id and event.")
    if report.event == "bounced":
        bounces.record(report.message_id, report.reason)
    return _answer(202, "Accepted.")


def signature(secret: str, timestamp: str, body: bytes) -> str:
    """HMAC-SHA256 over the timestamp, a full stop and the body, in hexadecimal digits."""
    return hmac.new(secret.encode(), timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()


def _is_signed(request: HttpRequest) -> bool:
    """A report may be replayed within five minutes only, and then changes nothing."""
    timestamp = request.headers.get("Webhook-Timestamp", "")
    given = request.headers.get("Webhook-Signature", "")
    # With an empty secret anybody could sign.
    if not settings.WEBHOOK_SECRET or not TIMESTAMP.fullmatch(timestamp):
        return False
    if abs(time.time() - int(timestamp)) > MAX_AGE_SECONDS:
        return False
    ours = signature(settings.WEBHOOK_SECRET, timestamp, request.body)
    return hmac.compare_digest(ours.encode(), given.encode())


def _read(body: bytes) -> Report | None:
    try:
        report = json.loads(body)
    except (ValueError, RecursionError):  # the second for thousands of brackets
        return None
    match report:
        case {"message_id": str(message_id), "event": str(event), **rest} if event in EVENTS:
            name = MESSAGE_ID.fullmatch(message_id)
            return Report(f"<{name[1]}>", event, _one_line(rest.get("reason"))) if name else None
    return None


def _one_line(reason: Any) -> str:
    text = reason if isinstance(reason, str) else ""
    return "".join(sign for sign in text if sign.isprintable())[:LONGEST_REASON]


def _answer(status: int, words: str) -> JsonResponse:
    return JsonResponse({"status": words}, status=status)
