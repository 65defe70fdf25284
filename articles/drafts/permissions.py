"""Who may do what to a guide."""

from typing import Any

from articles.models import Article


def may_change(user: Any, article: Article) -> bool:
    """Authors may change their own guides; those with `change_every_article` may change every guide."""
    if not user.has_perm("articles.change_article"):
        return False
    return article.owner_id == user.pk or user.has_perm("articles.change_every_article")


def may_publish(user: Any, article: Article) -> bool:
    return user.has_perm("articles.publish_article") and may_change(user, article)
