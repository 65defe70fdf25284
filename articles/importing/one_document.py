"""A Word document that somebody uploads while they write: as a new draft, or as blocks for a guide."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

from articles.document import Document
from articles.importing import digests, filling, running
from articles.importing.doctor import heal
from articles.importing.files import Files
from articles.importing.posts import Source, Unreadable
from articles.importing.report import Deed, Line
from articles.importing.sources import opening
from articles.models import ImportedPost, ImportRun
from articles.models.importing.import_run import NAME_LENGTH

ENDINGS = (".docx", ".docm", ".dotx")
ORDER = (Deed.LEFT_OUT, Deed.PROPOSED, Deed.REPAIRED, Deed.KEPT)


def as_draft(upload: Any, *, by: Any) -> ImportedPost:
    """Makes a new draft of it, with its report, each time anew. Raises `Unreadable`."""
    run = ImportRun.objects.create(name=_name(upload)[:NAME_LENGTH], started_by=by)
    with _source(upload, f"{run.name} {run.pk}") as source:
        running.go(source, run, by=by)
    post = ImportedPost.objects.filter(run=run, article__isnull=False).select_related("article").first()
    if post is None:
        raise Unreadable(run.problem or "It could not be taken over, by a fault of ours. The log says more.")
    return post


def as_document(upload: Any, *, by: Any) -> tuple[Document, list[Line]]:
    """What it becomes, its pictures in the library, and what is said of it; no guide is touched. Raises `Unreadable`."""
    content = b"".join(upload.chunks())
    with _source(upload, f"{_name(upload)} {digests.of_file(content)}") as source:
        [post] = source.posts()
        healed = heal(post)
        filled = filling.fill(healed.document, Files(source, by=by))
    return filled.document, in_order([*healed.lines, *filled.lines])


def in_order(lines: list[Line]) -> list[Line]:
    """The lines that somebody has to know first."""
    return sorted(lines, key=lambda line: ORDER.index(line.deed))


@contextmanager
def _source(upload: Any, name: str) -> Iterator[Source]:
    """The upload as a source of its own: another document of the same name is another source."""
    with TemporaryDirectory() as folder:
        path = Path(folder, _name(upload))
        with path.open("wb") as file:
            for chunk in upload.chunks():
                file.write(chunk)
        source = opening.open_source(path)
        source.name = name
        yield source


def _name(upload: Any) -> str:
    return PurePosixPath(upload.name).name
