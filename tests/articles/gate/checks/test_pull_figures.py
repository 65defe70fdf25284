"""A number that stands out has a source, and is a number."""

from datetime import date

from articles.document import Document, PullFigure
from articles.gate.checks.evidence import claims, pull_figures
from articles.gate.context import SiteContext
from articles.gate.findings import Level, Place
from articles.gate.prose.document_text import DocumentText


def found(**fields):
    guide = DocumentText(
        Document(blocks=(PullFigure(**{"number": "3 in 5", "text": "adverts name no salary."} | fields),))
    )
    site = SiteContext(today=date(2026, 11, 24))
    return [(one.check, one.level, one.place, one.what) for check in pull_figures.CHECKS for one in check(guide, site)]


def test_a_number_without_a_source_holds_the_guide_back():
    assert found() == [
        ("pull-figure-without-source", Level.BLOCKS, Place(block=0, field="source"), "Nobody is named as the source of “3 in 5”.")
    ]  # fmt: skip


def test_words_in_the_place_of_a_number_are_named():
    assert found(number="Three of every five adverts", source="Our own count") == [
        ("pull-figure-long", Level.WARNS, Place(block=0, field="number"), "This number has 27 characters.")
    ]


def test_what_a_sourced_number_says_needs_no_source_in_its_sentence():
    site = SiteContext(today=date(2026, 11, 24))

    def claims_of(source):
        figure = PullFigure(number="41%", text="Demand for data engineers is growing faster than ever.", source=source)
        guide = DocumentText(Document(blocks=(figure,)))
        return [one.check for check in claims.CHECKS for one in check(guide, site)]

    assert "trend-without-a-source" in claims_of("")
    assert "trend-without-a-source" not in claims_of("Adverts that we read in May 2026")


def test_a_number_with_its_source_passes_and_so_does_an_empty_block():
    assert found(source="Adverts that we read in May 2026") == []
    assert found(number="£62,000–£70,000", source="Our own figures") == []
    assert found(number="") == []
