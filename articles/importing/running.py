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

from articles.gate.context import SiteContext
from articles.gate.site import site_context
from articles.importing import links, matching, storing
from articles.importing.files import Files
from articles.importing.posts import Post, Source, Unreadable
from articles.models import ImportedPost, ImportRun
from articles.moved import recording

State = ImportRun.State
SIGN_OF_LIFE_SECONDS = 1
AT_A_TIME = 500
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

    When `stop` says so it ends after a post, and the run goes on from there when it is given again.
    """
    run.state, run.total, run.done = State.RUNNING, len(source), 0
    run.save(update_fields=["state", "total", "done"])
    try:
        if not _take_posts(source, run, by=by, stop=stop, tell=tell):
            return
    except Unreadable as unreadable:
        end(run, State.FAILED, problem=str(unreadable))
        return
    links.resolve(source, by=by)
    note_addresses(source)
    run.lines = [asdict(line) for line in source.leftovers()]
    end(run, State.DONE)


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


def note_addresses(source: Source) -> None:
    """Has the old addresses of the source lead to the guides that were made of its pages, those of its lists to ours."""
    for some in batched((*matching.listed(source), *_of_posts(source)), AT_A_TIME, strict=False):
        recording.record_all(some)


def _of_posts(source: Source) -> Iterator[tuple[str, str]]:
    """Where a source names no site, the path of a file, with its ending or without, is no address that readers had."""
    posts = ImportedPost.objects.filter(source=source.name, article__isnull=False)
    rows = posts.values_list("key", "addresses", "article_id").iterator(chunk_size=AT_A_TIME)
    for key, addresses, guide in rows:
        had = [address for address in addresses if source.hosts or not f"/{key}".startswith(address)]
        yield from ((address, f"ref:guide:{guide}") for address in had)


def _take_posts(source: Source, run: ImportRun, *, by: Any, stop: Callable[[], bool], tell: Callable) -> bool:
    """Whether all were taken, and not stopped before."""
    files, site = Files(source, by=by), site_context()
    for post in wanted(source, run.only):
        if stop() or not _is_wanted(run):
            return False
        _take(post, source, files, site, run, by=by)
        run.done += 1
        tell(run)
    return True


def _is_wanted(run: ImportRun) -> bool:
    """Shows that somebody works on the run, and where it is; False where it was stopped meanwhile."""
    now = timezone.now()
    if run.seen_at and (now - run.seen_at).total_seconds() < SIGN_OF_LIFE_SECONDS:
        return True
    run.seen_at = now
    seen = {"seen_at": now, "done": run.done, "total": max(run.total, run.done)}
    return bool(ImportRun.objects.filter(pk=run.pk, state=State.RUNNING).update(**seen))


def _take(post: Post, source: Source, files: Files, site: SiteContext, run: ImportRun, *, by: Any) -> None:
    if storing.is_known(post, source):
        return
    try:
        storing.take(post, source, files, site, run=run, by=by)
    except Exception as error:  # one post of thousands, whatever is in it, must not keep out the others
        log.exception("a post could not be taken over: %s", type(error).__name__)
        storing.note_failure(post, source, run=run)
