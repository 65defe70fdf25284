"""A query that is written once is read anew each time."""

import pytest
from django.db.models import QuerySet
from pytest_django import DjangoAssertNumQueries

from articles.lib.written_queries import written_once
from articles.models import Author, Topic
from articles.public import directory
from tests import cast

pytestmark = pytest.mark.django_db


def test_rows_are_read_at_each_call(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    written: list[str] = []

    @written_once
    def people() -> QuerySet[Author]:
        written.append("once")
        return Author.objects.exclude(slug=cast.DESK.slug)[:2]

    assert people() == []
    for speaker in (cast.PERSON, cast.PAT, cast.DESK):
        cast.author(speaker)
    Author.objects.filter(slug=cast.PERSON.slug).update(role="New role")
    with django_assert_num_queries(1):
        assert [(one.name, one.role, one.portrait.name) for one in people()] == [
            ("Pat Example", "Editor", ""),
            ("Sam Field", "New role", ""),
        ]
    assert written == ["once"]


def test_the_directory_is_of_what_is_live_now() -> None:
    cast.topic("unread")
    cast.author(cast.DESK)
    cast.draft("not-yet", author=cast.author(cast.PAT))
    assert (directory.topics(), directory.authors(), directory.paid_roles()) == ([], [], [])

    guide = cast.live_guide("a-guide")
    role = cast.job_role()

    assert directory.topics() == [Topic.objects.get(slug="data")]
    assert directory.authors() == [guide.author]
    assert directory.paid_roles() == [role]
