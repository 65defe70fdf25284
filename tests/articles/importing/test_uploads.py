"""What is uploaded waits for the worker, which goes on with a run that another left, and keeps nothing of it afterwards."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from articles.importing import uploads
from articles.importing.posts import Post
from articles.models import Article, ImportPiece, ImportRun
from tests.articles import staff
from tests.articles.importing.shelf import Shelf

pytestmark = pytest.mark.django_db
POSTS = [Post(key=f"post {number}", title=f"Post {number}", html="<p>Words.</p>") for number in range(3)]
CONTENT = b"x" * (uploads.PIECE + 5)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bytes]]:
    """The files that were opened as sources."""
    seen: list[tuple[str, bytes]] = []

    def open_source(path: Path) -> Any:
        seen.append((path.name, path.read_bytes()))
        return Shelf(POSTS)

    monkeypatch.setattr("articles.importing.sources.opening.open_source", open_source)
    return seen


def receive(name: str = "site.xml") -> ImportRun:
    return uploads.receive(SimpleUploadedFile(name, CONTENT), by=staff.editor())


def test_the_worker_reads_what_was_uploaded_and_keeps_nothing_of_it(opened: list[tuple[str, bytes]]) -> None:
    run = receive()
    assert ImportPiece.objects.filter(run=run).count() == 2

    assert uploads.work_off(lambda: False) == 1

    run.refresh_from_db()
    assert (run.state, run.done, opened) == ("done", 3, [("site.xml", CONTENT)])
    assert not ImportPiece.objects.exists()
    assert uploads.work_off(lambda: False) == 0


def test_a_worker_that_stops_leaves_the_run_to_the_next_one(opened: list[tuple[str, bytes]]) -> None:
    run = receive()
    stops = iter([False, False, True, True])
    assert uploads.work_off(lambda: next(stops)) == 0
    run.refresh_from_db()
    assert (run.state, Article.objects.count()) == ("waiting", 1)

    assert uploads.work_off(lambda: False) == 1
    assert Article.objects.count() == 3


@pytest.mark.parametrize(("minutes", "ended"), [(5, 0), (11, 1)])
def test_a_run_of_a_worker_that_died_is_taken_over_once_it_is_silent_for_long(
    opened: list[tuple[str, bytes]], minutes: int, ended: int
) -> None:
    receive()
    ImportRun.objects.update(state="running", seen_at=timezone.now() - timedelta(minutes=minutes))

    assert uploads.work_off(lambda: False) == ended


def test_what_is_no_source_says_so() -> None:
    run = receive("notes.bin")
    uploads.work_off(lambda: False)

    run.refresh_from_db()
    assert run.state == "failed"
    assert run.problem.startswith("This is nothing that can be moved in")
    assert not ImportPiece.objects.exists()
