"""Putting a whole site back: first everything is looked at, then the originals come, the tables, and guide by guide."""

from collections.abc import Callable
from typing import Any

from django.db import IntegrityError

from articles.importing.posts import Unreadable
from articles.importing.restoring import guides, originals, tables
from articles.importing.restoring.checking import check
from articles.importing.restoring.checking import originals as originals_of
from articles.importing.restoring.outcome import Outcome
from articles.importing.sources.own_export import guide
from articles.importing.sources.own_export.package import Package
from articles.lib import progress
from articles.models import Article


def restore(package: Package, *, on_live: Callable[[Article], Any], out: Any) -> Outcome:
    """Puts back what is not here; doing it again goes on where it was broken off, and changes nothing else.

    What is here and says something else stays as it is, and is named. `out` is a command's output. Raises `Unreadable`
    before anything is stored.
    """
    check(package)
    outcome = Outcome()
    _all(originals.restore(package, outcome), len(originals_of(package)), "pictures and files", out)
    try:
        tables.restore(package, outcome)
    except IntegrityError as error:
        raise Unreadable("A row of its tables names another that is not in them, so nothing was put back.") from error
    _all(guides.restore(package, outcome, on_live), len(guide.folders(package)), "guides", out)
    return outcome


def _all(steps: Any, total: int, what: str, out: Any) -> None:
    for _ in progress.shown(steps, total, what, out):
        pass
