"""Pages of this site that an old address may lead to, for a form that offers them by name."""

from articles.lib.urls import path_to
from articles.models import Author, Revision, Topic
from articles.references import standing

MOST_GUIDES = 500


def choices() -> list[tuple[str, str]]:
    """The address and name of each, the newest guides first. Any other can be typed."""
    guides = Revision.objects.published().values_list("slug", "title")[:MOST_GUIDES]
    return [
        *((path_to("articles:guide", slug), title) for slug, title in guides),
        *((topic.get_absolute_url(), topic.name) for topic in Topic.objects.all()),
        *((author.get_absolute_url(), author.name) for author in Author.objects.all()),
        *((page.path, page.title) for page in standing.pages().values()),
    ]
