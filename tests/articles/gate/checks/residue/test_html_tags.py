"""HTML that readers see as text holds a guide back; sentences about HTML do not."""

import pytest

from articles.document import Text
from articles.gate.checks.residue.html_tags import CHECKS
from tests.articles.gate.checks.residue.reading import find, in_paragraph


@pytest.mark.parametrize(
    "text",
    [
        "Write to us</p",
        "<p>Reply within two days.</p>",
        "The offer comes next.</td>",
        "Reply<br />soon",
        '<div class="note">Reply.</div>',
        '<a href="https://pay.example.net">Pay guide</a>',
        "<!-- /wp:heading -->",
        "The offer comes next. -->",
        "<b>Pay for the first month",
        "<!DOCTYPE html>",
        "<o:p></o:p>",
        'class="MsoNormal">Reply',
    ],
)
def test_tags_are_found(text):
    assert in_paragraph(CHECKS, text) == [("html-as-text", "blocks")]


@pytest.mark.parametrize(
    "text",
    [
        "The <p> element holds a paragraph.",
        "Put the text in an <h2> heading.",
        "The price is < 5 and > 3.",
        "Use <T> for a generic type in TypeScript.",
        "Vec<u8> and List<String> are types.",
        "Never type “<br>” twice.",
        "Ask → wait → decide.",
        "I remember the move from version 9 --> 10, and what it cost.",
        "A brief goes advert-->shortlist-->interview.",
        "<b> or <strong> for bold",
        "<i> for italics",
    ],
)
def test_other_angle_brackets_pass(text):
    assert in_paragraph(CHECKS, text) == []


def test_a_guide_about_html_and_code_may_show_it():
    assert find(CHECKS, Text(html="<h2>HTML for recruiters</h2><p>Lists begin with &lt;ul&gt;.</p>")) == []
    assert find(CHECKS, Text(html="<p>Type <code>&lt;br&gt;</code> and see.</p>")) == []
