"""What is the agency's own, beside what came with the demonstration: known by its words, for anybody may take over its names."""

import tomllib
from functools import cache
from typing import Any

from django.db.models import QuerySet

from articles.demo.loading import FOLDER
from articles.models import Author, Revision, Topic


def topics() -> QuerySet[Topic]:
    """Topics whose description is not the demonstration's."""
    return Topic.objects.exclude(description__in=_said_of("topics", "description"))


def authors() -> QuerySet[Author]:
    """People and teams whose biography is not the demonstration's."""
    return Author.objects.exclude(biography__in=_said_of("authors", "biography"))


def live_guides() -> QuerySet[Revision]:
    """Live guides at other addresses than those of the demonstration, which somebody published."""
    demo = [path.stem for path in (FOLDER / "guides").glob("*.toml")]
    return Revision.objects.published().filter(created_by__isnull=False).exclude(slug__in=demo)


@cache
def _said_of(what: str, field: str) -> list[Any]:
    rows = tomllib.loads((FOLDER / f"{what}.toml").read_text())[what]
    return [row[field] for row in rows]
