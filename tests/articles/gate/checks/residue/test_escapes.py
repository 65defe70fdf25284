"""Escapes that readers see hold a guide back and are repaired exactly; sentences about them, and paths, pass."""

import pytest

from articles.document import Document, Text
from articles.gate.checks.residue.escapes import CHECKS, whole
from tests.articles.gate.checks.residue.reading import find, in_paragraph


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("Ask%3A who decides?", "Ask: who decides?"),
        (r"It\x27s late.", "It's late."),
        ("Don_x0027_t wait.", "Don't wait."),
        ("Itu2019s late.", "It’s late."),
        ("The fee is =A3400.", "The fee is £400."),
        (r"It\u2019s better to ask.", "It’s better to ask."),
        (r"12\u201324 months", "12–24 months"),
        (r"It\xe2\x80\x99s better to ask.", "It’s better to ask."),
        (r"It\x92s better to ask.", "It’s better to ask."),
        (r"caf\xe9", "café"),
        ("Ask=20early=2C then wait=2E", "Ask early, then wait."),
        ("The rate is =C2=A3450 a day.", "The rate is £450 a day."),
        ("It=92s better to ask.", "It’s better to ask."),
        ("Ask early=20", "Ask early"),
        ("It<U+2019>s better to ask.", "It’s better to ask."),
        ("Caf%C3%A9 meetings", "Café meetings"),
        ("Ask%20early%20and%20twice", "Ask early and twice"),
        (r"She said \"yes\" at once.", 'She said "yes" at once.'),
        ("=?utf-8?B?SXTigJlz?= better", "It’s better"),
        (r"Line one\r\nLine two", "Line one Line two"),
    ],
)
def test_escapes_are_found_and_undone(text, read_as):
    assert in_paragraph(CHECKS, text) == [("escaped-character", "blocks")]
    assert whole(text) == read_as


@pytest.mark.parametrize(
    "text",
    [
        "The u2016 model is old.",
        "A2020 survey",
        r"Save it in C:\new\table\Notes.txt.",
        r"The \n character ends a line.",
        r"A regular expression such as \d+ matches digits.",
        "Over 50% of adverts and 20% of letters say so.",
        "See https://www.example.net/a%20b for more.",
        "x=20 is what the test asserts.",
        r"A page that shows “\u2019” was written by a program.",
        "He/she and and/or are best avoided.",
    ],
)
def test_what_only_looks_like_an_escape_passes(text):
    assert in_paragraph(CHECKS, text) == []


def test_the_repair_on_offer_is_exact_and_breaks_lines_where_a_text_can():
    document = Document(title=r"Ask early\nAsk twice", blocks=(Text(html=r"<p>It\u2019s late.\nAsk &amp; wait.</p>"),))
    of_title, of_text = find(CHECKS, *document.blocks, title=document.title)
    fixed = of_text.fix(of_title.fix(document))
    assert (fixed.title, fixed.blocks[0].html) == ("Ask early Ask twice", "<p>It’s late.<br>Ask &amp; wait.</p>")


def test_an_escape_that_nothing_can_undo_has_no_repair():
    (finding,) = find(CHECKS, Text(html=r"<p>{\rtf1\ansi Ask early.}</p>"))
    assert (finding.what, finding.fix) == (r"“{\rtf1” is an escape.", None)
