"""The pictures and other files of a source come into the library and the storage.

Each picture comes once, by its address and by its content, however many posts show it and however often a run is done again.
"""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from articles.document import File, Image
from articles.files import uploads
from articles.files.kinds import DOWNLOADS
from articles.importing import digests
from articles.importing.posts import Source, Unreadable
from articles.importing.sources.archives import DAMAGED
from articles.library import keeping
from articles.models import ImportedPicture, LooseFile, Picture
from articles.models.importing.imported_post import KEY_LENGTH
from articles.pictures import arrival

LARGEST = 80 * 2**20
FILES_TAKEN = uploads.Validator(DOWNLOADS)
type Kept = Mapping[str, Mapping[str, Any]]


class Files:
    """What a source holds beside its posts, for one run. Call its verbs outside of transactions: they read and convert."""

    def __init__(self, source: Source, *, by: Any) -> None:
        self.source, self.by = source, by
        self._digests: dict[str, str] = {}

    def are_as_before(self, kept: Kept) -> bool:
        """Whether the source has no other file for what a post showed. One that it holds no longer is kept here."""
        return all(self._digest(address) in ("", one["digest"]) for address, one in kept.items())

    def picture(self, address: str) -> Image:
        """The picture of the library with what the source has at this address. Raises `ValidationError` without one."""
        found = ImportedPicture.objects.filter(source=self.source.name, address=address[:KEY_LENGTH])
        known = found.select_related("picture").first()
        if known and known.picture and self._digest(address) in ("", known.digest):
            return known.picture.as_image()
        content = self._content(address)
        return (self._same(address, content) or self._added(address, content)).as_image()

    def file(self, address: str, before: Mapping[str, Any]) -> File:
        """The stored file with what the source has at this address: the one of before where nothing else is there now.

        Raises `ValidationError` without one.
        """
        is_same = self._digest(address) in ("", before.get("digest"))
        if is_same and before.get("name") and default_storage.exists(before["name"]):
            return File(name=before["name"], size=before["size"])
        file = ContentFile(self._content(address), name=_name(address))
        FILES_TAKEN(file)
        name = default_storage.save(uploads.upload_path(None, file.name or ""), file)
        # Should nothing come to refer to it, it goes again.
        LooseFile.objects.note([name])
        return File(name=name, size=file.size)

    def kept(self, address: str, before: Mapping[str, Any], stored: Image | File | None) -> dict[str, Any]:
        """What the next run has to know of a file of the post."""
        digest = self._digest(address) or before.get("digest", "")
        return {"digest": digest} | ({"name": stored.name, "size": stored.size} if isinstance(stored, File) else {})

    def _same(self, address: str, content: bytes) -> Picture | None:
        """A picture with this very file, from whichever address it came."""
        same = ImportedPicture.objects.filter(digest=digests.of_file(content), picture__isnull=False)
        found = same.select_related("picture").first()
        if found and found.picture:
            self._note(address, content, found.picture)
        return found.picture if found else None

    def _added(self, address: str, content: bytes) -> Picture:
        arrived = arrival.receive(ContentFile(content, name=_name(address)))
        note = self.source.note(address)
        with transaction.atomic():
            picture = keeping.store(arrived, name=_name(address), by=self.by)
            picture.alt, picture.credit, picture.title = note.alt, note.credit, note.title or picture.title
            picture.focus_x, picture.focus_y = note.focus or picture.focus
            picture.decorative = note.decorative
            picture.save(update_fields=["alt", "credit", "title", "focus_x", "focus_y", "decorative"])
            self._note(address, content, picture)
        return picture

    def _note(self, address: str, content: bytes, picture: Picture) -> None:
        ImportedPicture.objects.update_or_create(
            source=self.source.name,
            address=address[:KEY_LENGTH],
            defaults={"digest": digests.of_file(content), "picture": picture},
        )

    def _digest(self, address: str) -> str:
        """Of the file, which is read once a run; empty where the source does not hold it."""
        if address not in self._digests:
            try:
                self._digests[address] = digests.of_file(self._content(address))
            except ValidationError:
                self._digests[address] = ""
        return self._digests[address]

    def _content(self, address: str) -> bytes:
        """Raises `ValidationError` for what the source does not hold, too much of, or damaged."""
        try:
            opened = self.source.open(address)
            if opened is None:
                raise ValidationError("the source does not hold it.")
            with opened:
                content = opened.read(LARGEST + 1)
        except Unreadable as unreadable:
            raise ValidationError(str(unreadable)) from unreadable
        except DAMAGED as error:
            raise ValidationError("it is damaged.") from error
        if len(content) > LARGEST:
            raise ValidationError("it is larger than 80 MB.")
        return content


def _name(address: str) -> str:
    """The name of the file at the end of its address."""
    return PurePosixPath(unquote(urlsplit(address).path)).name or "file"
