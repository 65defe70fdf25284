"""Lists of guides in pages: each guide once, every place at one address, at the same cost however long the list is."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Revision
from articles.publishing import publication
from tests import cast
from tests.articles import live

pytestmark = pytest.mark.django_db
LISTS = ["/guides/", "/guides/topics/data/", "/people/sam-field/"]


def pages(client: Client, address: str | None, way: str) -> Iterator[tuple[str, list[str]]]:
    """The addresses of the pages from this one on, with their guides."""
    while address:
        response = client.get(address)
        assert response.status_code == 200
        yield address, [guide.slug for guide in response.context["guides"]]
        onward = getattr(response.context["listing"], way)
        address = None if onward is None else address.partition("?")[0] + onward


@pytest.mark.parametrize("path", LISTS)
def test_older_leads_through_every_guide_and_newer_back_the_same_way(client: Client, path: str) -> None:
    guides = cast.live_guides(30)

    down = list(pages(client, path, "older"))
    up = list(pages(client, down[-1][0], "newer"))

    assert [address for address, _ in down] == [path, f"{path}?after={guides[18].pk}", f"{path}?after={guides[6].pk}"]
    assert [slug for _, slugs in down for slug in slugs] == [f"guide-{index}" for index in range(29, -1, -1)]
    assert up == down[::-1]


def test_guides_of_the_same_moment_are_listed_once_each(client: Client) -> None:
    cast.live_guides(30)
    Revision.objects.update(published_at=timezone.now())

    found = [slug for _, slugs in pages(client, "/guides/", "older") for slug in slugs]

    assert found == [f"guide-{index}" for index in range(29, -1, -1)]


def test_a_page_says_where_it_is(client: Client) -> None:
    guides = cast.live_guides(25)
    for day, guide in enumerate(guides, start=1):
        Revision.objects.filter(article=guide).update(published_at=timezone.make_aware(timezone.datetime(2026, 3, day)))

    first, second, third = (
        client.get(f"/guides/{query}").content.decode()
        for query in ("", f"?after={guides[13].pk}", f"?after={guides[1].pk}")
    )

    assert '<link rel="canonical" href="http://localhost/guides/">' in first
    assert "<title>Guides to tech roles, careers and hiring – " in first
    assert f'<a rel="next" href="/guides/?after={guides[13].pk}">Older guides</a>' in first
    assert 'rel="prev"' not in first
    assert f'<link rel="canonical" href="http://localhost/guides/?after={guides[13].pk}">' in second
    assert "<title>Guides to tech roles, careers and hiring, published 2 March 2026 to 13 March 2026 – " in second
    assert "hiring people well (published 2 March 2026 to 13 March 2026)." in second
    assert '<a rel="prev" href="/guides/">Newer guides</a>' in second
    assert "Newest guides" not in second
    assert '<a href="/guides/">Newest guides</a>' in third
    assert f'<a rel="prev" href="/guides/?after={guides[13].pk}">Newer guides</a>' in third
    assert '<p class="pagination__days">Published 1 March 2026</p>' in third
    assert 'rel="next"' not in third


def test_a_list_of_one_page_has_no_links_to_others(client: Client) -> None:
    cast.live_guides(12)

    assert 'aria-label="Pages of guides"' not in client.get("/guides/").content.decode()


@pytest.mark.parametrize("path", LISTS)
def test_the_number_that_a_page_had_leads_to_where_it_begins_now(client: Client, path: str) -> None:
    guides = cast.live_guides(25)

    answers = [client.get(path, {"page": number}) for number in ("1", "2", "3")]

    assert [(answer.status_code, answer.headers["Location"]) for answer in answers] == [
        (301, path),
        (301, f"{path}?after={guides[13].pk}"),
        (301, f"{path}?after={guides[1].pk}"),
    ]
    assert client.get(path, {"page": "4"}).status_code == 404


def test_a_new_guide_moves_no_guide_of_the_later_pages(client: Client) -> None:
    guides = cast.live_guides(25)
    address = f"/guides/?after={guides[13].pk}"
    before = [guide.slug for guide in client.get(address).context["guides"]]

    live.publish(guides[13])
    cast.live_guide("new")

    assert [guide.slug for guide in client.get(address).context["guides"]] == before


def test_where_a_guide_left_the_list_its_address_leads_to_the_next_newer_one(client: Client) -> None:
    guides = cast.live_guides(16)
    publication.withdraw(guides[10], by=None)
    guides[12].topic = cast.topic("elsewhere")
    guides[12].save()
    live.publish(guides[12])

    leads = {
        (path, number): client.get(path, {"after": guides[number].pk}).headers.get("Location")
        for path in LISTS
        for number in (10, 12)
    }
    publication.withdraw(guides[15], by=None)

    assert leads == {
        ("/guides/", 10): f"/guides/?after={guides[11].pk}",
        ("/guides/", 12): None,
        ("/guides/topics/data/", 10): f"/guides/topics/data/?after={guides[11].pk}",
        ("/guides/topics/data/", 12): f"/guides/topics/data/?after={guides[13].pk}",
        ("/people/sam-field/", 10): f"/people/sam-field/?after={guides[11].pk}",
        ("/people/sam-field/", 12): None,
    }
    assert client.get("/guides/", {"after": guides[15].pk}).headers["Location"] == "/guides/"


@pytest.mark.parametrize("path", LISTS)
def test_what_is_no_place_in_the_list_is_a_404_with_a_way_onward(
    client: Client, path: str, subtests: pytest.Subtests
) -> None:
    last, *_, first = (guide.pk for guide in cast.live_guides(13))
    draft = cast.draft("draft").pk

    for query in (
        "after=", "after=0", "after=-1", "after=01", "after=abc", "after=1.0", "after=%C2%B2", "after=%D9%A3", "after=%00",
        f"after={10**9}", f"after={'9' * 5000}", f"after={first}&after={first}", f"after={last}", f"after={draft}",
        "page=02", "page=2&page=2",
    ):  # fmt: skip
        with subtests.test(query=query):
            response = client.get(f"{path}?{query}")
            assert response.status_code == 404
            assert 'href="/guides/"' in response.content.decode()


@pytest.mark.parametrize("path", LISTS)
def test_a_later_page_costs_as_much_in_a_long_list(client: Client, path: str) -> None:
    costs = []
    for number in (14, 40):
        guides = cast.live_guides(number, start=number)
        client.get(path)  # what all pages share is remembered
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path, {"after": guides[-1].pk}).status_code == 200
        costs.append(len(queries))

    assert costs[0] == costs[1] <= 7


def test_a_page_is_read_from_an_index_that_has_the_order() -> None:
    guide = cast.live_guides(1)[0]
    edge = Revision.objects.published().get(article=guide)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # a table of one row is else read whole
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_bitmapscan = off")
            cursor.execute("SET LOCAL enable_sort = off")

    for rows, index in (
        (Revision.objects, "live_newest_first"),
        (cast.topic().revisions, "live_in_topic"),
        (cast.author().revisions, "live_by_author"),
    ):
        for some in (rows.published(), rows.published().older_than(edge), rows.published().not_older_than(edge)):
            plan = some.for_cards()[:13].explain()
            assert index in plan
            assert "sort" not in plan.lower()
            assert "TEMP B-TREE" not in plan
