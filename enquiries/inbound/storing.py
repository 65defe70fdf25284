"""Storing what comes in, whole and once. Only then does whoever brings it hear that we have it."""

import hashlib

from django.db import IntegrityError, transaction

from enquiries.models import IncomingMail

# What a provider lets through at most is near this, and a mail is held in memory several times while it is read.
MOST_BYTES = 25 * 2**20
TOO_LARGE = "It is too large to be fetched. It is still in the mailbox, in the folder “{folder}”."


def store(raw: bytes, way: IncomingMail.Way) -> bool:
    """Stores the mail for the worker; false for one that is here already. When this returns, it is committed.

    Raises `DatabaseError` when it could not be stored: whoever brought it must bring it again.
    """
    return _store(raw, way, size=len(raw))


def store_head(head: bytes, size: int, folder: str, described: dict[str, str]) -> bool:
    """Notes a mail that is too large: its headers, and what they say, for the tray."""
    state, reason = IncomingMail.State.TRAY, TOO_LARGE.format(folder=folder)
    return _store(head, IncomingMail.Way.IMAP, size=size, state=state, reason=reason, **described)


def _store(raw: bytes, way: IncomingMail.Way, *, size: int, **columns: str) -> bool:
    digest = hashlib.sha256(raw).hexdigest()
    if IncomingMail.objects.filter(digest=digest).exists():
        return False
    try:
        with transaction.atomic():
            IncomingMail.objects.create(digest=digest, raw=raw, size=size, came_by=way, **columns)
    except IntegrityError:  # it came twice at the same moment
        return False
    return True
