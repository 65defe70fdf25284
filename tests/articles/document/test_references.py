"""References in rich text: which are let in, what becomes of them, and which heading one means."""

import json

import pytest

from articles.document import Document, FinalTakeaway, Insight, QuestionAnswer, Text, richtext, serialization
from articles.document.layout import Outline, Page
from articles.document.linked_documents import references_in, with_addresses, with_places
from articles.document.markdown import to_markdown
from articles.document.references import Kind, Reference, addressed, in_html, nearest, read
from tests import cast

ADDRESSES = {"ref:guide:12": "/guides/new/", "ref:guide:12#pay": "/guides/new/#pay", "ref:page:privacy": "/privacy/"}


def link(address: str, words: str = "words") -> str:
    return f'<p>Read <a href="{address}">{words}</a>.</p>'


@pytest.mark.parametrize(
    "address",
    [
        "ref:guide:12",
        "ref:guide:12#what-it-pays",
        "ref:topic:1",
        "ref:person:999999999",
        "ref:role:3",
        "ref:page:privacy",
        "ref:page:privacy#cookies",
    ],
)
def test_a_reference_is_let_in_as_it_is_and_is_read(address: str) -> None:
    assert richtext.sanitise(link(address)) == link(address)
    assert richtext.sanitise(link(address), richtext.SIMPLE) == link(address)
    assert str(read(address)) == address


@pytest.mark.parametrize(
    "address",
    [
        "ref:guide:0",
        "ref:guide:012",
        "ref:guide:",
        "ref:guide:twelve",
        "ref:guide:1234567890",
        "ref:guide:12#",
        "ref:guide:12#Pay",
        "ref:guide:12?a=b",
        "ref:guide:12/",
        "ref:picture:1",
        "ref:page:12",
        "ref:page:../admin",
        "ref://guide/12",
        "ref:",
        "REF:guide:12",
        " ref:guide:12",
        "re\tf:guide:12",
        "&#1;ref:guide:12",
        "ref:guide:12&#10;",
        "ref:javascript:alert(1)",
    ],
)
def test_whatever_else_begins_like_a_reference_is_no_address(address: str) -> None:
    clean = richtext.sanitise(link(address))

    assert clean == "<p>Read <a>words</a>.</p>"
    assert list(in_html(clean)) == []


def test_addresses_stand_in_for_references_and_words_stay_where_there_is_none() -> None:
    html = link("ref:guide:12#pay") + link("ref:guide:13", "other <strong>words</strong>") + link("/salaries/")

    assert addressed(html, ADDRESSES) == (
        link("/guides/new/#pay") + "<p>Read other <strong>words</strong>.</p>" + link("/salaries/")
    )


def test_an_address_cannot_break_out_of_its_attribute() -> None:
    assert addressed(link("ref:guide:12"), {"ref:guide:12": '"><script>'}) == link("&quot;&gt;&lt;script&gt;")


def test_every_text_of_a_document_has_its_references_found_and_replaced() -> None:
    blocks = (
        Text(html=link("ref:guide:12")),
        Insight(html=link("ref:page:privacy")),
        QuestionAnswer(question="ref:guide:9", answer=link("ref:guide:12")),
        FinalTakeaway(html=link("ref:topic:4")),
    )
    document = Document(title="A guide", blocks=blocks)

    assert references_in(document, document) == ["ref:guide:12", "ref:page:privacy", "ref:topic:4"]
    assert with_addresses(document, ADDRESSES).blocks == (
        Text(html=link("/guides/new/")),
        Insight(html=link("/privacy/")),
        QuestionAnswer(question="ref:guide:9", answer=link("/guides/new/")),
        FinalTakeaway(html="<p>Read words.</p>"),
    )


def test_a_document_without_references_stays_the_same_object() -> None:
    document = Document(blocks=(Text(html=link("/salaries/")),))

    assert with_addresses(document, ADDRESSES) is document


def test_a_stored_document_keeps_its_references() -> None:
    document = Document(blocks=(Text(html=link("ref:guide:12#pay")),))

    assert serialization.load(json.loads(json.dumps(serialization.dump(document)))) == document


def test_markdown_has_the_address_or_the_words() -> None:
    document = Document(title="T", blocks=(Text(html=link("ref:guide:12", "one") + link("ref:guide:9", "two")),))

    assert to_markdown(with_addresses(document, ADDRESSES)) == "# T\n\nRead [one](/guides/new/).\n\nRead two.\n"


def test_an_index_knows_a_page_by_a_slug() -> None:
    assert Reference(Kind.GUIDE, 12, "pay").slug == "guide-12"


@pytest.mark.parametrize(
    ("place", "places", "meant"),
    [
        ("what-it-pays", ["the-work", "what-it-pays"], "what-it-pays"),
        ("what-it-pays", ["the-work", "what-it-pays-in-london"], "what-it-pays-in-london"),
        ("what-it-pays-in-london", ["the-work", "what-it-pays"], "what-it-pays"),
        ("salaries-in-londn", ["salaries-in-london", "the-work"], "salaries-in-london"),
        ("skills-you-need", ["skills-you-will-need", "how-to-begin"], "skills-you-will-need"),
        ("how-to-hire-one", ["how-to-become-one"], ""),
        ("what-it-pays", ["the-work"], ""),
        ("pay", ["pay-and-holidays"], ""),
        ("pay-in-london", ["pay-in-london-now", "pay-in-london-then"], ""),
        ("pay", [], ""),
    ],
)
def test_a_reworded_heading_is_still_meant_and_another_is_not(place: str, places: list[str], meant: str) -> None:
    assert nearest(place, places) == meant


def test_a_link_within_a_guide_follows_its_heading() -> None:
    def document(anchor: str, heading: str = "What it pays in London") -> Document:
        return Document(blocks=(Text(html=f"<h2>{heading}</h2>{link(f'#{anchor}')}{link('#main')}"),))

    old = document("what-it-pays")

    assert with_places(old, Page(old).places()) == document("what-it-pays-in-london")
    assert with_places(document("how-to-begin"), Page(old).places()) == document("how-to-begin")


def test_an_outline_has_the_headings_and_places_of_the_page() -> None:
    html = "<h2>Same</h2><p>A</p><h3>A &amp; B</h3><h2>Same</h2><table><tbody><tr><td><h2>Cell</h2></td></tr></tbody></table>"
    blocks = (Text(html=html), cast.ENGINEER, QuestionAnswer(question="Same", answer="<p>So.</p>"))
    page, outline = (kind(Document(blocks=blocks)) for kind in (Page, Outline))

    assert outline.headings() == page.headings() != []
    assert outline.places() == page.places()


def test_a_page_lists_its_headings_and_questions_in_order() -> None:
    blocks = (
        Text(html="<h2>The work</h2><p>A</p><h3>A week</h3><p>B</p>"),
        QuestionAnswer(question="Why?", answer="<p>So.</p>"),
        FinalTakeaway(html="<p>Do.</p>"),
    )

    assert [(heading.anchor, heading.words) for heading in Page(Document(blocks=blocks)).headings()] == [
        ("the-work", "The work"),
        ("a-week", "A week"),
        ("common-questions", "Common questions"),
        ("why", "Why?"),
        ("final-takeaway", "Final takeaway"),
    ]
