"""The title says what the guide is about."""

from datetime import date

import pytest

from articles.document import Document, Text
from articles.gate.checks.findability import title
from articles.gate.context import SiteContext
from articles.gate.prose.document_text import DocumentText

SITE = SiteContext(today=date(2026, 11, 26))
INTERVIEWS = (
    "<p>An interview is a conversation with a purpose. The panel wants to know how you work, and you want to know what the "
    "team is like. Write a short message afterwards, and note what was asked while you remember it.</p>"
    "<p>Scientific work is explained with one example, never with five.</p>"
)


def told(words, html=INTERVIEWS):
    guide = DocumentText(Document(title=words, standfirst=words, description=words, blocks=(Text(html=html),)))
    return [finding.what for check in title.CHECKS for finding in check(guide, SITE)]


@pytest.mark.parametrize(
    "words", ["A short history of canals", "Caring for an old dog", "What is a roundabout?", "Growing tomatoes in 2026"]
)
def test_a_title_of_which_the_text_takes_up_nothing_warns(words):
    assert told(words) == [f"Nothing in the text takes up the title “{words}”."]


@pytest.mark.parametrize(
    "words",
    [
        "How to prepare for interviews",
        "Interviewing a data scientist",  # “scientific”
        "What you need to know",
        "The first ten days",
        "Canals",  # too short for a promise
        "Panel’ing off",
        "",
    ],
)
def test_a_title_whose_words_come_again_or_tell_nothing_passes(words):
    assert told(words) == []


def test_a_text_of_a_few_words_is_not_judged():
    assert told("A short history of canals", "<p>Ask early.</p>") == []
