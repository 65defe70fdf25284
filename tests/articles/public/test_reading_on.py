"""Which guides somebody who has asked us something is led on to."""

import pytest
from pytest_django import DjangoAssertNumQueries

from articles.document import CallToAction, Text
from articles.models import Article
from articles.public import reading_on
from articles.publishing import publication
from tests import cast

pytestmark = pytest.mark.django_db


def guide(slug: str, *roles: str, topic: str = "roles") -> Article:
    calls = [CallToAction(role=role, heading="Talk to us", label="Go on") for role in roles]
    cast.full_guide(slug, body=[Text(html=f"<p>About {slug}.</p>"), *calls], topic=cast.topic(topic))
    return Article.objects.get(slug=slug)


def suggested(role: str, came_from: Article | None = None) -> list[str]:
    return [one.slug for one in reading_on.suggested(role, came_from)]


def test_they_are_guides_that_call_the_same_kind_of_reader() -> None:
    guide("for-candidates", "client", "candidate")
    guide("for-clients", "client")
    guide("for-nobody")

    assert suggested("candidate") == ["for-candidates"]
    assert suggested("client") == ["for-clients"]


def test_those_of_the_same_topic_come_first_and_the_guide_itself_not_at_all() -> None:
    read = guide("read", "client", topic="hiring")
    guide("same-topic", "client", topic="hiring")
    guide("newer", "client")
    guide("newest", "client")
    guide("for-candidates", "candidate", topic="hiring")

    assert suggested("client", read) == ["same-topic", "newest", "newer"]


def test_where_no_guide_calls_them_they_get_the_newest_three() -> None:
    for number in range(5):
        guide(f"guide-{number}", "client")

    assert suggested("other") == ["guide-4", "guide-3", "guide-2"]


def test_a_withdrawn_guide_is_none_of_them() -> None:
    publication.withdraw(guide("gone", "client"), by=None)

    assert suggested("client") == []


@pytest.mark.parametrize("number", [1, 5])
def test_it_costs_one_query_however_many(number: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for index in range(number):
        guide(f"guide-{index}", "client")

    with django_assert_num_queries(1):
        suggested("client")
