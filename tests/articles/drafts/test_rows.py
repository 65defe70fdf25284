"""The draft: its rows in the order of the page, replaced as a whole, in few queries."""

import pytest

from articles import document as doc
from articles.drafts.rows import document_of, replace_blocks
from articles.models import BLOCK_MODELS, Author, JobRole
from articles.models.blocks import QuoteBlock, TextBlock
from tests import cast

pytestmark = pytest.mark.django_db

BODY = (doc.Quote(text="One"), doc.Text(html="<p>Two</p>"), doc.Quote(text="Three"), doc.KeyTakeaways(items=("Four",)))


@pytest.fixture
def guide():
    return cast.draft(blocks=BODY)


def test_rows_of_all_kinds_stand_in_the_order_of_the_page(guide):
    assert document_of(guide).blocks == BODY
    QuoteBlock.objects.filter(parent=guide, text="Three").update(ordering=5)
    assert document_of(guide).blocks == (BODY[2], BODY[0], BODY[1], BODY[3])


def test_replacing_leaves_nothing_of_what_was(guide):
    replace_blocks(guide, [cast.WORDS])
    assert document_of(guide).blocks == (cast.WORDS,)
    replace_blocks(guide, [])
    assert [model.objects.count() for model in BLOCK_MODELS] == [0] * len(BLOCK_MODELS)


def test_another_guide_keeps_its_blocks(guide):
    other = cast.draft("other-guide")
    replace_blocks(other, [])
    assert document_of(guide).blocks == BODY


@pytest.mark.parametrize(
    ("block", "error"),
    [
        (doc.Insight(html="<p>x</p>", speaker=doc.Speaker(slug="gone", name="Gone")), Author.DoesNotExist),
        (doc.SalaryTable(role="gone"), JobRole.DoesNotExist),
    ],
    ids=["author", "role"],
)
def test_a_body_that_names_what_is_gone_replaces_nothing(guide, block, error):
    with pytest.raises(error):
        replace_blocks(guide, [cast.WORDS, block])
    assert document_of(guide).blocks == BODY


def test_a_failure_half_way_replaces_nothing(guide, monkeypatch):
    monkeypatch.setattr(TextBlock, "save", lambda row, **_options: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        replace_blocks(guide, [doc.Quote(text="New"), cast.WORDS])
    assert document_of(guide).blocks == BODY


@pytest.mark.parametrize("times", [1, 10])
def test_a_draft_costs_the_same_however_long_it_is(guide, times, django_assert_num_queries):
    cast.job_role()
    insight = doc.Insight(html="<p>x</p>", speaker=cast.PERSON)
    replace_blocks(guide, [*BODY, insight, cast.ENGINEER] * times)
    guide = type(guide).objects.select_related("topic", "author").get(pk=guide.pk)
    with django_assert_num_queries(len(BLOCK_MODELS) + 1):
        assert len(document_of(guide).blocks) == 6 * times


def test_lines_are_tidied_on_every_way_into_the_database(guide):
    def stored():
        return type(guide).objects.values_list("standfirst", flat=True).get(pk=guide.pk)

    guide.standfirst = " One\x00\n two\x0bthree "
    guide.save()
    assert stored() == "One two three"
    type(guide).objects.filter(pk=guide.pk).update(standfirst="\tFour\ud800\r\nfive")
    assert stored() == "Four five"
