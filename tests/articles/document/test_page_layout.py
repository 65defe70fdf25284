"""How a document becomes a page: anchors, contents, grouped questions, salary bars."""

import re
from datetime import date

import pytest
from django.template.loader import get_template
from django.urls import reverse
from hypothesis import example, given

from articles import document as doc
from articles.document.layout import FINAL_HEADING, QUESTIONS_HEADING, RESERVED_ANCHORS, Page
from articles.drafts.rows import replace_blocks
from articles.publishing import publication
from tests import cast
from tests.articles.documents import EMPTY_BLOCKS, LONG_BLOCKS, documents

QUESTION = doc.QuestionAnswer(question="Why?", answer="<p>Because.</p>")


def page(*blocks):
    return Page(doc.Document(blocks=blocks))


def text(html):
    return doc.Text(html=html)


def contents(laid_out):
    """The contents list as (anchor, words, subsections)."""
    return [
        (line.anchor, line.words, [(sub.anchor, sub.words) for sub in line.subsections]) for line in laid_out.contents
    ]


def ids(laid_out):
    """Every id that the blocks' templates write."""
    found = []
    for part in laid_out.parts:
        if part.kind == "salary_table":
            found += [f"{part.anchor}-{number}" for number in range(1, len(part.groups) + 1)]
        elif part.kind != "text":
            found.append(part.anchor)
        found += re.findall(r'id="([^"]*)"', part.html)
        found += [question.anchor for question in part.questions]
    return found


def test_the_contents_list_follows_the_page_with_its_subsections():
    laid_out = page(
        text("<h2>The work</h2><p>x</p><h3>By day</h3><h3>By night</h3>"),
        doc.Quote(text="Well said."),
        text("<h2>The <strong>pay</strong></h2>"),
        cast.ENGINEER,
        text("<h3>And more</h3>"),
        QUESTION,
        doc.FinalTakeaway(html="<p>The end.</p>"),
    )
    assert contents(laid_out) == [
        ("the-work", "The work", [("by-day", "By day"), ("by-night", "By night")]),
        ("the-pay", "The pay", [("and-more", "And more")]),
        ("common-questions", QUESTIONS_HEADING, []),
        ("final-takeaway", FINAL_HEADING, []),
    ]
    assert laid_out.parts[0].html == (
        '<h2 id="the-work">The work</h2><p>x</p><h3 id="by-day">By day</h3><h3 id="by-night">By night</h3>'
    )


def test_a_subsection_before_any_section_stands_by_itself():
    assert contents(page(text("<h3>Small</h3><h2>Large</h2>"))) == [("small", "Small", []), ("large", "Large", [])]


def test_blocks_stay_in_order_and_neighbouring_questions_stand_together():
    laid_out = page(QUESTION, QUESTION, doc.Quote(text="x"), QUESTION, doc.QuestionAnswer(), QUESTION)
    assert [(part.kind, len(part.questions)) for part in laid_out.parts] == [
        ("questions", 2),
        ("quote", 0),
        ("questions", 2),
    ]
    assert [question.anchor for part in laid_out.parts for question in part.questions] == [
        "why", "why-2", "why-3", "why-4",
    ]  # fmt: skip
    assert contents(laid_out) == [
        ("common-questions", "Common questions", []),
        ("common-questions-2", "Common questions", []),
    ]


def test_a_question_shows_its_words_and_its_answer():
    (part,) = page(QUESTION).parts
    (question,) = part.questions
    assert (question.anchor, question.question, question.answer) == ("why", "Why?", "<p>Because.</p>")
    assert part.template == "articles/blocks/questions.html"


@pytest.mark.parametrize("block", EMPTY_BLOCKS, ids=lambda block: block.kind)
def test_an_empty_block_has_neither_a_place_nor_a_line_in_the_contents(block):
    laid_out = page(block)
    assert (laid_out.parts, laid_out.contents) == ([], [])


@pytest.mark.parametrize("block", [*LONG_BLOCKS, cast.ENGINEER], ids=lambda block: block.kind)
def test_every_other_block_has_a_template(block):
    (part,) = page(block).parts
    assert get_template(part.template).template.name == part.template


