"""Files that are made when they are first asked for, and kept: renditions of pictures, and social cards."""

from collections.abc import Callable
from pathlib import Path
from tempfile import NamedTemporaryFile
from threading import Lock

from django.conf import settings

from articles.pictures import rendering
from articles.pictures.renditions import Rendition

# A picture of 40 million pixels takes 160 MB while it is worked on: one at a time in each process.
_one_at_a_time = Lock()


def rendition(wanted: Rendition) -> Path:
    """The file of a rendition. Raises `FileNotFoundError`, `DoesNotFit`, or what decoders raise at a damaged file."""
    name = wanted.path if wanted.width else f"{wanted.name}/own.{wanted.file_format}"
    return kept(f"renditions/{name}", lambda: rendering.encode(original(wanted.name), wanted))


def original(name: str) -> Path:
    """A picture as it was uploaded, with all that its camera noted; for this machine's eyes alone."""
    return Path(settings.MEDIA_ROOT) / name


def kept(name: str, make: Callable[[], bytes]) -> Path:
    """The file of this name beneath the media folder, made now if it is not there yet."""
    path = Path(settings.MEDIA_ROOT) / name
    if not path.exists():
        with _one_at_a_time:
            if not path.exists():
                _write(path, make())
    return path


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all, whoever reads at the same moment."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(content)
    Path(file.name).chmod(settings.FILE_UPLOAD_PERMISSIONS)
    Path(file.name).replace(path)
