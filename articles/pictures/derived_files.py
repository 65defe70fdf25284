"""Files that are made once, ahead or when they are first asked for, and kept: renditions of pictures, and social cards.

They are in the media storage beside the uploads, in a folder or a bucket, and use only the methods of that storage.
Processes and machines that make the same file at once write the same content twice.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from threading import Lock

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image as Pillow

from articles.pictures import rendering, uploads
from articles.pictures.renditions import Rendition, Size

log = logging.getLogger(__name__)

# A picture of 40 million pixels takes 160 MB while it is worked on: one at a time in each process.
_one_at_a_time = Lock()
SECONDS_TO_WAIT = 10  # for one's turn: whoever waits keeps a thread from pages


class NotKept(OSError):
    """A disk that takes nothing costs time, and no reader a picture: `content` is what was made in vain."""

    def __init__(self, content: bytes) -> None:
        super().__init__("The media storage keeps nothing.")
        self.content = content


class DoesNotFit(ValueError):
    """A rendition that no page would ask for of this picture."""


class Busy(Exception):
    """Too many others wait for theirs; ask again in a moment."""


def rendition(wanted: Rendition) -> bytes:
    """The content of a rendition.

    Raises `FileNotFoundError`, `DoesNotFit`, `Busy`, `NotKept`, or what decoders raise at a damaged file.
    """
    name = _name(wanted)
    if content := stored(name):
        return content
    if not wanted.fits(original_size(wanted.name)):  # before its turn: nobody waits for what is refused
        raise DoesNotFit(wanted.path)
    return _made(name, lambda: _encoded(wanted))


def prepare(wanted: Rendition) -> None:
    """Makes a rendition unless it is there. Raises as `rendition` does."""
    if not default_storage.exists(_name(wanted)):
        rendition(wanted)


def kept(name: str, make: Callable[[], bytes]) -> bytes:
    """The content of the file of this name, made now if it is not there yet. Raises `Busy`."""
    return stored(name) or _made(name, make)


def stored(name: str) -> bytes | None:
    """The content of a file in the media storage; None where there is none.

    An upload comes with all that its camera noted: it must never be served.
    """
    try:
        with default_storage.open(name) as file:
            return bytes(file.read())
    except FileNotFoundError:
        return None


@lru_cache(maxsize=10_000)
def original_size(name: str) -> Size:
    """The size of an upload as people see it. Raises as `rendition` does.

    Remembered, since a name is never used twice: on S3 each look is a download, and anybody may ask for what does not
    fit.
    """
    with default_storage.open(name) as file, _turn(), Pillow.open(file) as picture:
        size = uploads.shown_size(picture)
    if size[0] * size[1] > uploads.MAX_PIXELS:  # put there by other means than an upload
        raise DoesNotFit(name)
    return size


def _name(wanted: Rendition) -> str:
    return f"renditions/{wanted.path if wanted.width else f'{wanted.name}/own.{wanted.file_format}'}"


def _made(name: str, make: Callable[[], bytes]) -> bytes:
    """What `make` returns, which is kept, or what another thread kept while we waited."""
    with _turn():
        content = stored(name)
        if not content:
            content = make()
            _keep(name, content)
        return content


def _keep(name: str, content: bytes) -> None:
    try:
        default_storage.save(name, ContentFile(content))
    except OSError as error:
        log.warning("a picture could not be kept: %s", type(error).__name__)
        raise NotKept(content) from error


@contextmanager
def _turn() -> Iterator[None]:
    """One's turn to work on a picture. Raises `Busy`."""
    if not _one_at_a_time.acquire(timeout=SECONDS_TO_WAIT):
        raise Busy
    try:
        yield
    finally:
        _one_at_a_time.release()


def _encoded(wanted: Rendition) -> bytes:
    with default_storage.open(wanted.name) as original:
        return rendering.encode(original, wanted)
