"""Markdown that readers see as it is holds a guide back; asterisks and underscores of other kinds do not."""

import pytest

from articles.document import Text
from articles.gate.checks.residue.markdown import CHECKS
from tests.articles.gate.checks.residue.reading import find, in_paragraph


@pytest.mark.parametrize(
    "text",
    [
        "1. [ ] Book the room",
        "2. **Name the fee** early",
        "2\\. Bring a passport",
        "## Notice periods",
        "Ask for **feedback** in writing.",
        "Ask for *feedback* in writing.",
        "Ask for _feedback_ in writing.",
        "~~£400~~ £450 a day",
        "> Ask early, and ask twice.",
        "- [x] order the laptop",
        "![The team](team.png)",
        "See [our guide](/guides/pay/) first.",
        "See [the rules][1] first.",
        "[1]: https://www.example.net",
        "| Level | Pay | |---|---| | Junior | £40,000 |",
        "---",
        "```",
    ],
)
def test_markdown_is_found(text):
    assert in_paragraph(CHECKS, text) == [("markdown-as-text", "blocks")]


@pytest.mark.parametrize(
    "text",
    [
        "2**3 is eight in Python.",
        "The glob **/*.py matches all files.",
        "Salary* and bonus* are paid monthly.",
        "* Excluding VAT.",
        "A 5* review and a 4* review.",
        "Use *args and **kwargs with care.",
        "In Python, __init__ builds the object.",
        "The file my_long_name.txt is here.",
        "> 5 years of experience",
        "# - is typed with Raise and m",
        "The study [1] says so.",
        "Meet at 10:30:15 sharp.",
        "Write “**bold**” for bold words.",
    ],
)
def test_other_signs_pass(text):
    assert in_paragraph(CHECKS, text) == []


def test_a_guide_about_markdown_and_code_may_show_it():
    assert find(CHECKS, Text(html="<h2>Markdown in ten minutes</h2><p>Write **bold** for bold words.</p>")) == []
    assert find(CHECKS, Text(html="<p>Type <code>**bold**</code> and see.</p>")) == []


def test_a_table_may_count_with_a_hash():
    assert find(CHECKS, Text(html="<table><tbody><tr><th># People</th><td>4</td></tr></tbody></table>")) == []
