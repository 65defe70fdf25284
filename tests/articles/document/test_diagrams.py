"""Drawings of diagrams: words in their places, and nothing over anything else."""

import re
from itertools import pairwise

import pytest
from django.template.loader import render_to_string
from PIL import ImageFont

from articles.artwork import typesetting
from articles.document import Diagram, Document, Part, diagrams, typed_rows
from articles.document.diagrams.drawing import WIDTH
from articles.document.layout import Page
from articles.document.markdown import block_to_markdown
from articles.models.blocks import DiagramBlock

WORDY = "words of a part that go over some lines"


def diagram(shape, *parts):
    return Diagram(shape=shape, title="Title", text="What it shows.", parts=parts)


def wordy(count):
    return [Part(label=f"Part {number}", note=WORDY) for number in range(count)]


def html_of(block):
    (part,) = Page(Document(blocks=(block,))).parts
    return render_to_string(part.template, {"part": part})


def length(line, weight):
    face: ImageFont.FreeTypeFont = typesetting.font(typesetting.SANS, 160, weight)
    return face.getlength(line) / 10


@pytest.mark.parametrize("shape", ["steps", "layers", "cycle"])
def test_words_stand_within_their_boxes_and_boxes_apart(shape):
    for count in range(*diagrams.COUNTS[shape]):
        drawing = diagrams.draw(diagram(shape, *wordy(count)))
        for piece in drawing.pieces:
            for run in piece.runs:
                wide = max(length(line, 600) for line in run.lines)
                left = run.x - wide / 2 if drawing.is_centred else run.x
                assert piece.x < left < left + wide < piece.x + piece.width
                assert piece.y < run.y - 14 < run.y + 20 * (len(run.lines) - 1) + 4 < piece.y + piece.height
            assert 0 <= piece.x < piece.x + piece.width <= WIDTH
            assert 0 <= piece.y < piece.y + piece.height <= drawing.height
        for one, other in pairwise(sorted(drawing.pieces, key=lambda piece: (piece.y, piece.x))):
            assert one.y + one.height < other.y or one.x + one.width < other.x


def test_stretches_follow_one_another_as_long_as_they_are():
    sizes = ("2", "", "7")
    drawing = diagrams.draw(diagram("spans", *(Part(label="Weeks", size=size) for size in sizes)))
    assert [(bar.x, bar.width) for bar in drawing.pieces] == [(0, 64), (64, 32), (96, 224)]


def test_a_larger_part_of_a_page_is_taller_but_never_endless():
    heights = [
        piece.height
        for piece in diagrams.draw(
            diagram("layers", *(Part(label="A", size=size) for size in ("1", "3", "900")))
        ).pieces
    ]
    assert heights == [40, 80, 200]


def test_the_ring_of_a_cycle_comes_to_each_box_once():
    for count in range(3, 7):
        assert diagrams.draw(diagram("cycle", *wordy(count))).strokes.count("M") == 1 + count


def test_two_circles_and_what_they_share():
    one, other, both = diagrams.draw(diagram("overlap", *wordy(3))).pieces
    assert (one.x, one.width, other.y - one.y) == (other.x, other.width, 140)
    assert both.outline == "M53 199A128 128 0 0 1 267 199A128 128 0 0 1 53 199"
    assert one.runs[-1].y + 20 * (len(one.runs[-1].lines) - 1) < other.y
    assert other.runs[0].y - 14 > one.y + one.height


@pytest.mark.parametrize(("shape", "count"), [("overlap", 2), ("cycle", 2), ("cycle", 7), ("spans", 1), ("layers", 9)])
def test_what_a_shape_cannot_show_is_drawn_as_stages(shape, count):
    assert diagrams.draw(diagram(shape, *wordy(count))) == diagrams.draw(diagram("steps", *wordy(count)))


def test_a_shape_that_is_none_is_stages():
    assert Diagram(shape="spiral").shape == "steps"


def test_a_word_that_is_too_long_is_taken_apart():
    (run,) = diagrams.draw(diagram("cycle", Part(label="W" * 30), *wordy(2))).pieces[0].runs
    assert "".join(run.lines) == "W" * 30
    assert all(length(line, 600) <= 122 for line in run.lines)


def test_its_words_are_text_in_a_list_and_can_be_told_apart_when_copied():
    html = html_of(
        diagram(
            "steps", Part(label="First <b>", note="A note of so many words that it takes two lines"), Part(label="Then")
        )
    )
    assert html.count('role="listitem"') == 2
    assert re.findall(r"<text[^>]*>(.*?)</text>", html) == [
        "First &lt;b&gt;",
        'A note of so many words that it takes <tspan x="16" dy="20">two lines</tspan>',
        "Then",
    ]
    assert "style=" not in html


def test_markdown_numbers_parts_that_have_an_order():
    parts = (Part(label="First", note="a note"), Part(label="Then"), Part(label="Last"))
    assert block_to_markdown(diagram("steps", *parts)) == (
        "**Title**\n\nWhat it shows.\n\n1. **First**: a note\n2. **Then**\n3. **Last**"
    )
    assert block_to_markdown(diagram("overlap", *parts)).endswith("- **First**: a note\n- **Then**\n- **Last**")


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("Offer", Part(label="Offer")),
        ("Offer | in writing", Part(label="Offer", note="in writing")),
        ("Offer | in writing | 4", Part(label="Offer", note="in writing", size="4")),
        ("Offer || 4", Part(label="Offer", size="4")),
        (r"Yes \| no", Part(label="Yes | no")),
        ("a | b | 4 | 5", Part(label="a", note="b", size="4 | 5")),
    ],
)
def test_a_part_is_typed_between_bars(line, part):
    assert DiagramBlock(parts=line).to_block().parts == (part,)
    assert typed_rows.read(DiagramBlock.from_block(diagram("steps", part)).parts) == typed_rows.read(
        typed_rows.write([part.cells])
    )
