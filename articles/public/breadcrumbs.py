"""Where a page stands in the site: the pages above it, shown as one line of links and given to search engines."""

from typing import NamedTuple

from django.urls import reverse

from articles.models import Topic


class Crumb(NamedTuple):
    """One page of the line. The page itself may end the line; it has no path, since nobody needs a link to it."""

    name: str
    path: str = ""


def trail(topic: Topic | None = None) -> list[Crumb]:
    """The pages above a list of guides or, with its topic, above a guide."""
    above = [Crumb("Home", reverse("home")), Crumb("Guides", reverse("articles:index"))]
    return [*above, Crumb(topic.name, topic.get_absolute_url())] if topic else above
