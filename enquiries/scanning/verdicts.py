"""What the scanner says of CVs: asked while one comes in, asked again later, and shown to staff."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now

from enquiries import history
from enquiries.models import CV, Event, Scan
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
    """Scans CVs that were not scanned yet, those first that waited longest for a try; returns how many were."""
    done = 0
    if not is_on():
        return done
    waiting = CV.objects.filter(scan=Scan.WAITING).order_by(F("scan_tried_at").asc(nulls_first=True), "pk")
    for pk in list(waiting.values_list("pk", flat=True)[:AT_ONCE]):
        if stop():
            break
        try:
            done += _scan(pk)
        except ScannerAway:
            break
        except NotScanned:
            CV.objects.filter(pk=pk).update(scan_tried_at=Now())
    return done


def must_warn(file: ScannedFile) -> bool:
    """Whether staff must be warned before they download it: it should have been scanned, and was not."""
    return file.scan == Scan.WAITING and is_on()


def may_leave(file: ScannedFile) -> bool:
    """Whether it may be handed out without a question."""
    return file.scan != Scan.INFECTED and not must_warn(file)


def _scan(pk: int) -> int:
    """Scans one without a transaction around it, which would keep others waiting for the scanner."""
    cv = CV.objects.select_related("enquiry").filter(pk=pk, scan=Scan.WAITING).first()
    if cv is None:
        return 0
    virus = clamd.virus_in(bytes(cv.content))
    with transaction.atomic():
        verdict = Scan.INFECTED if virus else Scan.CLEAN
        scanned = CV.objects.filter(pk=pk, scan=Scan.WAITING).update(scan=verdict, virus=virus, scan_tried_at=Now())
        if scanned and virus:
            history.record(cv.enquiry, Event.Kind.INFECTED, words=f"{virus}. The CV can no longer be downloaded.")
    return scanned