@pytest.mark.parametrize(
    ("words", "anchor"),
    [
        ("The work", "the-work"),
        ("Café & bar: what’s on?", "cafe-bar-whats-on"),
        ("snake_case", "snake-case"),
        ("2026 in numbers", "section-2026-in-numbers"),
        ("دليل المهندس", "dlyl-lmhnds"),
        ("機械学習エンジニア", "jixiexuexienjinia"),
        ("Что такое MLOps?", "chto-takoe-mlops"),
        ("🚀", "rocket"),
        ("½ ✦", "section-12"),
        ("- - -", "section"),
        ("C++ / C#", "c-plus-plus-c-sharp"),
        ("a" * 200, "a" * 60),
        ("word " * 40, "word-word-word-word-word-word-word-word-word-word-word-word"),
    ],
)
def test_a_heading_names_its_anchor(words, anchor):
    assert contents(page(text(f"<h2>{words.replace('&', '&amp;')}</h2>"))) == [(anchor, words.strip(), [])]


def test_the_same_heading_again_is_numbered():
    laid_out = page(text("<h2>Pay</h2><h2>Pay</h2><h2>Pay 2</h2>"), text("<h2>Pay</h2><h2>🚀</h2><h2>دليل</h2>"))
    assert [anchor for anchor, _, _ in contents(laid_out)] == [
        "pay", "pay-2", "pay-2-2", "pay-3", "rocket", "dlyl",
    ]  # fmt: skip


@pytest.mark.parametrize("anchor", RESERVED_ANCHORS)
def test_a_heading_does_not_take_an_id_of_the_page(anchor):
    assert contents(page(text(f"<h2>{anchor}</h2>"))) == [(f"{anchor}-2", anchor, [])]


def test_salary_tables_do_not_take_the_id_of_a_heading():
    headings = text("<h2>Salary table 1</h2><h2>salary_table-1</h2><h2>Salary table 2</h2>")
    found = ids(page(headings, cast.ENGINEER, cast.ENGINEER))
    assert found == [
        "salary-table-1", "salary-table-1-2", "salary-table-2",
        "salary_table-1", "salary_table-2", "salary_table-2-1", "salary_table-2-2",
    ]  # fmt: skip


@given(documents)
@example(doc.Document(blocks=(*EMPTY_BLOCKS, *LONG_BLOCKS, cast.ENGINEER)))
def test_ids_are_unique_and_the_contents_lead_to_them(document):
    laid_out = Page(document)
    found = ids(laid_out)
    assert sorted(set(found)) == sorted(found)
    assert not set(found) & set(RESERVED_ANCHORS)
    assert all(re.fullmatch(r"[a-z][a-z0-9_-]*", anchor) for anchor in found)
    lines = [line for top in laid_out.contents for line in (top, *top.subsections)]
    assert [line.anchor for line in lines if line.anchor not in found or not line.words] == []


@pytest.mark.django_db
def test_the_ids_of_a_whole_page_are_unique(client):
    """With headings that are named after every id that the templates use."""
    cast.job_role()
    other, guide = (cast.draft(slug) for slug in ("other-guide", "a-guide"))
    publication.publish(other, by=None)
    page_without = publish_with_a_note(guide).get_absolute_url()
    taken = whole_page_ids(client, page_without)
    assert set(taken) >= set(RESERVED_ANCHORS) - {"contents"}
    headings = text(
        "".join(f"<h2>{anchor}</h2><h3>{anchor}</h3><p>Words can be few.</p>" for anchor in {*taken, *RESERVED_ANCHORS})
    )
    insight = doc.Insight(html="<p>Curious people do well.</p>", speaker=cast.PERSON, said_on=date(2026, 5, 1))
    replace_blocks(
        guide, [headings, cast.ENGINEER, insight, QUESTION, QUESTION, doc.FinalTakeaway(html="<p>That is all.</p>")]
    )
    publish_with_a_note(guide)
    found = whole_page_ids(client, reverse("articles:guide", args=["a-guide"]))
    assert set(found) >= set(RESERVED_ANCHORS)
    assert sorted(set(found)) == sorted(found)


def publish_with_a_note(guide):
    """Readers are shown it under a heading of its own."""
    return publication.publish(guide, publication.PublishOptions(note="New figures.", shows_note=True), by=None)


def whole_page_ids(client, address):
    return re.findall(r'\sid="([^"]*)"', client.get(address).content.decode())


