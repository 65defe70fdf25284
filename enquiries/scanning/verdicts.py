"""What the scanner says of CVs: asked while one comes in, asked again later, and shown to staff."""

import logging
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now

from enquiries import history
from enquiries.models import CV, Attachment, Event, Scan
from enquiries.models.cv import ScannedFile
from enquiries.scanning import clamd
from enquiries.scanning.clamd import NotScanned, ScannerAway

AT_ONCE = 50
log = logging.getLogger(__name__)


def is_on() -> bool:
    return bool(settings.VIRUS_SCANNER)


def on(content: bytes) -> tuple[Scan, str]:
    """What the scanner says of a CV that comes in, and the virus; one that it does not answer for waits for it."""
    if not is_on():
        return Scan.WAITING, ""
    try:
        virus = clamd.virus_in(content)
    except NotScanned as reason:
        log.warning("a CV was not scanned for viruses: %s", reason)
        return Scan.WAITING, ""
    return (Scan.INFECTED, virus) if virus else (Scan.CLEAN, "")


def scan_waiting(stop: Callable[[], bool]) -> int:
    """Scans CVs and other files that were not scanned yet, those first that waited longest for a try; returns how many
    were."""
    done = 0
    if not is_on():
        return done
    for kind in (CV, Attachment):
        waiting = kind._default_manager.filter(scan=Scan.WAITING).order_by(
            F("scan_tried_at").asc(nulls_first=True), "pk"
        )
        for pk in list(waiting.values_list("pk", flat=True)[:AT_ONCE]):
            if stop():
                return done
            try:
                done += _scan(kind, pk)
            except ScannerAway:
                return done
            except NotScanned:
                kind._default_manager.filter(pk=pk).update(scan_tried_at=Now())
    return done


def must_warn(file: ScannedFile) -> bool:
    """Whether staff must be warned before they download it: it should have been scanned, and was not."""
    return file.scan == Scan.WAITING and is_on()


def may_leave(file: ScannedFile) -> bool:
    """Whether it may be handed out without a question."""
    return file.scan != Scan.INFECTED and not must_warn(file)


def _scan(kind: Any, pk: int) -> int:
    """Scans one without a transaction around it, which would keep others waiting for the scanner."""
    waiting = kind._default_manager.filter(pk=pk, scan=Scan.WAITING)
    file: Any = waiting.select_related("enquiry").first()
    if file is None:
        return 0
    virus = clamd.virus_in(bytes(file.content))
    with transaction.atomic():
        verdict = Scan.INFECTED if virus else Scan.CLEAN
        scanned = waiting.update(scan=verdict, virus=virus, scan_tried_at=Now())
        if scanned and virus:
            called = "The CV" if kind is CV else file.name
            history.record(file.enquiry, Event.Kind.INFECTED, words=f"{virus}. {called} can no longer be downloaded.")
    return scanned
