from typing import Any

from django.db import models

from articles.models.article import Article


class LiveLook(models.Model):
    """What the last night's look at a live page found; there is none for a page that went live since.

    `known` are the keys of all findings, `checks` the names of their checks. `news` are those that were not there when
    the page went live or was last reviewed: `key`, `check`, `what`, the night (`since`), and whether its owner was
    `told`. `law` says which change of the law asks for a review. `edition` names the rules that looked; without
    `looked_on` the page is due at once.
    """

    article = models.OneToOneField(Article, on_delete=models.CASCADE, primary_key=True, related_name="look")
    looked_on = models.DateField(null=True)
    edition = models.CharField(max_length=64)
    known = models.JSONField(default=list)
    checks = models.JSONField(default=list)
    news = models.JSONField(default=list)
    news_count = models.PositiveIntegerField(default=0)
    has_untold = models.BooleanField(default=False)
    law = models.TextField(blank=True, default="")

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.article}: {self.news_count} new"

    def set_news(self, news: list[dict[str, Any]]) -> None:
        """Keeps them, and what lists ask of them."""
        self.news, self.news_count = news, len(news)
        self.has_untold = any(not entry["told"] for entry in news)
