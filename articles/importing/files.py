"""The pictures and other files of a post come into the library and the storage, and the document shows them from there.

Each picture comes once, by its address and by its content, however many posts show it and however often a run is done again.
"""

from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from articles.document import Block, Document, Figure, File, Image, Value
from articles.files import uploads
from articles.files.kinds import DOWNLOADS
from articles.importing import digests
from articles.importing.doctor import PENDING
from articles.importing.posts import PictureNote, Source
from articles.importing.report import Deed, Line
from articles.library import keeping
from articles.models import ImportedPicture, LooseFile, Picture
from articles.models.importing.imported_post import KEY_LENGTH

LARGEST = 80 * 2**20
FILES_TAKEN = uploads.Validator(DOWNLOADS)
type Lines = list[Line]


class Files:
    """What a source holds beside its posts, for one run. Call its verbs outside of transactions: they read and convert."""

    def __init__(self, source: Source, *, by: Any) -> None:
        self.source, self.by = source, by

    def put_in(self, document: Document) -> tuple[Document, Lines]:
        """The document with stored files for those that are `PENDING`; what the source does not hold is said, and left out."""
        lines: Lines = []
        hero = self._filled(document.hero, lines) or Figure()
        blocks = (self._filled(block, lines) for block in document.blocks)
        return replace(document, hero=hero, blocks=tuple(block for block in blocks if block is not None)), lines

    def _filled(self, block: Any, lines: Lines) -> Any:
        """The block with its files; None where it is nothing without one that is missing."""
        for name, value in _pending(block):
            stored = self._stored(value, lines)
            block = replace(block, **{name: stored})
            if stored is None and name in block.needs:
                words = (
                    text for prose in ("alt", *block.prose) if hasattr(block, prose) for text in block.texts(prose)
                )
                lines.append(
                    Line(deed=Deed.LEFT_OUT, what=_nothing_without(block), words=" ".join(filter(None, words)))
                )
                return None
        return block

    def _stored(self, value: Image | File, lines: Lines) -> Image | File | None:
        address = value.name.removeprefix(PENDING)
        try:
            return self._picture(address) if isinstance(value, Image) else self._file(address)
        except ValidationError as error:
            lines.append(Line(deed=Deed.LEFT_OUT, what=f"A file: {' '.join(error.messages)}", words=address))
            return None

    def _picture(self, address: str) -> Image:
        kept = ImportedPicture.objects.filter(source=self.source.name, address=address[:KEY_LENGTH])
        known = kept.select_related("picture").first()
        if known and known.picture:
            return known.picture.as_image()
        content = self._content(address)
        picture = self._same(content) or self._added(address, content)
        ImportedPicture.objects.update_or_create(
            source=self.source.name,
            address=address[:KEY_LENGTH],
            defaults={"digest": digests.of_file(content), "picture": picture},
        )
        return picture.as_image()

    def _same(self, content: bytes) -> Picture | None:
        same = ImportedPicture.objects.filter(digest=digests.of_file(content), picture__isnull=False)
        found = same.select_related("picture").first()
        return found.picture if found else None

    def _added(self, address: str, content: bytes) -> Picture:
        picture, _note = keeping.add(ContentFile(content, name=_name(address)), by=self.by)
        note = self.source.note(address)
        if note.alt or note.credit:
            picture.alt, picture.credit = note.alt, note.credit
            picture.save(update_fields=["alt", "credit"])
        return picture

    def _file(self, address: str) -> File:
        file = ContentFile(self._content(address), name=_name(address))
        FILES_TAKEN(file)
        name = default_storage.save(uploads.upload_path(None, file.name or ""), file)
        # Should nothing come to refer to it, it goes again.
        LooseFile.objects.note([name])
        return File(name=name, size=file.size)

    def _content(self, address: str) -> bytes:
        """Raises `ValidationError` for what the source does not hold, or too much of."""
        opened = self.source.open(address)
        if opened is None:
            raise ValidationError("the source does not hold it.")
        with opened:
            content = opened.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise ValidationError("it is larger than 80 MB.")
        return content


def pending(note: PictureNote) -> Figure:
    """A picture of the source as a figure, still to be stored."""
    image = Image(name=f"{PENDING}{note.address}", width=1, height=1)
    return Figure(image=image, alt=note.alt, caption=note.caption, credit=note.credit)


def _pending(block: Block | Value) -> Iterator[tuple[str, Image | File]]:
    for field in fields(block):
        value = getattr(block, field.name)
        if isinstance(value, Image | File) and value.name.startswith(PENDING):
            yield field.name, value


def _nothing_without(block: Block) -> str:
    return f"A {block.verbose_name}, which is nothing without its file"


def _name(address: str) -> str:
    """The name of the file at the end of its address."""
    return PurePosixPath(unquote(urlsplit(address).path)).name or "file"
