"""Uploaded pictures: what is accepted and what it is called."""

from pathlib import PurePosixPath
from typing import Any
from uuid import uuid4

from django.core.exceptions import ValidationError
from PIL import Image as Pillow
from PIL import UnidentifiedImageError

FORMATS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif"}
MAX_PIXELS = 40_000_000
MAX_BYTES = 15 * 1024 * 1024


def upload_path(instance: object, filename: str) -> str:
    """A name that gives nothing away and is never used twice, so that a published page keeps its picture."""
    return f"pictures/{uuid4().hex}{PurePosixPath(filename).suffix.lower()}"


def refuse_bomb(file: Any) -> None:
    """Raises `ValidationError` for a picture that is too large to decode, reading no more than its header."""
    try:
        width, height = Pillow.open(file).size
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        return  # no picture at all: the form field says so
    except Pillow.DecompressionBombError:
        width = height = MAX_PIXELS
    finally:
        file.seek(0)
    if width * height > MAX_PIXELS:
        raise ValidationError(
            "This picture has more than 40 million pixels. Make it smaller, for example 2,400 pixels wide, and upload it again.",
            code="too_many_pixels",
        )


def validate(file: Any) -> None:
    """Raises `ValidationError` unless `file` is a JPEG, PNG, WebP or AVIF of a reasonable size, named as what it is."""
    if file.size > MAX_BYTES:
        raise ValidationError(
            "This picture is larger than 15 MB. Save it at a lower quality and upload it again.", code="too_heavy"
        )
    refuse_bomb(file)
    with Pillow.open(file) as picture:
        kind = picture.format or ""
    file.seek(0)
    suffix = PurePosixPath(file.name).suffix.lower().removeprefix(".").replace("jpeg", "jpg")
    if kind not in FORMATS:
        raise ValidationError(
            "Upload a JPEG, PNG, WebP or AVIF picture; this one is a %(kind)s.",
            code="wrong_format",
            params={"kind": kind},
        )
    if suffix != FORMATS[kind]:
        raise ValidationError(
            "This file is named .%(suffix)s but holds a %(kind)s picture. Rename it to end in .%(right)s and upload it again.",
            code="wrong_name",
            params={"suffix": suffix, "kind": kind, "right": FORMATS[kind]},
        )
