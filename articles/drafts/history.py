"""What happened to a guide, one line each."""

from typing import Any

from articles.models import Article, GuideEvent


def record(article: Article, kind: GuideEvent.Kind, *, by: Any = None, **details: Any) -> GuideEvent:
    """Adds a line; call it in the transaction of what it records. `details` are other columns of the event."""
    return GuideEvent.objects.create(article=article, kind=kind, by=by, **details)
