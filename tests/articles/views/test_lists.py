"""Lists of guides, people and topics: as many queries for many rows as for one, and always what the rows say now."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.models import Author, Revision, Topic
from tests import cast

pytestmark = pytest.mark.django_db
INDEX, TOPIC, AUTHOR, SEARCH = "/guides/", "/guides/topics/data/", "/people/sam-field/", "/search/"
# Search shows the latest guides and the topics where it found nothing.
LISTS = {"/": 11, INDEX: 5, TOPIC: 6, AUTHOR: 5, SEARCH: 6}
# What was remembered is right: a look at the content version tells so.
AGAIN = {"/": 1, INDEX: 1, TOPIC: 1, AUTHOR: 3, SEARCH: 2}


@pytest.mark.parametrize("number", [1, 5])
@pytest.mark.parametrize("path", LISTS)
def test_a_list_costs_the_same_queries_however_many_guides_there_are(
    client: Client, path: str, number: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    cast.live_guides(number)

    for most in (LISTS, AGAIN):
        with django_assert_max_num_queries(most[path]):
            assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", LISTS)
def test_a_card_says_what_its_guide_says_now(client: Client, path: str) -> None:
    cast.live_guide("a-guide")
    for title in ("Old", "New & <b>", "Newest"):
        Revision.objects.update(title=title, standfirst=f"About {title}", reading_minutes=len(title))

        page = client.get(path).text

        escaped = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        assert page.count(f'<a href="/guides/a-guide/">{escaped}</a>') == 1
        assert page.count(f'dir="auto">About {escaped}</p>') == 1
        assert page.count(f"{len(title)}-minute read") == 1


def test_a_topic_is_called_what_it_is_called_now(client: Client) -> None:
    cast.live_guide("a-guide")
    for name in ("Old", "New & better"):
        Topic.objects.update(name=name)

        page = client.get(TOPIC).text

        assert page.count(f'<a href="/guides/topics/data/" aria-current="page">{name.replace("&", "&amp;")}</a>') == 1
        assert page.count(f'<p class="card__topic" dir="auto">{name.replace("&", "&amp;")}</p>') == 1


def test_somebody_is_called_what_they_are_called_now(client: Client) -> None:
    cast.live_guide("a-guide")
    for name in ("Sam Old", "Sam New"):
        Author.objects.update(name=name, role=f"{name}'s role", biography=f"<p>All about {name}.</p>")

        page = client.get("/").text

        assert page.count(f'<a href="/people/sam-field/">{name}</a>') == 1
        assert page.count(f"{name}&#x27;s role</p>") == 1
        assert page.count(f">All about {name}.</p>") == 1


def test_only_the_first_picture_of_a_list_comes_before_all_else(client: Client) -> None:
    cast.live_guides(3)

    assert client.get(INDEX).text.count('fetchpriority="high"') == 1
    assert client.get(SEARCH).text.count('fetchpriority="high"') == 0
