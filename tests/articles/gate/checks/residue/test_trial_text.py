"""Text typed to try something out holds a guide back; short words that mean something do not."""

import pytest

from articles.document import Text
from articles.gate.checks.residue.trial_text import CHECKS
from tests.articles.gate.checks.residue.reading import find, in_paragraph


@pytest.mark.parametrize(
    "text",
    [
        "dsfkj wefoij sdkfj",
        "Test test home page test",
        "zxcvbn for the pay page",
        "abc abc abc",
        "text text text text",
        "this is a test, please ignore",
        "sample text sample text",
        "checking whether this saves",
        "asdfghjkl",
        "asdf asdf",
        "qwertyuiop",
        "zxcvbn",
        "test test",
        "Test",
        "This is a test.",
        "foo bar",
        "foo",
        "blah blah blah",
        "aaaaaa",
        "sdfsdf",
        "abc abc",
        "testing 123",
        "sdkfjhsdkf",
    ],
)
def test_trials_are_found(text):
    assert in_paragraph(CHECKS, text) == [("trial-text", "blocks")]


@pytest.mark.parametrize(
    "text",
    [
        "A QWERTY keyboard is enough.",
        "The test of a test is another test.",
        "Lengths and strengths",
        "This is a test of patience.",
        "Testing the software takes a week.",
        "Test your code.",
        "Unit tests and integration tests",
        "A bar is open on Fridays.",
        "ABC1 is a social grade.",
        "HTML",
        "NHS",
        "2026",
        "III",
        "Programmers call it “foo”.",
    ],
)
def test_short_words_pass(text):
    assert in_paragraph(CHECKS, text) == []


@pytest.mark.parametrize("tag", ["h2", "li"])
def test_a_heading_or_an_item_may_be_called_test(tag):
    assert in_paragraph(CHECKS, "Test", tag) == []
    assert in_paragraph(CHECKS, "asdf", tag) == [("trial-text", "blocks")]


def test_a_word_in_bold_may_head_what_follows_it():
    bold = "<p><strong>Test</strong></p>"
    assert find(CHECKS, Text(html=f"{bold}<p>For trying things out.</p>")) == []
    assert find(CHECKS, Text(html="<p><strong>9. Testing</strong></p><p>For trying things out.</p>")) == []
    assert [finding.check for finding in find(CHECKS, Text(html=bold))] == ["trial-text"]


def test_a_guide_about_tests_may_be_called_so():
    tells = Text(html="<p>Test early.</p><p>Testers ask.</p><p>Nobody tested it.</p>")
    assert find(CHECKS, tells, title="Testing") == []
    again = Text(html="<p>A test is short.</p><p>A test is fast.</p><p>Tests are many.</p>")
    assert find(CHECKS, again, title="Test, test, test") == []
    assert [finding.check for finding in find(CHECKS, Text(html="<p>Pay</p>"), title="Testing")] == ["trial-text"]


def test_a_greeting_before_a_text_passes():
    assert find(CHECKS, Text(html="<p>Hello!</p><p>We are the payroll desk.</p>")) == []
    assert [finding.check for finding in find(CHECKS, Text(html="<p>Hello</p><p>Pay</p>"))] == ["trial-text"]


def test_somebodys_handle_is_no_trial():
    assert find(CHECKS, Text(html="<p>scottmcm, @scottmcm</p>")) == []
