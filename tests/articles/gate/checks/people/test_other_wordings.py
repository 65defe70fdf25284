"""Judgements of groups and private matters in other words than the obvious, and sentences that only look like them."""

from datetime import date

import pytest

from articles.document import Document, Text
from articles.gate.checks.people import CHECKS
from articles.gate.context import SiteContext
from articles.gate.prose.document_text import DocumentText


def found(text):
    guide = DocumentText(Document(title="A guide", blocks=(Text(html=f"<p>{text}</p>"),)))
    site = SiteContext(today=date(2026, 11, 24))
    return [finding.check for check in CHECKS for finding in check(guide, site)]


@pytest.mark.parametrize(
    "text",
    [
        "Engineers from abroad are known to leave early.",
        "Workers of mixed descent are best kept away from clients.",
        "Romanians and Poles make better testers.",
        "The manager would rather not interview anyone with a foreign name.",
        "Gypsies will be turned away at reception.",
        "Our client refuses to hire anyone who has an accent.",
        "This is no place for people on the autism spectrum.",
        "Testers with epilepsy should not be considered.",
        "Please disclose any previous anxiety before the call.",
        "An analyst who suffers from panic attacks would not cope here.",
        "Developers with a young family rarely last.",
        "Managers with toddlers will be passed over.",
        "Anyone who prays at noon would not fit the rota.",
        "The ladies on the desk make the tea.",
        "Send a man for the difficult calls.",
        "Clients trust men more with budgets.",
        "The role suits women who like detail.",
        "Wanted: a handsome host for the stand.",
        "We look for somebody with no more than ten years of career behind them.",
        "Rosa Quint cannot travel until her custody case is over.",
        "Peter Lamb is awaiting a hip replacement.",
        "Nadia Oke left because of her husband’s trial.",
    ],
)
def test_a_group_that_is_judged_or_a_private_matter_warns(text):
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Engineers who work from abroad are paid in pounds.",
        "Anyone with a disability may ask for adjustments.",
        "Developers with a young family often ask for a fixed rota.",
        "A quiet room is kept for prayers.",
        "The team makes its own tea and bakes its own cakes.",
        "Interviewers should give women and men the same time.",
        "We saw handsome growth in the spring.",
        "The course takes no more than a year of work.",
        "Rosa Quint is waiting for a reply.",
        "Peter Lamb left because of the commute.",
        "Testers are known for their patience.",
        "The server should not be put forward for release.",
    ],
)
def test_what_judges_nobody_passes(text):
    assert found(text) == []
