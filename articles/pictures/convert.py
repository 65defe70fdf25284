"""A program that makes the picture on its standard input one that the site can keep, within bounds of its own.

Upright, with no side above its argument, as JPEG, or as WebP where something shows through; in its own colours. It ends
with a number below where it writes nothing.
"""

import resource
import sys
from io import BytesIO

import pi_heif
from PIL import Image as Pillow
from PIL import ImageOps, PngImagePlugin

DAMAGED = 3
MEMORY = 1024**3
CPU_SECONDS = 20


def main() -> int:
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    Pillow.MAX_IMAGE_PIXELS = None  # who calls has looked at the size, and the memory has a bound
    PngImagePlugin.MAX_TEXT_CHUNK = PngImagePlugin.MAX_TEXT_MEMORY
    pi_heif.register_heif_opener(thumbnails=False)
    try:
        converted = convert(sys.stdin.buffer.read(), int(sys.argv[1]))
    except MemoryError:
        raise
    except Exception:  # decoders raise what they like
        return DAMAGED
    sys.stdout.buffer.write(converted)
    return 0


def convert(content: bytes, longest: int) -> bytes:
    """The file to keep. Raises what decoders raise at a damaged one."""
    with Pillow.open(BytesIO(content)) as opened:
        opened.draft(None, (longest, longest))  # a JPEG is decoded at a fraction of its size
        profile = opened.info.get("icc_profile")
        picture = _small(_kept(ImageOps.exif_transpose(opened)), longest)
    file = BytesIO()
    picture.save(file, "WEBP" if picture.mode == "RGBA" else "JPEG", quality=92, icc_profile=profile or b"", exif=b"")
    return file.getvalue()


def _small(picture: Pillow.Image, longest: int) -> Pillow.Image:
    """Reduced by a whole number first, which is quick."""
    if times := max(picture.size) // (2 * longest):
        picture = picture.reduce(times)
    scale = min(1, longest / max(picture.size))
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    return picture.resize(size, Pillow.Resampling.LANCZOS, reducing_gap=3)


def _kept(picture: Pillow.Image) -> Pillow.Image:
    if picture.mode.startswith("I"):  # 16 bits of grey
        return picture.point(lambda value: value * (1 / 256)).convert("L")
    if picture.has_transparency_data:
        return picture.convert("RGBA")
    return picture if picture.mode in ("L", "RGB", "CMYK") else picture.convert("RGB")


if __name__ == "__main__":
    sys.exit(main())
