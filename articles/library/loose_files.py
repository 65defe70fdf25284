"""Files that no picture of the library and no block has any more. They go when nothing refers to them: no picture, no
block, no draft that was ever saved and may be taken back, no revision.

What refers to a file is read from the documents themselves, a while after its picture or block let go of it: whoever was saving
an older draft at that moment has done so by then.
"""

from collections.abc import Callable
from datetime import timedelta

from django.core.files.storage import default_storage
from django.db.models import Model, TextField
from django.db.models.functions import Cast
from django.utils import timezone

from articles.models import BLOCK_MODELS, DraftVersion, LooseFile, Picture, Revision
from articles.models.file_field import UploadField

NEXT_LOOK_AFTER = timedelta(days=7)
AT_A_TIME = 50
UPLOADS: list[tuple[type[Model], str]] = [
    (row, field.name) for row in BLOCK_MODELS for field in row._meta.fields if isinstance(field, UploadField)
]
HOLDING: list[tuple[type[Model], str]] = [(Picture, "file"), *UPLOADS]


def clear(stop: Callable[[], bool]) -> int:
    """Deletes the files that are due and that nothing refers to, with all that was made of them; returns how many."""
    deleted = 0
    for loose in LooseFile.objects.filter(look_at__lte=timezone.now()).order_by("look_at")[:AT_A_TIME]:
        if stop():
            break
        if any(
            row._default_manager.filter(**{column: loose.name}).exists() for row, column in HOLDING
        ):  # it came back; it will be noted again when it goes
            loose.delete()
        elif _is_in_a_document(loose.name):
            loose.look_at = timezone.now() + NEXT_LOOK_AFTER
            loose.save(update_fields=["look_at"])
        else:
            _delete(loose.name)
            loose.delete()
            deleted += 1
    return deleted


def _is_in_a_document(name: str) -> bool:
    models: tuple[type[Model], ...] = (Revision, DraftVersion)
    documents = (model._default_manager.annotate(text=Cast("stored", TextField())) for model in models)
    return any(found.filter(text__contains=name).exists() for found in documents)


def _delete(name: str) -> None:
    """The file last: until it is gone, the row that names it stays."""
    made = f"renditions/{name}"
    try:
        _, files = default_storage.listdir(made)
    except FileNotFoundError:
        files = []
    for file in files:
        default_storage.delete(f"{made}/{file}")
    default_storage.delete(name)
