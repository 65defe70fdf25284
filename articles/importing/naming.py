"""Topics and authors of a source that this site does not have under the same name: somebody says who or what they are here."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.db import transaction

from articles.drafts import saving
from articles.drafts.rows import document_of
from articles.importing import digests
from articles.models import Article, Author, ImportedPost, Topic


def open_topics(source: str) -> list[tuple[str, int]]:
    """The first topic that each draft without a topic had there, with how many drafts, the most frequent first."""
    return Counter(names[0] for names in _open(source, "topic_names", article__topic=None) if names).most_common()


def open_authors(source: str) -> list[tuple[str, int]]:
    """The same for those who signed."""
    return Counter(name for name in _open(source, "author_name", article__author=None) if name).most_common()


def file_under(source: str, name: str, topic: Topic, *, by: Any) -> int:
    """Files the drafts that have no topic, and had this one first, under a topic of ours; returns how many."""
    posts = ImportedPost.objects.filter(source=source, article__topic=None, article__isnull=False)
    mine = [pk for pk, names in posts.values_list("pk", "topic_names").iterator() if names and names[0] == name]
    return sum(_change(pk, "topic", topic, by=by) for pk in mine)


def sign(source: str, name: str, author: Author, *, by: Any) -> int:
    """Has one of our authors sign the drafts that nobody signs, and this one signed; returns how many."""
    posts = ImportedPost.objects.filter(source=source, author_name=name, article__author=None, article__isnull=False)
    return sum(_change(pk, "author", author, by=by) for pk in list(posts.values_list("pk", flat=True)))


def _open(source: str, column: str, **lacking: Any) -> Iterator[Any]:
    posts = ImportedPost.objects.filter(source=source, article__isnull=False, **lacking)
    return posts.values_list(column, flat=True).iterator()


@transaction.atomic
def _change(pk: int, column: str, value: Topic | Author, *, by: Any) -> bool:
    """Changes the draft; one that was as the import left it counts as that still, so that its post can update it."""
    post = ImportedPost.objects.select_for_update(of=("self",)).select_related("article").get(pk=pk)
    article = saving.lock(post.article)  # type: ignore[arg-type] # those without one are not asked for
    is_ours = digests.of_document(document_of(article)) == post.written
    Article.objects.filter(pk=article.pk).update(**{column: value})
    post.version = saving.save(article, by=by).number
    if is_ours:
        post.written = digests.of_document(document_of(saving.lock(article)))
        post.save(update_fields=["written", "version"])
    return True
