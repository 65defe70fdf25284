"""An export of this program, by `export_site`: of this site or another one, as a folder or a ZIP file of it."""

from pathlib import Path

from articles.importing.posts import Unreadable
from articles.importing.sources.archives import shelf
from articles.importing.sources.own_export.package import Package, root_of
from articles.importing.sources.own_export.site import OwnExport

__all__ = ["OwnExport", "read", "recognises"]


def recognises(path: Path) -> bool:
    """Whether it is one, whole or not; what cannot be opened is left to the others to refuse."""
    try:
        return (path.is_dir() or path.suffix.casefold() == ".zip") and root_of(shelf(path)) is not None
    except Unreadable:
        return False


def read(path: Path, *, media: Path | None = None) -> OwnExport:
    """The site as it was. Raises `Unreadable` for an export that is not whole, or that somebody changed."""
    return OwnExport(Package(shelf(path)))
