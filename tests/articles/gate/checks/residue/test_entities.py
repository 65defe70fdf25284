"""Character references that readers see hold a guide back and are repaired exactly; sentences about them pass."""

import pytest

from articles.document import Document, KeyTakeaways, Text
from articles.gate.checks.residue.entities import CHECKS, whole
from tests.articles.gate.checks.residue.reading import find, in_paragraph

REPAIRS = [
    ("The rate is &pound;450 a day.", "The rate is £450 a day."),
    ("It&#8217;s better to ask.", "It’s better to ask."),
    ("It&#x2019;s better to ask.", "It’s better to ask."),
    ("Pay &amp;amp; benefits", "Pay & benefits"),
    ("Ten&nbsp;days", "Ten\xa0days"),
    ("Fran&ccedil;oise", "Françoise"),
    ("3 &lt; 4", "3 < 4"),
]


@pytest.mark.parametrize(("text", "read_as"), REPAIRS)
def test_references_are_found_and_undone(text, read_as):
    assert in_paragraph(CHECKS, text) == [("doubled-entity", "blocks")]
    assert whole(text) == read_as


@pytest.mark.parametrize(
    "text",
    [
        "Ask about R&D, Q&A and AT&T.",
        "Johnson & Johnson; Marks & Spencer; and others.",
        "Black&white; it is &unknown; to us.",
        "Write &nbsp; in HTML when two words must stay together.",
        "A page that shows “&pound;” was escaped twice.",
    ],
)
def test_other_ampersands_pass(text):
    assert in_paragraph(CHECKS, text) == []


def test_the_repair_on_offer_is_exact():
    document = Document(
        blocks=(
            Text(html='<p><a href="/?a=1&amp;b=2">Pay</a> &amp;amp; a day’s &amp;pound;450</p>'),
            KeyTakeaways(items=("Ask &pound;450.", "Ask early.")),
        )
    )
    first, second = find(CHECKS, *document.blocks)
    assert (first.what, second.what) == ("“&amp;” should read “&”.", "“&pound;” should read “£”.")
    fixed = second.fix(first.fix(document))
    assert fixed.blocks == (
        Text(html='<p><a href="/?a=1&amp;b=2">Pay</a> &amp; a day’s £450</p>'),
        KeyTakeaways(items=("Ask £450.", "Ask early.")),
    )
