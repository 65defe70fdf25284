"""Files of the old site, in the folder or ZIP of its uploads."""

from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from articles.importing.posts import Unreadable
from articles.importing.sources.archives import Folder, Shelf, shelf
from articles.importing.sources.wordpress.uploads import candidates, place

# Beside an export, only what is called so is looked into: it may lie in a folder with everything else.
BESIDE = ("wp-content", "uploads", "media", "files")


class Media:
    """Every file by where it is under `uploads`."""

    def __init__(self, shelves: list[Shelf]) -> None:
        self._found: dict[str, tuple[Shelf, str]] = {}
        for one in shelves:
            for name in one:
                self._found.setdefault(place(f"/{name}"), (one, name))

    def open(self, address: str) -> BinaryIO | None:
        """The largest there is of a picture, or the file; None for one that is not there or cannot be opened."""
        for where in candidates(place(address)):
            if found := self._found.get(where):
                with suppress(Unreadable, OSError):
                    return found[0].open(found[1])
        return None


def media(export: Path, given: Path | None) -> Media:
    """Raises `Unreadable` when what was given is neither a folder nor a ZIP, or is hostile."""
    if given is not None:
        return Media([shelf(given)])
    if export.is_dir() or export.suffix.casefold() == ".zip":
        return Media([shelf(export)])
    folder = export.parent
    names = (*BESIDE, export.name.partition(".xml")[0])
    folders = [name for name in names if (folder / name).is_dir() and not (folder / name).is_symlink()]
    archives = [folder / f"{name}.zip" for name in names if (folder / f"{name}.zip").is_file()]
    return Media([*([Folder(folder, under=tuple(folders))] if folders else []), *map(shelf, archives)])
