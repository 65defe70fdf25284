"""Uploaded pictures: what is accepted and what it is called."""

from pathlib import PurePosixPath
from secrets import token_hex
from typing import Any

from django.core.exceptions import ValidationError
from PIL import ExifTags, PngImagePlugin
from PIL import Image as Pillow

from articles.pictures import renditions

# MPO is what many phones write: a JPEG that other programs show as one, with a second picture behind it.
FORMATS = {"JPEG": "jpg", "MPO": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif"}
# Other endings under which programs save these formats; Windows calls a JPEG from a browser `.jfif`.
ENDINGS = {"jpeg": "jpg", "jfif": "jpg", "jpe": "jpg", "pjpeg": "jpg", "pjp": "jpg", "apng": "png"}
ACCEPT = "image/jpeg,image/png,image/webp,image/avif"
ACCEPTED_BY_LIBRARY = f"{ACCEPT},image/heic,image/heif,.heic,.heif"
MAX_PIXELS = 40_000_000
MAX_BYTES = 15 * 1024 * 1024
ANIMATED = ("PNG", "WEBP", "AVIF")
LONGEST = max(renditions.FORMATS.values())
MIDDLE = (50, 50)
# Design programs write megabytes of compressed text into a PNG; all of it together is bounded by Pillow.
PngImagePlugin.MAX_TEXT_CHUNK = PngImagePlugin.MAX_TEXT_MEMORY
# Those Exif orientations that turn a picture by a quarter (Exif 2.32, section 4.6.4, tag 274).
SIDEWAYS = (5, 6, 7, 8)


def upload_path(instance: object, filename: str) -> str:
    """A name that reveals nothing and is never used twice, so that a published page keeps its picture."""
    ending = _ending(filename)
    return f"pictures/{token_hex(8)}{ending and f'.{ending}'}"


def _ending(name: str) -> str:
    """The ending of a name, as we write it."""
    ending = PurePosixPath(name).suffix.lower().removeprefix(".")
    return ENDINGS.get(ending, ending)


def shown_size(picture: Pillow.Image) -> tuple[int, int]:
    """Width and height as people see the picture: a phone held upright stores a sideways picture and its rotation."""
    width, height = picture.size
    return (height, width) if picture.getexif().get(ExifTags.Base.Orientation, 1) in SIDEWAYS else (width, height)


def refuse_bomb(file: Any) -> None:
    """Raises `ValidationError` for a picture that is too large to decode, reading no more than its header."""
    try:
        width, height = Pillow.open(file).size
    except Pillow.DecompressionBombError:
        width = height = MAX_PIXELS
    except Exception:  # decoders raise what they like
        return  # no picture at all: the form field says so
    finally:
        file.seek(0)
    if width * height > MAX_PIXELS:
        raise ValidationError(
            "This picture has more than 40 million pixels. Make it smaller, for example 2,400 pixels wide, and upload it again.",
            code="too_many_pixels",
        )


def refuse_unshowable(file: Any) -> None:
    """Raises `ValidationError` for an upload of which pages could show only a part: an animation, or one too long.

    Asked of new uploads alone: a draft with an older one can still be saved.
    """
    try:
        with Pillow.open(file) as picture:
            is_animated = picture.format in ANIMATED and getattr(picture, "is_animated", False)
            longest = max(picture.size)
    except Exception:  # decoders raise what they like
        return  # no picture at all: the form field says so
    finally:
        file.seek(0)
    if is_animated:
        raise ValidationError(
            "This picture is animated, and pages show only still pictures. Save the frame that you want as a JPEG or PNG and "
            "upload that.",
            code="animated",
        )
    if longest > LONGEST:
        raise ValidationError(
            "This picture has a side of more than 65,500 pixels, which no page can show. Cut it into several pictures and "
            "upload each.",
            code="too_long",
        )


def validate(file: Any) -> None:
    """Raises `ValidationError` unless `file` is a whole JPEG, PNG, WebP or AVIF of a reasonable size, named as such.

    A stored picture, which a form hands over closed, is closed again; an upload stays open, since it is yet to be
    saved.
    """
    was_closed = file.closed
    try:
        _validate(file.open())
    except FileNotFoundError as error:
        raise ValidationError("The file for this picture is missing. Upload it again.", code="gone") from error
    finally:
        if was_closed:
            file.close()


def _validate(file: Any) -> None:
    if file.size > MAX_BYTES:
        raise ValidationError(
            "This picture is larger than 15 MB. Save it at a lower quality and upload it again.", code="too_heavy"
        )
    refuse_bomb(file)
    kind = _format(file)
    if kind not in FORMATS:
        raise ValidationError(
            "Upload a JPEG, PNG, WebP or AVIF picture; this one is a %(kind)s.",
            code="wrong_format",
            params={"kind": kind},
        )
    if _ending(file.name) != FORMATS[kind]:
        raise ValidationError(
            "This is a %(kind)s picture, but its name does not end in .%(right)s. Rename it and upload it again.",
            code="wrong_name",
            params={"kind": kind, "right": FORMATS[kind]},
        )


def _format(file: Any) -> str:
    """The format of the picture.

    One that we take is decoded to its last row: a header does not show that a file is cut off.
    """
    try:
        with Pillow.open(file) as picture:
            if picture.format in FORMATS:
                picture.load()
            return picture.format or ""
    except Exception as error:  # decoders raise what they like
        raise ValidationError(
            "This picture is damaged or incomplete. Export it again from the program you made it in.", code="damaged"
        ) from error
    finally:
        file.seek(0)
