"""What somebody uploads to move in, until the worker has read it; and the worker's part."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from articles.importing import running
from articles.importing.posts import Unreadable
from articles.importing.sources import opening
from articles.models import ImportPiece, ImportRun
from articles.models.importing.import_run import NAME_LENGTH

State = ImportRun.State
PIECE = 2**20
MOST = 90 * PIECE  # what proxies let through
ALONE_FOR = timedelta(minutes=10)  # longer than any single post takes, with all its pictures


@transaction.atomic
def receive(upload: Any, *, by: Any) -> ImportRun:
    """Keeps an upload for the worker, as a run that waits."""
    run = ImportRun.objects.create(name=PurePosixPath(upload.name).name[:NAME_LENGTH], started_by=by)
    for number, content in enumerate(iter(lambda: upload.read(PIECE), b"")):
        ImportPiece.objects.create(run=run, number=number, content=content)
    return run


def work_off(stop: Callable[[], bool]) -> int:
    """The worker's part: goes on with the runs that wait, or that a worker left; returns how many it ended."""
    ended = 0
    while not stop() and (run := _next()):
        _work(run, stop)
        ended += run.is_over
    return ended


def _next() -> ImportRun | None:
    """The oldest run that waits or was left, for this worker alone."""
    left = Q(state=State.RUNNING) & (Q(seen_at=None) | Q(seen_at__lt=timezone.now() - ALONE_FOR))
    for run in ImportRun.objects.filter(Q(state=State.WAITING) | left, pieces__number=0).order_by("pk"):
        mine = ImportRun.objects.filter(pk=run.pk, state=run.state, seen_at=run.seen_at)
        if mine.update(seen_at=timezone.now(), state=State.RUNNING):
            return run
    return None


def _work(run: ImportRun, stop: Callable[[], bool]) -> None:
    try:
        with _as_file(run) as path:
            running.go(opening.open_source(path), run, by=run.started_by, stop=stop)
    except Unreadable as unreadable:
        running.end(run, State.FAILED, problem=str(unreadable))
    if not run.is_over:  # stopped with the worker: the next one need not wait
        ImportRun.objects.filter(pk=run.pk, state=State.RUNNING).update(state=State.WAITING)


@contextmanager
def _as_file(run: ImportRun) -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        path = Path(folder, PurePosixPath(run.name).name or "upload")
        with path.open("wb") as file:
            for content in run.pieces.values_list("content", flat=True).iterator(chunk_size=4):
                file.write(content)
        yield path
