"""Who signed a post and what it was filed under, as this site knows them; what it does not know is proposed."""

from collections.abc import Iterator

from articles.importing.posts import Kind, Post, Source
from articles.importing.report import Deed, Line
from articles.lib.slugs import slug
from articles.lib.urls import path_to
from articles.models import Author, Topic


def topic_of(post: Post) -> tuple[str, list[Line]]:
    """The slug of the first of its topics that there is here, or nothing."""
    here = {key: topic.slug for topic in Topic.objects.all() for key in (topic.slug, slug(topic.name))}
    known = next((here[key] for name in post.topics if (key := slug(name)) in here), "")
    return known, list(_of_topics(post, known, here))


def author_of(post: Post) -> tuple[str, list[Line]]:
    """The slug of the author of the same name, or nothing."""
    if post.author is None:
        return "", [Line(deed=Deed.PROPOSED, what="Nobody signed it: choose an author.")]
    key = slug(post.author.name)
    known = next((author.slug for author in Author.objects.all() if key in (author.slug, slug(author.name))), "")
    if known:
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
