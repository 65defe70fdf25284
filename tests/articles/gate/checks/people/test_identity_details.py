"""Numbers of identity, cards and accounts, birthdays and home addresses hold a guide back."""

from datetime import date

import pytest

from articles.document import Document, Text
from articles.gate.checks.people.identity_details import CHECKS
from articles.gate.context import SiteContext
from articles.gate.findings import Level
from articles.gate.prose.document_text import DocumentText


def findings(text):
    guide = DocumentText(Document(title="A guide", blocks=(Text(html=f"<p>{text}</p>"),)))
    return [finding for check in CHECKS for finding in check(guide, SiteContext(today=date(2026, 11, 24)))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Her National Insurance number is QQ 12 34 56 C.", "a National Insurance number"),
        ("The passport no. is 533401372.", "a passport number"),
        ("Sort code 20-00-00, account 12345678.", "the details of a bank account"),
        ("Pay with 4111 1111 1111 1111.", "the number of a payment card"),
        ("IBAN GB29 NWBK 6016 1331 9268 19.", "the number of a bank account"),
        ("NHS number 943 476 5919.", "an NHS number"),
        ("Her UTR is 1234567890.", "a tax reference"),
        ("The licence is MORGA657054SM9IJ.", "a driving licence number"),
        ("Tom was born on 4 May 1988.", "a date of birth"),
        ("d.o.b. 12 June 1988", "a date of birth"),
        ("She was born in Hull, to a Polish family, on 8 June 1994.", "a date of birth"),
        ("A copy of her driving licence, PATEL 903154 N99XX 41, is held.", "the number of somebody’s papers"),
        ("Biometric residence permit ZX1234567 belongs to the designer.", "the number of somebody’s papers"),
        ("Mr Petrov’s visa number, 004512876, must be quoted.", "the number of somebody’s papers"),
        ("Her Irish PPS number is 1234567T.", "the number of somebody’s papers"),
        ("The NHS number on her fit note is 485 777 3456.", "an NHS number"),
        ("Use his password, Winter2026!, to open the file.", "a password"),
        ("She lives at 14 Mill Lane, Leeds LS1 4AP.", "a home address"),
    ],
)
def test_a_detail_of_identity_blocks(text, name):
    (finding,) = findings(text)
    assert (finding.check, finding.level) == ("identity-details", Level.BLOCKS)
    assert finding.what == f"This reads like {name}."


def test_the_finding_repeats_no_number():
    (licence,) = findings("The licence is MORGA657054SM9IJ.")
    assert licence.excerpt == "The licence is ••••••••••••••••."
    (finding,) = findings("Her card is 4111 1111 1111 1111.")
    assert finding.excerpt == "Her card is •••• •••• •••• ••••."


@pytest.mark.parametrize(
    "text",
    [
        "The order number is 4111 1111 1111 1112.",
        "A National Insurance number looks like QQ 12 34 56 C.",
        "Ada Lovelace was born on 10 December 1815.",
        "Leave out your date of birth and your passport number.",
        "Our office is at 14 Mill Lane, Leeds LS1 4AP.",
        "The form P45 and ISO 27001 are named in section 12345678.",
        "It ran from 12/03/2024 to 12/04/2024.",
        "Work from home in Leeds or in London on 2 days a week.",
        "The bank account opens in 3 days.",
        "Passport checks take 20 minutes.",
        "The visa helpline is on 0300 790 6268.",
        "In 2026 the Home Office issued 123,456 visas.",
        "The NHS runs audits of ISO 27001 and ISO 9001.",
        "The visa rules of 6 April 2026 apply to SOC 2134 and 2135.",
        "Choose a password of at least 12 characters.",
    ],
)
def test_numbers_that_identify_nobody_pass(text):
    assert findings(text) == []
