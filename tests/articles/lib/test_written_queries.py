"""A query that is written once is read anew each time."""

from collections.abc import Sequence

import pytest
from django.db.models import QuerySet
from pytest_django import DjangoAssertNumQueries

from articles.lib.written_queries import written_for_keys, written_once
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


def test_values_of_some_keys_are_those_of_a_query_for_as_many_as_may_be_asked(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    @written_for_keys(3)
    def names(keys: Sequence[int]) -> QuerySet[Author, tuple[str]]:
        return Author.objects.filter(pk__in=keys, is_team=False).order_by("name").values_list("name")

    pat, sam = cast.author(cast.PAT), cast.author(cast.PERSON)

    with django_assert_num_queries(3):
        assert names([sam.pk, pat.pk]) == [("Pat Example",), ("Sam Field",)]
        assert names([sam.pk]) == [("Sam Field",)]
        assert names([0]) == []
    with pytest.raises(ValueError, match="argument 2 is longer"):
        names([1, 2, 3, 4])
