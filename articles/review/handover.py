"""Handing a draft to the editors, and back to its author."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from articles.drafts import history, saving
from articles.models import Article, GuideEvent


@transaction.atomic
def send_for_review(article: Article, *, by: Any, note: str = "") -> None:
    """Asks the editors to check the draft and publish it."""
    article = saving.lock(article)
    Article.objects.filter(pk=article.pk).update(sent_for_review_at=timezone.now())
    version = saving.current_version(article)
    history.record(article, GuideEvent.Kind.SENT_FOR_REVIEW, by=by, note=note, version=version)


@transaction.atomic
def send_back(article: Article, *, by: Any, note: str) -> None:
    """Gives the draft back to its author, with a note on what needs to be done."""
    article = saving.lock(article)
    Article.objects.filter(pk=article.pk).update(sent_for_review_at=None)
    history.record(article, GuideEvent.Kind.SENT_BACK, by=by, note=note)
