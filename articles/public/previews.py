"""The page that a draft would become, with something to stand where it is unfinished."""

from django.utils import timezone

from articles.document import Document
from articles.models import Article, Author, Revision, Topic


def preview_of(article: Article, document: Document) -> Revision:
    """An unsaved revision of the draft, whose page can be shown whatever it lacks."""
    now = timezone.now()
    revision = Revision.undated(article, document)
    if article.pk is None:
        revision.published_at = revision.updated_at = now
    else:
        revision.set_dates(at=now)
    revision.title = str(article)
    if article.topic is None:
        revision.topic = Topic(slug="no-topic", name="No topic yet")
    if article.author is None:
        revision.author = Author(slug="no-author", name="No author yet", role="to be chosen")
    return revision
