"""Making a rendition of a picture: turned upright, in sRGB, cropped, scaled, and without anything but its pixels."""

from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from typing import IO, Any

from PIL import Image as Pillow
from PIL import ImageChops, ImageCms, ImageOps

from articles.pictures import renditions, uploads
from articles.pictures.renditions import Rendition, Shape

# AVIF at speed 8 takes a fifth of the time of speed 6 for a tenth more bytes.
OPTIONS: dict[str, tuple[str, dict[str, Any]]] = {
    "avif": ("AVIF", {"quality": 58, "speed": 8}),
    "webp": ("WEBP", {"quality": 76, "method": 4}),
    "jpg": ("JPEG", {"quality": 78, "optimize": True, "progressive": True}),
    "png": ("PNG", {}),
}
# What Pillow can scale smoothly; other modes count colours or have too many bits.
SMOOTH = ("L", "RGB", "RGBA", "CMYK")
# From the bits of a PNG's transparent colour to the 8 bits that Pillow makes of its pixels.
KEYS: dict[str, Callable[[int], int]] = {
    "L;2": lambda value: value * 85,
    "L;4": lambda value: value * 17,
    "I;16B": lambda value: value >> 8,
    "RGB;16B": lambda value: value >> 8,
}
SRGB = ImageCms.createProfile("sRGB")


def encode(original: IO[bytes], rendition: Rendition) -> bytes:
    """The file of a rendition that fits. Raises what decoders raise at a damaged file."""
    with _open(original) as picture:
        size = uploads.shown_size(picture)
        width = rendition.width or min(size[0], renditions.LARGEST)
        target = width, renditions.height(rendition.shape, width, size)
        part = renditions.cropped(rendition.shape, size)
        needed = [max(1, round(side * target[0] / part[0])) for side in picture.size]
        picture.draft(None, (needed[0], needed[1]))  # a JPEG is decoded at a fraction of its size
        scaled = _scaled(picture, rendition, target)
    if rendition.format != "avif":
        return save(scaled, rendition.file_format)
    # Whoever reads AVIF reads WebP too, which is smaller for some flat drawings.
    kinds = [kind for kind in ("avif", "webp") if max(target) <= renditions.FORMATS[kind]]
    return min((save(scaled, kind) for kind in kinds), key=len)


def kind_of(content: bytes, rendition: Rendition) -> str:
    """The format that the file of a rendition is in: at the address of an AVIF may be a WebP."""
    return "webp" if content[8:12] == b"WEBP" else rendition.file_format


def crop(original: IO[bytes], size: renditions.Size, focus: tuple[int, int]) -> Pillow.Image:
    """The largest part of the picture of these proportions around the focus, at this size. Raises as `encode` does."""
    with _open(original) as picture:
        whole = _smooth(picture)
        x, y = focus
        fitted = ImageOps.fit(whole, size, Pillow.Resampling.LANCZOS, centering=(x / 100, y / 100))
        return _opaque(_srgb(fitted, picture.info.get("icc_profile")))


def save(picture: Pillow.Image, kind: str) -> bytes:
    """The picture as a file that holds nothing else: no place, no camera, no comment."""
    name, options = OPTIONS[kind]
    bare = _opaque(picture) if kind == "jpg" else picture
    bare.info = {}
    file = BytesIO()
    bare.save(file, name, **options)
    return file.getvalue()


def _scaled(picture: Pillow.Image, rendition: Rendition, target: renditions.Size) -> Pillow.Image:
    profile = picture.info.get("icc_profile")
    whole = _smooth(picture)
    part = None
    if rendition.shape is not Shape.WHOLE:
        part = renditions.box(rendition.shape, rendition.step, whole.size)
    return _srgb(whole.resize(target, Pillow.Resampling.LANCZOS, box=part, reducing_gap=3), profile)


def _open(original: IO[bytes]) -> Pillow.Image:
    """The picture, yet to be decoded.

    A PNG may call one grey or colour transparent (tRNS). Pillow leaves that in the file's own bits, which only an
    undecoded picture tells, and compares it with pixels of 8.
    """
    picture = Pillow.open(original)
    key = picture.info.get("transparency")
    convert = KEYS.get(str(picture.tile[0].args) if picture.tile else "")
    if convert and key is not None:
        picture.info["transparency"] = convert(key) if isinstance(key, int) else tuple(map(convert, key))
    return picture


def _smooth(opened: Pillow.Image) -> Pillow.Image:
    """Upright, and in a mode that can be scaled."""
    picture = ImageOps.exif_transpose(opened)
    if picture.mode.startswith("I"):  # 16 bits of grey
        picture = picture.point(lambda value: value * (1 / 256)).convert("L")
        picture.info = opened.info
    if picture.has_transparency_data:
        return picture.convert("RGBA")
    return picture if picture.mode in SMOOTH else picture.convert("RGB")


def _srgb(picture: Pillow.Image, profile: bytes | None) -> Pillow.Image:
    if picture.mode != "RGBA":
        return _colours(picture, profile)
    colours = _colours(picture.convert("RGB"), profile)
    colours.putalpha(picture.getchannel("A"))
    return colours


def _colours(picture: Pillow.Image, profile: bytes | None) -> Pillow.Image:
    if profile:
        with suppress(ImageCms.PyCMSError, OSError):  # a profile that is damaged or for another kind of picture
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            fitting = _in_space(picture, source.profile.xcolor_space)
            return ImageCms.profileToProfile(fitting, source, SRGB, outputMode="RGB") or fitting
    return picture.convert("RGB")


def _in_space(picture: Pillow.Image, space: str) -> Pillow.Image:
    """The picture as a profile for this space wants it; grey is often kept as colours, and the other way round."""
    if space == "GRAY" and picture.mode == "RGB" and _is_grey(picture):
        return picture.getchannel("R")
    return picture.convert("RGB") if space == "RGB " and picture.mode == "L" else picture


def _is_grey(picture: Pillow.Image) -> bool:
    red, green, blue = picture.split()
    return all(ImageChops.difference(red, other).getbbox() is None for other in (green, blue))


def _opaque(picture: Pillow.Image) -> Pillow.Image:
    """On white, since JPEG knows no transparency."""
    if picture.mode != "RGBA":
        return picture
    ground = Pillow.new("RGBA", picture.size, "white")
    return Pillow.alpha_composite(ground, picture).convert("RGB")
