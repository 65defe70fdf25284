"""The guides that a search found, as its page shows them."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.urls import reverse

from articles.lib.written_queries import written_for_keys
from articles.models import Revision
from articles.search.highlighting import Marker, Run
from articles.search.queries import Term

HITS_A_PAGE = 10


class Hit(NamedTuple):
    """A guide that was found, with its title and the part of it that answers best, both in runs."""

    guide: int
    slug: str
    topic: str
    minutes: int
    title: Sequence[Run]
    snippet: Sequence[Run]

    @property
    def path(self) -> str:
        return reverse("articles:guide", args=[self.slug])


def read(keys: Sequence[int], terms: Sequence[Term]) -> list[Hit]:
    """Those of the ranked revisions that are live, in their order, with the terms marked."""
    if not keys:
        return []
    marker = Marker(terms)
    found = {pk: values for pk, *values in _shown(keys)}
    return [
        Hit(guide, slug, topic, minutes, *marker.show(text, stems))
        for guide, slug, topic, minutes, text, stems in (found[pk] for pk in keys if pk in found)
    ]


@written_for_keys(HITS_A_PAGE)
def _shown(keys: Sequence[int]) -> QuerySet[Revision, tuple[Any, ...]]:
    shown = ("pk", "article_id", "slug", "topic__name", "reading_minutes", "search_text__text", "search_text__stems")
    return Revision.objects.published().filter(pk__in=keys, search_text__isnull=False).order_by().values_list(*shown)
