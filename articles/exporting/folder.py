"""The folder that an export is written to: beside its place until it is whole, and then all at once in it."""

import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings

from articles.exporting import manifest
from articles.exporting.manifest import Manifest, NoManifest, as_line
from articles.exporting.rows import People
from articles.lib import progress


class Refused(Exception):
    """Nothing can be written there; the message is a sentence for whoever exports."""


class Folder:
    """An export on its way. Each part writes its files; `media` are the originals that they name, to be copied."""

    def __init__(self, root: Path, out: Any) -> None:
        self.root, self.people, self.media = root, People.here(), set[str]()
        self.manifest = Manifest(site=settings.SITE_URL)
        self._out = out

    def write(self, path: str, content: Iterable[bytes]) -> None:
        """Makes a file of pieces, none of which is held longer than it takes."""
        file, digest = self.root / path, sha256()
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as target:
            for piece in content:
                target.write(piece)
                digest.update(piece)
        self.manifest.files[path] = digest.hexdigest()

    def write_text(self, path: str, text: str) -> None:
        """Makes a file of a text."""
        self.write(path, [text.encode()])

    def write_lines(self, path: str, rows: Iterable[Any]) -> None:
        """Makes a file of JSON Lines, a row each."""
        self.write(path, (as_line(row).encode() for row in rows))

    def go_through(self, steps: Iterable[int], total: int, what: str) -> None:
        """Does the steps, each of which says how many of the total it got done, and shows how far it is."""
        for _ in progress.shown(steps, total, what, self._out):
            pass

    def finish(self) -> None:
        """Writes the list of files, the last of all."""
        with (self.root / manifest.NAME).open("x", encoding="utf-8") as file:
            file.write(self.manifest.text())
            file.flush()
            os.fsync(file.fileno())


@contextmanager
def written(target: Path, out: Any) -> Iterator[Folder]:
    """A new export for `target`, which is there, whole, when the block ends, and is as it was when it fails or is killed.

    Raises `Refused` for a folder that holds anything but an older export.
    """
    target = target.resolve()
    if not target.parent.is_dir():
        raise Refused(f"There is no folder {target.parent}.")
    with _alone_beside(target) as beside:
        _put_back(target)
        _refuse_others(target)
        folder = Folder(beside, out)
        yield folder
        folder.finish()
        _swap(beside, target)


@contextmanager
def _alone_beside(target: Path) -> Iterator[Path]:
    """An empty folder that nobody else works in; it goes when the block fails. What a killed run left is cleared."""
    beside = _named(target, "part")
    beside.mkdir(mode=0o700, exist_ok=True)
    handle = os.open(beside, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Refused(f"Another export to {target} is under way.") from None
        for left in beside.iterdir():
            shutil.rmtree(left) if left.is_dir() else left.unlink()
        try:
            yield beside
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    finally:
        os.close(handle)


def _put_back(target: Path) -> None:
    """A run may have been killed in the moment in which neither the older nor the new export had its name."""
    before = _named(target, "old")
    if before.exists():
        shutil.rmtree(before) if target.exists() else before.rename(target)


def _refuse_others(target: Path) -> None:
    if not target.exists():
        return
    if not target.is_dir():
        raise Refused(f"{target} is a file. Name a folder.")
    found = [path for path in target.rglob("*") if not path.is_dir()]
    if not found:
        return
    try:
        listed = manifest.read((target / manifest.NAME).read_bytes())
    except (NoManifest, FileNotFoundError):
        raise Refused(
            f"{target} holds something else than an export, and would be lost. Name another folder."
        ) from None
    known = {target / path for path in (manifest.NAME, *listed.files)}
    if others := sorted(path for path in found if path not in known):
        raise Refused(f"{others[0]} is no part of the export beside it, and would be lost. Name another folder.")


def _swap(beside: Path, target: Path) -> None:
    before = _named(target, "old")
    if target.exists():
        target.rename(before)
    beside.rename(target)
    shutil.rmtree(before, ignore_errors=True)


def _named(target: Path, what: str) -> Path:
    return target.with_name(f".{target.name}.{what}")