# --- salary bars ---


def figure(level="Junior", region="UK", currency="GBP", low=40_000, high=60_000, **fields):
    fields = {"basis": "adverts", "as_of": date(2026, 5, 1)} | fields
    return doc.SalaryFigure(level=level, region=region, currency=currency, low=low, high=high, **fields)


def salary_groups(*figures):
    (part,) = page(doc.SalaryTable(role="tester", figures=figures)).parts
    return part.groups


def test_salary_bars_share_one_scale_in_each_region():
    uk, us = salary_groups(
        figure(low=21_000, high=42_000),
        figure(level="Senior", low=42_000, high=100_000, open_ended=True),
        figure(region="US", currency="USD", low=50_000, high=100_000),
    )
    assert [(bar.level, bar.band, bar.start, bar.length) for bar in uk.bars] == [
        ("Junior", "£21,000 to £42,000", 20.0, 20.0),
        ("Senior", "£42,000 to £100,000 or more", 40.0, 55.24),
    ]
    assert [(bar.level, bar.band, bar.start, bar.length) for bar in us.bars] == [
        ("Junior", "$50,000 to $100,000", 47.62, 47.62),
    ]
    assert [uk.region, us.region] == ["UK", "US"]


def test_two_currencies_in_one_region_are_not_compared():
    assert [group.region for group in salary_groups(figure(), figure(currency="EUR"))] == ["UK", "UK"]


def test_a_band_of_no_width_is_still_to_be_seen():
    ((bar,),) = [group.bars for group in salary_groups(figure(low=50_000, high=50_000))]
    assert bar.length == 0.5


def test_figures_of_nought_do_not_break_the_page():
    ((bar,),) = [group.bars for group in salary_groups(figure(low=0, high=0))]
    assert (bar.start, bar.length) == (0, 0.5)


def test_one_origin_is_noted_once():
    (group,) = salary_groups(figure(source="Our adverts."), figure(level="Senior", source="Our adverts."))
    assert group.notes == ("Job adverts, as of 1 May 2026. Our adverts.",)


def test_an_origin_that_two_regions_share_is_noted_once_under_the_last():
    uk, ireland = salary_groups(figure(source="Our adverts."), figure(region="Ireland", source="Our adverts."))
    assert (uk.notes, ireland.notes) == ((), ("All these figures: job adverts, as of 1 May 2026. Our adverts.",))


def test_regions_of_differing_origins_are_noted_each():
    uk, ireland = salary_groups(figure(), figure(region="Ireland", as_of=date(2026, 4, 1)))
    assert (uk.notes, ireland.notes) == (("Job adverts, as of 1 May 2026.",), ("Job adverts, as of 1 April 2026.",))


def test_differing_origins_are_noted_with_their_levels():
    (group,) = salary_groups(
        figure(),
        figure(level="Mid", as_of=date(2025, 12, 31)),
        figure(level="Senior"),
        figure(level="Lead", basis="hearsay"),
    )
    assert group.notes == (
        "Junior, Senior: job adverts, as of 1 May 2026.",
        "Mid: job adverts, as of 31 December 2025.",
        "Lead: hearsay, as of 1 May 2026.",
    )


# --- what nobody sees ---


@pytest.mark.parametrize("blank", ["\u200b", "&shy;", "\u2800", "\u0301", "&nbsp;\u2060"])
def test_a_heading_of_nothing_to_see_has_no_place_and_no_line_in_the_contents(blank):
    laid_out = page(text(f"<h2>{blank}</h2><p>x</p><h2>Pay</h2>"))
    assert (contents(laid_out), laid_out.parts[0].html) == (
        [("pay", "Pay", [])],
        '<p>x</p><h2 id="pay">Pay</h2>',
    )


def test_a_block_of_nothing_to_see_is_not_shown():
    blank = "\u200b\u2800"
    laid_out = page(
        text(blank),
        doc.KeyTakeaways(items=(blank, "\ufeff")),
        doc.Quote(text=blank, source="A poet"),
        doc.QuestionAnswer(question=blank, answer="<p>Yes.</p>"),
        doc.Insight(html=f"<p>{blank}</p>"),
        doc.CallToAction(heading=blank, label="Write"),
    )
    assert laid_out.parts == []
