"""A query that is written once gives what a query for as many keys gives."""

from collections.abc import Sequence

import pytest
from django.db.models import QuerySet
from pytest_django import DjangoAssertNumQueries

from articles.lib.written_queries import written_for_keys
from articles.models import Author
from tests import cast

pytestmark = pytest.mark.django_db


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
