"""What else than guides a search may lead to: topics, the people who write, and what roles pay."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.text import capfirst

from articles.public import directory
from articles.search.places import Place

PAY = "salary pay wage earnings"


def every() -> Iterator[Place]:
    """The pages that have something to read now."""
    yield Place(
        title="What tech roles pay",
        path=reverse("articles:salaries"),
        about="Every salary figure, by role, level and region.",
        names=f"{PAY} guide figures",
        words="what do tech roles uk much",
    )
    yield Place(
        title="Our teams and people",
        path=reverse("articles:people"),
        about="Who recruits for what, and who writes the guides.",
        names="people team staff desk consultants recruiters",
        words="our your who are you us about meet",
    )
    for topic in directory.topics():
        yield Place(
            title=topic.name,
            path=topic.get_absolute_url(),
            about=topic.description,
            names=topic.name,
            words="topic guides",
        )
    for author in directory.authors():
        yield Place(
            title=author.name, path=author.get_absolute_url(), about=author.role, names=author.name, words=author.role
        )
    for role in directory.paid_roles():
        yield Place(
            title=f"{capfirst(role.name)} salaries",
            path=role.get_absolute_url(),
            about="What each level earns a year, by region.",
            names=PAY,
            words="uk much",
            only_with=role.name,
        )
