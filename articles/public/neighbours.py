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


NOBODY = Neighbours(None, None)


def of(revision: Revision) -> Neighbours:
    """The live guides next to a live one in its topic; a draft has none.

    Those of the topic's first page are known already; only further back they are looked up.
    """
    if not revision.is_live:
        return NOBODY
    guides = listing.newest(revision.topic_id)
    for place, guide in enumerate(guides[: listing.GUIDES_A_PAGE]):
        if guide.pk == revision.pk:
            return Neighbours(next(iter(guides[place + 1 :]), None), guides[place - 1] if place else None)
    return _looked_up(revision.topic_id, revision.pk, revision.published_at)


@remembered
def _looked_up(topic_id: int, pk: int, published_at: datetime) -> Neighbours:
    here = Revision(pk=pk, published_at=published_at)
    others = Revision.objects.published().filter(topic=topic_id).exclude(pk=pk).only("slug", "title")
    return Neighbours(others.older_than(here).first(), others.not_older_than(here).last())
