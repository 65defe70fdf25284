"""Uploads on their way into the library: phones' HEIC pictures and very large photographs are made ones that pages can show.

That is done by a program of its own with bounds of memory and time (`convert.py`), one at a time in each process.
"""

import logging
import subprocess
import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath
from threading import BoundedSemaphore
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from PIL import Image as Pillow

from articles.pictures import uploads

MAX_BYTES = 60 * 1024 * 1024
MAX_PIXELS = 210_000_000  # what the largest sensors of phones write
LONGEST = 4096  # pixels of a side that was scaled: enough for a crop of the widest that pages show
HEIC = "HEIC"
PROGRAM = Path(__file__).with_name("convert.py")
SECONDS = 30
DAMAGED = 3  # what the program ends with; anything else means that it met a bound of its own
# The brands of HEIF files that hold HEVC pictures (ISO/IEC 23008-12, annex B; `mif1` says no more than “a picture”).
BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
UNREADABLE = "This file is not a picture that we can read. Upload a JPEG, PNG, WebP, AVIF or HEIC file."

_one_at_a_time = BoundedSemaphore(1)
log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Arrived:
    """A picture to keep, named after what it is; `note` is a sentence on what was done to it, or empty."""

    file: File
    note: str


def receive(upload: Any) -> Arrived:
    """The upload as the library keeps it. Raises `ValidationError` with a sentence for what is no picture for a page."""
    if upload.size == 0:
        raise ValidationError("This file is empty. Choose the picture again.", code="empty")
    if upload.size > MAX_BYTES:
        raise ValidationError(
            "This picture is larger than 60 MB. Save it at a lower quality and upload it again.", code="too_heavy"
        )
    kind, size = _look_at(upload)
    _refuse_size(size)
    if kind not in uploads.FORMATS and kind != HEIC:
        raise _refusal(kind)
    uploads.refuse_unshowable(upload)
    if kind in uploads.FORMATS and size[0] * size[1] <= uploads.MAX_PIXELS and upload.size <= uploads.MAX_BYTES:
        arrived = Arrived(file=File(upload.file, name=_named(upload.name, kind)), note="")
    else:
        arrived = _converted(upload, kind, size)
    uploads.validate(arrived.file)
    return arrived


def _look_at(upload: Any) -> tuple[str, tuple[int, int]]:
    """The format and size by the header alone; no format where it is no picture, no size where only the program reads it."""
    head = upload.read(32)
    upload.seek(0)
    try:
        with Pillow.open(upload) as picture:
            return picture.format or "", picture.size
    except Pillow.DecompressionBombError:
        return "", (MAX_PIXELS, 2)
    except Exception:  # decoders raise what they like
        is_heif = head[4:8] == b"ftyp" and head[8:12] in BRANDS
        return (HEIC if is_heif else ""), (0, 0)
    finally:
        upload.seek(0)


def _refuse_size(size: tuple[int, int]) -> None:
    if size[0] * size[1] > MAX_PIXELS:
        raise ValidationError(
            "This picture has more than 210 million pixels. Make it smaller, for example 4,000 pixels wide, and upload it again.",
            code="too_many_pixels",
        )


def _refusal(kind: str) -> ValidationError:
    if not kind:
        return ValidationError(UNREADABLE, code="invalid_image")
    return ValidationError(
        "Upload a JPEG, PNG, WebP, AVIF or HEIC picture; this one is a %(kind)s.",
        code="wrong_format",
        params={"kind": kind},
    )


def _named(name: str, kind: str) -> str:
    return f"{PurePosixPath(name).stem or 'picture'}.{uploads.FORMATS[kind]}"


def _converted(upload: Any, kind: str, size: tuple[int, int]) -> Arrived:
    content = _run(upload.read())
    with Pillow.open(BytesIO(content)) as picture:
        made, (width, height) = picture.format or "", picture.size
    how = f"{width:,} by {height:,} pixels"
    is_scaled = size[0] * size[1] > width * height
    if kind == HEIC:
        note = f"It came as HEIC, which browsers do not show, and is kept as a JPEG of {how}."
    elif is_scaled:
        note = f"It had {size[0]:,} by {size[1]:,} pixels, more than pages ever show, and is kept at {how}."
    else:
        note = "Its file was larger than 15 MB, and is kept smaller."
    return Arrived(file=ContentFile(content, name=_named(upload.name, made)), note=note)


def _run(content: bytes) -> bytes:
    """What the program makes of the file. Raises `ValidationError`."""
    if not _one_at_a_time.acquire(timeout=SECONDS):
        raise ValidationError("Other large pictures are being read. Upload this one again in a minute.", code="busy")
    try:
        command = [sys.executable, "-P", str(PROGRAM), str(LONGEST)]
        ended = subprocess.run(command, input=content, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        code: int | None = None
    else:
        code = ended.returncode
    finally:
        _one_at_a_time.release()
    if code == 0:
        return ended.stdout
    if code == DAMAGED:
        raise ValidationError(
            "This picture is damaged or incomplete. Export it again from the program you made it in.", code="damaged"
        )
    log.warning("reading a large picture ended with %s", code)
    raise ValidationError(
        "This picture is too large to be read. Make it smaller, for example 4,000 pixels wide, and upload it again.",
        code="too_large",
    )
