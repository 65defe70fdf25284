"""Where a page stands in the site: the pages above it, shown as one line of links and given to search engines."""

from typing import NamedTuple

from articles.lib.urls import path_to
from articles.models import Topic


class Crumb(NamedTuple):
    """One page of the line. The page itself may end the line; it has no path, since nobody needs a link to it."""

    name: str
    path: str = ""


def home() -> tuple[Crumb, ...]:
    """The page above every section of the site."""
    return (Crumb("Home", path_to("home")),)


def people() -> tuple[Crumb, ...]:
    """The pages above somebody's profile."""
    return *home(), Crumb("People", path_to("articles:people"))


def trail(topic: Topic | None = None) -> tuple[Crumb, ...]:
    """The pages above a list of guides or, with its topic, above a guide."""
    above = *home(), Crumb("Guides", path_to("articles:index"))
    return (*above, Crumb(topic.name, topic.get_absolute_url())) if topic else above
