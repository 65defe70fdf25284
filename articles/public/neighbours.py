"""The guides that a reader of one guide is led on to within its topic."""

from datetime import datetime
from typing import NamedTuple

from articles.models import Revision
from articles.public import listing
from articles.remembering import remembered


class Neighbours(NamedTuple):
    """The guides published before and after another one; None where there is none."""

    older: Revision | None
    newer: Revision | None


NEWEST = 2**63 - 1  # after all that were published in the same moment


def of(revision: Revision) -> Neighbours:
    """The live guides next to it in its topic; next to a draft or an earlier page, those that its page has or had.

    Those of the topic's first page are known already; only further back they are looked up.
    """
    if not revision.is_live:
        return _look_up(revision.topic_id, revision.article_id, revision.published_at, revision.pk or NEWEST)
    guides = listing.newest(revision.topic_id)
    for place, guide in enumerate(guides[: listing.GUIDES_A_PAGE]):
        if guide.pk == revision.pk:
            return Neighbours(next(iter(guides[place + 1 :]), None), guides[place - 1] if place else None)
    return _looked_up(revision.topic_id, revision.article_id, revision.published_at, revision.pk)


@remembered
def _looked_up(topic: int, article: int, published_at: datetime, pk: int) -> Neighbours:
    return _look_up(topic, article, published_at, pk)


def _look_up(topic: int | None, article: int, published_at: datetime, pk: int) -> Neighbours:
    here = Revision(pk=pk, published_at=published_at)
    others = Revision.objects.published().filter(topic=topic).exclude(article=article).only("slug", "title")
    return Neighbours(others.older_than(here).first(), others.not_older_than(here).last())
