"""Keeping a valid CV while the rest of its form is corrected, so that nobody has to upload it twice.

Anybody can send forms with faults for ever, so these CVs are few and go within the hour: they cannot fill the database.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import Count, QuerySet, Sum
from django.db.models.functions import Now

from enquiries.intake import throttle
from enquiries.intake.cvs import UploadedCV
from enquiries.models import PendingCV, Scan

KEPT_FOR = timedelta(hours=1)
MB = 1024 * 1024
# At the same time, of one address and in all: how many, and how many bytes. A careers fair has one address.
OF_ONE_ADDRESS = (20, 50 * MB)
IN_ALL = (200, 500 * MB)


def keep(token: str, cv: UploadedCV, address: str) -> bool:
    """Keeps the CV under the form's token, in place of one that was kept before; false when there are too many.

    Forms that arrive at the same moment are counted together or not at all: a few more than allowed may be kept.
    """
    expired().delete()
    sender = throttle.key("pending", address) if address else ""
    with transaction.atomic():
        drop(token)
        if not _has_room(sender, len(cv.content)):
            return False
        PendingCV.objects.create(
            token=token,
            sender=sender,
            name=cv.name,
            content_type=cv.content_type,
            content=cv.content,
            size=len(cv.content),
            scan=cv.scan,
        )
    return True


def find(token: str) -> UploadedCV | None:
    """The CV that is kept under the token, if there is one."""
    kept = PendingCV.objects.filter(token=token, kept_at__gt=Now() - KEPT_FOR).first()
    if kept is None:
        return None
    return UploadedCV(name=kept.name, content_type=kept.content_type, content=bytes(kept.content), scan=Scan(kept.scan))


def drop(token: str) -> None:
    """Deletes it: it is now stored with its enquiry, or another was sent."""
    PendingCV.objects.filter(token=token).delete()


def expired() -> QuerySet[PendingCV]:
    """Those whose hour is over."""
    return PendingCV.objects.filter(kept_at__lte=Now() - KEPT_FOR)


def expire() -> int:
    """Deletes those whose hour is over; returns how many there were."""
    return expired().delete()[0]


def _has_room(sender: str, size: int) -> bool:
    """An address that is not known is not counted, as elsewhere: it may be everybody's."""
    return _fits(PendingCV.objects.all(), size, *IN_ALL) and (
        not sender or _fits(PendingCV.objects.filter(sender=sender), size, *OF_ONE_ADDRESS)
    )


def _fits(kept: QuerySet[PendingCV], size: int, most: int, most_bytes: int) -> bool:
    found = kept.aggregate(number=Count("pk"), bytes=Sum("size", default=0))
    return found["number"] < most and found["bytes"] + size <= most_bytes
