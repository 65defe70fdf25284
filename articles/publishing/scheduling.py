"""What was asked to happen at a time: a worker calls `run_due` every few seconds, and after downtime it catches up."""

import logging
from collections.abc import Callable
from datetime import datetime
from operator import itemgetter
from typing import Any

from django.db import transaction
from django.db.models.functions import Now

from articles.drafts import history, saving
from articles.models import Article, GuideEvent, Revision
from articles.publishing import publication

KINDS = GuideEvent.Kind
log = logging.getLogger(__name__)


def run_due() -> int:
    """Publishes and withdraws what is due by the database's clock, in the order of the hours; returns how much was done."""
    revisions = Revision.objects.scheduled().filter(goes_live_at__lte=Now()).values_list("goes_live_at", "pk")
    guides = Article.objects.filter(withdraw_at__lte=Now()).values_list("withdraw_at", "pk")
    due = [(at, _publish, pk) for at, pk in revisions] + [(at, _withdraw, pk) for at, pk in guides]
    return sum(_do(act, pk) for _at, act, pk in sorted(due, key=itemgetter(0)))


def _do(act: Callable[[int], bool], pk: int) -> bool:
    """A guide that fails does not hold up the others; it is tried again at the next call."""
    try:
        return act(pk)
    except Exception:
        log.exception("what was scheduled failed: %s of %s", act.__name__, pk)
        return False


@transaction.atomic
def cancel(article: Article, *, by: Any) -> None:
    """Cancels everything that is scheduled for this guide."""
    article = saving.lock(article)
    waiting = article.revisions.scheduled().update(goes_live_at=None)
    waiting += Article.objects.filter(pk=article.pk, withdraw_at__isnull=False).update(withdraw_at=None)
    if waiting:
        history.record(article, KINDS.UNSCHEDULED, by=by)


@transaction.atomic
def schedule_withdrawal(article: Article, *, by: Any, at: datetime, note: str = "") -> None:
    """Withdraws the guide at `at`, whatever is live then. Raises `CannotPublish` when that time is over."""
    publication.refuse_past(at)
    article = saving.lock(article)
    Article.objects.filter(pk=article.pk).update(withdraw_at=at)
    history.record(article, KINDS.WITHDRAWAL_SCHEDULED, by=by, note=note)


@transaction.atomic
def _publish(pk: int) -> bool:
    """Looks again once the guide is locked: an editor or another worker may have been faster."""
    revision = Revision.objects.select_related("article").get(pk=pk)
    saving.lock(revision.article)
    revision.refresh_from_db(fields=["goes_live_at"])
    if revision.goes_live_at is None:
        return False
    try:
        with transaction.atomic():
            publication.go_live(revision, at=revision.goes_live_at, by=revision.created_by)
    except publication.CannotPublish as refusal:
        Revision.objects.filter(pk=pk).update(goes_live_at=None)
        history.record(revision.article, KINDS.NOT_PUBLISHED, revision=revision, note=str(refusal))
        log.error("guide %s: the scheduled publication was refused", revision.article_id)
        return False
    log.info("guide %s: published as scheduled", revision.article_id)
    return True


@transaction.atomic
def _withdraw(pk: int) -> bool:
    article = saving.lock(Article(pk=pk))
    due = Article.objects.filter(pk=pk, withdraw_at__lte=Now()).update(withdraw_at=None)
    if not due or not article.revisions.published().exists():
        return False
    publication.withdraw(article, by=None, note="As scheduled.")
    log.info("guide %s: withdrawn as scheduled", pk)
    return True
