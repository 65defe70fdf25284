"""The block editor turns a part of a text into a block and back, and takes blocks from other guides."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from articles.document import Figure, Insight, KeyTakeaways, QuestionAnswer, SalaryTable, Text
from articles.models import BLOCK_MODELS, Author, JobRole
from tests import cast
from tests.articles import staff

pytestmark = pytest.mark.django_db


def address(name: str, *args: int, **query: str) -> str:
    return reverse(f"admin:articles_article_blocks{name}", args=args, query=query)


@pytest.fixture
def reader(client: Client) -> Client:
    client.force_login(staff.reader())
    return client


def values(answer: Any) -> list[tuple[str, dict[str, Any]]]:
    assert answer.status_code == 200
    return [(block["prefix"], block["values"]) for block in answer.json()["blocks"]]


def test_a_part_of_a_text_is_handed_out_as_the_fields_of_blocks(reader: Client) -> None:
    posted = {"to": "articles_questionanswerblock_set", "html": "<p>Q: How?</p><p>A: So.</p><p>Q: When?</p>"}
    assert values(reader.post(address("_convert"), posted)) == [
        ("articles_questionanswerblock_set", {"question": "How?", "answer": "<p>So.</p>"}),
        ("articles_questionanswerblock_set", {"question": "When?", "answer": ""}),
    ]


def test_the_fields_of_a_block_are_handed_out_as_text(reader: Client) -> None:
    posted = {"from": "articles_keytakeawaysblock_set", "items": "One\r\n\r\nTwo <b>"}
    assert values(reader.post(address("_to_text"), posted)) == [
        ("articles_textblock_set", {"html": "<ul><li>One</li><li>Two &lt;b&gt;</li></ul>"})
    ]


@pytest.mark.parametrize(
    ("name", "posted", "told"),
    [
        (
            "_convert",
            {"to": "articles_figureblock_set", "html": "<p>x</p>"},
            "Text cannot become a block of this kind.",
        ),
        ("_convert", {"html": "<p>x</p>"}, "Text cannot become a block of this kind."),
        ("_to_text", {"from": "nothing"}, "This block cannot become text."),
        ("_to_text", {"from": "articles_insightblock_set", "said_on": "x"}, "Enter a valid date."),
    ],
)
def test_what_cannot_be_converted_is_refused_in_words(
    reader: Client, name: str, posted: dict[str, str], told: str
) -> None:
    answer = reader.post(address(name), posted)
    assert (answer.status_code, answer.json()) == (400, {"error": told})


def test_guides_are_found_by_the_words_of_their_titles(reader: Client) -> None:
    first, second = cast.draft("paying-engineers"), cast.draft("hiring-engineers")

    def found(**query: str) -> list[str]:
        return [guide["blocks"] for guide in reader.get(address("_copy", **query)).json()["guides"]]

    assert found() == [address("", second.pk), address("", first.pk)]
    assert found(q="ENGINEERS pay") == [address("", first.pk)]
    assert found(q="100%") == []
    assert found(q="learn") == []  # a word of the draft that its title has not

    third = cast.draft("elsewhere", title="ÉCLAIR bakers")
    assert found(q="eclair") == found(q="éclair BAK") == [address("", third.pk)]


def test_the_blocks_of_a_guide_are_handed_out_with_all_that_their_fields_hold(reader: Client) -> None:
    cast.job_role()
    guide = cast.full_draft(
        body=[
            Text(html="<h2>Head</h2>"),
            KeyTakeaways(items=("One", "Two")),
            SalaryTable(role=cast.ENGINEER.role),
            Insight(html="<p>I say</p>", speaker=cast.author().as_speaker()),
            Figure(alt="A desk", decorative=True, caption="Desk"),
        ]
    )
    role, speaker = JobRole.objects.get(slug=cast.ENGINEER.role), Author.objects.get(slug=cast.PERSON.slug)
    handed = values(reader.get(address("", guide.pk)))
    assert handed[:4] == [
        ("articles_textblock_set", {"html": "<h2>Head</h2>"}),
        ("articles_keytakeawaysblock_set", {"items": "One\nTwo"}),
        ("articles_salarytableblock_set", {"job_role": str(role.pk)}),
        ("articles_insightblock_set", {"html": "<p>I say</p>", "speaker": str(speaker.pk), "said_on": ""}),
    ]
    assert handed[4][1].items() >= {"alt": "A desk", "decorative": True, "caption": "Desk", "credit": ""}.items()


def test_sixty_blocks_cost_no_more_queries_than_one(
    reader: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    one = cast.draft("one", blocks=[QuestionAnswer(question="?")])
    many = cast.draft(
        "many", blocks=[Text(html="<p>x</p>"), QuestionAnswer(question="?"), KeyTakeaways(items=("1",))] * 20
    )
    for guide in (one, many):
        with django_assert_num_queries(5 + len(BLOCK_MODELS)):
            reader.get(address("", guide.pk))


def test_they_are_for_those_who_may_see_guides(client: Client) -> None:
    guide = cast.draft()
    client.force_login(staff.somebody("nobody", ()))
    answers = [
        client.get(address("", guide.pk)),
        client.get(address("_copy")),
        client.post(address("_convert")),
        client.post(address("_to_text")),
    ]
    assert [answer.status_code for answer in answers] == [403] * 4
    client.force_login(staff.reader())
    assert client.get(address("_convert")).status_code == 405
