"""Public addresses: each leads permanently to one guide, and says so when the guide is gone."""

from datetime import UTC, datetime, timedelta
from http import HTTPStatus

import pytest

from articles.models import Article
from articles.publishing import publication
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def guide():
    return cast.draft()


def move(guide, slug):
    Article.objects.filter(pk=guide.pk).update(slug=slug)
    publication.publish(guide, by=None)


def hops(client, path):
    """The addresses that a visitor is led through, each by a permanent redirect, and the answer at the end."""
    response = client.get(path, follow=True)
    assert all(status == HTTPStatus.MOVED_PERMANENTLY for _address, status in response.redirect_chain)
    return [address for address, _status in response.redirect_chain], response.status_code


def test_every_address_that_a_guide_had_leads_to_the_one_it_has_in_one_hop(guide, client):
    for slug in ("a-guide", "b-guide", "c-guide"):
        move(guide, slug)
    assert hops(client, "/guides/a-guide/") == (["/guides/c-guide/"], 200)
    assert hops(client, "/guides/b-guide/") == (["/guides/c-guide/"], 200)
    assert hops(client, "/guides/c-guide/") == ([], 200)


def test_a_guide_that_comes_back_to_its_old_address_makes_no_loop(guide, client):
    for slug in ("a-guide", "b-guide", "a-guide"):
        move(guide, slug)
    assert hops(client, "/guides/a-guide/") == ([], 200)
    assert hops(client, "/guides/b-guide/") == (["/guides/a-guide/"], 200)


def test_two_guides_that_change_addresses_with_each_other_make_no_loop(guide, client):
    other = cast.draft("b-guide")
    for each in (guide, other):
        publication.publish(each, by=None)
    for each, slug in ((guide, "somewhere-else"), (other, "a-guide"), (guide, "b-guide")):
        move(each, slug)
    assert hops(client, "/guides/a-guide/") == ([], 200)
    assert hops(client, "/guides/b-guide/") == ([], 200)
    assert hops(client, "/guides/somewhere-else/") == (["/guides/b-guide/"], 200)


def test_an_old_address_belongs_to_the_guide_that_took_it_last(guide, client):
    move(guide, "a-guide")
    move(guide, "b-guide")
    other = cast.draft("another-guide")
    move(other, "a-guide")
    assert '<h1 dir="auto">Another guide</h1>' in client.get("/guides/a-guide/").content.decode()
    move(other, "another-guide")
    assert hops(client, "/guides/a-guide/") == (["/guides/another-guide/"], 200)


def test_a_withdrawn_guide_answers_that_it_is_gone_and_offers_others_of_its_topic(guide, client):
    publication.publish(cast.draft("another-guide"), by=None)
    publication.publish(cast.draft("of-another-topic", topic=cast.topic("hiring")), by=None)
    move(guide, "a-guide")
    move(guide, "b-guide")
    publication.withdraw(guide, by=None)
    for slug in ("a-guide", "b-guide"):
        response = client.get(f"/guides/{slug}/")
        page = response.content.decode()
        assert response.status_code == HTTPStatus.GONE
        assert "A guide" in page
        assert 'href="/guides/another-guide/"' in page
        assert "of-another-topic" not in page
    assert client.get("/guides/never-there/").status_code == HTTPStatus.NOT_FOUND


def test_an_address_where_nothing_was_ever_live_is_not_found(guide, client):
    publication.schedule(guide, by=None, at=datetime.now(UTC) + timedelta(days=1))
    assert client.get("/guides/a-guide/").status_code == HTTPStatus.NOT_FOUND
