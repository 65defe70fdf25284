"""Which kind of source a file or folder is."""

from pathlib import Path
from types import ModuleType

from articles.importing.posts import Source, Unreadable
from articles.importing.sources import documents, own_export, wordpress

# The first that recognises it reads it. Each has `recognises(path)` and `read(path, *, media)`.
KINDS: tuple[ModuleType, ...] = (own_export, wordpress, documents)


def open_source(path: Path, *, media: Path | None = None) -> Source:
    """The source at a path; `media` is where its pictures are, if they are not beside it. Raises `Unreadable`."""
    if not path.exists():
        raise Unreadable(f"There is nothing at {path}.")
    for kind in KINDS:
        if kind.recognises(path):
            source: Source = kind.read(path, media=media)
            return source
    raise Unreadable(
        "This is nothing that can be moved in: a WordPress export (.xml), or Word documents, web pages or Markdown, as "
        "they are, in a folder or in a ZIP file, or an export of this site."
    )
