"""Word documents, web pages and Markdown as people keep them: in a folder, in a ZIP, or one file alone."""

from pathlib import Path

from articles.importing.posts import Source, Unreadable
from articles.importing.sources.archives import Folder, shelf
from articles.importing.sources.documents.folder import Documents, reader_of
from articles.importing.sources.packed import Unpacked

__all__ = ["read", "recognises"]


def recognises(path: Path) -> bool:
    """Whether there is a document that can be read; a ZIP that is refused is told so when it is read."""
    if path.is_file() and path.suffix.casefold() != ".zip":
        return reader_of(path.name) is not None
    try:
        return any(reader_of(name) for name in Unpacked(shelf(path)))
    except Unreadable:
        return True


def read(path: Path, *, media: Path | None = None) -> Source:
    """The documents; `media` is where their pictures are, if not beside them. Raises `Unreadable`."""
    beside = Unpacked(shelf(media)) if media else None
    if path.is_file() and path.suffix.casefold() != ".zip":
        return Documents(Folder(path.parent), name=path.name, only=path.name, media=beside)
    return Documents(Unpacked(shelf(path)), name=_name(path), media=beside)


def _name(path: Path) -> str:
    """A folder and the ZIP that was made of it are one source."""
    return path.resolve().name if path.is_dir() else path.stem
