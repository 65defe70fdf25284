"""A number in a sentence, and what the same sentence or the next one tells of, are as many."""

from datetime import date

import pytest

from articles.document import Document, Text
from articles.gate.checks.consistency.counts_within import count_within
from articles.gate.context import SiteContext
from articles.gate.prose.document_text import DocumentText


def names(text):
    guide = DocumentText(Document(title="A guide", blocks=(Text(html=f"<p>{text}</p>"),)))
    return [finding.check for finding in count_within(guide, SiteContext(today=date(2026, 11, 24)))]


@pytest.mark.parametrize(
    "text",
    [
        "There are four reasons to decline an offer: the pay, the hours, the commute, the manager and the contract.",
        "Both options (a call, a video or a visit) are fine.",
        "The three main cloud providers, AWS, Azure, Google Cloud and Oracle, run free courses.",
        "Neither of the two frameworks, React, Vue or Angular, is required.",
        "The interview is in two parts. The first is a talk, the second a task and the third a tour.",
    ],
)
def test_a_number_and_as_many_things_warn_when_they_differ(text):
    assert names(text) == ["announced-count"]


@pytest.mark.parametrize(
    "text",
    [
        "There are three reasons to decline an offer: the pay, the hours and the commute.",
        "Both options (a call or a visit) are fine.",
        "Of the 20 reasons to decline, we hear three: the pay, the hours and the commute.",
        "The interview is in three parts. The first is a talk, the second a task and the third a tour.",
        "There are two ways to say it: shortly, and with care, or at length.",
    ],
)
def test_numbers_that_fit_or_count_something_else_pass(text):
    assert names(text) == []
