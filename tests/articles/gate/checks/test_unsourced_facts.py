"""Statistics and law need a source by their side."""

from datetime import date

import pytest

from articles.document import Document, Text
from articles.gate.checks.evidence import law, statistics
from articles.gate.context import SiteContext
from articles.gate.findings import Level
from articles.gate.prose.document_text import DocumentText

LINK = '<a href="https://www.gov.uk/redundancy-your-rights">GOV.UK</a>'


def found(html):
    guide = DocumentText(Document(title="A guide", blocks=(Text(html=html),)))
    site = SiteContext(today=date(2026, 11, 24))
    return [
        (finding.check, finding.level) for check in (*statistics.CHECKS, *law.CHECKS) for finding in check(guide, site)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Around 68% of engineers would move for flexibility.",
        "Nine out of ten offers are accepted.",
        "Studies show that diverse teams ship faster.",
        "Experts agree that take-home tests put people off.",
        "According to recent research, pay matters less.",
        "A bad hire costs three times the salary.",
        "The average recruiter spends six seconds on each CV.",
        "Remote workers are 20% more productive.",
    ],
)
def test_a_statistic_without_a_source_warns(text):
    assert found(f"<p>{text}</p>") == [("statistic-without-a-source", Level.WARNS)]


@pytest.mark.parametrize(
    "text",
    [
        "Around 68% of engineers would move, as Stack Overflow found in 2025.",
        "According to the Office for National Statistics, half of all firms hire abroad.",
        "Suppose that 80% of candidates drop out.",
        "Aim to answer 90% of applications within a week.",
        "We cut the time to load by 40%.",
        "The test covers 80% of the lines.",
        "If studies show a difference, ask how large it is.",
        "Ask what the data shows you.",
        "Half of the budget went on storage.",
        "What share of offers are accepted?",
        "It took a day and a half, but the vast majority of that was waiting.",
        "Use a hint for help that is relevant to the majority of users.",
        "Other things are posted there, but this is the majority of it.",
        "It is likely that the majority of your users have not seen it.",
    ],
)
def test_sourced_supposed_and_own_numbers_pass(text):
    assert found(f"<p>{text}</p>") == []


def test_a_source_in_the_next_paragraph_settles_a_statistic():
    text = "Around 68% of engineers would move for flexibility."
    assert found(f"<p>{text}</p><p>That is from {LINK}.</p>") == []
    assert found(f"<p>{text}</p><p>Plan for it.</p><p>Read {LINK}.</p>") != []


@pytest.mark.parametrize(
    "text",
    [
        "You are entitled to 28 days of paid holiday.",
        "Your employer must give you one week’s notice for each year.",
        "A Skilled Worker visa needs a salary of at least £38,700.",
        "Sponsorship costs the employer nothing.",
        "It is illegal to dismiss somebody who is pregnant.",
        "Statutory sick pay starts on the fourth day.",
        "A restrictive covenant is never enforceable.",
        "IR35 does not apply to small companies.",
    ],
)
def test_law_without_a_source_warns(text):
    assert found(f"<h2>Your rights</h2><p>{text}</p>") == [("law-without-a-source", Level.WARNS)]


@pytest.mark.parametrize("source", [LINK, "Acas explains it.", "See the Employment Rights Act 1996."])
def test_a_link_or_an_authority_in_the_section_settles_it(source):
    text = "You are entitled to 28 days of paid holiday."
    assert found(f"<h2>Leave</h2><p>{text}</p><p>Plan it early.</p><p>{source}</p>") == []
    assert found(f"<h2>Leave</h2><p>{text}</p><h2>More</h2><p>{source}</p>") != []


def test_one_finding_a_guide_is_enough_and_names_the_others():
    text, other = "You are entitled to 28 days of paid holiday.", "Statutory sick pay starts on the fourth day."
    assert len(found(f"<p>{text}</p><p>{text}</p>")) == 1
    guide = Document(blocks=(Text(html=f"<h2>Leave</h2><p>{text}</p><h2>Pay</h2><p>{other}</p>"),))
    (finding,) = law.unsourced_law(DocumentText(guide), SiteContext(today=date(2026, 11, 24)))
    assert (finding.excerpt, f"The guide has 2 such places. Others are “{other}”." in finding.advice) == (text, True)


@pytest.mark.parametrize(
    "text",
    [
        "Ask whether a visa is needed before you plan a start date.",
        "We usually need two weeks’ notice of an interview.",
        "You have the right tool for the job.",
        "Read your contract before you sign it.",
        "Employers must decide quickly.",
        "All staff have a right to a quiet desk.",
        "You can opt out of the on-call rota.",
    ],
)
def test_advice_that_is_no_law_passes(text):
    assert found(f"<p>{text}</p>") == []
