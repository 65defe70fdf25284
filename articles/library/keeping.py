"""Pictures coming into the library, getting another file, and going. Each verb is one transaction.

A file goes later than its picture (`articles/library/loose_files.py`): older pages and drafts may still show it.
"""

import logging
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any

from django.db import transaction

from articles.document import richtext
from articles.drafts import saving, where_used
from articles.models import Article, LooseFile, Picture
from articles.models.picture import TITLE_LENGTH
from articles.pictures import arrival, derived_files
from articles.pictures.arrival import Arrived
from articles.pictures.places import shown

UNNAMED = "Picture"
log = logging.getLogger(__name__)


def add(upload: Any, *, by: Any) -> tuple[Picture, str]:
    """The upload as a new picture, and a sentence on what was done to its file, or none.

    Call it outside of transactions: reading a large photograph takes seconds, in which others could save nothing. Raises `ValidationError` with the sentence for its editor when it is no picture for a page.
    """
    arrived = arrival.receive(upload)
    return store(arrived, name=upload.name, by=by), arrived.note


def store(arrived: Arrived, *, name: str, by: Any) -> Picture:
    """What has arrived as a new picture, which is called as its file was."""
    title = richtext.one_line(PurePosixPath(name).stem)[:TITLE_LENGTH] or UNNAMED
    picture = Picture.objects.create(title=title, file=arrived.file, uploaded_by=by)
    transaction.on_commit(lambda: _make_thumbnail(picture))
    return picture


@transaction.atomic
def replace(picture: Picture, arrived: Arrived) -> None:
    """Gives the picture another file in all drafts and portraits; published pages keep the one that they have."""
    stored = Picture.objects.select_for_update().get(pk=picture.pk)
    before = str(stored.file.name)
    stored.file = arrived.file
    stored.save(update_fields=["file", "width", "height"])
    LooseFile.objects.note([before])
    transaction.on_commit(lambda: _make_thumbnail(stored))


@transaction.atomic
def delete(pictures: Iterable[Picture]) -> None:
    """Takes pictures out of the library. Raises `ProtectedError` for one that a draft or an author shows."""
    pictures = list(pictures)
    Picture.objects.filter(pk__in=[picture.pk for picture in pictures]).delete()
    LooseFile.objects.note([str(picture.file.name) for picture in pictures])


def note_changes(picture: Picture) -> None:
    """Records for each draft that shows the picture, or quotes whose portrait it is, whether it differs from what is live."""
    quoting = Article.objects.filter(articles_insightblock_set__speaker__picture=picture).values_list("pk", flat=True)
    saving.note_changes(Article.objects.filter(pk__in={*where_used.drafts_showing(picture), *quoting}))


def _make_thumbnail(picture: Picture) -> None:
    """So that the library shows it at once; what cannot be made now is made when a browser asks for it."""
    small = shown(picture.as_image(), "portrait")
    try:
        for file in small.files() if small else ():
            derived_files.prepare(file)
    except (OSError, ValueError, derived_files.Busy) as error:
        log.warning("a thumbnail could not be made ahead: %s", type(error).__name__)
