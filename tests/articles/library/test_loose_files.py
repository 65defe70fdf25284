"""A file goes once nothing refers to it: no picture, no block, no draft that was ever saved, no revision."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models import ProtectedError
from django.utils import timezone

from articles.document import Document, Download, File
from articles.drafts import conflicts, saving
from articles.library import keeping, loose_files
from articles.models import Article, LooseFile, Picture
from articles.models.blocks.media import DownloadBlock
from articles.models.loose_file import FIRST_LOOK_AFTER
from articles.pictures.arrival import Arrived
from tests import cast
from tests.articles import live

pytestmark = pytest.mark.django_db
MADE = f"renditions/{cast.PICTURE}/square-0-8.jpg"


@pytest.fixture
def picture() -> Picture:
    cast.store_picture()
    default_storage.save(MADE, ContentFile(b"Made of it."))
    return cast.in_library()


def clear(after: timedelta = timedelta(days=8)) -> int:
    """What the worker does so much later."""
    LooseFile.objects.update(look_at=timezone.now() + FIRST_LOOK_AFTER - after)
    return loose_files.clear(lambda: False)


def stored() -> list[bool]:
    return [default_storage.exists(name) for name in (cast.PICTURE, MADE)]


def replace(picture: Picture) -> None:
    keeping.replace(picture, Arrived(file=ContentFile(cast.picture(), name="new.png"), note=""))


def test_the_file_of_a_deleted_picture_goes_with_all_that_was_made_of_it(picture: Picture) -> None:
    keeping.delete([picture])

    assert (clear(timedelta(hours=1)), stored()) == (0, [True, True])
    assert (clear(), stored()) == (1, [False, False])
    assert not LooseFile.objects.exists()


def test_a_file_that_was_replaced_goes_while_its_picture_stays(picture: Picture) -> None:
    replace(picture)

    assert (clear(), stored()) == (1, [False, False])
    picture.refresh_from_db()
    assert default_storage.exists(picture.file.name)


def _saved_once(guide: Article) -> None:
    Article.objects.update(hero_picture=None)
    saving.save(guide, by=None)


def _published_once(guide: Article) -> None:
    live.publish(guide)
    guide.versions.all().delete()
    Article.objects.update(hero_picture=None)


@pytest.mark.parametrize("refer", [_saved_once, _published_once])
def test_what_an_older_draft_or_page_shows_stays(picture: Picture, refer: Any) -> None:
    guide = cast.draft(hero_picture=picture, hero_alt="A desk")
    refer(guide)
    keeping.delete([picture])

    assert (clear(), stored()) == (0, [True, True])
    assert LooseFile.objects.get().look_at > timezone.now()


def test_what_another_picture_has_stays(picture: Picture) -> None:
    cast.in_library()
    keeping.delete([picture])

    assert (clear(), stored()) == (0, [True, True])


def test_a_picture_comes_back_with_the_draft_that_shows_it(picture: Picture) -> None:
    guide = cast.draft(hero_picture=picture, hero_alt="A desk")
    version = saving.current_version(guide)
    _saved_once(guide)
    keeping.delete([picture])

    saving.restore_version(version, by=None)

    guide.refresh_from_db()
    assert guide.hero_picture.file.name == cast.PICTURE
    assert (clear(), stored()) == (0, [True, True])


@pytest.fixture
def download() -> DownloadBlock:
    file = default_storage.save("files/0/survey.pdf", ContentFile(b"Figures."))
    cast.draft(blocks=(Download(title="Survey", file=File(name=file, size=8)),))
    return DownloadBlock.objects.get()


def test_the_file_of_a_guide_that_is_deleted_goes(download: DownloadBlock) -> None:
    download.parent.delete()

    assert (clear(timedelta(hours=1)), default_storage.exists(download.file.name)) == (0, True)
    assert (clear(), default_storage.exists(download.file.name)) == (1, False)


def test_a_file_that_a_block_has_not_any_more_stays_while_an_older_draft_has_it(download: DownloadBlock) -> None:
    before = download.file.name
    download.file = ContentFile(b"Other figures.", name="new.pdf")
    download.save()
    saving.save(download.parent, by=None)

    assert (clear(), default_storage.exists(before)) == (0, True)
    download.parent.versions.filter(number=1).delete()
    assert (clear(), default_storage.exists(before), default_storage.exists(download.file.name)) == (1, False, True)


def test_a_file_that_is_taken_out_of_a_block_is_noted(download: DownloadBlock) -> None:
    before = download.file.name
    download.file = ""
    download.save()

    assert (list(LooseFile.objects.values_list("name", flat=True)), download.size) == ([before], None)


def test_a_file_that_is_in_a_draft_again_stays(download: DownloadBlock) -> None:
    saving.restore_version(download.parent.versions.get(), by=None)

    assert (clear(), default_storage.exists(download.file.name), LooseFile.objects.exists()) == (0, True, False)


def test_what_was_uploaded_with_a_form_that_came_too_late_goes_with_its_version(download: DownloadBlock) -> None:
    late = default_storage.save("files/1/late.pdf", ContentFile(b"Late."))
    document = Document(blocks=(Download(title="Late", file=File(name=late, size=5)),))
    version = conflicts.keep_conflict(download.parent, document, number=1, by=None)

    assert (clear(), default_storage.exists(late)) == (0, True)
    version.events.all().delete()
    version.delete()
    assert (clear(), default_storage.exists(late)) == (1, False)


def test_nothing_that_is_shown_can_be_deleted(picture: Picture) -> None:
    cast.draft(hero_picture=picture)
    with pytest.raises(ProtectedError):
        keeping.delete([picture])
    assert not LooseFile.objects.exists()
