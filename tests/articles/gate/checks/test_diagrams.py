"""A diagram has parts that its shape has room for, with words that fit and sizes that are numbers."""

from datetime import date

import pytest

from articles.document import Diagram, Document, Part, diagrams
from articles.gate import missing_parts
from articles.gate.checks.structure import diagrams as checks
from articles.gate.context import SiteContext
from articles.gate.findings import Level
from articles.gate.prose.document_text import DocumentText

LONG = "what is said here goes on and on, well past what anybody reads at a glance in a drawing of a few parts " * 2


def found(block):
    guide, site = DocumentText(Document(blocks=(block,))), SiteContext(today=date(2026, 11, 24))
    return [(one.check, one.place.field, one.what) for check in checks.CHECKS for one in check(guide, site)]


def diagram(shape, *rows):
    parts = tuple(Part(**dict(zip(("label", "note", "size"), row, strict=False))) for row in rows)
    return Diagram(shape=shape, title="A title", text="What it shows.", parts=parts)


def of(count):
    return [(f"Part {number}",) for number in range(1, count + 1)]


@pytest.mark.parametrize("shape", diagrams.COUNTS)
def test_a_shape_has_room_for_so_many_parts(shape):
    fewest, most = diagrams.COUNTS[shape]
    for count in range(fewest, most + 1):
        assert found(diagram(shape, *of(count))) == []
    for count in (fewest - 1, most + 1):
        assert [check for check, *_ in found(diagram(shape, *of(count)))] == ["diagram-size"]


def test_the_number_of_parts_is_told_with_what_the_shape_shows():
    assert found(diagram("overlap", *of(2))) == [
        ("diagram-size", "parts", "This diagram has 2 parts, and its shape shows 3.")
    ]
    assert found(diagram("cycle", *of(7))) == [
        ("diagram-size", "parts", "This diagram has 7 parts, and its shape shows 3 to 6.")
    ]


@pytest.mark.parametrize("shape", diagrams.COUNTS)
def test_words_that_have_too_many_lines_are_named(shape):
    rows = [("One",), ("Two", LONG), ("Three",)]
    assert found(diagram(shape, *rows)) == [
        ("diagram-part-long", "parts", "Line 2 is too long for its place in the drawing.")
    ]


def test_what_two_circles_share_has_less_room():
    note = "a sentence of four lines in a circle, which are too many where both meet, since that is narrow"
    assert found(diagram("overlap", ("This", note[:60]), ("That", note[:60]), ("Both", note))) == [
        ("diagram-part-long", "parts", "Line 3 is too long for its place in the drawing.")
    ]


@pytest.mark.parametrize("size", ["large", "0", "-1", "nan", "inf", "1001", "4 | 5", "30 %"])
def test_a_size_is_a_number(size):
    assert found(diagram("layers", ("One",), ("Two", "", size))) == [
        ("diagram-part-size", "parts", f"Line 2 has “{size}” for its size.")
    ]


@pytest.mark.parametrize("size", ["1", "0.5", "12", "1000"])
def test_a_number_is_shown_by_bands_and_bars_alone(size):
    assert found(diagram("spans", ("One",), ("Two", "", size))) == []
    assert found(diagram("steps", ("One",), ("Two", "", size))) == [
        ("diagram-size-unused", "parts", "Line 2 has a size, which this shape does not show.")
    ]


def test_a_part_has_a_name():
    assert found(diagram("steps", ("One",), ("", "more"))) == [("diagram-part-unnamed", "parts", "Line 2 has no name.")]


def test_a_diagram_needs_its_title_its_sentence_and_its_parts():
    (finding,) = [one for one in missing_parts.findings(Document(blocks=(Diagram(),))) if one.place.block == 0]
    assert finding.level is Level.BLOCKS
    assert finding.what == ("This diagram has no title, no sentence that says what it shows and no parts.")
