"""Health, family, pay or the end of a job of a named person."""

from datetime import date

import pytest

from articles.document import Document, Text
from articles.gate.checks.people.private_matters import CHECKS
from articles.gate.context import SiteContext
from articles.gate.findings import Level
from articles.gate.prose.document_text import DocumentText


def found(text):
    guide = DocumentText(Document(title="A guide", blocks=(Text(html=f"<p>{text}</p>"),)))
    site = SiteContext(today=date(2026, 11, 24))
    return [(finding.check, finding.level) for check in CHECKS for finding in check(guide, site)]


@pytest.mark.parametrize(
    "text",
    [
        "Tom Reid was dismissed for drinking.",
        "Ana Costa earns £62,000 at her present firm.",
        "Sam Patel left his last job after a breakdown.",
        "Priya Shah is on maternity leave.",
        "Anna, who has diabetes, needs breaks.",
        "Our candidate Ella Stone is paid £400 a day.",
        "Leo Grant was turned down because of his criminal record.",
        "Helen Marsh was diagnosed with cancer.",
    ],
)
def test_a_private_matter_of_a_named_person_warns(text):
    assert found(text) == [("private-matter", Level.WARNS)]


@pytest.mark.parametrize(
    "text",
    [
        "Senior Engineers earn £90,000 and more.",
        "A Data Scientist earns £60,000.",
        "Somebody who was dismissed may still ask for a reference.",
        "Great Britain has a shortage of testers.",
        "People with anxiety may ask for adjustments.",
        "Sam Field has two teams and a budget.",
        "Everybody has stress before an interview.",
        "Machine Learning is made redundant by nothing.",
        "“I left after a breakdown,” says Sam Patel, who now helps others.",
    ],
)
def test_what_is_nobodys_secret_passes(text):
    assert found(text) == []
