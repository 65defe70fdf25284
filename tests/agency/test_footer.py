"""The foot of every page: how to reach the agency, and what a company has to show of itself."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from agency import identity
from agency.models import Identity, Register
from enquiries.models import ReplyPromise

pytestmark = pytest.mark.django_db
COMPANY = {
    "company_name": "Example Recruitment Limited",
    "company_number": "sc123456",
    "registered_in": Register.SCOTLAND,
    "registered_office": "1 Example Street, Edinburgh EH1 1AA",
    "vat_number": "GB 123 4567 89",
    "ico_number": "ZA123456",
    "memberships": "We are a member of nothing.",
    "legal": "Second line\nThird line",
}
TOLD = [
    "Example Recruitment Limited, registered in Scotland, company number SC123456",
    "Registered office: 1 Example Street, Edinburgh EH1 1AA",
    "VAT number: GB 123 4567 89",
    "ICO registration: ZA123456",
    "We are a member of nothing.",
    "Second line",
    "Third line",
]


def footer(client: Client, path: str = "/") -> str:
    return client.get(path).content.decode().split('<footer class="site-footer">')[1]


def told(client: Client, path: str = "/") -> list[str]:
    shown = re.search(r'<ul class="wrap site-footer__legal">(.*?)</ul>', footer(client, path), re.DOTALL)
    return re.findall(r"<li>(.*?)</li>", shown[1]) if shown else []


@pytest.mark.parametrize("path", ["/", "/privacy/", "/enquiries/new/"])
def test_a_company_says_who_it_is_at_the_foot_of_every_page(client: Client, path: str) -> None:
    Identity.objects.update(**COMPANY)

    assert told(client, path) == TOLD


def test_nothing_is_said_of_what_is_not_filled_in(client: Client) -> None:
    assert told(client) == []

    Identity.objects.update(company_number="01234567", vat_number="GB 1")

    assert told(client) == ["Company number 01234567", "VAT number: GB 1"]


def test_mails_say_the_same(client: Client) -> None:
    Identity.objects.update(**COMPANY)

    assert identity.letterhead().legal.splitlines() == TOLD


def test_policies_are_linked_once_they_have_an_address(client: Client) -> None:
    assert "Complaints" not in footer(client)

    Identity.objects.update(complaints="https://example.org/c", modern_slavery="https://example.org/m?a&b")

    assert re.findall(r'<a href="(https://example.org/[^"]+)">([^<]+)</a>', footer(client)) == [
        ("https://example.org/c", "Complaints"),
        ("https://example.org/m?a&amp;b", "Modern slavery statement"),
    ]


def test_it_names_the_opening_hours_where_it_says_how_to_call(client: Client) -> None:
    assert "17:30" not in footer(client)

    Identity.objects.update(phone="+44 161 496 0000")
    ReplyPromise.objects.update(opens="08:30")

    assert "<p>08:30 to 17:30, Monday to Friday</p>" in footer(client)


@pytest.mark.parametrize("number", ["1234567", "123456789", "1234 567", "12345-78"])
def test_a_company_number_has_eight_signs(number: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Identity(name="Agency", company_number=number).full_clean()

    assert list(refused.value.message_dict) == ["company_number"]
