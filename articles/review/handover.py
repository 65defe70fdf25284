"""Handing a draft to the editors, back to its author, or to another owner."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from articles.drafts import history, saving
from articles.lib.people import name_of
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


@transaction.atomic
def hand_over(article: Article, *, to: Any, by: Any) -> None:
    """Lets somebody else look after the guide, which changes nothing about its draft."""
    article = saving.lock(article)
    Article.objects.filter(pk=article.pk).update(owner=to)
    history.record(article, GuideEvent.Kind.HANDED_OVER, by=by, note=f"To {name_of(to)}.")
