"""Claims of trade, trend and law in other words than the obvious, and sentences that look like them and claim nothing."""

from datetime import date

import pytest

from articles.document import Document, Text
from articles.gate.checks.evidence import CHECKS
from articles.gate.context import SiteContext
from articles.gate.prose.document_text import DocumentText


def found(text):
    guide = DocumentText(Document(title="A guide", blocks=(Text(html=f"<p>{text}</p>"),)))
    site = SiteContext(today=date(2026, 11, 24))
    return [finding.check for check in CHECKS for finding in check(guide, site)]


@pytest.mark.parametrize(
    "text",
    [
        "More and more analysts turn down a second interview.",
        "A growing number of firms pay for the exam.",
        "Junior testers are slowly losing ground to graduates of short courses.",
        "Data skills have never been in greater demand.",
        "The market for designers has turned, and offers come late.",
        "Boot camps and short courses have become the norm, and employers are spoilt for choice.",
        "Contract roles are mushrooming in the north.",
        "Employers no longer ask for a degree.",
        "Cover letters have become a rarity.",
        "Hiring managers have become far choosier.",
        "Hands down, the best language for a beginner is Python.",
        "No recruiter in the city answers as quickly as we do.",
        "There is no surer way to a new job than a call with us.",
        "This is the worst-written standard that has ever been published.",
        "It is easily the most useful exam in the trade.",
        "Candidates often admit to our recruiters that they never read the advert after applying.",
        "Judging by the calls that our desk takes, most managers dread the pay talk.",
        "If our inbox is anything to go by, nobody likes tests at home.",
        "Two thirds of migrations overrun, according to analysts.",
        "Exactly 41% of new joiners say whether they will stay before the first pay day.",
        "A tester who works on the client’s site is caught by IR35.",
        "Travel between two sites counts as working time.",
        "A freelancer retains the copyright until it is signed over.",
        "Firms that sponsor without a licence can be prosecuted.",
        "A non-compete clause of a year cannot be upheld.",
        "A foreign graduate cannot begin work before the visa is granted.",
        "The penalty is up to £45,000 for each worker.",
    ],
)
def test_a_claim_without_a_source_warns(text):
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ask whether more and more of the work is done by hand.",
        "When the team no longer needs the server, switch it off.",
        "The number on the door is growing harder to read.",
        "You are slowly getting used to the tools.",
        "If a market for a product has turned, say what you did.",
        "There is no better way to learn than to build something.",
        "The most useful part of the test is the talk afterwards.",
        "No reader in a hurry wants a page as long as this.",
        "In all your conversations with the team, ask what they would change.",
        "Write to us if the date does not suit you.",
        "Count each week of leave as five days.",
        "Keep the right version of the file.",
        "The clause on page four is the one to read.",
        "Work through the list from the top.",
        "A fine of words is no use to anybody.",
        "Clients who share their plans with our consultants get better lists before the summer.",
    ],
)
def test_advice_conditions_and_plain_talk_pass(text):
    assert found(text) == []
