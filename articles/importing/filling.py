"""A document of a post gets its pictures and other files, as they are stored."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from django.core.exceptions import ValidationError

from articles.document import Block, Document, Figure, File, Image, Value
from articles.importing.doctor import PENDING
from articles.importing.files import Files, Kept
from articles.importing.posts import PictureNote
from articles.importing.report import Deed, Line


@dataclass(frozen=True, slots=True)
class Filled:
    """A document with its files, what is said of those that are missing, and what it shows as `ImportedPost.files` keeps it."""

    document: Document
    lines: tuple[Line, ...]
    shown: Kept


def fill(document: Document, files: Files, before: Kept | None = None) -> Filled:
    """The document with stored files for those that are `PENDING`; what the source does not hold is said, and left out.

    `before` is what the post showed when it was last taken over.
    """
    filling = _Filling(files, before or {})
    hero = filling.filled(document.hero) or Figure()
    blocks = tuple(block for block in map(filling.filled, document.blocks) if block is not None)
    return Filled(replace(document, hero=hero, blocks=blocks), tuple(filling.lines), filling.shown)


def pending(note: PictureNote) -> Figure:
    """A picture of the source as a figure, still to be stored."""
    image = Image(name=f"{PENDING}{note.address}", width=1, height=1)
    return Figure(image=image, alt=note.alt, caption=note.caption, credit=note.credit)


def _pending(block: Block | Value) -> Iterator[tuple[str, Image | File]]:
    for field in fields(block):
        value = getattr(block, field.name)
        if isinstance(value, Image | File) and value.name.startswith(PENDING):
            yield field.name, value


class _Filling:
    """One document on its way, with what is said of its files."""

    def __init__(self, files: Files, before: Kept) -> None:
        self._files, self._before = files, before
        self.lines: list[Line] = []
        self.shown: dict[str, dict[str, Any]] = {}

    def filled(self, block: Any) -> Any:
        """The block with its files; None where it is nothing without one that is missing."""
        for name, value in _pending(block):
            address = value.name.removeprefix(PENDING)
            stored = self._stored(block, name, value, address)
            self.shown[address] = self._files.kept(address, self._before.get(address, {}), stored)
            block = replace(block, **{name: stored})
            if stored is None and name in block.needs:
                return None
        return block

    def _stored(self, block: Block, name: str, value: Image | File, address: str) -> Image | File | None:
        try:
            if isinstance(value, Image):
                return self._files.picture(address)
            return self._files.file(address, self._before.get(address, {}))
        except ValidationError as error:
            self.lines.append(_without_file(block, name, address, " ".join(error.messages)))
            return None


def _without_file(block: Block, name: str, address: str, why: str) -> Line:
    """One line for the file and for what is lost with it."""
    if name not in block.needs:
        return Line(deed=Deed.LEFT_OUT, what=f"The {name} of a {block.verbose_name}: {why}", words=address)
    said = (text for prose in ("alt", *block.prose) if hasattr(block, prose) for text in block.texts(prose))
    words = " ".join(filter(None, (*said, address)))
    return Line(
        deed=Deed.LEFT_OUT, what=f"A {block.verbose_name}, which is nothing without its file: {why}", words=words
    )
