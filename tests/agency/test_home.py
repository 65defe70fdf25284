from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from agency.models import Identity
from articles.models import Article, Author, Revision
from enquiries.models import ReplyPromise
from tests import cast

pytestmark = pytest.mark.django_db


def published_days_ago(slug: str, days: int, *, reviewed: date | None = None) -> Revision:
    revision = cast.full_guide(slug, body=cast.one_of_each()[:1])
    revision.published_at = timezone.now() - timedelta(days=days)
    revision.note_review(reviewed)
    revision.save()
    Article.objects.filter(pk=revision.article_id).update(reviewed_on=reviewed)
    return revision


def test_the_newest_guides_come_first_and_the_longest_kept_up_follow(client: Client) -> None:
    for number in range(6):
        published_days_ago(f"new-{number}", number)
    today = timezone.localdate()
    for days in (100, 400, 300, 200):
        published_days_ago(f"reviewed-{days}", days, reviewed=today)
    published_days_ago("never-reviewed", 500)
    published_days_ago("reviewed-when-published", 600, reviewed=today - timedelta(days=600))

    page = client.get("/")

    assert [guide.slug for guide in page.context["guides"]] == [f"new-{number}" for number in range(6)]
    assert [guide.slug for guide in page.context["kept_up"]] == ["reviewed-400", "reviewed-300", "reviewed-200"]


def test_the_teams_are_introduced_and_who_signs_a_published_guide(client: Client) -> None:
    cast.full_guide("one")
    Author.objects.create(slug="desk", name="The desk", role="Team", biography="<p>We.</p>", is_team=True)
    Author.objects.create(slug="idle", name="Idle Example", role="Editor", biography="<p>Nothing yet.</p>")

    page = client.get("/")

    assert [author.name for author in page.context["faces"]] == ["The desk", "Pat Example"]
    assert "Pat edits." in page.content.decode()
    assert '<a href="/people/">More about our people</a>' in page.content.decode()


@pytest.mark.parametrize(
    ("hours", "words"), [(8, "A person replies within 8 working hours"), (1, "A person replies within 1 working hour<")]
)
def test_the_reply_promise_is_the_one_that_enquiries_are_held_to(client: Client, hours: int, words: str) -> None:
    ReplyPromise.objects.update(hours=hours, opens="08:30", nation="SCT")

    page = client.get("/").content.decode()

    assert words in page
    assert "Our working hours are 08:30 to 17:30, Monday to Friday, except bank holidays in Scotland" in page


@pytest.mark.parametrize("number", [1, 30])
def test_it_costs_eleven_queries_after_a_change_and_then_one_however_many_guides(
    client: Client, number: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for index in range(number):
        published_days_ago(f"guide-{index}", index, reviewed=timezone.localdate())

    for most in (11, 1):
        with django_assert_max_num_queries(most):
            assert client.get("/").status_code == 200


@pytest.mark.parametrize(
    ("introduction", "description"),
    [
        ("We find people\n\nfor teams.", "We find people for teams."),
        ("People, " * 30, "People, " * 18 + "People…"),
        ("x" * 200, "x" * 155 + "…"),
    ],
)
def test_what_searches_show_is_not_cut_inside_a_word(client: Client, introduction: str, description: str) -> None:
    Identity.objects.update_or_create(defaults={"introduction": introduction})

    assert f'<meta name="description" content="{description}">' in client.get("/").content.decode()
