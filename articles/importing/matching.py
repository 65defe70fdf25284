"""Who signed a post and what it was filed under, as this site knows them; what it does not know is proposed."""

from collections.abc import Callable, Iterable, Iterator
from time import monotonic

from articles.importing.posts import Kind, Post, Source
from articles.importing.report import Deed, Line
from articles.lib.slugs import slug
from articles.lib.urls import path_to
from articles.models import Author, Topic

LASTS = 10.0  # seconds


class Names:
    """The topics and authors of this site: their slugs by what they are called.

    Read anew every few seconds, since people add some while a run goes on.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock, self._until = clock, float("-inf")
        self._topics: dict[str, str] = {}
        self._authors: dict[str, str] = {}

    @property
    def topics(self) -> dict[str, str]:
        self._read()
        return self._topics

    @property
    def authors(self) -> dict[str, str]:
        self._read()
        return self._authors

    def _read(self) -> None:
        if self._clock() < self._until:
            return
        self._topics, self._authors = (_by_name(model.objects.values_list("slug", "name")) for model in (Topic, Author))
        self._until = self._clock() + LASTS


def topic_of(post: Post, names: Names) -> tuple[str, list[Line]]:
    """The slug of the first of its topics that there is here, or nothing."""
    here = names.topics
    known = next((here[key] for name in post.topics if (key := slug(name)) in here), "")
    return known, list(_of_topics(post, known, here))


def author_of(post: Post, names: Names) -> tuple[str, list[Line]]:
    """The slug of the author of the same name, or nothing."""
    if post.author is None:
        return "", [Line(deed=Deed.PROPOSED, what="Nobody signed it: choose an author.")]
    if known := names.authors.get(slug(post.author.name), ""):
        return known, [Line(deed=Deed.KEPT, what="Its author", words=post.author.name)]
    what = "Its author is nobody here yet: add them, or choose who signs it."
    return "", [Line(deed=Deed.PROPOSED, what=what, words=post.author.name)]


def listed(source: Source) -> Iterator[tuple[str, str]]:
    """The old addresses of the source's lists, and what each leads to: the same topic or person here, or else all guides."""
    here = {
        Kind.TOPIC: {slug(topic.name): f"ref:topic:{topic.pk}" for topic in Topic.objects.all()},
        Kind.AUTHOR: {slug(author.name): f"ref:person:{author.pk}" for author in Author.objects.all()},
    }
    guides = path_to("articles:index")
    for listing in source.listings():
        target = here.get(listing.kind, {}).get(slug(listing.name), guides)
        yield from ((address, target) for address in listing.addresses)


def _of_topics(post: Post, known: str, here: dict[str, str]) -> list[Line]:
    if not post.topics:
        return [Line(deed=Deed.PROPOSED, what="It had no topic: choose one.")]
    if not known:
        what = "None of its topics is one here: add it, or choose another."
        return [Line(deed=Deed.PROPOSED, what=what, words=", ".join(post.topics))]
    others = [name for name in post.topics if here.get(slug(name)) != known]
    lines = [Line(deed=Deed.KEPT, what="Its topic", words=next(n for n in post.topics if here.get(slug(n)) == known))]
    if others:
        lines.append(
            Line(deed=Deed.LEFT_OUT, what="A guide has one topic here, so others went", words=", ".join(others))
        )
    return lines


def _by_name(rows: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Of those of the same name the first."""
    found: dict[str, str] = {}
    for own, name in rows:
        found.setdefault(own, own)
        found.setdefault(slug(name), own)
    return found
