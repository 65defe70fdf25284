"""Telephone numbers and e-mail addresses of people, not of the agency, of organisations or of roles."""

from datetime import date

import pytest

from articles.document import Document, Text
from articles.gate.checks.people.contact_details import CHECKS
from articles.gate.context import SiteContext
from articles.gate.findings import Level
from articles.gate.prose.document_text import DocumentText

FACTS = SiteContext(
    today=date(2026, 11, 24),
    hosts=frozenset({"www.example.org"}),
    contacts=frozenset({"01134960100", "desk.north@agency.example"}),
)


def found(text):
    guide = DocumentText(Document(title="A guide", blocks=(Text(html=f"<p>{text}</p>"),)))
    return [(finding.check, finding.level) for check in CHECKS for finding in check(guide, FACTS)]


@pytest.mark.parametrize(
    "text",
    [
        "Her home number is 0161 496 0123.",
        "Text him on 07700900789.",
        "Ring Priya on 07700 900 123 after six.",
        "You can reach her at +44 (0)20 7946 0018.",
        "Mobile: 07700-900-123.",
        "Ask Lee, (01632) 960983.",
    ],
)
def test_a_persons_telephone_number_warns(text):
    assert found(text) == [("personal-phone", Level.WARNS)]


@pytest.mark.parametrize(
    "text",
    [
        "Acas answers on 0300 123 1100.",
        "Call the free line on 0800 1111.",
        "Ring us on 0113 496 0100 or +44 113 496 0100.",
        "Call our office on 0131 496 0444.",
        "The company is registered under 07654321.",
        "It cost £1,234,567 in 2024 and 2025.",
        "Between 2019-2024 and 2020-2025, 100000000 rows were read.",
        "Release 1.20.300.4000 fixed it.",
        "The order 1234567 was read twice.",
    ],
)
def test_numbers_of_organisations_and_other_numbers_pass(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Her address is s.jones1990@post.example.",
        "Send it to tom_private@home.example tonight.",
        "Ask amir.khan@client.example for the brief.",
        "Write to dev77@mail.example.",
        "His is bluesky@gmail.com.",
        "Write to maria@firm.example.",
    ],
)
def test_a_persons_email_address_warns(text):
    assert found(text) == [("personal-email", Level.WARNS)]


@pytest.mark.parametrize(
    "text",
    [
        "Send your CV to jobs@agency.example.",
        "Write to sam.field@example.org, our own address.",
        "Mail desk.north@agency.example.",
        "Reporters ask press@company.example.",
        "Use an address such as first.last@mail.example, and no nickname.",
        "The form is firstname.lastname@client.example.",
        "Clone git@code.example and read it.",
        "Co-authored-by: Person One <person.one@example.com>",
        "Questions go to data-protection@council.example.",
    ],
)
def test_addresses_of_roles_and_samples_pass(text):
    assert found(text) == []
