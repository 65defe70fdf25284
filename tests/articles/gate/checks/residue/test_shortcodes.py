"""Shortcodes of other systems hold a guide back; other square brackets do not."""

import pytest

from articles.gate.checks.residue.shortcodes import CHECKS
from tests.articles.gate.checks.residue.reading import in_paragraph


@pytest.mark.parametrize(
    "text",
    [
        "{module 12}",
        "{gallery}team{/gallery}",
        "{loadposition rates}",
        '[gallery ids="1,2,3"]',
        '[caption id="attachment_12"]The team[/caption]',
        "[et_pb_section][et_pb_row]",
        "[table-of-contents]",
        "[/vc_row]",
        "[youtube https://video.example.net/42]",
        "[su_button url='/contact/']Write to us[/su_button]",
        "[b]Ask early.[/b]",
        "[rev_slider home]",
    ],
)
def test_shortcodes_are_found(text):
    assert in_paragraph(CHECKS, text) == [("shortcode", "blocks")]


@pytest.mark.parametrize(
    "text",
    [
        "The set {1, 2} has two members.",
        "The study [1] says so, and the quotation [sic] is theirs.",
        "Watch the talk [video] before the interview.",
        "The expression [a-z] matches one small letter.",
        'The CSS selector [type="text"] finds the field.',
        "Write “[gallery]” where the pictures should stand.",
        "A shortcode such as [gallery ids=1] stays behind.",
    ],
)
def test_other_brackets_pass(text):
    assert in_paragraph(CHECKS, text) == []
