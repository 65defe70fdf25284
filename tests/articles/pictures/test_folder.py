"""Pictures in a folder: each file is there whole, or not at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import TemporaryUploadedFile

from articles.pictures.folder import Folder

NAME = "pictures/a.png"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(location=tmp_path, allow_overwrite=True)


class Arriving(ContentFile):
    """A file that arrives in two halves; between them a reader looks, or the line breaks."""

    def __init__(self, folder: Folder, *, breaks: bool = False) -> None:
        super().__init__(b"new")
        self.folder, self.breaks = folder, breaks
        self.seen: bytes | None = None

    def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
        yield b"one half "
        self.seen = read(self.folder)
        if self.breaks:
            raise OSError("No space left on device")
        yield b"and the other"


def read(folder: Folder) -> bytes | None:
    try:
        with folder.open(NAME) as file:
            return file.read()
    except FileNotFoundError:
        return None


def files(folder: Folder) -> list[str]:
    return folder.listdir("pictures")[1]


def test_a_file_is_kept_under_its_name(folder: Folder) -> None:
    assert folder.save(NAME, ContentFile(b"a picture")) == NAME
    assert (read(folder), files(folder)) == (b"a picture", ["a.png"])


def test_half_a_file_is_seen_by_nobody(folder: Folder) -> None:
    arriving = Arriving(folder)
    folder.save(NAME, arriving)
    assert arriving.seen is None
    assert read(folder) == b"one half and the other"


def test_a_later_file_takes_the_place_of_an_earlier_one_at_once(folder: Folder) -> None:
    folder.save(NAME, ContentFile(b"the earlier one"))
    arriving = Arriving(folder)
    assert folder.save(NAME, arriving) == NAME
    assert arriving.seen == b"the earlier one"
    assert (read(folder), files(folder)) == (b"one half and the other", ["a.png"])


def test_a_file_that_breaks_off_leaves_nothing_behind(folder: Folder) -> None:
    folder.save(NAME, ContentFile(b"the earlier one"))
    with pytest.raises(OSError, match="No space left"):
        folder.save(NAME, Arriving(folder, breaks=True))
    assert (read(folder), files(folder)) == (b"the earlier one", ["a.png"])


def test_a_large_upload_that_lies_in_a_file_is_moved_here_and_can_be_backed_up(folder: Folder) -> None:
    with TemporaryUploadedFile("a.png", "image/png", 9, None) as upload:
        upload.write(b"a picture")
        upload.seek(0)
        folder.save(NAME, upload)
    assert (read(folder), files(folder)) == (b"a picture", ["a.png"])
    assert Path(folder.path(NAME)).stat().st_mode & 0o777 == 0o644
