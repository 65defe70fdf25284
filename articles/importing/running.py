"""A run through a source: post by post, each in a transaction of its own, so that a run can end anywhere and be done again.

What was taken over as it is now is passed over; a second run changes nothing.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import asdict
from fnmatch import fnmatchcase
from itertools import batched
from typing import Any

from django.utils import timezone

from articles.importing import inspecting, links, matching, storing
from articles.importing.context import Context
from articles.importing.posts import Post, Source, Unreadable
from articles.models import ImportedPost, ImportRun
from articles.moved import recording

State = ImportRun.State
SIGN_OF_LIFE_SECONDS = 1
AT_A_TIME = 500
OVER = object()
log = logging.getLogger(__name__)


def go(
    source: Source,
    run: ImportRun,
    *,
    by: Any,
    stop: Callable[[], bool] = lambda: False,
    tell: Callable[[ImportRun], None] = lambda _run: None,
) -> None:
    """Takes over what the run asks for; `tell` is called after each post.

    When `stop` says so it ends after a part of the work, and the run goes on from there when it is given again.
    """
    run.state, run.total, run.done = State.RUNNING, len(source), 0
    run.save(update_fields=["state", "total", "done"])
    parts = _parts(source, run, by=by, tell=tell)
    try:
        while not stop() and _is_wanted(run):
            if next(parts, OVER) is OVER:
                end(run, State.DONE)
                return
    except Unreadable as unreadable:
        end(run, State.FAILED, problem=str(unreadable))


def begin(name: str, *, only: str, by: Any) -> ImportRun:
    """A run of what lies on the server: the one that was broken off, so that its report is one, or else a new one."""
    left = ImportRun.objects.filter(name=name, only=only, state=State.RUNNING, pieces=None)
    return left.first() or ImportRun.objects.create(name=name, only=only, started_by=by)


def end(run: ImportRun, state: str, *, problem: str = "") -> None:
    """The run is over; what was uploaded for it goes."""
    run.state, run.problem, run.ended_at = state, problem, timezone.now()
    run.save(update_fields=["state", "problem", "ended_at", "total", "done", "lines"])
    run.pieces.all().delete()


def wanted(source: Source, only: str) -> Iterator[Post]:
    """The posts whose key or address is `only`, with `*` for any signs; all if it is empty."""
    for post in source.posts():
        if not only or any(fnmatchcase(name, only) for name in (post.key, post.slug, *post.addresses)):
            yield post


def _parts(source: Source, run: ImportRun, *, by: Any, tell: Callable[[ImportRun], None]) -> Iterator[object]:
    """All that is to be done, a part at a time: what is done stays done, whatever becomes of the next part."""
    context = Context.of(source, run, by=by)
    for post in wanted(source, run.only):
        _take(post, context)
        run.done += 1
        tell(run)
        yield post.key
    yield from links.resolve(source, context.guides, by=by)
    yield from _note_addresses(source)
    yield from inspecting.inspect(source)
    run.lines = [asdict(line) for line in source.leftovers()]


def _take(post: Post, context: Context) -> None:
    if storing.is_known(post, context):
        return
    try:
        storing.take(post, context)
    except Exception as error:  # one post of thousands, whatever is in it, must not keep out the others
        log.exception("a post could not be taken over: %s", type(error).__name__)
        storing.note_failure(post, context)


def _note_addresses(source: Source) -> Iterator[object]:
    """Has the old addresses of the source lead to the guides that were made of its pages, those of its lists to ours."""
    for some in batched((*matching.listed(source), *_of_posts(source)), AT_A_TIME, strict=False):
        yield recording.record_all(some)


def _of_posts(source: Source) -> Iterator[tuple[str, str]]:
    """Where a source names no site, the path of a file, with its ending or without, is no address that readers had."""
    posts = ImportedPost.objects.filter(source=source.name, article__isnull=False)
    rows = posts.values_list("key", "addresses", "article_id").iterator(chunk_size=AT_A_TIME)
    for key, addresses, guide in rows:
        had = [address for address in addresses if source.hosts or not f"/{key}".startswith(address)]
        yield from ((address, f"ref:guide:{guide}") for address in had)


def _is_wanted(run: ImportRun) -> bool:
    """Shows that somebody works on the run, and where it is; False where it was stopped meanwhile."""
    now = timezone.now()
    if run.seen_at and (now - run.seen_at).total_seconds() < SIGN_OF_LIFE_SECONDS:
        return True
    run.seen_at = now
    seen = {"seen_at": now, "done": run.done, "total": max(run.total, run.done)}
    return bool(ImportRun.objects.filter(pk=run.pk, state=State.RUNNING).update(**seen))
