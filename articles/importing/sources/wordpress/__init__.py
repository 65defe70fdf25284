"""An export of WordPress (WXR 1.0 to 1.2), with the files of its media library.

The export is read twice, as a stream: once for what has to be known before the first post (`index`), and again for each
post (`posting`). What is broken in the file is repaired on the way (`cleaning`). Bodies stay as WordPress keeps them;
`articles.importing.doctor.unbuild` knows what they mean.
"""

from pathlib import Path

from articles.importing.posts import Source, Unreadable
from articles.importing.sources.wordpress.exports import Exports
from articles.importing.sources.wordpress.media import media as media_of
from articles.importing.sources.wordpress.site import WordPress

__all__ = ["read", "recognises"]


def recognises(path: Path) -> bool:
    """Whether it is an export, packed or not, or a folder or ZIP with one in it."""
    try:
        Exports(path)
    except (Unreadable, OSError):
        return False
    return True


def read(path: Path, *, media: Path | None = None) -> Source:
    """The site. `media` is the folder or ZIP of its uploads, where they do not lie beside or in the export.

    Raises `Unreadable` for what is no export, declares entities, or is packed to do harm.
    """
    return WordPress(Exports(path), media_of(path, media))
