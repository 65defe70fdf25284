"""Keeping published guides right: when each should be looked at again, and by whom."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from articles.document import Document, SalaryTable
from articles.drafts import history, saving
from articles.lib.days import in_words, months_later
from articles.models import Article, GuideEvent, LiveLook, Revision

MONTHS = 12
MONTHS_WITH_SALARIES = 6


class NotLive(Exception):
    """Only what readers see can be reviewed; the message is a sentence for the editor."""


def suggested(document: Document, today: date) -> date:
    """When the content asks for its next review: in a year; with salary figures in half a year, or when one turns a year old."""
    figures = [f for block in document.blocks if isinstance(block, SalaryTable) for f in block.figures]
    if not figures:
        return months_later(today, MONTHS)
    turning = [months_later(figure.as_of, MONTHS) for figure in figures]
    return min([months_later(today, MONTHS_WITH_SALARIES), *(day for day in turning if day > today)])


def overdue() -> QuerySet[Article]:
    """Live guides whose review date has passed, the longest first."""
    live = Revision.objects.published().filter(article=OuterRef("pk"))
    return Article.objects.filter(Exists(live), review_by__lt=timezone.localdate()).order_by("review_by", "pk")


@transaction.atomic
def mark_reviewed(article: Article, *, by: Any) -> date:
    """Somebody checked the published guide and it is still right; its text and its date of update stay as they are.

    Returns the day by which the next review is due. Raises `NotLive`: a draft has nothing that readers could rely on.
    """
    article = saving.lock(article)
    live = article.revisions.published().first()
    if live is None:
        raise NotLive("This guide is not live, so there is nothing to review.")
    article.reviewed_on = timezone.localdate()
    article.review_by = suggested(live.document(), article.reviewed_on)
    article.save(update_fields=["reviewed_on", "review_by"])
    live.note_review(article.reviewed_on)
    live.save(update_fields=["is_kept_up"])
    LiveLook.objects.filter(article=article).update(news=[], news_count=0, has_untold=False, law="")
    history.record(article, GuideEvent.Kind.REVIEWED, by=by, revision=live)
    return article.review_by


@transaction.atomic
def set_review(article: Article, day: date, *, by: Any) -> None:
    """Says by when the live guide should be looked at again. Raises `NotLive`, as `mark_reviewed` does."""
    article = saving.lock(article)
    if not article.revisions.published().exists():
        raise NotLive("This guide is not live, so there is nothing to review.")
    Article.objects.filter(pk=article.pk).update(review_by=day)
    history.record(article, GuideEvent.Kind.REVIEW_MOVED, by=by, note=f"By {in_words(day)}.")


@transaction.atomic
def ask_for_review(article: Article, day: date, why: str) -> None:
    """Has the live guide reviewed by the day, unless it is due before; `why` is a sentence for its history."""
    article = saving.lock(article)
    if article.review_by is None or article.review_by > day:
        Article.objects.filter(pk=article.pk).update(review_by=day)
        history.record(article, GuideEvent.Kind.REVIEW_MOVED, by=None, note=f"By {in_words(day)}. {why}")
