"""Reading an uploaded CV: its content decides what it is, whatever its name and its sender say."""

import logging
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from enquiries.intake.active_content import inspection
from enquiries.intake.cv_kinds.kinds import CONTENT_TYPES, SENTENCES, Kind
from enquiries.intake.cv_kinds.recognition import kind_of
from enquiries.models import Scan
from enquiries.scanning import verdicts

log = logging.getLogger(__name__)

MAX_BYTES = 5 * 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class UploadedCV:
    """A sound CV: a name of ours, its type and its bytes."""

    name: str
    content_type: str
    content: bytes
    scan: Scan = Scan.WAITING


def read(upload: UploadedFile) -> UploadedCV:
    """The upload as a CV. Raises `ValidationError` with a sentence that says what to do instead."""
    if not upload.size:
        raise ValidationError("This file is empty. Choose your CV again.", code="empty")
    if upload.size > MAX_BYTES:
        raise ValidationError(
            "Your CV is larger than 5 MB. Save it as a smaller PDF and upload that.", code="too_large"
        )
    content = upload.read()
    kind = kind_of(content)
    if kind in CONTENT_TYPES:
        kind = inspection.found(content, kind) or kind
    if kind in SENTENCES:
        raise ValidationError(SENTENCES[kind], code=kind.value)
    return UploadedCV(name=f"cv.{kind}", content_type=CONTENT_TYPES[kind], content=content, scan=_scanned(content))


def _scanned(content: bytes) -> Scan:
    scan, virus = verdicts.on(content)
    if scan == Scan.INFECTED:
        log.warning("a CV was refused, as the scanner found %s", virus)
        raise ValidationError(SENTENCES[Kind.VIRUS], code=Kind.VIRUS.value)
    return scan
