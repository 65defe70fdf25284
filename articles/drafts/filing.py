"""Where a draft belongs."""

from typing import Any

from django.db import transaction

from articles.drafts import saving
from articles.models import Article, DraftVersion, Topic


@transaction.atomic
def file_under(article: Article, topic: Topic, *, by: Any) -> DraftVersion:
    """Puts the draft under the topic; what visitors read stays where it is until it is published."""
    article = saving.lock(article)
    article.topic = topic
    article.save(update_fields=["topic"])
    return saving.save(article, by=by)
