"""A file goes once nothing refers to it: no picture, no draft that was ever saved, no revision."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models import ProtectedError
from django.utils import timezone

from articles.drafts import saving
from articles.library import keeping, loose_files
from articles.models import Article, LooseFile, Picture
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
    LooseFile.objects.update(look_at=timezone.now() + loose_files.FIRST_LOOK_AFTER - after)
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


def test_nothing_that_is_shown_can_be_deleted(picture: Picture) -> None:
    cast.draft(hero_picture=picture)
    with pytest.raises(ProtectedError):
        keeping.delete([picture])
    assert not LooseFile.objects.exists()
