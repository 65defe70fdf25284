"""Biographies and standing pages: where their links break, and what they link to, in the admin."""

from typing import Any

import pytest
from django.test import Client
from django.utils.text import slugify

from agency.models import Page
from articles.document import Speaker, Text
from articles.models import Article, Author
from articles.publishing import publication
from articles.references import texts
from tests import cast
from tests.articles import staff

pytestmark = pytest.mark.django_db
ADMIN = "/admin/articles"
NOWHERE = "The link “there &amp; back” leads to something that no longer exists."


def link(reference: str) -> str:
    return f'<p>Look <a href="{reference}">there &amp; back</a>.</p>'


def named(name: str) -> Author:
    return cast.author(Speaker(slug=slugify(name), name=name, role="Editor"))


def say(author: Author, reference: str) -> Author:
    Author.objects.filter(pk=author.pk).update(biography=link(reference))
    return author


def on_a_page(reference: str) -> Page:
    Page.objects.filter(slug="privacy").update(body=link(reference))
    return Page.objects.get(slug="privacy")


def opened(client: Client, path: str) -> str:
    return client.get(path).content.decode()


def test_links_that_lead_where_they_should_are_not_named(admin_client: Client) -> None:
    author = say(cast.author(), f"ref:guide:{cast.live_guide().pk}")
    on_a_page(f"ref:person:{author.pk}")

    assert texts.broken_links() == []
    assert "links that lead nowhere" not in opened(admin_client, "/admin/").lower()


def test_links_that_lead_nowhere_are_named_where_the_text_is_edited_and_on_the_front_page(admin_client: Client) -> None:
    guide = cast.live_guide()
    author, page = say(cast.author(), f"ref:guide:{guide.pk}"), on_a_page("ref:topic:987654")
    publication.withdraw(guide, by=None)
    withdrawn = "The link “there &amp; back” leads to a guide that was withdrawn."

    assert withdrawn in opened(admin_client, f"{ADMIN}/author/{author.pk}/change/")
    assert NOWHERE in opened(admin_client, f"/admin/agency/page/{page.pk}/change/")
    front = opened(admin_client, "/admin/")
    assert "Links that lead nowhere" in front
    assert f'<a href="{ADMIN}/author/{author.pk}/change/">The biography of {author}</a>' in front
    assert (withdrawn in front, NOWHERE in front) == (True, True)


def test_the_front_page_names_what_its_reader_may_change(client: Client) -> None:
    on_a_page("ref:guide:987654")
    client.force_login(staff.author())

    assert "lead nowhere" not in opened(client, "/admin/")


def test_saving_says_which_links_lead_nowhere(admin_client: Client) -> None:
    page = on_a_page("ref:topic:987654")
    form = {"title": page.title, "description": page.description, "body": page.body}

    shown = admin_client.post(f"/admin/agency/page/{page.pk}/change/", form, follow=True).content.decode()

    assert shown.count(NOWHERE) == 1


def test_what_other_texts_link_to_is_kept_and_they_are_named(admin_client: Client) -> None:
    author, other = say(cast.author(), "ref:person:987654"), named("Other")
    say(other, f"ref:person:{other.pk}")
    page = on_a_page(f"ref:person:{author.pk}")
    line = f'<a href="/admin/agency/page/{page.pk}/change/">The page “{page}”</a> links to it'

    assert line in opened(admin_client, f"{ADMIN}/author/{author.pk}/change/")
    assert line in admin_client.post(f"{ADMIN}/author/{author.pk}/delete/", {"post": "yes"}).content.decode()
    assert admin_client.post(f"{ADMIN}/author/{other.pk}/delete/", {"post": "yes"}).status_code == 302
    assert list(Author.objects.all()) == [author]


def test_whoever_deletes_or_withdraws_a_guide_sees_what_links_to_it(admin_client: Client) -> None:
    target, live = cast.draft("target"), cast.live_guide("live")
    for guide in (target, live):
        cast.draft(f"to-{guide.slug}", blocks=(Text(html=link(f"ref:guide:{guide.pk}")),))
    author = say(cast.author(), f"ref:guide:{target.pk}")
    page = on_a_page(f"ref:guide:{live.pk}")

    deleting = opened(admin_client, f"{ADMIN}/article/{target.pk}/delete/")
    withdrawing = opened(admin_client, f"{ADMIN}/article/{live.pk}/withdraw/")

    assert "To target</a>: is linked from the draft" in deleting
    assert f"The biography of {author}</a> links to it" in deleting
    assert "To live</a>: is linked from the draft" in withdrawing
    assert f"The page “{page}”</a> links to it" in withdrawing
    admin_client.post(f"{ADMIN}/article/{target.pk}/delete/", {"post": "yes"})
    assert not Article.objects.filter(pk=target.pk).exists()


@pytest.mark.parametrize("number", [1, 3])
def test_looking_them_up_costs_the_same_however_many_there_are(number: int, django_assert_num_queries: Any) -> None:
    for each in range(number):
        say(named(f"Author {each}"), f"ref:topic:98765{each}")

    with django_assert_num_queries(3):  # authors, pages, topics
        assert len(texts.broken_links()) == number
