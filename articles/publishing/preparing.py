"""Preparing the pages of live guides anew, where an older release prepared them, or nobody."""

from collections.abc import Callable
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Now

from articles.drafts import saving
from articles.models import Revision
from articles.models.revision import RevisionQuerySet
from articles.public import prepared

BATCH = 100
# While a release rolls out, the workers of both must not take turns at the same pages.
SETTLED = timedelta(minutes=5)


def prepare_due(stop: Callable[[], bool] = lambda: False, *, settled: timedelta = SETTLED) -> int:
    """Prepares what is due, guide by guide, until nothing is or `stop` says so; returns how many guides it was."""
    done = 0
    while batch := list(_due(settled).values_list("pk", flat=True)[:BATCH]):
        for pk in batch:
            if stop():
                return done
            done += _prepare(pk)
    return done


def _due(settled: timedelta) -> RevisionQuerySet:
    fresh = Q(prepared__edition=prepared.edition()) | Q(prepared__prepared_at__gt=Now() - settled)
    return Revision.objects.published().exclude(fresh).order_by("pk")


@transaction.atomic
def _prepare(pk: int) -> bool:
    """Looks again once the guide is locked: meanwhile it may have been withdrawn, or published anew."""
    revision = Revision.objects.select_related("article").get(pk=pk)
    saving.lock(revision.article)
    if live := Revision.objects.published().filter(pk=pk).exists():
        prepared.keep(revision)
    return live
