"""Where a guide leads its readers on to: a recruiter, and the guides before and after it."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from articles.document import Text
from articles.models import Article, Author, Revision
from articles.public import prepared
from articles.publishing import publication
from tests import cast

pytestmark = pytest.mark.django_db
OWN_CALL = '<section class="call-to-action"'
QUESTION = '<section class="first-question"'
NEIGHBOUR = re.compile(r'<a rel="(prev|next)" href="/guides/(.+?)/"><small>\w+</small> (.+?)</a>')


def neighbours(client: Client, slug: str) -> list[tuple[str, str, str]]:
    return NEIGHBOUR.findall(client.get(f"/guides/{slug}/").content.decode())


def test_a_call_that_ends_a_guide_asks_the_first_question_itself(client: Client) -> None:
    cast.full_guide()

    page = client.get("/guides/a-guide/").content.decode()

    assert (page.count(QUESTION), page.count(OWN_CALL)) == (1, 0)
    call = page[page.index(QUESTION) : page.index("</form>")]
    assert '<h2 id="call-to-action" dir="auto">Looking for a tester?</h2>' in call
    assert "Tell us what you need." in call
    assert re.findall(r'value="(\w+)"( checked)?>', call) == [("candidate", ""), ("client", " checked"), ("other", "")]
    assert 'name="from" value="/guides/a-guide/#call-to-action"' in call
    assert "Find a person</button>" in call
    assert ".call-to-action" not in page  # nor its styles


def test_a_call_further_up_keeps_its_own_look_and_the_question_follows_the_guide(client: Client) -> None:
    cast.full_guide(body=[*cast.one_of_each(), Text(html="<p>One more thing.</p>")])

    page = client.get("/guides/a-guide/").content.decode()

    assert (page.count(QUESTION), page.count(OWN_CALL)) == (1, 1)
    assert page.index(OWN_CALL) < page.index("</article>") < page.index('<h2 id="about-you">Talk to a recruiter</h2>')
    assert re.findall(r'name="role" value="\w+"( checked)?>', page) == ["", "", ""]
    assert 'name="from" value="/guides/a-guide/"' in page


def test_who_reads_about_pay_is_asked_there_who_they_are(client: Client) -> None:
    cast.full_guide()
    page = client.get("/guides/a-guide/").content.decode()

    asked = re.findall(r'<a href="([^"]+)">([^<]+)</a>', page[page.index("Ask about pay") :])[:2]

    assert [words for _, words in asked] == ["looking for work", "hiring"]
    for (address, _), role in zip(asked, ("candidate", "client"), strict=True):
        form = client.get(address.replace("&amp;", "&")).content.decode()
        assert re.search(rf'value="{role}"[^>]*checked', form)
        assert 'name="from" value="/guides/a-guide/#salary_table-1"' in form
    assert 'id="salary_table-1"' in page


def test_a_feed_asks_nobody(client: Client) -> None:
    cast.full_guide()

    assert "Ask about pay" not in client.get(reverse("articles:feed")).content.decode()


def test_a_guide_leads_to_those_before_and_after_it_in_its_topic(client: Client) -> None:
    for slug in ("first", "second", "third"):
        cast.full_guide(slug)
    cast.full_guide("elsewhere", topic=cast.topic("hiring"))

    assert {slug: neighbours(client, slug) for slug in ("first", "second", "third", "elsewhere")} == {
        "first": [("next", "second", "Title of second")],
        "second": [("prev", "first", "Title of first"), ("next", "third", "Title of third")],
        "third": [("prev", "second", "Title of second")],
        "elsewhere": [],
    }


def test_what_is_withdrawn_or_renamed_is_no_neighbour_any_more(client: Client) -> None:
    guides = [cast.full_guide(slug).article for slug in ("first", "second", "third")]
    neighbours(client, "third")
    Article.objects.filter(pk=guides[0].pk).update(title="Another & title", slug="another")

    publication.publish(guides[0], by=None)
    publication.withdraw(guides[1], by=None)

    assert neighbours(client, "third") == [("prev", "another", "Another &amp; title")]


def test_neighbours_are_right_and_cost_a_warm_page_nothing_however_long_the_topic(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """Of 20 guides the newest 12 are known from the list of the topic; the others' are looked up."""
    guides = cast.live_guides(20)
    for place in (0, 1, 7, 8, 19):
        slug = guides[place].slug
        prepared.keep(Revision.objects.published().get(slug=slug))

        found = neighbours(client, slug)

        expected = [("prev", place - 1), ("next", place + 1)]
        assert found == [(rel, guides[at].slug, guides[at].title) for rel, at in expected if 0 <= at < len(guides)]
        with django_assert_num_queries(2):
            assert neighbours(client, slug) == found


def asked_by(client: Client) -> list[str]:
    """Whose face stands beside the first question."""
    page = client.get("/guides/a-guide/").content.decode()
    return re.findall(r'byline__name"><a href="/people/([^/]+)/"', page[page.index(QUESTION) :])


def test_who_speaks_last_in_a_guide_stands_beside_the_call_that_ends_it(client: Client) -> None:
    cast.full_guide()

    assert asked_by(client) == ["pat-example"]


@pytest.mark.parametrize(("is_team", "faces"), [(True, ["desk"]), (False, [])])
def test_a_team_that_signs_a_guide_stands_beside_the_question_after_it(
    client: Client, is_team: bool, faces: list[str]
) -> None:
    desk = Author.objects.create(slug="desk", name="Desk", role="Recruits", biography="<p>We.</p>", is_team=is_team)
    cast.full_guide(author=desk, body=[Text(html="<p>One thing.</p>")])

    assert asked_by(client) == faces
