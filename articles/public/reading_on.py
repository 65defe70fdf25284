"""The guides that somebody who has asked us something may want to read meanwhile."""

from collections.abc import Sequence

from articles.document import CallToAction
from articles.models import Article, Revision
from articles.public import listing
from articles.remembering import remembered

FEW = 3
LOOKED_AT = 60  # of the newest guides; each has to be read to know whom it calls


def suggested(role: str, came_from: Article | None) -> Sequence[Revision]:
    """Guides for this kind of reader (`CallToAction.role`), those of the topic of the guide they came from first.

    Never that guide itself. Where no guide calls such readers, the newest.
    """
    found = [guide for guide in _calling(role) or listing.newest(None) if guide.article_id != _key(came_from)]
    topic = came_from.topic_id if came_from else None
    return sorted(found, key=lambda guide: guide.topic_id != topic)[:FEW]


def _key(article: Article | None) -> int | None:
    return article.pk if article else None


@remembered
def _calling(role: str) -> Sequence[Revision]:
    """The newest live guides whose last call to action is for this kind of reader."""
    newest = Revision.objects.published().for_cards("stored")[:LOOKED_AT]
    calling = (guide for guide in newest if _last_call(guide) == role)
    return tuple(calling)


def _last_call(revision: Revision) -> str:
    calls = [block.role for block in revision.document().shown() if isinstance(block, CallToAction)]
    return calls[-1] if calls else ""
