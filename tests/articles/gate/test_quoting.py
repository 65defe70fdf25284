"""What the gate takes for quoted."""

import pytest

from articles.gate.prose.quoting import run_on, without_quoted


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("An advert that says “TBC” is early.", "An advert that says “   ” is early."),
        ('It says "TBC" now.', 'It says "   " now.'),
        ("It says ‘TBC’ and 'TBC' now.", "It says ‘   ’ and '   ' now."),
        ("Write `TBC` there.", "Write `   ` there."),
        ("(“TBC”)", "(“   ”)"),
        ("“It’s the ‘new’ one.” Yes.", "“                   ” Yes."),
        ("“This goes on in the next paragraph", "“" + " " * 34),
        ("“" + "a" * 900 + "” said all.", "“" + " " * 900 + "” said all."),
    ],
)
def test_quotations_are_blanked_and_the_length_is_kept(text, own):
    assert without_quoted(text) == own


@pytest.mark.parametrize(
    "text",
    [
        "It’s the candidates’ choice, and don't say the teams' pay.",
        'A screen of 13" or 14" will do.',
        "A stray “ that nothing closes.",
        "In the ’90s, and rock and roll.",
    ],
)
def test_apostrophes_primes_and_stray_marks_quote_nothing(text):
    assert without_quoted(text) == text


@pytest.mark.parametrize(
    ("texts", "quoted"),
    [
        (("She wrote:", "“Dear team,", "We start on Monday.", "Yours, Sam”", "We did."), {1, 2, 3}),
        (('"Dear team,', "We start on Monday.", 'Yours, Sam"', "We did."), {0, 1, 2}),
        (("“One paragraph.", "“Another.”", "We did."), {0, 1}),
        (("“A mark too many", "We start.", "“Fine,” he said."), set()),
        (("“Fine,” he said.", "“Good,” she said."), set()),
    ],
)
def test_quotations_of_several_paragraphs(texts, quoted):
    assert run_on(texts) == quoted


@pytest.mark.parametrize("mark", ["“", '"', "'", "a' ‘", "`", "a “"])
def test_marks_without_end_cost_no_more_than_others(mark):
    assert len(without_quoted(mark * 20_000)) == len(mark) * 20_000
